"""Help texts: every command says what it does and shows how it is called."""

import time

import click
import pytest
from click.testing import CliRunner

from communique.cli import main

COMMANDS = [
    *("read", "timeline", "show", "compare", "commitments", "people", "search", "brief"),
    *("export", "import", "check", "copy"),
]


def help_of(*command: str) -> str:
    result = CliRunner().invoke(main, [*command, "--help"])
    assert result.exit_code == 0
    return result.output


def test_the_contracts_commands_come_in_order_of_use() -> None:
    listed = [
        line.split()[0] for line in help_of().partition("Commands:\n")[2].splitlines() if line
    ]
    assert listed[: len(COMMANDS)] == COMMANDS


CORRECTIONS = ["merge", "split", "set", "reject", "name", "copy", "list", "undo"]


@pytest.mark.parametrize(
    "command",
    [*COMMANDS, "watch", "recode", "leaders refresh", *(f"correct {verb}" for verb in CORRECTIONS)],
)
def test_every_command_shows_examples_that_it_would_take(command: str) -> None:
    said = help_of(*command.split())
    shown = [line for line in said.splitlines() if "communique " + command in line]
    assert any(line.startswith("    ") or "|" in line for line in shown), said


@pytest.mark.parametrize("command", [*COMMANDS, "watch", "recode", "leaders", "correct"])
def test_help_fits_80_columns(command: str) -> None:
    assert max(map(len, help_of(command).splitlines())) <= 80


@pytest.mark.parametrize("command", ["timeline", "show", "commitments", "check"])
def test_what_the_contract_gives_json_has_json(command: str) -> None:
    assert "--json" in help_of(command)


def test_every_command_that_uses_a_record_takes_one() -> None:
    without = [
        name
        for name, command in main.commands.items()
        if not isinstance(command, click.Group)
        and name != "copy"  # it takes two
        and "--record" not in [option for each in command.params for option in each.opts]
    ]
    assert without == []


def test_help_answers_quickly() -> None:
    started = time.perf_counter()
    help_of()
    assert time.perf_counter() - started < 0.5


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["read"], "Missing argument 'INPUT...'"),
        (["timeline", "Ruritania"], "no state goes by 'Ruritania'"),
        (["timeline", "Ruritania"], "a person is asked for by --person 'Ruritania'"),
        (["timeline", "--since", "last week"], "'last week' is no date"),
        (["timeline", "--since", "2024-13"], "'2024-13' is no date"),
        (["timeline", "--kind", "duel"], "'duel' is not one of"),
        (["timeline", "--topic", "cheese"], "no topic 'cheese' in the codebook"),
        (["export", "--format", "xls"], "'xls' is not one of"),
        (["sing"], "No such command 'sing'"),
    ],
)
def test_wrong_usage_is_named_and_ends_with_2(arguments: list[str], words: str) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert words in result.stderr
