"""The keyring as the program uses it, on a real gnome-keyring."""
# ruff: noqa: ARG002 - stand-ins take what they need not

import threading
from collections.abc import Callable

import pytest

from relate_desktop.domain.account import KeyringReport, KeyringState
from relate_desktop.domain.errors import Cancelled, ErrorKind, KeyringError
from relate_desktop.system.keyring_backends import Backend, Vault
from relate_desktop.system.secret_service import Stop
from relate_desktop.system.secrets import LONGEST_PROMPT, USER, SystemKeyring, kind_of
from tests.desktop_keyring.daemon import PASSWORD, Daemon, a_keyring
from tests.desktop_keyring.prompter import somebody
from tests.desktop_pop_ups.bus import Bus
from tests.patience import SECONDS as PATIENCE

SERVICE = "Relate/github/1c"
HASTE = 0.4
"""Seconds after which these tests call a keyring silent."""


def patient(longest_prompt: float = LONGEST_PROMPT) -> SystemKeyring:
    """The system's keyring, with patience for a machine that has much to do."""
    return SystemKeyring(patience=PATIENCE, longest_prompt=longest_prompt)


def refused(raised: "pytest.ExceptionInfo[KeyringError]") -> ErrorKind:
    return raised.value.kind


@pytest.mark.usefixtures("keyring")
class TestUnlocked:
    def test_keeps_reads_overwrites_and_forgets_a_key(self) -> None:
        system = patient()
        assert system.report() == KeyringReport("Secret Service", KeyringState.UNLOCKED)
        assert system.get(SERVICE) is None
        system.put(SERVICE, "ghp_one")
        system.put(SERVICE, "ghp_two")
        assert system.get(SERVICE) == "ghp_two"
        system.drop(SERVICE)
        system.drop(SERVICE)
        assert system.get(SERVICE) is None

    def test_keeps_a_key_of_any_length_there_may_be(self) -> None:
        system = patient()
        system.put(SERVICE, "x" * 1280)
        assert system.get(SERVICE) == "x" * 1280

    def test_keeps_keys_of_several_accounts_apart(self) -> None:
        system = patient()
        system.put(SERVICE, "ghp_one")
        system.put("Relate/gitlab/1c", "glpat-two")
        system.drop(SERVICE)
        assert system.get("Relate/gitlab/1c") == "glpat-two"

    def test_may_be_used_from_many_threads_at_once(self) -> None:
        system = patient()
        system.put(SERVICE, "ghp_one")
        found: list[str | None] = []
        threads = [threading.Thread(target=lambda: found.append(system.get(SERVICE))) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == ["ghp_one"] * 6


class TestNone:
    @pytest.mark.parametrize("address", ["disabled:", "unix:path=/nowhere/bus", "nonsense", ""])
    def test_without_a_bus_there_is_none(self, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        system = patient()
        assert system.report() == KeyringReport("", KeyringState.NONE)
        assert system.unlock() == KeyringReport("", KeyringState.NONE)
        with pytest.raises(KeyringError) as raised:
            system.put(SERVICE, "ghp_one")
        assert refused(raised) is ErrorKind.KEYRING_NONE

    def test_one_that_comes_is_found_when_it_is_asked_for_again(self, keyring_bus: Bus) -> None:
        system = patient()
        assert system.report().state is KeyringState.NONE
        with a_keyring(keyring_bus):
            system.put(SERVICE, "ghp_one")
            assert system.get(SERVICE) == "ghp_one"


class TestLocked:
    @pytest.fixture(autouse=True)
    def _locked_with_a_key_in_it(self, keyring: Daemon) -> None:
        patient().put(SERVICE, "ghp_one")
        keyring.lock()

    def test_is_told_and_nobody_is_asked(self, keyring_bus: Bus) -> None:
        system = patient()
        with somebody(keyring_bus, PASSWORD):
            assert system.report().state is KeyringState.LOCKED
            acts: tuple[Callable[[], object], ...] = (
                lambda: system.get(SERVICE),
                lambda: system.put(SERVICE, "ghp_two"),
                lambda: system.drop(SERVICE),
            )
            for act in acts:
                with pytest.raises(KeyringError) as raised:
                    act()
                assert refused(raised) is ErrorKind.KEYRING_LOCKED
            assert system.report().state is KeyringState.LOCKED

    def test_is_unlocked_by_whoever_knows_the_password(self, keyring_bus: Bus) -> None:
        system = patient()
        with somebody(keyring_bus, "wrong", PASSWORD) as prompts:
            assert system.unlock().state is KeyringState.UNLOCKED
            assert prompts.next() == prompts.next() == {"asked": "password", "title": "Unlock Login Keyring"}
        assert system.get(SERVICE) == "ghp_one"

    def test_stays_locked_when_the_user_says_no(self, keyring_bus: Bus) -> None:
        system = patient()
        with somebody(keyring_bus, "--dismiss"), pytest.raises(KeyringError) as raised:
            system.unlock()
        assert refused(raised) is ErrorKind.KEYRING_LOCKED
        assert system.report().state is KeyringState.LOCKED

    def test_stays_locked_where_nobody_can_be_asked(self) -> None:
        with pytest.raises(KeyringError) as raised:
            patient().unlock()
        assert refused(raised) is ErrorKind.KEYRING_LOCKED

    def test_is_not_waited_for_longer_than_told_and_is_well_afterwards(self, keyring_bus: Bus) -> None:
        system = patient(longest_prompt=HASTE)
        with somebody(keyring_bus, "--wait", PASSWORD):
            with pytest.raises(KeyringError) as raised:
                system.unlock()
            assert refused(raised) is ErrorKind.KEYRING_SLOW
            assert system.report().state is KeyringState.LOCKED

    def test_is_not_waited_for_when_the_user_stops(self, keyring_bus: Bus) -> None:
        def stop() -> None:
            raise Cancelled

        system = patient()
        with somebody(keyring_bus, "--wait"), pytest.raises(Cancelled):
            system.unlock(stop)
        assert system.report().state is KeyringState.LOCKED

    def test_may_die_over_the_question(self, keyring_bus: Bus, keyring: Daemon) -> None:
        system = patient()
        with somebody(keyring_bus, "--wait") as prompts:

            def end() -> None:
                prompts.next()
                keyring.end()

            killer = threading.Thread(target=end)
            killer.start()
            with pytest.raises(KeyringError) as raised:
                system.unlock()
            killer.join()
        assert refused(raised) is ErrorKind.KEYRING_FAILED
        assert system.report().state is KeyringState.NONE


class TestEmpty:
    """A keyring that was never used."""

    def test_has_no_keys_and_asks_nobody_to_say_so(self, keyring_bus: Bus) -> None:
        with a_keyring(keyring_bus, unlocked=False), somebody(keyring_bus, PASSWORD):
            system = patient()
            assert system.report().state is KeyringState.EMPTY
            assert system.get(SERVICE) is None
            system.drop(SERVICE)
            assert system.report().state is KeyringState.EMPTY

    def test_asks_for_a_password_with_the_first_key(self, keyring_bus: Bus) -> None:
        with a_keyring(keyring_bus, unlocked=False) as daemon:
            system = patient()
            with somebody(keyring_bus, PASSWORD, "yes"):
                system.put(SERVICE, "ghp_one")
            daemon.lock()
            with somebody(keyring_bus, PASSWORD):
                assert system.unlock().state is KeyringState.UNLOCKED
            assert system.get(SERVICE) == "ghp_one"

    def test_keeps_nothing_when_nobody_gives_it_one(self, keyring_bus: Bus) -> None:
        with a_keyring(keyring_bus, unlocked=False), somebody(keyring_bus, "--dismiss"):
            system = patient()
            with pytest.raises(KeyringError) as raised:
                system.put(SERVICE, "ghp_one")
            assert refused(raised) is ErrorKind.KEYRING_LOCKED
            assert system.report().state is KeyringState.EMPTY


def test_one_that_hangs_is_told_and_is_well_when_it_goes_on(keyring: Daemon) -> None:
    system = SystemKeyring(patience=HASTE)
    keyring.freeze()
    try:
        assert system.report().state is KeyringState.FAILING
        with pytest.raises(KeyringError) as raised:
            system.get(SERVICE)
    finally:
        keyring.thaw()
    assert refused(raised) in {ErrorKind.KEYRING_FAILED, ErrorKind.KEYRING_SLOW}
    again = patient()
    again.put(SERVICE, "ghp_one")
    assert again.get(SERVICE) == "ghp_one"


class Slow:
    """A keyring that takes as long as the test wants, and may do wrong."""

    name = "Slow"
    copies_the_old = asks_by_itself = False

    def __init__(self, *, keys: dict[str, str] | None = None) -> None:
        self.keys = {} if keys is None else keys
        self.go_on = threading.Event()
        self.go_on.set()
        self.begun = threading.Event()
        self.done = threading.Semaphore(0)
        self.fault: Exception | None = None
        self.forgetful = False

    def state(self, patience: float) -> KeyringState:
        return KeyringState.UNLOCKED

    def unlock(self, patience: float, longest: float, stop: Stop) -> None:
        raise AssertionError

    def vault(self) -> Vault:
        return self

    def get_password(self, service: str, username: str) -> str | None:
        assert username == USER
        return self.keys.get(service)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.begun.set()
        assert self.go_on.wait(PATIENCE)
        if not self.forgetful:
            self.keys[service] = password
        self.done.release()
        self._fail()

    def delete_password(self, service: str, username: str) -> None:
        self.begun.set()
        assert self.go_on.wait(PATIENCE)
        del self.keys[service]
        self.done.release()
        self._fail()

    def _fail(self) -> None:
        fault, self.fault = self.fault, None
        if fault is not None:
            raise fault


def over(backend: Backend, patience: float = PATIENCE) -> SystemKeyring:
    return SystemKeyring(lambda: (backend,), patience)


def give_up(slow: Slow, act: Callable[[SystemKeyring], object]) -> None:
    """Wait in haste for what takes long; once more where this machine was too slow to begin with it."""
    slow.go_on.clear()
    keyring = over(slow, HASTE)
    while not slow.begun.is_set():
        with pytest.raises(KeyringError):
            act(keyring)


class TestTooLate:
    """Whoever was told that nothing was changed was told the truth."""

    def test_a_key_that_is_kept_after_all_is_forgotten_again(self) -> None:
        slow = Slow()
        give_up(slow, lambda keyring: keyring.put(SERVICE, "ghp_one"))
        slow.go_on.set()
        assert slow.done.acquire(timeout=PATIENCE), "kept"
        assert slow.done.acquire(timeout=PATIENCE), "and forgotten"
        assert slow.keys == {}

    @pytest.mark.parametrize(
        "act",
        [lambda keyring: keyring.put(SERVICE, "ghp_new"), lambda keyring: keyring.drop(SERVICE)],
        ids=["renewed", "forgotten"],
    )
    def test_a_key_that_was_there_is_there_again(self, act: Callable[[SystemKeyring], object]) -> None:
        slow = Slow(keys={SERVICE: "ghp_old"})
        give_up(slow, act)
        slow.go_on.set()
        assert slow.done.acquire(timeout=PATIENCE)
        assert slow.done.acquire(timeout=PATIENCE)
        assert slow.keys == {SERVICE: "ghp_old"}

    def test_what_waits_behind_it_is_never_begun_once_it_was_given_up(self) -> None:
        slow = Slow()
        keyring = over(slow, HASTE)
        slow.go_on.clear()
        while not slow.begun.is_set():
            with pytest.raises(KeyringError):
                keyring.put(SERVICE, "ghp_one")
        with pytest.raises(KeyringError):
            keyring.put(SERVICE, "ghp_two")
        slow.go_on.set()
        assert slow.done.acquire(timeout=PATIENCE), "one is kept"
        assert slow.done.acquire(timeout=PATIENCE), "and forgotten"
        keyring._patience = PATIENCE
        assert keyring.get(SERVICE) is None
        assert not slow.done.acquire(blocking=False)


def test_a_keyring_that_asks_by_itself_is_waited_for_as_a_user_is() -> None:
    slow = Slow()
    slow.asks_by_itself = True
    slow.go_on.clear()

    def allow() -> None:
        assert slow.begun.wait(PATIENCE)
        slow.go_on.set()

    user = threading.Thread(target=allow)
    user.start()
    SystemKeyring(lambda: (slow,), PATIENCE, longest_prompt=2 * PATIENCE).put(SERVICE, "ghp_one")
    user.join()
    assert slow.keys == {SERVICE: "ghp_one"}
    hurried = SystemKeyring(lambda: (slow,), PATIENCE, longest_prompt=HASTE)
    slow.go_on.clear()
    with pytest.raises(KeyringError) as raised:
        hurried.put(SERVICE, "ghp_two")
    assert refused(raised) is ErrorKind.KEYRING_SLOW
    slow.go_on.set()


class TestFaults:
    def test_a_keyring_that_forgets_is_found_out(self) -> None:
        slow = Slow(keys={SERVICE: "ghp_old"})
        slow.forgetful = True
        with pytest.raises(KeyringError) as raised:
            over(slow).put(SERVICE, "ghp_new")
        assert refused(raised) is ErrorKind.KEYRING_FAILED
        assert slow.keys == {SERVICE: "ghp_old"}

    def test_what_was_there_returns_after_a_fault(self) -> None:
        slow = Slow(keys={SERVICE: "ghp_old"})
        slow.fault = RuntimeError("ghp_new")
        with pytest.raises(KeyringError) as raised:
            over(slow).put(SERVICE, "ghp_new")
        assert slow.keys == {SERVICE: "ghp_old"}
        assert raised.value.__cause__ is None
        assert raised.value.__context__ is None, "a fault may quote the key"

    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("KeyringLocked", ErrorKind.KEYRING_LOCKED),
            ("NoKeyringError", ErrorKind.KEYRING_NONE),
            ("InitError", ErrorKind.KEYRING_FAILED),
        ],
    )
    def test_every_fault_comes_to_one_of_ours(self, name: str, kind: ErrorKind) -> None:
        from keyring import errors  # noqa: PLC0415

        assert kind_of(getattr(errors, name)("x")) is kind

    def test_a_dismissed_prompt_deep_down_is_a_locked_keyring(self) -> None:
        from keyring.errors import InitError  # noqa: PLC0415
        from secretstorage.exceptions import PromptDismissedException  # noqa: PLC0415

        fault = InitError("Failed to create the collection")
        fault.__cause__ = PromptDismissedException("Prompt dismissed.")
        assert kind_of(fault) is ErrorKind.KEYRING_LOCKED
        assert kind_of(OSError()) is ErrorKind.KEYRING_FAILED
