from dataclasses import replace
from datetime import UTC, datetime

from relate_desktop.domain.account import Account, AccountId, AccountState, KeyringReport, KeyringState
from relate_desktop.domain.lookup import Provider
from relate_desktop.domain.text import display
from relate_desktop.words.accounts import (
    account_line,
    account_name,
    account_state,
    keyring_sentence,
    keyring_state,
)

ACCOUNT = Account(
    AccountId("1c"), Provider.MASTODON, "@robin@sketch.example", "https://sketch.example", datetime.now(UTC)
)


def test_an_account_says_as_whom_one_is_signed_in() -> None:
    assert account_line(ACCOUNT) == f"Signed in as {display('@robin@sketch.example')}"


def test_one_without_a_name_says_where() -> None:
    assert account_name(replace(ACCOUNT, user="")) == display("sketch.example")


def test_an_expired_key_says_what_follows() -> None:
    line = account_line(replace(ACCOUNT, state=AccountState.KEY_EXPIRED))
    assert line == "The key has expired. Nothing is looked up here until you renew it."


def test_every_state_has_words_of_its_own() -> None:
    assert len({account_line(replace(ACCOUNT, state=state)) for state in AccountState}) == len(AccountState)
    assert len({account_state(state) for state in AccountState}) == len(AccountState)
    assert len({keyring_state(state) for state in KeyringState}) == len(KeyringState)
    told = {keyring_sentence(KeyringReport("Secret Service", state)) for state in KeyringState}
    assert len(told) == len(KeyringState)


def test_the_keyring_is_called_by_its_name() -> None:
    said = keyring_sentence(KeyringReport("Secret Service", KeyringState.UNLOCKED))
    assert said.startswith("Secret Service, unlocked.")
