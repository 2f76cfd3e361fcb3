"""What a list row says."""

import unicodedata
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.channels import emails, phones
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.name import called, display_name, own_script, sort_key
from relate_desktop.domain.organization import is_organization
from relate_desktop.domain.photo import photo_of
from relate_desktop.domain.summary import hue_of, summarise
from tests.cards import a_contact, contacts


@given(contacts)
def test_the_row_agrees_with_what_the_page_reads(contact: Contact) -> None:
    row = summarise(contact.properties)
    assert row.called == called(contact)
    assert row.full_name == display_name(contact)
    assert row.own_script == own_script(contact)
    assert row.sort_key == sort_key(contact)
    assert row.is_organization == is_organization(contact)
    photo = photo_of(contact)
    assert row.photo == (photo.media if photo else None)


@given(contacts)
def test_the_row_shows_the_preferred_number_and_address(contact: Contact) -> None:
    row = summarise(contact.properties)
    numbers, addresses = phones(contact), emails(contact)
    preferred = [item.number for item in numbers if item.preferred] or [item.number for item in numbers]
    assert row.phone == (preferred[0] if preferred else "") or not row.phone.strip(" ;,")
    mail = [item.address for item in addresses if item.preferred] or [item.address for item in addresses]
    assert row.email == (mail[0] if mail else "") or not row.email.strip(" ;,")


def test_a_whole_row() -> None:
    row = summarise(
        a_contact(
            "FN:田中美咲",
            "X-RELATE-CALL:Misaki",
            "ORG:Acme\\, Inc.;Sales",
            "TITLE:Designer",
            "EMAIL;PREF=2:b@x",
            "EMAIL;PREF=1:mailto:a@x",
            "TEL;VALUE=uri:tel:+81-3",
            "PHOTO:media:aa",
        ).properties
    )
    assert (row.called, row.own_script, row.organization, row.role) == (
        "Misaki", "田中美咲", "Acme, Inc.", "Designer",
    )  # fmt: skip
    assert (row.email, row.phone, row.photo, row.is_organization) == ("a@x", "+81-3", "aa", False)


@given(st.text())
def test_a_hue_is_one_of_ten_and_ignores_case_and_composition(name: str) -> None:
    assert 0 <= hue_of(name) < 10
    assert hue_of(unicodedata.normalize("NFD", name)) == hue_of(name)


@pytest.mark.parametrize("name", ["Ada Lovelace", "Олена Бондар", "田中美咲"])
def test_the_hue_is_the_high_half_of_the_checksum(name: str) -> None:
    assert hue_of(name.upper()) == (zlib.crc32(name.casefold().encode()) >> 16) % 10
