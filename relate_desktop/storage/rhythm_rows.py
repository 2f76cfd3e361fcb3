"""Rhythms and wishes as rows, and back."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.domain.person_rhythm import Chosen
from relate_desktop.domain.wishes import EVERY_DAY, Stretch, Wishes
from relate_desktop.storage.rows import storable

FIELDS = (
    "ideal",
    "latest",
    "no_sooner",
    "agreed",
    "asked",
    "stretches",
    "days",
    "zone",
    "channel",
    "least_gap",
    "paused_until",
    "no_more_contact",
)
"""The columns that a choice fills, in order."""

COLUMNS = ",".join(FIELDS)


def chosen_columns(chosen: Chosen) -> tuple[object, ...]:
    """The columns ``FIELDS`` of a choice."""
    wishes = chosen.wishes
    return (
        *cadence_columns(chosen.cadence),
        int(chosen.agreed),
        int(chosen.asked),
        ",".join(f"{one.start:%H:%M}-{one.end:%H:%M}" for one in wishes.stretches),
        "".join(str(day) for day in sorted(wishes.days)),
        storable(wishes.zone),
        None if wishes.channel is None else wishes.channel.value,
        wishes.least_gap,
        None if wishes.paused_until is None else wishes.paused_until.isoformat(),
        int(wishes.no_more_contact),
    )


def chosen_of(row: Sequence[Any]) -> Chosen:
    """The choice of a row of ``FIELDS``."""
    ideal, latest, no_sooner, agreed, asked, stretches, days, zone, channel, gap, paused, no_more = row
    wishes = Wishes(
        stretches=tuple(_stretch(text) for text in stretches.split(",") if text),
        days=frozenset(int(day) for day in days) & EVERY_DAY,
        zone=zone,
        channel=None if channel is None else InteractionKind(channel),
        least_gap=gap,
        paused_until=None if paused is None else date.fromisoformat(paused),
        no_more_contact=bool(no_more),
    )
    return Chosen(cadence_of(ideal, latest, no_sooner), wishes, bool(agreed), bool(asked))


def cadence_columns(cadence: Cadence | None) -> tuple[int | None, int | None, int | None]:
    """``ideal``, ``latest`` and ``no_sooner``."""
    return (None, None, None) if cadence is None else (cadence.ideal, cadence.latest, cadence.no_sooner)


def cadence_of(ideal: int | None, latest: int | None, no_sooner: int | None) -> Cadence | None:
    """The cadence of its three columns."""
    return None if ideal is None else Cadence(ideal, latest, no_sooner)


def _stretch(text: str) -> Stretch:
    start, _dash, end = text.partition("-")
    return Stretch(time.fromisoformat(start), time.fromisoformat(end))
