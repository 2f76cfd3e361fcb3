"""A reading of quick capture put right by hand: questions answered, parts changed or left out.

Corrections are kept beside the line and laid over every new reading of it, so that typing on
does not undo what was chosen. What nobody changed follows the line.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from relate_desktop.domain.capture_parts import (
    Candidate,
    Captured,
    CapturedConversation,
    CapturedDue,
    CapturedMoment,
    CapturedNote,
    CapturedPart,
    CapturedPerson,
    CapturedPromise,
    CapturedRemember,
    CapturedReminder,
    Doubt,
    Unclear,
)
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, InteractionKind
from relate_desktop.domain.text import fold

ASKS_WHO = frozenset({Doubt.WHO, Doubt.UNKNOWN, Doubt.PRONOUN, Doubt.NOBODY})
"""The doubts that a person answers."""


class CaptureAnswer(StrEnum):
    """Answers that are no value of their own."""

    NEW_PERSON = "new_person"
    NOBODY = "nobody"
    JUST_A_NOTE = "just_a_note"


Answer = Candidate | date | Direction | InteractionKind | CaptureAnswer


class PartField(StrEnum):
    """What of a part can be changed."""

    PEOPLE = "people"
    KIND = "kind"
    DIRECTION = "direction"
    ON = "on"
    DUE = "due"


Value = tuple[Candidate, ...] | InteractionKind | Direction | date | CapturedDue | None


@dataclass(frozen=True, slots=True)
class Corrections:
    """What was put right so far. Later answers and changes take the place of earlier ones."""

    answers: tuple[tuple[Doubt, str, Answer], ...] = ()
    changes: tuple[tuple[int, PartField, Value], ...] = ()
    turned: frozenset[tuple[int, str]] = frozenset()
    """Parts kept or left out against what is usual for their kind."""

    def answered(self, unclear: Unclear, answer: Answer) -> "Corrections":
        """With a question answered, for every place where the same is asked."""
        kept = tuple(item for item in self.answers if item[:2] != (unclear.doubt, fold(unclear.text)))
        return replace(self, answers=(*kept, (unclear.doubt, fold(unclear.text), answer)))

    def changed(self, place: int, field: PartField, value: Value) -> "Corrections":
        """With another value in the part at that place."""
        kept = tuple(item for item in self.changes if item[:2] != (place, field))
        return replace(self, changes=(*kept, (place, field, value)))

    def turned_over(self, place: int, part: CapturedPart) -> "Corrections":
        """With a part kept that was left out, or left out that was kept."""
        return replace(self, turned=self.turned ^ {(place, type(part).__name__)})

    def keeps(self, place: int, part: CapturedPart) -> bool:
        """Whether the part is saved: suggestions only when they were ticked."""
        return suggested(part) == ((place, type(part).__name__) in self.turned)


def suggested(part: CapturedPart) -> bool:
    """Whether a part is only a suggestion, unticked at first."""
    return isinstance(part, CapturedMoment | CapturedRemember)


def corrected(captured: Captured, corrections: Corrections) -> Captured:
    """The reading with everything laid over it that was put right.

    A new person somebody is answered with is a part of its own at the end, and meant by the id
    that ``newcomer`` makes of its place.
    """
    parts = list(captured.parts)
    open_questions: list[Unclear] = []
    for unclear in captured.unclear:
        answer = _answer_to(unclear, corrections)
        if answer is None:
            open_questions.append(unclear)
        else:
            _apply(parts, unclear, answer)
    for place, field, value in corrections.changes:
        if place < len(captured.parts):
            parts[place] = _with(parts[place], field, value)
    asked = [item for item in open_questions if not _settled(item, parts, corrections)]
    asked += _about_nobody(parts, asked, corrections)
    return Captured(captured.sentence, tuple(parts), tuple(asked))


def newcomer(place: int) -> ContactId:
    """The id that stands for the new person in the part at that place until there is a real one."""
    return ContactId(-place - 1)


def place_of_newcomer(contact: ContactId) -> int | None:
    """Which part a new person's id stands for; None for somebody in the book."""
    return -contact - 1 if contact < 0 else None


def people_of(part: CapturedPart) -> tuple[Candidate, ...]:
    """Whom a part is about; a new person is about nobody else."""
    return () if isinstance(part, CapturedPerson) else part.people


def about_nobody(part: CapturedPart) -> bool:
    """Whether a part says nobody and has to; a reminder may be about no one."""
    return not isinstance(part, CapturedPerson | CapturedReminder) and not part.people


def doubted(captured: Captured) -> frozenset[int]:
    """The places of the parts that something is asked about, with all parts about the same people."""
    found: set[int] = set()
    for unclear in captured.unclear:
        found.add(unclear.part)
        if unclear.doubt in ASKS_WHO:
            found.update(_sharing(captured.parts, unclear.part))
    return frozenset(found)


def _about_nobody(parts: list[CapturedPart], asked: list[Unclear], corrections: Corrections) -> list[Unclear]:
    """The question about whom it is, where those it was about were left out."""
    in_question = {place for item in asked if item.doubt in ASKS_WHO for place in _sharing(parts, item.part)}
    return [
        Unclear(Doubt.NOBODY, "", 0, 0, place)
        for place, part in enumerate(parts)
        if about_nobody(part) and place not in in_question and corrections.keeps(place, part)
    ]


def _answer_to(unclear: Unclear, corrections: Corrections) -> Answer | None:
    wanted = (unclear.doubt, fold(unclear.text))
    return next((answer for doubt, text, answer in corrections.answers if (doubt, text) == wanted), None)


def _apply(parts: list[CapturedPart], unclear: Unclear, answer: Answer) -> None:
    if unclear.doubt in ASKS_WHO:
        _name(parts, unclear, answer)
        return
    part = parts[unclear.part]
    if isinstance(answer, InteractionKind):
        parts[unclear.part] = _with(part, PartField.KIND, answer)
    elif isinstance(answer, Direction):
        parts[unclear.part] = _with(part, PartField.DIRECTION, answer)
    elif isinstance(answer, date):
        parts[unclear.part] = _on(part, answer)


def _name(parts: list[CapturedPart], unclear: Unclear, answer: Answer) -> None:
    """Put the answer into the part that asked, and into those about the same people."""
    if isinstance(answer, Candidate):
        person = answer
    elif answer is CaptureAnswer.NEW_PERSON:
        person = Candidate(newcomer(len(parts)), unclear.text)
        parts.append(CapturedPerson(unclear.text, "", (), (), "", ()))
    else:
        return
    for place in _sharing(parts, unclear.part):
        part = parts[place]
        if not isinstance(part, CapturedPerson):
            others = tuple(item for item in part.people if item.contact != person.contact)
            parts[place] = replace(part, people=(*others, person))


def _sharing(parts: Iterable[CapturedPart], place: int) -> list[int]:
    """The places of the parts about the same people as the one at a place, that one included."""
    listed = list(parts)
    people = people_of(listed[place])
    return [
        number
        for number, part in enumerate(listed)
        if not isinstance(part, CapturedPerson) and part.people == people
    ]


def _on(part: CapturedPart, day: date) -> CapturedPart:
    """The part on another day; of what is owed or to be told it is the day until when."""
    if isinstance(part, CapturedConversation | CapturedNote):
        return replace(part, on=day)
    if isinstance(part, CapturedPromise | CapturedReminder):
        due = part.due
        return replace(part, due=CapturedDue(day) if due is None else replace(due, on=day))
    return part


def _with(part: CapturedPart, field: PartField, value: Value) -> CapturedPart:
    """The part with another value, where it has such a thing."""
    if field is PartField.PEOPLE and isinstance(value, tuple) and not isinstance(part, CapturedPerson):
        part = replace(part, people=value)
    elif field is PartField.KIND:
        part = _as_kind(part, value if isinstance(value, InteractionKind) else None)
    elif field is PartField.DIRECTION and isinstance(value, Direction):
        part = replace(part, direction=value) if isinstance(part, CapturedConversation) else part
    elif field is PartField.ON and isinstance(value, date):
        part = _on(part, value)
    elif field is PartField.DUE:
        part = _due(part, value if isinstance(value, CapturedDue) else None)
    return part


def _due(part: CapturedPart, due: CapturedDue | None) -> CapturedPart:
    """What is owed or to be told, due at another time; a reminder without one is told when there is room."""
    if isinstance(part, CapturedPromise):
        return replace(part, due=due)
    if isinstance(part, CapturedReminder):
        return replace(part, due=due or CapturedDue(None))
    return part


def _as_kind(part: CapturedPart, kind: InteractionKind | None) -> CapturedPart:
    """A conversation of another kind, or made a note, or a note made a conversation."""
    if isinstance(part, CapturedConversation):
        if kind is None:
            return CapturedNote(part.people, part.on, part.text, part.marks)
        return replace(part, kind=kind)
    if isinstance(part, CapturedNote) and kind is not None:
        both = Direction.BOTH
        return CapturedConversation(part.people, kind, both, part.on, None, None, part.text, part.marks)
    return part


def _settled(unclear: Unclear, parts: list[CapturedPart], corrections: Corrections) -> bool:
    """Whether a change of the part has answered the question as well."""
    changed = {field for place, field, _ in corrections.changes if place == unclear.part}
    left_out = not corrections.keeps(unclear.part, parts[unclear.part])
    return left_out or bool(
        changed
        & {
            Doubt.WHEN: {PartField.ON, PartField.DUE},
            Doubt.DIRECTION: {PartField.DIRECTION},
            Doubt.WHAT: {PartField.KIND},
        }.get(unclear.doubt, {PartField.PEOPLE})
    )
