"""`casewright completion`: the script by which a shell completes commands and options."""

import click

SHELLS = {
    "bash": "echo 'eval \"$(casewright completion bash)\"' >> ~/.bashrc",
    "zsh": "echo 'eval \"$(casewright completion zsh)\"' >> ~/.zshrc",
    "fish": "casewright completion fish > ~/.config/fish/completions/casewright.fish",
    "powershell": "casewright completion powershell >> $PROFILE",
}
"""What to type once, by shell."""


@click.command("completion", epilog="Exit codes: 0 printed, 2 wrong usage.")
@click.argument("shell", metavar="SHELL", type=click.Choice(list(SHELLS)))
def command(shell: str) -> None:
    """Print the script by which a shell completes commands and options.

    SHELL is bash, zsh, fish or powershell. Type the line for yours once, then open a new terminal.

    \b
    echo 'eval "$(casewright completion bash)"' >> ~/.bashrc
    echo 'eval "$(casewright completion zsh)"' >> ~/.zshrc
    casewright completion fish > ~/.config/fish/completions/casewright.fish
    casewright completion powershell >> $PROFILE
    """
    from click.shell_completion import get_completion_class

    from generator.cli import main

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"This version of click completes nothing in {shell}.")
    click.echo(kind(main, {}, "casewright", "_CASEWRIGHT_COMPLETE").source())
