"""The command line: one file a command, each loaded when it is called."""

from __future__ import annotations

import errno
import sys
from importlib import import_module

import click

from msglint import __version__
from msglint.errors import EXIT_UNREADABLE, EXIT_USAGE, UserError

COMMANDS = {
    "check": "msglint.cli.check_command:check",
    "text": "msglint.cli.text_command:text",
    "messaging": "msglint.cli.messaging_command:messaging",
    "rules": "msglint.cli.rules_command:rules",
    "explain": "msglint.cli.explain_command:explain",
    "eval": "msglint.cli.eval_command:evaluate",
}
SUMMARIES = {
    "check": "Check decks, PDFs and pages against the master messaging document.",
    "text": "Show what is read of an asset, and what is not.",
    "messaging": "Check the master messaging document itself.",
    "rules": "List the rules and test them.",
    "explain": "Say what a rule is for, or why a finding was made.",
    "eval": "Measure the judge on labelled data.",
}


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called, not for the list of commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, 1)
            hint = f" Did you mean '{near[0]}'?" if near else f" Commands: {', '.join(COMMANDS)}."
            ctx.fail(f"No such command '{args[0]}'.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(SUMMARIES.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="msglint %(version)s")
def cli() -> None:
    """The linter for what a company says.

    Checks every claim in decks, PDFs and web pages against one master messaging document. Start with:

        msglint check deck.pptx --messaging master_messaging.yaml
    """


def main() -> None:
    """Run the command line; expected errors are one line each, a crash names itself and exits 3.

    A problem in a line of a file starts with that place, as editors and CI logs expect.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        cli()
    except UserError as error:
        for problem in error.problems:
            click.echo(str(problem) if problem.line else f"msglint: {problem}", err=True)
        sys.exit(EXIT_USAGE)
    except (click.exceptions.Exit, SystemExit):
        raise
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(EXIT_UNREADABLE)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            _crash(error)
        click.echo("msglint: the report cannot be written: no space is left there", err=True)
        sys.exit(EXIT_UNREADABLE)
    except Exception as error:
        _crash(error)


def _crash(error: Exception) -> None:
    import traceback

    click.echo("".join(traceback.format_exception(error)), err=True)
    click.echo(
        f"msglint {__version__} crashed: {error!r}. This is a bug in msglint, not in your file; "
        "please report it with the lines above.",
        err=True,
    )
    sys.exit(EXIT_UNREADABLE)
