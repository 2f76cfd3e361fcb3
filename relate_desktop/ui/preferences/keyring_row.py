"""Where keys are kept: how the system's keyring is, and what can be done about it (ux 6.12)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from relate_desktop.domain.account import KeyringReport, KeyringState
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.preferences.rows import SettingRow, side_by_side
from relate_desktop.words.accounts import keyring_sentence, keyring_state
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.accounts import AccountsService


class KeyringRow(QObject):
    """Makes ``row`` and looks at the keyring when it is told to; nobody is asked for a password by that."""

    changed = Signal()
    """The keyring is another way than before: an open one knows which keys are missing."""
    session_asked = Signal()
    """A key is to be kept for this session, where there is no keyring."""

    def __init__(self, accounts: "AccountsService", work: Work, owner: QWidget) -> None:
        super().__init__(owner)
        self._accounts, self._work = accounts, work
        self._report: KeyringReport | None = None
        self._probe = 0
        self._probing = False
        self.check = Button(_("Check"), "settings.keyring.check", small=True, name=_("Check the keyring"))
        self.check.clicked.connect(self._check)
        self.session = Button(_("Keep a key for this session"), "settings.keyring.session", small=True)
        self.session.clicked.connect(self.session_asked)
        self.row = SettingRow(
            _("Keys are kept in your system keyring"),
            "",
            side_by_side(self.session, self.check),
            icon="key",
            tile="tileAccent",
        )
        named(self.row.sentence_label, "settings.keyring", "")
        self._show(None)

    @property
    def state(self) -> KeyringState | None:
        """How the keyring is, as far as it is known."""
        return self._report.state if self._report is not None else None

    @property
    def reading(self) -> bool:
        """Whether the keyring is being looked at."""
        return self._probing

    def look(self) -> None:
        """Look at the keyring again."""
        self._probe += 1
        self._probing = True
        probe = self._probe
        self._work.run(
            Lane.KEYRING,
            lambda _job: self._accounts.keyring(),
            lambda report: self._probed(probe, report),
            self._unprobed,
            kind=JobKind.DETAIL,
            owner=self,
        )

    def _probed(self, probe: int, report: KeyringReport) -> None:
        if probe != self._probe:
            return
        self._probing = False
        news = report != self._report
        self._show(report)
        if news:
            self.changed.emit()

    def _unprobed(self, error: BaseException) -> None:
        self._probing = False
        self._work.failed.emit(error)

    def _show(self, report: KeyringReport | None) -> None:
        self._report = report
        state = keyring_state(report.state) if report is not None else _("being looked at")
        self.row.say(keyring_sentence(report) if report is not None else _("Looking…"))
        none = report is not None and report.state is KeyringState.NONE
        self.row.rename(
            _("There is no system keyring") if none else _("Keys are kept in your system keyring")
        )
        self.row.sentence_label.setAccessibleName(_("System keyring, {state}").format(state=state))
        self.session.setVisible(none)
        locked = report is not None and report.state is KeyringState.LOCKED
        words = _("Unlock…") if locked else _("Check")
        self.check.set_words(words, _("Unlock the keyring") if locked else _("Check the keyring"))
        self.check.setEnabled(True)

    def _check(self) -> None:
        """Look again; a locked keyring asks for its password in a window of its own."""
        if self.state is not KeyringState.LOCKED:
            self.look()
            return
        self._probe += 1
        probe = self._probe
        self.check.setEnabled(False)
        self.row.say(_("Your system keyring asks for its password in a window of its own."))
        self._work.run(
            Lane.KEYRING,
            lambda job: self._accounts.unlock(lambda: job.step(0, 0)),
            lambda report: self._probed(probe, report),
            self._not_unlocked,
            kind=JobKind.DETAIL,
            owner=self,
        )

    def _not_unlocked(self, _error: BaseException) -> None:
        """The user did not want to, or the keyring does not answer: say how it is."""
        self._show(self._report)
        self.look()
