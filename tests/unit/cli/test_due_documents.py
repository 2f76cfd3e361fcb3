from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from relate_desktop.cli.due_documents import due_lines, due_text, rhythm_document, row_document, when_words
from relate_desktop.domain.cadence import Cadence, kept_rhythm
from relate_desktop.domain.due_list import due_rows
from relate_desktop.domain.person_rhythm import PersonRhythm
from relate_desktop.domain.promise import OwedBy
from relate_desktop.domain.reminder import snoozed
from relate_desktop.domain.wishes import Wishes
from tests.present import a_present, a_promise, a_reminder, at

PRESENT = a_present()


@pytest.mark.parametrize(
    ("due", "hour", "text", "words"),
    [
        (None, None, None, "when there is room"),
        ("2026-11-24", None, "2026-11-24", "today"),
        ("2026-11-27", "14:00", "2026-11-27T14:00:00+01:00", "Friday, 14:00"),
        ("2026-12-24", "08:00", "2026-12-24T08:00:00+01:00", "24 Dec, 08:00"),
    ],
)
def test_a_day_stays_a_day_and_an_hour_has_its_offset(
    due: str | None, hour: str | None, text: str | None, words: str
) -> None:
    (row,) = due_rows([a_reminder(due, hour)], (), PRESENT)
    assert due_text(row, PRESENT) == text
    assert when_words(row, PRESENT) == words


def test_promises_say_who_owes() -> None:
    mine, theirs = due_rows((), [a_promise(), a_promise(owed_by=OwedBy.THEIRS)], PRESENT)
    assert [row_document(row, {}, PRESENT)["owed_by"] for row in (mine, theirs)] == ["me", "them"]


def test_what_is_snoozed_says_until_when_where_the_laptop_is() -> None:
    present = a_present(zone="Asia/Tokyo")
    (row,) = due_rows([snoozed(a_reminder(), at("2026-11-25 09:00"))], (), present)
    assert row_document(row, {}, present)["snoozed_until"] == "2026-11-25T17:00:00+09:00"
    assert present.here == ZoneInfo("Asia/Tokyo")


def test_rows_of_a_table_say_how_something_repeats() -> None:
    (row,) = due_rows([a_reminder(repeats="FREQ=WEEKLY")], (), PRESENT)
    assert due_lines([row], PRESENT) == [("r7", "today", "Send the cover", "Every week")]


def test_a_rhythm_has_all_its_keys_even_when_there_is_none() -> None:
    nothing = PersonRhythm(None, Wishes(), False, False, None, None, None, None, None)  # noqa: FBT003 - nothing at all
    cadence = Cadence(42, None, 14)
    keeping = kept_rhythm(cadence, {}, None, agreed=False)
    chosen = PersonRhythm(cadence, Wishes(), False, False, keeping, None, None, None, None, PRESENT.today)  # noqa: FBT003 - the same
    assert rhythm_document(nothing).keys() == rhythm_document(chosen).keys()
    assert rhythm_document(chosen)["late_on"] == "2026-11-24"
    assert timedelta(days=rhythm_document(chosen)["every_days"]) == timedelta(weeks=6)
