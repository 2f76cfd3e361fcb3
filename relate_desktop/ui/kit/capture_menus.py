"""What the chips of quick capture offer: other people, days, times, kinds and directions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from relate_desktop.domain.capture_corrections import ASKS_WHO, Answer, CaptureAnswer, PartField, Value
from relate_desktop.domain.capture_parts import (
    Candidate,
    CapturedConversation,
    CapturedDue,
    CapturedNote,
    CapturedPart,
    CapturedPerson,
    CapturedPromise,
    CapturedReminder,
    Doubt,
    Unclear,
)
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, InteractionKind
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.wall_time import moved
from relate_desktop.ui.kit.person_picker import told_apart
from relate_desktop.ui.kit.tooltips import menu_text
from relate_desktop.words.capture_parts import day_near
from relate_desktop.words.captures import choice_words
from relate_desktop.words.conversations import direction_name, kind_name
from relate_desktop.words.due import clock_time
from relate_desktop.words.numbers import sentence
from relate_desktop.words.translation import _

_DAYS_BACK = 7
_MOST_PEOPLE = 10
_AHEAD = (1, 3, 7, 14, 30)
_HOURS = (time(9), time(12), time(15), time(18))


@dataclass(frozen=True, slots=True)
class Hands:
    """What a menu may do: answer a question, change a part, leave it out, pick somebody."""

    answer: Callable[[Unclear, Answer], object]
    change: Callable[[int, PartField, Value], object]
    turn: Callable[[int], object]
    pick: Callable[[Callable[[Candidate], object]], object]


def ask_menu(
    menu: QMenu, unclear: Unclear, people: Mapping[ContactId, ContactSummary], today: date, hands: Hands
) -> None:
    """The answers to a question."""
    if unclear.doubt in ASKS_WHO:
        for candidate in _likeliest(unclear.candidates, people):
            row = people.get(candidate.contact)
            words = candidate.called if row is None else told_apart(row)
            _add(menu, words, partial(hands.answer, unclear, candidate))
        if unclear.doubt is Doubt.UNKNOWN:
            words = choice_words(CaptureAnswer.NEW_PERSON, unclear.text)
            _add(menu, words, lambda: hands.answer(unclear, CaptureAnswer.NEW_PERSON))
        _add(menu, _("Somebody else…"), lambda: hands.pick(lambda one: hands.answer(unclear, one)))
        if unclear.doubt is Doubt.UNKNOWN:
            words = choice_words(CaptureAnswer.NOBODY, unclear.text)
            _add(menu, words, lambda: hands.answer(unclear, CaptureAnswer.NOBODY))
    elif unclear.doubt is Doubt.WHEN:
        for day in dict.fromkeys((*unclear.days, today)):
            _add(menu, sentence(day_near(day, today)), partial(hands.answer, unclear, day))
    elif unclear.doubt is Doubt.DIRECTION:
        for direction in Direction:
            _add(menu, direction_name(direction), partial(hands.answer, unclear, direction))
    else:
        for kind in InteractionKind:
            _add(menu, kind_name(kind), partial(hands.answer, unclear, kind))
        words = choice_words(CaptureAnswer.JUST_A_NOTE, "")
        _add(menu, words, lambda: hands.answer(unclear, CaptureAnswer.JUST_A_NOTE))


def _likeliest(
    candidates: Sequence[Candidate], people: Mapping[ContactId, ContactSummary]
) -> list[Candidate]:
    """Those to choose from, who one was in touch with last first; the others are found by name."""

    def place(candidate: Candidate) -> tuple[float, str]:
        row = people.get(candidate.contact)
        last = None if row is None else row.last_contact_at
        return (0.0 if last is None else -last.timestamp(), candidate.called)

    return sorted(candidates, key=place)[:_MOST_PEOPLE]


def person_menu(menu: QMenu, place: int, part: CapturedPart, person: Candidate, hands: Hands) -> None:
    """Somebody else in place of a person, or the person left out."""
    if isinstance(part, CapturedPerson):
        return
    people = part.people

    def put(other: Candidate | None) -> None:
        kept = [other if item == person else item for item in people]
        hands.change(place, PartField.PEOPLE, tuple(item for item in kept if item is not None))

    _add(menu, _("Somebody else…"), lambda: hands.pick(put))
    _add(
        menu,
        _("Somebody more…"),
        lambda: hands.pick(lambda one: hands.change(place, PartField.PEOPLE, (*people, one))),
    )
    if len(people) > 1:
        _add(menu, choice_words(CaptureAnswer.NOBODY, person.called), lambda: put(None))


def day_menu(
    menu: QMenu, place: int, part: CapturedConversation | CapturedNote, today: date, hands: Hands
) -> None:
    """The days up to a week ago, tomorrow for what is planned, and the day it has."""
    days = [moved(today, -back) for back in range(_DAYS_BACK)]
    group = QActionGroup(menu)
    for day in dict.fromkeys((*days, part.on)):
        action = _add(
            menu,
            sentence(day_near(day, today)),
            partial(hands.change, place, PartField.ON, day),
        )
        action.setCheckable(True)
        action.setChecked(day == part.on)
        group.addAction(action)


def direction_menu(menu: QMenu, place: int, part: CapturedConversation, hands: Hands) -> None:
    """Who reached out."""
    group = QActionGroup(menu)
    for direction in Direction:
        action = _add(
            menu,
            direction_name(direction),
            partial(hands.change, place, PartField.DIRECTION, direction),
        )
        action.setCheckable(True)
        action.setChecked(direction is part.direction)
        group.addAction(action)


def kind_menu(menu: QMenu, place: int, part: CapturedPart, hands: Hands) -> None:
    """By which means, just a note, or not at all."""
    if isinstance(part, CapturedConversation | CapturedNote):
        here = part.kind if isinstance(part, CapturedConversation) else None
        group = QActionGroup(menu)
        for kind in (*InteractionKind, None):
            words = choice_words(CaptureAnswer.JUST_A_NOTE, "") if kind is None else kind_name(kind)
            action = _add(menu, words, partial(hands.change, place, PartField.KIND, kind))
            action.setCheckable(True)
            action.setChecked(kind is here)
            group.addAction(action)
        menu.addSeparator()
    _add(menu, _("Leave this out"), lambda: hands.turn(place))


def due_menu(
    menu: QMenu, place: int, part: CapturedPromise | CapturedReminder, today: date, hands: Hands
) -> None:
    """Days to come, when there is room, and the hours of the day it has."""
    due = part.due or CapturedDue(None)

    def put(changed: CapturedDue) -> None:
        hands.change(place, PartField.DUE, changed)

    days = [moved(today, ahead) for ahead in _AHEAD]
    for day in sorted({*days, *([] if due.on is None else [due.on])}):
        words = sentence(day_near(day, today))
        action = _add(menu, words, partial(put, replace(due, on=day)))
        action.setCheckable(True)
        action.setChecked(day == due.on)
    if isinstance(part, CapturedReminder):
        room = _add(menu, _("When there is room"), lambda: put(CapturedDue(None)))
        room.setCheckable(True)
        room.setChecked(due.room)
    if due.on is None:
        return
    menu.addSeparator()
    hours: Iterable[time | None] = (None, *sorted({*_HOURS, *([] if due.at is None else [due.at])}))
    for hour in hours:
        words = _("Any time") if hour is None else clock_time(hour)
        action = _add(menu, words, partial(put, replace(due, at=hour)))
        action.setCheckable(True)
        action.setChecked(hour == due.at)


def _add(menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
    action = menu.addAction(menu_text(words))
    action.triggered.connect(lambda *_checked: act())
    return action
