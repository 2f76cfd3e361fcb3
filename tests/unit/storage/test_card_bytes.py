import hashlib

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.draft import CardSource, MediaSpan
from relate_desktop.domain.ids import MediaHash
from relate_desktop.storage.card_bytes import packed, source_of, spans_column, unpacked


@given(st.binary(max_size=4000))
def test_any_skeleton_comes_back(skeleton: bytes) -> None:
    assert unpacked(packed(skeleton)) == skeleton


def test_a_typical_small_card_shrinks_to_less_than_half() -> None:
    card = b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lovelace;Ada;;;\r\nFN:Ada Lovelace\r\nEND:VCARD\r\n"
    assert len(packed(card)) < len(card) / 2


def test_a_source_comes_back_with_its_spans() -> None:
    span = MediaSpan(10, 20, MediaHash("ab" * 32), 70, 74, b"\r\n ")
    digest = hashlib.sha256(b"x")
    source = CardSource(b"skeleton", (span,), digest.hexdigest(), "2.1", "utf-16")
    again = source_of(packed(b"skeleton"), spans_column(source), digest.digest(), "2.1", "utf-16")
    assert again == source


def test_a_card_without_media_has_no_spans() -> None:
    assert spans_column(CardSource(b"", (), "", "3.0", "utf-8")) is None
