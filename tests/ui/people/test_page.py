"""The room of people on a real book."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import PeopleFilter
from relate_desktop.domain.place import Place
from relate_desktop.services.book import OpenBook
from relate_desktop.services.jobs import JobRunner
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.room import Message
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.people.editor_pairs import PairEditor
from relate_desktop.ui.people.page import PeopleRoom
from relate_desktop.ui.people.recent import PersonButton
from relate_desktop.ui.timeline.making import timeline
from tests.clock import a_clock
from tests.open_book import a_book, a_person
from tests.unit.services.going import a_job


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path) as opened:
        yield opened


@pytest.fixture
def room(book: OpenBook, qtbot: QtBot) -> Iterator[PeopleRoom]:
    book.contacts.add(a_person("Ada Lovelace", "TEL;TYPE=CELL:+49 151 2345", "CATEGORIES:Clients"))
    book.contacts.add(a_person("Bertha von Suttner", "EMAIL:bertha@example.com", "ORG:Peace"))
    book.contacts.add(a_person("Chidinma Eze", "NICKNAME:Chidi", "CATEGORIES:Clients"))
    runner = JobRunner()
    work, news = Work(runner), News()
    news.follow(book.listen)
    made = PeopleRoom(
        book,
        work,
        news,
        a_clock(),
        timeline=lambda: timeline("person.timeline", book, work),
        preferences=book.preferences,
    )
    made.asked.connect(made.go)
    qtbot.addWidget(made)
    made.resize(1064, 800)
    made.show()
    qtbot.waitUntil(lambda: made.list.model.rowCount() == 3)
    yield made
    news.stop()
    work.close()
    runner.close()


def names(room: PeopleRoom) -> list[str]:
    model = room.list.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def open_first(room: PeopleRoom, qtbot: QtBot) -> None:
    room.list.view.setCurrentIndex(room.list.model.index(0, 0))
    qtbot.waitUntil(lambda: room.person.view is not None)


def test_everybody_is_listed_by_name(room: PeopleRoom) -> None:
    assert names(room) == ["Ada Lovelace", "Bertha von Suttner", "Chidi"]
    assert room.list.foot.count.text() == "3 people"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("0151 23", ["Ada Lovelace"]), ("peace", ["Bertha von Suttner"]), ("EZE", ["Chidi"]), ("zzz", [])],
)
def test_typing_leaves_those_who_match(room: PeopleRoom, qtbot: QtBot, typed: str, found: list[str]) -> None:
    QTest.keyClicks(room.list.search, typed)
    qtbot.waitUntil(lambda: names(room) == found)


def test_an_empty_search_offers_the_name_as_a_new_person(room: PeopleRoom, qtbot: QtBot) -> None:
    QTest.keyClicks(room.list.search, "Anaa")
    qtbot.waitUntil(room.list.unfound_add.isVisible)
    assert "Anaa" in room.list.unfound_add.text()
    QTest.mouseClick(room.list.unfound_add, Qt.MouseButton.LeftButton)
    assert room.title == "New person"
    assert room.editor.names.full.text() == "Anaa"


def test_a_circle_filters(room: PeopleRoom, qtbot: QtBot) -> None:
    room.go(Place("people", "circle/Clients"))
    qtbot.waitUntil(lambda: names(room) == ["Ada Lovelace", "Chidi"])
    room.list.filter_by(PeopleFilter())
    qtbot.waitUntil(lambda: len(names(room)) == 3)


def test_choosing_a_person_shows_the_page(room: PeopleRoom, qtbot: QtBot) -> None:
    open_first(room, qtbot)
    assert room.person.header.title.text() == "Ada Lovelace"
    texts = [
        line.text for _heading, lines in room.person.details.sections.values() for line in lines.lines.rows
    ]
    assert "+49 151 2345" in texts
    assert "Clients" in texts
    assert room.person.timeline.view.model().index(0, 0).data() == "Added by you"


def test_arrow_down_in_the_search_goes_to_the_list(room: PeopleRoom, qtbot: QtBot) -> None:
    room.list.focus_search()
    QTest.keyClick(room.list.search, Qt.Key.Key_Down)
    assert room.list.view.hasFocus()
    assert room.list.view.currentIndex().row() == 0


def test_editing_saves_one_undoable_change(room: PeopleRoom, book: OpenBook, qtbot: QtBot) -> None:
    open_first(room, qtbot)
    contact = room.list.chosen()[0]
    room.acts()["person.edit"]()
    qtbot.waitUntil(lambda: room.title == "Edit person" and room.editor.names.full.text() != "")
    field = room.editor.names.call.editor
    field.clear()
    QTest.keyClicks(field, "Countess")
    assert room.editor.state.text() == "Unsaved changes"
    room.acts()["save"]()
    qtbot.waitUntil(lambda: room.title == "People")
    qtbot.waitUntil(lambda: "Countess" in names(room))
    assert book.history.entries(contact)[0].kind == "edit"
    book.history.undo()
    qtbot.waitUntil(lambda: "Ada Lovelace" in names(room))


def test_saving_a_form_cuts_no_value_that_is_longer_than_a_field(
    room: PeopleRoom, book: OpenBook, qtbot: QtBot
) -> None:
    long = "long " * 10_000 + "hard\u00a0space "
    lines = ("ORG", "TITLE", "EMAIL", "TEL", "URL", "NOTE", "ROLE", "X-OWN", "NICKNAME", "CATEGORIES")
    contact = book.contacts.add(a_person(f"Zoe {long}".strip(), *(f"{name}:{long}x" for name in lines)))
    room.go(Place("people", f"{contact}/edit"))
    qtbot.waitUntil(lambda: room.editor.names.full.text().startswith("Zoe"))
    QTest.keyClicks(room.editor.names.salutation.editor, "Dear Zoe")
    before = {item.id: item for item in book.contacts.get(contact).properties}
    room.acts()["save"]()
    qtbot.waitUntil(lambda: room.title == "People")
    after = {item.id: item for item in book.contacts.get(contact).properties}
    assert {number: after.get(number) for number in before} == before
    assert len(after) == len(before) + 1


def test_a_form_left_with_escape_keeps_its_draft(room: PeopleRoom, qtbot: QtBot) -> None:
    open_first(room, qtbot)
    contact = room.list.chosen()[0]
    room.go(Place("people", f"{contact}/edit"))
    qtbot.waitUntil(lambda: room.editor.names.full.text() != "")
    QTest.keyClicks(room.editor.names.salutation.editor, "Dear Countess")
    QTest.keyClick(room.editor, Qt.Key.Key_Escape)
    assert room.title == "People"
    room.go(Place("people", f"{contact}/edit"))
    qtbot.waitUntil(lambda: room.editor.names.salutation.text() == "Dear Countess")


def test_an_empty_form_says_what_is_missing_and_keeps_everything(room: PeopleRoom, qtbot: QtBot) -> None:
    room.go(Place("people", "new"))
    room.editor.about.remember.set_text("met at the fair")
    room.editor.save()
    assert room.editor.strip.isVisible()
    assert room.editor.about.remember.text() == "met at the fair"
    assert room.title == "New person"


def test_a_birthday_nobody_understands_is_said_at_the_field(room: PeopleRoom, qtbot: QtBot) -> None:
    room.go(Place("people", "new"))
    QTest.keyClicks(room.editor.names.call.editor, "Ton")
    QTest.keyClicks(room.editor.about.birthday.editor, "someday")
    room.editor.save()
    assert room.title == "New person"
    assert "does not understand" in room.editor.about.birthday.editor.accessibleDescription()


def test_a_new_person_stands_in_the_list(room: PeopleRoom, qtbot: QtBot) -> None:
    room.go(Place("people", "new"))
    QTest.keyClicks(room.editor.names.full.editor, "Nattapon Srisuk")
    room.editor.save()
    qtbot.waitUntil(lambda: "Nattapon Srisuk" in names(room))
    qtbot.waitUntil(lambda: room.person.header.title.text() == "Nattapon Srisuk")


def test_removing_goes_on_to_the_next_row_and_can_be_undone(
    room: PeopleRoom, book: OpenBook, qtbot: QtBot
) -> None:
    open_first(room, qtbot)
    room.acts()["person.remove"]()
    qtbot.waitUntil(lambda: names(room) == ["Bertha von Suttner", "Chidi"])
    qtbot.waitUntil(lambda: room.person.header.title.text() == "Bertha von Suttner")
    book.history.undo()
    qtbot.waitUntil(lambda: len(names(room)) == 3)


def test_several_people_show_what_can_be_done_with_all(room: PeopleRoom, qtbot: QtBot) -> None:
    room.list.view.selectAll()
    assert room.several.title.text() == "3 people"
    assert {"person.remove", "person.export"} <= set(room.acts())
    assert "person.edit" not in room.acts()


def test_a_click_on_a_way_to_reach_copies_it(room: PeopleRoom, qtbot: QtBot) -> None:
    said: list[Message] = []
    room.said.connect(said.append)
    open_first(room, qtbot)
    reach = room.person.details.sections["reach"][1]
    reach.setCurrentIndex(reach.lines.index(0, 0))
    QTest.keyClick(reach, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "+49 151 2345"
    assert said[-1].text == "Copied"


def test_rows_say_who_and_what_to_assistive_tools(room: PeopleRoom) -> None:
    index = room.list.model.index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Bertha von Suttner, Peace"


def test_hostile_names_are_shown_as_they_are(room: PeopleRoom, book: OpenBook, qtbot: QtBot) -> None:
    name = '<img src="/etc/hostname"><b>Eve</b>'
    contact = book.contacts.add(a_person(name))
    room.go(Place.person(contact))
    qtbot.waitUntil(lambda: room.person.header.title.text() == name)
    for label in room.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_everything_that_takes_the_focus_has_a_name(room: PeopleRoom, qtbot: QtBot) -> None:
    open_first(room, qtbot)
    room.go(Place("people", "1/edit"))
    qtbot.waitUntil(lambda: room.editor.names.full.text() != "")
    for kind in (QPushButton, QLineEdit):
        for widget in room.findChildren(kind):
            if widget.focusPolicy() and widget.isVisible() and not widget.objectName().startswith("qt_"):
                assert widget.accessibleName(), widget.objectName()


def test_the_page_fits_a_small_window(room: PeopleRoom, qtbot: QtBot) -> None:
    open_first(room, qtbot)
    room.resize(900, 600)
    assert room.minimumSizeHint().width() <= 900


def test_nobody_chosen_shows_who_was_in_hand_last(room: PeopleRoom, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(room.recent.findChildren(PersonButton)) == 3)
    button = room.recent.findChildren(PersonButton)[0]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.person.view is not None and room.person.isVisible())
    assert room.person.view is not None
    assert button.accessibleName() == room.person.view.called


def test_the_delete_key_removes_in_the_list(room: PeopleRoom, qtbot: QtBot) -> None:
    open_first(room, qtbot)
    QTest.keyClick(room.list.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(room) == ["Bertha von Suttner", "Chidi"])


def test_a_long_name_stands_on_one_line_where_there_is_room(
    room: PeopleRoom, book: OpenBook, qtbot: QtBot
) -> None:
    contact = book.contacts.add(a_person("Amélie Hélène-Marchand"))
    room.resize(1300, 800)
    room.go(Place.person(contact))
    qtbot.waitUntil(lambda: room.person.header.title.text().startswith("Amélie"))
    line = room.person.header.title.fontMetrics().height()
    qtbot.waitUntil(lambda: room.person.header.title.height() < 2 * line)


def test_a_form_that_nobody_touched_has_no_unsaved_changes(
    room: PeopleRoom, book: OpenBook, qtbot: QtBot
) -> None:
    contact = book.contacts.add(
        a_person(
            "Emi Tanaka",
            "BDAY:--0303",
            "ANNIVERSARY:---12",
            "item1.X-ABDATE:2001",
            "item1.X-ABLabel:First book",
            "X-SPOUSE:Ken",
            "RELATED;TYPE=sibling;VALUE=text:Misaki",
            "X-SHOE-SIZE:37\\nhalf",
            "ADR:;;Teramachi 5;Kyoto;;;Japan",
            "IMPP:xmpp:emi@example.com",
        )
    )
    room.go(Place("people", f"{contact}/edit"))
    qtbot.waitUntil(lambda: room.editor.names.full.text() == "Emi Tanaka")
    assert room.editor.state.text() == ""
    room.editor.keep()
    assert room.editor.drafts() == []


def test_a_moment_is_added_in_words(room: PeopleRoom, book: OpenBook, qtbot: QtBot) -> None:
    room.go(Place("people", "1/edit"))
    qtbot.waitUntil(lambda: room.editor.names.full.text() != "")
    QTest.mouseClick(room.editor.moments.add, Qt.MouseButton.LeftButton)
    row = room.editor.moments.findChildren(PairEditor)[0]
    QTest.keyClicks(row.value, "1 May 20x")
    room.editor.save()
    assert room.title == "Edit person"
    row.value.clear()
    QTest.keyClicks(row.value, "1 May 2010")
    room.editor.save()
    qtbot.waitUntil(lambda: room.title == "People")
    assert "ANNIVERSARY" in {line.key for line in book.contacts.get(ContactId(1)).properties}


def test_every_pill_and_every_wrapped_line_has_its_room(
    room: PeopleRoom, book: OpenBook, qtbot: QtBot
) -> None:
    contact = book.contacts.add(
        a_person(
            "Misaki Tanaka",
            "X-RELATE-CALL:Misaki-san",
            "X-PHONETIC-FIRST-NAME:mi-sa-ki as in the cape",
            "PRONOUNS:she/her",
            "TZ:Asia/Tokyo",
            "NOTE:We met in 2023 at a paper fair and have written to each other ever since.",
        )
    )
    room.go(Place.person(contact))
    qtbot.waitUntil(lambda: room.person.header.title.text() == "Misaki Tanaka")
    chips = room.person.header.chips
    for width in (700, 900, 1200):
        room.resize(width, 800)
        qtbot.waitUntil(lambda: chips.height() >= chips._places(chips.width())[-1][1].bottom())
        remember = room.person.details.sections["remember"][1]
        qtbot.waitUntil(lambda shown=remember: shown.height() >= shown.sizeHintForRow(0))  # type: ignore[misc]


@pytest.mark.parametrize(
    ("lines", "title", "aside"),
    [
        (("Chidinma Eze", "NICKNAME:Chidi"), "Chidinma Eze", ""),
        (("田中 美咲", "X-RELATE-CALL:Misaki-san"), "Misaki-san", "田中 美咲"),
        (
            ("田中 美咲", "X-RELATE-CALL:Misaki-san", "X-RELATE-LATIN:Misaki Tanaka"),
            "Misaki Tanaka",
            "田中 美咲",
        ),
        (("Ada Lovelace",), "Ada Lovelace", ""),
    ],
)
def test_the_heading_is_the_full_name_and_the_own_script_stands_beside_it(
    room: PeopleRoom, qtbot: QtBot, book: OpenBook, *, lines: tuple[str, ...], title: str, aside: str
) -> None:
    contact = book.contacts.add(a_person(*lines))
    room.go(Place.person(contact))
    qtbot.waitUntil(lambda: room.person.view is not None and room.person.view.id == contact)
    assert room.person.header.title.text() == title
    assert room.person.header.own_script.text() == aside


def test_a_saved_form_is_not_offered_as_the_next_new_person(room: PeopleRoom, qtbot: QtBot) -> None:
    open_first(room, qtbot)
    room.acts()["person.edit"]()
    assert room.title == "Edit person"
    qtbot.waitUntil(lambda: room.editor.names.full.text() != "")
    QTest.keyClicks(room.editor.names.salutation.editor, "Dear Countess")
    room.acts()["save"]()
    qtbot.waitUntil(lambda: room.title == "People")
    room.keep()
    room.go(Place("people", "new"))
    assert room.title == "New person"
    assert room.editor.names.full.text() == ""
    assert room.editor.reach.rows() == ()


def test_people_just_added_are_a_filter_until_the_import_is_undone(
    room: PeopleRoom, book: OpenBook, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "phone.vcf"
    path.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Dora Maar\nEND:VCARD\n", encoding="utf-8")
    report = book.imports.run([path], job=a_job())
    room.go(Place("people", f"added/{report.changeset}"))
    qtbot.waitUntil(lambda: names(room) == ["Dora Maar"])
    chips = room.list.filters.chips
    assert chips.button(chips.current()).text() == "Added just now"
    book.history.undo()
    qtbot.waitUntil(lambda: names(room) == ["Ada Lovelace", "Bertha von Suttner", "Chidi"])
    assert chips.current() == ""


def test_the_place_of_everybody_shows_everybody(room: PeopleRoom, qtbot: QtBot) -> None:
    room.go(Place("people", "circle/Clients"))
    qtbot.waitUntil(lambda: len(names(room)) == 2)
    room.go(Place("people"))
    qtbot.waitUntil(lambda: len(names(room)) == 3)
    assert room.list.filters.chips.current() == ""
