"""The `casewright` command: which commands there are, and what happens when the surroundings are broken."""

import sys
from importlib import import_module
from typing import NamedTuple

import click

from generator import __version__
from generator.errors import CasewrightError, NoSuchMoment


class Entry(NamedTuple):
    """Where a command lives, and its line in the list of commands."""

    module: str
    summary: str


COMMANDS = {
    "init": Entry("generator.cli.init", "Make a first workspace, with a complete case to look at."),
    "check": Entry("generator.cli.check", "Say everything that is wrong with the case files."),
    "explain": Entry("generator.cli.explain", "Say why a finding matters and how to mend it."),
    "build": Entry("generator.cli.build", "Make the site and every paper."),
    "call": Entry("generator.cli.call", "Say whom to ring, who was tried, and the words to use."),
    "serve": Entry("generator.cli.serve", "Show the site while you write, on this machine alone."),
    "paper": Entry("generator.cli.paper", "Make one paper, as a page and a PDF."),
    "issue": Entry("generator.cli.issue", "Issue a paper: seal its data, and write it into the case."),
    "new": Entry("generator.cli.new", "Write something new into a case."),
    "verify": Entry(
        "generator.cli.verify", "Say which version a printed paper is, and whether it still holds."
    ),
    "who": Entry("generator.cli.who", "Say whom to ring now, then whom, at which minute."),
    "tried": Entry("generator.cli.tried", "Write down that somebody was rung, and hear whom to ring next."),
    "confirmed": Entry("generator.cli.confirmed", "Write down that somebody's number was checked."),
    "away": Entry("generator.cli.away", "Write down who is away and who stands in, and what to set up."),
    "contacts": Entry("generator.cli.contacts", "Take people and matrix to a spreadsheet, or in from one."),
    "fmt": Entry("generator.cli.fmt", "Put the keys of case files in order, and their white space."),
    "fix": Entry("generator.cli.fix", "Mend the findings that have one safe answer."),
    "diff": Entry("generator.cli.diff", "Say what changed between two commits, in words."),
    "gate": Entry("generator.cli.gate", "Check a change, and make all that its reviewers read."),
    "import": Entry("generator.cli.importing", "Make drafts of cases from what other tools kept."),
    "schema": Entry("generator.cli.schema", "Write the JSON Schemas that editors complete from."),
    "completion": Entry("generator.cli.completion", "Print the script by which a shell completes."),
    "doctor": Entry("generator.cli.doctor", "Say what is missing on this machine, and how to mend it."),
}
"""Every command in the order of `--help`. Its module offers `command`, and is imported only to run it."""


class Surroundings(click.ClickException):
    """Broken surroundings, told as they are, with exit code 3."""

    exit_code = 3

    def show(self, file: object = None) -> None:  # noqa: ARG002 - click's signature
        """Prints the user's sentence on stderr."""
        click.echo(self.message, err=True)


class Commands(click.Group):
    """A group that knows its commands by name and imports one only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names in the order of `--help`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now, or None; with the words that a shell completes, where one asks."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name].module).command
        if ctx.resilient_parsing:
            import_module("generator.cli.offering").offer(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was called, or a usage error that names the nearest."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            raise click.NoSuchCommand(error.command_name, possibilities=COMMANDS, ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands, written without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command; the one place where broken surroundings become an exit code."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(
                stream, "reconfigure"
            ):  # A character that the terminal cannot show must not end the run.
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except NoSuchMoment as error:
            raise click.UsageError(str(error)) from error
        except CasewrightError as error:
            raise Surroundings(str(error)) from error
        except (KeyboardInterrupt, click.Abort):
            raise click.exceptions.Exit(130) from None


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Casework-as-code for customer escalations: case files in, checked papers and a site out.

    \b
    casewright check                 what is wrong with the case files here
    casewright build                 the site, in site/index.html
    casewright paper situation-summary kestrel/2026-03-replication
    """
