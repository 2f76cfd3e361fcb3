"""Ways to reach somebody, read and edited."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.channels import (
    AddressParts,
    Channel,
    ChannelKind,
    Handle,
    Phone,
    PostalAddress,
    added_channel,
    addresses,
    channels,
    edited,
    emails,
    handles,
    phones,
    urls,
)
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.property import Property
from tests.cards import a_contact, a_line, contacts, written


def test_numbers_are_kept_as_typed_with_their_kind() -> None:
    contact = a_contact(
        "TEL;CELL;PREF:+49 (170) 12-34",
        "TEL;TYPE=WORK,FAX:030/1",
        "TEL;TYPE=voice:5",
        "TEL;VALUE=uri:tel:+1-5;ext=9",
    )
    found = [(phone.number, phone.label, phone.preferred) for phone in phones(contact)]
    assert found == [
        ("+49 (170) 12-34", "mobile", True),
        ("030/1", "work-fax", False),
        ("5", "", False),
        ("+1-5 x9", "", False),
    ]


def test_the_lowest_preference_is_the_preferred_one() -> None:
    contact = a_contact("EMAIL;PREF=2:a@x", "EMAIL;PREF=1:b@x", "EMAIL:c@x", "EMAIL:")
    assert [(item.address, item.preferred) for item in emails(contact)] == [
        ("a@x", False),
        ("b@x", True),
        ("c@x", False),
    ]


def test_an_address_shows_its_parts_and_leaves_surplus_ones() -> None:
    contact = a_contact("ADR;HOME;LABEL=All of it:;;1 Rue\\, bis;Town;;12;FR;extra", "ADR:;;;;;;")
    (address,) = addresses(contact)
    assert address.parts == AddressParts(street="1 Rue, bis", locality="Town", code="12", country="FR")
    assert (address.label, address.formatted) == ("home", "All of it")


def test_one_changed_part_leaves_the_other_parts_as_they_were_written() -> None:
    contact = a_contact("ADR;TYPE=home:;;a,b;Town;;12;FR;extra")
    (address,) = addresses(contact)
    changed = edited(contact, address.property, replace(address.parts, locality="City; x"))
    assert written(changed) == ["ADR;TYPE=home:;;a,b;City\\; x;;12;FR;extra"]


def test_a_number_in_a_uri_stays_a_uri_where_it_can() -> None:
    contact = a_contact("TEL;VALUE=uri;TYPE=home:tel:+49-30-1")
    line = contact.properties[0]
    assert written(edited(contact, line, "+49 30 2")) == ["TEL;VALUE=uri;TYPE=home:tel:+49-30-2"]
    assert written(edited(contact, line, "ask Jo")) == ["TEL;TYPE=home:ask Jo"]


def test_a_label_of_ones_own_becomes_a_group_and_an_apple_label() -> None:
    contact = a_contact("item1.URL:x", "TEL;TYPE=home,voice:1")
    changed = edited(contact, contact.properties[1], label="Boat")
    assert written(changed) == ["item1.URL:x", "item2.TEL;TYPE=voice:1", "item2.X-ABLabel:Boat"]
    assert phones(changed)[0].label == "Boat"


def test_a_kind_in_place_of_an_own_label_takes_the_apple_label_away() -> None:
    contact = a_contact("item1.TEL;type=pref:1", "item1.X-ABLabel:_$!<Mobile>!$_")
    assert phones(contact)[0].label == "mobile"
    changed = edited(contact, contact.properties[0], label="work")
    assert written(changed) == ["item1.TEL;type=pref;type=work:1"]


def test_bare_words_stay_bare_words() -> None:
    contact = a_contact("TEL;HOME;VOICE:1")
    assert written(edited(contact, contact.properties[0], label="mobile")) == ["TEL;VOICE;CELL:1"]


def test_preferring_one_takes_it_from_the_others_of_its_kind_only() -> None:
    contact = a_contact("VERSION:3.0", "TEL;TYPE=home,pref:1", "TEL;TYPE=cell:2", "EMAIL;TYPE=pref:a@x")
    changed = edited(contact, contact.properties[2], preferred=True)
    assert written(changed)[1:] == ["TEL;TYPE=home:1", "TEL;TYPE=cell;TYPE=pref:2", "EMAIL;TYPE=pref:a@x"]
    back = edited(changed, changed.properties[2], preferred=False)
    assert not any(phone.preferred for phone in phones(back))


def test_preference_is_said_as_the_card_says_it() -> None:
    new = a_contact("VERSION:4.0", "TEL;TYPE=cell:2")
    assert written(edited(new, new.properties[1], preferred=True))[1] == "TEL;TYPE=cell;PREF=1:2"
    old = a_contact("VERSION:2.1", "TEL;CELL:2")
    assert written(edited(old, old.properties[1], preferred=True))[1] == "TEL;CELL;PREF:2"


def test_a_blank_value_removes_the_line_with_its_label() -> None:
    contact = a_contact("item1.EMAIL:a@x", "item1.X-ABLabel:Boat", "FN:x")
    assert written(edited(contact, contact.properties[0], " ")) == ["FN:x"]


def test_new_ways_to_reach_come_behind_the_others() -> None:
    contact = added_channel(a_contact("FN:x"), ChannelKind.PHONE, "030 1", "mobile", preferred=True)
    contact = added_channel(contact, ChannelKind.ADDRESS, AddressParts(street="A;B"), "Boat")
    contact = added_channel(contact, ChannelKind.URL, "https://a.example/x,y")
    contact = added_channel(contact, ChannelKind.HANDLE, "jo@x.org", service="Jabber")
    contact = added_channel(contact, ChannelKind.EMAIL, "  ")
    assert written(contact) == [
        "FN:x",
        "TEL;TYPE=cell;PREF=1:030 1",
        "item1.ADR:;;A\\;B;;;;",
        "item1.X-ABLabel:Boat",
        "URL:https://a.example/x,y",
        "IMPP;X-SERVICE-TYPE=Jabber:xmpp:jo@x.org",
    ]


def test_parts_do_not_go_on_a_number_line() -> None:
    contact = a_contact("TEL:1")
    with pytest.raises(ValueError, match="ADR"):
        edited(contact, contact.properties[0], AddressParts(street="x"))


def test_pages_of_other_programs_are_pages() -> None:
    contact = a_contact(
        "X-EVOLUTION-BLOG-URL:http://b.example",
        "item2.URL:http://h.example",
        "item2.X-ABLabel:_$!<HomePage>!$_",
    )
    assert [(page.address, page.label) for page in urls(contact)] == [
        ("http://b.example", "blog"),
        ("http://h.example", "homepage"),
    ]


reachable = contacts.map(lambda contact: contact.added(a_line("TEL;CELL:030 1")))
TEXT_KINDS = (ChannelKind.EMAIL, ChannelKind.PHONE, ChannelKind.URL, ChannelKind.HANDLE)


@given(reachable, st.data())
def test_an_edited_value_reads_back_and_touches_nothing_else(contact: Contact, data: st.DataObject) -> None:
    line = data.draw(st.sampled_from(_lines_of(contact, *TEXT_KINDS)))
    changed = edited(contact, line, "new@value.example")
    place = next(i for i, item in enumerate(contact.properties) if item is line)
    after = changed.properties[place]
    assert (after.name, after.parameters, after.group) == (line.name, line.parameters, line.group)
    assert "new@value.example" in after.text
    assert _without(changed, place) == _without(contact, place)


@given(reachable, st.sampled_from(["home", "mobile", "Boat", "other", ""]), st.data())
def test_a_set_label_reads_back_and_leaves_every_value(
    contact: Contact, label: str, data: st.DataObject
) -> None:
    line = data.draw(st.sampled_from(_lines_of(contact, *ChannelKind)))
    changed = edited(contact, line, label=label)
    before, after = _without_labels(contact), _without_labels(changed)
    assert [item.value for item in after] == [item.value for item in before]
    place = next(i for i, item in enumerate(before) if item is line)
    again = next(
        item for kind in ChannelKind for item in channels(changed, kind) if item.property is after[place]
    )
    assert again.label == label


@given(contacts)
def test_setting_what_is_there_already_changes_nothing(contact: Contact) -> None:
    for channel in (item for kind in ChannelKind for item in channels(contact, kind)):
        value = _value(channel)
        if not (value.empty if isinstance(value, AddressParts) else value == ""):
            assert edited(contact, channel.property, value, channel.label) == contact


def test_handles_of_every_spelling_are_found() -> None:
    contact = a_contact("X-AIM:me", "IMPP;X-SERVICE-TYPE=Skype:skype:jo%20x", "FN:Jo")
    assert [(item.service, item.name) for item in handles(contact)] == [("aim", "me"), ("skype", "jo x")]


def _without(contact: Contact, place: int) -> tuple[object, ...]:
    return contact.properties[:place] + contact.properties[place + 1 :]


def _without_labels(contact: Contact) -> list[Property]:
    return [item for item in contact.properties if item.key != "X-ABLABEL"]


def _lines_of(contact: Contact, *kinds: ChannelKind) -> list[Property]:
    return [channel.property for kind in kinds for channel in channels(contact, kind)]


def _value(channel: Channel) -> str | AddressParts:
    if isinstance(channel, PostalAddress):
        return channel.parts
    if isinstance(channel, Phone):
        return channel.number
    return channel.name if isinstance(channel, Handle) else channel.address
