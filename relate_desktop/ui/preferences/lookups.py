"""The settings page Look-ups: the switch, whom Relate may ask, keys, and what was asked (mock 11)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QWidget

from relate_desktop.domain.account import Account, KeyringState
from relate_desktop.domain.change import Changes
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.kept_fact import KeptFact
from relate_desktop.domain.lookup import Provider
from relate_desktop.domain.place import Place
from relate_desktop.domain.request_ledger import LookupMade
from relate_desktop.domain.text import visible
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.services.preferences import LookupExpiry, Preferences, PreferencesService
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.fields import ComboBox
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.room import Message
from relate_desktop.ui.kit.toggles import Switch
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.preferences.account_form import AccountForm
from relate_desktop.ui.preferences.asked_list import AskedList, AskedRow
from relate_desktop.ui.preferences.keyring_row import KeyringRow
from relate_desktop.ui.preferences.provider_rows import ProviderActs, provider_rows
from relate_desktop.ui.preferences.rows import SettingCard, SettingRow, SettingSection, side_by_side
from relate_desktop.words.dates import parts_of_date
from relate_desktop.words.looking_up import asked_result, hosts_words, made_when, stale_words
from relate_desktop.words.preferences import choice_name, preference_name
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

LATELY = 5
_SHOWN = {"provider_consents", "lookups", "kept_facts", "contacts", "properties"}
"""Tables whose news the page follows, besides accounts."""
LONGEST = 120


@dataclass(frozen=True, slots=True)
class _Known:
    """What the page shows of the book."""

    agreed: Sequence[Provider] = ()
    accounts: Sequence[Account] = ()
    by_service: bool = False
    asked: Sequence[LookupMade] = ()
    names: Mapping[ContactId, str] = field(default_factory=dict)
    stale: Sequence[KeptFact] = ()
    now: datetime | None = None


class LookupSettings(QObject):
    """Makes ``section`` and keeps it true to preferences, book and keyring."""

    asked = Signal(object)
    """A Place to go to."""
    said = Signal(object)
    """A Message to show."""

    def __init__(self, preferences: PreferencesService, book: "OpenBook", work: Work, room: QWidget) -> None:
        super().__init__(room)
        self._preferences, self._book, self._work, self._room = preferences, book, work, room
        self._known: _Known | None = None
        self._listed: tuple[frozenset[Provider], tuple[Account, ...], bool] | None = None
        self._newest = Fresh(work, self, lambda: self._read, self._show_known)
        self._make_controls()
        self._make_cards()
        self._show_known(_Known())

    def show(self, now: Preferences) -> None:
        """Show what is preferred."""
        self.on.setChecked(now.lookups)
        self._on_words.setText(_("On") if now.lookups else _("Off"))
        self._under.setText(_intro(now))
        self.ask.setChecked(now.lookups_ask)
        self.expiry.setCurrentIndex(self.expiry.findData(now.lookups_expiry))
        self._list_providers(self._known or _Known())
        self._arrange()
        if self._known is not None and self._known.by_service is now.lookups_bluesky_direct:
            self._newest.ask()  # not at once: a switch must not end while it is being pressed

    def look(self) -> None:
        """Read the book again; the keyring is asked only where keys may be needed."""
        self._newest.ask()
        if self._preferences.current.lookups:
            self.keyring.look()

    @property
    def reading(self) -> bool:
        """Whether the book or the keyring is still being read."""
        return self._newest.on_its_way or self.keyring.reading

    def follow(self, changes: Changes) -> None:
        """Show what another process or another room has changed of what stands here."""
        if changes.everything or "accounts" in changes.tables:
            self.look()
        elif changes.tables.keys() & _SHOWN:
            self._newest.ask()

    def renew(self, account: Account) -> None:
        """Ask for another key of an account."""
        self._form(account.provider, account)

    def forget(self, provider: Provider) -> None:
        """Take out all that was kept from a provider, what it answered, and the keys for it."""
        if provider is Provider.BLUESKY:
            self._preferences.change(lookups_bluesky_direct=True)  # heard of on the thread that sets it
        self._write(lambda: self._book.lookups.forget(provider), Lane.KEYRING)

    # making

    def _make_controls(self) -> None:
        self.on = Switch("settings.lookups", preference_name("lookups"))
        self.on.clicked.connect(self._switch)
        self._on_words = SafeLabel("", "bodyMedium", "accent")
        self.ask = Switch("settings.lookups.ask", preference_name("lookups_ask"))
        self.ask.clicked.connect(lambda: self._preferences.change(lookups_ask=self.ask.isChecked()))
        self.expiry = ComboBox("settings.lookups.expiry", quiet=True)
        for one in LookupExpiry:
            self.expiry.addItem(choice_name(one), one)
        self.expiry.setAccessibleName(preference_name("lookups_expiry"))
        self.expiry.activated.connect(self._expire)
        self.add = Button(_("Add an account"), "settings.account.add", icon="plus", small=True)
        self.add.clicked.connect(lambda: self._sign_in(None))
        self.keyring = KeyringRow(self._book.accounts, self._work, self._room)
        self.keyring.changed.connect(self._newest.ask)
        self.keyring.session_asked.connect(lambda: self._sign_in(None))
        self.whole = Button(_("Whole list"), "settings.asked.all", kind="link", small=True)
        self.whole.clicked.connect(lambda: self.asked.emit(Place("lookups")))
        self.lately = AskedList("settings.asked", _("What was asked lately"))
        self.lately.opened.connect(lambda place: self.asked.emit(Place.parse(place)))
        self.keep_stale = Button(_("Keep them"), "settings.lookups.stale.keep", small=True)
        self.drop_stale = Button(_("Remove them"), "settings.lookups.stale.remove", small=True)
        self.keep_stale.clicked.connect(lambda: self._stale(self._book.lookups.facts.seen))
        self.drop_stale.clicked.connect(lambda: self._stale(self._book.lookups.facts.remove))

    def _make_cards(self) -> None:
        asking = SettingRow(
            preference_name("lookups_ask"),
            _("You see what would be sent, and to whom, before anything leaves this laptop."),
            self.ask,
        )
        self._rules = SettingCard(
            "", [asking, SettingRow(preference_name("lookups_expiry"), "", self.expiry)]
        )
        stale = side_by_side(self.keep_stale, self.drop_stale)
        self._stale_row = SettingRow(_("Facts from look-ups"), "", stale)
        self.old = SettingCard("", [self._stale_row])
        self.providers = SettingCard(_("Accounts"), [], action=self.add)
        self._keyring_card = SettingCard("", [self.keyring.row])
        self._lately_card = SettingCard(
            _("What was asked lately"), [ListRow(self.lately)], action=self.whole, ground="plain"
        )
        self._under = SafeLabel("", "body", "text2", wrap=True)
        self.section = SettingSection(
            "lookups",
            _("Look-ups"),
            [self._rules, self.old, self.providers, self._keyring_card, self._lately_card],
            under=self._under,
            control=side_by_side(self._on_words, self.on),
        )

    # the book

    def _read(self) -> _Known:
        book = self._book
        asked = book.lookups.asked(LATELY)
        people = book.contacts.summaries(list(dict.fromkeys(one.contact for one in asked)))
        days = self._preferences.current.lookups_expiry.days
        return _Known(
            list(book.lookups.consent.agreed()),
            book.accounts.all(),
            not self._preferences.current.lookups_bluesky_direct,
            asked,
            {one.id: visible(one.called, LONGEST) for one in people},
            () if days is None else book.lookups.facts.stale(timedelta(days=days)),
            book.present().now,
        )

    def _show_known(self, known: _Known) -> None:
        self._known = known
        self._list_providers(known)
        self.lately.show_rows([self._asked_row(one, known) for one in known.asked])
        time = choice_name(self._preferences.current.lookups_expiry)
        self._stale_row.say(stale_words(len(known.stale), time) if known.stale else "")
        self._arrange()

    def _list_providers(self, known: _Known) -> None:
        """Make the rows anew where they say something else; the keyboard stays where it was."""
        if not self._preferences.current.lookups:  # nothing of them is shown then
            return
        listed = (frozenset(known.agreed), tuple(known.accounts), known.by_service)
        if listed == self._listed:
            return
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu) and _stands_in(menu, self.providers):
            menu.aboutToHide.connect(self._newest.ask)
            return
        self._listed = listed
        focused = self.providers.window().focusWidget()
        name = focused.objectName() if focused is not None and _stands_in(focused, self.providers) else ""
        acts = ProviderActs(
            self._agree, self._by_service, self._sign_in, self.renew, self._sign_out, self.forget
        )
        rows = provider_rows(known.agreed, known.accounts, acts, by_service=known.by_service)
        self.providers.set_rows(rows)
        if name and (again := self.providers.findChild(QWidget, name)) is not None:
            again.setFocus()

    def _asked_row(self, made: LookupMade, known: _Known) -> AskedRow:
        now = known.now or made.at
        who = known.names.get(made.contact) or _("No name")
        place = Place.person(made.contact).address if made.contact in known.names else ""
        return AskedRow(made_when(made, now), who, hosts_words(made), asked_result(made), place)

    def _arrange(self) -> None:
        """Show what there is to decide about: nothing of it while look-ups are off and nothing was asked."""
        on, known = self._preferences.current.lookups, self._known or _Known()
        shown = {
            self._rules: on,
            self.providers: on,
            self._keyring_card: on,
            self.old: bool(known.stale),
            self._lately_card: bool(known.asked),
        }
        self.section.quiet = {card for card, there in shown.items() if not there}
        for card, there in shown.items():
            card.setVisible(there)
        self.section.put_first(self._keyring_card if self._keyring_leads() else None)

    def _keyring_leads(self) -> bool:
        """Whether the keyring wants the user, or just did: it goes back once the keyboard has left it."""
        if self.keyring.state is KeyringState.LOCKED:
            return True
        focused = self._room.window().focusWidget()
        led = self.section.first is self._keyring_card
        return led and focused is not None and _stands_in(focused, self._keyring_card)

    # acting

    def _switch(self) -> None:
        self._book.lookups.switch(on=self.on.isChecked())
        self.look()

    def _expire(self) -> None:
        self._preferences.change(lookups_expiry=LookupExpiry(self.expiry.currentData()))
        self.look()

    def _agree(self, provider: Provider, agreed: bool) -> None:
        consent = self._book.lookups.consent
        self._write(lambda: consent.agree(provider) if agreed else consent.withdraw(provider))

    def _by_service(self, on: bool) -> None:
        self._preferences.change(lookups_bluesky_direct=not on)

    def _stale(self, write: Callable[[Sequence[int]], object]) -> None:
        facts = [one.id for one in (self._known.stale if self._known else ()) if one.id is not None]
        self._write(lambda: write(facts))

    def _sign_in(self, provider: Provider | None) -> None:
        self._form(provider, None)

    def _form(self, provider: Provider | None, renews: Account | None) -> None:
        form = AccountForm(
            self._room,
            self._book.accounts,
            self._work,
            provider=provider,
            renews=renews,
            keyring=self.keyring.state,
        )
        form.signed_in.connect(self.look)
        form.closed.connect(self.look)
        form.begin()

    def _sign_out(self, account: Account) -> None:
        self._work.run(
            Lane.KEYRING,
            lambda _job: self._book.accounts.remove(account.id),
            self._signed_out,
            kind=JobKind.EDIT,
            owner=self,
        )

    def _signed_out(self, gone: bool) -> None:
        if not gone:
            words = _("Signed out. No keyring runs now, so one of another desktop may still have the key.")
            self.said.emit(Message(words, "signed_out"))
        self.look()

    def _write(self, do: Callable[[], object], lane: Lane = Lane.WRITE) -> None:
        self._newest.hold()
        self._work.run(
            lane,
            lambda _job: do(),
            lambda _done: self._newest.free(),
            self._unwritten,
            kind=JobKind.EDIT,
            owner=self,
        )

    def _unwritten(self, error: BaseException) -> None:
        self._newest.free()
        self._work.failed.emit(error)


def _stands_in(widget: QWidget, whole: QWidget) -> bool:
    """Whether a widget, be it a menu, belongs to another one."""
    around: QWidget | None = widget
    while around is not None and around is not whole:
        around = around.parentWidget()
    return around is whole


class ListRow(SettingRow):
    """A list instead of a label and a control."""

    def __init__(self, rows: AskedList) -> None:
        super().__init__("", _("What was asked of whom"), None)
        layout = self.layout()
        if layout is not None:
            self.take_words()
            layout.setContentsMargins(0, 0, 0, 0)
            layout.addWidget(rows)
            rows.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def _intro(now: Preferences) -> str:
    what = _("When you ask, Relate can read what someone says about themselves in public.")
    if not now.lookups:
        return _("{what} It is off, and nothing is sent to anybody until you turn it on.").format(what=what)
    try:
        since = date.fromisoformat(now.lookups_since)
    except ValueError:
        return what
    day = parts_of_date(None, since.month, since.day)
    return _("{what} It was off until you turned it on, on {day}.").format(what=what, day=day)
