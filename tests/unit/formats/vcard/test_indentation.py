"""Cards that were copied out of a program's text or a mail with the margin they had there."""

from dataclasses import replace

import pytest

from relate_desktop.domain.exporting import PlacedProperty
from relate_desktop.formats.vcard.indentation import outdented
from relate_desktop.formats.vcard.original import patched_card
from tests.unit.formats.vcard.lines import MediaShelf
from tests.unit.formats.vcard.reading import a_card, drafts, records, refusals, rejoined, the_draft

PLAIN = a_card("TEL;TYPE=CELL:+49 151 1", "NOTE:a long", "  one", "X-ODD:1")
SAID = [("N", "Doe;Jo;;;"), ("FN", "Jo Doe"), ("TEL", "+49 151 1"), ("NOTE", "a long one"), ("X-ODD", "1")]


def indented(card: bytes, by: bytes = b"    ", *, first: bool = True, last: bool = True) -> bytes:
    lines = card.splitlines(keepends=True)
    inside = range(0 if first else 1, len(lines) if last else len(lines) - 1)
    return b"".join(by + line if at in inside else line for at, line in enumerate(lines))


@pytest.mark.parametrize("by", [b" ", b"    ", b"\t", b"\t  "])
@pytest.mark.parametrize(("first", "last"), [(True, True), (False, True), (False, False), (True, False)])
def test_an_indented_card_says_what_it_would_at_the_margin(by: bytes, first: bool, last: bool) -> None:
    card = indented(PLAIN, by, first=first, last=last)
    content = PLAIN + card + b"\r\n" + card
    assert rejoined(records(content)) == content
    plain, *others = drafts(content)
    assert len(others) == 2
    for draft in others:
        assert [(item.name, item.value) for item in draft.properties] == SAID
        assert (draft.accounting, draft.source.skeleton) == (plain.accounting, card)


def test_each_line_has_its_place_in_the_card_as_it_came() -> None:
    card = indented(PLAIN)
    draft = the_draft(card)
    lines = [card[start : start + length] for start, length in draft.spans]
    assert lines[2:4] == [b"    TEL;TYPE=CELL:+49 151 1\r\n", b"    NOTE:a long\r\n      one\r\n"]


def test_empty_lines_and_what_the_margin_hides_not_change_nothing() -> None:
    card = b"BEGIN:VCARD\n\n  \n\tFN:Jo Doe\n  \n\n\tTEL:1\n\tEND:VCARD\n"
    assert [(item.name, item.value) for item in the_draft(card).properties] == [
        ("FN", "Jo Doe"),
        ("TEL", "1"),
    ]


def test_only_the_first_lines_are_indented() -> None:
    card = b"BEGIN:VCARD\n VERSION:3.0\n FN:Jo\nNOTE:a long\n  one\nEND:VCARD\n"
    assert [item.value for item in the_draft(card).properties] == ["Jo", "a long one"]


def test_a_line_that_lost_its_margin_takes_nobody_with_it() -> None:
    cards = indented(PLAIN).replace(b"    NOTE:a long", b"NOTE:a long") + indented(PLAIN)
    first, second = drafts(cards)
    assert [(item.name, item.value) for item in second.properties] == SAID
    assert [(item.name, item.value) for item in first.properties] == [
        *SAID[:3],
        ("NOTE", "a long     one"),
        SAID[4],
    ]


def test_an_end_that_is_indented_otherwise_is_the_end() -> None:
    card = indented(PLAIN).replace(b"    END", b"  END")
    draft = the_draft(card)
    assert draft.source.skeleton == card
    placed = [PlacedProperty(item, *span) for item, span in zip(draft.properties, draft.spans, strict=True)]
    added = PlacedProperty(draft.properties[4].with_value("2"))
    changed, _losses = patched_card(draft.source, [*placed, added], MediaShelf())
    assert changed == PLAIN.replace(b"X-ODD:1\r\n", b"X-ODD:1\r\nX-ODD:2\r\n")


def test_a_card_whose_end_is_missing_ends_with_the_next() -> None:
    card = indented(PLAIN).removesuffix(b"    END:VCARD\r\n")
    assert len(drafts(card + indented(PLAIN))) == 2


def test_a_line_that_goes_on_with_end_is_no_end() -> None:
    (draft,) = drafts(a_card("NOTE:the", " END:VCARD"))
    assert draft.properties[-1].value == "theEND:VCARD"


def test_a_card_inside_an_indented_card_is_left_as_it_is() -> None:
    card = indented(a_card("AGENT:", "BEGIN:VCARD", "FN:In", "END:VCARD"))
    assert outdented(card) is None
    assert rejoined(records(card)) == card


def test_a_card_that_is_the_text_of_a_line_is_a_line() -> None:
    card = indented(a_card("AGENT:BEGIN:VCARD\\nFN:In\\nEND:VCARD", "TEL:1"))
    assert [item.name for item in the_draft(card).properties] == ["N", "FN", "AGENT", "TEL"]


def test_indented_pictures_are_read_and_stay_in_the_card() -> None:
    card = indented(a_card("PHOTO;ENCODING=b;TYPE=PNG:iVBORw0K", " GgoAAAAN"))
    draft = the_draft(card)
    assert (len(draft.media), draft.source.spans, draft.source.skeleton) == (1, (), card)
    assert not refusals(card)


def test_a_changed_indented_card_loses_its_margin_and_nothing_else() -> None:
    draft = the_draft(indented(PLAIN))
    placed = [PlacedProperty(item, *span) for item, span in zip(draft.properties, draft.spans, strict=True)]
    placed[2] = replace(placed[2], property=placed[2].property.with_value("+49 151 2"), edited=True)
    added = PlacedProperty(draft.properties[4].with_value("2"))
    card, losses = patched_card(draft.source, [*placed, added], MediaShelf(*draft.media))
    wanted = PLAIN.replace(b"151 1", b"151 2").replace(b"X-ODD:1\r\n", b"X-ODD:1\r\nX-ODD:2\r\n")
    assert (card, losses) == (wanted, ())
