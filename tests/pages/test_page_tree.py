"""A page's tree: as trafilatura would make it, with one class for all elements."""

from pathlib import Path

import pytest
from lxml import etree, html
from trafilatura.utils import load_html

from communique.pages.page_tree import tree_of

CORPUS = Path(__file__).parent.parent / "corpus" / "dev"
PAGES = sorted(CORPUS.glob("*.html"))[::4]
ODD = {
    "names its encoding": '<?xml version="1.0" encoding="utf-8"?><html><p>A</p><p>B</p></html>',
    "a form": "<html><body><form><input name=a><select></select></form><a href=x>c</a></html>",
    "comments": "<!-- x --><html><title>t</title><body><!-- y --><p>A</p></html>",
    "a slash in its doctype": '<!DOCTYPE html PUBLIC "-//W3C//DTD" "x"/>\n<html><p>A</p></html>',
    "closed at once": "<html lang='en'/>\n<body><p>A</p><p>B</p></body>",
    "control characters": "<html><body><p>A\x00\x08B</p></body></html>",
    "no page": "words alone",
    "a piece": "<p>one</p>",
    "nothing": "",
    "half a pair": "<html><body><p>\ud83d</p></body></html>",
}


def shown(tree: html.HtmlElement | None) -> str | None:
    return None if tree is None else etree.tostring(tree, encoding="unicode")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_labelled_pages_have_the_tree_that_trafilatura_makes(page: Path) -> None:
    source = page.read_text("utf-8")
    assert shown(tree_of(source)) == shown(load_html(source))


@pytest.mark.parametrize("source", ODD.values(), ids=ODD.keys())
def test_odd_pages_have_the_tree_that_trafilatura_makes(source: str) -> None:
    expected = load_html(source.encode("utf-8", "replace"))
    assert shown(tree_of(source)) == shown(expected)


def test_every_element_is_of_one_class() -> None:
    tree = tree_of(ODD["a form"])
    assert tree is not None
    assert {type(element) for element in tree.iter()} == {html.HtmlElement}
    usual = {type(element) for element in load_html(ODD["a form"]).iter()}
    assert len(usual) > 1
