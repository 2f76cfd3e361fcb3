"""About: which Relate this is, where the people are, what it is made with."""

import platform
from collections.abc import Callable
from pathlib import Path

import PySide6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from relate_desktop import __version__
from relate_desktop.domain.text import display
from relate_desktop.services.preferences import Preferences
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.preferences.rows import SettingRow, SettingSection
from relate_desktop.words.translation import _


class AboutSettings:
    """Makes ``section``; nothing of it changes."""

    def __init__(self, folder: Path, copied: Callable[[], object]) -> None:
        self.section = SettingSection("about", _("About"), about_rows(__version__, folder, copied))

    def show(self, now: Preferences) -> None:
        """No preference stands here."""

    def look(self) -> None:
        """Nothing here changes while the program runs."""


def about_rows(version: str, folder: Path, copied: Callable[[], object]) -> list[SettingRow]:
    """The rows of the page; ``copied`` is called after something went to the clipboard."""

    def copy_button(words: str, identifier: str, text: str) -> QWidget:
        button = Button(words, identifier, small=True)

        def copy() -> None:
            QGuiApplication.clipboard().setText(text)
            copied()

        button.clicked.connect(copy)
        return button

    return [
        SettingRow(
            _("Relate {version}").format(version=version),
            _("A personal relationship manager that lives on this laptop. MIT licence."),
            copy_button(_("Copy details for a report"), "about.copy", diagnostic(version)),
        ),
        SettingRow(
            _("Where your people are"),
            display(str(folder), 400),
            copy_button(_("Copy the path"), "about.copy_folder", str(folder)),
        ),
        SettingRow(
            _("Made with"),
            _("Python and Qt (LGPL), Phosphor icons (MIT), SQLite with SQLCipher (BSD), SQLAlchemy (MIT)."),
            None,
        ),
    ]


def diagnostic(version: str) -> str:
    """Versions and screen for a report; nothing about people or folders."""
    screens = ", ".join(
        f"{screen.size().width()}x{screen.size().height()}@{screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    return "\n".join(
        (
            f"Relate {version}",
            f"Python {platform.python_version()}, PySide6 {PySide6.__version__}",
            f"{platform.system()} {platform.release()} {platform.machine()}",
            f"{QGuiApplication.platformName()}: {screens}",
        )
    )
