"""What the window does about a look-up that the user thinks better of while it is open."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from relate_desktop.domain.errors import UserError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.lookup import Provider
from relate_desktop.services.book import OpenBook
from relate_desktop.ui.lookups.ask import AskPanel
from relate_desktop.ui.lookups.review import ReviewPanel
from relate_desktop.words.errors import tell
from tests.bare import bare
from tests.looking_up import a_github, somebody
from tests.servers.authority import Authority
from tests.servers.net import a_page
from tests.ui.lookups.desk_window import Window, a_window, words

WAYS: dict[str, tuple[Callable[[OpenBook, ContactId], object], str, str]] = {
    "never": (
        lambda book, contact: book.lookups.consent.never(contact),
        "You asked never to look Ada Lovelace up again meanwhile, so nothing of it was kept.",
        "You asked never to look Ada Lovelace up again. Nothing of this can be kept.",
    ),
    "withdrawn": (
        lambda book, _contact: book.lookups.consent.withdraw(Provider.GITHUB),
        "You do not agree to asking GitHub about Ada Lovelace any more, so nothing of it was kept.",
        "You do not agree to asking GitHub about Ada Lovelace any more. Nothing of this can be kept.",
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_what_is_not_to_be_asked_any_more_is_not_kept_and_the_window_says_why(
    window: Window, way: str
) -> None:
    end, sentence, _before = WAYS[way]
    ada = somebody(window.book)
    panel = window.review(ada)
    end(window.book, ada)
    said: list[UserError] = []
    window.desk.work.failed.connect(said.append)
    panel.keep.click()
    window.qtbot.waitUntil(lambda: bool(said))
    assert bare(tell(said[0]).message) == sentence
    assert not window.book.lookups.facts.of(ada)


@pytest.mark.parametrize("way", WAYS)
def test_an_open_review_says_at_once_that_nothing_of_it_can_be_kept_any_more(
    window: Window, way: str
) -> None:
    end, _afterwards, sentence = WAYS[way]
    ada = somebody(window.book)
    panel = window.review(ada)
    end(window.book, ada)
    window.qtbot.waitUntil(lambda: not any(row.isEnabled() or row.on for row in panel.rows))
    assert sentence in bare(words(panel))
    assert not panel.keep.isEnabled()
    assert not panel.none.isEnabled()


def test_what_others_said_can_still_be_kept(tmp_path: Path, authority: Authority, qtbot: QtBot) -> None:
    page = '<div class="h-card"><a class="u-url p-name" href="/">Ada</a><b class="p-role">Poet</b></div>'
    hosts = a_github() | {"ada.example.org": {"/": a_page(page)}}
    with a_window(tmp_path, authority, qtbot, hosts) as window:
        window.book.lookups.consent.agree(Provider.WEBSITE)
        ada = somebody(window.book, "URL:https://github.com/ada", "URL:https://ada.example.org/")
        panel = window.review(ada)
        everything = len(panel.rows)
        window.book.lookups.consent.withdraw(Provider.GITHUB)
        qtbot.waitUntil(lambda: 0 < sum(row.isEnabled() for row in panel.rows) < everything)
        panel.keep.click()
        qtbot.waitUntil(lambda: bool(window.book.lookups.facts.of(ada)))
        assert {fact.target.provider for fact in window.book.lookups.facts.of(ada)} == {Provider.WEBSITE}


def test_the_review_says_what_becomes_of_what_is_not_kept(window: Window) -> None:
    assert "What you do not keep is not offered again, unless it changes there." in words(
        window.review(somebody(window.book))
    )


def test_the_review_names_the_host_that_was_asked(window: Window) -> None:
    panel = window.review(somebody(window.book))
    assert "ada at api.github.com" in bare(words(panel))
    assert "public profile, GitHub, read at" in bare(words(panel))
    assert "ada at api.github.com" in bare(panel.rows[0].box.accessibleDescription())


def test_a_key_that_came_since_is_asked_about_once_though_nothing_else_is(window: Window) -> None:
    ada = somebody(window.book)
    window.desk.preferences.change(lookups_ask=False)
    window.review(ada).close_overlay()
    window.book.accounts.add(Provider.GITHUB, "canary", session_only=True)
    window.ask_for(ada)
    ask = window.panel(AskPanel)
    assert "your key, which says who asks" in bare(words(ask))
    ask.go.click()
    assert "Sent: the address above and your key" in words(window.panel(ReviewPanel))
    window.panel(ReviewPanel).close_overlay()
    window.ask_for(ada)
    window.panel(ReviewPanel)
    assert window.net.asked[-1].headers["authorization"] == "Bearer canary"
