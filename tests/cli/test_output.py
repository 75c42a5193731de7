"""What reaches the terminal: safe, on any encoding, and whole when piped."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from communique.views.printable import printable, safe_json, shortened


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Tô Lâm", "Tô Lâm"),
        ("习近平 and Владимир", "习近平 and Владимир"),
        ("two\n lines\t here", "two lines here"),
        ("clear\x1b[2J", r"clear\x1b[2J"),
        ("\x9b31mred", r"\x9b31mred"),
        ("bell\x07", r"bell\x07"),
        ("right\u202eto left", r"right\u202eto left"),
        ("\u2066isolated\u2069", r"\u2066isolated\u2069"),
        ("[bold]not markup[/bold]", "[bold]not markup[/bold]"),
    ],
)
def test_page_text_is_printed_as_words_only(words: str, printed: str) -> None:
    assert printable(words) == printed


@pytest.mark.parametrize(
    ("limit", "cut"), [(40, "a visit to the other side"), (12, "a visit to…"), (5, "a vi…")]
)
def test_long_words_are_cut_between_words(limit: int, cut: str) -> None:
    assert shortened("a visit to the other side", limit) == cut


def test_json_escapes_what_could_steer_a_terminal_and_means_the_same() -> None:
    value = {"quote": "a\x1bb\x9bc\u202ed\u2028e\x7f"}
    printed = safe_json(json.dumps(value, ensure_ascii=False))
    assert json.loads(printed) == value
    assert printed.isprintable()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_any_name_can_be_printed_in_any_encoding(encoding: str) -> None:
    program = (
        "from communique.cli.terminal import prepare_streams, say, show, show_json\n"
        "from communique.views.printable import plain\n"
        "prepare_streams()\n"
        "show(plain('Nguyễn Phú Trọng – 习近平'))\n"
        "show_json(['Nguyễn'])\n"
        "say('Nguyễn')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        check=True,
    )
    first, _, rest = done.stdout.partition(b"\n")
    if encoding == "ascii":
        assert first.rstrip() == b"Nguyen Phu Trong - XiJinPing"
    assert json.loads(rest.decode("utf-8")) == ["Nguyễn"]
