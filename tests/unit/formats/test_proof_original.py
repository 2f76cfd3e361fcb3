from pathlib import Path

import pytest

from relate_desktop.domain.exporting import (
    ExportFormat,
    FaultKind,
    LimitCount,
    ProofFault,
    ProofLimit,
    ProofReport,
)
from relate_desktop.formats.proof import prove
from relate_desktop.formats.proof_original import reader_limits
from tests.unit.formats.exports import as_it_came
from tests.unit.formats.vcard.reading import a_card, drafts


def compared(path: Path, content: bytes, meant: bytes, *, changed: bool = False) -> ProofReport:
    """A file with this content, where these cards were meant."""
    path.write_bytes(content)
    cards = [as_it_came(draft, changed=changed) for draft in drafts(meant)]
    return prove(path, ExportFormat.ORIGINAL, cards)


STRANGE = a_card(b"NOTE:caf\xe9, au lait", "X_A B:1", "TEL;HOME:1", version="2.1", newline=b"\r\r\n")


def test_cards_with_the_same_bytes_are_proven(tmp_path: Path) -> None:
    cards = STRANGE + a_card("TEL:1") + STRANGE[:-2]

    report = compared(tmp_path / "out", cards + b"\r\n", cards)

    assert report.passed
    assert report.cards == 3
    assert report.limits == ()


def test_a_single_byte_is_found(tmp_path: Path) -> None:
    report = compared(tmp_path / "out", STRANGE.replace(b"lait", b"Lait"), STRANGE)

    assert report.faults == (ProofFault(1, "", FaultKind.BYTES_DIFFER),)


def test_a_missing_card_and_one_too_many_are_found(tmp_path: Path) -> None:
    fewer = compared(tmp_path / "out", STRANGE, STRANGE * 2)
    more = compared(tmp_path / "out", STRANGE * 2, STRANGE)

    assert [fault.kind for fault in fewer.faults] == [FaultKind.CARD_MISSING]
    assert [fault.kind for fault in more.faults] == [FaultKind.CARD_EXTRA]


def test_a_changed_card_is_read(tmp_path: Path) -> None:
    card = a_card("TEL:1", r"NOTE:a\, b")

    right = compared(tmp_path / "out", card, card, changed=True)
    wrong = compared(tmp_path / "out", card.replace(b"TEL:1", b"TEL:2"), card, changed=True)

    assert right.passed
    assert wrong.faults == (ProofFault(1, "TEL", FaultKind.VALUE_DIFFERS),)


def test_what_the_reader_cannot_read_is_no_fault(tmp_path: Path) -> None:
    report = compared(tmp_path / "out", STRANGE, STRANGE, changed=True)

    assert report.passed
    assert {found.limit for found in report.limits} >= {ProofLimit.CHARSET, ProofLimit.PROPERTY_NAME}


def test_a_fault_beside_a_limit_of_another_line_is_found(tmp_path: Path) -> None:
    card = a_card("NOTE:a, b", "TEL:1")

    report = compared(tmp_path / "out", card.replace(b"TEL:1", b"TEL:2"), card, changed=True)

    assert report.faults == (ProofFault(1, "TEL", FaultKind.VALUE_DIFFERS),)
    assert report.limits == (LimitCount(ProofLimit.UNESCAPED_COMMA, 1),)


def test_what_hangs_the_reader_is_not_given_to_it(tmp_path: Path) -> None:
    card = a_card("TEL;TYPE=C" + "," * 40 + ";:1")

    report = compared(tmp_path / "out", card, card, changed=True)

    assert report.passed
    assert LimitCount(ProofLimit.HANGS, 1) in report.limits


@pytest.mark.parametrize(
    ("line", "name", "limit"),
    [
        ("NOTE:a, b", "NOTE", ProofLimit.UNESCAPED_COMMA),
        (r"NOTE:http\://a", "NOTE", ProofLimit.ESCAPED_COLON),
        ("NOTE:C:\\", "NOTE", ProofLimit.TRAILING_BACKSLASH),
        ("PHOTO:data:image/png;base64,AAAA", "PHOTO", ProofLimit.DATA_URI),
        ("TEL;HOME:1", "TEL", ProofLimit.BARE_PARAMETER),
        ("NOTE;ENCODING=QUOTED-PRINTABLE:a", "NOTE", ProofLimit.QUOTED_PRINTABLE),
        ("PHOTO;ENCODING=b:AAAA", "PHOTO", ProofLimit.BASE64),
        ("NOTE;CHARSET=Windows-1252:a", "NOTE", ProofLimit.CHARSET),
        ("PROFILE:VCARD", "PROFILE", ProofLimit.PROFILE),
        ("X-A B:1", "", ProofLimit.PROPERTY_NAME),
        ("TAIL;A=b;:1", "", ProofLimit.PROPERTY_NAME),
        ("no colon here", "", ProofLimit.CARD_FRAME),
        ("BEGIN:VCARD", "", ProofLimit.CARD_FRAME),
        ("TEL;TYPE=a" + ",b" * 13 + ":1", "TEL", ProofLimit.HANGS),
    ],
)
def test_each_limit_has_its_sign(line: str, name: str, limit: ProofLimit) -> None:
    assert limit in reader_limits(a_card(line))[name]


def test_a_plain_card_has_no_signs() -> None:
    card = a_card('item1.TEL;TYPE="a:b",c:1', r"NOTE:a\, b\n", "", "X-A:1", newline=b"\n")

    assert reader_limits(card) == {}
