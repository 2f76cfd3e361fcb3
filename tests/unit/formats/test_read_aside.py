"""The reading half: pieces, then size and checksum."""

import hashlib
import io
import marshal

from relate_desktop.formats import read_aside
from relate_desktop.formats.packed_records import unpacked
from relate_desktop.formats.read_aside import MeasuredStream, hand_out
from tests.unit.formats.vcard.reading import a_card, records


def pieces(content: bytes, size: int | None = None) -> list[tuple[int, object]]:
    """What is handed out for a file of this content."""
    target = io.BytesIO()
    hand_out(io.BytesIO(content), len(content) if size is None else size, "vcard", target)
    target.seek(0)
    found = []
    while head := target.read(read_aside.LENGTH):
        found.append(marshal.loads(target.read(int.from_bytes(head, "big"))))
    return found


def test_all_records_are_handed_out_and_then_what_the_file_was() -> None:
    content = b"".join(a_card(f"NOTE:{number}") for number in range(read_aside.PIECE_RECORDS * 2 + 1))
    *batches, end = pieces(content)
    assert len(batches) == 3
    assert [one for _, batch in batches if isinstance(batch, bytes) for one in unpacked(batch)] == records(
        content
    )
    assert end == (len(content), hashlib.sha256(content).hexdigest())


def test_large_cards_make_small_pieces() -> None:
    content = a_card("NOTE:" + "x" * 900_000) * 5
    assert len(pieces(content)) >= 3


def test_no_more_is_read_than_the_file_was_long() -> None:
    content = a_card()
    *_, end = pieces(content + b"grown meanwhile", len(content))
    assert end == (len(content), hashlib.sha256(content).hexdigest())


def test_a_measured_stream_can_be_read_into_a_buffer() -> None:
    stream = MeasuredStream(io.BytesIO(b"abcdef"), 5)
    buffer = bytearray(3)
    assert stream.readable()
    assert (stream.readinto(buffer), bytes(buffer), stream.read(), stream.count) == (3, b"abc", b"de", 5)
