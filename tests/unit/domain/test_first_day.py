"""Rough answers and what a name offers."""

from datetime import date

import pytest

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.first_day import LastTalk, name_offers, rough_day
from relate_desktop.domain.name import with_call
from tests.open_book import a_person

TODAY = date(2026, 11, 24)


def test_rough_answers_are_days_of_which_each_lies_before_the_other() -> None:
    days = [rough_day(answer, TODAY) for answer in (LastTalk.LONGER, LastTalk.MONTH, LastTalk.WEEK)]
    assert days == sorted(days)
    assert (TODAY - days[-1]).days < 7
    assert (TODAY - days[0]).days > 31


@pytest.mark.parametrize(
    ("lines", "offers"),
    [
        (("Stephen Marlow", "N:Marlow;Stephen;;;"), ("Stephen", "Steve")),
        (("Kim Seo-yeon",), ()),
        (("Anna-Lena Berg", "N:Berg;Anna-Lena;;;"), ("Anna-Lena",)),
        (("김서연", "N:김;서연;;;"), ("서연",)),
        (("Cher",), ()),
        (("Stephen Marlow", "NICKNAME:Steve"), ()),
    ],
)
def test_a_name_offers_its_given_part_and_what_many_make_of_it(
    lines: tuple[str, ...], offers: tuple[str, ...]
) -> None:
    name, *rest = lines
    assert name_offers(Contact(a_person(name, *rest))) == offers


def test_nothing_is_offered_once_it_is_known() -> None:
    assert name_offers(with_call(Contact(a_person("Stephen Marlow", "N:Marlow;Stephen;;;")), "Marlow")) == ()
