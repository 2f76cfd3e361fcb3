from datetime import UTC, datetime

import pytest

from relate_desktop.domain.account import (
    LONGEST_KEY,
    Account,
    AccountId,
    AccountState,
    KeyringState,
    asked_at,
    key_of,
    origin_of,
)
from relate_desktop.domain.lookup import LookupTarget, Provider


def an_account(provider: Provider = Provider.FORGEJO, server: str = "https://codeberg.org") -> Account:
    return Account(AccountId("1c"), provider, "ada", server, datetime(2026, 11, 22, tzinfo=UTC))


class TestServers:
    @pytest.mark.parametrize(
        ("typed", "origin"),
        [
            ("codeberg.org", "https://codeberg.org"),
            (" https://Codeberg.ORG/ ", "https://codeberg.org"),
            ("https://git.example.org:8443", "https://git.example.org:8443"),
            ("https://git.example.org:443", "https://git.example.org"),
            ("https://München.example", "https://xn--mnchen-3ya.example"),
            ("https://xn--mnchen-3ya.example.", "https://xn--mnchen-3ya.example"),
            ("http://localhost:3000", "http://localhost:3000"),
            ("http://127.0.0.1:3000", "http://127.0.0.1:3000"),
            ("http://[::1]:3000", "http://[::1]:3000"),
            ("https://[2001:DB8::0:1]", "https://[2001:db8::1]"),
        ],
    )
    def test_what_is_typed_becomes_an_origin(self, typed: str, origin: str) -> None:
        assert origin_of(typed) == origin

    @pytest.mark.parametrize(
        "typed",
        [
            "",
            "https://",
            "http://codeberg.org",
            "ftp://codeberg.org",
            "file:///etc/passwd",
            "javascript://codeberg.org",
            "https://me:pw@codeberg.org",
            "https://me@codeberg.org",
            "https://codeberg.org/api",
            "https://codeberg.org/?x=1",
            "https://codeberg.org/#x",
            "https://codeberg.org:0",
            "https://codeberg.org:99999",
            "https://codeberg.org:port",
            "https://code berg.org",
            "https://codeberg.org\r\nHost: evil.example",
            "https://codeberg.org\\@evil.example",
            "https://" + "a" * 64 + ".org",
            "https://[::1",
            "https://straße.example",
            "https://ｅxample.org",
            "two words",
        ],
    )
    def test_what_is_no_origin_is_refused(self, typed: str) -> None:
        assert origin_of(typed) is None

    def test_github_is_asked_where_its_questions_are_answered(self) -> None:
        assert asked_at(Provider.GITHUB, "https://github.com") == "https://api.github.com"
        assert asked_at(Provider.FORGEJO, "https://github.com") == "https://github.com"


class TestAKey:
    def test_stands_alone_whatever_was_copied_with_it(self) -> None:
        assert key_of("  ghp_abc\r\n") == "ghp_abc"

    @pytest.mark.parametrize("text", ["two words", "line\nline", "naïve", "nul\0", "x" * (LONGEST_KEY + 1)])
    def test_is_nothing_else(self, text: str) -> None:
        assert key_of(text) is None

    def test_may_be_as_long_as_every_keyring_takes(self) -> None:
        assert key_of("x" * LONGEST_KEY) is not None


class TestAnAccount:
    def test_names_its_key_in_the_keyring_by_provider_and_number(self) -> None:
        assert an_account().service == "Relate/forgejo/1c"

    def test_serves_its_own_server_alone(self) -> None:
        account = an_account()
        assert account.serves(LookupTarget(Provider.FORGEJO, "https://codeberg.org", "ada"))
        assert not account.serves(LookupTarget(Provider.FORGEJO, "https://codeberg.org:8443", "ada"))
        assert not account.serves(LookupTarget(Provider.FORGEJO, "http://codeberg.org", "ada"))
        assert not account.serves(LookupTarget(Provider.GITLAB, "https://codeberg.org", "ada"))

    def test_of_github_serves_it_by_either_name(self) -> None:
        account = an_account(Provider.GITHUB, "https://api.github.com")
        assert account.serves(LookupTarget(Provider.GITHUB, "https://github.com", "ada"))
        assert account.serves(LookupTarget(Provider.GITHUB, "https://api.github.com", "ada"))

    def test_can_be_used_while_there_is_a_key_that_nobody_refused(self) -> None:
        usable = {state for state in AccountState if state.usable}
        assert usable == {AccountState.SIGNED_IN, AccountState.SESSION_ONLY}


def test_a_keyring_can_be_used_when_it_is_open_or_new() -> None:
    assert {state for state in KeyringState if state.usable} == {KeyringState.UNLOCKED, KeyringState.EMPTY}
