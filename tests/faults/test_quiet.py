"""N4: with look-ups off, which is how Relate begins, no session opens a socket of the internet family."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from relate_desktop.domain.lookup import Provider
from relate_desktop.services.book import open_book
from relate_desktop.ui.shell.rooms import ROOMS
from tests.clock import a_clock
from tests.command_line import ROOT, Ran, finished, run
from tests.faults.tracing import QUIET, can_trace, traced

CARD = """BEGIN:VCARD
VERSION:4.0
FN:{name}
EMAIL:{number}@example.org
URL:https://example.org/{number}
URL:https://github.com/octocat{number}
SOCIALPROFILE;SERVICE-TYPE=Mastodon:https://example.social/@a{number}
IMPP:matrix:u/a{number}:example.org
X-SOCIALPROFILE;TYPE=bluesky:https://bsky.app/profile/a{number}.example.org
PHOTO:https://example.org/{number}.png
SOURCE:https://example.org/{number}.vcf
BDAY:1980-03-{number}
END:VCARD
""".replace("\n", "\r\n")
"""Everything of a person that somebody could be tempted to look up."""

NAMES = ("Ada Lovelace", "Misaki Ito", "Noa Levi")

pytestmark = pytest.mark.skipif(not can_trace(), reason="sockets are seen by strace, which is not here")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book with people who have public pages."""
    cards = tmp_path / "people.vcf"
    cards.write_text("".join(CARD.format(name=name, number=10 + i) for i, name in enumerate(NAMES)), "utf-8")
    assert run("import", cards).status == 0
    return Path(os.environ["RELATE_BOOK"])


def test_a_session_in_the_window_opens_no_socket_of_the_net(book: Path, tmp_path: Path) -> None:
    ran, calls = in_the_window(book, tmp_path / "calls", "socket")
    assert ran.json["loaded"] == []
    assert opened(calls) == []


def test_look_ups_that_are_on_send_nothing_by_themselves(book: Path, tmp_path: Path) -> None:
    """Also of people about whom everybody was agreed to be asked."""
    with open_book(book, clock=a_clock()) as opened_book:
        opened_book.preferences.change(lookups=True, lookups_since="2026-01-01", lookups_ask=False)
        for provider in Provider:
            opened_book.lookups.consent.agree(provider)
    _, calls = in_the_window(book, tmp_path / "calls", "connect,bind,sendto,sendmsg,sendmmsg")
    assert [line for line in calls.splitlines() if "AF_INET" in line] == []


def in_the_window(book: Path, log: Path, calls: str) -> tuple[Ran, str]:
    """A whole session that goes everywhere, and its calls."""
    people = [f"people/{row['contact']}" for row in run("list", "--json").json["contacts"]]
    words = ["strace", *QUIET, "-s", "100", "-o", str(log), "-e", f"trace={calls}"]
    words += [sys.executable, "-m", "tests.faults.quiet_session", str(book), *people]
    process = subprocess.Popen(
        words,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    ran = finished(process, timeout=240)
    assert ran.status == 0, ran.err
    assert ran.json["well"]
    assert {*ROOMS, *people} <= set(ran.json["seen"])
    return ran, log.read_text("utf-8", "replace")


@pytest.mark.parametrize(
    "words",
    [
        ("today",),
        ("show", NAMES[0], "--json"),
        ("search", "example"),
        ("duplicates",),
        ("check",),
        ("accounts",),
        ("export", "out.vcf", "--format", "vcard4"),
        ("self-test", "--json"),
    ],
    ids=" ".join,
)
def test_a_command_opens_no_socket_of_the_net(book: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    given = [tmp_path / word if word == "out.vcf" else word for word in words]
    ran, calls = traced(*given, calls="socket")
    assert ran.status == 0, ran.err
    assert opened(calls) == []


def test_the_tracer_would_see_one(tmp_path: Path) -> None:
    log = tmp_path / "calls"
    line = "import socket; socket.socket(socket.AF_INET).close(); socket.socket(socket.AF_UNIX).close()"
    words = ["strace", *QUIET, "-o", str(log), "-e", "trace=socket", sys.executable, "-c", line]
    subprocess.run(words, check=True, timeout=60)
    assert len(opened(log.read_text("utf-8"))) == 1


def opened(calls: str) -> list[str]:
    """The sockets of the internet family among the calls."""
    return re.findall(r"socket\((?:AF|PF)_INET6?,.*", calls)
