import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from relate_desktop.ui.kit.buttons import Button, IconButton
from relate_desktop.ui.kit.fields import TextField
from relate_desktop.ui.kit.labels import ElidedLabel, Heading, SafeLabel, broken_to
from relate_desktop.ui.kit.toggles import CheckBox
from relate_desktop.ui.kit.tooltips import menu_text, plain_words, tip

HOSTILE = [
    'Anna <img src="file:///etc/hostname">',
    "<table><tr><td>" * 20,
    "<b>Tom</b> & Jerry",
    "&amp; O&#x27;Brien",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_labels_show_markup_as_it_is(qtbot: QtBot, name: str) -> None:
    for label in (SafeLabel(name), ElidedLabel(name), Heading(name, "h")):
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert label.text() == name
        label.grab()


@pytest.mark.parametrize("name", HOSTILE)
def test_tooltips_show_exactly_the_name(name: str) -> None:
    shown = tip(name)
    assert not QtGui.Qt.mightBeRichText(shown)
    assert "".join(shown.replace("\u2060", "").split()) == "".join(name.split())


def test_a_long_tooltip_is_told_in_lines_and_without_markup() -> None:
    shown = tip("Send the long-named one the certificate " * 5)
    assert max(map(len, shown.splitlines())) <= 70
    assert len(shown.splitlines()) > 2


def test_assistive_tools_read_no_markup_where_a_tooltip_describes(qtbot: QtBot) -> None:
    label = ElidedLabel("Done: " + "Send Layla the revised cover " * 4)
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    said = QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Description)
    assert "<" not in said


@pytest.mark.parametrize("page", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("words", ["Studio Tel Aviv", "סטודיו תל אביב"])
def test_a_label_begins_where_the_page_does_whatever_its_script(
    qtbot: QtBot, page: Qt.LayoutDirection, words: str
) -> None:
    label = SafeLabel(words)
    qtbot.addWidget(label)
    label.setLayoutDirection(page)
    label.resize(400, 30)
    image = label.grab().toImage()
    ground = image.pixel(0, 0)
    inked = [x for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != ground]
    from_the_right = page is Qt.LayoutDirection.RightToLeft
    assert (min(inked) > image.width() / 2) is from_the_right
    assert (max(inked) < image.width() / 2) is not from_the_right


def test_a_word_that_is_wider_than_its_line_goes_on_in_the_next(qtbot: QtBot) -> None:
    label = SafeLabel()
    qtbot.addWidget(label)
    metrics = label.fontMetrics()
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
    assert broken_to("Ada Lovelace", metrics, 200) == "Ada Lovelace"
    pieces = broken_to(word, metrics, 200).split("\u200b")
    assert "".join(pieces) == word
    assert all(metrics.horizontalAdvance(piece) <= 200 for piece in pieces)


def test_an_ampersand_in_menus_and_buttons_stays_one(qtbot: QtBot) -> None:
    assert plain_words(menu_text("Tom & Jerry")) == "Tom & Jerry"
    button, box = Button("Tom & Jerry", "b"), CheckBox("Tom & Jerry", "c")
    qtbot.addWidget(button)
    qtbot.addWidget(box)
    assert (button.text(), button.accessibleName()) == ("Tom && Jerry", "Tom & Jerry")
    assert box.accessibleName() == "Tom & Jerry"


def test_elided_label_tells_the_rest_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("A very long company name that does not fit")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert "does not fit" in label.toolTip()
    label.resize(800, 20)
    assert not label.toolTip()


def test_headings_are_headings_for_assistive_tools(qtbot: QtBot) -> None:
    heading = Heading("People", "people.title")
    qtbot.addWidget(heading)
    seen = QAccessible.queryAccessibleInterface(heading)
    assert seen.role() == QAccessible.Role.Heading
    assert seen.text(QAccessible.Text.Name) == "People"
    heading.set_heading("Edit Ada")
    assert seen.text(QAccessible.Text.Name) == "Edit Ada"


def test_icon_buttons_say_their_name_in_a_tooltip(qtbot: QtBot) -> None:
    button = IconButton("plus", "New person", "people.add")
    qtbot.addWidget(button)
    assert "New person" in button.toolTip()
    assert button.accessibleIdentifier() == button.objectName() == "people.add"


def test_an_ampersand_stays_one_in_a_label_that_names_a_field(qtbot: QtBot) -> None:
    field = TextField("Name", "f")
    qtbot.addWidget(field)
    before = field.label.sizeHint().width()
    field.set_label("Tom & Jerry && Co")
    assert field.label.text() == "Tom & Jerry && Co"
    assert QLabel.text(field.label) == "Tom && Jerry &&&& Co"
    assert field.label.sizeHint().width() > before
    seen = QAccessible.queryAccessibleInterface(field.editor)
    assert seen.text(QAccessible.Text.Name) == "Tom & Jerry && Co"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_focused_button_is_pressed_by_enter_and_space(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Import 3 people", "import.run", kind="primary")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_a_heading_is_one_also_while_somebody_listens(qtbot: QtBot) -> None:
    QAccessible.setActive(True)
    try:
        heading = Heading("Look before you import", "import.title")
        qtbot.addWidget(heading)
        assert QAccessible.queryAccessibleInterface(heading).role() == QAccessible.Role.Heading
    finally:
        QAccessible.setActive(False)
