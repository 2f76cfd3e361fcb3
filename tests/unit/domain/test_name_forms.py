"""Every way a record names its person."""

from relate_desktop.domain.name_forms import forms_of_addresses, name_forms, name_words
from tests.open_book import a_person


def test_the_parts_say_which_words_are_given_and_which_family_names() -> None:
    (form,) = name_forms(a_person("Dr. Ada King Sr.", "N:King;Ada;;Dr.;Sr."))
    assert (form.words, form.given, form.family, form.generation) == (("ada", "king"), ("ada",), ("king",), 1)


def test_what_they_are_called_comes_with_the_family_name() -> None:
    forms = name_forms(a_person("Margaret Hill", "N:Hill;Margaret;;;", "NICKNAME:Meg,Peg"))
    assert [form.words for form in forms] == [("margaret", "hill"), ("meg", "hill"), ("peg", "hill")]


def test_a_korean_name_in_one_word_is_read_in_two_parts() -> None:
    assert name_words("김민준") == ["김", "민준"]
    assert name_words("王小明") == ["王小明"]


def test_addresses_that_spell_a_name_do_so() -> None:
    emails = ["anna.schmidt@example.org", "x@example.org", "anna_schmidt7@example.com"]
    assert [form.words for form in forms_of_addresses(emails)] == [("anna", "schmidt")]


def test_an_address_is_no_name() -> None:
    assert name_words("ada@example.org") == []
