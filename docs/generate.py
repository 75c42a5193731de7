#!/usr/bin/env python3
"""Make the generated parts of the documentation: codebook tables and the command reference.

python docs/generate.py           write docs/codebook.md and docs/cli.md anew
python docs/generate.py --check   change nothing; exit code 1 where one is out of date
"""

from __future__ import annotations

import re
import sys
import tomllib
from enum import StrEnum
from pathlib import Path

import click

from communique import model
from communique.cli import main as cli
from communique.exchange.export import COLUMNS
from communique.knowledge.frames.codes import event_codes
from communique.web.api import OPERATIONS

DOCS = Path(__file__).parent
_BLOCK = re.compile(
    r"(?P<open><!-- (?P<form>table|list|codes): (?P<name>\w+) -->\n)"
    r"(?:(?:(?!<!-- (?:table|list|codes)).)*?<!-- end -->\n|)",
    re.DOTALL,
)


def generated() -> dict[Path, str]:
    """Return every generated page with the text it should have."""
    codebook, output, serving = (DOCS / f"{name}.md" for name in ("codebook", "output", "serving"))
    return {
        serving: with_operations(serving.read_text("utf-8")),
        codebook: with_tables(codebook.read_text("utf-8")),
        output: with_tables(output.read_text("utf-8")),
        DOCS / "cli.md": command_reference(),
    }


def with_tables(page: str) -> str:
    """Return a page with what stands between its markers made anew.

    Raises KeyError where a marker names no type of the model, ValueError where the meanings and
    the words of a type are not the same.
    """
    meanings = tomllib.loads((DOCS / "meanings.toml").read_text("utf-8"))
    return _BLOCK.sub(lambda found: found["open"] + _block(found, meanings), page)


def with_operations(page: str) -> str:
    """Return a page that ends in the table of what the API can be asked, with the table anew."""
    before, mark, _ = page.partition("<!-- operations -->\n")
    lines = ["", "| | address | what |", "|---|---|---|"]
    for one in OPERATIONS:
        query = ", ".join(f"`{parameter.name}`" for parameter in one.parameters)
        asked = f" Query: {query}." if query else ""
        lines.append(f"| {one.method} | `{one.path}` | {one.about}{asked} |")
    return "\n".join([before + mark.rstrip("\n"), *lines, ""])


def _block(found: re.Match[str], meanings: dict[str, dict[str, str]]) -> str:
    name = found["name"]
    words = COLUMNS if name == "COLUMNS" else getattr(model, name)
    if found["form"] == "codes":
        lines = code_table(words)
    elif found["form"] == "list":
        ordered = words if isinstance(words, tuple) else sorted(words)
        lines = [", ".join(f"`{word}`" for word in ordered) + "."]
    else:
        lines = enum_table(words, meanings[name])
    return "\n".join(["", *lines, "", "<!-- end -->", ""])


def enum_table(words: type[StrEnum], meanings: dict[str, str]) -> list[str]:
    """Return the lines of a table of an enum's words and their meanings."""
    expected = {word.value for word in words}
    if expected != meanings.keys():
        raise ValueError(f"{words.__name__}: {sorted(expected ^ meanings.keys())} do not match")
    rows = [f"| `{word.value}` | {meanings[word.value]} |" for word in words]
    return ["| word | meaning |", "|---|---|", *rows]


def code_table(kinds: type[StrEnum]) -> list[str]:
    """Return the lines of the table of kinds of engagement and their PLOVER and CAMEO codes."""
    lines = ["| kind | PLOVER | CAMEO |", "|---|---|---|"]
    for kind in kinds:
        codes = event_codes(kind.value)
        plover = f"{codes.event}/{codes.mode}" if codes.mode else codes.event
        lines.append(f"| `{kind.value}` | {plover} | {codes.cameo} |")
    return lines


def command_reference() -> str:
    """Return the page that holds every command's help."""
    parts = [
        "# Command reference\n",
        "Made from the program's own help by `docs/generate.py`.\n",
        *_command_parts(cli, "communique", None),
        "## Exit codes\n",
        "| code | meaning |\n|---|---|",
        "| 0 | done |",
        "| 1 | some inputs could not be read or report no engagement (each is named on standard "
        "error, the rest is kept), "
        "`check` found a broken rule, or the command could not do its work |",
        "| 2 | the command was used wrongly |",
        "| 130 | interrupted; what was finished before is kept |\n",
    ]
    return "\n".join(parts)


def _command_parts(command: click.Command, name: str, parent: click.Context | None) -> list[str]:
    settings = {**command.context_settings, "terminal_width": 80}
    context = click.Context(command, info_name=name, parent=parent, **settings)
    help_text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    parts = [f"## {context.command_path}\n", f"```text\n{help_text}\n```\n"]
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            parts += _command_parts(command.commands[child], child, context)
    return parts


def main(arguments: list[str]) -> int:
    """Write or check the generated pages; return the exit code."""
    stale = [
        path
        for path, text in generated().items()
        if not path.exists() or path.read_text("utf-8") != text
    ]
    if arguments == ["--check"]:
        for path in stale:
            print(f"{path.name} is out of date; run: python docs/generate.py", file=sys.stderr)
        return 1 if stale else 0
    for path in stale:
        path.write_text(generated()[path], "utf-8")
        print(f"wrote {path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
