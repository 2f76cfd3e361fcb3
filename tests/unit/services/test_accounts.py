"""Accounts: names in the book, keys in a real gnome-keyring."""

from pathlib import Path

import pytest

from relate_desktop.domain.account import AccountState, KeyringState
from relate_desktop.domain.errors import ErrorKind, UserError
from relate_desktop.domain.lookup import LookupTarget, Provider
from tests.desktop_keyring.daemon import a_keyring
from tests.desktop_pop_ups.bus import Bus
from tests.open_book import a_book

CANARY = "ghp_ZZCANARY"
GITHUB = LookupTarget(Provider.GITHUB, "https://api.github.com", "ada")


def test_an_account_is_added_used_renewed_and_removed(tmp_path: Path, keyring_bus: Bus) -> None:
    with a_keyring(keyring_bus), a_book(tmp_path) as book:
        accounts = book.accounts
        assert accounts.keyring().state is KeyringState.UNLOCKED
        account = accounts.add(Provider.GITHUB, f"{CANARY}1\n", user="ada")
        assert accounts.all() == (account,)
        assert (account.server, account.state) == ("https://api.github.com", AccountState.SIGNED_IN)
        secret = accounts.secret_for(GITHUB)
        assert secret is not None
        assert (secret.value, secret.origin) == (f"{CANARY}1", "https://api.github.com")
        accounts.mark_refused(account.id)
        assert accounts.all()[0].state is AccountState.KEY_EXPIRED
        with pytest.raises(UserError) as told:
            accounts.secret_for(GITHUB)
        assert told.value.kind is ErrorKind.KEY_REFUSED
        accounts.renew(account.id, f"{CANARY}2")
        renewed = accounts.secret_for(GITHUB)
        assert renewed is not None
        assert renewed.value == f"{CANARY}2"
        assert accounts.remove(account.id)
        assert accounts.all() == ()
        assert accounts.secret_for(GITHUB) is None
