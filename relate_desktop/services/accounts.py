"""Accounts with providers: their names in the book, their keys in the system's keyring and nowhere else.

Where there is no keyring a key may be held in memory until the program ends. Everything but
``all``, ``account_for`` and ``get`` may wait for the keyring: the keyring lane is for that.
"""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from relate_desktop.domain.account import (
    FIXED_SERVERS,
    LONGEST_KEY,
    LONGEST_USER,
    USUAL_SERVERS,
    WITH_ACCOUNTS,
    Account,
    AccountId,
    AccountState,
    KeyringReport,
    KeyringState,
    asked_at,
    key_of,
    origin_of,
)
from relate_desktop.domain.clock import Clock
from relate_desktop.domain.errors import (
    ErrorKind,
    KeyringError,
    NetworkError,
    NotFoundError,
    UsageError,
)
from relate_desktop.domain.lookup import LookupTarget, Provider
from relate_desktop.domain.text import fold, squeezed
from relate_desktop.lookups.asking import Secret
from relate_desktop.storage.accounts import KeptAccount
from relate_desktop.storage.database import Database
from relate_desktop.system.memory import close_memory

if TYPE_CHECKING:
    from relate_desktop.system.secrets import SystemKeyring

_SCHEMES = {Provider.FORGEJO: "token"}
"""The word before the key, where it is not ``Bearer``."""


def _never() -> None:
    """Nobody stops waiting."""


class AccountsService:
    """The user's accounts. Every method but those that wait may be called on any thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._lock = threading.Lock()
        self._system: SystemKeyring | None = None
        self._held: dict[AccountId, str] = {}
        self._missing: set[AccountId] = set()

    @property
    def _keyring(self) -> "SystemKeyring":
        """Made when somebody wants it: most sessions have no need to load what speaks to it."""
        with self._lock:
            if self._system is None:
                self._system = _system_keyring()
            return self._system

    # ------------------------------------------------------------- the keyring

    def keyring(self) -> KeyringReport:
        """How the keyring is now; nobody is asked for a password. Where it is open, keys are missed."""
        report = self._keyring.report()
        if report.state is KeyringState.UNLOCKED:
            self._miss_keys()
        return report

    def unlock(self, stop: Callable[[], None] = _never) -> KeyringReport:
        """Has the keyring ask the user for its password, and waits for the answer.

        ``stop`` is called ten times a second and may raise Cancelled: a job's ``step`` will do.
        Raises KeyringError: KEYRING_LOCKED when the user does not want to, KEYRING_SLOW, KEYRING_FAILED.
        """
        self._keyring.unlock(stop)
        return self.keyring()

    # ---------------------------------------------------------------- accounts

    def all(self) -> tuple[Account, ...]:
        """Every account with its state as far as it is known, the oldest first; the keyring is not asked."""
        with self._database.read() as book:
            kept = book.accounts.all()
        return tuple(self._as_it_is(one) for one in kept)

    def get(self, account: AccountId) -> Account:
        """One account; raises NotFoundError(ACCOUNT_UNKNOWN)."""
        return self._find(account).account

    def account_for(self, target: LookupTarget) -> Account | None:
        """The account whose key a look-up of this target is asked with; one that can be used comes first."""
        serving = [account for account in self.all() if account.serves(target)]
        return next((account for account in serving if account.state.usable), next(iter(serving), None))

    def add(
        self, provider: Provider, secret: str, user: str = "", server: str = "", *, session_only: bool = False
    ) -> Account:
        """A new account with its key; the key stands in the keyring before the name stands in the book.

        Raises UserError: ACCOUNT_UNSUPPORTED, SERVER_MALFORMED, SERVER_MISSING, SERVER_FIXED, ACCOUNT_THERE,
        SECRET_MISSING, SECRET_UNUSABLE, and KeyringError.
        """
        origin = self.check(provider, user, server)
        name = squeezed(user)
        key = _key(secret)
        account = Account(AccountId(str(uuid4())), provider, name, origin, self._clock())
        self._keep(account, key, session_only=session_only)
        return self._as_it_is(self._find(account.id))

    def expect_key(self) -> None:
        """To be called before a key is typed: from then on no dump and no debugger sees the memory."""
        close_memory()

    def check(self, provider: Provider, user: str = "", server: str = "") -> str:
        """The origin an account would be at, before anybody types a key for it; raises as ``add`` does."""
        origin = origin_at(provider, server)
        if len(user) > LONGEST_USER:
            raise UsageError(ErrorKind.TEXT_TOO_LONG, most=LONGEST_USER)
        there = {(one.provider, one.server, fold(one.user)) for one in self.all()}
        if (provider, origin, fold(squeezed(user))) in there:
            raise UsageError(ErrorKind.ACCOUNT_THERE, provider=provider.value)
        return origin

    def renew(self, account: AccountId, secret: str, *, session_only: bool = False) -> Account:
        """Another key for an account; raises ACCOUNT_UNKNOWN, and what ``add`` does for a key.

        A key for this session goes before one that a keyring has which cannot be asked just now.
        """
        before = self._find(account)
        key = _key(secret)
        if session_only and not before.session_only and not self._is_gone(before):
            self._note(before.account, session_only=False)
            self._hold(account, key)
        else:
            self._keep(before.account, key, session_only=session_only)
        return self._as_it_is(self._find(account))

    def remove(self, account: AccountId) -> bool:
        """Signs out: the key first, then the name; whether the key is certainly gone.

        Where there is no keyring any more the name goes all the same, and the answer is False: the
        keyring of another desktop may still have the key. Raises ACCOUNT_UNKNOWN and KeyringError.
        """
        gone = self._let_go(self._find(account))
        with self._database.aside() as aside:
            aside.accounts.remove(account)
            aside.tell("accounts")
        self._forget(account)
        return gone

    # ------------------------------------------------------------------- keys

    def secret_of(self, account: Account) -> Secret:
        """An account's key, for its origin alone.

        Raises KEY_MISSING and KEY_REFUSED where it cannot be used: nothing is to be asked then; and
        ACCOUNT_UNKNOWN and KeyringError.
        """
        if account.state is AccountState.KEY_EXPIRED:
            raise NetworkError(ErrorKind.KEY_REFUSED, host=host_of(account))
        with self._lock:
            key = self._held.get(account.id)
        close_memory()
        if key is None and not self._find(account.id).session_only:
            key = self._keyring.get(account.service)
        if key is None:
            with self._lock:
                self._missing.add(account.id)
            raise KeyringError(ErrorKind.KEY_MISSING, host=host_of(account))
        scheme = _SCHEMES.get(account.provider, "Bearer")
        return Secret(key, scheme=scheme, origin=account.server)

    def mark_refused(self, account: AccountId) -> None:
        """Notes that the provider did not take the key: it is sent no more until it is renewed."""
        with self._database.aside() as aside:
            aside.accounts.refuse(account, self._clock())
            aside.tell("accounts")

    # ---------------------------------------------------------------- inwards

    def _keep(self, account: Account, key: str, *, session_only: bool) -> None:
        if not session_only:
            self._keyring.put(account.service, key)
        try:
            self._note(account, session_only=session_only)
        except BaseException:
            if not session_only:
                self._take_back(account)
            raise
        self._forget(account.id)
        if session_only:
            self._hold(account.id, key)

    def _note(self, account: Account, *, session_only: bool) -> None:
        with self._database.aside() as aside:
            aside.accounts.put(account, session_only=session_only)
            aside.tell("accounts")

    def _hold(self, account: AccountId, key: str) -> None:
        with self._lock:
            self._held[account] = key

    def _take_back(self, account: Account) -> None:
        """A key whose name could not be written down must not stay behind unseen."""
        known = {one.id for one in self.all()}
        if account.id not in known:
            self._keyring.drop(account.service)

    def _let_go(self, kept: KeptAccount) -> bool:
        """Deletes the key from the keyring, if it is there; False where there is no keyring to ask."""
        if kept.session_only:
            return True
        try:
            self._keyring.drop(kept.account.service)
        except KeyringError as error:
            if error.kind is not ErrorKind.KEYRING_NONE:
                raise
            return False
        return True

    def _is_gone(self, kept: KeptAccount) -> bool:
        """Deletes the key from the keyring if that can be done now; whether it is certainly gone."""
        try:
            return self._let_go(kept)
        except KeyringError:
            return False

    def _miss_keys(self) -> None:
        """Looks which accounts have no key in an open keyring."""
        with self._database.read() as book:
            kept = [one for one in book.accounts.all() if not one.session_only]
        for one in kept:
            try:
                there = self._keyring.get(one.account.service) is not None
            except KeyringError:
                return
            with self._lock:
                (self._missing.discard if there else self._missing.add)(one.account.id)

    def _forget(self, account: AccountId) -> None:
        with self._lock:
            self._held.pop(account, None)
            self._missing.discard(account)

    def _find(self, account: AccountId) -> KeptAccount:
        with self._database.read() as book:
            kept = book.accounts.all()
        for one in kept:
            if one.account.id == account:
                return replace(one, account=self._as_it_is(one))
        raise NotFoundError(ErrorKind.ACCOUNT_UNKNOWN)

    def _as_it_is(self, kept: KeptAccount) -> Account:
        return replace(kept.account, state=self._state(kept))

    def _state(self, kept: KeptAccount) -> AccountState:
        with self._lock:
            held = kept.account.id in self._held
            missing = kept.account.id in self._missing
        if kept.refused:
            return AccountState.KEY_EXPIRED
        if held:
            return AccountState.SESSION_ONLY
        if missing or kept.session_only:
            return AccountState.KEY_MISSING
        return AccountState.SIGNED_IN


def keyring_now() -> KeyringReport:
    """How the keyring is, where there is no book yet."""
    return _system_keyring().report()


def _system_keyring() -> "SystemKeyring":
    from relate_desktop.system.secrets import SystemKeyring  # noqa: PLC0415 - a start must not pay for it

    return SystemKeyring()


def host_of(account: Account) -> str:
    """The server's name, for a sentence."""
    return account.server.split("://", 1)[-1]


def _key(secret: str) -> str:
    close_memory()
    if not secret.strip():
        raise UsageError(ErrorKind.SECRET_MISSING)
    key = key_of(secret)
    if key is None:
        raise UsageError(ErrorKind.SECRET_UNUSABLE, most=LONGEST_KEY)
    return key


def origin_at(provider: Provider, server: str) -> str:
    """The origin of an account; raises UsageError as ``AccountsService.add`` does."""
    if provider not in WITH_ACCOUNTS:
        raise UsageError(ErrorKind.ACCOUNT_UNSUPPORTED, provider=provider.value)
    if not server.strip():
        usual = USUAL_SERVERS.get(provider)
        if usual is None:
            raise UsageError(ErrorKind.SERVER_MISSING, provider=provider.value)
        return usual
    origin = origin_of(server)
    if origin is None:
        raise UsageError(ErrorKind.SERVER_MALFORMED)
    asked = asked_at(provider, origin)
    if provider in FIXED_SERVERS and asked != FIXED_SERVERS[provider]:
        raise UsageError(ErrorKind.SERVER_FIXED, provider=provider.value, server=FIXED_SERVERS[provider])
    return asked
