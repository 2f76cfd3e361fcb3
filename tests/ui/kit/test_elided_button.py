from pytestqt.qtbot import QtBot

from relate_desktop.ui.kit.buttons import ElidedButton

WORDS = "Save all of this as a smart list"


def test_words_that_find_no_room_are_whole_in_name_and_tooltip(qtbot: QtBot) -> None:
    button = ElidedButton(WORDS, "save")
    qtbot.addWidget(button)
    button.show()
    button.resize(button.minimumSizeHint())
    assert button.text().endswith("…")
    assert WORDS.startswith(button.text().rstrip("…").strip())
    assert (button.accessibleName(), button.toolTip().replace("\n", " ")) == (WORDS, WORDS)
    button.resize(button.sizeHint())
    assert (button.text(), button.accessibleName(), button.toolTip()) == (WORDS, WORDS, "")
