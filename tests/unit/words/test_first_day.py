"""The words of the first day."""

import pytest

from relate_desktop.domain.first_day import Hint, LastTalk
from relate_desktop.domain.text import isolate
from relate_desktop.words.first_day import (
    doubtful,
    hint_words,
    last_talk_answer,
    last_talk_name,
    monthly_explained,
    name_question,
    people_chosen,
    search_people,
    short_rhythm,
)


def test_each_rough_answer_has_a_chip_and_a_name() -> None:
    assert [last_talk_answer(answer) for answer in LastTalk] == ["This week", "This month", "Longer ago"]
    assert last_talk_name(LastTalk.MONTH, "Anna") == f"Last talked with {isolate('Anna')}: this month"


def test_the_first_question_is_whole_and_the_next_one_short() -> None:
    assert name_question("Stephen Marlow", first=True).startswith("What does ")
    assert name_question("Stephen Marlow", first=False) == f"And {isolate('Stephen Marlow')}?"


@pytest.mark.parametrize(
    ("count", "words"), [(0, "Nobody chosen yet"), (1, "1 person chosen"), (4, "4 people chosen")]
)
def test_it_is_said_how_many_are_chosen(count: int, words: str) -> None:
    assert people_chosen(count) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [(7, "weekly"), (14, "2 weeks"), (21, "3 weeks"), (30, "monthly"), (61, "2 months"), (182, "6 months")],
)
def test_rhythms_are_said_in_a_word_or_two(days: int, words: str) -> None:
    assert short_rhythm(days) == words


def test_the_weightiest_hint_is_said_alone() -> None:
    assert hint_words({Hint.NOTE, Hint.STARRED, Hint.BIRTHDAY}) == "starred on your phone"
    assert hint_words({Hint.NOTE, Hint.BIRTHDAY}) == "birthday in your file"
    assert hint_words(()) == ""


def test_the_rest_is_plain() -> None:
    assert search_people(1940) == "Search 1,940 people"
    assert doubtful(6) == "6 possible duplicates"
    assert "about once a month" in monthly_explained()
