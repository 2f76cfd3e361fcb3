"""Small edits of lines."""

from hypothesis import given

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.editing import (
    free_group,
    with_parameter,
    with_single,
    with_type,
    without_all,
    without_types,
)
from relate_desktop.domain.property import Parameter, Property
from tests.cards import a_contact, a_line, contacts, properties, written


def test_a_single_text_is_changed_in_place() -> None:
    contact = a_contact("FN:Ada", "X-RELATE-CALL;LANGUAGE=en:Ady", "NOTE:x")
    assert written(with_single(contact, "X-RELATE-CALL", "A; b"))[1] == "X-RELATE-CALL;LANGUAGE=en:A\\; b"


def test_a_missing_single_text_is_added_behind() -> None:
    assert written(with_single(a_contact("FN:Ada"), "PRONOUNS", "she")) == ["FN:Ada", "PRONOUNS:she"]


def test_a_blank_single_text_removes_every_line_of_the_name() -> None:
    assert written(with_single(a_contact("FN:Ada", "fn:Bea"), "FN", "  ")) == []


def test_lines_leave_together() -> None:
    contact = a_contact("A:1", "B:2", "A:3")
    assert written(without_all(contact, contact.all("A"))) == ["B:2"]


def test_a_parameter_is_set_in_its_place() -> None:
    assert with_parameter(a_line("TEL;pref=2;TYPE=x:1"), "PREF", "1") == a_line("TEL;pref=1;TYPE=x:1")
    assert with_parameter(a_line("TEL;TYPE=x:1"), "PREF", "1") == a_line("TEL;TYPE=x;PREF=1:1")
    assert with_parameter(a_line("TEL;PREF=1;TYPE=x;PREF=2:1"), "PREF") == a_line("TEL;TYPE=x:1")


def test_types_leave_in_every_spelling() -> None:
    item = Property("TEL", "1", (Parameter(None, ("HOME",)), Parameter("TYPE", ("home,voice", "Home"))))
    left = without_types(item, frozenset({"home"}))
    assert left.parameters == (Parameter("TYPE", ("voice",)),)


def test_a_type_joins_the_others_as_they_are_written() -> None:
    assert with_type(a_line("TEL;VOICE:1"), "CELL") == a_line("TEL;VOICE;CELL:1")
    assert with_type(a_line("TEL;TYPE=voice,pref:1"), "cell") == a_line("TEL;TYPE=voice,pref,cell:1")
    assert with_type(a_line("TEL;type=voice;PREF=1:1"), "cell") == a_line("TEL;type=voice;type=cell;PREF=1:1")
    assert with_type(a_line("TEL;QUOTED-PRINTABLE:1"), "cell") == a_line("TEL;QUOTED-PRINTABLE;TYPE=cell:1")


@given(properties)
def test_adding_a_type_and_taking_it_away_leaves_the_other_types(item: Property) -> None:
    if "boat" not in item.types:
        back = without_types(with_type(item, "boat"), frozenset({"boat"}))
        assert back.types == item.types


@given(contacts)
def test_a_free_group_is_free(contact: Contact) -> None:
    assert free_group(contact) not in {(item.group or "").lower() for item in contact.properties}
