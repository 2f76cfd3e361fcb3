"""The form to edit a person is read from a contact and written back into it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.channels import AddressParts, ChannelKind
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import PropertyId
from relate_desktop.domain.name import call_them, display_name
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.property import Parameter, Property
from relate_desktop.ui.people.person_form import (
    DayRow,
    OwnField,
    PersonForm,
    ReachRow,
    TieRow,
    applied,
    form_of,
    own_line,
)
from tests.cards import a_contact, written


def misaki() -> Contact:
    lines = (
        Property("VERSION", "3.0"),
        Property("FN", "田中 美咲"),
        Property("N", "田中;美咲;;;"),
        Property("X-RELATE-LATIN", "Misaki Tanaka"),
        Property("NICKNAME", "Misaki-san"),
        Property("TEL", "+81 75 000 0142", (Parameter("TYPE", ("CELL", "pref")),)),
        Property("EMAIL", "misaki@example.com", (Parameter("TYPE", ("WORK",)),), "item1"),
        Property("X-ABLabel", "Studio", (), "item1"),
        Property("ADR", ";;Teramachi 5;Kyoto;;604-0000;Japan", (Parameter("TYPE", ("HOME",)),)),
        Property("ORG", "Paper Crane Studio"),
        Property("TITLE", "Art director"),
        Property("BDAY", "--0303"),
        Property("CATEGORIES", "Clients,Collaborators"),
        Property("NOTE", "Allergic to buckwheat"),
        Property("X-SHOE-SIZE", "37"),
    )
    return Contact(tuple(replace(line, id=PropertyId(number)) for number, line in enumerate(lines, 1)))


def test_a_form_that_nobody_changed_writes_nothing() -> None:
    contact = misaki()
    assert applied(contact, form_of(contact)) == contact


def test_the_form_shows_what_the_card_says() -> None:
    form = form_of(misaki())
    assert form.call == "Misaki-san"
    assert form.full == "田中 美咲"
    assert form.latin == "Misaki Tanaka"
    assert form.company == "Paper Crane Studio"
    assert form.role == "Art director"
    assert form.birthday == PartialDate(None, 3, 3)
    assert form.circles == ("Clients", "Collaborators")
    assert form.remember == "Allergic to buckwheat"
    assert {(row.kind, row.value) for row in form.reach} >= {
        (ChannelKind.PHONE, "+81 75 000 0142"),
        (ChannelKind.EMAIL, "misaki@example.com"),
    }
    assert OwnField("X-SHOE-SIZE", "37") in [replace(one, property=None) for one in form.own_fields]


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({"call": "Misa"}, {"X-RELATE-CALL"}),
        ({"full": "田中 美咲子"}, {"FN"}),
        ({"birthday": PartialDate(1985, 3, 3)}, {"BDAY"}),
        ({"company": "Crane"}, {"ORG"}),
        ({"role": "Painter"}, {"TITLE"}),
        ({"time_zone": "Asia/Tokyo"}, {"TZ"}),
        ({"remember": "Likes persimmons"}, {"NOTE"}),
        ({"circles": ("Clients",)}, {"CATEGORIES"}),
        ({"pronouns": "she/her"}, {"PRONOUNS"}),
        ({"former": "Sato"}, {"X-MAIDENNAME"}),
        ({"never": "Misa"}, {"X-RELATE-NEVER-CALL"}),
    ],
)
def test_a_changed_field_touches_its_own_line_alone(change: dict[str, object], names: set[str]) -> None:
    contact = misaki()
    changed = applied(contact, replace(form_of(contact), **change))  # type: ignore[arg-type]
    before = [line for line in contact.properties if line.key not in names]
    after = [line for line in changed.properties if line.key not in names]
    assert after == before
    assert changed != contact
    assert form_of(changed) == replace(
        form_of(contact),
        **change,  # type: ignore[arg-type]
        reach=form_of(changed).reach,
        own_fields=form_of(changed).own_fields,
    )


def test_an_edited_number_keeps_its_types() -> None:
    contact = misaki()
    form = form_of(contact)
    rows = tuple(
        replace(row, value="+81 75 999") if row.kind is ChannelKind.PHONE else row for row in form.reach
    )
    number = applied(contact, replace(form, reach=rows)).first("TEL")
    assert number is not None
    assert number.value == "+81 75 999"
    assert number.parameters == (Parameter("TYPE", ("CELL", "pref")),)


def test_a_removed_address_takes_its_label_along() -> None:
    contact = misaki()
    form = form_of(contact)
    rows = tuple(row for row in form.reach if row.kind is not ChannelKind.EMAIL)
    names = [line.key for line in applied(contact, replace(form, reach=rows)).properties]
    assert "EMAIL" not in names
    assert "X-ABLABEL" not in names


def test_further_days_and_ties_are_added_changed_and_removed() -> None:
    contact = misaki().added(
        Property("ANNIVERSARY", "20100501", id=PropertyId(50)),
        Property("X-ABRELATEDNAMES", "Emi", group="item9", id=PropertyId(51)),
        Property("X-ABLabel", "_$!<Sister>!$_", group="item9", id=PropertyId(52)),
    )
    form = form_of(contact)
    assert [day.date for day in form.days] == [PartialDate(2010, 5, 1)]
    assert [(tie.kind, tie.name) for tie in form.ties] == [("sister", "Emi")]
    changed = applied(
        contact,
        replace(
            form,
            days=(
                replace(form.days[0], date=PartialDate(2011, 5, 1)),
                DayRow("Moved in", PartialDate(None, 11, 30)),
            ),
            ties=(*form.ties, TieRow("spouse", "Ken")),
        ),
    )
    again = form_of(changed)
    assert [(day.label, day.date) for day in again.days] == [
        ("anniversary", PartialDate(2011, 5, 1)),
        ("Moved in", PartialDate(None, 11, 30)),
    ]
    assert {(tie.kind, tie.name) for tie in again.ties} == {("sister", "Emi"), ("spouse", "Ken")}
    bare = applied(changed, replace(again, days=(), ties=()))
    assert form_of(bare).days == ()
    assert form_of(bare).ties == ()
    assert "X-ABLABEL" not in {line.key for line in bare.properties if line.group == "item9"}


def test_a_note_keeps_its_blank_lines_and_several_stay_several() -> None:
    one = Contact((Property("NOTE", "first\\n\\nsecond"),))
    changed = applied(one, replace(form_of(one), remember="first\n\nsecond and more"))
    assert [line.text for line in changed.all("NOTE")] == ["first\n\nsecond and more"]
    two = Contact((Property("NOTE", "a\\n\\nb"), Property("NOTE", "c")))
    form = form_of(two)
    again = applied(two, replace(form, remember=form.remember.replace("c", "c!")))
    assert [line.text for line in again.all("NOTE")] == ["a\n\nb", "c!"]


def test_new_ways_to_reach_come_behind_the_others() -> None:
    contact = misaki()
    form = form_of(contact)
    extra = (
        ReachRow(ChannelKind.PHONE, "work", "040 123"),
        ReachRow(ChannelKind.ADDRESS, "work", AddressParts(street="Harbour 1", locality="Hamburg")),
    )
    changed = applied(contact, replace(form, reach=(*form.reach, *extra)))
    assert changed.properties[: len(contact.properties)] == contact.properties
    assert changed.all("TEL")[-1].types == ("work",)
    assert "Hamburg" in changed.all("ADR")[-1].value


def test_preferring_another_number_takes_the_star_from_the_first() -> None:
    contact = misaki().added(Property("TEL", "040 123", id=PropertyId(99)))
    form = form_of(contact)
    rows = tuple(
        replace(row, preferred=row.value == "040 123") if row.kind is ChannelKind.PHONE else row
        for row in form.reach
    )
    again = form_of(applied(contact, replace(form, reach=rows)))
    stars = {row.value: row.preferred for row in again.reach if row.kind is ChannelKind.PHONE}
    assert stars == {"+81 75 000 0142": False, "040 123": True}


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Shoe size", "X-SHOE-SIZE"),
        ("x-Hat", "X-HAT"),
        ("hobby", "HOBBY"),
        ("", "X-FIELD"),
        ("Größe", "X-GROSSE"),
    ],
)
def test_own_fields_get_a_legal_name(name: str, line: str) -> None:
    assert own_line(name, "a;b\nc").name == line
    assert own_line(name, "a;b\nc").text == "a;b\nc"


def test_a_form_needs_something_to_know_a_person_by() -> None:
    assert not PersonForm().savable
    assert not PersonForm(remember="met at the fair").savable
    assert PersonForm(call="Ton").savable
    assert PersonForm(reach=(ReachRow(ChannelKind.PHONE, "", "040 1"),)).savable
    assert not PersonForm(reach=(ReachRow(ChannelKind.ADDRESS, "", AddressParts()),)).savable


PLAIN = st.characters(exclude_characters="\r")


@given(st.text(PLAIN, max_size=30), st.text(PLAIN, max_size=30), st.text(PLAIN, max_size=60))
def test_whatever_is_typed_comes_back(call: str, full: str, note: str) -> None:
    form = replace(PersonForm(), call=call.strip(), full=full.strip(), remember=note.strip())
    contact = applied(Contact(()), form)
    if form.call:
        assert call_them(contact) == form.call
    if form.full:
        assert display_name(contact)


def test_a_draft_whose_line_was_taken_away_meanwhile_brings_it_again() -> None:
    contact = misaki()
    draft = form_of(contact)
    phone, size = contact.first("TEL"), contact.first("X-SHOE-SIZE")
    assert phone is not None
    assert size is not None
    after = applied(contact.without(phone).without(size), draft)
    assert [one.value for one in form_of(after).reach] == [one.value for one in draft.reach]
    assert [one.value for one in form_of(after).own_fields] == ["37"]


@pytest.mark.parametrize(
    ("before", "shown", "typed", "after"),
    [
        ("X-SHOE-SIZE;A=1:37\\, wide", "37, wide", "38; wide", "X-SHOE-SIZE;A=1:38\\; wide"),
        ("X-PARTS;A=1:one;two\\n", "one;two\\n", "one;three\\n", "X-PARTS;A=1:one;three\\n"),
    ],
)
def test_a_line_nobody_knows_keeps_its_separators(before: str, shown: str, typed: str, after: str) -> None:
    contact = a_contact("FN:Ada", before)
    form = form_of(contact)
    assert [one.value for one in form.own_fields] == [shown]
    changed = applied(contact, replace(form, own_fields=(replace(form.own_fields[0], value=typed),)))
    assert written(changed)[1] == after


def test_a_blank_line_nobody_knows_stays_until_it_is_taken_out() -> None:
    contact = a_contact("FN:Ada", "X-BLANK:", "NOTE:x")
    form = form_of(contact)
    assert applied(contact, form) == contact
    assert written(applied(contact, replace(form, own_fields=()))) == ["FN:Ada", "NOTE:x"]
