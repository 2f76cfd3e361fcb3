"""Records go from one process to another unchanged."""

import base64

import pytest

from relate_desktop.domain.draft import ContactDraft, LooseText, Refusal
from relate_desktop.formats.packed_records import packed, unpacked
from tests.unit.formats.vcard.reading import a_card, records

PICTURE = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4).decode()


def test_every_kind_of_record_comes_back_equal() -> None:
    found = records(sample())
    assert {type(record) for record in found} == {ContactDraft, LooseText, Refusal}
    assert unpacked(packed(found)) == found


def sample() -> bytes:
    """A file with people, a refusal and text between them."""
    return b"".join(
        [
            b"text before\r\n",
            a_card("TEL;TYPE=CELL:1", "TEL;TYPE=CELL:2", "item1.X-ODD;A=b,c:d", version="4.0"),
            a_card("PHOTO;ENCODING=b;TYPE=PNG:" + PICTURE, "NOTE;ENCODING=QUOTED-PRINTABLE:=80=zz"),
            a_card("PHOTO;VALUE=URI:http://example.org/a.png"),
            b"BEGIN:VCARD\r\nVERSION:3.0\r\nREV:1\r\nEND:VCARD\r\n",
        ]
    )


def test_remarks_keep_their_facts() -> None:
    (draft,) = records(a_card("PHOTO;VALUE=URI:http://example.org/a.png"))
    (back,) = unpacked(packed([draft]))
    assert isinstance(draft, ContactDraft)
    assert isinstance(back, ContactDraft)
    assert back.remarks == draft.remarks != ()


@pytest.mark.parametrize("count", [0, 1, 3])
def test_equal_parameters_are_written_once_and_shared_again(count: int) -> None:
    (draft,) = records(a_card(*["TEL;TYPE=CELL;X-A=b:1"] * count))
    (back,) = unpacked(packed([draft]))
    assert isinstance(back, ContactDraft)
    shared = {id(item.parameters) for item in back.properties if item.key == "TEL"}
    assert len(shared) == min(count, 1)


def test_what_follows_from_a_record_comes_with_it() -> None:
    (draft,) = records(a_card("TEL;TYPE=CELL:+49 151 2345678", "BDAY:19850415", "UID:1"))
    (back,) = unpacked(packed([draft]))
    assert isinstance(draft, ContactDraft)
    assert isinstance(back, ContactDraft)
    assert back.ready == draft.gist
