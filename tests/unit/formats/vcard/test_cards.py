"""Cutting a stream into cards, in blocks of any size."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.draft import LooseText, RemarkKind
from relate_desktop.formats.vcard import cards
from relate_desktop.formats.vcard.cards import Closed, NotACard, Piece, RawCard, line_count, split_cards
from tests.unit.formats.vcard.reading import a_card

AGENT = b"AGENT:\r\nBEGIN:VCARD\r\nN:In;Side\r\nEND:VCARD\r\n"
TROUBLES = (
    b"loose\r\n"
    + a_card("TEL:1")
    + b"\r\n\r\n"
    + a_card(AGENT[:-2])
    + a_card()[:-11]
    + b"  begin : vcard \nFN:x\nend:vCard\n"
    + a_card(newline=b"\r\r\n")
    + a_card(newline=b"\r")
    + b"END:VCARD\r\n"
    + a_card("NOTE:BEGIN:VCARD and END:VCARD\r\n END:VCARD")
    + b"BEGIN:VCARD\r\nFN:cut"
)


def split(content: bytes, size: int = 1 << 20) -> list[Piece]:
    return list(split_cards(content[at : at + size] for at in range(0, len(content), size)))


def raw_cards(content: bytes) -> list[RawCard]:
    return [piece for piece in split(content) if isinstance(piece, RawCard)]


@given(st.integers(1, 200))
def test_size_of_the_blocks_makes_no_difference(size: int) -> None:
    assert split(TROUBLES, size) == split(TROUBLES)


def test_pieces_join_to_the_stream() -> None:
    pieces = split(TROUBLES)
    assert b"".join(piece.raw for piece in pieces) == TROUBLES
    assert [type(piece) for piece in pieces].count(RawCard) == 7


def test_lines_are_counted_over_all_kinds_of_line_ends() -> None:
    assert [piece.line for piece in split(a_card(newline=b"\r\r\n") + a_card(newline=b"\r") + a_card())] == [
        1,
        6,
        11,
    ]
    assert line_count(b"a\r\r\nb\rc\nd\r\n") == 4


@pytest.mark.parametrize(
    ("content", "closed"),
    [
        (a_card(), Closed.BY_END),
        (a_card()[:-11] + a_card(), Closed.BY_NEXT_BEGIN),
        (a_card()[:-11], Closed.BY_END_OF_FILE),
    ],
)
def test_card_knows_how_it_came_to_its_end(content: bytes, closed: Closed) -> None:
    assert raw_cards(content)[0].closed is closed


def test_body_lies_between_begin_and_end() -> None:
    (card,) = raw_cards(a_card())
    assert card.raw[card.body_start : card.body_end] == b"VERSION:3.0\r\nN:Doe;Jo;;;\r\nFN:Jo Doe\r\n"


def test_card_after_an_agent_line_stays_inside() -> None:
    (card,) = raw_cards(a_card(AGENT[:-2], "TEL:1"))
    (nested,) = card.nested
    assert card.raw[nested.start : nested.end] == AGENT
    assert (nested.cards, nested.too_deep_at) == (1, None)


def test_agent_without_an_end_does_not_swallow_the_next_person() -> None:
    content = a_card("AGENT:", "BEGIN:VCARD", "N:In;Side") + a_card()
    assert len(raw_cards(content)) == 2


def test_cards_in_cards_are_counted_to_any_depth() -> None:
    content = b"BEGIN:VCARD\nFN:A\nAGENT:\n" * 20_000 + b"END:VCARD\n" * 20_000
    (card,) = raw_cards(content)
    (nested,) = card.nested
    assert (nested.cards, nested.deepest) == (19_999, 19_999)
    assert nested.too_deep_at is not None


def test_twenty_thousand_beginnings_are_so_many_cards() -> None:
    assert len(raw_cards(b"BEGIN:VCARD\r\n" * 20_000)) == 20_000


def test_end_alone_is_loose_but_with_properties_no_card() -> None:
    (loose,) = split(b"END:VCARD\n")
    assert isinstance(loose, LooseText)
    (lost,) = split(b"FN:Lost\nEND:VCARD\n")
    assert isinstance(lost, NotACard)
    assert lost.kind is RemarkKind.NOT_A_CARD


def test_a_calendar_among_cards_is_told_of() -> None:
    calendar = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n"
    _, between, _ = split(a_card() + calendar + a_card())
    _, behind = split(a_card() + calendar)
    for lost in (between, behind):
        assert isinstance(lost, NotACard)
        assert lost.raw.startswith(b"BEGIN:VCALENDAR")


def test_properties_without_any_card_are_no_card() -> None:
    (lost,) = split(b"cn: Jo\nemail:jo@example.com\n")
    assert isinstance(lost, NotACard)
    _, loose = split(a_card() + b"email:jo@example.com\n")
    assert isinstance(loose, LooseText)


def test_mark_of_a_joined_file_is_not_part_of_the_card() -> None:
    loose, card = split(a_card() + b"\xef\xbb\xbf" + a_card())[1:]
    assert (loose.raw, type(card)) == (b"\xef\xbb\xbf", RawCard)


@pytest.mark.parametrize("count", [1, 399, 5000])
def test_nul_bytes_before_a_card_do_not_hide_it(count: int) -> None:
    pieces = split(a_card() + bytes(count) + a_card("TEL:1") + bytes(count))
    assert [type(piece) for piece in pieces] == [RawCard, LooseText, RawCard, LooseText]
    assert pieces[2].raw == a_card("TEL:1")


def endless(head: bytes, unit: bytes, blocks: int, tail: bytes) -> Iterator[bytes]:
    yield head
    yield from [unit * ((1 << 20) // len(unit))] * blocks
    yield tail


@pytest.mark.parametrize(
    ("head", "unit", "kind"),
    [
        (b"BEGIN:VCARD\r\nFN:A\r\nNOTE:", b"A", RemarkKind.LINE_TOO_LONG),
        (b"BEGIN:VCARD\r\nFN:A\r\nNOTE:", b"\r\n a", RemarkKind.LINE_TOO_LONG),
        (b"BEGIN:VCARD\r\nFN:A\r\n", b"TEL:12345\r\n", RemarkKind.TOO_MANY_PROPERTIES),
        (b"", b"A", RemarkKind.NOT_A_CARD),
    ],
    ids=["one line", "folds", "lines", "no card"],
)
def test_what_has_no_end_is_let_go_and_the_next_card_read(head: bytes, unit: bytes, kind: RemarkKind) -> None:
    pieces = list(split_cards(endless(head, unit, 40, b"\r\nEND:VCARD\r\n" + a_card())))
    refused, card = pieces
    assert isinstance(refused, NotACard)
    assert (refused.kind, len(refused.raw)) == (kind, cards.REFUSED_KEPT)
    assert isinstance(card, RawCard)
    assert card.raw == a_card()
