"""Which line of somebody answers a query."""

from pathlib import Path

import pytest

from relate_desktop.domain.query_text import parse
from relate_desktop.storage.query_match import where_answered, with_a_typo
from relate_desktop.storage.search_match import ShownMatch
from tests.open_book import a_book, a_person

ADA = a_person(
    "Ada",
    "ORG:Kite Museum",
    "TEL:+44 20 7946 0142",
    "ADR:;;Am Markt 1;Köln;;;Deutschland",
    "EMAIL:ada@example.org",
    "NICKNAME:Lovie",
    "CATEGORIES:Work",
    "CATEGORIES:Clients",
    "BDAY:1815-12-10",
    "PHOTO:https://example.org/ada.jpg",
)


@pytest.mark.parametrize(
    ("query", "match"),
    [
        ("org:museum", ShownMatch("org", "Kite Museum")),
        ("city:koeln -circle:friends", ShownMatch("adr", "Am Markt 1 Köln Deutschland")),
        ("name:lovie", ShownMatch("nickname", "Lovie")),
        ("circle:clients", ShownMatch("categories", "Clients")),
        ("has:circle", ShownMatch("categories", "Work")),
        ("birthday:december", ShownMatch("bday", "1815-12-10")),
        ("has:phone", ShownMatch("tel", "+44 20 7946 0142")),
        ("nobody or 0142", ShownMatch("tel", "+44 20 7946 0142")),
        ("ada has:phone", ShownMatch("fn", "Ada")),
    ],
)
def test_the_line_that_was_asked_for_is_the_one_that_answers(query: str, match: ShownMatch) -> None:
    assert where_answered(parse(query), ADA) == match


@pytest.mark.parametrize(
    "query", ["", "last:never", "-has:url", "has:photo", "has:rhythm", "musuem has:phone"]
)
def test_what_stands_on_no_line_is_shown_on_none(query: str) -> None:
    assert where_answered(parse(query), ADA) is None


def test_in_a_list_nobody_is_told_what_all_of_them_have_alike() -> None:
    told = {
        query: where_answered(parse(query), ADA, briefly=True)
        for query in ("circle:work", "has:phone", "circle:work org:kite")
    }
    assert list(told.values()) == [None, None, ShownMatch("org", "Kite Museum")]


def test_a_typo_is_looked_for_in_the_words_and_in_no_filter() -> None:
    assert with_a_typo(parse("musuem has:phone"), ADA) == ShownMatch("org", "Kite Museum")
    assert with_a_typo(parse("nobody or musuem"), ADA) == ShownMatch("org", "Kite Museum")
    assert with_a_typo(parse("org:musuem"), ADA) is None


def test_results_say_so_and_name_the_person_where_no_line_answers(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(ADA)
        found = {
            query: book.search.find(query).hits[0]
            for query in ("city:köln", "last:never", "musuem has:url or ada")
        }
        assert [(hit.field, hit.name) for hit in found.values()] == [
            ("adr", "Ada"),
            ("fn", "Ada"),
            ("fn", "Ada"),
        ]
