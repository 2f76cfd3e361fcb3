"""Whole files in UTF-16 and UTF-32, in blocks, damaged or not."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.formats.vcard import encoding
from relate_desktop.formats.vcard.encoding import encoding_of, text_blocks
from tests.unit.formats.vcard.reading import a_card, the_draft

CARD = a_card("NOTE:Zoë 😀 山").decode()
NAMES = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-8")
MARKS = {name: "\ufeff".encode(name) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_mark_tells_the_encoding(name: str) -> None:
    assert encoding_of(MARKS[name] + CARD.encode(name)) == name


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf16_is_known_without_a_mark(name: str) -> None:
    assert encoding_of(CARD.encode(name)) == name


def test_same_card_in_every_encoding_gives_the_same_properties() -> None:
    expected = the_draft(CARD.encode()).properties
    for name in NAMES:
        assert the_draft(MARKS[name] + CARD.encode(name)).properties == expected
    for name in ("gb18030", "shift_jis", "iso-2022-jp"):
        card = a_card(f"NOTE;CHARSET={name}:".encode() + "山".encode(name), version="2.1")
        assert the_draft(card).properties[-1].value == "山"


def test_character_over_the_edge_of_a_block_stays_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "BLOCK", 3)
    content = CARD.encode("utf-16-le")
    stream = io.BytesIO(content)
    assert b"".join(text_blocks(stream.read(3), stream, "utf-16-le")).decode() == CARD


def test_half_a_character_at_the_end_is_marked() -> None:
    assert b"".join(text_blocks(b"A\x00B", io.BytesIO(), "utf-16-le")) == "A\ufffd".encode()


def test_impossible_characters_do_not_stop_the_rest() -> None:
    content = "AB".encode("utf-32-le") + b"\xff\xff\xff\xff" + "C".encode("utf-32-le")
    assert b"".join(text_blocks(content, io.BytesIO(), "utf-32-le")).decode().endswith("C")


@given(st.binary(), st.sampled_from(NAMES))
def test_no_bytes_raise(content: bytes, name: str) -> None:
    assert isinstance(b"".join(text_blocks(content, io.BytesIO(), name)), bytes)
