"""What a command wants and was not given: asked for at a terminal, and wrong usage elsewhere."""

import sys

import click


def given(value: str | None, option: str, question: str) -> str:
    """The value of an option, or the answer to a question where somebody is there to give one."""
    if value is not None and value.strip():
        return " ".join(value.split())
    if not sys.stdin.isatty():
        raise click.UsageError(f"Say it with {option}: {question[0].lower()}{question[1:]}")
    answer: str = click.prompt(question, type=str)
    return " ".join(answer.split())
