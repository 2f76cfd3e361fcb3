"""Every real card goes in, is accounted for, and comes out again."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from relate_desktop.domain.draft import ContactDraft
from relate_desktop.domain.exporting import ExportFormat
from relate_desktop.domain.importing import ImportReport
from relate_desktop.formats.vcard.original import restore_card
from relate_desktop.formats.vcard.read import read_cards
from tests.corpus import corpus
from tests.unit.services.going import Book, a_book

pytestmark = pytest.mark.skipif(not corpus.is_here(), reason=corpus.ABSENT)

_FUZZ = ("479882034a", "485387226", "488194780", "488416219", "505903588")
REFUSED = {
    ("GNOME__evolution-data-server/tests/libebook/vcard/7.vcf", "not_a_card"): 1,
    ("LineageOS__android_frameworks_opt_vcard/tests/res/raw/v21_nest.vcf", "not_a_card"): 1,
    ("qoobaa__vcard/test/fixtures/ex1.vcard", "not_a_card"): 1,
    ("qoobaa__vcard/test/fixtures/ex_bdays.vcard", "no_content"): 1,
    ("qoobaa__vcard/test/fixtures/nickname0.vcard", "no_content"): 1,
    ("stalwartlabs__calcard/resources/vcard/063.vcf", "no_content"): 1,
    **{(f"libical__libical/test-data/vcardfuzz{number}", "file_unreadable"): 1 for number in _FUZZ},
}
"""What is no card: noise, text without BEGIN, cards without a name, number or address."""


@pytest.fixture(scope="module")
def files() -> list[Path]:
    """All files of contacts."""
    return list(corpus.vcards())


@pytest.fixture(scope="module")
def journey(
    tmp_path_factory: pytest.TempPathFactory, files: list[Path]
) -> Iterator[tuple[Book, ImportReport]]:
    """A book into which all of them went at once, and what was told of it."""
    with a_book(tmp_path_factory.mktemp("corpus")) as book:
        yield book, book.run(*files)


def cards_in(path: Path) -> list[tuple[bytes, ContactDraft]]:
    """The cards of a file with their bytes, those of a UTF-16 file in UTF-8."""
    with path.open("rb") as stream:
        drafts = [one for one in read_cards(stream) if isinstance(one, ContactDraft)]
    return [(whole(draft), draft) for draft in drafts]


def whole(draft: ContactDraft) -> bytes:
    contents = {media.hash: media for media in draft.media}
    return restore_card(draft.source, contents.__getitem__)


def test_every_card_comes_in_or_is_refused_with_a_reason(journey: tuple[Book, ImportReport]) -> None:
    refused: dict[tuple[str, str], int] = {}
    for file in journey[1].files:
        for skipped in file.skipped:
            place = (corpus.name(Path(file.path)), skipped.remark.kind.value)
            refused[place] = refused.get(place, 0) + 1
    assert refused == REFUSED


def test_every_property_is_accounted_for(journey: tuple[Book, ImportReport], files: list[Path]) -> None:
    for path, file in zip(files, journey[1].files, strict=True):
        if file.of_events:
            continue  # a calendar that is called as cards are
        lines = sum(len(draft.properties) for _, draft in cards_in(path))
        told = file.properties
        assert told.understood + told.kept_as_is == lines, path


def test_original_gives_every_card_back_byte_for_byte(
    journey: tuple[Book, ImportReport], files: list[Path]
) -> None:
    out = journey[0].original()
    missing = []
    for path in files:
        content = path.read_bytes()
        for card, draft in cards_in(path):
            assert hashlib.sha256(card).hexdigest() == draft.source.sha256
            if card not in out or (draft.source.charset == "utf-8" and card not in content):
                missing.append((path, draft.record))
    assert missing == []


@pytest.mark.parametrize("form", list(ExportFormat))
def test_every_export_reads_back_with_another_reader(
    journey: tuple[Book, ImportReport], tmp_path: Path, form: ExportFormat
) -> None:
    report = journey[0].export(tmp_path / "out", form)
    assert report.proof.passed
    assert report.cards >= len(journey[0].people())


def test_a_second_import_of_everything_changes_nothing(
    journey: tuple[Book, ImportReport], files: list[Path]
) -> None:
    book, first = journey
    before = book.digest()
    again = book.run(*files)
    assert again.changeset is None
    assert book.digest() == before
    assert sum(file.same for file in again.files) == sum(file.records for file in first.files) - len(REFUSED)
