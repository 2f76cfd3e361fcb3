from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.storage.typical_text import TypicalText

CARDS = TypicalText(b"TEL;TYPE=HOME:+49 30 \r\nBEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD\r\n")


@given(st.binary(max_size=2000))
def test_every_text_comes_back_as_it_was(text: bytes) -> None:
    assert CARDS.unpacked(CARDS.packed(text)) == text


def test_what_is_typical_takes_next_to_no_room() -> None:
    card = b"BEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD\r\n"
    assert len(CARDS.packed(card)) < len(TypicalText(b"").packed(card))
