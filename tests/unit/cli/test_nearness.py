from dataclasses import replace
from pathlib import Path

from relate_desktop.cli.nearness import nearness
from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.promise import OwedBy
from tests.open_book import a_book, a_person
from tests.unit.storage.due import a_promise, a_reminder


def test_reminders_promises_and_rhythm_stand_under_headings(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada"))
        assert nearness(book, ada).lines == []
        book.reminders.add(a_reminder(ada))
        book.promises.add(a_promise(ada))
        book.promises.add(replace(a_promise(ada, text="the draft"), owed_by=OwedBy.THEIRS))
        book.rhythms.set(ada, Cadence(42))
        found = nearness(book, ada)
    assert [line for line in found.lines if line and not line.startswith(("r", "p"))] == [
        "Reminders",
        "You owe",
        "They owe",
        "Stay in touch: every six weeks.",
    ]
    assert [item["id"] for item in found.reminders] == ["r1", "p1", "p2"]
    assert found.rhythm["every"] == "6w"
