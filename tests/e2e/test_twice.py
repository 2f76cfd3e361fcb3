"""Two exports of one life: who is there twice is decided, decided otherwise a week later, and taken back."""

import json
from pathlib import Path

from tests.e2e.desktop import Desktop
from tests.e2e.program import Program
from tests.e2e.test_journey import opened, say

OLD_PHONE = (
    ("Lupe Ríos", "TEL;TYPE=CELL:+52 55 0000 0118", "EMAIL:lupe@example.com"),
    ("Нина Иванова", "TEL;TYPE=CELL:+7 921 555 01 01"),
    ("Ada King", "EMAIL:ada@example.org", "BDAY:1815-12-10"),
    ("Ton Janssen", "TEL;TYPE=HOME:+31 20 555 0107"),
)
NEW_PHONE = (
    ("Guadalupe Ríos Santiago", "TEL;TYPE=CELL:+52 55 0000 0118", "EMAIL:g.rios@example.org"),
    ("Nina Ivanova", "TEL;TYPE=CELL:8 921 555-01-01", "NOTE:sings in the choir"),
    ("Ada Lovelace", "EMAIL:ada@example.org", "ORG:Analytical Engines"),
    ("Saskia Janssen", "TEL;TYPE=HOME:+31 20 555 0107"),
)


def an_export(path: Path, people: tuple[tuple[str, ...], ...]) -> Path:
    """A phone's file of these people."""
    cards = (
        "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *lines, "END:VCARD", ""))
        for name, *lines in people
    )
    path.write_text("".join(cards), encoding="utf-8")
    return path


def listed(book: Path) -> dict[str, str]:
    """Everybody: full name and id."""
    answer = json.loads(say(book, "list", "--json"))
    return {one["name"]: one["contact"] for one in answer["contacts"]}


def go_by_keyboard(program: Program, desktop: Desktop, words: str) -> None:
    """Go to a place by Find or do."""
    program.press_until("ctrl+k", id="palette.text").enter(words)
    program.find(role="list item", has=words, under=program.find(id="palette.results"))
    desktop.press_keys("Return")


def join(program: Program, desktop: Desktop, one: str, other: str) -> None:
    """Join the pair in front, which is this one, from the keyboard."""
    table = f"Compare {one} and {other}"
    program.find(id="duplicates.table", name=table)
    program.find(id="duplicates.join").focus()
    desktop.press_keys("ctrl+Return")
    program.wait_until_gone(id="duplicates.table", name=table)


def test_two_phones_become_one_book_and_each_decision_can_be_taken_back(
    desktop: Desktop, tmp_path: Path
) -> None:
    book = tmp_path / "book"
    old, new = an_export(tmp_path / "old.vcf", OLD_PHONE), an_export(tmp_path / "new.vcf", NEW_PHONE)
    say(book, "--at", "2026-11-01T09:00", "import", str(old))
    program = opened(desktop, book, "--at", "2026-11-02T09:00", "open", str(new))
    program.find(id="import.run").press()
    program.find(id="snackbar.text", has="imported")
    assert len(listed(book)) == 8

    go_by_keyboard(program, desktop, "Possible duplicates")
    program.find(id="duplicates.position", name="1 of 3")
    join(program, desktop, "Нина Иванова", "Nina Ivanova")
    join(program, desktop, "Lupe Ríos", "Guadalupe Ríos Santiago")
    program.find(id="duplicates.table", has="Ada King")
    program.find(id="duplicates.fn.b").focus()
    result = program.find(id="duplicates.fn.result")
    for key, name in (("1", "Ada King"), ("2", "Ada Lovelace")):
        desktop.press_keys(key)
        assert result.becomes(name=f"After joining, Full name: {name}")
    join(program, desktop, "Ada King", "Ada Lovelace")
    program.find(name="No one seems to be here twice")
    people = listed(book)
    assert people.keys() == {
        "Ada Lovelace",
        "Guadalupe Ríos Santiago",
        "Нина Иванова",
        "Saskia Janssen",
        "Ton Janssen",
    }
    assert program.quit() == 0

    nina = people["Нина Иванова"]
    say(book, "--at", "2026-11-05T09:00", "note", nina, "asked for the score")
    later = opened(desktop, book, "--at", "2026-11-09T09:00", "open", f"duplicates/separate/{nina}")
    separate(later, desktop)
    people = listed(book)
    assert {"Нина Иванова", "Nina Ivanova"} <= people.keys()
    assert "asked for the score" in say(book, "show", people["Nina Ivanova"])
    assert "asked for the score" not in say(book, "show", people["Нина Иванова"])

    go_by_keyboard(later, desktop, "What changed")
    changes = later.find(id="history.list")
    later.find(role="list item", under=changes)
    changes.focus()
    desktop.press_keys("End")
    later.find(id="history.take_back").focus()
    desktop.press_keys("Return")
    later.find(id="snackbar.text", has="Taken back")
    assert listed(book).keys() == {
        "Ada Lovelace",
        "Guadalupe Ríos Santiago",
        "Nina Ivanova",
        "Saskia Janssen",
    }
    assert later.quit() == 0


def separate(program: Program, desktop: Desktop) -> None:
    """Separate somebody again; what was written since goes to the one who returns."""
    program.find(role="radio button", name="What was written since goes to Нина Иванова")
    returning = program.find(role="radio button", name="What was written since goes to Nina Ivanova")
    returning.focus()
    desktop.press_keys("space")
    program.find(id="duplicates.separate").press()
    program.find(id="person.title")
