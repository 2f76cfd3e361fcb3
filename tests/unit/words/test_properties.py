import pytest

from relate_desktop.words.properties import label_name, property_name


@pytest.mark.parametrize(
    ("name", "words"),
    [("tel", "Phone"), ("X-RELATE-CALL", "What they like to be called"), ("bday", "Birthday")],
)
def test_a_known_line_has_a_name_for_people(name: str, words: str) -> None:
    assert property_name(name) == words


def test_an_unknown_line_keeps_its_own_name() -> None:
    assert property_name("X-Shoe-Size") == "X-Shoe-Size"


def test_kinds_of_use_have_names_and_own_words_stay() -> None:
    assert (label_name("cell"), label_name("HOME"), label_name("Büro")) == ("mobile", "home", "Büro")
