"""What takes place when, beside ical.js: every difference is named and explained, and no other is there.

Needs node, and RELATE_ICAL_JS with the path of ical.js (``dist/ical.js`` of its npm package).
``calendar_differences.tsv`` has a line for each event that the two understand differently.
"""

import csv
import json
import os
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from relate_desktop.domain.event_draft import EventDraft
from relate_desktop.domain.event_schedule import EventZone, span
from relate_desktop.domain.event_series import Scheduled, occurrences
from relate_desktop.domain.ids import CalendarId, EventId
from relate_desktop.formats.icalendar.read import interpret
from relate_desktop.formats.icalendar.split import RawComponent, components
from relate_desktop.formats.icalendar.zones import Zones
from tests.corpus import corpus

LIBRARY = os.environ.get("RELATE_ICAL_JS", "")
MOST, YEARS = 200, 5
DIFFERENCES = Path(__file__).with_name("calendar_differences.tsv")
WHY = {
    "file's rules": "a file's rules of a zone that the world knows are old or broken; here the world's count",
    "no zone": "ical.js takes a zone without rules in its file for floating, and finds no override by it",
    "first time": "DTSTART is the first time even where its rule names other days (RFC 5545 3.8.5.3)",
    "count": "COUNT counts DTSTART (RFC 5545 3.3.10), in several rules each for itself",
    "end": "an end before its start, or one day for a whole day; an end without zone is in that of the start",
    "year": "ical.js takes the nth day or week of a year for one of every week or month",
    "hours": "ical.js leaves out the second hour of the days of a yearly rule",
    "except": "ical.js does not know EXRULE",
    "leap day": "29 February does not come in common years; ical.js makes 1 March of it",
    "versions": "several versions of one event in one file; the latest sequence counts, of equals the last",
    "no date": "its start is no date",
    "until": "an UNTIL that is a day counts to the end of that day",
    "whole days": "further dates of a whole day are days, whatever hour they name",
    "override": "an override is an occurrence even where its series has none there, or names it by midnight",
    "old": "midnight to midnight is a whole day in vCalendar 1.0",
}

pytestmark = [
    pytest.mark.large,
    pytest.mark.skipif(not corpus.is_here(), reason=corpus.ABSENT),
    pytest.mark.skipif(not (LIBRARY and shutil.which("node")), reason="needs node and RELATE_ICAL_JS"),
]

Times = list[tuple[str, str]]


@dataclass
class Said:
    """What one file says here: the events of each UID, and the UIDs that cannot be shown."""

    series: dict[str, list[Scheduled]] = field(default_factory=lambda: defaultdict(list))
    refused: set[str] = field(default_factory=set)


class Explained(Zones):
    """Zones as ical.js has them: none but those that the file explains, so that rules alone are compared."""

    def __init__(self, raw: Iterable[RawComponent], names: Iterable[str]) -> None:
        super().__init__(raw)
        self._named = {name.replace("\\", "").strip() for name in names}

    def find(self, name: str, calendar: int = 0) -> EventZone | None:
        return super().find(name, calendar) if name.replace("\\", "").strip() in self._named else ""


def read(path: Path, zones: list[str]) -> Said:
    split = components(path.read_bytes())
    explained, said, number = Explained(split.components, zones), Said(), 0
    for component in split.components:
        if component.kind != "VEVENT":
            continue
        uid = component.uid or f"#{number}"
        number += 1
        draft = interpret(component, explained)
        if isinstance(draft, EventDraft):
            event = draft.shown(EventId(number), CalendarId(1))
            said.series[uid].append(Scheduled(event, draft.schedule))
        else:
            said.refused.add(uid)
    return said


def ours(series: list[Scheduled], theirs: Times, *, cut: bool) -> Times:
    """Our occurrences of an event, as far as theirs go."""
    first = min(span(one.schedule).first for one in series)
    start = first - timedelta(days=400) if first.year > 3 else first
    year = max(one.schedule.starts.year for one in series if one.schedule.replaces is None)
    found = occurrences(series, start, datetime(min(year + YEARS + 1, 9998), 1, 1, tzinfo=UTC), UTC)
    form = {True: "%Y-%m-%d", False: "%Y-%m-%dT%H:%M:%S"}
    times = [
        (one.starts_at.strftime(form[one.all_day]), one.ends_at.strftime(form[one.all_day])) for one in found
    ]
    return sorted(time for time in times if not cut or (theirs and time[0] <= theirs[-1][0]))


@cache
def asked() -> list[dict[str, Any]]:
    names = "\n".join(map(str, corpus.calendars()))
    line = ["node", str(Path(__file__).with_name("ical_js.mjs")), LIBRARY, str(MOST), str(YEARS)]
    ran = subprocess.run(
        line,
        input=names,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
        env={**os.environ, "TZ": "UTC"},
    )
    return [json.loads(answer) for answer in ran.stdout.splitlines()]


@cache
def compared() -> tuple[int, frozenset[tuple[str, str]]]:
    """How many events both understand alike, and those they do not, by file and UID."""
    alike, different = 0, set()
    for answer in asked():
        path = Path(answer["path"])
        said = read(path, answer.get("zones", []))
        for uid, event in answer.get("events", {}).items():
            if "found" not in event:
                continue
            series = said.series.get(uid, [])
            theirs = sorted((start, end) for start, end in event["found"])
            is_series = any(one.schedule.replaces is None for one in series)
            if is_series and ours(series, theirs, cut=event["cut"]) == theirs:
                alike += 1
            elif is_series or uid in said.refused:
                different.add((corpus.name(path), uid))
    return alike, frozenset(different)


@cache
def explained() -> dict[tuple[str, str], str]:
    with DIFFERENCES.open(encoding="utf-8", newline="") as lines:
        return {(row["file"], row["uid"]): row["why"] for row in csv.DictReader(lines, delimiter="\t")}


def test_every_difference_is_explained() -> None:
    assert compared()[1] - explained().keys() == set()


def test_no_explanation_outlives_its_difference() -> None:
    assert explained().keys() - compared()[1] == set()


def test_explanations_are_sentences_of_this_page() -> None:
    assert set(explained().values()) <= WHY.keys()


def test_nearly_everything_is_alike() -> None:
    assert compared()[0] >= 7_000
