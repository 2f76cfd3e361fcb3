"""Accounts with providers: names alone stand in the book, their keys in the system's keyring."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from ipaddress import ip_address
from typing import NewType
from urllib.parse import urlsplit

from relate_desktop.domain.lookup import LookupTarget, Provider

AccountId = NewType("AccountId", str)
"""A UUID; by it the key is found in the keyring."""

LONGEST_KEY = 1280
"""Characters of the longest key: Windows keeps 2,560 bytes of UTF-16 and no more."""
LONGEST_USER = 200

_HTTPS = 443
_PORTS = {"https": _HTTPS, "http": 80}
_LETTERS = set("abcdefghijklmnopqrstuvwxyz0123456789-.")


class AccountState(StrEnum):
    """Whether an account can be used."""

    SIGNED_IN = "signed_in"
    SESSION_ONLY = "session_only"
    """Its key is held in memory until the program ends."""
    KEY_MISSING = "key_missing"
    """The keyring has no key of it: sign in again."""
    KEY_EXPIRED = "key_expired"
    """The provider did not take the key: renew it."""

    @property
    def usable(self) -> bool:
        """Whether there is a key that may be sent."""
        return self in {AccountState.SIGNED_IN, AccountState.SESSION_ONLY}


class KeyringState(StrEnum):
    """What can be had of the system's keyring, asked without anybody being bothered."""

    UNLOCKED = "unlocked"
    LOCKED = "locked"
    EMPTY = "empty"
    """It runs and holds nothing yet: the first key makes it ask for a new password."""
    NONE = "none"
    FAILING = "failing"
    """It is there and does not answer, or not as a keyring does."""

    @property
    def usable(self) -> bool:
        """Whether a key can be kept, be it after a question of the keyring's own."""
        return self in {KeyringState.UNLOCKED, KeyringState.EMPTY}


@dataclass(frozen=True, slots=True)
class KeyringReport:
    """The keyring as it is now."""

    backend: str
    """As people call it, such as ``Secret Service``; empty where there is none."""
    state: KeyringState


@dataclass(frozen=True, slots=True)
class Account:
    """One account of the user's; its key is not here."""

    id: AccountId
    provider: Provider
    user: str
    """The user's own name there; may be empty."""
    server: str
    """The one origin the key is sent to, such as ``https://codeberg.org``."""
    created_at: datetime
    state: AccountState = AccountState.SIGNED_IN

    @property
    def service(self) -> str:
        """Under what the keyring keeps its key."""
        return f"Relate/{self.provider.value}/{self.id}"

    def serves(self, target: LookupTarget) -> bool:
        """Whether its key is for asking this target."""
        return self.provider is target.provider and asked_at(target.provider, target.server) == self.server


FIXED_SERVERS = {
    Provider.GITHUB: "https://api.github.com",
    Provider.GRAVATAR: "https://api.gravatar.com",
}
"""Providers that live at one address alone."""

USUAL_SERVERS = {
    **FIXED_SERVERS,
    Provider.GITLAB: "https://gitlab.com",
    Provider.FORGEJO: "https://codeberg.org",
}
"""Where an account is when no server is named."""

WITH_ACCOUNTS = (
    Provider.GITHUB,
    Provider.GITLAB,
    Provider.FORGEJO,
    Provider.MASTODON,
    Provider.GRAVATAR,
    Provider.MATRIX,
)
"""Providers that take a key; all can be asked without one as well, though they may answer less."""

_ALSO_CALLED = {
    (Provider.GITHUB, "https://github.com"): "https://api.github.com",
    (Provider.GITHUB, "https://www.github.com"): "https://api.github.com",
    (Provider.GRAVATAR, "https://gravatar.com"): "https://api.gravatar.com",
    (Provider.GRAVATAR, "https://www.gravatar.com"): "https://api.gravatar.com",
}


def asked_at(provider: Provider, server: str) -> str:
    """The origin that is asked for a server as people name it."""
    return _ALSO_CALLED.get((provider, server), server)


def origin_of(text: str) -> str | None:
    """The origin that somebody typed, as ``https://host`` with its port if unusual; None if it is none.

    Only https, and http on this very machine; no name, password, path, question or fragment.
    """
    typed = text.strip()
    if "://" not in typed:
        typed = f"https://{typed}"
    try:
        parts = urlsplit(typed)
        port = parts.port
        host = _host(parts.hostname or "")
    except ValueError:
        return None
    extra = parts.username is not None or parts.path not in {"", "/"} or "?" in typed or "#" in typed
    if not host or extra or parts.scheme not in _PORTS or port == 0:
        return None
    if parts.scheme == "http" and not _is_here(host):
        return None
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + ("" if port in {None, _PORTS[parts.scheme]} else f":{port}")


def key_of(text: str) -> str | None:
    """A key as it was typed or piped, without the blanks around it; None if no key can be like this."""
    key = text.strip()
    return key if len(key) <= LONGEST_KEY and all("!" <= sign <= "~" for sign in key) else None


def _host(name: str) -> str:
    """A host's name as it is asked for; raises ValueError where it is none."""
    try:
        return ip_address(name).compressed
    except ValueError:
        pass
    host = name.rstrip(".").encode("idna").decode("ascii").lower()
    if not host or not set(host) <= _LETTERS:
        raise ValueError(name)
    if not name.isascii() and host.encode("ascii").decode("idna") != name.rstrip(".").lower():
        raise ValueError(name)  # an older rule would have it another host than the newer one
    return host


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
