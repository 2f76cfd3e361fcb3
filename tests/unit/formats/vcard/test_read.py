"""Reading whole files: records, refusals, loose text, accounting."""

import hashlib

from relate_desktop.domain.draft import Accounting, LooseText, RemarkKind
from tests.unit.formats.vcard.reading import a_card, records, refusals, rejoined, remarks, the_draft


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
