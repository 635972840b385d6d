"""What a command wants and was not given: asked for at a terminal, and wrong usage elsewhere."""

import sys
from collections.abc import Callable

import click

from generator.cli.matrix import one_line


def anything(text: str) -> object:
    """Whatever was said will do."""
    return text


def given(value: str | None, option: str, question: str, fits: Callable[[str], object] = anything) -> str:
    """The value of an option or argument, else the answer to a question where somebody is there to give one.

    `fits` raises click.BadParameter for what will not do; whoever sits at the terminal is asked again then.
    """
    text = one_line(value)
    if text is not None:
        fits(text)
        return text
    if not sys.stdin.isatty():
        raise click.UsageError(f"Say it with {option}: {question[0].lower()}{question[1:]}")

    def answered(typed: str) -> str:
        answer = one_line(typed) or ""
        fits(answer)
        return answer

    answer: str = click.prompt(question, prompt_suffix=" ", value_proc=answered)
    return answer
