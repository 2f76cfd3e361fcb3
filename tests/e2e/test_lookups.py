"""One person is looked up in a real window: with a key from a real keyring, at a server over real TLS."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from relate_desktop.services.preferences import PreferencesService
from tests.desktop_keyring.daemon import a_keyring
from tests.e2e.desktop import Desktop
from tests.e2e.forge import KEY, Forge, a_forge
from tests.e2e.program import Program
from tests.e2e.test_journey import go, opened, say
from tests.servers.authority import Authority


@pytest.fixture
def forge(authority: Authority, desktop: Desktop) -> Iterator[Forge]:
    """A server of the user's own, whom the system's authorities vouch for."""
    desktop.environment["SSL_CERT_FILE"] = str(authority.path)
    with a_forge(authority) as standing:
        yield standing


@pytest.fixture
def book(tmp_path: Path, forge: Forge) -> Path:
    """Somebody met, talked to, and with a page on that server."""
    folder = tmp_path / "book"
    say(folder, "add", "Ada Lovelace", "--property", f"URL:{forge.origin}/ada",
        "--property", "X-RELATE-MET:At a fair", "--property", "ADR:;;;Kyoto;;;")  # fmt: skip
    say(folder, "log", "Ada Lovelace", "About the engine", "--kind", "call",
        "--direction", "both", "--when", "2026-01-05")  # fmt: skip
    PreferencesService(folder).change(keep_messages=True)
    return folder


def test_somebody_is_looked_up_and_two_facts_are_kept_and_taken_back(
    desktop: Desktop, book: Path, forge: Forge, tmp_path: Path
) -> None:
    with a_keyring(desktop.bus):
        program = opened(desktop, book, "open", "settings/lookups")
        program.find(id="settings.lookups", name="Look-ups").press()
        program.find(id="settings.lookups", has="Look-ups")
        sign_in(desktop, program, forge)
        assert forge.asked == []

        go(program, "People")
        program.find(role="list item", has="Ada Lovelace").click()
        look_up(desktop, program)
        keep(program, "Pronouns", "Osaka")
        program.find(id="snackbar.text", has="2 facts")
        kept = program.find(id="person.facts")
        program.find(role="label", has="she/her", under=kept)
        program.find(role="label", has="Forgejo", under=kept)

        program.find(id="snackbar.undo").press()
        program.find(id="snackbar.text", has="Undone")
        assert "PRONOUNS" not in say(book, "show", "Ada Lovelace", "--json").upper()

        program.press_until("ctrl+comma", id="settings.lookups", name="Look-ups").press()
        assert program.quit() == 0
    assert {asked.target for asked in forge.asked} == {"/api/v1/users/ada"}
    assert said_nowhere(KEY, tmp_path)


def sign_in(desktop: Desktop, program: Program, forge: Forge) -> None:
    """Add an account with a key."""
    program.find(id="settings.account.add").press()
    program.find(id="settings.account.provider").focus()
    desktop.type_text("F")
    program.find(id="settings.account.server").enter(forge.origin)
    program.find(id="settings.account.key", role="password text", has="Key for").focus()
    desktop.type_text(KEY)
    program.find(id="settings.account.save").press()
    program.find(id="settings.account.forgejo", has="igned in")
    program.find(id="settings.provider.forgejo").press()
    program.find(id="settings.provider.forgejo")


def look_up(desktop: Desktop, program: Program) -> None:
    """By its name among the things to do, saying yes to what would be sent."""
    program.press_until("ctrl+k", id="palette.text").enter(">look up")
    program.find(role="list item", has="Look up")
    desktop.press_keys("Return")
    asked = program.find(id="lookup.ask", has="Ada")
    program.find(role="check box", has="localhost", under=asked)
    program.find(id="lookup.ask.go").press()
    program.find(id="lookup.review", has="says in public")


def keep(program: Program, *wanted: str) -> None:
    """Tick these facts and no others, and keep them."""
    review = program.find(id="lookup.review")
    for box in program.all(role="check box", under=review):
        if ("checked" in box.states) != any(word in box.name for word in wanted):
            box.press()
    program.find(id="lookup.keep", name=f"Keep {len(wanted)} facts").press()


def said_nowhere(key: str, folder: Path) -> bool:
    """Whether no file holds a key as it is typed; the keyring's own is encrypted."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return not any(key.encode() in path.read_bytes() for path in files)
