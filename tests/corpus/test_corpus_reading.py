"""Every vCard that others wrote goes in whole: nothing raised, nothing lost, all accounted for."""

import re
from io import BytesIO
from pathlib import Path

import pytest

from relate_desktop.domain.draft import ContactDraft, LooseText, Record, Refusal, RemarkKind
from relate_desktop.formats.registry import VCARD, find_format, open_input, read_records
from relate_desktop.formats.vcard.encoding import encoding_of
from tests.corpus import corpus
from tests.unit.formats.vcard.reading import rejoined, whole_card

pytestmark = pytest.mark.skipif(not corpus.is_here(), reason=corpus.ABSENT)
every_vcard = pytest.mark.parametrize("path", corpus.vcards(), ids=corpus.name)

_BEGIN = re.compile(rb"(?im)^\s*(?:AGENT[^:\r\n]*:)?BEGIN:VCARD[ \t]*\r*$")
_FRAME = re.compile(rb"(?i)(?:BEGIN|END|VERSION)(?:;[^:]*)?:")


def records(path: Path) -> list[Record]:
    with open_input(path) as source:
        return list(read_records(source.stream, VCARD))


def utf8_of(path: Path) -> bytes:
    content = path.read_bytes()
    return corpus.as_utf8(content, encoding_of(content))


@every_vcard
def test_records_join_to_the_file(path: Path) -> None:
    assert rejoined(records(path)) == utf8_of(path)


@every_vcard
def test_every_beginning_is_a_card_a_refusal_or_inside_another(path: Path) -> None:
    found = records(path)
    cards = sum(isinstance(record, ContactDraft) for record in found)
    refused = [record for record in found if isinstance(record, Refusal)]
    without_begin = sum(record.remark.kind is RemarkKind.NOT_A_CARD for record in refused)
    inside = sum(
        int(remark.facts["cards"])
        for record in found
        if isinstance(record, ContactDraft)
        for remark in record.remarks
        if remark.kind is RemarkKind.NESTED_CARD_KEPT
    )
    lines = utf8_of(path).removeprefix(b"\xef\xbb\xbf").replace(b"\r", b"\n")
    assert cards + len(refused) - without_begin + inside == len(_BEGIN.findall(lines))


@every_vcard
def test_every_line_is_a_property_or_refused_or_frame(path: Path) -> None:
    for record in records(path):
        if isinstance(record, ContactDraft):
            accounted = record.accounting
            assert accounted.understood + accounted.kept_as_is == len(record.properties)
            assert len(lines_of_nobody(record)) == accounted.refused


def lines_of_nobody(draft: ContactDraft) -> list[bytes]:
    """The lines of a card, frame and empty ones apart, that stand in no property's place."""
    card = whole_card(draft)
    pieces: list[bytes] = []
    position = 0
    for start, length in draft.spans:
        pieces.append(card[position:start])
        position = start + length
    lines = b"\n".join([*pieces, card[position:]]).replace(b"\r", b"\n").split(b"\n")
    return [line for line in lines if line.strip() and not _FRAME.match(line.strip())]


@every_vcard
def test_values_can_be_stored(path: Path) -> None:
    for record in records(path):
        if isinstance(record, ContactDraft):
            for item in record.properties:
                item.value.encode()
                assert item.name


@every_vcard
def test_file_is_known_for_what_it_is(path: Path) -> None:
    found = records(path)
    known = find_format(path.read_bytes()[:65536], path.name) == VCARD
    assert known or not any(isinstance(record, ContactDraft) for record in found)
    assert not known or not all(isinstance(record, LooseText) for record in found)


@every_vcard
def test_file_cut_anywhere_is_still_read(path: Path) -> None:
    content = path.read_bytes()
    for end in range(len(content) % 1024, len(content), max(1024, len(content) // 20)):
        cut = list(read_records(BytesIO(content[:end]), VCARD))
        if encoding_of(content[:end]) == "utf-8":
            assert rejoined(cut) == content[:end]


def test_the_corpus_is_as_large_as_it_was() -> None:
    assert len(corpus.vcards()) >= 190
