"""All commands, in the order in which help lists them."""

from relate_desktop.cli import (
    accounts,
    agent,
    bulk,
    calendars,
    captures,
    changes,
    circles,
    editing,
    lists,
    lookup,
    lookups,
    meetings,
    merging,
    names,
    people,
    places,
    relations,
    reminders,
    removed,
    rhythm,
    timeline,
    today,
    transfer,
    upkeep,
)
from relate_desktop.cli.program import Command


def all_commands() -> tuple[Command, ...]:
    """Every command, worded in the language now in use."""
    return (
        *transfer.commands(),
        *people.commands(),
        *editing.commands(),
        *captures.commands(),
        *circles.commands(),
        *lists.commands(),
        *bulk.commands(),
        *merging.commands(),
        *relations.commands(),
        *names.commands(),
        *timeline.commands(),
        *reminders.commands(),
        *rhythm.commands(),
        *today.commands(),
        *meetings.commands(),
        *calendars.commands(),
        *accounts.commands(),
        *lookup.commands(),
        *lookups.commands(),
        *changes.commands(),
        *removed.commands(),
        *places.commands(),
        *agent.commands(),
        *upkeep.commands(),
    )
