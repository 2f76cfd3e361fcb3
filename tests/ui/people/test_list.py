"""The list of many people in a whole window."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QListView
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Happened
from relate_desktop.domain.place import Place
from relate_desktop.domain.text import FIRST_STRONG_ISOLATE, POP_ISOLATE, isolate
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.people.rows import shortened
from tests.open_book import a_person
from tests.ui.window import a_desk
from tests.unit.services.going import a_job

WIDGETS = ((QListView, "people.list"), (QLineEdit, "people.search"))
MANY = 1600
"""More than the rows that are laid out at once."""


def test_a_change_from_elsewhere_leaves_the_list_where_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    cards = tmp_path / "phone.vcf"
    cards.write_text(
        "".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:Person {number:04}\nEND:VCARD\n" for number in range(MANY)),
        encoding="utf-8",
    )
    with a_desk(tmp_path / "book", "Ada Lovelace") as desk:
        desk.book.imports.run([cards], job=a_job())
        desk.frame.navigator.go(Place("people"))
        view = desk.window.findChild(QListView, "people.list")
        assert isinstance(view, QListView)
        qtbot.waitUntil(lambda: view.model().rowCount() == MANY + 1)
        bar = view.verticalScrollBar()
        qtbot.waitUntil(lambda: bar.maximum() > MANY * 30)
        bar.setValue(bar.maximum() - 100)
        seen = bar.value()
        desk.book.contacts.add(a_person("Zoe Last"))
        qtbot.waitUntil(lambda: view.model().rowCount() == MANY + 2)
        qtbot.waitUntil(lambda: bar.value() == seen)


def test_typing_in_the_list_goes_to_whoever_begins_so_however_far_away(qtbot: QtBot, tmp_path: Path) -> None:
    cards = tmp_path / "phone.vcf"
    cards.write_text(
        "".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:Person {number:04}\nEND:VCARD\n" for number in range(MANY)),
        encoding="utf-8",
    )
    with a_desk(tmp_path / "book", "Ada Lovelace", "Zoë Last", "Zora") as desk:
        desk.book.imports.run([cards], job=a_job())
        desk.frame.navigator.go(Place("people"))
        view = desk.window.findChild(QListView, "people.list")
        assert isinstance(view, QListView)
        qtbot.waitUntil(lambda: view.model().rowCount() == MANY + 3)
        for typed, name in (
            ("zo", "Zoë Last"),
            ("zor", "Zora"),
            ("person 09", "Person 0900"),
            ("q", "Person 0900"),
        ):
            view.keyboardSearch("")
            view.keyboardSearch(typed)
            assert view.currentIndex().data() == name


def test_a_row_says_where_it_answers_the_search(qtbot: QtBot, tmp_path: Path) -> None:
    with a_desk(tmp_path / "book", "Ada Lovelace") as desk:
        ada = ContactId(1)
        desk.book.contacts.add(a_person("Bea", "ORG:Kite Museum", "X-MAIDENNAME:Loveday"))
        desk.book.contacts.add(a_person("Cem", "NOTE:Lovely with children"))
        desk.book.timeline.note((ada,), "plays the oboe", Happened(date(2026, 3, 1)))
        desk.frame.navigator.go(Place("people"))
        view, field = (desk.window.findChild(kind, name) for kind, name in WIDGETS)
        assert isinstance(view, QListView)
        assert isinstance(field, QLineEdit)
        qtbot.waitUntil(lambda: view.model().rowCount() == 3)

        def rows() -> dict[str, str]:
            model = view.model()
            found = [model.index(row, 0) for row in range(model.rowCount())]
            role = Qt.ItemDataRole.AccessibleTextRole
            return {
                str(one.data()): one.data(role).translate(str.maketrans("", "", "\u2068\u2069"))
                for one in found
            }

        before = rows()
        field.setText("love")
        wanted = {
            "Ada Lovelace": before["Ada Lovelace"],
            "Bea": "Bea, Former name: Loveday",
            "Cem": "Cem, Note: Lovely with children",
        }
        qtbot.waitUntil(lambda: rows() == wanted)
        field.setText("museum")
        qtbot.waitUntil(lambda: rows() == {"Bea": "Bea, Kite Museum"})
        field.setText("oboe")
        qtbot.waitUntil(lambda: rows() == {"Ada Lovelace": "Ada Lovelace, Note: plays the oboe"})
        field.setText("")
        qtbot.waitUntil(lambda: rows() == before)


def test_of_a_role_and_a_time_the_role_gives_way(qtbot: QtBot) -> None:
    metrics = QFontMetrics(theme().font("small"))
    line = f"{isolate('Illustrator at Ravi & Daughters of Chennai')} · 4 days ago"
    shown = shortened(line, metrics, 200)
    assert shown.endswith(f"…{POP_ISOLATE} · 4 days ago")
    assert shown.count(FIRST_STRONG_ISOLATE) == shown.count(POP_ISOLATE)
    assert shortened(line, metrics, 2_000) == line
    assert shortened("A name without any time in it at all", metrics, 80).endswith("…")
