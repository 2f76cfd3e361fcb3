"""Signing in with a provider, or renewing a key: the key goes to the keyring and nowhere else."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.domain.account import FIXED_SERVERS, USUAL_SERVERS, WITH_ACCOUNTS, Account, KeyringState
from relate_desktop.domain.errors import ErrorKind, UserError
from relate_desktop.domain.lookup import Provider
from relate_desktop.services.accounts import AccountsService
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.accessibility import announce
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.fields import ComboBox, SecretField, TextField
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.kit.toggles import CheckBox
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.accounts import account_name
from relate_desktop.words.errors import tell
from relate_desktop.words.lookups import provider_name
from relate_desktop.words.translation import _

_SERVER = frozenset({ErrorKind.SERVER_MALFORMED, ErrorKind.SERVER_MISSING, ErrorKind.SERVER_FIXED})
_KEY = frozenset({ErrorKind.SECRET_MISSING, ErrorKind.SECRET_UNUSABLE})


class AccountForm(Overlay):
    """One provider, one server, one key. What was typed for a key is wiped as soon as it was used."""

    signed_in = Signal()

    def __init__(
        self,
        host: QWidget,
        accounts: AccountsService,
        work: Work,
        *,
        provider: Provider | None = None,
        renews: Account | None = None,
        keyring: KeyringState | None = None,
    ) -> None:
        title = _("Renew a key") if renews is not None else _("Add an account")
        super().__init__(host, "settings.account.form", title, width=460)
        self._accounts, self._work, self._renews = accounts, work, renews
        self._busy = False
        self.body.addWidget(Heading(title, "settings.account.form.title", "heading"))
        self._make_fields()
        self._lay_out()
        self.session.setChecked(keyring is KeyringState.NONE)
        self.session.setEnabled(keyring is not KeyringState.NONE)
        chosen = renews.provider if renews is not None else provider or WITH_ACCOUNTS[0]
        self.provider.setCurrentIndex(self.provider.findData(chosen))
        self._follow()
        self.closed.connect(self._wipe)

    def begin(self) -> None:
        """Open it."""
        self._accounts.expect_key()
        self.open_over(self.key.editor if self._renews is not None else self.provider)

    # building

    def _make_fields(self) -> None:
        self.provider = ComboBox("settings.account.provider")
        for one in WITH_ACCOUNTS:
            self.provider.addItem(provider_name(one), one)
        self.provider.activated.connect(self._follow)
        self._label = SafeLabel(_("Provider"), "smallMedium", "text2")
        self._label.setBuddy(self.provider)
        self.server = TextField(_("Server"), "settings.account.server")
        self.user = TextField(
            _("Your name there"), "settings.account.user", hint=_("Only to tell your accounts apart.")
        )
        self.key = SecretField("", "settings.account.key")
        self.session = CheckBox(
            _("Keep it for this session only"),
            "settings.account.session",
            description=_("The key is forgotten when Relate closes, and is in no file."),
        )
        self.wrong = SafeLabel("", "small", "danger", wrap=True)
        self.wrong.hide()

    def _lay_out(self) -> None:
        renews = self._renews
        if renews is None:
            self.body.addWidget(self._label)
            self.body.addWidget(self.provider)
            self.body.addWidget(self.server)
            self.body.addWidget(self.user)
        else:
            self.body.addWidget(SafeLabel(account_name(renews), "body", "text2", wrap=True))
            for unused in (self._label, self.provider, self.server, self.user):
                unused.setParent(self.panel)
                unused.hide()
        for part in (self.key, self.session, self.wrong):
            self.body.addWidget(part)
        self.cancel = Button(_("Cancel"), "settings.account.cancel")
        words = _("Renew key") if renews is not None else _("Sign in")
        self.save = Button(words, "settings.account.save", kind="primary")
        self.cancel.clicked.connect(self.close_overlay)
        self.save.clicked.connect(self._save)
        self.key.editor.returnPressed.connect(self._save)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        self.body.addLayout(row)

    def _follow(self) -> None:
        """Fields speak of the chosen provider."""
        provider = self._provider
        self.key.set_label(_("Key for {provider}").format(provider=provider_name(provider)))
        self.key.set_hint(_key_hint(provider))
        self.server.setVisible(self._renews is None and provider not in FIXED_SERVERS)
        usual = USUAL_SERVERS.get(provider, "")
        self.server.set_hint(
            _("Empty for {server}.").format(server=usual) if usual else _("Such as https://example.org.")
        )

    @property
    def _provider(self) -> Provider:
        chosen = self.provider.currentData()
        return Provider(chosen)

    # signing in

    def _save(self) -> None:
        if self._busy:
            return
        self._busy = True
        self.save.setEnabled(False)
        self._say("")
        call = self._call(self.key.text())
        self._work.run(
            Lane.KEYRING, lambda _job: call(), self._done, self._refused, kind=JobKind.EDIT, owner=self
        )

    def _call(self, key: str) -> Callable[[], Account]:
        accounts, renews, session_only = self._accounts, self._renews, self.session.isChecked()
        if renews is not None:
            return lambda: accounts.renew(renews.id, key, session_only=session_only)
        provider, user = self._provider, self.user.text()
        server = "" if provider in FIXED_SERVERS else self.server.text()
        return lambda: accounts.add(provider, key, user, server, session_only=session_only)

    def _done(self, _account: Account) -> None:
        self._busy = False
        self.close_overlay()
        self.signed_in.emit()

    def _refused(self, error: BaseException) -> None:
        self._busy = False
        self.save.setEnabled(True)
        if not isinstance(error, UserError):
            return
        told = tell(error).message if error.kind is ErrorKind.SECRET_MISSING else tell(error).line
        if error.kind in _SERVER:
            self.server.set_error(told)
            self.server.editor.setFocus()
        elif error.kind in _KEY:
            self.key.set_error(told)
            self.key.editor.setFocus()
        else:
            self._say(told)

    def _say(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        if sentence:
            announce(self.wrong, sentence, assertive=True)

    def _wipe(self) -> None:
        self.key.editor.clear()
        self.deleteLater()


def _key_hint(provider: Provider) -> str:
    hints = {
        Provider.GITHUB: _("A fine-grained token without any permission is enough."),
        Provider.GITLAB: _("A personal access token with read_user alone."),
        Provider.FORGEJO: _("An access token that may read users."),
        Provider.MASTODON: _("An access token with read:accounts alone."),
        Provider.GRAVATAR: _("An API key of your own."),
        Provider.MATRIX: _("An access token of your account."),
    }
    return hints.get(provider, "")
