from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetrics
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.shell.drop import DropOverlay, readable


class Window(QMainWindow):
    def __init__(self) -> None:
        super().__init__()
        self.taken: list[list[Path]] = []
        self.setCentralWidget(QLineEdit())
        self.resize(600, 400)
        self.overlay = DropOverlay(self, self.taken.append)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.overlay.watch()
    yield window
    window.hide()


def files(*paths: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    data.setText("\n".join(paths))
    return data


def drag(window: Window, data: QMimeData, *, let_go: bool = True) -> bool:
    """Drag files into the window as the system does; whether they were taken."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, left, none)
    taken = window.overlay.eventFilter(window, entered)
    if let_go and taken:
        dropped = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, left, none)
        dropped.setAccepted(False)
        window.overlay.eventFilter(window, dropped)
        return dropped.isAccepted()
    return taken


def test_contacts_dropped_anywhere_are_looked_into(window: Window) -> None:
    assert drag(window, files("/home/ada/phone <b>contacts</b>.vcf"))
    assert window.taken == [[Path("/home/ada/phone <b>contacts</b>.vcf")]]
    assert window.overlay.isHidden()


def test_the_overlay_says_what_letting_go_would_do(window: Window) -> None:
    drag(window, files("/x/phone.vcf"), let_go=False)
    assert window.overlay.isVisible()
    assert window.overlay.geometry() == window.rect()
    assert "Let go to look inside" in window.overlay.accessibleName()
    assert "phone.vcf" in window.overlay.accessibleName()
    window.overlay.eventFilter(window, QEvent(QEvent.Type.DragLeave))
    assert window.overlay.isHidden()


def test_unknown_files_are_named_and_not_taken(window: Window) -> None:
    drag(window, files("/x/paper.pdf"), let_go=False)
    assert ".pdf" in window.overlay.accessibleName()
    assert "paper.pdf" in window.overlay.accessibleName()
    assert not drag(window, files("/x/paper.pdf"))
    assert window.taken == []


def test_text_and_pictures_are_left_to_whatever_wants_them(window: Window) -> None:
    text = QMimeData()
    text.setText("hello")
    assert not drag(window, text)
    assert not drag(window, files("/x/face.png"))


def test_folders_and_several_files_are_taken_together() -> None:
    paths = [Path("/x/cards"), Path("/x/a.vcf"), Path("/x/b.VCF"), Path("/x/c.pdf")]
    assert readable(paths) == paths[:3]


def test_a_long_name_of_a_file_stays_inside_the_window(window: Window) -> None:
    drag(window, files(f"/x/{'contacts_of_my_phone_' * 9}.vcf"), let_go=False)
    for label in window.overlay.findChildren(SafeLabel):
        shown = QFontMetrics(label.font()).boundingRect(
            label.rect(), int(label.alignment()) | Qt.TextFlag.TextWordWrap, QLabel.text(label)
        )
        assert window.rect().adjusted(20, 20, -20, -20).contains(shown.translated(label.pos()))
