"""Tables of words and the phrases found with them."""

from relate_desktop.domain.capture_tokens import tokenize
from relate_desktop.domain.capture_words import Phrases, folded, folded_keys, numbered, phrases, same
from relate_desktop.domain.languages import LANGUAGES, language_for


def test_the_longest_phrase_wins() -> None:
    table = Phrases({"had": 1, "had lunch": 2})
    tokens = tokenize("Had lunch", dot_ordinals=False)
    assert table.at(tokens, 0) == (2, 2)
    assert table.at(tokens, 0, 1) == (1, 1)
    assert table.at(tokens, 1) is None
    assert table.at(tokens, 9) is None
    assert table.at(tokens, -1) is None
    assert (table.word("had"), table.word("lunch")) == (1, None)
    assert table.words() == {"had", "lunch"}


def test_tables_are_written_short() -> None:
    assert same(1, "a; b c") == {"a": 1, "b c": 1}
    assert phrases("x y; z").at(tokenize("X Y", dot_ordinals=False), 0) == (2, "x y")
    assert folded("Über 'll w/") == {"uber", "'ll", "w/"}
    assert folded_keys({"März": 3}) == {"marz": 3}
    assert numbered("one a; two", start=1) == {"one": 1, "a": 1, "two": 2}


def test_every_language_knows_its_words() -> None:
    for language in LANGUAGES.values():
        assert {"montag", "monday"} & language.calendar
        assert language.todo <= language.vocabulary


def test_a_locale_has_a_language() -> None:
    assert language_for("de_AT").code == "de"
    assert language_for("en-GB").code == "en"
    assert language_for("mi_NZ").code == "en"
