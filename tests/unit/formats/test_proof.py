import threading
from pathlib import Path

import pytest

from relate_desktop.domain.errors import Cancelled
from relate_desktop.domain.exporting import (
    ExportFormat,
    FaultKind,
    LimitCount,
    MeantCard,
    ProofFault,
    ProofLimit,
)
from relate_desktop.formats.proof import prove
from tests.unit.formats.exports import exported, proven
from tests.unit.formats.vcard.lines import NAMED, a_picture, a_property

FORMATS = (ExportFormat.VCARD4, ExportFormat.VCARD3, ExportFormat.JCARD)
FRESH = (ExportFormat.VCARD4, ExportFormat.VCARD3)

ADA = (
    a_property("N", "Lovelace;Ada,Augusta;;Countess;"),
    a_property("FN", r"Ada\, Countess of Lovelace"),
    a_property("item1.TEL;CELL;PREF", "+44 1"),
    a_property("TEL;VALUE=uri", "tel:+44-2"),
    a_property("EMAIL;TYPE=home", "ada@example.org"),
    a_property("ADR;TYPE=home;LABEL=x", r";;1\, St James;London;;;UK"),
    a_property("BDAY;X-APPLE-OMIT-YEAR=1604", "1604-12-10"),
    a_property("ORG", r"Analytical\; Engine;Numbers"),
    a_property("NOTE", r"line\nline\\"),
    a_property("X_ODD NAME", "x"),
)


@pytest.mark.parametrize("form", FORMATS)
def test_a_right_export_is_proven(form: ExportFormat, tmp_path: Path) -> None:
    contacts = [ADA, NAMED, [a_property("EMAIL", "no@name.example")]]

    report = proven(tmp_path / "out", form, exported(form, contacts), contacts)

    assert report.faults == ()
    assert report.passed
    assert report.cards == 3
    assert report.facts == 9 + 2 + 1


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b"+44 1", b"+44 9", ProofFault(1, "TEL", FaultKind.VALUE_DIFFERS)),
        (b"ada@example.org", b"ada@example.com", ProofFault(1, "EMAIL", FaultKind.VALUE_DIFFERS)),
        (b"London", b"Londra", ProofFault(1, "ADR", FaultKind.VALUE_DIFFERS)),
        (b"12", b"11", ProofFault(1, "BDAY", FaultKind.VALUE_DIFFERS)),
        (b"Augusta", b"Auguste", ProofFault(1, "N", FaultKind.VALUE_DIFFERS)),
        (b"Countess of", b"Count of", ProofFault(1, "FN", FaultKind.VALUE_DIFFERS)),
        (b"Numbers", b"Letters", ProofFault(1, "ORG", FaultKind.VALUE_DIFFERS)),
        (b"X-ODD-NAME", b"X-EVEN-NAME", ProofFault(1, "X-EVEN-NAME", FaultKind.COUNT_DIFFERS)),
        (b"EMAIL;TYPE=home:ada@example.org\r\n", b"", ProofFault(1, "EMAIL", FaultKind.COUNT_DIFFERS)),
        (b"NOTE:line", b"NOTE:li\r\nTEL:9\r\nX:ne", ProofFault(1, "NOTE", FaultKind.VALUE_DIFFERS)),
        (
            b"NOTE:line",
            b"NOTE:li\r\nEND:VCARD\r\nBEGIN:VCARD\r\nX:ne",
            ProofFault(3, "", FaultKind.CARD_EXTRA),
        ),
        (b"NOTE:line", b"NOTE:li\r\nBEGIN:VCARD\r\nX:ne", ProofFault(1, "", FaultKind.UNREADABLE)),
    ],
)
@pytest.mark.parametrize("form", FRESH)
def test_what_differs_is_found(
    form: ExportFormat, old: bytes, new: bytes, fault: ProofFault, tmp_path: Path
) -> None:
    content = exported(form, [ADA, NAMED])
    assert old in content

    report = proven(tmp_path / "out", form, content.replace(old, new), [ADA, NAMED])

    assert fault in report.faults
    assert not report.passed


@pytest.mark.parametrize("form", FORMATS)
def test_a_missing_card_and_one_too_many_are_found(form: ExportFormat, tmp_path: Path) -> None:
    content = exported(form, [NAMED, NAMED])

    fewer = proven(tmp_path / "out", form, content, [NAMED])
    more = proven(tmp_path / "out", form, content, [NAMED] * 3)

    assert fewer.faults == (ProofFault(2, "", FaultKind.CARD_EXTRA),)
    assert more.faults == (ProofFault(3, "", FaultKind.CARD_MISSING),)


@pytest.mark.parametrize("form", FORMATS)
def test_pictures_are_compared_by_their_content(form: ExportFormat, tmp_path: Path) -> None:
    one, other = a_picture(), a_picture(b"another")
    meant = [*NAMED, a_property("PHOTO;TYPE=JPEG", f"media:{one.hash}")]
    wrong = [*NAMED, a_property("PHOTO;TYPE=JPEG", f"media:{other.hash}")]

    right = proven(tmp_path / "out", form, exported(form, [meant], [one]), [meant])
    differs = proven(tmp_path / "out", form, exported(form, [wrong], [other]), [meant])

    assert right.passed
    assert ProofFault(1, "PHOTO", FaultKind.VALUE_DIFFERS) in differs.faults


def test_the_limit_for_data_uris_is_named(tmp_path: Path) -> None:
    picture = a_picture()
    contact = [*NAMED, a_property("PHOTO", f"media:{picture.hash}")]
    content = exported(ExportFormat.VCARD4, [contact], [picture])

    report = proven(tmp_path / "out", ExportFormat.VCARD4, content, [contact])

    assert report.limits == (LimitCount(ProofLimit.DATA_URI, 1),)


@pytest.mark.parametrize("form", FRESH)
def test_a_huge_picture_is_proven_without_the_other_reader(form: ExportFormat, tmp_path: Path) -> None:
    picture = a_picture(bytes(1_200_000))
    contact = [*NAMED, a_property("PHOTO", f"media:{picture.hash}"), a_property("TEL", "1")]

    report = proven(tmp_path / "out", form, exported(form, [contact], [picture]), [contact])

    assert report.passed
    assert LimitCount(ProofLimit.TOO_LARGE, 1) in report.limits


@pytest.mark.parametrize("form", FORMATS)
def test_a_huge_note_is_no_fault(form: ExportFormat, tmp_path: Path) -> None:
    contact = [*NAMED, a_property("NOTE", "ü " * 600_000), a_property("NOTE", "x")]

    report = proven(tmp_path / "out", form, exported(form, [contact]), [contact])

    assert report.passed


def test_a_profile_of_another_kind_is_kept_from_the_other_reader(tmp_path: Path) -> None:
    contact = [*NAMED, a_property("PROFILE", "other"), a_property("TEL", "1")]

    report = proven(
        tmp_path / "out", ExportFormat.VCARD3, exported(ExportFormat.VCARD3, [contact]), [contact]
    )

    assert report.passed
    assert report.limits == (LimitCount(ProofLimit.PROFILE, 1),)


def test_progress_is_told_in_cards(tmp_path: Path) -> None:
    path = tmp_path / "out"
    contacts = [NAMED] * 1500
    path.write_bytes(exported(ExportFormat.VCARD4, contacts))
    steps: list[tuple[int, int]] = []

    def step(done: int, total: int) -> None:
        steps.append((done, total))

    prove(path, ExportFormat.VCARD4, map(MeantCard, contacts), total=1500, step=step)

    assert steps == [(1000, 1500), (1500, 1500), (1500, 1500)]


@pytest.mark.parametrize("form", FORMATS)
def test_texts_that_look_like_references_are_texts(form: ExportFormat, tmp_path: Path) -> None:
    reference = "media:" + "a" * 64
    names = ("NOTE", "X-FOO", "ORG", "X-ABLabel")
    contact = [*NAMED, *(a_property(name, reference) for name in names), a_property("PHOTO", "media:abc")]

    assert proven(tmp_path / "out", form, exported(form, [contact]), [contact]).faults == ()


def test_a_proof_that_is_stopped_leaves_no_reader_behind(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_bytes(exported(ExportFormat.VCARD4, [NAMED] * 2500))

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        prove(path, ExportFormat.VCARD4, [MeantCard(NAMED)] * 2500, step=stop)
    assert [one for one in threading.enumerate() if one.name.startswith("other-reader")] == []


def test_a_file_that_is_gone_cannot_be_proven(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        prove(tmp_path / "gone", ExportFormat.VCARD4, [])
