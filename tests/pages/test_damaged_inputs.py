"""Pages and lists damaged anywhere: each is read or refused by name, and every span fits."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzzing.readers import READERS
from fuzzing.seeds import seeds_of

NAMES = ("html", "text", "triage", "feed", "sitemap", "listing")
ODD = [
    b"<", b">", b"</p>", b"<p>", b"<![CDATA[", b"<!--", b"&#0;", b"&#xD800;", b"&amp;" * 9, b"\x00",
    b"\xff\xfe", b"\xed\xa0\x80", "\u202e".encode(), b"<script>", b"<svg>", b"<table><tr>" * 40,
    b"<div>" * 400, b'" \'', b"http://[", b"2024-13-45", b"31 February 2024", b"\r\n" * 9,
]  # fmt: skip
CUT = st.tuples(
    st.floats(0, 1), st.integers(0, 80), st.one_of(st.sampled_from(ODD), st.binary(max_size=30))
)
SECONDS = 20.0


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 1000), st.lists(CUT, max_size=6))
def test_damage_anywhere_is_survived(
    name: str, which: int, cuts: list[tuple[float, int, bytes]]
) -> None:
    whole = list(seeds_of(name))
    content = whole[which % len(whole)]
    for share, length, instead in cuts:
        at = int(share * len(content))
        content = content[:at] + instead + content[at + length :]
    begun = time.process_time()
    READERS[name](content)
    assert time.process_time() - begun < SECONDS
