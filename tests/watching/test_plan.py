"""Files of sources: what they say, and what is wrong with them in plain words."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from communique.watching import PlanError, load_plan
from communique.watching.plan import plan_of, seconds_of

FEED = {"name": "Ministry", "feed": "https://news.example/feed"}


def test_example_of_the_documentation_is_one() -> None:
    text = (Path(__file__).parents[2] / "docs" / "watching.md").read_text("utf-8")
    plan = plan_of(tomllib.loads(text.partition("```toml\n")[2].partition("```")[0]))
    assert [source.kind for source in plan.sources.values()] == ["feed", "sitemap", "listing"]


def test_manners_of_all_and_of_one() -> None:
    plan = plan_of(
        {
            "watch": {"every": "2h", "pause": 3, "contact": "https://desk.example"},
            "source": [FEED, {**FEED, "name": "Often", "every": "90s", "pause": 0.5}],
        }
    )
    assert (plan.manners.every, plan.manners.tries) == (7200, 5)
    assert [(s.every, s.pause) for s in plan.sources.values()] == [(7200, 3), (90, 0.5)]


def test_some_sources_alone_and_as_often_as_asked(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(
        '[[source]]\nname = "A"\nfeed = "https://a.example/f"\n'
        '[[source]]\nname = "B"\nfeed = "https://b.example/f"\n'
    )
    plan = load_plan(path, every="5m", only=["B"])
    assert {name: source.every for name, source in plan.sources.items()} == {"B": 300}
    with pytest.raises(PlanError, match="no source is called 'C'; there are A, B"):
        load_plan(path, only=["C"])


def test_source_without_a_name_goes_by_its_host() -> None:
    assert list(plan_of({"source": [{"feed": "https://news.example/feed"}]}).sources) == [
        "news.example"
    ]


@pytest.mark.parametrize(
    ("value", "seconds"), [("90s", 90), ("1.5 h", 5400), ("2d", 172_800), (7, 7), ("20m", 1200)]
)
def test_durations(value: object, seconds: float) -> None:
    assert seconds_of(value) == seconds


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, "it names no source"),
        ({"source": []}, "it names no source"),
        ({"source": [FEED], "sources": []}, "the file has 'sources'; known are source, watch"),
        ({"source": [FEED], "watch": {"rate": 1}}, "[watch] has 'rate'"),
        ({"source": [FEED], "watch": []}, "watch has to be a table"),
        ({"source": [FEED], "watch": {"every": "soon"}}, "'soon' is no duration"),
        ({"source": [FEED], "watch": {"tries": 1.5}}, "tries has to be a whole number"),
        ({"source": [FEED], "watch": {"contact": "a\nb"}}, "contact has to be words in quotes"),
        ({"source": [FEED, FEED]}, "two sources are called 'Ministry'"),
        ({"source": [{"name": "X"}]}, "source 'X' needs one of feed, sitemap and listing"),
        ({"source": [{**FEED, "sitemap": "https://x.example"}]}, "needs one of feed, sitemap"),
        ({"source": [{"feed": "ftp://x.example"}]}, "'ftp://x.example' is no address of the web"),
        ({"source": [{"feed": "http://[x"}]}, "is no address of the web"),
        ({"source": [{"listing": "https://x.example"}]}, "say by links which addresses"),
        ({"source": [{**FEED, "links": "("}]}, "is no regular expression"),
        ({"source": [{**FEED, "days": -1}]}, "days of source 'Ministry' has to be a whole"),
        ({"source": [{**FEED, "color": "red"}]}, "source 'Ministry' has 'color'"),
        ({"source": ["feed"]}, "source 1 has to be a table"),
    ],
)
def test_what_is_wrong_is_said(data: dict[str, Any], words: str) -> None:
    with pytest.raises(PlanError) as caught:
        plan_of(data)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("content", "words"), [(None, "cannot be read"), (b"[", "is no TOML"), (b"\xff", "not UTF-8")]
)
def test_file_that_cannot_be_used(tmp_path: Path, content: bytes | None, words: str) -> None:
    path = tmp_path / "sources.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(PlanError, match=words):
        load_plan(path)
