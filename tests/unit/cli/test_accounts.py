"""``accounts``, with a real gnome-keyring."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import ROOT, Ran, run
from tests.desktop_keyring.daemon import PASSWORD, Daemon, a_keyring
from tests.desktop_keyring.prompter import somebody
from tests.desktop_pop_ups.bus import Bus

CANARY = "ghp_ZZCANARY0123456789"


@pytest.fixture(autouse=True)
def _a_book() -> None:
    run("add", "Ada")


def piped(text: str, *words: object, monkeypatch: pytest.MonkeyPatch) -> Ran:
    """A command with that on its standard input."""
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return run(*words)


TYPED_WRONGLY = [
    "accounts KEY",
    "accounts KEY github",
    "accounts add KEY",
    "accounts add github --tokne KEY",
    "accounts add github --tokne=KEY",
    "accounts add github -k KEY",
    "accounts add github -kKEY",
    "accounts add github --json=KEY",
    "accounts add github --server KEY:",
    "accounts remove KEY",
    "accounts renew github --user KEY",
    "KEY accounts add github",
    "--tokne KEY accounts add github",
    "lookup grace --token KEY",
    "lookup grace KEY",
    "lookup grace --provider KEY",
    "lookup grace --apply KEY",
    "lookups KEY",
    "lookups agree KEY",
    "lookups seen KEY",
    "lookups --limit KEY",
]
"""Words of commands, with a key where none belongs."""


@pytest.mark.usefixtures("keyring")
class TestWithAKeyring:
    def test_an_account_is_added_listed_renewed_and_removed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        added = piped(
            CANARY + "\n", "accounts", "add", "github", "--user", "ada", "--json", monkeypatch=monkeypatch
        )
        assert added.status == 0, added.err
        account = added.json["account"]
        assert (account["provider"], account["user"], account["server"], account["state"]) == (
            "github",
            "ada",
            "https://api.github.com",
            "signed_in",
        )
        listed = run("accounts", "--json")
        assert listed.json["accounts"] == [account]
        assert listed.json["keyring"] == {
            "backend": "Secret Service",
            "available": True,
            "state": "unlocked",
            "message": "Secret Service, unlocked. Relate never writes a key into its own files or backups.",
        }
        assert "github  ada  https://api.github.com  signed in" in run("accounts").out
        renewed = piped(CANARY + "2", "accounts", "renew", account["account"], monkeypatch=monkeypatch)
        assert (renewed.status, renewed.out) == (0, "The key is renewed.\n")
        removed = run("accounts", "remove", "github", "--json")
        assert removed.json == {"removed": account, "key_removed": True}
        assert "There is no account yet." in run("accounts").out
        for ran in (added, listed, renewed, removed):
            assert CANARY not in ran.out + ran.err

    def test_one_of_several_is_named_by_user_or_server(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for user, server in (("ada", ""), ("bob", ""), ("ada", "https://git.example.org")):
            words = ("accounts", "add", "forgejo", "--user", user, "--server", server)
            assert piped(CANARY, *words, monkeypatch=monkeypatch).status == 0
        assert run("accounts", "remove", "forgejo").status == 2
        assert run("accounts", "remove", "forgejo", "--user", "ada").status == 2
        words = ("accounts", "remove", "forgejo", "--user", "Ada", "--server", "codeberg.org")
        assert run(*words).status == 0
        left = [(one["user"], one["server"]) for one in run("accounts", "--json").json["accounts"]]
        assert left == [("bob", "https://codeberg.org"), ("ada", "https://git.example.org")]

    @pytest.mark.parametrize(
        ("key", "code"),
        [
            ("", "secret_missing"),
            (" \n", "secret_missing"),
            ("two\nlines", "secret_unusable"),
            ("x" * 1281, "secret_unusable"),
            ("naïve", "secret_unusable"),
            ("x" * 100_000, "secret_unusable"),
        ],
    )
    def test_what_cannot_be_a_key_is_refused(
        self, key: str, code: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ran = piped(key, "accounts", "add", "github", "--json", monkeypatch=monkeypatch)
        assert (ran.status, ran.error["code"]) == (2, code)
        assert run("accounts", "--json").json["accounts"] == []

    def test_no_standard_input_is_no_key(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", None)
        assert run("accounts", "add", "github", "--json").error["code"] == "secret_missing"

    @pytest.mark.parametrize(
        ("words", "code"),
        [
            (("add", "friendster"), "provider_unknown"),
            (("add", "bluesky"), "account_unsupported"),
            (("add", "mastodon"), "server_missing"),
            (("add", "github", "--server", "https://evil.example"), "server_fixed"),
            (("add", "forgejo", "--server", "http://evil.example"), "server_malformed"),
            (("add",), "wrong_usage"),
            (("--user", "ada"), "wrong_usage"),
            (("steal", "github"), "wrong_usage"),
        ],
    )
    def test_what_cannot_be_meant_is_refused_before_a_key_is_asked_for(
        self, words: tuple[str, ...], code: str
    ) -> None:
        ran = run("accounts", *words, "--json")
        assert (ran.status, ran.error["code"]) == (2, code)

    def test_an_account_that_is_not_there_is_told(self) -> None:
        ran = run("accounts", "remove", "github", "--json")
        assert (ran.status, ran.error["code"]) == (3, "account_unknown")

    @pytest.mark.parametrize(
        "words", [(CANARY,), ("--token", CANARY), (f"--key={CANARY}",), ("--password", CANARY), ("--secret",)]
    )
    def test_a_key_among_the_words_is_refused_and_not_said_again(self, words: tuple[str, ...]) -> None:
        ran = run("accounts", "add", "github", *words, "--json")
        assert (ran.status, ran.error["code"]) == (2, "wrong_usage")
        assert CANARY not in ran.out + ran.err

    def test_whatever_is_typed_wrongly_is_never_said_again(self) -> None:
        run("add", "Grace", "--property", "URL:https://github.com/grace")
        run("lookups", "on")
        for line in TYPED_WRONGLY:
            for as_json in ((), ("--json",)):
                ran = run(*line.replace("KEY", CANARY).split(), *as_json)
                assert ran.status in {2, 3}, line
                assert CANARY.lower() not in (ran.out + ran.err).lower(), line

    def test_a_missing_word_is_named(self) -> None:
        assert "--user: expected one argument" in run("accounts", "add", "github", "--user").err

    def test_on_a_terminal_the_key_is_typed_unseen(self) -> None:
        ends = os.openpty()
        line = [
            "setsid",
            "--ctty",
            sys.executable,
            "-m",
            "relate_desktop",
            "accounts",
            "add",
            "github",
            "--json",
        ]
        with subprocess.Popen(
            line,
            cwd=ROOT,
            stdin=ends[1],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            os.close(ends[1])
            seen = b""
            while b": " not in seen:
                seen += os.read(ends[0], 1024)
            os.write(ends[0], CANARY.encode() + b"\n")
            out, err = process.communicate(timeout=60)
            seen += _rest(ends[0])
        os.close(ends[0])
        assert process.returncode == 0, err
        assert json.loads(out)["account"]["state"] == "signed_in"
        assert b"Key for GitHub: " in seen
        assert CANARY.encode() not in seen + out + err


def _rest(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other end is closed
        return b""


class TestWithoutAKeyring:
    def test_accounts_are_listed_with_the_reason_why_there_can_be_none(self) -> None:
        listed = run("accounts", "--json")
        assert listed.status == 0
        assert listed.json["keyring"] == {
            "backend": None,
            "available": False,
            "state": "none",
            "message": "This system has no keyring. Accounts are unavailable; everything else works.",
        }

    def test_none_can_be_added(self, monkeypatch: pytest.MonkeyPatch) -> None:
        ran = piped(CANARY, "accounts", "add", "github", "--json", monkeypatch=monkeypatch)
        assert (ran.status, ran.error["code"]) == (3, "keyring_none")
        assert run("accounts", "--json").json["accounts"] == []

    def test_one_from_elsewhere_is_removed_by_name_and_its_key_named(
        self, keyring_bus: Bus, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with a_keyring(keyring_bus):
            piped(CANARY, "accounts", "add", "github", monkeypatch=monkeypatch)
        (account,) = run("accounts", "--json").json["accounts"]
        ran = run("accounts", "remove", "github")
        assert ran.status == 1
        assert f"Relate/github/{account['account']}" in ran.out
        assert run("accounts", "--json").json["accounts"] == []


def test_a_locked_keyring_is_unlocked_by_who_is_asked(
    keyring: Daemon, keyring_bus: Bus, monkeypatch: pytest.MonkeyPatch
) -> None:
    with somebody(keyring_bus, PASSWORD, PASSWORD):
        keyring.lock()
        assert piped(CANARY, "accounts", "add", "github", monkeypatch=monkeypatch).status == 0
        keyring.lock()
        assert run("accounts", "remove", "github", "--json").json["key_removed"]


def test_a_locked_keyring_stays_locked_where_nobody_can_be_asked(
    keyring: Daemon, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring.lock()
    listed = run("accounts", "--json").json["keyring"]
    assert (listed["available"], listed["state"]) == (False, "locked")
    ran = piped(CANARY, "accounts", "add", "github", monkeypatch=monkeypatch)
    assert ran.status == 3
    assert ran.err.startswith("Your system keyring is locked. Waiting for you to unlock it ...\n")
    assert "Your system keyring is locked. Nothing was read from it or written to it." in ran.err


def test_a_book_that_is_not_there_is_not_made_by_a_look(tmp_path: Path) -> None:
    ran = run("accounts", "--book", tmp_path / "nowhere", "--json")
    assert (ran.status, ran.error["code"]) == (3, "book_missing")


@pytest.mark.parametrize("words", [("github",), ("mastodon",), ("friendster",)])
def test_what_comes_to_nothing_begins_no_book(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert run("accounts", "add", *words, "--book", tmp_path / "nowhere").status in {2, 3}
    assert not (tmp_path / "nowhere").exists()
