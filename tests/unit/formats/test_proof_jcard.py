from pathlib import Path

import pytest

from relate_desktop.domain.exporting import ExportFormat, FaultKind, ProofFault
from relate_desktop.formats.jcard import to_jcard
from relate_desktop.formats.proof_jcard import is_jcard
from tests.unit.formats.exports import exported, proven
from tests.unit.formats.vcard.lines import NAMED, MediaShelf, a_property

CONTACT = (*NAMED, a_property("TEL;HOME", "1"), a_property("X-A;VALUE=integer", "5"))


def test_what_is_written_is_a_jcard() -> None:
    assert is_jcard(to_jcard(CONTACT, MediaShelf()))


@pytest.mark.parametrize(
    "card",
    [
        {},
        ["vcard"],
        ["vcal", []],
        ["vcard", []],
        ["vcard", [["fn", {}, "text", "x"]]],
        ["vcard", [["version", {}, "text", "4.0"], ["fn", {}, "text"]]],
        ["vcard", [["version", {}, "text", "4.0"], ["FN", {}, "text", "x"]]],
        ["vcard", [["version", {}, "text", "4.0"], ["fn", [], "text", "x"]]],
        ["vcard", [["version", {}, "text", "4.0"], ["fn", {"type": 1}, "text", "x"]]],
        ["vcard", [["version", {}, "text", "4.0"], ["fn", {"TYPE": "a"}, "text", "x"]]],
        ["vcard", [["version", {}, "text", "4.0"], ["fn", {}, "text", [[["x"]]]]]],
        ["vcard", [["version", {}, "text", "4.0"], ["fn", {}, "text", {"a": 1}]]],
    ],
)
def test_other_things_are_not(card: object) -> None:
    assert not is_jcard(card)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b'"text","1"', b'"text","2"', ProofFault(1, "TEL", FaultKind.VALUE_DIFFERS)),
        (b'["fn"', b'["nickname"', ProofFault(1, "FN", FaultKind.COUNT_DIFFERS)),
        (b'"vcard"', b'"xcard"', ProofFault(1, "", FaultKind.UNREADABLE)),
        (b'"vcard",', b'"vcard"', ProofFault(1, "", FaultKind.UNREADABLE)),
        (b"[\n", b"{\n", ProofFault(1, "", FaultKind.UNREADABLE)),
    ],
)
def test_what_differs_is_found(old: bytes, new: bytes, fault: ProofFault, tmp_path: Path) -> None:
    content = exported(ExportFormat.JCARD, [CONTACT])

    report = proven(tmp_path / "out", ExportFormat.JCARD, content.replace(old, new, 1), [CONTACT])

    assert fault in report.faults


def test_no_contacts_are_an_empty_array(tmp_path: Path) -> None:
    assert proven(tmp_path / "out", ExportFormat.JCARD, exported(ExportFormat.JCARD, []), []).passed
