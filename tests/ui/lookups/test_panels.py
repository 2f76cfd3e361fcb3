"""The panels of a look-up in a small window with large text, and where the focus is in them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from relate_desktop.domain.lookup import Provider
from relate_desktop.ui.kit.tall_page import TallPage
from relate_desktop.ui.lookups.ask import AskPanel
from relate_desktop.ui.lookups.review import ReviewPanel
from tests.looking_up import a_github, somebody
from tests.servers.authority import Authority
from tests.servers.net import Reply
from tests.ui.lookups.desk_window import Window, a_window, words

BUSY = Reply(429, (("Retry-After", "600"),))


@pytest.fixture
def small(tmp_path: Path, authority: Authority, qtbot: QtBot) -> Iterator[Window]:
    hosts = a_github() | {"busy.example.org": {"/": BUSY}}
    with a_window(tmp_path, authority, qtbot, hosts) as window:
        window.desk.preferences.change(text_size=150)
        window.desk.window.resize(960, 640)
        yield window


def whole(panel: AskPanel | ReviewPanel, page: TallPage) -> int:
    """How many rows of a page are seen from top to bottom."""
    seen = page.viewport().rect()
    return sum(
        seen.contains(row.rect().translated(row.mapTo(page.viewport(), row.rect().topLeft())))
        for row in panel.rows
    )


def fits(panel: AskPanel | ReviewPanel, window: Window) -> bool:
    """Whether three rows are seen whole, of a panel that is whole in its window."""
    inside = panel.panel.geometry().bottom() < window.desk.window.height()
    return inside and whole(panel, page_of(panel)) >= 3


def settled(panel: AskPanel | ReviewPanel) -> bool:
    """Whether it has come in: by then whatever would take the focus away has had its turn."""
    return panel.isVisible() and not panel.comes_in


def page_of(panel: AskPanel | ReviewPanel) -> TallPage:
    found = panel.panel.findChild(TallPage)
    assert isinstance(found, TallPage)
    return found


def test_three_of_those_who_would_be_asked_are_seen_at_once(small: Window, qtbot: QtBot) -> None:
    small.book.lookups.consent.agree(Provider.GRAVATAR)
    small.book.lookups.consent.agree(Provider.WEBSITE)
    sites = [f"URL:https://site{number}.example.org/" for number in range(6)]
    small.ask_for(somebody(small.book, *sites, "EMAIL:ada@example.org"))
    ask = small.panel(AskPanel)
    qtbot.waitUntil(lambda: fits(ask, small))
    assert "One of them gives a mail address away, and waits for your tick." in words(ask.panel)


def test_three_findings_are_seen_at_once_and_who_said_nothing_is_told_above(
    small: Window, qtbot: QtBot
) -> None:
    small.book.lookups.consent.agree(Provider.WEBSITE)
    small.ask_for(somebody(small.book, "URL:https://github.com/ada", "URL:https://busy.example.org/"))
    small.panel(AskPanel).go.click()
    review = small.panel(ReviewPanel)
    qtbot.waitUntil(lambda: fits(review, small))
    assert "One address said nothing. Why stands at the end." in words(review.panel)


def test_the_focus_is_in_the_panel_from_the_beginning(small: Window, qtbot: QtBot) -> None:
    small.desk.window.activateWindow()
    qtbot.waitUntil(small.desk.window.isActiveWindow)
    small.ask_for(somebody(small.book))
    ask = small.panel(AskPanel)
    qtbot.waitUntil(lambda: settled(ask))
    assert QApplication.focusWidget() is ask.go
    ask.go.click()
    review = small.panel(ReviewPanel)
    qtbot.waitUntil(lambda: settled(review))
    assert QApplication.focusWidget() is review.first()
