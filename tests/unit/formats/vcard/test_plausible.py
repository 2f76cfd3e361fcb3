"""How much a text looks like names in a charset."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.formats.vcard.plausible import CANDIDATES, plausibility


@given(st.lists(st.binary(), max_size=3), st.sampled_from(CANDIDATES))
def test_any_bytes_have_a_likeness_between_nothing_and_all(lines: list[bytes], codec: str) -> None:
    assert 0 <= plausibility(lines, codec) <= 1


def test_what_does_not_decode_and_what_is_ascii_tell_nothing() -> None:
    assert plausibility([b"\xff\xff"], "euc_jp") == 0
    assert plausibility([b"Ada Lovelace"], "cp1252") == 0


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Iksiñski", "cp1252"),
        ("KovaÈ", "cp1252"),
        ("Mьller", "cp1251"),
        ("йБЮМНБ", "cp1251"),
        ("ךהן", "cp1255"),
        ("σΑ", "cp1253"),
    ],
    ids=[
        "before a consonant",
        "capital inside",
        "two alphabets",
        "case",
        "final letter first",
        "final sigma",
    ],
)
def test_letters_where_no_language_has_them_are_not_believed(text: str, codec: str) -> None:
    assert plausibility([text.encode(codec)], codec) == 0


def test_characters_of_names_tell_more_than_frequent_ones_and_these_more_than_rare_ones() -> None:
    common, frequent, rare = (
        plausibility([text.encode("gb18030")], "gb18030") for text in ("王伟", "凹扒", "龘靐")
    )
    assert 1 == common > frequent > rare > 0


def test_a_sign_that_no_word_follows_is_no_letter() -> None:
    assert plausibility(["5 € für".encode("cp1252")], "cp1252") > plausibility([b"\xa9\xe1rka"], "cp1250")
