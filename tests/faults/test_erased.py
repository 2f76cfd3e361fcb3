"""Erased for good: fault 64. Nothing of the person is left in any file of the book."""

from pathlib import Path

from tests.command_line import finished, start

WORDS = ("Quetzalcoatlus", "quetzal@canary.example", "4915199887766", "zanzibarische")


def relate(book: Path, *words: object) -> str:
    """What a command printed, in a process of its own."""
    ran = finished(start("--book", book, *words))
    assert ran.status == 0, ran
    return ran.out


def found(book: Path) -> list[str]:
    """Where a word of theirs stands in the files of the book, in any case of letters."""
    return [
        f"{path.name}: {word}"
        for path in sorted(book.rglob("*"))
        if path.is_file()
        for word in WORDS
        if word.lower().encode() in path.read_bytes().lower()
    ]


def test_nothing_is_left_of_somebody_erased_for_good(tmp_path: Path) -> None:
    book, card = tmp_path / "book", tmp_path / "phone.vcf"
    card.write_text(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Quetzalcoatlus Nord\r\n"
        "TEL:+49 151 99887766\r\nTEL:+4915199887766\r\n"
        "EMAIL:quetzal@canary.example\r\nEND:VCARD\r\n",
        encoding="utf-8",
    )
    relate(book, "add", "Ada Lovelace")
    relate(book, "import", card)
    relate(book, "note", "Quetzalcoatlus Nord", "spoke of zanzibarische cloves")
    relate(book, "remind", "Quetzalcoatlus Nord", "zanzibarische cloves", "--due", "2030-01-01")
    relate(book, "edit", "Quetzalcoatlus Nord", "--set", "nickname=Quetzalcoatlus der Große")
    assert len({line.split(": ")[1] for line in found(book)}) == len(WORDS)
    relate(book, "delete", "Quetzalcoatlus Nord")
    relate(book, "erase", "Quetzalcoatlus Nord", "--yes")
    assert found(book) == []
    assert "Ada Lovelace" in relate(book, "list")
    assert relate(book, "list", "--as-of", "2030-01-01").count("\n") == 1
    assert "quetzal" not in relate(book, "history").lower()
    relate(book, "check")
