"""From *Look up…* to what is kept, in a whole window, over real sockets to hosts on loopback."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.domain.lookup import FindingField, Provider
from relate_desktop.domain.place import Place
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.lookups.ask import AskPanel
from relate_desktop.ui.lookups.gate import GatePanel, NeverPanel
from relate_desktop.ui.lookups.page import AskedRoom
from relate_desktop.ui.lookups.progress import ProgressPanel
from relate_desktop.ui.lookups.review import ReviewPanel
from tests.bare import bare
from tests.looking_up import GITHUB, a_github, somebody
from tests.open_book import a_person
from tests.servers.authority import Authority
from tests.servers.net import Answering, Asked, Reply
from tests.ui.lookups.desk_window import Window, a_window, words


def row(panel: ReviewPanel, words: str) -> QCheckBox:
    return next(one.box for one in panel.rows if words in one.box.accessibleName())


def test_the_question_names_hosts_and_what_is_sent_before_anything_is(window: Window) -> None:
    ada = somebody(window.book)
    window.ask_for(ada)
    panel = window.panel(AskPanel)
    assert panel.panel.accessibleIdentifier() == "lookup.ask"
    assert panel.panel.accessibleName() == "Look up \u2068Ada Lovelace\u2069?"
    assert panel.go.accessibleIdentifier() == "lookup.ask.go"
    assert (panel.go.accessibleName(), panel.no.accessibleName()) == ("Look up", "Not now")
    assert GITHUB in words(panel)
    assert "It would send only this address, nothing from your notes." in words(panel)
    panel.no.click()
    assert window.lookups.panel is None
    assert not window.net.asked
    assert not window.book.lookups.consent.agreed_to(ada)


def test_the_question_says_how_many_of_a_crowded_card_would_not_be_asked(window: Window) -> None:
    window.book.lookups.consent.agree(Provider.WEBSITE)
    window.ask_for(somebody(window.book, *(f"URL:https://a{number}.example.org/" for number in range(12))))
    panel = window.panel(AskPanel)
    assert len(panel.rows) == 10
    assert "Two more addresses on the card would not be asked" in words(panel)


def test_what_is_ticked_is_kept_in_one_change_and_undone_in_one(window: Window) -> None:
    ada = somebody(window.book, "URL:https://github.com/ada", "ADR:;;;Turin;;;")
    room = window.open(ada)
    panel = window.review(ada)
    assert panel.panel.accessibleName() == "What \u2068Ada Lovelace\u2069 says in public"
    place = row(panel, "London")
    assert not place.isChecked()
    assert place.accessibleDescription().endswith("differs")
    company = row(panel, "Engine")
    assert company.isChecked()
    assert company.accessibleIdentifier().startswith("lookup.fact.")
    for one in panel.rows:
        one.set_on(on=one.box is company)
    assert panel.keep.accessibleName() == "Keep 1 fact"
    panel.keep.click()
    window.qtbot.waitUntil(lambda: bool(room.person.view and room.person.view.facts))
    (fact,) = window.book.lookups.facts.of(ada)
    assert (fact.field, fact.value) == (FindingField.ORGANIZATION, "Engine")
    assert "Engine" in words(room.person.facts)
    assert "GitHub" in words(room.person.facts)
    window.desk.frame.menus.actions["undo"].trigger()
    window.qtbot.waitUntil(lambda: not window.book.lookups.facts.of(ada))
    window.qtbot.waitUntil(lambda: bool(room.person.view and not room.person.view.facts))


def test_what_was_not_wanted_is_not_offered_again(window: Window) -> None:
    ada = somebody(window.book)
    panel = window.review(ada)
    offered = len(panel.rows)
    assert offered > 1
    assert panel.none.accessibleIdentifier() == "lookup.none"
    panel.none.click()
    window.qtbot.waitUntil(lambda: window.book.lookups.asked(1)[0].kept == 0)
    again = window.review(ada)
    assert not again.rows
    assert again.keep.isHidden()
    assert again.none.isHidden()


def test_closing_the_review_decides_nothing(window: Window) -> None:
    ada = somebody(window.book)
    panel = window.review(ada)
    QTest.keyClick(panel.first(), Qt.Key.Key_Escape)
    assert window.lookups.panel is None
    assert window.book.lookups.asked(1)[0].kept is None
    assert not window.book.lookups.facts.of(ada)


def test_never_again_holds_until_it_is_allowed_again(window: Window) -> None:
    ada = somebody(window.book, "URL:https://github.com/ada", "PRONOUNS:she/her")
    panel = window.review(ada)
    assert panel.never.accessibleName() == "Do not look her up again"
    panel.never.click()
    window.qtbot.waitUntil(lambda: window.book.lookups.consent.gate(ada).never)
    asked = len(window.net.asked)
    window.ask_for(ada)
    refused = window.panel(NeverPanel)
    refused.allow.click()
    window.panel(AskPanel)
    assert len(window.net.asked) == asked


def test_the_gate_says_what_is_missing_and_is_overruled_in_words(window: Window) -> None:
    nikos = window.book.contacts.add(a_person("Nikos", "URL:https://github.com/ada"))
    window.ask_for(nikos)
    gate = window.panel(GatePanel)
    assert "How you met \u2068Nikos\u2069 is not written down." in words(gate)
    assert not gate.all_the_same.isEnabled()
    QTest.keyClicks(gate.reason.editor, "He asked me to")
    gate.all_the_same.click()
    window.panel(AskPanel)
    assert window.book.lookups.consent.gate(nikos).overruled == "He asked me to"


def test_the_gate_leads_to_where_it_is_put_right(window: Window) -> None:
    nikos = window.book.contacts.add(a_person("Nikos", "URL:https://github.com/ada"))
    window.ask_for(nikos)
    gate = window.panel(GatePanel)
    button = gate.findChild(QWidget, "lookup.gate.met")
    assert isinstance(button, QWidget)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.desk.frame.navigator.history.current == Place("people", f"{nikos}/edit")
    assert window.lookups.panel is None


def test_a_card_without_a_page_is_told_so(window: Window) -> None:
    nobody = somebody(window.book, "TEL:+49 30 1234567", name="Nikos")
    window.ask_for(nobody)
    panel = window.panel(AskPanel)
    assert panel.go.isHidden()
    assert "Relate never searches by name." in words(panel)


def test_a_provider_that_is_off_leads_to_the_settings(window: Window) -> None:
    window.book.lookups.consent.withdraw(Provider.GITHUB)
    ada = somebody(window.book)
    window.ask_for(ada)
    panel = window.panel(AskPanel)
    assert "Also on the card, and off in Settings: GitHub." in words(panel)
    panel.settings.click()
    assert window.desk.frame.navigator.history.current == Place("settings", "lookups")


def test_an_address_is_given_away_by_a_tick_of_its_own_only(window: Window) -> None:
    window.book.lookups.consent.agree(Provider.GRAVATAR)
    ada = somebody(window.book, "URL:https://github.com/ada", "EMAIL:ada@example.org")
    window.ask_for(ada)
    panel = window.panel(AskPanel)
    ticked = {one.box.accessibleName(): one.on for one in panel.rows}
    assert [on for name, on in ticked.items() if "gravatar" in name] == [False]
    assert [on for name, on in ticked.items() if GITHUB in name] == [True]
    for one in panel.rows:
        one.set_on(on=False)
    assert not panel.go.isEnabled()


def test_without_the_question_only_what_was_agreed_to_before_is_asked(window: Window) -> None:
    ada = somebody(window.book)
    window.desk.preferences.change(lookups_ask=False)
    window.ask_for(ada)
    window.panel(AskPanel).go.click()
    window.panel(ReviewPanel).close_overlay()
    window.ask_for(ada)
    window.panel(ReviewPanel)


def test_a_look_up_that_is_stopped_shows_nothing_later(
    tmp_path: Path, authority: Authority, qtbot: QtBot
) -> None:
    reached, go_on = Event(), Event()

    def slow(_asked: Asked) -> Reply:
        reached.set()
        go_on.wait(20)
        return Reply(404)

    with a_window(tmp_path, authority, qtbot, {GITHUB: {"/users/ada": slow}}) as window:
        ada = somebody(window.book)
        window.ask_for(ada)
        window.panel(AskPanel).go.click()
        progress = window.panel(ProgressPanel)
        assert progress.stop.accessibleIdentifier() == "lookup.progress.cancel"
        qtbot.waitUntil(reached.is_set)
        progress.stop.click()
        assert window.lookups.panel is None
        qtbot.waitUntil(lambda: window.book.lookups.asked(1)[0].asked[-1].outcome == "cancelled")
        go_on.set()
        window.desk.frame.navigator.go(Place("lookups"))
        room = window.desk.frame.navigator.room
        assert isinstance(room, AskedRoom)
        qtbot.waitUntil(lambda: room.list.sentences.rowCount() == 1)
        assert window.lookups.panel is None


def test_a_host_that_asks_for_time_is_told_with_the_hour(
    tmp_path: Path, authority: Authority, qtbot: QtBot
) -> None:
    busy = Reply(429, (("Retry-After", "600"),))
    with a_window(tmp_path, authority, qtbot, {GITHUB: {"/users/ada": busy}}) as window:
        panel = window.review(somebody(window.book))
        assert f"{GITHUB} asked us to slow down." in bare(words(panel))
        assert "Try again after" in words(panel)
        assert not panel.retry.isHidden()
        assert panel.keep.isHidden()


def test_a_key_that_is_not_taken_leads_to_the_settings(
    tmp_path: Path, authority: Authority, qtbot: QtBot
) -> None:
    hosts: dict[str, dict[str, Answering]] = {GITHUB: {"/users/ada": Reply(401)}}
    with a_window(tmp_path, authority, qtbot, hosts) as window:
        window.book.accounts.add(Provider.GITHUB, "canary", session_only=True)
        panel = window.review(somebody(window.book))
        button = panel.findChild(QWidget, "lookup.problem.0.settings")
        assert isinstance(button, QWidget)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.desk.frame.navigator.history.current == Place("settings", "lookups")


def test_hostile_words_of_a_profile_are_shown_as_text(
    tmp_path: Path, authority: Authority, qtbot: QtBot
) -> None:
    user = {
        "id": 1,
        "login": "ada",
        "html_url": "https://github.com/ada",
        "type": "User",
        "company": "<b>Bold</b>\u202e & Sons",
        "location": "L" * 5000,
    }
    with a_window(tmp_path, authority, qtbot, a_github(user)) as window:
        panel = window.review(somebody(window.book))
        said = words(panel)
        assert "<b>Bold</b>" in said
        assert "\u202e" not in said
        assert panel.panel.width() <= window.desk.window.width()
        assert panel.panel.height() <= window.desk.window.height()


def test_it_is_offered_last_in_menus_and_only_while_it_is_on(window: Window) -> None:
    ada = somebody(window.book)
    room = window.open(ada)
    window.qtbot.waitUntil(lambda: bool(room.list.chosen()))

    def offered() -> list[QAction]:
        return [
            actions[-1]
            for actions in (
                [one for one in room.person.header.menu.actions() if one.isVisible()],
                [one for one in room.list.view.actions() if one.isVisible()],
            )
            if actions[-1].text() == "Look up…"
        ]

    assert len(offered()) == 2
    assert window.desk.frame.menus.actions["person.lookup"].isEnabled()
    window.book.lookups.switch(on=False)
    assert not offered()
    assert not window.desk.frame.menus.actions["person.lookup"].isVisible()
    window.book.lookups.switch(on=True)
    for action in offered():
        action.trigger()
        window.panel(AskPanel).close_overlay()


def test_a_second_look_up_takes_the_place_of_the_first(window: Window) -> None:
    ada, other = somebody(window.book), somebody(window.book, "URL:https://github.com/ada", name="Bertha")
    window.ask_for(ada)
    window.ask_for(other)
    window.qtbot.waitUntil(lambda: isinstance(window.lookups.panel, AskPanel))
    assert "Bertha" in words(window.panel(AskPanel))
    standing = [one for one in window.desk.window.findChildren(Overlay) if one.isVisible()]
    assert standing == [window.lookups.panel]


def test_a_kept_fact_is_checked_again_and_removed(window: Window) -> None:
    ada = somebody(window.book)
    room = window.open(ada)
    window.review(ada).keep.click()
    window.qtbot.waitUntil(lambda: bool(room.person.view and room.person.view.facts))
    facts = room.person.facts
    line = facts.shown[0]
    facts.check_asked.emit(ada, line.provider)
    window.panel(AskPanel).close_overlay()
    before = len(facts.shown)
    facts.remove_asked.emit(line.number)
    window.qtbot.waitUntil(lambda: len(facts.shown) == before - 1)


def test_every_control_of_the_panels_has_a_name_and_one_identifier(window: Window) -> None:
    ada = somebody(window.book)
    window.ask_for(ada)
    ask = window.panel(AskPanel)
    for panel in (ask.panel, None):
        shown = panel if panel is not None else window.panel(ReviewPanel).panel
        stops = [
            one
            for one in shown.findChildren(QWidget)
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()
        ]
        assert stops
        assert all(one.accessibleName() for one in stops)
        identifiers = [one.accessibleIdentifier() for one in stops]
        assert len(set(identifiers)) == len(identifiers)
        if panel is not None:
            ask.go.click()


def test_the_whole_list_says_what_was_sent_and_leads_to_the_person(window: Window) -> None:
    ada = somebody(window.book)
    window.review(ada).none.click()
    window.desk.frame.navigator.go(Place("lookups"))
    room = window.desk.frame.navigator.room
    assert isinstance(room, AskedRoom)
    window.qtbot.waitUntil(lambda: room.list.sentences.rowCount() == 1)
    said = room.list.sentences.index(0, 0)
    assert "Ada Lovelace" in said.data(Qt.ItemDataRole.AccessibleTextRole)
    assert GITHUB in said.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    room.list.opened.emit(Place.person(ada).address)
    assert window.desk.frame.navigator.history.current == Place.person(ada)


def test_where_nothing_was_asked_the_list_says_so_and_leads_to_where_it_is_switched_on(
    window: Window,
) -> None:
    window.desk.frame.navigator.go(Place("lookups"))
    room = window.desk.frame.navigator.room
    assert isinstance(room, AskedRoom)
    settings = room.findChild(QPushButton, "lookups.settings")
    assert settings is not None
    window.qtbot.waitUntil(settings.isVisible)
    assert "Nothing was ever asked of anybody" in words(room)
    assert not room.list.isVisible()
    settings.click()
    assert window.desk.frame.navigator.history.current == Place("settings", "lookups")
