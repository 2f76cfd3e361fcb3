"""KWallet by its own name, on a real kwalletd5 where it is installed."""

from collections.abc import Iterator

import pytest

from relate_desktop.domain.account import KeyringReport, KeyringState
from relate_desktop.domain.errors import Cancelled, ErrorKind, KeyringError
from relate_desktop.system.kwallet import KWalletBus
from relate_desktop.system.secrets import SystemKeyring
from tests.desktop_keyring.daemon import Daemon
from tests.desktop_keyring.wallet import WalletDaemon, a_wallet
from tests.desktop_pop_ups.bus import Bus
from tests.patience import SECONDS

SERVICE = "Relate/github/1c"
HASTE = 0.4


@pytest.fixture
def wallet(keyring_bus: Bus) -> Iterator[WalletDaemon]:
    with a_wallet(keyring_bus) as wallet:
        yield wallet


@pytest.mark.usefixtures("keyring_bus")
def test_a_bus_without_it_has_none() -> None:
    bus = KWalletBus(10)
    assert bus.state() is KeyringState.NONE
    bus.close()


def test_one_that_its_user_switched_off_is_none(keyring_bus: Bus) -> None:
    with a_wallet(keyring_bus, enabled=False) as wallet:
        wallet.process.wait(SECONDS)  # it comes, sees that it is not wanted, and goes
        assert SystemKeyring().report() == KeyringReport("", KeyringState.NONE)


def test_a_key_is_kept_read_renewed_and_forgotten(wallet: WalletDaemon) -> None:
    wallet.open()
    keyring = SystemKeyring()
    assert keyring.report() == KeyringReport("KWallet", KeyringState.UNLOCKED)
    assert keyring.get(SERVICE) is None
    keyring.put(SERVICE, "ghp_one")
    keyring.put(SERVICE, "ghp_two" + "x" * 1200)
    assert keyring.get(SERVICE) == "ghp_two" + "x" * 1200
    keyring.drop(SERVICE)
    keyring.drop(SERVICE)
    assert keyring.get(SERVICE) is None


def test_a_wallet_that_was_never_made_is_empty_and_asks_nobody_to_say_so(wallet: WalletDaemon) -> None:
    keyring = SystemKeyring()
    assert keyring.report().state is KeyringState.EMPTY
    assert keyring.get(SERVICE) is None
    assert wallet.process.poll() is None


def test_a_closed_wallet_is_locked_and_is_waited_for_no_longer_than_told(wallet: WalletDaemon) -> None:
    wallet.open()
    keyring = SystemKeyring(longest_prompt=HASTE)
    keyring.put(SERVICE, "ghp_one")
    wallet.lock()
    assert keyring.report().state is KeyringState.LOCKED
    with pytest.raises(KeyringError) as raised:
        keyring.get(SERVICE)
    assert raised.value.kind is ErrorKind.KEYRING_LOCKED
    with pytest.raises(KeyringError) as raised:
        keyring.unlock()
    assert raised.value.kind is ErrorKind.KEYRING_SLOW


def test_nobody_waits_for_a_closed_wallet_who_does_not_want_to(wallet: WalletDaemon) -> None:
    def stop() -> None:
        raise Cancelled

    wallet.open()
    wallet.lock()
    with pytest.raises(Cancelled):
        SystemKeyring().unlock(stop)


def test_one_that_is_open_needs_no_question(wallet: WalletDaemon) -> None:
    wallet.open()
    assert SystemKeyring().unlock().state is KeyringState.UNLOCKED


def test_a_secret_service_comes_first(wallet: WalletDaemon, keyring: Daemon) -> None:
    wallet.open()
    assert keyring.process.poll() is None
    assert SystemKeyring().report().backend == "Secret Service"
