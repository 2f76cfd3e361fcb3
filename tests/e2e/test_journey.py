"""A whole journey through the real program: a phone's people go in, are found, changed, and stay."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop
from tests.e2e.program import Program, Thing
from tests.patience import SECONDS

ROOT = Path(__file__).parents[2]

PHONE = """\
BEGIN:VCARD
VERSION:3.0
N:Lovelace;Ada;;;
FN:Ada Lovelace
TEL;TYPE=CELL:+44 20 7946 0958
EMAIL;TYPE=HOME:ada@engines.example
ORG:Analytical Engines
END:VCARD
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E;=E9=9B=B7;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E=E9=9B=B7
TEL;CELL:(030) 23125-017
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Zoë Müller
TEL;VALUE=uri;TYPE=cell:tel:+49-151-2345-6789
X-UNHEARD-OF;P=1:kept
END:VCARD
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "book"


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    file = tmp_path / "phone.vcf"
    file.write_bytes(PHONE.replace("\n", "\r\n").encode())
    return file


RELATE = [sys.executable, "-P", "-m", "relate_desktop", "--book"]


def say(book: Path, *words: str) -> str:
    """What the command line answers, of the same book."""
    line = [*RELATE, str(book), *words]
    here = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(line, capture_output=True, env=here, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def opened(desktop: Desktop, book: Path, *words: str) -> Program:
    """The program with its window on the screen."""
    return Program(desktop, [*RELATE, str(book), *words])


def people(program: Program) -> list[Thing]:
    """The rows of the people list."""
    return program.all(role="list item", under=program.find(id="people.list"))


def test_people_of_a_phone_go_in_and_stay(desktop: Desktop, book: Path, phone: Path) -> None:
    program = opened(desktop, book)
    program.find(id="welcome.choose").press()
    program.find(role="text", name="File name:").enter(str(phone))
    desktop.press_keys("Return")

    program.find(id="import.run", name="Import 3 people").press()
    program.find(id="snackbar.text", name="Three people imported")
    program.find(id="choose.skip").press()
    program.find(id="today")
    go(program, "People")
    assert len(people(program)) == 3

    program.find(id="people.search").enter("7946 09")
    found = program.find(role="list item", has="Ada")
    program.wait_until_gone(role="list item", has="Zoë")
    found.click()
    program.find(id="person.title", has="Ada Lovelace")

    rename(program, "Countess")
    program.find(role="list item", has="Countess")
    rename(program, "Addie")
    program.find(role="list item", has="Addie")
    desktop.press_keys("ctrl+z")
    program.find(role="list item", has="Countess")
    assert program.quit() == 0

    again = opened(desktop, book)
    go(again, "People")
    again.find(role="list item", has="Countess")
    again.find(role="list item", has="李雷")
    assert len(people(again)) == 3
    assert again.quit() == 0
    cards = phone.read_bytes().split(b"BEGIN:VCARD")
    assert all(untouched in exported(book) for untouched in cards[2:])


def rename(program: Program, call: str) -> None:
    """Edit the person on the page: what they like to be called."""
    program.find(id="person.edit").press()
    program.find(id="edit.call").enter(call)
    program.find(id="edit.save").press()
    program.wait_until_gone(id="edit.save")


def go(program: Program, place: str) -> None:
    """Go to a place by the side bar."""
    program.find(role="list item", name=place, under=program.find(id="navigation")).click()
    program.find(id="main", has=place)


def exported(book: Path) -> bytes:
    """Everybody, as they came in."""
    return say(book, "export", "-", "--format", "original").encode()


def test_second_start_raises_the_first_window(desktop: Desktop, book: Path) -> None:
    say(book, "add", "Ada Lovelace", "--email", "ada@engines.example")
    first = opened(desktop, book)
    first.find(id="today")
    other = Program(desktop, [sys.executable, str(Path(__file__).with_name("demo.py"))])
    other.find(id="demo.who").focus()
    assert desktop.active_title() == "Demo"

    second = opened(desktop, book, "open", "people")
    assert second.process.wait(SECONDS) == 0
    desktop.wait_for_title("Relate")
    assert first.process.poll() is None
    assert first.quit() == 0


def test_command_line_refreshes_the_open_window(desktop: Desktop, book: Path) -> None:
    say(book, "add", "Ada Lovelace")
    program = opened(desktop, book, "open", "people")
    program.find(role="list item", has="Ada")
    say(book, "add", "Grace Hopper", "--phone", "+1 212 555 0100")
    program.find(role="list item", has="Grace")
    say(book, "undo")
    program.wait_until_gone(role="list item", has="Grace")
    assert program.quit() == 0
