"""The generator of address books: steady, and readable by others."""

from pathlib import Path

import vobject

from tests.bench.dialects import DIALECTS
from tests.bench.invented import PHOTO_SIDE, somebody
from tests.bench.people import cards, write_export


def test_same_seed_makes_the_same_people() -> None:
    assert list(cards(40, seed=7)) == list(cards(40, seed=7))
    assert list(cards(40, seed=7)) != list(cards(40, seed=8))


def test_smaller_book_is_the_beginning_of_the_larger() -> None:
    assert list(cards(60))[:40] == list(cards(40))


def test_every_dialect_is_read_by_an_independent_reader(tmp_path: Path) -> None:
    export = write_export(tmp_path / "phone.vcf", 200)
    text = export.read_text(encoding="utf-8")
    names = [card.fn.value for card in vobject.readComponents(text, allowQP=True, ignoreUnreadable=True)]
    assert names == [somebody(1, place).name for place in range(200)]


def test_one_in_ten_has_a_picture_of_twenty_kilobytes() -> None:
    pictures = [person.photo for person in (somebody(1, place) for place in range(1000)) if person.photo]
    assert 70 <= len(pictures) <= 130
    assert all(20_000 < len(picture) < 21_000 for picture in pictures)
    assert PHOTO_SIDE**2 * 3 > 20_000


def test_people_come_in_many_scripts() -> None:
    first_letters = {ord(somebody(1, place).name[0]) // 256 for place in range(1000)}
    assert len(first_letters) >= 8
    assert len(DIALECTS) == 4
