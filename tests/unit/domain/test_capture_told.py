"""Conversations and notes made of their clauses."""

from datetime import date, time

import pytest

from relate_desktop.domain.capture_parts import CapturedConversation, CapturedNote, Doubt
from relate_desktop.domain.capture_talk import find_talk
from relate_desktop.domain.capture_told import Built, build_note, build_talk, left_untold
from tests.capture_lines import a_line


def talk(sentence: str) -> tuple[CapturedConversation, list[Doubt]]:
    line = a_line(sentence)
    index, found = next(
        (index, found)
        for index, clause in enumerate(line.clauses)
        if (found := find_talk(line, clause)) is not None
    )
    built = build_talk(line, line.clauses[index], found, line.clauses)
    assert isinstance(built.part, CapturedConversation)
    return built.part, [question.doubt for question in built.questions]


def note(sentence: str) -> Built | None:
    line = a_line(sentence)
    return build_note(line, line.clauses)


@pytest.mark.parametrize(
    ("sentence", "on", "at", "doubts"),
    [
        ("called Anna yesterday", date(2026, 11, 23), None, []),
        ("yesterday: lunch, Anna", date(2026, 11, 23), None, []),
        ("called Anna 10 min ago", date(2026, 11, 24), time(14, 50), []),
        ("called Anna at 10 yesterday", date(2026, 11, 23), time(10), []),
        ("call with Anna 9:15-9:45", date(2026, 11, 24), time(9, 15), []),
        ("lunch with Anna on Sunday", date(2026, 11, 22), None, []),
        ("lunch with Anna on Friday at 12:30", date(2026, 11, 27), time(12, 30), [Doubt.WHEN]),
        ("lunch with Anna tomorrow", date(2026, 11, 25), None, []),
        ("mail to Anna tomorrow", date(2026, 11, 25), None, [Doubt.WHEN]),
        ("called Anna about the Friday meeting", date(2026, 11, 24), None, [Doubt.WHEN]),
        ("called Anna in May", date(2026, 11, 24), None, [Doubt.WHEN]),
        ("called Anna yesterday on Friday", date(2026, 11, 23), None, [Doubt.WHEN]),
        ("called about it", date(2026, 11, 24), None, [Doubt.NOBODY]),
    ],
)
def test_when_it_was(sentence: str, on: date, at: time | None, doubts: list[Doubt]) -> None:
    part, asked = talk(sentence)
    assert (part.on, part.at, asked) == (on, at, doubts)


def test_people_may_go_on_in_the_next_clause() -> None:
    part, _ = talk("met Nikos, Ton and Anna, good talk")
    assert [person.called for person in part.people] == ["Nikos", "Ton", "Anna"]
    assert part.text == "good talk"


def test_another_conversation_left_in_the_text_is_asked_about() -> None:
    line = a_line("called Anna while Nikos called Ton")
    assert left_untold(line, line.clauses, {0, 1}) == {4}
    assert talk("called Anna while Nikos called Ton")[1] == [Doubt.WHAT]


def test_a_note_is_its_text() -> None:
    built = note("Note for Anna: new oven. Arrives soon")
    assert built is not None
    assert isinstance(built.part, CapturedNote)
    assert built.part.text == "new oven. Arrives soon"
    assert [person.called for person in built.part.people] == ["Anna"]
    assert note("-") is None


def test_a_note_of_yesterday_is_of_yesterday() -> None:
    built = note("didn't reach Anna yesterday")
    assert built is not None
    assert isinstance(built.part, CapturedNote)
    assert built.part.on == date(2026, 11, 23)


def test_a_note_that_reads_like_a_conversation_is_asked_about() -> None:
    for sentence in ("bouldering with Anna", "Anna 20 min"):
        built = note(sentence)
        assert built is not None
        assert [question.doubt for question in built.questions] == [Doubt.WHAT]
    built = note("no bouldering with Anna")
    assert built is not None
    assert built.questions == ()
