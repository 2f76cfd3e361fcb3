"""Which keyrings a key may be kept in: those of the desktops by name, and no other.

python-keyring would take whatever is installed or named in the environment, plain files and ones
that keep nothing among them. It is never asked to choose: these classes are made here, and their
methods called, so that neither entry points nor ``PYTHON_KEYRING_BACKEND`` nor its configuration
have a say.
"""

import os
import sys
from contextlib import closing
from typing import Any, Protocol, cast

from relate_desktop.domain.account import KeyringState
from relate_desktop.system.kwallet import KWalletBus, Wallet
from relate_desktop.system.secret_service import SecretServiceBus, Stop

APPLICATION = "Relate"
"""Who asks, as the keyring notes it beside the key."""
_FROM_ENVIRONMENT = "KEYRING_PROPERTY_"


class Vault(Protocol):
    """What python-keyring's backends do."""

    def get_password(self, service: str, username: str) -> str | None:
        """The password, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keeps a password."""

    def delete_password(self, service: str, username: str) -> None:
        """Forgets a password."""


class Backend(Protocol):
    """One desktop's keyring."""

    @property
    def name(self) -> str:
        """As people call it."""

    @property
    def copies_the_old(self) -> bool:
        """Whether overwriting a key leaves the old one behind elsewhere, so that it must go first."""

    @property
    def asks_by_itself(self) -> bool:
        """Whether reading or keeping a key may wait for the user, though it is unlocked."""

    def state(self, patience: float) -> KeyringState:
        """How it is, without a prompt; seconds that each answer may take."""

    def unlock(self, patience: float, longest: float, stop: Stop) -> None:
        """Asks the user, for ``longest`` seconds; raises KeyringError."""

    def vault(self) -> Vault:
        """The keyring itself; its methods may take as long as they like and raise whatever they like."""


class SecretService:
    """GNOME Keyring, KWallet, KeePassXC: whoever answers as ``org.freedesktop.secrets``."""

    name = "Secret Service"
    copies_the_old = asks_by_itself = False

    def state(self, patience: float) -> KeyringState:
        """As ``Backend``."""
        with closing(SecretServiceBus(patience)) as bus:
            return bus.state()

    def unlock(self, patience: float, longest: float, stop: Stop) -> None:
        """As ``Backend``."""
        with closing(SecretServiceBus(patience)) as bus:
            bus.unlock(longest, stop)

    def vault(self) -> Vault:
        """As ``Backend``."""
        from keyring.backends.SecretService import Keyring  # noqa: PLC0415 - 80 ms that a start must not pay

        return _ours(Keyring)


class KWallet:
    """KWallet by its own name, where nobody answers as ``org.freedesktop.secrets``."""

    name = "KWallet"
    copies_the_old = False
    asks_by_itself = True  # whether this program may, where its user wants to be asked that

    def state(self, patience: float) -> KeyringState:
        """As ``Backend``."""
        with closing(KWalletBus(patience)) as bus:
            return bus.state()

    def unlock(self, patience: float, longest: float, stop: Stop) -> None:
        """As ``Backend``."""
        with closing(KWalletBus(patience)) as bus:
            bus.unlock(longest, stop)

    def vault(self) -> Vault:
        """As ``Backend``."""
        return Wallet()


class WindowsCredentials:
    """Windows Credential Manager; keys stay on this machine and do not roam."""

    name = "Windows Credential Manager"
    copies_the_old = True
    asks_by_itself = False

    def state(self, patience: float) -> KeyringState:  # noqa: ARG002 - it answers at once
        """As ``Backend``."""
        from keyring.backends.Windows import WinVaultKeyring  # noqa: PLC0415

        return KeyringState.UNLOCKED if WinVaultKeyring.viable else KeyringState.NONE

    def unlock(self, patience: float, longest: float, stop: Stop) -> None:
        """It is open for as long as its user is signed in."""

    def vault(self) -> Vault:
        """As ``Backend``."""
        from keyring.backends.Windows import WinVaultKeyring  # noqa: PLC0415

        vault: Any = _ours(WinVaultKeyring)
        vault.persist = "local machine"
        return cast("Vault", vault)


class Keychain:
    """macOS Keychain; it asks by itself, in a window of its own, when a key is wanted."""

    name = "macOS Keychain"
    copies_the_old = False
    asks_by_itself = True

    def state(self, patience: float) -> KeyringState:  # noqa: ARG002 - it answers at once
        """As ``Backend``."""
        from keyring.backends.macOS import Keyring  # noqa: PLC0415

        return KeyringState.UNLOCKED if Keyring.viable else KeyringState.NONE

    def unlock(self, patience: float, longest: float, stop: Stop) -> None:
        """It asks by itself."""

    def vault(self) -> Vault:
        """As ``Backend``."""
        from keyring.backends.macOS import Keyring  # noqa: PLC0415

        return _ours(Keyring)


def backends() -> tuple[Backend, ...]:
    """The keyrings that may be used on this system, the better one first."""
    if sys.platform == "win32":
        return (WindowsCredentials(),)
    if sys.platform == "darwin":
        return (Keychain(),)
    return (SecretService(), KWallet())


def _ours(kind: Any) -> Vault:
    """A keyring of python-keyring without what the environment set in it, under our name."""
    vault = kind()
    for name in os.environ:
        if name.startswith(_FROM_ENVIRONMENT):
            vars(vault).pop(name.removeprefix(_FROM_ENVIRONMENT).lower(), None)
    vault.appid = APPLICATION
    return cast("Vault", vault)
