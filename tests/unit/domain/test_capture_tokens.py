"""Lines cut into words, numbers and signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.capture_tokens import TokenKind, tokenize, words_of


def kinds(line: str, *, dot_ordinals: bool = False) -> list[tuple[str, TokenKind]]:
    return [
        (token.text, token.kind)
        for token in tokenize(line, dot_ordinals=dot_ordinals, titles={"dr"}, dotted={"m"})
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Misaki-san", TokenKind.WORD),
        ("O'Brien", TokenKind.WORD),
        ("Kaʻiulani", TokenKind.WORD),
        ("李雷", TokenKind.WORD),
        ("w/", TokenKind.WORD),
        ("20", TokenKind.NUMBER),
        ("1.5", TokenKind.NUMBER),
        ("1,5", TokenKind.NUMBER),
        ("12345678910", TokenKind.NUMBER),
        ("491701234567.25", TokenKind.NUMBER),
        ("12345678910km", TokenKind.MIXED),
        ("30th", TokenKind.ORDINAL),
        ("14:30", TokenKind.CLOCK),
        ("9:15-9:45", TokenKind.STRETCH),
        ("2026-12-15", TokenKind.ISO_DATE),
        ("23/11", TokenKind.DATE),
        ("16.11.2026", TokenKind.DATE),
        ("3.11.", TokenKind.DATE),
        ("1h15", TokenKind.MIXED),
        ("9am", TokenKind.MIXED),
        ("a@b.example", TokenKind.ADDRESS),
        ("+", TokenKind.SIGN),
    ],
)
def test_a_word_is_known_by_its_letters(text: str, kind: TokenKind) -> None:
    assert kinds(f"{text} x")[0] == (text, kind)


def test_clitics_stand_alone() -> None:
    assert [text for text, _ in kinds("she'll call Ton's wife")] == [
        "she",
        "'ll",
        "call",
        "Ton",
        "'s",
        "wife",
    ]


def test_a_dot_behind_a_title_belongs_to_it() -> None:
    assert [text for text, _ in kinds("Dr. Fox. m. Anna")] == ["Dr.", "Fox", ".", "m.", "Anna"]


def test_the_fifteenth_has_a_dot_where_the_language_writes_one() -> None:
    assert kinds("15. x", dot_ordinals=True)[0] == ("15.", TokenKind.ORDINAL)
    assert kinds("15. x")[0] == ("15", TokenKind.NUMBER)


def test_capitals_are_seen_and_scripts_without_them_count_as_names() -> None:
    tokens = tokenize("anna Anna 李", dot_ordinals=False)
    assert [token.capital for token in tokens] == [False, True, True]


def test_phrases_of_tables_are_cut_like_lines() -> None:
    assert words_of("Don't Forget") == ("don't", "forget")


@given(st.text(max_size=80))
def test_tokens_stand_where_they_say_in_order(line: str) -> None:
    last = 0
    for token in tokenize(line, dot_ordinals=True, titles={"dr"}):
        assert line[token.start : token.end] == token.text
        assert token.start >= last
        last = token.end
