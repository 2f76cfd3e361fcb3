"""People go out proven, whole, or not at all."""

import io
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from relate_desktop.domain.errors import Cancelled, ErrorKind, NotFoundError, StorageError, UserError
from relate_desktop.domain.exporting import ExportFormat, FaultKind, LossKind, ProofFault, ProofReport
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.property import Property
from relate_desktop.services import exports
from tests.unit.services.going import (
    Book,
    StoppedJob,
    a_book,
    a_card,
    a_file,
    a_job,
    drafts_of,
    many_cards,
)

FORMS = list(ExportFormat)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """A book with three people from a file and one typed by hand."""
    with a_book(tmp_path) as opened:
        cards = many_cards(2, "NOTE:seven\\, eight"), [a_card("Ada Lovelace", "TEL;TYPE=CELL:+49 30 1234567")]
        opened.run(a_file(tmp_path, *cards[0], *cards[1]))
        opened.add(Property("FN", "Mary Somerville"), Property("EMAIL", "mary@example.org"))
        yield opened


@pytest.mark.parametrize("form", FORMS)
def test_everybody_goes_out_and_is_proven(book: Book, tmp_path: Path, form: ExportFormat) -> None:
    target = tmp_path / "out"
    report = book.export(target, form)
    assert (report.cards, len(report.contacts), report.path) == (4, 4, target)
    assert report.size == target.stat().st_size
    assert report.proof.passed
    assert report.proof.cards == 4
    assert os.name != "posix" or stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.parametrize("form", FORMS)
def test_a_stream_gets_what_a_file_would_get(book: Book, tmp_path: Path, form: ExportFormat) -> None:
    stream = io.BytesIO()
    report = book.exports.export(stream, format=form, job=a_job())
    book.export(tmp_path / "out", form)
    assert stream.getvalue() == (tmp_path / "out").read_bytes()
    assert report.path is None
    assert [path for path in (book.database.folder / "tmp").iterdir() if path.is_file()] == []


@pytest.mark.parametrize("form", [ExportFormat.VCARD4, ExportFormat.VCARD3])
def test_a_fresh_export_says_the_same_facts(book: Book, tmp_path: Path, form: ExportFormat) -> None:
    book.export(tmp_path / "out", form)
    drafts = drafts_of((tmp_path / "out").read_bytes())
    said = {item.text for draft in drafts for item in draft.properties if item.key in {"FN", "EMAIL"}}
    assert said == {"Given0 Family0", "Given1 Family1", "Ada Lovelace", "Mary Somerville", "mary@example.org"}


def test_a_jcard_export_is_one_json_array(book: Book, tmp_path: Path) -> None:
    book.export(tmp_path / "out", ExportFormat.JCARD)
    cards = json.loads((tmp_path / "out").read_text(encoding="utf-8"))
    assert [card[0] for card in cards] == ["vcard"] * 4


@pytest.mark.parametrize("form", FORMS)
def test_nobody_makes_an_export_that_says_nobody(tmp_path: Path, form: ExportFormat) -> None:
    with a_book(tmp_path) as empty:
        report = empty.export(tmp_path / "out", form)
    assert (report.cards, report.proof.passed) == (0, True)
    content = (tmp_path / "out").read_bytes()
    assert content == (b"[]\n" if form is ExportFormat.JCARD else b"")


def test_only_those_who_are_asked_for_go_out(book: Book, tmp_path: Path) -> None:
    (ada,) = (person.id for person in book.people() if person.all("FN")[0].text == "Ada Lovelace")
    assert ada is not None
    one = book.exports.export(tmp_path / "one", format=ExportFormat.VCARD4, ids=[ada, ada], job=a_job())
    found = book.exports.export(tmp_path / "two", format=ExportFormat.VCARD4, query="mary", job=a_job())
    assert one.contacts == (ada,)
    assert found.cards == 1
    with pytest.raises(NotFoundError):
        book.exports.export(tmp_path / "x", format=ExportFormat.VCARD4, ids=[ContactId(99)], job=a_job())


def test_nobody_from_the_trash_goes_out(book: Book, tmp_path: Path) -> None:
    gone = book.people()[0].id
    assert gone is not None
    book.trash(gone)
    assert book.export(tmp_path / "out").cards == 3


def test_a_report_names_what_the_version_cannot_say(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.run(a_file(tmp_path, a_card("Ada", "EMAIL;PREF=1:a@b.c", "EMAIL;PREF=2:d@e.f", version="4.0")))
        report = book.export(tmp_path / "out", ExportFormat.VCARD3)
    assert [(found.loss.property, found.loss.kind) for found in report.losses] == [
        ("EMAIL", LossKind.SECOND_PREFERENCE)
    ]


@pytest.mark.parametrize("steps", [0, 1])
def test_a_cancelled_export_leaves_the_old_file(book: Book, tmp_path: Path, steps: int) -> None:
    target = tmp_path / "out.vcf"
    target.write_bytes(b"old")
    with pytest.raises(Cancelled):
        book.exports.export(target, format=ExportFormat.VCARD4, job=StoppedJob(steps))
    assert target.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["out.vcf", "people.vcf"]


def test_what_does_not_read_back_is_not_kept_and_names_who(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = ProofFault(2, "TEL", FaultKind.VALUE_DIFFERS)
    monkeypatch.setattr(exports, "prove", lambda *_a, **_k: ProofReport(4, 9, (), (fault,), 1))
    target = tmp_path / "out.vcf"
    target.write_bytes(b"old")
    with pytest.raises(UserError) as caught:
        book.export(target)
    assert caught.value.kind is ErrorKind.EXPORT_NOT_PROVEN
    facts = caught.value.facts
    assert (facts["contact"], facts["name"], facts["property"]) == (2, "Given1 Family1", "TEL")
    assert target.read_bytes() == b"old"


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_a_link_in_the_targets_place_is_not_followed(book: Book, tmp_path: Path) -> None:
    (tmp_path / "behind").write_bytes(b"mine")
    (tmp_path / "out.vcf").symlink_to(tmp_path / "behind")
    with pytest.raises(StorageError):
        book.export(tmp_path / "out.vcf")
    assert (tmp_path / "behind").read_bytes() == b"mine"


def test_embedded_content_of_unknown_lines_goes_out_as_content(tmp_path: Path) -> None:
    card = a_card("Ada", "X-MS-CARDPICTURE;ENCODING=BASE64;TYPE=JPEG:/9j/4AAQSkZJRgABAQEAkAAA", "")
    with a_book(tmp_path) as book:
        book.run(a_file(tmp_path, card))
        book.export(tmp_path / "out", ExportFormat.VCARD4)
    assert b"data:image/jpeg;base64,/9j/4AAQSkZJ" in (tmp_path / "out").read_bytes().replace(b"\r\n ", b"")


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_that_is_gone_is_a_loss_and_no_fault(
    book: Book, tmp_path: Path, form: ExportFormat
) -> None:
    book.add(Property("FN", "Sue"), Property("PHOTO", "media:" + "a" * 64), Property("NOTE", "media:x"))

    report = book.export(tmp_path / "out", form)

    assert report.proof.passed
    assert LossKind.MEDIA_MISSING in {found.loss.kind for found in report.losses}
