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


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("alphabet", ["cp1252", "latin-1", "mac_roman", "cp850", "cp437"])
def test_what_was_read_in_the_wrong_alphabet_is_read_again(name: str, alphabet: str) -> None:
    try:
        garbled = name.encode().decode(alphabet)
    except UnicodeDecodeError:
        pytest.skip("these bytes do not exist in the alphabet: the reader would have stopped")
    assert ungarbled(garbled) == name


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
