"""What two spellings of the same thing have in common."""

import pytest
from hypothesis import given

from relate_desktop.domain.comparing import essence, significant
from relate_desktop.domain.contact import Contact
from tests.cards import a_line, contacts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("N:Doe;Jo;;;", "n;LANGUAGE=en:Doe; Jo"),
        ("TEL:+49 30 1", "item1.TEL;HOME:+49-(30) 1"),
        ("EMAIL:Jo@X", "EMAIL:mailto:jo@x"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12", "BDAY:--0412"),
        ("NOTE:a  b ", "NOTE:a b"),
        ("CATEGORIES:a,b", "CATEGORIES: a, b,"),
    ],
)
def test_spellings_do_not_count(one: str, other: str) -> None:
    assert essence(a_line(one)) == essence(a_line(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("FN:jo", "FN:Jo"), ("N:Doe;Jo", "N:Jo;Doe"), ("URL:http://X", "URL:http://x"), ("N:a,b", "N:a b")],
)
def test_real_differences_count(one: str, other: str) -> None:
    assert essence(a_line(one)) != essence(a_line(other))


@pytest.mark.parametrize("line", ["REV:2020", "PRODID:x", "VERSION:3.0", "NOTE: ", "N:;;;;"])
def test_lines_that_say_nothing_of_the_person_are_left_out(line: str) -> None:
    assert significant(a_line(line)) is None


@given(contacts)
def test_no_line_breaks_comparing(contact: Contact) -> None:
    assert all(essence(item)[0] == item.key for item in contact.properties)
