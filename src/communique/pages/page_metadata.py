"""What trafilatura finds of a page's title, author and site, without what else it would look for.

Its own function goes on to dates, categories, tags and licences, which are half of its time and of
no use here; the parts of it that are wanted are put together as it does.
"""

from __future__ import annotations

import logging
from typing import Any, NamedTuple

_LOGGER = logging.getLogger(__name__)


class Metadata(NamedTuple):
    """What meta tags, linked data, headings and the address of a page say."""

    title: str | None
    author: str | None
    site: str | None


def metadata_of(tree: Any) -> Metadata:
    """Read a page's tree, which is left as it is."""
    from trafilatura import metadata as parts

    found = parts.examine_meta(tree)
    if found.author and " " not in found.author:
        found.author = None
    try:
        found = parts.extract_meta_json(tree, found)
    except Exception as error:  # linked data may be of any shape, and is not needed
        _LOGGER.debug("linked data that cannot be read: %s", error)
    found.title = found.title or parts.extract_title(tree)
    found.author = found.author or parts.extract_author(tree)
    found.url = found.url or parts.extract_url(tree)
    found.sitename = found.sitename or parts.extract_sitename(tree)
    found.sitename = _named(found.sitename) if found.sitename else _site_of(found.url)
    found.clean_and_trim()
    return Metadata(found.title, found.author, found.sitename)


def _named(site: str) -> str:
    """A site's name as it is written in a text; "@daily" is that of an account."""
    name = site.lstrip("@")
    return name.title() if name and "." not in name and not name[0].isupper() else name


def _site_of(url: str | None) -> str | None:
    from trafilatura.metadata import META_URL

    found = META_URL.match(url) if url else None
    return str(found[1]) if found else None
