"""Which open reminders a jotted line obviously answers: the call that was to be made."""

from collections.abc import Iterable

from relate_desktop.domain.capture_parts import Captured, CapturedConversation
from relate_desktop.domain.capture_tokens import tokenize
from relate_desktop.domain.capture_words import Language
from relate_desktop.domain.interaction import Direction
from relate_desktop.domain.present import Present
from relate_desktop.domain.reminder import Reminder, due_of


def answered_by(
    captured: Captured, waiting: Iterable[Reminder], languages: Iterable[Language], present: Present
) -> tuple[Reminder, ...]:
    """The reminders to be in touch, due by today, with exactly those one was just in touch with.

    Somebody who called by themselves answers only a reminder to hear from them: none.
    """
    talks = [
        {person.contact for person in part.people}
        for part in captured.parts
        if isinstance(part, CapturedConversation)
        and part.on <= present.today
        and part.direction is not Direction.THEIRS
    ]
    spoken = tuple(languages)
    return tuple(
        reminder
        for reminder in waiting
        if reminder.people
        and any(set(reminder.people) <= talk for talk in talks)
        and _comes_by_today(reminder, present)
        and any(_of_talking(reminder.text, language) for language in spoken)
    )


def _comes_by_today(reminder: Reminder, present: Present) -> bool:
    due = due_of(reminder, present)
    return due is not None and due.on <= present.today


def _of_talking(text: str, language: Language) -> bool:
    """Whether the words are about being in touch: *call Anna*, *second, gentle note to Anna*."""
    tokens = tokenize(text, dot_ordinals=language.times.dot_ordinals)
    return any(
        token.folded in language.contacting or language.nouns.at(tokens, place) is not None
        for place, token in enumerate(tokens)
    )
