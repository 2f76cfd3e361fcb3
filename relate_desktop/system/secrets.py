"""The system's keyring as the program uses it: never waited for longer than is bearable.

Each call runs on a thread of its own that can be left behind. What a call does after it was given
up is taken back, so that "nothing was changed" stays true. Faults of a backend may quote what it
was given: of them only the kind goes on.
"""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Generic, TypeVar

from relate_desktop.domain.account import KeyringReport, KeyringState
from relate_desktop.domain.errors import ErrorKind, KeyringError
from relate_desktop.system.keyring_backends import Backend, Vault, backends
from relate_desktop.system.secret_service import Stop

USER = "token"
"""The name beside each key; the service tells them apart."""
PATIENCE = 10.0
"""Seconds a keyring may take that has nothing to ask; gnome-keyring takes a hundredth of one."""
LONGEST_PROMPT = 180.0
"""Seconds the user has to answer what the keyring asks."""

_BY_NAME = {
    "KeyringLocked": ErrorKind.KEYRING_LOCKED,
    "LockedException": ErrorKind.KEYRING_LOCKED,
    "PromptDismissedException": ErrorKind.KEYRING_LOCKED,
    "NoKeyringError": ErrorKind.KEYRING_NONE,
}
_BY_STATE = {
    KeyringState.NONE: ErrorKind.KEYRING_NONE,
    KeyringState.LOCKED: ErrorKind.KEYRING_LOCKED,
    KeyringState.FAILING: ErrorKind.KEYRING_FAILED,
}

T = TypeVar("T")


def _never() -> None:
    """Nobody stops waiting."""


class SystemKeyring:
    """Keys by service. Every method may be called on any thread but the window's; all raise KeyringError.

    KEYRING_NONE, KEYRING_LOCKED (nobody is asked but by ``unlock``), KEYRING_SLOW, KEYRING_FAILED.
    """

    def __init__(
        self,
        choice: Callable[[], Sequence[Backend]] = backends,
        patience: float = PATIENCE,
        longest_prompt: float = LONGEST_PROMPT,
    ) -> None:
        self._choice = choice
        self._patience = patience
        self._longest_prompt = longest_prompt
        self._turn = threading.Lock()

    def report(self) -> KeyringReport:
        """Which keyring there is and how it is, found out anew each time; never raises, never prompts."""
        try:
            return _Call(self._look).answer(self._patience)[1]
        except KeyringError:
            return KeyringReport("", KeyringState.FAILING)

    def unlock(self, stop: Stop = _never) -> KeyringReport:
        """Has the keyring ask the user, where it is locked or has no password yet; answers how it is then.

        ``stop`` is called on this thread ten times a second, and may raise Cancelled.
        """
        backend, report = _Call(self._look).answer(self._patience)
        if backend is not None and report.state in {KeyringState.LOCKED, KeyringState.EMPTY}:
            backend.unlock(self._patience, self._longest_prompt, stop)
        return self.report()

    def get(self, service: str) -> str | None:
        """The key of that service; None when there is none."""
        backend, state = self._open()
        if state is KeyringState.EMPTY:
            return None
        call = _Call(lambda: backend.vault().get_password(service, USER), turn=self._turn)
        return call.answer(self._patience_with(backend))

    def put(self, service: str, key: str) -> None:
        """Keeps a key in place of what was there, and has read it back when this returns.

        Whatever goes wrong, what was there before is there again.
        """
        backend, _ = self._open(make=True)
        change = _Change(backend, service, key)
        _Call(change.make, change.take_back, self._turn).answer(self._patience_with(backend))

    def drop(self, service: str) -> None:
        """Forgets a key; one that is not there is fine."""
        backend, state = self._open()
        if state is KeyringState.EMPTY:
            return
        change = _Change(backend, service, None)
        _Call(change.make, change.take_back, self._turn).answer(self._patience_with(backend))

    def _patience_with(self, backend: Backend) -> float:
        return self._longest_prompt if backend.asks_by_itself else self._patience

    def _look(self) -> "tuple[Backend | None, KeyringReport]":
        """The first keyring that is there and well, else the first that is there at all."""
        broken: Backend | None = None
        for backend in self._choice():
            state = backend.state(self._patience / 2)
            if state not in {KeyringState.NONE, KeyringState.FAILING}:
                return backend, KeyringReport(backend.name, state)
            if state is KeyringState.FAILING:
                broken = broken or backend
        if broken is not None:
            return broken, KeyringReport(broken.name, KeyringState.FAILING)
        return None, KeyringReport("", KeyringState.NONE)

    def _open(self, *, make: bool = False) -> tuple[Backend, KeyringState]:
        """The keyring, unlocked or empty; with ``make`` an empty one gets its password first."""
        backend, report = _Call(self._look).answer(self._patience)
        if make and report.state is KeyringState.EMPTY:
            report = self.unlock()
        if backend is None or report.state in _BY_STATE:
            raise KeyringError(_BY_STATE[report.state])
        return backend, report.state


class _Change:
    """One service's key set or deleted; ``None`` is no key."""

    def __init__(self, backend: Backend, service: str, key: str | None) -> None:
        self._backend, self._service, self._key = backend, service, key
        self._before: str | None = None

    def make(self) -> None:
        vault = self._backend.vault()
        self._before = vault.get_password(self._service, USER)
        if self._before == self._key:
            return
        try:
            self._become(vault, self._key)
            done = vault.get_password(self._service, USER) == self._key
        except BaseException:
            self.take_back()
            raise
        if not done:
            self.take_back()
            raise KeyringError(ErrorKind.KEYRING_FAILED)

    def take_back(self) -> None:
        """As it was before, as far as the keyring lets us."""
        with suppress(Exception):
            self._become(self._backend.vault(), self._before)

    def _become(self, vault: Vault, key: str | None) -> None:
        if (key is None or self._backend.copies_the_old) and vault.get_password(
            self._service, USER
        ) is not None:
            vault.delete_password(self._service, USER)
        if key is not None:
            vault.set_password(self._service, USER, key)


class _Call(Generic[T]):
    """Work on a thread of its own, that is begun in its turn and undone if nobody waited for it."""

    def __init__(
        self,
        work: Callable[[], T],
        take_back: Callable[[], None] | None = None,
        turn: "threading.Lock | None" = None,
    ) -> None:
        self._work, self._take_back = work, take_back
        self._turn = turn or threading.Lock()
        self._settled = threading.Lock()
        self._ended = threading.Event()
        self._given_up = False
        self._answers: list[T] = []
        self._fault: ErrorKind | None = None

    def answer(self, patience: float) -> T:
        """What the work answers; raises KeyringError, KEYRING_SLOW when it takes too long."""
        threading.Thread(target=self._run, name="keyring", daemon=True).start()
        if not self._ended.wait(patience):
            with self._settled:
                self._given_up = not self._ended.is_set()
            if self._given_up:
                raise KeyringError(ErrorKind.KEYRING_SLOW)
        if self._fault is not None:
            raise KeyringError(self._fault)
        return self._answers[0]

    def _run(self) -> None:
        with self._turn:
            if self._given_up:
                return
            try:
                self._answers.append(self._work())
            except KeyringError as error:
                self._fault = error.kind
            except BaseException as error:  # noqa: BLE001 - backends raise whatever they like
                self._fault = kind_of(error)
            with self._settled:
                late = self._given_up
                self._ended.set()
            if late and self._fault is None and self._take_back is not None:
                self._take_back()


def kind_of(fault: BaseException) -> ErrorKind:
    """What a backend's fault comes to: a locked keyring, none, or one that fails."""
    current: BaseException | None = fault
    while current is not None:
        if type(current).__name__ in _BY_NAME:
            return _BY_NAME[type(current).__name__]
        current = current.__cause__ or current.__context__
    return ErrorKind.KEYRING_FAILED
