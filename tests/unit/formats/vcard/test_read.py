"""Reading whole files: records, refusals, loose text, accounting."""

import hashlib
import io
import re
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relate_desktop.domain.draft import Accounting, ContactDraft, LooseText, Record, Refusal, RemarkKind
from relate_desktop.formats.vcard.encoding import encoding_of
from relate_desktop.formats.vcard.read import read_cards
from tests.unit.formats.vcard.reading import (
    a_card,
    records,
    refusals,
    rejoined,
    remarks,
    the_draft,
    whole_card,
)

BEGIN = re.compile(
    rb"(?:\A|[\r\n])(?:\xef\xbb\xbf)?\x00*BEGIN[ \t]*:[ \t]*VCARD[ \t]*(?=[\r\n]|\Z)", re.IGNORECASE
)
"""A line that begins a card, by a rule of its own."""


def test_card_gives_its_properties_in_order() -> None:
    draft = the_draft(a_card("TEL;TYPE=CELL:+49 1", "X-FOO:bar"))
    assert [(item.name, item.value) for item in draft.properties] == [
        ("N", "Doe;Jo;;;"),
        ("FN", "Jo Doe"),
        ("TEL", "+49 1"),
        ("X-FOO", "bar"),
    ]
    assert draft.accounting == Accounting(understood=3, kept_as_is=1)


def test_source_is_the_whole_card() -> None:
    card = a_card("NOTE:x")
    draft = the_draft(b"\n" + card)
    assert draft.source.skeleton == card
    assert draft.source.sha256 == hashlib.sha256(card).hexdigest()
    assert (draft.record, draft.line, draft.source.version, draft.source.charset) == (1, 2, "3.0", "utf-8")


def test_every_property_says_where_it_stands() -> None:
    card = a_card("NOTE:one\r\n two", "TEL:1")
    draft = the_draft(card)
    lines = [card[start : start + length] for start, length in draft.spans]
    assert lines == [b"N:Doe;Jo;;;\r\n", b"FN:Jo Doe\r\n", b"NOTE:one\r\n two\r\n", b"TEL:1\r\n"]


def test_phone_number_alone_is_a_contact() -> None:
    assert the_draft(a_card("TEL:1", name=False)).properties[0].value == "1"


def test_card_that_says_nothing_is_refused_with_its_bytes() -> None:
    card = a_card("N:;;;;", "FN:", "PRODID:-//X//Y", "UID:1", "REV:2020", name=False)
    (refusal,) = refusals(card)
    assert (refusal.remark.kind, refusal.raw, refusal.line) == (RemarkKind.NO_CONTENT, card, 1)
    assert refusal.accounting.refused == 5


def test_bad_card_among_a_thousand_is_the_only_one_refused() -> None:
    good = a_card()
    found = records(good * 500 + b"BEGIN:VCARD\r\n\x00\xff;;\r\nEND:VCARD\r\n" + good * 499)
    (refusal,) = (record for record in found if not hasattr(record, "properties"))
    assert len(found) == 1000
    assert getattr(refusal, "record", None) == 501


def test_text_between_cards_is_kept_with_its_line() -> None:
    found = records(b"hello\r\n" + a_card() + b"\r\n# comment\r\n" + a_card())
    loose = [record for record in found if isinstance(record, LooseText)]
    assert [(text.line, text.raw) for text in loose] == [(1, b"hello\r\n"), (7, b"\r\n# comment\r\n")]


def test_joined_records_are_the_file() -> None:
    content = b"\xef\xbb\xbf" + a_card("NOTE:x") + b"\n\n" + a_card()[:-14] + a_card("TEL:1") + b"END:VCARD\n"
    assert rejoined(records(content)) == content


def test_end_without_a_beginning_is_refused_as_no_card() -> None:
    (refusal,) = refusals(b"VERSION:3.0\nFN:Lost\nEND:VCARD\n" + a_card())
    assert refusal.remark.kind is RemarkKind.NOT_A_CARD


def test_missing_end_is_remarked_and_the_next_card_whole() -> None:
    first = b"BEGIN:VCARD\nFN:A\n"
    found = records(first + a_card())
    assert len(found) == 2
    assert remarks(first + a_card()) == [RemarkKind.END_MISSING]


def test_file_that_ends_within_a_card_is_remarked() -> None:
    assert remarks(a_card()[:-11]) == [RemarkKind.CARD_TRUNCATED]


TROUBLES = (
    a_card("item1.TEL;TYPE=CELL:+49 1", "NOTE:a\r\n b", b"X-Y:\xff", "PHOTO;ENCODING=b:QUJD\r\n REVG")
    + a_card(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=84;=\r\nJo",
        "PHOTO;ENCODING=BASE64;GIF:",
        "R0lGODlhAQAB",
        "",
        "AGENT:",
        "BEGIN:VCARD",
        "N:In;Side",
        "END:VCARD",
        version="2.1",
    )
    + b"\xef\xbb\xbfbetween\n"
    + a_card(
        'ADR;LABEL="a:b^n";GEO="geo:1,2":;;Weg;Ort', "PHOTO:data:image/gif;base64,R0lGODlh", version="4.0"
    )
)


def beginnings(content: bytes) -> int:
    return len(BEGIN.findall(content))


def nested(found: list[Record]) -> int:
    """How many cards inside cards are told of."""
    told = 0
    for record in found:
        remarks_here = [record.remark] if isinstance(record, Refusal) else getattr(record, "remarks", ())
        told += sum(
            int(remark.facts.get("cards", remark.facts.get("nested", 0)))
            for remark in remarks_here
            if remark.kind in {RemarkKind.NESTED_CARD_KEPT, RemarkKind.NO_CONTENT}
        )
    return told


def is_accounted_for(content: bytes) -> None:
    found = records(content)
    assert rejoined(found) == content
    cards = [record for record in found if not isinstance(record, LooseText)]
    without_begin = sum(
        isinstance(record, Refusal) and record.remark.kind is RemarkKind.NOT_A_CARD for record in cards
    )
    assert len(cards) - without_begin + nested(found) == beginnings(content)
    assert [record.record for record in cards] == list(range(1, len(cards) + 1))
    for record in found:
        if isinstance(record, ContactDraft):
            places_are_in_order(record)


def places_are_in_order(draft: ContactDraft) -> None:
    size = len(whole_card(draft))
    end = 0
    for start, length in draft.spans:
        assert end <= start < start + length <= size
        end = start + length
    accounting = draft.accounting
    assert accounting.understood + accounting.kept_as_is == len(draft.properties) == len(draft.spans)
    for item in draft.properties:
        item.value.encode()


def test_file_cut_at_any_byte_is_accounted_for() -> None:
    for end in range(len(TROUBLES)):
        is_accounted_for(TROUBLES[:end])


def test_file_begun_at_any_byte_is_accounted_for() -> None:
    for start in range(0, len(TROUBLES), 3):
        is_accounted_for(TROUBLES[start:])


@given(st.integers(0, len(TROUBLES) * 8 - 1))
@settings(max_examples=300)
def test_flipped_bit_is_accounted_for(bit: int) -> None:
    content = bytearray(TROUBLES)
    content[bit // 8] ^= 1 << bit % 8
    is_accounted_for(bytes(content))


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    b"BEGIN:VCARD\n",
                    b"END:VCARD\r\n",
                    b"VERSION:2.1\n",
                    b"AGENT:\n",
                    b"FN:a",
                ),
                *(
                    b"N;ENCODING=QUOTED-PRINTABLE:=C3=",
                    b"PHOTO;ENCODING=b:",
                    b"QUJD",
                    b"data:x;base64,",
                    b"NOTE:x",
                ),
                *(
                    b"\r",
                    b"\n",
                    b"\r\n",
                    b" x",
                    b"=",
                    b":",
                    b";",
                    b'"',
                    b"\\",
                    b"\xff",
                    b"\xc3",
                    b"\x00",
                    b"#",
                    b",",
                ),
                *(
                    b"VCARD",
                    b"BEGIN:",
                    b"END",
                    b"\xef\xbb\xbf",
                    b"\xff\xfe",
                    b"TEL;TYPE=",
                    b"CHARSET=SHIFT_JIS:",
                ),
            ]
        )
        | st.binary(max_size=8).map(lambda piece: piece.translate(None, b" \t")),
        max_size=60,
    )
)
@settings(max_examples=400)
def test_any_bytes_are_accounted_for(pieces: list[bytes]) -> None:
    content = b"".join(pieces)
    if encoding_of(content) == "utf-8":
        is_accounted_for(content)
    else:
        records(content)


class _Export(io.RawIOBase):
    """So many blocks of cards."""

    def __init__(self, blocks: int) -> None:
        super().__init__()
        self._left = blocks
        self._block = a_card("TEL:1") * 1_500

    def read(self, _size: int = -1, /) -> bytes:
        self._left -= 1
        return self._block if self._left >= 0 else b""


def peak_memory(blocks: int) -> int:
    tracemalloc.start()
    for _ in read_cards(_Export(blocks)):  # type: ignore[arg-type]
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def test_memory_does_not_grow_with_the_file() -> None:
    assert peak_memory(12) < peak_memory(6) * 1.2


BAD = (
    b"",
    b"BEGIN:VCARD\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\n",
    b"BEGIN:VCARD\r\nFN:\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nN:;;;;\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nFN:cut",
    b"BEGIN:VCARD\r\nFN:cut\r\n",
    b"BEGIN:VCARD\r\nno colon at all\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\n:value\r\n;;:\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\n\x00\xff\xfe\x80\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nTEL;TYPE=C,,,,,,,,,,,,,,,,,,,,,,,,,,;\r\nEND:VCARD\r\n",
    b'BEGIN:VCARD\r\nTEL;X="open:1\r\nEND:VCARD\r\n',
    b"BEGIN:VCARD\r\nNOTE;ENCODING=QUOTED-PRINTABLE:=\r\n=\r\n=ZZ=\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nNOTE;CHARSET=UT?R8:\xff\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nPHOTO;ENCODING=b:====\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nPHOTO;ENCODING=BASE64:\r\nabc\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nPHOTO:data:\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:in\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nAGENT:\r\nBEGIN:VCARD\r\n",
    b"BEGIN:VCARD\r\nBEGIN:VCARD\r\nEND:VCARD\r\nEND:VCARD\r\n",
    b"END:VCARD\r\n",
    b"FN:lost\r\nEND:VCARD\r\n",
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    b"BEGIN:VCARD\r\nVERSION:9.9\r\nX:\\\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\rFN:mac\rEND:VCARD\r",
    b"BEGIN:VCARD\r\r\r\r\r\nFN:x\r\r\r\r\r\nEND:VCARD\r\r\r\r\r\n",
    b"BEGIN:VCARD\r\n FN:indented\r\n TEL:1\r\nEND:VCARD\r\n",
    b"\xef\xbb\xbfBEGIN:VCARD\r\nFN:marked\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\n" + b"X" * 5000 + b"\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\n" + b"TEL:1\r\n" * 6000 + b"END:VCARD\r\n",
    b"BEGIN:VCARD\r\nEND:VCARD",
)


@pytest.mark.parametrize("bad", BAD, ids=range(len(BAD)))
def test_bad_card_of_any_kind_leaves_its_neighbours_alone(bad: bytes) -> None:
    good = a_card("TEL:7")
    before = b"" if bad.endswith((b"\n", b"\r")) or not bad else b"\r\n"
    content = good + bad + before + good
    is_accounted_for(content)
    found = records(content)
    whole = [record for record in found if isinstance(record, ContactDraft) and whole_card(record) == good]
    assert len(whole) == 2
    assert [item.value for item in whole[1].properties] == ["Doe;Jo;;;", "Jo Doe", "7"]
