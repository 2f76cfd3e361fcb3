"""What quick capture asks."""

import pytest

from relate_desktop.domain.capture_corrections import CaptureAnswer, PartField
from relate_desktop.domain.capture_parts import Doubt, MarkKind
from relate_desktop.domain.text import display, isolate
from relate_desktop.words.captures import choice_words, doubt_question, field_chip, mark_name


@pytest.mark.parametrize("doubt", Doubt)
def test_every_doubt_is_a_question(doubt: Doubt) -> None:
    assert "?" in doubt_question(doubt, "Chris")


def test_what_was_typed_is_shown_safely() -> None:
    assert doubt_question(Doubt.WHO, "a\u202eb") == (
        f"Which {display(chr(97) + chr(0x202E) + 'b')} do you mean?"
    )


@pytest.mark.parametrize("kind", MarkKind)
def test_every_part_has_a_name(kind: MarkKind) -> None:
    assert mark_name(kind)


def test_chips_say_what_they_change() -> None:
    assert field_chip(PartField.ON, "yesterday") == "When: yesterday"
    assert len({field_chip(field, "x") for field in PartField}) == len(PartField)


def test_an_unknown_name_can_be_added_or_left_out() -> None:
    name = isolate("Johanna")
    assert choice_words(CaptureAnswer.NEW_PERSON, "Johanna") == f"Add {name} as a new person"
    assert choice_words(CaptureAnswer.NOBODY, "Johanna") == f"Leave {name} out"
    assert choice_words(CaptureAnswer.JUST_A_NOTE, "") == "Just a note"
