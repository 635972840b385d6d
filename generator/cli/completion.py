"""`casewright completion`: the script by which a shell completes commands and options."""

import click

SHELLS = ("bash", "zsh", "fish", "powershell")


@click.command("completion", epilog="Exit codes: 0 printed, 2 wrong usage.")
@click.argument("shell", metavar="SHELL", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    """Print the script by which a shell completes commands, options and the keys of a workspace.

    Cases, people, areas, customers, papers and codes are offered too, from the workspace that you are in. SHELL is
    bash, zsh, fish or powershell. Type the line for yours once, then open a new terminal.

    \b
    casewright completion bash >> ~/.bashrc
    echo 'autoload -Uz compinit && compinit; eval "$(casewright completion zsh)"' >> ~/.zshrc
    mkdir -p ~/.config/fish/completions; casewright completion fish > ~/.config/fish/completions/casewright.fish
    mkdir -Force (Split-Path $PROFILE); casewright completion powershell | Add-Content $PROFILE
    """
    from click.shell_completion import get_completion_class

    from generator.cli import main

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"This version of click completes nothing in {shell}.")
    click.echo(kind(main, {}, "casewright", "_CASEWRIGHT_COMPLETE").source())
