from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.clock import a_clock
from tests.open_book import a_book, a_person
from tests.unit.storage.due import a_reminder

NOW = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("UTC"))


def test_the_next_reminder_of_each_stands_in_their_row(tmp_path: Path) -> None:
    with a_book(tmp_path, a_clock(NOW)) as book:
        ada, bob, cem = (book.contacts.add(a_person(name)) for name in ("Ada", "Bob", "Cem"))
        book.reminders.add(a_reminder(ada, bob, due="2026-11-30"))
        book.reminders.add(a_reminder(ada, due="2026-11-27T14:00"))
        book.reminders.add(a_reminder(bob, due=None))
        rows = {row.id: row for row in book.contacts.summaries([ada, bob, cem])}
    assert (rows[ada].next_due_at, rows[ada].next_hour_known) == (
        datetime(2026, 11, 27, 14, tzinfo=ZoneInfo("UTC")),
        True,
    )
    assert rows[bob].next_due_at == datetime(2026, 11, 30, 8, 30, tzinfo=ZoneInfo("UTC"))
    assert not rows[bob].next_hour_known
    assert rows[cem].next_due_at is None


def test_of_what_was_missed_several_times_the_last_is_next(tmp_path: Path) -> None:
    with a_book(tmp_path, a_clock(NOW)) as book:
        ada = book.contacts.add(a_person("Ada"))
        book.reminders.add(a_reminder(ada, due="2026-11-01", repeats="FREQ=DAILY"))
        (row,) = book.contacts.summaries([ada])
        assert row.next_due_at == datetime(2026, 11, 24, 8, 30, tzinfo=ZoneInfo("UTC"))
