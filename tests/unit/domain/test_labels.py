"""The kind of use of a way to reach."""

import pytest

from relate_desktop.domain.labels import LABEL_KINDS, label_of, label_text, with_label
from tests.cards import a_contact, written


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("TEL;CELL:1", "mobile"),
        ("TEL;TYPE=WORK,CELL:1", "mobile"),
        ("TEL;HOME;FAX:1", "home-fax"),
        ("TEL;TYPE=IPHONE;TYPE=CELL;TYPE=VOICE:1", "mobile"),
        ("TEL;TYPE=pref,voice,msg:1", ""),
        ("TEL;X-Ferry:1", "Ferry"),
        ("TEL;TYPE=blog:1", "blog"),
        ("EMAIL;INTERNET;QUOTED-PRINTABLE:a@x", ""),
        ("ADR;TYPE=dom,postal,parcel,work:;;x", "work"),
        ("IMPP;TYPE=personal:xmpp:x", "home"),
    ],
)
def test_type_words_say_the_kind(line: str, label: str) -> None:
    contact = a_contact(line)
    assert label_of(contact, contact.properties[0]) == label


@pytest.mark.parametrize("kind", LABEL_KINDS)
def test_every_kind_is_written_so_that_it_reads_back(kind: str) -> None:
    contact = a_contact("TEL;TYPE=voice:1")
    changed, line = with_label(contact, contact.properties[0], kind)
    assert label_of(changed, line) == kind


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("_$!<Mobile>!$_", "mobile"),
        ("_$!<HomePage>!$_", "homepage"),
        ("_$!<HomeFAX>!$_", "home-fax"),
        ("_$!<Father>!$_", "father"),
        ("Work", "work"),
        ("Ferienhaus", "Ferienhaus"),
    ],
)
def test_apple_labels_are_read(text: str, label: str) -> None:
    assert label_text(text) == label


def test_an_empty_apple_label_leaves_the_types_to_speak() -> None:
    contact = a_contact("item2.TEL;type=HOME:1", "item2.X-ABLabel:")
    assert label_of(contact, contact.properties[0]) == "home"


def test_an_own_label_is_changed_in_its_line() -> None:
    contact = a_contact("ITEM1.X-ABLabel:Boat", "item1.TEL:1", "item1.X-FOO:x")
    changed, line = with_label(contact, contact.properties[1], "Fähre")
    assert written(changed) == ["ITEM1.X-ABLabel:Fähre", "item1.TEL:1", "item1.X-FOO:x"]
    assert label_of(changed, line) == "Fähre"


def test_no_label_takes_every_label_away() -> None:
    contact = a_contact("item1.TEL;TYPE=home,voice:1", "item1.X-ABLabel:Boat")
    changed, _ = with_label(contact, contact.properties[0], "")
    assert written(changed) == ["item1.TEL;TYPE=voice:1"]


def test_upper_case_types_stay_upper_case() -> None:
    contact = a_contact("TEL;TYPE=HOME;TYPE=VOICE:1")
    assert written(with_label(contact, contact.properties[0], "work")[0]) == ["TEL;TYPE=VOICE;TYPE=WORK:1"]


def test_the_only_word_of_a_line_is_replaced_in_its_style() -> None:
    contact = a_contact("TEL;HOME:1")
    assert written(with_label(contact, contact.properties[0], "work-fax")[0]) == ["TEL;WORK;FAX:1"]


def test_of_two_equal_lines_the_meant_one_gets_the_label() -> None:
    contact = a_contact("item1.TEL:1", "item1.TEL:1")
    changed, _ = with_label(contact, contact.properties[1], "Boat")
    assert written(changed) == ["item1.TEL:1", "item1.TEL:1", "item1.X-ABLabel:Boat"]
