"""`casewright new`: writes what is new into the workspace."""

import click

from generator.cli.new_action import command as action
from generator.cli.new_case import command as case
from generator.cli.new_customer import command as customer
from generator.cli.new_event import command as event
from generator.cli.new_meeting import command as meeting


@click.group("new")
def command() -> None:
    """Write something new: a customer, a case, or into a case.

    \b
    casewright new case brightwater/2026-03-orders --title "Night orders were not taken" --advocate ines
    casewright new event kestrel/2026-03-replication --contact out --next-update "2026-03-12 16:00" "Seven of seven."
    """


for one in (customer, case, event, meeting, action):
    command.add_command(one)
