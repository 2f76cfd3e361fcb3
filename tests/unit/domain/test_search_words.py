import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.search_words import (
    WORD,
    answerer,
    document,
    expression,
    folded_text,
    loosened,
    number_windows,
    pairs_of,
    terms_of,
    words_of,
)
from tests.unit.storage.books import a_property


def test_words_are_folded_and_cut_at_signs_of_every_script() -> None:
    assert words_of("Łukasz O’Brien-Straße、李雷（北京）🎉x") == [
        "lukasz",
        "o",
        "brien",
        "strasse",
        "李雷",
        "北京",
        "🎉",
        "x",
    ]


def test_scripts_without_blanks_are_cut_into_pairs() -> None:
    assert pairs_of("李雷明") == ("李雷", "雷明")
    assert pairs_of("李") == ("李",)
    assert pairs_of("x李雷z") == ("x", "李雷", "z")
    assert pairs_of("김철수") == ("김철", "철수")


def test_numbers_are_kept_in_windows() -> None:
    assert number_windows("0151-23") == ["015123", "15123", "5123", "123", "23"]
    assert number_windows("tel:+49-151;ext=5") == ["49151", "9151", "151", "51"]
    assert number_windows("7") == ["7"]
    assert number_windows("") == []
    assert "491512" in number_windows("+49 (0)151 2345")


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("0151 234", ["0151234"]),
        ("ada 12", ["", "12"]),
        ("+49 (151) 2-3/4", ["49151234"]),
        ("a.b@c", [""] * 3),
    ],
)
def test_neighbouring_pieces_of_a_number_are_one(query: str, numbers: list[str]) -> None:
    assert [term.number for term in terms_of(query)] == numbers


def test_a_number_is_looked_for_in_every_spelling() -> None:
    spellings = {side for term in terms_of("+49 151 2") for side in term.alternatives}
    assert ("491512",) in spellings
    assert ("01512",) in spellings
    assert ("1512",) in spellings
    assert ("1512",) in {side for term in terms_of("01512") for side in term.alternatives}
    assert ("4151",) in {side for term in terms_of("004151") for side in term.alternatives}
    assert ("02155",) in {side for term in terms_of("+1 2155") for side in term.alternatives}
    assert ("921555",) in {side for term in terms_of("8 921 555") for side in term.alternatives}
    assert ("921",) not in {side for term in terms_of("8 921") for side in term.alternatives}


def test_digits_of_every_script_are_a_number() -> None:
    assert [term.number for term in terms_of("٠٧٩ ٠٠٠")] == ["079000"]


def test_the_columns_hold_what_people_look_for() -> None:
    name, rest = document(
        (
            a_property("FN", "Ada Łovelace"),
            a_property("nickname", "Countess"),
            a_property("TEL", "12345678"),
            a_property("NOTE", "line\\nnext\\, more"),
            a_property("UID", "hidden"),
            a_property("PHOTO", "media:" + "ab" * 32),
            a_property("ORG", "Engines;Research"),
        )
    )
    assert WORD.findall(name) == ["ada", "lovelace", "countess"]
    assert WORD.findall(rest)[:5] == ["line", "next", "more", "engines", "research"]
    assert "345678" in rest
    assert "hidden" not in rest
    assert "abab" not in rest


@given(st.text(max_size=60))
def test_an_expression_holds_words_alone(query: str) -> None:
    for term in terms_of(query):
        for side in term.alternatives:
            assert all(WORD.fullmatch(word) for word in side)
    expression(terms_of(query))


def test_nothing_is_looked_for_in_nothing() -> None:
    assert terms_of(" \t!?* \"'") == []
    assert len(terms_of("w " * 500)) == 16


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Jürgen Müller", "mueller juer"),
        ("Jürgen Müller", "muller"),
        ("Jürgen Mu\u0308ller", "Müller"),
        ("Anna Mueller", "Müller"),
        ("Jørgen Åberg", "joergen aaberg"),
        ("Нина Ключи", "nina"),
        ("Nina", "Нина"),
        ("Łódź", "lodz"),
        ("李雷", "lilei"),
        ("李雷", "lei"),
        ("김철수", "cheol"),
        ("Γιώργος", "giorgos"),
        ("Ευάγγελος", "evangelos"),
        ("王小明", "xiaoming"),
        ("김민준", "kim minjun"),
        ("たなか", "タナカ"),
        ("タナカ", "たなか"),
        ("Ann-Marie", "annmarie"),
    ],
)
def test_a_name_is_found_as_it_is_spelled_elsewhere(name: str, typed: str) -> None:
    words = WORD.findall(document((a_property("FN", name),))[0])
    assert all(answerer(term)(words) for term in terms_of(typed))


def test_umlauts_are_two_letters_in_every_line_and_other_alphabets_are_latin_in_names_alone() -> None:
    assert document((a_property("NOTE", "Müller Нина"),)) == ("", "muller нина mueller")
    assert folded_text("Grüße aus Ko\u0308ln") == "grusse aus koln gruesse koeln"
    assert document((a_property("FN", "Ada"),)) == ("ada", "")


@pytest.mark.parametrize(
    "typed", ["lovelace", "ovelace", "lovlace", "lovelacee", "loevlace", "xovelace", "lovex"]
)
def test_one_typo_in_five_letters_is_forgiven(typed: str) -> None:
    assert all(answerer(term)(["ada", "lovelace"]) for term in loosened(terms_of(typed)))


@pytest.mark.parametrize("typed", ["ovelac2e", "velace", "lovexy", "adx", "bda", "01512345678"])
def test_no_more_than_that_is_forgiven(typed: str) -> None:
    assert not all(answerer(term)(["ada", "lovelace", "0151234567"]) for term in loosened(terms_of(typed)))


def test_typos_are_forgiven_in_other_alphabets() -> None:
    assert all(answerer(term)(["ключи"]) for term in loosened(terms_of("клучи")))
    assert loosened(terms_of("李雷明王五")) == terms_of("李雷明王五")
