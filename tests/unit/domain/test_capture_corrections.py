from dataclasses import replace
from datetime import date

from relate_desktop.domain.capture import understand
from relate_desktop.domain.capture_corrections import (
    CaptureAnswer,
    Corrections,
    PartField,
    corrected,
    doubted,
    newcomer,
    people_of,
    place_of_newcomer,
)
from relate_desktop.domain.capture_parts import (
    Captured,
    CapturedConversation,
    CapturedDue,
    CapturedNote,
    CapturedPerson,
    CapturedRemember,
    CapturedReminder,
)
from relate_desktop.domain.interaction import Direction, InteractionKind
from relate_desktop.domain.languages import LANGUAGES
from tests.capture_lines import load_people
from tests.present import a_present

PEOPLE = load_people("en")


def a_reading(sentence: str) -> Captured:
    return understand(sentence, LANGUAGES["en"], PEOPLE.index, a_present("2026-11-24 15:00"))


def test_choosing_one_of_two_answers_for_every_part_about_them() -> None:
    captured = a_reading("lunch with chris yesterday, he owes me a book")
    (unclear,) = captured.unclear
    right = corrected(captured, Corrections().answered(unclear, unclear.candidates[1]))
    assert right.ready
    assert [people_of(part) for part in right.parts] == [(unclear.candidates[1],)] * 2


def test_an_unknown_name_can_become_a_new_person() -> None:
    captured = a_reading("called Johanna about the fitting")
    (unclear,) = captured.unclear
    right = corrected(captured, Corrections().answered(unclear, CaptureAnswer.NEW_PERSON))
    conversation, added = right.parts
    assert isinstance(added, CapturedPerson)
    assert added.name == "Johanna"
    assert [person.contact for person in people_of(conversation)] == [newcomer(1)]
    assert place_of_newcomer(newcomer(1)) == 1
    assert right.ready


def test_an_answer_holds_while_typing_goes_on() -> None:
    captured = a_reading("called Chris")
    answers = Corrections().answered(captured.unclear[0], captured.unclear[0].candidates[0])
    later = corrected(a_reading("called Chris about the roof"), answers)
    assert later.ready
    assert people_of(later.parts[0]) == (captured.unclear[0].candidates[0],)


def test_kind_direction_and_day_can_be_changed() -> None:
    captured = a_reading("called Anna")
    changes = Corrections().changed(0, PartField.KIND, InteractionKind.MEETING)
    changes = changes.changed(0, PartField.DIRECTION, Direction.BOTH).changed(
        0, PartField.ON, date(2026, 11, 20)
    )
    (part,) = corrected(captured, changes).parts
    assert isinstance(part, CapturedConversation)
    assert (part.kind, part.direction, part.on) == (
        InteractionKind.MEETING,
        Direction.BOTH,
        date(2026, 11, 20),
    )
    (note,) = corrected(captured, Corrections().changed(0, PartField.KIND, None)).parts
    assert isinstance(note, CapturedNote)


def test_a_note_that_reads_like_a_conversation_can_be_made_one() -> None:
    captured = a_reading("Kavitha, mail, thanked her for the intro")
    (unclear,) = captured.unclear
    right = corrected(captured, Corrections().answered(unclear, Direction.THEIRS))
    assert right.ready
    (part,) = right.parts
    assert isinstance(part, CapturedConversation)
    assert part.direction is Direction.THEIRS


def test_a_changed_day_answers_the_question_when() -> None:
    captured = a_reading("called Rose on Tuesday")
    assert [item.days for item in captured.unclear] != [()]
    assert corrected(captured, Corrections().changed(0, PartField.ON, date(2026, 11, 24))).ready


def test_a_reminder_can_be_moved_to_an_hour() -> None:
    captured = a_reading("remind me to call Anna tomorrow")
    due = CapturedDue(date(2026, 12, 1))
    (part,) = corrected(captured, Corrections().changed(0, PartField.DUE, due)).parts
    assert isinstance(part, CapturedReminder)
    assert part.due == due


def test_suggestions_are_left_out_until_they_are_ticked() -> None:
    note, suggestion = a_reading("Anna likes dark chocolate").parts
    assert isinstance(suggestion, CapturedRemember)
    none = Corrections()
    assert (none.keeps(0, note), none.keeps(1, suggestion)) == (True, False)
    assert none.turned_over(1, suggestion).keeps(1, suggestion)
    assert not none.turned_over(0, note).keeps(0, note)


def test_leaving_a_part_out_settles_what_it_asks() -> None:
    captured = a_reading("called Chris, remind me tomorrow to water the plants")
    assert doubted(captured) == {0, 1}
    assert corrected(captured, Corrections().turned_over(0, captured.parts[0])).ready


def test_parts_about_the_doubted_person_are_doubted_too() -> None:
    captured = a_reading("lunch with chris yesterday, he owes me a book")
    assert doubted(captured) == {0, 1}
    assert doubted(replace(captured, unclear=())) == frozenset()
