"""Accounts: names in the book, keys in a real gnome-keyring."""

import subprocess
import sys
from pathlib import Path

import pytest

from relate_desktop.domain.account import AccountId, AccountState, KeyringState
from relate_desktop.domain.change import Changes
from relate_desktop.domain.errors import ErrorKind, UserError
from relate_desktop.domain.lookup import LookupTarget, Provider
from relate_desktop.lookups.asking import Secret
from relate_desktop.services.accounts import AccountsService, host_of
from relate_desktop.services.book import OpenBook
from tests.command_line import ROOT
from tests.desktop_keyring.daemon import PASSWORD, Daemon, a_keyring
from tests.desktop_keyring.prompter import somebody
from tests.desktop_pop_ups.bus import Bus
from tests.open_book import a_book

CANARY = "ghp_ZZCANARY"
GITHUB = LookupTarget(Provider.GITHUB, "https://api.github.com", "ada")
CODEBERG = LookupTarget(Provider.FORGEJO, "https://codeberg.org", "ada")


def refused(raised: "pytest.ExceptionInfo[UserError]") -> ErrorKind:
    return raised.value.kind


def secret_for(accounts: AccountsService, target: LookupTarget) -> Secret | None:
    account = accounts.account_for(target)
    return None if account is None else accounts.secret_of(account)


def key_for(book: OpenBook, target: LookupTarget = GITHUB) -> str | None:
    secret = secret_for(book.accounts, target)
    return None if secret is None else secret.value


@pytest.mark.usefixtures("keyring")
class TestWithAKeyring:
    def test_an_account_is_added_used_renewed_and_removed(self, tmp_path: Path) -> None:
        with a_book(tmp_path) as book:
            accounts = book.accounts
            assert accounts.keyring().state is KeyringState.UNLOCKED
            account = accounts.add(Provider.GITHUB, f"{CANARY}1\n", user="ada")
            assert accounts.all() == (account,)
            assert (account.server, account.state) == ("https://api.github.com", AccountState.SIGNED_IN)
            secret = secret_for(accounts, GITHUB)
            assert secret is not None
            assert (secret.value, secret.origin) == (f"{CANARY}1", "https://api.github.com")
            accounts.mark_refused(account.id)
            assert accounts.all()[0].state is AccountState.KEY_EXPIRED
            with pytest.raises(UserError) as raised:
                secret_for(accounts, GITHUB)
            assert refused(raised) is ErrorKind.KEY_REFUSED
            accounts.renew(account.id, f"{CANARY}2")
            assert key_for(book) == f"{CANARY}2"
            assert accounts.remove(account.id)
            assert accounts.all() == ()
            assert key_for(book) is None

    def test_a_key_is_for_its_own_server_and_is_sent_as_that_wants_it(self, tmp_path: Path) -> None:
        with a_book(tmp_path) as book:
            book.accounts.add(Provider.FORGEJO, CANARY)
            secret = secret_for(book.accounts, CODEBERG)
            assert secret is not None
            assert (secret.header, secret.scheme) == ("Authorization", "token")
            assert CANARY not in repr(secret)
            for server in (
                "https://codeberg.org:8443",
                "http://codeberg.org",
                "https://codeberg.org.evil.example",
            ):
                assert key_for(book, LookupTarget(Provider.FORGEJO, server, "ada")) is None
            assert key_for(book, LookupTarget(Provider.GITLAB, "https://codeberg.org", "ada")) is None

    def test_of_two_accounts_the_one_that_can_be_used_is_asked_with(self, tmp_path: Path) -> None:
        with a_book(tmp_path) as book:
            first = book.accounts.add(Provider.GITHUB, f"{CANARY}1", user="ada")
            book.accounts.add(Provider.GITHUB, f"{CANARY}2", user="bob")
            assert key_for(book) == f"{CANARY}1"
            book.accounts.mark_refused(first.id)
            assert key_for(book) == f"{CANARY}2"

    def test_the_same_account_is_not_there_twice(self, tmp_path: Path) -> None:
        with a_book(tmp_path) as book:
            book.accounts.add(Provider.GITHUB, CANARY, user="ada")
            with pytest.raises(UserError) as raised:
                book.accounts.add(Provider.GITHUB, CANARY, user=" ADA ", server="github.com")
            assert refused(raised) is ErrorKind.ACCOUNT_THERE
            book.accounts.add(Provider.GITHUB, CANARY, user="bob")

    def test_listeners_hear_of_every_change(self, tmp_path: Path) -> None:
        heard: list[Changes] = []
        with a_book(tmp_path) as book:
            book.listen(heard.append)
            account = book.accounts.add(Provider.GITHUB, CANARY)
            book.accounts.mark_refused(account.id)
            book.accounts.remove(account.id)
        assert [set(news.tables) for news in heard] == [{"accounts"}] * 3
        assert {news.changeset for news in heard} == {None}, "no change of the book that undo would know"

    def test_a_key_taken_out_of_the_keyring_by_hand_is_missed(self, tmp_path: Path, keyring: Daemon) -> None:
        with a_book(tmp_path) as book:
            account = book.accounts.add(Provider.GITHUB, CANARY)
            book.accounts._keyring.drop(account.service)
            assert book.accounts.all()[0].state is AccountState.SIGNED_IN
            book.accounts.keyring()
            assert book.accounts.all()[0].state is AccountState.KEY_MISSING
            with pytest.raises(UserError) as raised:
                secret_for(book.accounts, GITHUB)
            assert refused(raised) is ErrorKind.KEY_MISSING
            assert book.accounts.renew(account.id, CANARY).state is AccountState.SIGNED_IN
            book.accounts.keyring()
            assert book.accounts.all()[0].state is AccountState.SIGNED_IN
            assert keyring.process.poll() is None

    def test_a_name_that_cannot_be_written_down_leaves_no_key_behind(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with a_book(tmp_path) as book:
            monkeypatch.setattr("relate_desktop.services.accounts.uuid4", lambda: "1c")
            book.forbid_writes_here()
            with pytest.raises(RuntimeError):
                book.accounts.add(Provider.GITHUB, CANARY)
            assert book.accounts.all() == ()
            assert book.accounts._keyring.get("Relate/github/1c") is None

    def test_a_key_for_this_session_takes_the_place_of_a_kept_one_and_back(self, tmp_path: Path) -> None:
        with a_book(tmp_path) as book:
            account = book.accounts.add(Provider.GITHUB, f"{CANARY}1")
            held = book.accounts.renew(account.id, f"{CANARY}2", session_only=True)
            assert (held.state, key_for(book)) == (AccountState.SESSION_ONLY, f"{CANARY}2")
            assert book.accounts._keyring.get(account.service) is None
            kept = book.accounts.renew(account.id, f"{CANARY}3")
            assert (kept.state, key_for(book)) == (AccountState.SIGNED_IN, f"{CANARY}3")

    def test_a_key_for_this_session_goes_before_one_that_is_locked_away(
        self, tmp_path: Path, keyring: Daemon, keyring_bus: Bus
    ) -> None:
        with a_book(tmp_path) as book:
            account = book.accounts.add(Provider.GITHUB, f"{CANARY}1")
            book.accounts.mark_refused(account.id)
            keyring.lock()
            held = book.accounts.renew(account.id, f"{CANARY}2", session_only=True)
            assert (held.state, key_for(book)) == (AccountState.SESSION_ONLY, f"{CANARY}2")
        with a_book(tmp_path) as book, somebody(keyring_bus, PASSWORD):
            book.accounts.unlock()
            assert key_for(book) == f"{CANARY}1"
            assert book.accounts.remove(account.id)
            assert book.accounts._keyring.get(account.service) is None

    def test_a_locked_keyring_keeps_everything_as_it_is(
        self, tmp_path: Path, keyring: Daemon, keyring_bus: Bus
    ) -> None:
        with a_book(tmp_path) as book:
            account = book.accounts.add(Provider.GITHUB, CANARY)
            keyring.lock()
            assert book.accounts.keyring().state is KeyringState.LOCKED
            for act in (
                lambda: secret_for(book.accounts, GITHUB),
                lambda: book.accounts.remove(account.id),
                lambda: book.accounts.renew(account.id, f"{CANARY}2"),
            ):
                with pytest.raises(UserError) as raised:
                    act()
                assert refused(raised) is ErrorKind.KEYRING_LOCKED
            assert book.accounts.all() == (account,)
            with somebody(keyring_bus, PASSWORD):
                assert book.accounts.unlock().state is KeyringState.UNLOCKED
            assert key_for(book) == CANARY


@pytest.mark.usefixtures("keyring_bus")
class TestWithoutAKeyring:
    def test_a_key_is_kept_for_this_session_alone(self, tmp_path: Path) -> None:
        with a_book(tmp_path) as book:
            with pytest.raises(UserError) as raised:
                book.accounts.add(Provider.GITHUB, CANARY)
            assert refused(raised) is ErrorKind.KEYRING_NONE
            assert book.accounts.all() == ()
            account = book.accounts.add(Provider.GITHUB, CANARY, session_only=True)
            assert (account.state, key_for(book)) == (AccountState.SESSION_ONLY, CANARY)
            book.accounts.keyring()
            assert book.accounts.all()[0].state is AccountState.SESSION_ONLY
        with a_book(tmp_path) as book:
            assert book.accounts.all()[0].state is AccountState.KEY_MISSING
            with pytest.raises(UserError) as raised:
                secret_for(book.accounts, GITHUB)
            assert refused(raised) is ErrorKind.KEY_MISSING
            assert book.accounts.remove(account.id)
            assert book.accounts.all() == ()

    def test_the_name_of_an_account_goes_though_its_key_may_be_elsewhere(
        self, tmp_path: Path, keyring_bus: Bus
    ) -> None:
        with a_book(tmp_path) as book:
            with a_keyring(keyring_bus):
                account = book.accounts.add(Provider.GITHUB, CANARY)
            assert not book.accounts.remove(account.id)
            assert book.accounts.all() == ()

    @pytest.mark.parametrize(
        ("provider", "key", "server", "kind"),
        [
            (Provider.BLUESKY, CANARY, "", ErrorKind.ACCOUNT_UNSUPPORTED),
            (Provider.WEBSITE, CANARY, "", ErrorKind.ACCOUNT_UNSUPPORTED),
            (Provider.MASTODON, CANARY, "", ErrorKind.SERVER_MISSING),
            (Provider.MASTODON, CANARY, "http://sketch.example", ErrorKind.SERVER_MALFORMED),
            (Provider.GITHUB, CANARY, "https://github.example.com", ErrorKind.SERVER_FIXED),
            (Provider.GRAVATAR, CANARY, "https://gravatar.example", ErrorKind.SERVER_FIXED),
            (Provider.GITHUB, "", "", ErrorKind.SECRET_MISSING),
            (Provider.GITHUB, f"{CANARY}\r\nX: y", "", ErrorKind.SECRET_UNUSABLE),
            (Provider.GITHUB, "x" * 1281, "", ErrorKind.SECRET_UNUSABLE),
        ],
    )
    def test_what_cannot_be_an_account_is_refused(
        self, tmp_path: Path, provider: Provider, key: str, server: str, kind: ErrorKind
    ) -> None:
        with a_book(tmp_path) as book:
            with pytest.raises(UserError) as raised:
                book.accounts.add(provider, key, server=server, session_only=True)
            assert refused(raised) is kind
            assert book.accounts.all() == ()

    def test_an_account_that_is_not_there_is_told(self, tmp_path: Path) -> None:
        nobody = AccountId("nobody")
        with a_book(tmp_path) as book:
            for act in (
                lambda: book.accounts.get(nobody),
                lambda: book.accounts.renew(nobody, CANARY),
                lambda: book.accounts.remove(nobody),
            ):
                with pytest.raises(UserError) as raised:
                    act()
                assert refused(raised) is ErrorKind.ACCOUNT_UNKNOWN

    def test_no_file_of_the_book_has_the_key(self, tmp_path: Path) -> None:
        with a_book(tmp_path) as book:
            book.accounts.add(Provider.MASTODON, CANARY, "@ada", "sketch.example", session_only=True)
            files = [path for path in book.folder.rglob("*") if path.is_file()]
            assert files
            assert not [path for path in files if CANARY.encode() in path.read_bytes()]


def test_a_past_day_of_the_book_has_no_key_of_this_one(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        account = book.accounts.add(Provider.GITHUB, CANARY, session_only=True)
        with book.as_of(book.present().today) as past:
            assert past.accounts.all()[0].state is AccountState.KEY_MISSING
        assert host_of(account) == "api.github.com"
        assert isinstance(book.accounts, AccountsService)


def test_nothing_that_speaks_to_a_keyring_is_loaded_before_it_is_wanted(tmp_path: Path) -> None:
    ask = (
        "import sys; from relate_desktop.services.book import open_book; from tests.clock import a_clock\n"
        "from pathlib import Path\n"
        f"with open_book(Path({str(tmp_path / 'book')!r}), clock=a_clock(), create=True) as book:\n"
        "    book.accounts.all()\n"
        "print({'keyring', 'secretstorage', 'cryptography', 'jeepney'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
