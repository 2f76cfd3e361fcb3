from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relate_desktop.ui.kit.theme import Appearance, theme
from relate_desktop.ui.kit.tinted_line import Tint, TintedLine


def a_line(qtbot: QtBot) -> TintedLine:
    line = TintedLine("jot.text", "Jot something down")
    qtbot.addWidget(line)
    line.resize(400, 30)
    line.show()
    return line


def test_enter_is_asked_for_and_never_typed(qtbot: QtBot) -> None:
    line = a_line(qtbot)
    QTest.keyClicks(line, "called Anna")
    with qtbot.waitSignal(line.entered):
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "called Anna"


def test_pasted_lines_become_one(qtbot: QtBot) -> None:
    line = a_line(qtbot)
    pasted = QMimeData()
    pasted.setText("called Anna\nabout the invoice\r\ntoday")
    line.insertFromMimeData(pasted)
    assert line.text() == "called Anna about the invoice today"


def test_a_tint_inside_another_is_left_out(qtbot: QtBot) -> None:
    line = a_line(qtbot)
    line.set_text("remind me in two weeks")
    outer = Tint(0, 22, "amber")
    line.show_tints([outer, Tint(10, 22, "blue")])
    assert line.tints == [outer]


def test_words_behind_a_picture_sign_are_tinted_where_they_stand(qtbot: QtBot) -> None:
    line = a_line(qtbot)
    line.set_text("🎉🎉 called Anna")
    line.show_tints([Tint(3, 9, "accent")])
    block = line.document().firstBlock()
    (found,) = [part for part in block.layout().formats() if part.length]
    assert block.text().encode("utf-16-le")[found.start * 2 : (found.start + found.length) * 2] == (
        "called".encode("utf-16-le")
    )


def test_an_at_sign_before_a_name_offers_people_and_one_in_a_word_does_not(qtbot: QtBot) -> None:
    line = a_line(qtbot)
    asked: list[object] = []
    line.picking.connect(asked.append)
    QTest.keyClicks(line, "ada@x @")
    assert len(asked) == 1


def test_a_long_line_wraps_and_grows(qtbot: QtBot) -> None:
    line = a_line(qtbot)
    low = line.height()
    line.set_text("called Anna about the invoice and " * 8)
    qtbot.waitUntil(lambda: line.height() > low)


def test_a_hint_that_has_no_room_ends_in_an_ellipsis_and_is_whole_in_the_tooltip(qtbot: QtBot) -> None:
    line = a_line(qtbot)
    hint = "What happened with Maximiliane-Friederike Wolkenstein-Rodenegg-Trostburg?"
    line.setPlaceholderText(hint)
    assert line.placeholderText().endswith("…")
    assert line.toolTip().replace("\n", " ") == hint
    line.resize(4_000, 30)
    assert line.placeholderText() == hint
    assert not line.toolTip()


def test_a_line_that_was_never_shown_follows_the_size_of_text(qtbot: QtBot) -> None:
    theme().apply(Appearance(text_size=150))
    line = TintedLine("jot.text", "Jot something down", large=True)
    qtbot.addWidget(line)
    theme().apply(Appearance())
    line.show()
    assert line.font().pixelSize() == theme().scaled(17)


def test_the_hint_follows_the_size_of_text_while_it_is_shown(qtbot: QtBot) -> None:
    line = a_line(qtbot)
    theme().apply(Appearance(text_size=150))
    assert line.viewport().font().pixelSize() == line.font().pixelSize() == theme().pixels()


def test_a_line_that_is_typed_letter_by_letter_shows_every_line_it_takes(qtbot: QtBot) -> None:
    line = a_line(qtbot)
    line.resize(200, 30)
    for number, letter in enumerate("called misaki, she sends the samples friday", 1):
        QTest.keyClicks(line, letter)
        line.show_tints([Tint(0, number, "accent")])  # as it is read again after each letter
        QCoreApplication.processEvents()
    assert line.many_lines
    assert line.height() > 2 * line.fontMetrics().height()
