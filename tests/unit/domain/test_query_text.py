import random
import string

import pytest

from relate_desktop.domain.query import (
    Added,
    AddedThisMonth,
    All,
    Any,
    BirthdayIn,
    BirthdayWithin,
    Everybody,
    Feature,
    Field,
    FromSource,
    Has,
    InCircle,
    LastTalk,
    Not,
    OfField,
    Query,
    Span,
    Words,
)
from relate_desktop.domain.query_text import parse


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Everybody()),
        ("  - or ", Everybody()),
        ("ada love", Words("ada love")),
        ("+49 151 23", Words("+49 151 23")),
        ("circle:clients", InCircle("clients")),
        ('CIRCLE:"Studio friends"', InCircle("Studio friends")),
        ('circle:"no end', InCircle("no end")),
        ("tag:clients -group:friends", All((InCircle("clients"), Not(InCircle("friends"))))),
        ('phone:0151 -tel:"030 12"', All((Words("0151"), Not(Words("030 12"))))),
        ("tel:here", Words("tel:here")),
        ("last:>3m", LastTalk(Span(3, "m"), longer=True)),
        ("last:<2W", LastTalk(Span(2, "w"))),
        ("last:never", LastTalk(None)),
        ("has:e-mail", Words("has:e-mail")),
        ("has:email", Has(Feature.EMAIL)),
        ("-has:Reach", Not(Has(Feature.REACH))),
        ("has:company", Has(Feature.ORGANIZATION)),
        ("birthday:next30d", BirthdayWithin(Span(30, "d"))),
        ("birthday:today", BirthdayWithin(Span(0, "d"))),
        ("birthday:mar", BirthdayIn(3)),
        ("birthday:12", BirthdayIn(12)),
        ("org:kite", OfField(Field.ORGANIZATION, "kite")),
        ('city:"New York"', OfField(Field.CITY, "New York")),
        ("source:google", FromSource("google")),
        ("added:month", AddedThisMonth()),
        ("added:<2w", Added(Span(2, "w"))),
        ("added:>1y", Added(Span(1, "y"), longer=True)),
        ("ada -bob", All((Words("ada"), Not(Words("bob"))))),
        ("ada circle:a anna", All((Words("ada"), InCircle("a"), Words("anna")))),
        ("ada or circle:x bob", Any((Words("ada"), All((InCircle("x"), Words("bob")))))),
        ("ada OR bob", Any((Words("ada"), Words("bob")))),
        ('ada "OR"', All((Words("ada"), Words("OR")))),
        ("Or Cohen", Words("Or Cohen")),
        ("or ada or", Words("ada")),
        ('"or"', Words("or")),
    ],
)
def test_a_text_is_understood(text: str, query: Query) -> None:
    assert parse(text) == query


@pytest.mark.parametrize(
    "text",
    ["nothing:known", "circle:", "last:>soon", "birthday:j", "birthday:13", "has:wings", "12:30", "a:b:c"],
)
def test_what_is_no_filter_is_looked_for_as_words(text: str) -> None:
    assert parse(text) == Words(text)


def test_a_length_of_time_has_an_end() -> None:
    assert parse("last:>9999y") == LastTalk(Span(100, "y"), longer=True)


def test_nothing_that_can_be_typed_is_an_error() -> None:
    chance = random.Random(8)
    signs = string.printable + "\x00\u202e\ud83d“”李🎉´"
    words = ["circle:", "last:>", "-", "or", '"', "has:", "-(", "birthday:next", "source:-", "added:>3", "::"]
    for _number in range(5_000):
        pieces = (
            chance.choice(words) + "".join(chance.choices(signs, k=chance.randint(0, 6))) for _ in range(4)
        )
        assert parse(chance.choice(("", " ")).join(pieces)) is not None
