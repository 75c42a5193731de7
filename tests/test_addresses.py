"""Addresses that cannot be any are taken apart like the rest, and a page that has one is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.addresses import host_of, split_address
from communique.knowledge.outlets import origin_of
from communique.pages.limits import Limits
from communique.pages.outlet import domain_of, order_of_domain
from communique.pages.raw_page import page_of

NO_ADDRESSES = [
    "http://[",
    "http://[example.org/a",
    "https://exa]mple.org/",
    "//[::1",
]
PAGE = b"""<html><body><h1>Kenya and Ghana hold talks</h1><p>The foreign ministers of Kenya and
Ghana met in Nairobi on 12 March 2025 and spoke of trade.</p></body></html>"""


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_what_cannot_be_an_address_has_no_parts(url: str) -> None:
    assert split_address(url).geturl() == ""
    assert host_of(url) is None
    assert domain_of(url) is None
    assert order_of_domain(url) is None
    assert origin_of(None, url) == origin_of(None, None)


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_a_page_under_it_is_read(url: str) -> None:
    assert "Nairobi" in page_of(PAGE, None, url, None, Limits(), html=True).text


def test_hosts_are_told_in_small_letters() -> None:
    assert host_of("https://News.Example.ORG:8443/a?b#c") == "news.example.org"
    assert host_of("notes.txt") is None
    assert host_of(None) is None


@given(st.text(alphabet="htp:/[]@?#.%a1é\\", max_size=30))
def test_no_text_makes_it_fail(text: str) -> None:
    split_address(text)
    host_of(f"http://{text}")
