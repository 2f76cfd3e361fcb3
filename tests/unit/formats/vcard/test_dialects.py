"""Which version and which program."""

import pytest

from relate_desktop.domain.property import Property
from relate_desktop.formats.vcard.dialects import producer_of, version_of


@pytest.mark.parametrize(
    ("card", "version"),
    [
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\n", "3.0"),
        (b"BEGIN:VCARD\nversion:2.1\n", "2.1"),
        (b"BEGIN:VCARD\rVERSION:4.0\r", "4.0"),
        (b"BEGIN:VCARD\nN:x\nVERSION: 2.1\n", "2.1"),
        (b"BEGIN:VCARD\nVERSION;X=1:4\n", "4.0"),
        (b"BEGIN:VCARD\nTEL;HOME:1\n", "2.1"),
        (b"BEGIN:VCARD\nNOTE;CHARSET=x;ENCODING=QUOTED-PRINTABLE:1\n", "2.1"),
        (b"BEGIN:VCARD\nTEL;TYPE=HOME:1\n", "3.0"),
        (b"BEGIN:VCARD\nVERSION:new\n", "3.0"),
    ],
)
def test_version_is_as_said_or_else_as_it_looks(card: bytes, version: str) -> None:
    assert version_of(card) == version


def test_producer_is_the_same_in_every_version_of_a_program() -> None:
    old = [Property("PRODID", "-//Apple Inc.//iPhone OS 17.4.1//EN")]
    new = [Property("prodid", "-//Apple Inc.//iPhone OS 18//EN")]
    assert producer_of(old) == producer_of(new) == "-//Apple Inc.//iPhone OS//EN"


def test_producer_is_known_by_its_own_names() -> None:
    assert producer_of([Property("FN", "x"), Property("X-EVOLUTION-FILE-AS", "x")]) == "Evolution"
    assert producer_of([Property("X-MS-OL-DESIGN", "x")]) == "Microsoft Outlook"
    assert producer_of([Property("FN", "x")]) == ""
