"""What quick capture asks, and what it calls the parts of a line."""

from relate_desktop.domain.capture_corrections import CaptureAnswer, PartField
from relate_desktop.domain.capture_parts import Doubt, MarkKind
from relate_desktop.domain.text import display, isolate
from relate_desktop.words.translation import _


def doubt_question(doubt: Doubt, text: str) -> str:
    """What to ask about a stretch of a line."""
    return {
        Doubt.WHO: _("Which {text} do you mean?"),
        Doubt.UNKNOWN: _("Nobody here is called {text}. Add a new person?"),
        Doubt.PRONOUN: _("Who is meant by “{text}”?"),
        Doubt.NOBODY: _("Who is it about?"),
        Doubt.WHEN: _("Which day do you mean by “{text}”?"),
        Doubt.WHAT: _("Was “{text}” a conversation?"),
        Doubt.DIRECTION: _("Who reached out?"),
    }[doubt].format(text=display(text))


def mark_name(kind: MarkKind) -> str:
    """What a tinted stretch of a line was understood as."""
    return {
        MarkKind.WHAT: _("What"),
        MarkKind.WHO: _("Who"),
        MarkKind.WHEN: _("When"),
        MarkKind.LENGTH: _("How long"),
        MarkKind.REMINDER: _("Reminder"),
        MarkKind.PROMISE: _("Promise"),
        MarkKind.MOMENT: _("Moment"),
        MarkKind.REMEMBER: _("Worth remembering"),
        MarkKind.NOTE: _("Note"),
        MarkKind.NEW_PERSON: _("New person"),
    }[kind]


def field_chip(field: PartField, value: str) -> str:
    """What a chip that changes something of a part is called: ``When: yesterday``."""
    return {
        PartField.PEOPLE: _("Who: {value}"),
        PartField.KIND: _("What: {value}"),
        PartField.DIRECTION: _("Who reached out: {value}"),
        PartField.ON: _("When: {value}"),
        PartField.DUE: _("Remind: {value}"),
    }[field].format(value=value)


def choice_words(choice: CaptureAnswer, name: str) -> str:
    """An answer to a question about a name that is no person of the book."""
    return {
        CaptureAnswer.NEW_PERSON: _("Add {name} as a new person"),
        CaptureAnswer.NOBODY: _("Leave {name} out"),
        CaptureAnswer.JUST_A_NOTE: _("Just a note"),
    }[choice].format(name=isolate(name))
