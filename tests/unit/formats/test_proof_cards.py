import hashlib
import io

from relate_desktop.formats.proof_cards import (
    LARGEST_LINE,
    card_of_size,
    embedded_in,
    fresh_cards,
    handed_over,
)

CARD = b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:x\r\nEND:VCARD\r\n"
ABC = hashlib.sha256(b"abc").hexdigest()


def test_a_fresh_file_is_cut_at_its_end_lines() -> None:
    assert list(fresh_cards(io.BytesIO(CARD * 2 + b"rest"))) == [CARD, CARD, b"rest"]


def test_cards_as_they_came_are_cut_by_their_size() -> None:
    stream = io.BytesIO(b"abc\r\n\r\ndef\nghi")

    assert [card_of_size(stream, 3) for _ in range(4)] == [b"abc", b"def", b"ghi", b""]


def test_content_is_found_in_every_spelling_of_ours() -> None:
    card = (
        b"A:1\r\nPHOTO;ENCODING=b;TYPE=JPEG:YW\r\n Jj\r\n"
        b"g.X-B;VALUE=uri:data:a/b;base64,YWJj\r\nC;ENCODING=b:!\r\n"
    )

    assert embedded_in(card) == {("PHOTO", ABC): 1, ("X-B", ABC): 1}
    assert embedded_in(CARD) == {}


def test_what_the_other_reader_cannot_take_is_cut() -> None:
    long = b"PHOTO:" + b"\r\n ".join([b"A" * 70] * (LARGEST_LINE // 70 + 1))
    card = CARD.replace(b"FN:x", b"PROFILE:y\r\n" + long + b"\r\nFN:x")

    assert handed_over(card) == (CARD, ("PROFILE", "PHOTO"))
    assert handed_over(CARD) == (CARD, ())


def test_data_uris_are_kept_from_it_however_they_are_folded() -> None:
    photo = b"item1.PHOTO;TYPE=home:dat\r\n a:image/png;base64,YWJj\r\n YWJj\r\n"

    assert handed_over(CARD.replace(b"FN:x\r\n", b"FN:x\r\n" + photo)) == (CARD, ("PHOTO",))
