from typing import Any

import pytest

from relate_desktop.domain.change_details import RowChange
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.property import Parameter, Property
from relate_desktop.storage import schema
from relate_desktop.storage.change_rows import UNSEEN
from relate_desktop.words.row_changes import line_value, row_sentence, row_what
from tests.bare import bare


def a_line(was: str | None, now: str | None, name: str = "EMAIL") -> RowChange:
    """A line of a card that was or is."""
    home = (Parameter("TYPE", ("home",)),)
    old, new = (Property(name, text, home) if text is not None else None for text in (was, now))
    row = {"contact_id": 1}
    return RowChange("properties", 7, ContactId(1), row if old else None, row if new else None, old, new)


def a_row(table: str, before: dict[str, Any] | None, after: dict[str, Any] | None) -> RowChange:
    """A row of another table."""
    return RowChange(table, 7, None, before, after)


def test_lines_of_cards_are_told_with_their_label() -> None:
    assert bare(row_sentence(a_line(None, "a@b.c"))) == "E-mail (home) added: a@b.c"
    assert bare(row_sentence(a_line("a@b.c", None))) == "E-mail (home) removed: a@b.c"
    assert bare(row_sentence(a_line("a@b.c", "d@e.f"))) == "E-mail (home): a@b.c, now d@e.f"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (a_row("contacts", None, {"trashed_at": None}), "New person"),
        (a_row("contacts", {"trashed_at": None}, {"trashed_at": 5}), "Removed"),
        (a_row("contacts", {"trashed_at": 5}, {"trashed_at": None}), "Put back"),
        (
            a_row("entries", None, {"kind": "call", "on_day": "2026-03-01", "text": "the  tea"}),
            "Call added: 1 March 2026, the tea",
        ),
        (
            a_row("entries", {"kind": "note", "on_day": "2026-03-01", "text": ""}, None),
            "Note removed: 1 March 2026",
        ),
        (
            a_row(
                "reminders",
                {"text": "Ring", "due_on": "2026-03-01", "done_at": None},
                {"text": "Ring", "due_on": "2026-03-01", "done_at": 5},
            ),
            "Reminder: Ring, 1 March 2026, now Ring, 1 March 2026, done",
        ),
        (
            a_row("promises", {"text": "cover", "kept_at": None}, {"text": "cover", "kept_at": 1}),
            "Promise: cover, now cover, kept",
        ),
        (
            a_row("rhythms", {"ideal": None}, {"ideal": 14}),
            "Stay in touch: no rhythm, now every two weeks",
        ),
        (
            a_row("circle_rhythms", None, {"circle": "Family", "ideal": 30}),
            "Rhythm of a circle added: Family, every month",
        ),
        (a_row("moments", None, {"label": "Moved", "date": "--03-01"}), "Moment added: Moved, 1 March"),
        (a_row("set_asides", None, {"on_day": "2026-03-01"}), "Not now added: 1 March 2026"),
        (a_row("kept_apart", {"one_id": 1}, None), "Two people removed"),
        (a_row("tomorrows_table", None, {"x": 1}), "Something beside the cards"),
    ],
)
def test_rows_beside_the_cards_are_told(row: RowChange, words: str) -> None:
    assert bare(row_sentence(row)) == words


def test_a_line_that_changed_hands_came_over() -> None:
    line = a_line("a", "a")
    moved = RowChange("properties", 7, ContactId(2), {"contact_id": 1}, {"contact_id": 2}, line.was, line.now)
    assert bare(row_sentence(moved)) == "E-mail (home) came over: a"


def test_what_is_foreign_is_one_safe_line() -> None:
    assert "\u202e" not in line_value(Property("NOTE", "a\u202eb"))
    assert "\n" not in line_value(Property("NOTE", "a\\nb"))
    assert len(line_value(Property("NOTE", "x" * 5000))) < 200
    assert line_value(Property("PHOTO", "media:" + "0" * 64)) == "a picture"
    assert line_value(Property("BDAY", "1815-12-10")) == "10 December 1815"
    assert bare(line_value(Property("CATEGORIES", "Clients,Friends"))) == "Clients, Friends"
    assert bare(line_value(Property("N", "Lovelace;Ada;;;"))) == "Lovelace; Ada"


def test_every_table_that_is_told_has_a_name() -> None:
    other = row_what(a_row("nothing_like_it", None, {}))
    told = {table.name for table in schema.JOURNALLED} - UNSEEN - {"properties", "entries"}
    assert [name for name in told if row_what(a_row(name, None, {})) == other] == []
