"""Sources that keep coming: what they name is read once, and asked for as their hosts wish."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from communique.record import Record
from communique.watching import look_at
from communique.watching.plan import plan_of
from watching.conftest import LIMITS, Watched, Watching
from watching.outlet import Answer, Outlet, index, listing, page, rss, sitemap


def feed(outlet: Outlet, **more: Any) -> dict[str, Any]:
    return {"name": "Feed", "feed": f"{outlet.base}/feed.xml", **more}


def kept(record: Record) -> list[str]:
    """The paths of the pages in the record, in order."""
    return sorted(str(one.url).partition("/news/")[2] for one in record.documents())


def test_what_a_source_names_is_kept_and_asked_for_once(
    outlet: Outlet, record: Record, watch: Watching
) -> None:
    outlet.publish(*range(5))
    outlet.answers["/feed.xml"] = rss(outlet.base, range(3))
    first = watch(feed(outlet))
    assert kept(record) == ["0", "1", "2"]
    assert first.tallies["Feed"].named == 3
    assert first.tallies["Feed"].kept == {"new": 3}
    assert record.documents()[0].url.startswith(f"{outlet.base}/news/")  # no tracking in it
    outlet.asked.clear()
    second = watch(feed(outlet))
    assert [(path, status) for _, path, status in outlet.asked] == [
        ("/robots.txt", 404),
        ("/feed.xml", 304),
    ]
    assert second.tallies["Feed"].looked == 1
    outlet.answers["/feed.xml"] = rss(outlet.base, range(1, 5))
    assert watch(feed(outlet)).tallies["Feed"].kept == {"new": 2}
    assert kept(record) == ["0", "1", "2", "3", "4"]


def test_page_named_by_several_sources_is_fetched_once(
    outlet: Outlet, record: Record, watch: Watching
) -> None:
    outlet.publish(1, 2, 3)
    outlet.answers |= {
        "/feed.xml": rss(outlet.base, [1, 2]),
        "/map.xml": sitemap(outlet.base, [2, 3]),
        "/news": listing([3, 1]),
    }
    sources = (
        feed(outlet),
        {"name": "Map", "sitemap": f"{outlet.base}/map.xml", "days": 0},
        {"name": "List", "listing": f"{outlet.base}/news", "links": r"/news/\d+$"},
    )
    for _ in range(3):
        watch(*sources)
    assert kept(record) == ["1", "2", "3"]
    assert [outlet.times(f"/news/{n}") for n in (1, 2, 3)] == [1, 1, 1]


def test_page_that_its_source_says_has_changed_is_asked_for_again(
    outlet: Outlet, record: Record, watch: Watching
) -> None:
    outlet.publish(1, 2)
    outlet.answers["/feed.xml"] = rss(outlet.base, [1, 2])
    watch(feed(outlet))
    outlet.publish(1, version=2)
    outlet.answers["/feed.xml"] = rss(outlet.base, [1, 2], "Wed, 06 Mar 2024 08:00:00 GMT")
    watched = watch(feed(outlet))
    assert watched.tallies["Feed"].kept == {"new_version": 1, "unchanged": 1}
    assert outlet.times("/news/2", 304) == 1
    assert any("statement 2" in reading.document.text for reading in record.readings())


def test_other_pattern_is_laid_over_a_list_that_has_not_changed(
    outlet: Outlet, record: Record, watch: Watching
) -> None:
    outlet.publish(1, 2)
    outlet.answers["/feed.xml"] = rss(outlet.base, [1, 2])
    watch(feed(outlet, links="/news/1"))
    assert kept(record) == ["1"]
    watch(feed(outlet))
    assert kept(record) == ["1", "2"]


def test_source_by_another_name_takes_over_what_waits(
    outlet: Outlet, record: Record, watch: Watching
) -> None:
    outlet.answers["/feed.xml"] = rss(outlet.base, [1])
    outlet.answers["/news/1"] = Answer(status=503, headers={"Retry-After": "3600"})
    watch(feed(outlet))
    outlet.publish(1)
    watch(feed(outlet, name="Other"))
    assert record.watched.waiting("Feed") == 0
    assert record.watched.waiting("Other") == 1


def test_of_an_index_only_what_has_changed_is_fetched(
    outlet: Outlet, record: Record, watch: Watching
) -> None:
    outlet.publish(*range(6))
    source = {"name": "Map", "sitemap": f"{outlet.base}/index.xml", "days": 0}
    maps: dict[str, str | None] = {f"{outlet.base}/{n}.xml": "2024-03-05" for n in "ab"}
    maps[f"{outlet.base}/c.xml"] = None
    outlet.answers |= {
        "/index.xml": index(maps),
        "/a.xml": sitemap(outlet.base, [0, 1]),
        "/b.xml": sitemap(outlet.base, [2]),
        "/c.xml": sitemap(outlet.base, [3]),
    }
    watch(source)
    assert kept(record) == ["0", "1", "2", "3"]
    outlet.answers["/b.xml"] = sitemap(outlet.base, [2, 4])
    outlet.answers["/c.xml"] = sitemap(outlet.base, [3, 5])
    outlet.answers["/index.xml"] = index({**maps, f"{outlet.base}/b.xml": "2024-03-06"})
    watch(source)
    assert kept(record) == ["0", "1", "2", "3", "4", "5"]
    assert [outlet.times(f"/{n}.xml") for n in "abc"] == [1, 2, 2]
    watch(source)
    assert [outlet.times(f"/{n}.xml") for n in "abc"] == [1, 2, 3]


def test_sitemap_is_taken_up_from_some_days_ago(
    outlet: Outlet, record: Record, watch: Watching
) -> None:
    outlet.publish(1)
    outlet.answers["/map.xml"] = sitemap(outlet.base, [1], "2024-03-05T08:00:00+07:00")
    source = {"name": "Map", "sitemap": f"{outlet.base}/map.xml"}
    assert watch(source).tallies["Map"].named == 0
    assert watch({**source, "days": 0}).tallies["Map"].named == 1


def test_what_robots_are_forbidden_is_not_asked_for(
    outlet: Outlet, record: Record, watch: Watching
) -> None:
    outlet.publish(1, 2)
    outlet.answers |= {
        "/robots.txt": Answer(b"User-agent: *\nDisallow: /news/1\nDisallow: /closed", "text/plain"),
        "/feed.xml": rss(outlet.base, [1, 2]),
        "/closed/feed.xml": rss(outlet.base, [2]),
    }
    closed = {"name": "Closed", "feed": f"{outlet.base}/closed/feed.xml"}
    watched = watch(feed(outlet), closed)
    assert kept(record) == ["2"]
    assert watched.tallies["Feed"].refused == {"robots.txt of its host forbids it": 1}
    assert list(watched.tallies["Closed"].failed.values()) == ["robots.txt of its host forbids it"]
    assert outlet.times("/news/1") == outlet.times("/closed/feed.xml") == 0


def test_redirect_goes_where_robots_may(
    outlet_of: Callable[[], Outlet], record: Record, watch: Watching
) -> None:
    outlet, other = outlet_of(), outlet_of()
    other.publish(1)
    other.answers["/robots.txt"] = Answer(b"User-agent: communique\nDisallow: /", "text/plain")
    outlet.answers["/feed.xml"] = rss(outlet.base, [1])
    outlet.answers["/news/1"] = Answer(
        status=302, headers={"Location": f"{other.base}/news/1"}, tagged=False
    )
    watched = watch(feed(outlet))
    assert watched.tallies["Feed"].refused == {"robots.txt of its host forbids it": 1}
    assert other.times("/news/1") == 0


def test_host_whose_rules_cannot_be_had_is_left_alone(
    outlet: Outlet, record: Record, watch: Watching
) -> None:
    outlet.answers["/robots.txt"] = Answer(status=503)
    outlet.answers["/feed.xml"] = rss(outlet.base, [1])
    watched = watch(feed(outlet))
    (reason,) = watched.tallies["Feed"].failed.values()
    assert reason == "robots.txt of its host: HTTP 503 not available now"
    assert outlet.times("/feed.xml") == 0


def gaps(outlet: Outlet) -> list[float]:
    """The seconds between requests to an outlet, but for its robots.txt."""
    times = [at for at, path, _ in outlet.asked if path != "/robots.txt"]
    return [b - a for a, b in pairwise(times)]


def test_host_is_asked_no_oftener_than_it_wishes(
    outlet: Outlet, record: Record, watch: Watching
) -> None:
    outlet.publish(1, 2)
    outlet.answers["/feed.xml"] = rss(outlet.base, [1, 2])
    outlet.answers["/robots.txt"] = Answer(b"User-agent: *\nCrawl-delay: 0.5", "text/plain")
    watch(feed(outlet))
    assert kept(record) == ["1", "2"]
    assert min(gaps(outlet)) > 0.45


def test_slow_host_keeps_no_other_waiting(
    outlet_of: Callable[[], Outlet], record: Record, watch: Watching
) -> None:
    slow, quick = outlet_of(), outlet_of()
    for each in (slow, quick):
        each.publish(1, 2, 3)
        each.answers["/feed.xml"] = rss(each.base, [1, 2, 3])
    slow.answers["/feed.xml"] = Answer(rss(slow.base, [1]).body, "text/xml", delay=1.5)
    watch(feed(slow), {**feed(quick), "name": "Quick"}, pause=0.2)
    assert min(gaps(quick)) > 0.15
    begun = next(at for at, path, _ in slow.asked if path == "/feed.xml")
    assert next(at for at, path, _ in quick.asked if path == "/news/1") < begun + 1.5


def flaky(answer: Answer, *failures: Answer) -> Callable[[], Answer]:
    """Fail so before the answer comes."""
    left = list(failures)
    return lambda: left.pop(0) if left else answer


def test_what_fails_in_passing_is_tried_again(
    outlet: Outlet, record: Record, watch: Watching
) -> None:
    busy = Answer(b"busy", status=503)
    outlet.answers |= {
        "/feed.xml": flaky(rss(outlet.base, [1, 2]), busy, busy),
        "/news/1": flaky(Answer(page(1)), busy, Answer(b"broken", status=500)),
        "/news/2": busy,
    }
    watched = watch(feed(outlet))
    assert kept(record) == ["1"]
    assert outlet.times("/news/2") == 3
    tally = watched.tallies["Feed"]
    assert tally.refused == {"HTTP 503 not available now": 1}
    assert not tally.failed


def test_server_that_asks_to_be_left_alone_is(
    outlet: Outlet, record: Record, watch: Watching
) -> None:
    outlet.publish(2)
    limited = Answer(b"slow down", status=429, headers={"Retry-After": "1"})
    outlet.answers |= {
        "/feed.xml": rss(outlet.base, [1, 2]),
        "/news/1": flaky(Answer(page(1)), limited),
    }
    watch(feed(outlet))
    assert kept(record) == ["1", "2"]
    refused = next(at for at, _, status in outlet.asked if status == 429)
    assert min(at - refused for at, _, _ in outlet.asked if at > refused) > 0.95


def test_source_that_asks_to_be_left_alone_for_long_is_left_to_a_later_run(
    outlet: Outlet, record: Record, watch: Watching
) -> None:
    outlet.answers["/feed.xml"] = Answer(status=429, headers={"Retry-After": "3600"})
    for _ in range(2):
        began = time.monotonic()
        watched = watch(feed(outlet))
        assert list(watched.tallies["Feed"].failed.values()) == ["HTTP 429 too many requests"]
        assert time.monotonic() - began < 5
    assert outlet.times("/feed.xml") == 1


def test_page_and_feed_that_vanish(outlet: Outlet, record: Record, watch: Watching) -> None:
    outlet.publish(1)
    outlet.answers["/feed.xml"] = rss(outlet.base, [1, 2])
    watched = watch(feed(outlet))
    assert watched.tallies["Feed"].refused == {"HTTP 404 not found": 1}
    assert watched.said == [f"{outlet.base}/news/2: HTTP 404 not found"]
    del outlet.answers["/feed.xml"]
    watched = watch(feed(outlet))
    assert list(watched.tallies["Feed"].failed.values()) == ["HTTP 404 not found"]
    outlet.publish(3)
    outlet.answers["/feed.xml"] = rss(outlet.base, [1, 2, 3])
    watched = watch(feed(outlet))
    assert kept(record) == ["1", "3"]
    assert outlet.times("/news/2") == 1
    assert not watched.tallies["Feed"].failed


@pytest.mark.parametrize("from_list", [True, False], ids=["feed", "page"])
def test_nothing_leads_into_a_private_network(
    outlet: Outlet, record: Record, watch: Watching, from_list: bool
) -> None:
    assert "localhost" not in LIMITS.allow_hosts
    astray = Answer(status=302, headers={"Location": "http://localhost:1/"}, tagged=False)
    outlet.answers["/feed.xml"] = astray if from_list else rss(outlet.base, [1])
    outlet.answers["/news/1"] = astray
    tally = watch(feed(outlet)).tallies["Feed"]
    reasons = list(tally.failed.values()) if from_list else list(tally.refused)
    (reason,) = reasons
    assert "leads into a private network, which is not fetched" in reason


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(b"<html><body>Moved</body></html>"), "not a feed"),
        (Answer(b"", "text/xml"), "empty"),
        (Answer(b'<!DOCTYPE r [<!ENTITY a "b">]><rss/>', "text/xml"), "entities of its own"),
        (Answer(b"\x89PNG\r\n", "image/png"), "not a page but image/png"),
        (Answer(b"<rss/>", "text/xml", delay=3), "no answer in time"),
    ],
    ids=["html", "empty", "entities", "picture", "slow"],
)
def test_list_that_is_none_is_named_and_the_others_go_on(
    outlet_of: Callable[[], Outlet], record: Record, watch: Watching, answer: Answer, reason: str
) -> None:
    bad, good = outlet_of(), outlet_of()
    bad.answers["/feed.xml"] = answer
    good.publish(1)
    good.answers["/feed.xml"] = rss(good.base, [1])
    watched = watch(feed(bad), {**feed(good), "name": "Good"}, patience=0)
    assert kept(record) == ["1"]
    assert reason in next(iter(watched.tallies["Feed"].failed.values()))


def test_watch_that_is_stopped_goes_on_where_it_was(
    outlet: Outlet, record: Record, watch: Watching
) -> None:
    outlet.publish(*range(9))
    outlet.answers["/feed.xml"] = rss(outlet.base, range(9))
    moves = 0

    def interrupted() -> None:
        nonlocal moves
        moves += 1
        if moves % 3 == 0:
            raise KeyboardInterrupt

    for _ in range(6):
        watch(feed(outlet), moved=interrupted)
    assert kept(record) == [str(n) for n in range(9)]
    # The one that was under way at each stop may have been asked for again.
    assert sum(outlet.times(f"/news/{n}") for n in range(9)) <= 9 + 6


def test_watching_on_and_on_takes_up_what_comes(
    outlet: Outlet, record: Record, watch: Watching
) -> None:
    outlet.publish(*range(4))
    outlet.answers["/feed.xml"] = rss(outlet.base, [0])

    def until(watched: Watched) -> bool:
        outlet.answers["/feed.xml"] = rss(outlet.base, range(len(watched.told) + 1))
        return len(record.documents()) == 4

    watch(feed(outlet), every=1.2, until=until)
    assert kept(record) == ["0", "1", "2", "3"]
    assert [outlet.times(f"/news/{n}") for n in range(4)] == [1, 1, 1, 1]


SPORT = (
    b"<html lang='en'><head><title>Home side goes top</title></head><body><article><h1>Home side "
    b"goes top</h1><p>The striker scored twice in the second half, and the home side went top of "
    b"the league.</p><p>The stadium was full, and it rained for most of the evening, as it had the "
    b"week before, and nobody in the crowd was seen to leave.</p></article></body></html>"
)


@pytest.mark.parametrize("where", ["source", "watch"])
def test_triage_passes_over_what_holds_no_engagement(
    outlet: Outlet, record: Record, watch: Watching, where: str
) -> None:
    outlet.publish(1)
    outlet.answers |= {"/feed.xml": rss(outlet.base, [1, 2]), "/news/2": Answer(SPORT)}
    asked = {"triage": True}
    first = watch(feed(outlet, **asked)) if where == "source" else watch(feed(outlet), **asked)
    assert kept(record) == ["1"]
    assert first.tallies["Feed"].passed == 1
    assert not first.tallies["Feed"].refused
    assert not first.said
    outlet.asked.clear()
    watch(feed(outlet, triage=True))
    assert outlet.times("/news/2") == 0  # once is enough


def test_pages_without_an_engagement_are_left_out_where_that_is_asked(
    outlet: Outlet, record: Record, watch: Watching
) -> None:
    outlet.publish(1)  # nothing is read from pages here: the first is kept when all are
    outlet.answers["/feed.xml"] = rss(outlet.base, [1])
    watch(feed(outlet))
    outlet.publish(1, version=2)
    outlet.publish(2)
    outlet.answers["/feed.xml"] = rss(outlet.base, [1, 2], "Wed, 06 Mar 2024 08:00:00 GMT")
    second = watch(feed(outlet, keep="engagements"))
    assert kept(record) == ["1"]
    assert (second.tallies["Feed"].left_out, second.tallies["Feed"].kept) == (1, {"new_version": 1})
    assert not second.said
    outlet.asked.clear()
    watch(feed(outlet, keep="engagements"))
    assert outlet.times("/news/2") == 0


def test_without_triage_all_pages_are_kept(outlet: Outlet, record: Record, watch: Watching) -> None:
    outlet.publish(1)
    outlet.answers |= {"/feed.xml": rss(outlet.base, [1, 2]), "/news/2": Answer(SPORT)}
    watch(feed(outlet))
    assert kept(record) == ["1", "2"]


def test_a_look_names_what_robots_are_forbidden_and_counts_a_page_once(
    outlet: Outlet, record: Record, quick: None
) -> None:
    outlet.publish(1, 2, 3)
    outlet.answers |= {
        "/robots.txt": Answer(b"User-agent: *\nDisallow: /news/2\n", "text/plain"),
        "/feed.xml": rss(outlet.base, [1, 2]),
        "/map.xml": sitemap(outlet.base, [1, 3]),
    }
    plan = plan_of(
        {
            "watch": {"pause": 0},
            "source": [
                feed(outlet),
                {"name": "Map", "sitemap": f"{outlet.base}/map.xml", "days": 0},
            ],
        }
    )
    one, other = look_at(plan, record, LIMITS)
    assert [url.rpartition("/")[2] for url in one.fresh] == ["1"]
    assert [(url.rpartition("/")[2], why) for url, why in one.barred] == [
        ("2", "robots.txt of its host forbids it")
    ]
    assert [url.rpartition("/")[2] for url in other.fresh] == ["3"]
    assert {path for _, path, _ in outlet.asked} == {"/robots.txt", "/feed.xml", "/map.xml"}
