"""A brief as PDF: its HTML printed by WeasyPrint in a process of its own, under limits."""

from __future__ import annotations

import os
import subprocess
import sys

from communique.dossier.html_form import to_html
from communique.dossier.parts import Brief

_SECONDS = 180
_NO_WEASYPRINT = 3
WHAT_TO_INSTALL = (
    "PDF needs the Pango library beside WeasyPrint: on Debian or Ubuntu `apt install "
    "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0`, on macOS `brew install pango`; "
    "or write .html and print that from a browser"
)


class PrintError(RuntimeError):
    """The brief could not be printed; the message says what to do."""


def to_pdf(brief: Brief, seconds: float = _SECONDS) -> bytes:
    """Return the whole file.

    Raises PrintError where Pango is missing, or where printing takes too long or too much.
    """
    page = to_html(brief, theme="print")
    command = [sys.executable, "-m", "communique.dossier.printing"]
    # Run from here, whatever lies in the working folder: -m would look there first.
    settings = {**os.environ, "PYTHONSAFEPATH": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
    try:
        done = subprocess.run(
            command,
            input=page.encode("utf-8"),
            capture_output=True,
            timeout=seconds,
            check=False,
            env=settings,
        )
    except subprocess.TimeoutExpired as error:
        raise PrintError(
            f"printing took over {seconds:.0f} seconds; write .html instead"
        ) from error
    if done.returncode == _NO_WEASYPRINT:
        raise PrintError(WHAT_TO_INSTALL)
    if done.returncode or not done.stdout.startswith(b"%PDF"):
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = lines[-1] if lines else f"it ended with {done.returncode}"
        raise PrintError(f"printing failed: {reason}; write .html instead")
    return done.stdout
