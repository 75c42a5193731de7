"""HTML on standard input to PDF on standard output: ``python -m communique.dossier.printing``.

Nothing is fetched. Ends with 3 where WeasyPrint or the libraries under it are missing.
"""

from __future__ import annotations

import sys
from typing import Any

_MOST_MEMORY = 3 * 1024**3
_MISSING = 3


def main() -> int:
    """Print standard input; return the exit code."""
    _limit_memory()
    try:
        from weasyprint import HTML  # type: ignore[import-untyped]
        from weasyprint.urls import URLFetcher  # type: ignore[import-untyped]
    except (ImportError, OSError) as error:  # OSError: a library that it loads is not there
        print(error, file=sys.stderr)
        return _MISSING

    class Nothing(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            raise ValueError(f"a brief fetches nothing: {url}")

    page = sys.stdin.buffer.read().decode("utf-8")
    printed = HTML(string=page, url_fetcher=Nothing()).write_pdf(pdf_variant="pdf/ua-1")
    sys.stdout.buffer.write(printed)
    return 0


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # no such limits on this system
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


if __name__ == "__main__":
    sys.exit(main())
