"""Somebody whose card was made to harm, on the page and in the form."""

import os
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTextEdit
from pytestqt.qtbot import QtBot

from relate_desktop.domain.place import Place
from relate_desktop.ui.people.page import PeopleRoom
from tests.open_book import a_person
from tests.ui.window import Desk, a_desk

LONGEST = 1 << 16
"""Characters of one label: a million laid out at once would stop the window."""


def a_picture() -> bytes:
    chunks = (b"IHDR" + struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0), b"IDAT" + zlib.compress(bytes(4)))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
        for chunk in (*chunks, b"IEND")
    )


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A good picture that nobody may open; it was last looked at long ago."""
    path = tmp_path / "canary.png"
    path.write_bytes(a_picture())
    os.utime(path, ns=(0, path.stat().st_mtime_ns))
    return path


@pytest.fixture
def desk(tmp_path: Path, canary: Path, qtbot: QtBot) -> Iterator[Desk]:
    evil = f'<img src="{canary}"><img src="file://{canary}">'
    with a_desk(tmp_path, "Ada Lovelace") as desk:
        desk.book.contacts.add(
            a_person(
                evil,
                f"NICKNAME:{evil}",
                f"ORG:{evil}",
                f"TITLE:{evil}",
                f"EMAIL:{evil}",
                f"TEL:{evil}",
                f"URL:file://{canary}",
                f"PHOTO;VALUE=URI:file://{canary}",
                f"LOGO;VALUE=URI:file://{canary}",
                f"CATEGORIES:{evil}",
                f"NOTE:{evil}![x]({canary})<a href=file://{canary}>x</a>",
                "NOTE:" + "<table><tr><td>" * 66_000,
            )
        )
        yield desk


@pytest.mark.parametrize("address", ["people/2", "people/2/edit", "history"])
def test_nothing_that_a_card_names_is_opened_to_show_it(
    desk: Desk, canary: Path, address: str, qtbot: QtBot
) -> None:
    assert desk.frame.navigator.go(Place.parse(address))
    qtbot.waitUntil(lambda: any("canary.png" in label.text() for label in desk.window.findChildren(QLabel)))
    desk.window.grab()
    for label in desk.window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert len(label.text()) <= LONGEST
        label.setVisible(True)
        label.grab()
    for box in desk.window.findChildren(QTextEdit):
        assert not box.acceptRichText()
    assert canary.stat().st_atime_ns == 0
    canary.read_bytes()
    if canary.stat().st_atime_ns == 0:
        pytest.skip("this file system does not note when a file was read")


def test_words_as_wide_as_the_page_stay_clear_of_the_buttons(qtbot: QtBot, tmp_path: Path) -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    with a_desk(tmp_path / "wide") as desk:
        contact = desk.book.contacts.add(a_person(word, f"ORG:{word}"))
        desk.frame.navigator.go(Place.person(contact))
        room = desk.frame.navigator.room
        assert isinstance(room, PeopleRoom)
        header = room.person.header
        qtbot.waitUntil(lambda: header.title.text() == word and header.isVisible())

        def stays_clear(label: QLabel) -> bool:
            buttons = header.write.mapTo(header, header.write.rect().topLeft()).x()
            ends = label.mapTo(header, label.rect().topRight()).x()
            return label.minimumSizeHint().width() <= label.width() and ends < buttons

        qtbot.waitUntil(lambda: stays_clear(header.title) and stays_clear(header.role))
