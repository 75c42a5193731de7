"""The command line: ``communique read``, ``timeline``, ``show`` and their company.

Nothing heavy is imported here, so that ``communique --help`` answers at once; each command brings
in the rooms that it needs when it runs.
"""

import click

from communique import __version__
from communique.cli.asking import commitments, compare, people, show, timeline
from communique.cli.briefing import brief
from communique.cli.copying import copy
from communique.cli.correcting import correct
from communique.cli.keeping import check, export, import_decisions
from communique.cli.leaders import leaders
from communique.cli.reading import read
from communique.cli.recoding import recode
from communique.cli.rooms import first_line
from communique.cli.searching import search
from communique.cli.serving import serve
from communique.cli.terminal import prepare_streams
from communique.cli.users import users
from communique.cli.watching import watch


class _Main(click.Group):
    """A group whose help lists the commands as they were added.

    What the record complains of while a command runs is said in one line: with exit code 2 where
    what was asked cannot be understood as asked, with 1 where it can and the record does not have
    it, or refuses it.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ValueError as error:
            from communique.record import RecordError, UnclearError

            if isinstance(error, UnclearError):
                raise click.UsageError(first_line(error)) from error
            if isinstance(error, RecordError):
                raise click.ClickException(first_line(error)) from error
            raise


@click.group(
    cls=_Main,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    epilog="Start with: communique read PAGES/, then communique timeline.",
)
@click.version_option(__version__, prog_name="communique")
def main() -> None:
    """Reads diplomatic news and keeps the record.

    Who called, met, visited, wrote to, invited and promised whom; and for every value the words
    of the page that say so.
    """
    prepare_streams()


_ASKING = (timeline, show, compare, commitments, people, search, brief)
_KEEPING = (export, import_decisions, check, copy)
for _command in (read, *_ASKING, *_KEEPING, watch, correct, recode, leaders, serve, users):
    main.add_command(_command)
