from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.field_words import spelled_words, spellings
from relate_desktop.domain.property import Property
from relate_desktop.domain.query import BirthdayWithin, Span, forgiving
from relate_desktop.domain.query_answer import (
    Day,
    Facts,
    answers,
    before,
    days_ahead,
    holds,
    month_begins,
    month_day,
    since,
)
from relate_desktop.domain.query_text import parse

TODAY = Day(date(2026, 3, 31), UTC)
ADA = Facts(
    (
        Property("FN", "Ada Müller"),
        Property("ORG", "Kite Museum;Press"),
        Property("ADR", ";;Hauptstr. 5;New York;;10001;USA"),
        Property("TEL", "+49 151 2345678"),
        Property("BDAY", "1990-04-02"),
        Property("CATEGORIES", "Clients,Studio friends"),
    ),
    datetime(2026, 3, 1, tzinfo=UTC),
    last_talk_on=date(2025, 12, 31),
    texts=("Talked about the *oboe*",),
    sources=("phone.vcf",),
    open_reminder=True,
)


@pytest.mark.parametrize(
    "text",
    [
        "mueller ada",
        "org:museum",
        "name:mueller",
        "name:muller",
        "name:müller",
        "city:york -city:usa",
        "country:usa",
        "circle:CLIENTS",
        'circle:"studio  FRIENDS"',
        "has:phone -has:email has:reach has:address has:reminder -has:rhythm has:conversation",
        "last:>2m",
        "last:<3m",
        "birthday:next3d",
        "birthday:april",
        "added:month",
        "added:30d",
        "source:phone",
        "oboe",
        "oboe or nothing",
        "-bob",
    ],
)
def test_it_holds(text: str) -> None:
    assert holds(parse(text), ADA, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "bob",
        "-ada",
        "org:york",
        "has:rhythm",
        "last:>3m",
        "last:never",
        "birthday:next1d",
        "birthday:5",
        "added:>31d",
        "circle:client",
        "source:google",
        "oboe violin",
    ],
)
def test_it_does_not_hold(text: str) -> None:
    assert not holds(parse(text), ADA, TODAY)


def test_one_typo_is_forgiven_where_that_is_asked_for() -> None:
    assert not holds(parse("mulelr"), ADA, TODAY)
    for text in ("mulelr", "muellr ada", "nuller", "mullerx"):
        assert holds(forgiving(parse(text)), ADA, TODAY)
    for text in ("mlelr", "adb", "nullar"):
        assert not holds(forgiving(parse(text)), ADA, TODAY)


def test_whom_one_never_talked_with_was_not_talked_with_for_months() -> None:
    stranger = Facts((Property("FN", "Bob"),), datetime(2020, 1, 1, tzinfo=UTC))
    assert holds(parse("last:>3m last:never -has:reach"), stranger, TODAY)
    assert not holds(parse("last:<100y"), stranger, TODAY)


def test_nobody_who_died_has_a_birthday_to_come() -> None:
    late = Facts((*ADA.properties, Property("DEATHDATE", "2020")), ADA.added_at)
    assert not holds(BirthdayWithin(Span(1, "y")), late, TODAY)


def test_spans_keep_to_the_calendar() -> None:
    assert before(Span(1, "m"), date(2026, 3, 31)) == date(2026, 2, 28)
    assert before(Span(1, "y"), date(2024, 2, 29)) == date(2023, 2, 28)
    assert before(Span(2, "w"), date(2026, 1, 1)) == date(2025, 12, 18)
    assert since(Span(0, "d"), TODAY) == datetime(2026, 3, 31, tzinfo=UTC)
    assert month_begins(TODAY) == datetime(2026, 3, 1, tzinfo=UTC)


def test_a_leap_day_comes_every_year() -> None:
    assert "--02-29" in days_ahead(Span(2, "d"), Day(date(2026, 2, 27), UTC))
    assert "--02-29" not in days_ahead(Span(5, "d"), Day(date(2026, 3, 2), UTC))
    assert len(days_ahead(Span(1, "y"), TODAY)) == 366


@pytest.mark.parametrize(
    ("value", "day"),
    [("1990-04-02", "--04-02"), ("--0402", "--04-02"), ("1990", ""), ("spring", ""), ("", "")],
)
def test_the_day_of_a_date(value: str, day: str) -> None:
    assert month_day(value) == day


def test_words_of_a_line_begin_with_those_asked_for() -> None:
    assert answers("Kite Museum;Press", "pre kit")
    assert not answers("Kite Museum", "seum")
    assert answers(";;Hauptstr. 5;New York;;;", "york new", 3)
    assert not answers("too;short", "x", 3)
    assert not answers("anything", " - ")


def test_filters_spell_as_free_words_do() -> None:
    assert answers(";;;Köln;;;", "koeln", 3)
    assert answers(";;;Koeln;;;", "köln", 3)
    assert answers("Нина", "nina", -1, 1)
    assert answers("Nina", "нина", -1, 1)
    assert answers("李雷", "lei", -1, 1)
    assert not answers("Köln", "kuln")


@given(
    st.text(alphabet="ab1 -;,._@AB", max_size=30),
    st.text(alphabet="ab1 -.@Aä", max_size=8),
    st.sampled_from([-1, 3]),
)
def test_a_plain_line_answers_as_any_other_does(value: str, text: str, component: int) -> None:
    part = value if component < 0 else ",".join((value.split(";") + [""] * 4)[component].split(","))
    wanted, found = spellings(text), spelled_words(part, named=False)
    meant = bool(wanted) and all(any(word.startswith(one) for word in found) for one in wanted)
    assert answers(value, text, component) == meant
