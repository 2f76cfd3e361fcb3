"""The settings page Look-ups, on a real book: the switch, providers, accounts, keyrings, what was asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from threading import Thread, current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.domain.account import AccountState
from relate_desktop.domain.lookup import Provider
from relate_desktop.domain.place import Place
from relate_desktop.services.book import OpenBook
from relate_desktop.services.jobs import JobRunner
from relate_desktop.services.lookup_consent import covers
from relate_desktop.services.lookup_ledger import LookupLedger
from relate_desktop.services.preferences import LookupExpiry
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.preferences.account_form import AccountForm
from relate_desktop.ui.preferences.lookups import LookupSettings
from relate_desktop.ui.preferences.page import PreferencesRoom
from tests.desktop_keyring.daemon import Daemon
from tests.desktop_pop_ups.bus import Bus
from tests.looking_up import a_connected_book, all_of, looked_up, somebody
from tests.open_book import a_book
from tests.servers.authority import Authority

CANARY = "canary-3f9c"


@dataclass(frozen=True)
class Table:
    """The page, the book behind it, and how to wait for it."""

    room: PreferencesRoom
    book: OpenBook
    work: Work
    qtbot: QtBot

    def look(self) -> None:
        """Show the page as it is now, and wait until it is read."""
        self.room.go(Place("settings", "lookups"))
        self.qtbot.waitUntil(lambda: not self.page.reading)

    @property
    def page(self) -> LookupSettings:
        return self.room.lookups

    def find(self, identifier: str) -> QWidget:
        """A control that is there now."""
        found = self.room.window().findChildren(QWidget, identifier)
        assert found, identifier
        return found[-1]

    def there(self, identifier: str) -> bool:
        found = self.room.window().findChildren(QWidget, identifier)
        return any(one.isVisible() for one in found)

    def press(self, identifier: str) -> None:
        button = self.find(identifier)
        assert isinstance(button, QAbstractButton)
        button.click()

    def form(self) -> AccountForm:
        found = [one for one in self.room.window().findChildren(AccountForm) if one.isVisible()]
        assert found
        return found[-1]

    def keyring(self) -> str:
        """The keyring as assistive tools hear of it."""
        return self.find("settings.keyring").accessibleName()

    def state(self, provider: Provider) -> str:
        return self.find(f"settings.account.{provider.value}").accessibleName()


def a_table(book: OpenBook, qtbot: QtBot) -> Iterator[Table]:
    runner = JobRunner()
    work = Work(runner)
    news = News()
    news.follow(book.listen)
    room = PreferencesRoom(book.preferences, book, book.folder, work, news)
    qtbot.addWidget(room)
    room.resize(1064, 760)
    room.show()
    yield Table(room, book, work, qtbot)
    room.reminders.close()
    news.stop()
    work.close()
    runner.close()


@pytest.fixture
def table(tmp_path: Path, keyring_bus: Bus, qtbot: QtBot) -> Iterator[Table]:
    """On a system without a keyring."""
    with a_book(tmp_path) as book:
        yield from a_table(book, qtbot)


@pytest.fixture
def kept(tmp_path: Path, authority: Authority, keyring_bus: Bus, qtbot: QtBot) -> Iterator[Table]:
    """After one look-up of which everything was kept."""
    with a_connected_book(tmp_path, authority) as (book, net):
        ada = somebody(book)
        result = looked_up(book, ada)
        book.lookups.facts.keep(ada, result.id, all_of(result))
        net.clock.pass_time(timedelta(days=400))
        yield from a_table(book, qtbot)


def switch(table: Table) -> None:
    table.page.on.click()
    table.look()


def test_it_is_off_and_shows_nothing_to_decide_until_it_is_switched_on(table: Table) -> None:
    table.look()
    assert not table.page.on.isChecked()
    assert table.page.on.accessibleIdentifier() == "settings.lookups"
    assert table.page.on.accessibleName() == "Look-ups"
    assert not table.there("settings.lookups.ask")
    assert not table.there("settings.account.add")
    assert not table.there("settings.keyring.check")
    switch(table)
    assert table.book.preferences.current.lookups
    assert table.there("settings.lookups.ask")
    assert table.there("settings.account.add")
    switch(table)
    assert not table.book.lookups.on
    assert not table.there("settings.account.add")


def test_rules_hold_at_once(table: Table) -> None:
    switch(table)
    assert table.page.ask.accessibleName() == "Ask me before every look-up"
    table.page.ask.click()
    assert not table.book.preferences.current.lookups_ask
    table.page.expiry.setCurrentIndex(table.page.expiry.findData(LookupExpiry.NEVER))
    table.page.expiry.activated.emit(table.page.expiry.currentIndex())
    assert table.book.preferences.current.lookups_expiry is LookupExpiry.NEVER


def test_each_provider_is_agreed_to_by_itself(table: Table) -> None:
    switch(table)
    assert not table.book.lookups.consent.agreed()
    assert table.state(Provider.WEBSITE) == "Personal websites, off"
    table.press("settings.provider.website")
    table.qtbot.waitUntil(lambda: table.state(Provider.WEBSITE) == "Personal websites, may be asked")
    assert set(table.book.lookups.consent.agreed()) == {Provider.WEBSITE}
    table.press("settings.provider.website")
    table.qtbot.waitUntil(lambda: table.state(Provider.WEBSITE) == "Personal websites, off")
    assert not table.book.lookups.consent.agreed()


def test_bluesky_s_own_service_is_asked_only_after_a_yes_of_its_own(table: Table) -> None:
    switch(table)
    ada = somebody(table.book, "IMPP:at://ada.example.org")
    consent = table.book.lookups.consent
    assert not table.there("settings.provider.bluesky.service")
    table.press("settings.provider.bluesky")
    table.qtbot.waitUntil(lambda: table.there("settings.provider.bluesky.service"))
    (direct,) = table.book.lookups.requests(ada)
    consent.agree_to(ada, [direct])
    table.press("settings.provider.bluesky.service")
    assert table.find("settings.provider.bluesky.service").accessibleName() == (
        "Ask Bluesky’s own service instead"
    )
    (around,) = table.book.lookups.requests(ada)
    assert around.hosts[0] == "public.api.bsky.app"
    assert not covers(consent.agreed_to(ada), around)
    heard_on = list[Thread]()
    table.book.preferences.listen(lambda _now: heard_on.append(current_thread()))
    table.page.forget(Provider.BLUESKY)
    table.qtbot.waitUntil(lambda: table.state(Provider.BLUESKY) == "Bluesky, off")
    assert heard_on == [main_thread()]
    assert not table.there("settings.provider.bluesky.service")
    table.press("settings.provider.bluesky")
    table.qtbot.waitUntil(lambda: table.there("settings.provider.bluesky.service"))
    again = table.find("settings.provider.bluesky.service")
    assert isinstance(again, QAbstractButton)
    assert not again.isChecked()
    assert table.book.lookups.requests(ada) == (direct,)


def test_without_a_keyring_it_says_so_and_a_key_is_held_for_the_session(table: Table) -> None:
    switch(table)
    table.qtbot.waitUntil(lambda: table.keyring() == "System keyring, none")
    assert table.find("settings.keyring.session").accessibleName() == "Keep a key for this session"
    table.press("settings.keyring.session")
    form = table.form()
    assert form.key.editor.echoMode() is QLineEdit.EchoMode.Password
    assert form.key.editor.accessibleIdentifier() == "settings.account.key"
    assert form.key.editor.accessibleName() == "Key for GitHub"
    assert form.session.isChecked()
    assert not form.session.isEnabled()
    QTest.keyClicks(form.key.editor, CANARY)
    form.save.click()
    table.qtbot.waitUntil(lambda: table.state(Provider.GITHUB).endswith("signed in until Relate is closed"))
    (account,) = table.book.accounts.all()
    assert account.state is AccountState.SESSION_ONLY
    button = table.find("settings.account.github.action")
    assert button.accessibleName() == "Sign out of GitHub"
    table.press("settings.account.github.action")
    table.qtbot.waitUntil(lambda: not table.book.accounts.all())


def test_what_is_wrong_is_said_beside_its_field_and_the_rest_stays_typed(table: Table) -> None:
    switch(table)
    table.press("settings.account.add")
    form = table.form()
    form.provider.setCurrentIndex(form.provider.findData(Provider.FORGEJO))
    form.provider.activated.emit(form.provider.currentIndex())
    assert not form.server.isHidden()
    form.save.click()
    table.qtbot.waitUntil(lambda: "No key was given" in form.key.editor.accessibleDescription())
    QTest.keyClicks(form.server.editor, "not a server")
    QTest.keyClicks(form.key.editor, CANARY)
    form.save.click()
    table.qtbot.waitUntil(
        lambda: "is not the address of a server" in form.server.editor.accessibleDescription()
    )
    assert form.key.text() == CANARY
    form.close_overlay()
    assert form.key.text() == ""
    assert not table.book.accounts.all()


def test_the_memory_is_closed_before_a_key_can_be_typed(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[bool] = []
    monkeypatch.setattr("relate_desktop.services.accounts.close_memory", lambda: closed.append(True))
    account = table.book.accounts.add(Provider.GITHUB, CANARY, session_only=True)
    closed.clear()
    table.page.renew(account)
    assert table.form().key.text() == ""
    assert closed == [True]


def test_a_key_that_was_refused_is_renewed(table: Table) -> None:
    account = table.book.accounts.add(Provider.GITHUB, CANARY, session_only=True)
    table.book.accounts.mark_refused(account.id)
    switch(table)
    table.qtbot.waitUntil(lambda: table.state(Provider.GITHUB) == "GitHub, key expired")
    button = table.find("settings.account.github.action")
    assert button.accessibleName() == "Renew key for GitHub"
    table.page.renew(table.book.accounts.all()[0])
    form = table.form()
    assert form.provider.isHidden()
    QTest.keyClicks(form.key.editor, "another")
    QTest.keyClick(form.key.editor, Qt.Key.Key_Return)
    table.qtbot.waitUntil(lambda: table.state(Provider.GITHUB) == "GitHub, signed in until Relate is closed")


def test_two_accounts_of_one_provider_have_a_row_each(table: Table) -> None:
    for server in ("https://a.example", "https://b.example"):
        table.book.accounts.add(Provider.FORGEJO, CANARY, server=server, session_only=True)
    switch(table)
    assert table.find("settings.account.forgejo.action") is not table.find(
        "settings.account.forgejo.2.action"
    )
    names = [one.accessibleIdentifier() for one in table.room.findChildren(QWidget) if one.isVisible()]
    there = [name for name in names if name.startswith("settings.account")]
    assert len(there) == len(set(there))


def test_an_unlocked_keyring_keeps_a_key_and_signing_out_takes_it_out(
    tmp_path: Path, keyring: Daemon, qtbot: QtBot
) -> None:
    with a_book(tmp_path) as book:
        tables = a_table(book, qtbot)
        table = next(tables)
        switch(table)
        qtbot.waitUntil(lambda: table.keyring() == "System keyring, unlocked")
        assert not table.there("settings.keyring.session")
        table.press("settings.account.add")
        form = table.form()
        QTest.keyClicks(form.key.editor, CANARY)
        form.save.click()
        qtbot.waitUntil(lambda: table.state(Provider.GITHUB) == "GitHub, signed in")
        table.press("settings.account.github.action")
        qtbot.waitUntil(lambda: not book.accounts.all())
        qtbot.waitUntil(lambda: table.state(Provider.GITHUB) == "GitHub, off")
        assert next(tables, None) is None


def test_a_locked_keyring_offers_to_be_unlocked_and_asks_nobody_by_itself(
    tmp_path: Path, keyring: Daemon, qtbot: QtBot
) -> None:
    with a_book(tmp_path) as book:
        book.accounts.add(Provider.GITHUB, CANARY)
        keyring.lock()
        tables = a_table(book, qtbot)
        table = next(tables)
        switch(table)
        qtbot.waitUntil(lambda: table.keyring() == "System keyring, locked")
        button = table.find("settings.keyring.check")
        assert button.accessibleName() == "Unlock the keyring"
        assert button.isEnabled()

        def leads() -> bool:
            rules, page = table.find("settings.lookups.ask"), table.room
            return button.mapTo(page, button.pos()).y() < rules.mapTo(page, rules.pos()).y()

        qtbot.waitUntil(leads)
        table.page.on.setFocus()
        QTest.keyClick(table.page.on, Qt.Key.Key_Tab)
        assert table.room.window().focusWidget() is button
        assert next(tables, None) is None


def test_what_was_asked_lately_is_listed_and_leads_on(kept: Table) -> None:
    kept.look()
    page = kept.page
    said = page.lately.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Ada Lovelace, \u2068api.github.com\u2069" in said
    assert said.endswith("facts kept")
    asked: list[Place] = []
    kept.room.asked.connect(asked.append)
    page.lately.activated.emit(page.lately.rows.index(0, 0))
    kept.press("settings.asked.all")
    assert [one.room for one in asked] == ["people", "lookups"]


def test_old_facts_are_offered_for_removal_and_may_be_kept(kept: Table) -> None:
    kept.look()
    assert kept.there("settings.lookups.stale.keep")
    kept.press("settings.lookups.stale.keep")
    kept.qtbot.waitUntil(lambda: not kept.there("settings.lookups.stale.keep"))
    assert not kept.book.lookups.facts.stale(timedelta(days=365))


def test_old_facts_are_removed_and_come_back_by_undo(kept: Table) -> None:
    kept.look()
    before = len(kept.book.lookups.facts.stale(timedelta(days=365)))
    assert before
    kept.press("settings.lookups.stale.remove")
    kept.qtbot.waitUntil(lambda: not kept.there("settings.lookups.stale.remove"))
    kept.book.history.undo()
    assert len(kept.book.lookups.facts.stale(timedelta(days=365))) == before


def test_a_provider_is_forgotten_with_all_it_said(kept: Table) -> None:
    kept.book.accounts.add(Provider.GITHUB, CANARY, session_only=True)
    kept.look()
    kept.page.forget(Provider.GITHUB)
    kept.qtbot.waitUntil(lambda: kept.state(Provider.GITHUB) == "GitHub, off")
    assert not kept.book.accounts.all()
    assert not kept.book.lookups.facts.stale(timedelta(0))


def test_the_page_is_found_by_its_words(table: Table) -> None:
    switch(table)
    table.room.search.setText("before every look-up")
    assert table.there("settings.lookups.ask")
    assert not table.there("settings.account.add")


def test_what_another_process_agrees_to_adds_and_asks_is_shown_as_it_comes(kept: Table) -> None:
    kept.look()
    before = kept.page.lately.rows.rowCount()
    with a_book(kept.book.folder.parent, create=False) as other:
        other.lookups.consent.agree(Provider.MATRIX)
        other.accounts.add(Provider.MATRIX, CANARY, server="https://matrix.example", session_only=True)
        LookupLedger(other.database, kept.book.clock, kept.book.lookups.asked(1)[0].contact)
    kept.book.poll()
    kept.qtbot.waitUntil(lambda: kept.state(Provider.MATRIX) == "Matrix, signed out")
    kept.qtbot.waitUntil(lambda: kept.page.lately.rows.rowCount() == before + 1)


def test_what_this_process_agrees_to_elsewhere_is_shown_and_the_keyboard_stays(table: Table) -> None:
    switch(table)
    table.find("settings.provider.github").setFocus()
    table.book.lookups.consent.agree(Provider.GITHUB)
    table.qtbot.waitUntil(lambda: table.state(Provider.GITHUB) == "GitHub, may be asked")
    focused = table.room.focusWidget()
    assert focused is not None
    assert focused.accessibleIdentifier() == "settings.provider.github"


def test_a_menu_that_stands_open_is_not_taken_away_by_news(kept: Table) -> None:
    kept.look()
    listed, before = kept.page.lately.rows.rowCount(), kept.state(Provider.MATRIX)
    menu = kept.find("settings.account.github.more").findChild(QMenu)
    assert isinstance(menu, QMenu)
    menu.popup(kept.room.mapToGlobal(kept.room.rect().center()))
    kept.book.lookups.consent.agree(Provider.MATRIX)
    LookupLedger(kept.book.database, kept.book.clock, kept.book.lookups.asked(1)[0].contact)
    kept.qtbot.waitUntil(lambda: kept.page.lately.rows.rowCount() == listed + 1)  # so all of it has come
    assert menu.isVisible()
    assert kept.state(Provider.MATRIX) == before
    menu.close()
    kept.qtbot.waitUntil(lambda: kept.state(Provider.MATRIX) == "Matrix, may be asked")
