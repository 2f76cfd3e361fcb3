"""The list of many people in a whole window."""

from pathlib import Path

from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from relate_desktop.domain.place import Place
from tests.open_book import a_person
from tests.ui.window import a_desk
from tests.unit.services.going import a_job

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
