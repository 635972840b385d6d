"""What was typed as a new key or as a time zone; whoever typed something else is told how to write one."""

from typing import Any
from zoneinfo import ZoneInfo

import click


class Day(click.DateTime):
    """A day as it is typed, 2026-03-20; whoever typed another form is told this one."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day, at its first hour."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{click.format_filename(str(value))!r} is no day. Write it as 2026-03-20.", param, ctx)


def key_typed(text: str, hint: str) -> str:
    """A key that a folder or a file may be called by. Raises click.BadParameter about `hint` for anything else."""
    from generator.source.names import KEY

    if not KEY.fullmatch(text):
        raise click.BadParameter(
            f"{click.format_filename(text)!r} is no key: write small letters, digits and hyphens.",
            param_hint=hint,
        )
    return text


def zone_typed(name: str, option: str = "--timezone") -> ZoneInfo:
    """The zone of an IANA name. Raises click.BadParameter about the option for anything else."""
    from generator.model.scalars.zones import find_zone

    zone = find_zone(name)
    if zone is None:
        raise click.BadParameter(
            f"There is no time zone {click.format_filename(name)!r}. Write it as Europe/Prague.",
            param_hint=option,
        )
    return zone
