"""Who published a page, and in what order that outlet writes day and month."""

from __future__ import annotations

import re
from functools import cache

from communique.addresses import host_of
from communique.pages import marks
from communique.pages.article import Article
from communique.pages.looks import Look
from communique.pages.marks import Outlet, folded

_TITLE_TAIL = re.compile(r"\s+[|–—-]\s+(?P<tail>[^|–—]{2,40})$")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©:,]*(?:by\s+)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?[\s,]*"
    r"(?:by\s+)?(?P<name>[^.,|©]{2,50})",
    re.IGNORECASE,
)
_LONGEST_NAME = 5
_SIGNED = re.compile(r"[-–—/(\[]\s*(?P<name>[A-Z][\w.' -]{1,30}?)\s*[)\]/.]*$")


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in marks.outlets() for domain in outlet.domains}


@cache
def _by_name() -> dict[str, Outlet]:
    return {folded(mark): outlet for mark, outlet in marks.outlets_by_mark().items()}


def domain_of(url: str | None) -> str | None:
    """The host of a URL without ``www.``, None without one."""
    host = host_of(url)
    return host.removeprefix("www.") if host else None


def outlet_of_domain(url: str | None) -> Outlet | None:
    """The outlet whose domain a URL lies in, by the longest domain that fits."""
    host = domain_of(url)
    while host and "." in host:
        if host in _by_domain():
            return _by_domain()[host]
        host = host.split(".", 1)[1]
    return None


def outlet_of_name(name: str | None) -> Outlet | None:
    """The outlet known by this name or these initials."""
    return _by_name().get(folded(name.strip(" .()/"))) if name else None


def order_of_domain(url: str | None) -> str | None:
    """The order of day and month that a URL speaks for: its outlet's, else its country's."""
    outlet = outlet_of_domain(url)
    if outlet is not None and outlet.order:
        return outlet.order
    host = domain_of(url)
    ending = host.rsplit(".", 1)[-1] if host else ""
    if ending in marks.month_first_endings():
        return "month"
    if len(ending) == 2 and ending.isalpha() and ending not in marks.mixed_order_endings():
        return None if ending in ("co", "io", "tv", "me", "ai", "ly") else "day"
    return None


def order_of_language(language: str | None) -> str | None:
    """The order that a language tag speaks for; plain English speaks for none."""
    tag = (language or "").replace("_", "-").casefold()
    if tag in ("en-us", "en-ph"):
        return "month"
    if not tag or tag.split("-")[0] == "en":
        return "day" if tag in ("en-gb", "en-au", "en-nz", "en-in", "en-ie") else None
    return None if tag.split("-")[0] in ("zh", "ja", "ko", "fa", "hu", "mn", "lt") else "day"


def order_of_article(article: Article, agency: str | None) -> str | None:
    """The order of day and month that the outlet or the agencies named on a page speak for."""
    known = outlet_of_name(outlet_of_article(article, agency))
    if known is not None and known.order:
        return known.order
    for one in article.page:
        for part in re.split(r"[/|,]", one.credit or ""):
            credited = outlet_of_name(part)
            if credited is not None and credited.order:
                return credited.order
    return None


def outlet_of_article(article: Article, agency: str | None) -> str | None:
    """Whom a bare text's own signs name as outlet: dateline, source, sign-off, copyright."""
    if agency:
        known = outlet_of_name(agency)
        return known.name if known else agency
    for one in article.page:
        if one.source and (one.look is Look.SOURCE or one.stamp):
            known = outlet_of_name(one.source)
            return known.name if known else one.source
    return _signed(article) or _under_headline(article) or _copyright(article)


def _signed(article: Article) -> str | None:
    """The outlet whose name closes the article or stands in a stamp beside its date."""
    body = article.body
    if body is None:
        return None
    last = article.page[body.last].text
    found = _SIGNED.search(last[-60:])
    known = outlet_of_name(found["name"]) if found else None
    if known is not None:
        return known.name
    for one in article.page[max(0, body.first - 8) : body.first + 3]:
        for part in one.stamp.rest.split(" | ") if one.stamp else ():
            known = outlet_of_name(part)
            if known is not None:
                return known.name
    return None


def _under_headline(article: Article) -> str | None:
    """The outlet of a line right under the headline that is nothing but an outlet's name."""
    at, body = article.headline_at, article.body
    if at is None or body is None or not at + 1 < body.first:
        return None
    line = article.page[at + 1].text.strip()
    known = outlet_of_name(line)
    if known is not None:
        return known.name
    words = line.split()
    ends = {words[0].casefold(), words[-1].casefold()}
    named = not ends.isdisjoint(marks.credit_words("masthead"))
    capitals = all(word[:1].isupper() or word in ("of", "the", "and") for word in words)
    return line if named and capitals and 2 <= len(words) <= _LONGEST_NAME else None


def _copyright(article: Article) -> str | None:
    for one in article.page:
        if one.look is not Look.STOP:
            continue
        found = _COPYRIGHT.search(one.text)
        name = found["name"].strip(" -–—|") if found else ""
        name = re.sub(r"\s*all rights reserved.*$", "", name, flags=re.IGNORECASE).strip()
        if 1 <= len(name.split()) <= 6 and name[:1].isupper():
            known = outlet_of_name(name)
            return known.name if known else name
    return None


def split_title(title: str) -> tuple[str, str | None]:
    """Part "Headline - Outlet" where the tail names a known outlet; else the title alone."""
    found = _TITLE_TAIL.search(title)
    if found is None:
        return title, None
    known = outlet_of_name(found["tail"])
    return (title[: found.start()].rstrip(), known.name) if known else (title, None)
