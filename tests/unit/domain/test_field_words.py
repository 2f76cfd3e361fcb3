from relate_desktop.domain.field_words import index_terms, spelled_words, spellings
from relate_desktop.domain.search_words import expression


def test_umlauts_are_two_letters_too_and_names_are_in_latin_letters() -> None:
    assert spelled_words("Köln", named=False) == ["koln", "koeln"]
    assert spelled_words("Нина", named=False) == ["нина", "нина"]
    assert spelled_words("Нина", named=True) == ["нина", "nina"]
    assert spelled_words("Lisbon", named=True) == ["lisbon"]


def test_what_is_asked_for_is_spelled_as_free_words_are() -> None:
    assert spellings("Köln nina") == [("koln", "koeln"), ("nina",)]
    assert spellings("!!") == []


def test_lines_are_looked_up_as_they_are_spelled() -> None:
    assert expression(index_terms("Köln nina")) == '(("koln"*) OR ("koeln"*)) AND (("nina"*))'
