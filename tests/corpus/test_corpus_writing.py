"""Every vCard that others wrote goes out whole: byte for byte as it came, and fresh in each format."""

import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.draft import ContactDraft, Media
from relate_desktop.domain.exporting import ExportFormat, MeantCard, PlacedProperty, ProofLimit
from relate_desktop.domain.property import Property, escape
from relate_desktop.formats.jcard import jcard_lines
from relate_desktop.formats.proof import prove
from relate_desktop.formats.vcard.original import patched_card, restore_card
from relate_desktop.formats.vcard.read import read_cards
from relate_desktop.formats.vcard.write import write_card
from tests.corpus import corpus
from tests.corpus.facts import facts_of
from tests.unit.formats.vcard.lines import MediaShelf

pytestmark = pytest.mark.skipif(not corpus.is_here(), reason=corpus.ABSENT)

VERSIONS = {ExportFormat.VCARD4: "4.0", ExportFormat.VCARD3: "3.0"}

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]")

UNLIKE = {
    ("minimal/31.vcf", "handle"): "X-GOOGLE TALK gets a legal name, and by that one Relate knows it",
}
"""What a fresh card says otherwise than the one that came in, and why."""

READER_LIMITS = {
    ExportFormat.VCARD4: {ProofLimit.DATA_URI, ProofLimit.ADDRESS_PARTS},
    ExportFormat.VCARD3: {ProofLimit.ADDRESS_PARTS},
    ExportFormat.JCARD: {ProofLimit.ADDRESS_PARTS},
}
"""What the other reader is known not to read and meets in the exports of the corpus: pictures in
``data:`` URIs, which are compared by their content without it, and address parts after the seventh."""


@cache
def cards() -> tuple[tuple[str, ContactDraft], ...]:
    """Every contact with the name of its file."""
    return tuple((corpus.name(path), draft) for path in corpus.vcards() for draft in drafts(path))


def drafts(path: Path) -> Iterator[ContactDraft]:
    with path.open("rb") as stream:
        yield from (record for record in read_cards(stream) if isinstance(record, ContactDraft))


def read_again(content: bytes) -> ContactDraft:
    (draft,) = (one for one in read_cards(io.BytesIO(content)) if isinstance(one, ContactDraft))
    return draft


def shelf(draft: ContactDraft) -> MediaShelf:
    return MediaShelf(*draft.media)


def placed(draft: ContactDraft) -> list[PlacedProperty]:
    stands = zip(draft.properties, draft.spans, strict=True)
    return [PlacedProperty(item, start, length) for item, (start, length) in stands]


def test_a_card_with_nothing_changed_is_the_one_that_came() -> None:
    for name, draft in cards():
        card = restore_card(draft.source, shelf(draft))
        after, lost = patched_card(draft.source, placed(draft), shelf(draft))
        assert (after, lost) == (card, ()), name


@pytest.mark.parametrize("text", ["Edited", "Grüße, 世界; ok"])
def test_editing_a_line_changes_that_line_alone(text: str) -> None:
    edits = 0
    for name, draft in cards():
        lines = placed(draft)
        for at, one in enumerate(placed(draft)):
            if one.property.key not in {"NOTE", "FN", "TITLE"} or one.start is None:
                continue
            changed = one.property.with_value(escape(text))
            lines[at] = PlacedProperty(changed, one.start, one.length, edited=True)
            before = restore_card(draft.source, shelf(draft))
            after, _ = patched_card(draft.source, lines, shelf(draft))
            lines[at] = one
            assert after.startswith(before[: one.start]), name
            assert after.endswith(before[one.start + one.length :]), name
            assert read_again(after).properties[at].value == changed.value, name
            edits += 1
    assert edits > 1000


def test_deleting_a_line_leaves_the_others_as_they_are() -> None:
    for name, draft in cards():
        if len(draft.properties) < 3:
            continue
        card = restore_card(draft.source, shelf(draft))
        start, length = draft.spans[1]
        after, _ = patched_card(draft.source, [placed(draft)[0], *placed(draft)[2:]], shelf(draft))
        assert after == card[:start] + card[start + length :], name


@pytest.mark.parametrize("version", VERSIONS.values())
def test_fresh_cards_say_the_same_of_everybody(version: str) -> None:
    for name, draft in cards():
        card, _ = write_card(draft.properties, version, shelf(draft))
        wanted = facts_of(Contact(draft.properties))
        found = facts_of(Contact(read_again(card).properties))
        if wanted["name"] is None:
            found["name"] = None  # 3.0 demands one, so one is supplied
        differing = {fact for fact in wanted if wanted[fact] != found[fact]}
        assert {fact for fact in differing if (name, fact) not in UNLIKE} == set(), name


@pytest.mark.parametrize("version", VERSIONS.values())
def test_writing_what_was_written_changes_nothing(version: str) -> None:
    for name, draft in cards():
        card, _ = write_card(draft.properties, version, shelf(draft))
        again = read_again(card)
        twice, _ = write_card(again.properties, version, shelf(again))
        assert twice == card, name


@pytest.mark.parametrize("version", VERSIONS.values())
def test_fresh_cards_are_well_formed(version: str) -> None:
    for name, draft in cards():
        card, _ = write_card(draft.properties, version, shelf(draft))
        physical = card.split(b"\r\n")
        assert physical.pop() == b"", name
        assert max(map(len, physical)) <= 75, name
        assert b"\n" not in b"".join(physical), name
        assert CONTROLS.search(card.decode()) is None, name


@pytest.mark.parametrize("form", [*VERSIONS, ExportFormat.JCARD])
def test_another_reader_finds_the_same_facts(form: ExportFormat, tmp_path: Path) -> None:
    media: dict[str, Media] = {one.hash: one for _, draft in cards() for one in draft.media}
    every = MediaShelf(*media.values())
    contacts: list[tuple[Property, ...]] = [draft.properties for _, draft in cards()]
    path = tmp_path / "everybody"
    if form is ExportFormat.JCARD:
        path.write_bytes(b"".join(jcard_lines(contacts, every)))
    else:
        path.write_bytes(b"".join(write_card(one, VERSIONS[form], every)[0] for one in contacts))

    report = prove(path, form, map(MeantCard, contacts))

    assert report.faults == ()
    assert report.cards == len(contacts)
    assert {found.limit for found in report.limits} == READER_LIMITS[form]


@pytest.mark.parametrize("changed", [False, True])
def test_cards_as_they_came_are_proven(changed: bool, tmp_path: Path) -> None:
    path = tmp_path / "everybody"
    sizes: list[int] = []
    with path.open("wb") as target:
        for _, draft in cards():
            sizes.append(target.write(restore_card(draft.source, shelf(draft))))
            target.write(b"\r\n")
    meant = (
        MeantCard(draft.properties, size, None if changed else draft.source.sha256)
        for (_, draft), size in zip(cards(), sizes, strict=True)
    )

    report = prove(path, ExportFormat.ORIGINAL, meant)

    assert report.faults == ()
    assert report.cards == len(cards())
