"""What somebody is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.name import (
    PersonName,
    call_them,
    called,
    display_name,
    file_under,
    latin_form,
    name_of,
    own_script,
    phonetic,
    pronouns,
    salutation,
    sort_key,
    with_call,
    with_file_under,
    with_full_name,
    with_latin_form,
    with_name,
    with_phonetic,
    with_pronouns,
    with_salutation,
)
from tests.cards import a_contact, contacts, written


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (("N:Doe;Jo;;;", "FN:Jo Doe, PhD"), "Jo Doe, PhD"),
        (("FN: ", "N:Doe;Jo;Q,R;Dr.;Jr."), "Dr. Jo Q R Doe Jr."),
        (("N:田中;美咲;;;",), "田中美咲"),
        (("N:김;철수;;;",), "김철수"),
        (("N:Sukarno",), "Sukarno"),
        (("N:;;;;", "NICKNAME:Jim,Jimmie"), "Jim"),
        (("ORG:Acme\\, Inc.;Sales", "TEL:1"), "Acme, Inc., Sales"),
        (("EMAIL:a@b.example", "TEL:1"), "a@b.example"),
        (("TEL;VALUE=uri:tel:+49-30-1",), "+49-30-1"),
        (("URL:https://example.org",), "https://example.org"),
        (("NOTE:nobody",), ""),
        ((), ""),
    ],
)
def test_the_shown_name_falls_back_step_by_step(lines: tuple[str, ...], shown: str) -> None:
    assert display_name(a_contact(*lines)) == shown


def test_of_several_full_names_the_preferred_one_is_shown() -> None:
    assert display_name(a_contact("FN;PREF=2:Two", "FN;PREF=1:One", "FN:None")) == "One"


def test_the_name_in_parts_is_read_with_lists() -> None:
    name = name_of(a_contact("N:Stevenson;John;Philip,Paul;Dr.;Jr.,M.D.,A.C.P."))
    assert name == PersonName(
        ("Stevenson",), ("John",), ("Philip", "Paul"), ("Dr.",), ("Jr.", "M.D.", "A.C.P.")
    )
    assert name_of(a_contact("FN:x", "N:;;;;")) is None


def test_changing_the_given_name_keeps_surplus_parts_and_parameters() -> None:
    contact = a_contact("N;SORT-AS=Doe;LANGUAGE=en:Doe;Jo;;;;Second;II", "FN:Jo Doe")
    changed = with_name(contact, PersonName(("Doe",), ("Ann", "Bo")))
    assert written(changed) == ["N;SORT-AS=Doe;LANGUAGE=en:Doe;Ann,Bo;;;;Second;II", "FN:Jo Doe"]


def test_setting_the_same_name_changes_nothing() -> None:
    contact = a_contact("N:Doe; Jo;", "FN:Jo Doe")
    name = name_of(contact)
    assert name is not None
    assert with_name(contact, name) == contact


def test_component_counts_of_jscomps_leave_when_they_no_longer_fit() -> None:
    contact = a_contact("N;JSCOMPS=x:Doe;Jo;;;")
    assert written(with_name(contact, PersonName(("Doe",), ("Jo", "Ann")))) == ["N:Doe;Jo,Ann;;;"]
    assert written(with_name(contact, PersonName(("Roe",), ("Jo",)))) == ["N;JSCOMPS=x:Roe;Jo;;;"]


def test_a_contact_without_n_gets_one() -> None:
    assert written(with_name(a_contact("FN:x"), PersonName((), ("Jo",)))) == ["FN:x", "N:;Jo;;;"]
    assert with_name(a_contact("FN:x"), PersonName()) == a_contact("FN:x")


parts = st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc", "Z")), min_size=1), max_size=3).map(
    tuple
)


@given(contacts, st.builds(PersonName, parts, parts, parts, parts, parts))
def test_a_set_name_reads_back_and_touches_no_other_line(contact: Contact, name: PersonName) -> None:
    changed = with_name(contact, name)
    assert (name_of(changed) or PersonName()) == name
    kept = [item for item in contact.properties if item.key != "N"]
    assert [item for item in changed.properties if item.key != "N"] == kept


def test_what_to_call_them_is_what_was_set_else_the_first_nickname() -> None:
    contact = a_contact("FN:Johanna Doe", "NICKNAME:Jo,Hanna")
    assert call_them(contact) == "Jo"
    assert call_them(with_call(contact, "Hanni")) == "Hanni"
    assert call_them(a_contact("FN:Jo")) is None
    assert call_them(a_contact("X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Mäx;1;;;;")) == "Mäx"


def test_a_called_name_and_the_full_name_are_shown_together() -> None:
    contact = with_call(a_contact("FN:田中美咲"), "Misaki-san")
    assert (called(contact), own_script(contact)) == ("Misaki-san", "田中美咲")
    assert own_script(a_contact("FN:Ada")) == ""
    assert own_script(a_contact("FN:Zoë", "NICKNAME:zoe")) == ""


def test_a_latin_form_is_what_lists_show() -> None:
    contact = with_latin_form(a_contact("FN:Олена Бондар"), "Olena Bondar")
    assert (called(contact), own_script(contact)) == ("Olena Bondar", "Олена Бондар")
    assert latin_form(contact) == "Olena Bondar"


@pytest.mark.parametrize(
    "lines",
    [
        ("X-PHONETIC-FIRST-NAME:みさき", "X-PHONETIC-LAST-NAME:たなか"),
        ("N;PHONETIC=script;SCRIPT=Hira:たなか;みさき;;;", "N:田中;美咲;;;"),
        ("SOUND;X-IRMC-N:たなか;みさき;;;",),
    ],
)
def test_how_a_name_sounds_is_read_in_every_spelling(lines: tuple[str, ...]) -> None:
    contact = a_contact("FN:田中美咲", *lines)
    assert phonetic(contact) == "たなか みさき"
    assert phonetic(with_phonetic(contact, "tanaka")) == "tanaka"
    assert phonetic(with_phonetic(contact, None)) == ""
    assert with_phonetic(contact, "たなか みさき") == contact


def test_a_recorded_sound_is_no_phonetic_name() -> None:
    assert phonetic(a_contact("SOUND;TYPE=BASIC:media:abc")) == ""
    assert phonetic(a_contact("SOUND:media:abc")) == ""


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        (("FN:Élodie  Durand",), "elodie durand"),
        (("FN:'t Hooft",), "t hooft"),
        (("FN:Jo Doe", "N;SORT-AS=Doe,Jo:Doe;Jo"), "doe jo"),
        (("FN:Jo Doe", "SORT-STRING:Doe"), "doe"),
        (("FN:Jo Doe", "X-EVOLUTION-FILE-AS:Doe\\, Jo"), "doe, jo"),
        (("FN:Jo Doe", "SORT-STRING:Doe", "X-RELATE-FILE-UNDER:Jay"), "jay"),
        (("FN:田中美咲", "X-PHONETIC-LAST-NAME:たなか"), "たなか"),
        (("NOTE:x",), ""),
    ],
)
def test_lists_order_by_file_under_sound_or_called_name(lines: tuple[str, ...], key: str) -> None:
    assert sort_key(a_contact(*lines)) == key


def test_small_texts_are_set_read_and_removed() -> None:
    contact = with_salutation(a_contact("FN:x"), "Dear Jo")
    contact = with_pronouns(with_file_under(contact, "Doe"), "they")
    assert (salutation(contact), pronouns(contact), file_under(contact)) == ("Dear Jo", "they", "Doe")
    contact = with_salutation(with_pronouns(with_file_under(contact, None), None), None)
    assert written(contact) == ["FN:x"]


def test_pronouns_are_changed_where_they_stand() -> None:
    assert written(with_pronouns(a_contact("X-PRONOUNS:she"), "they")) == ["X-PRONOUNS:they"]


def test_the_full_name_is_changed_on_the_preferred_line() -> None:
    contact = a_contact("FN:One", "FN;PREF=1;LANGUAGE=ja:Two")
    assert written(with_full_name(contact, "Thr,ee")) == ["FN:One", "FN;PREF=1;LANGUAGE=ja:Thr\\,ee"]
    assert written(with_full_name(a_contact("NOTE:x"), "Ada")) == ["NOTE:x", "FN:Ada"]


@given(contacts)
def test_no_contact_breaks_the_name(contact: Contact) -> None:
    assert called(contact) or not display_name(contact)
    assert isinstance(sort_key(contact), str)
