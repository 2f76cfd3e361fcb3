"""Text read in the wrong alphabet is put right, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.garbled import ungarbled

NAMES = (
    "Müller",
    "José Ñuñez",
    "Łódź Żółć",
    "Çelik Öztürk",
    "Анна Петрова",
    "Σοφία",
    "山田太郎",
    "O’Brien",
    "François",
)


def read_as(name: str, alphabet: str) -> str | None:
    """A name read in the wrong alphabet; None where the reader would have stopped."""
    try:
        return name.encode().decode(alphabet)
    except UnicodeDecodeError:
        return None


GARBLED = {
    read: name
    for name in NAMES
    for alphabet in ("cp1252", "latin-1", "mac_roman", "cp850", "cp437")
    if (read := read_as(name, alphabet)) is not None
}


@pytest.mark.parametrize("garbled", GARBLED)
def test_what_was_read_in_the_wrong_alphabet_is_read_again(garbled: str) -> None:
    assert ungarbled(garbled) == GARBLED[garbled]


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        ("MÃƒÂ¼ller", "Müller"),
        ("M=C3=BCller", "Müller"),
        ("M&uuml;ller &amp; S&#246;hne", "Müller & Söhne"),
        ("Anna Sørensen-MÃ¼ller", "Anna Sørensen-Müller"),
    ],
)
def test_twice_garbled_quoted_and_escaped_text(garbled: str, meant: str) -> None:
    assert ungarbled(garbled) == meant


@pytest.mark.parametrize(
    "name", [*NAMES, "Tom & Jerry", "a=b", "E=MC2", "AT&T", "&copy;", "ÄÖÜ", "Éÿ", "Ã", "Ñandú"]
)
def test_what_is_right_stays_as_it_is(name: str) -> None:
    assert ungarbled(name) == name


@given(st.text(st.characters(categories=["L"]), max_size=30))
def test_letters_of_any_script_are_left_alone_or_well_formed(name: str) -> None:
    assert ungarbled(ungarbled(name)) == ungarbled(name)
    ungarbled(name).encode()
