"""What quick capture asks."""

import pytest

from relate_desktop.domain.capture_parts import Doubt, MarkKind
from relate_desktop.domain.text import display
from relate_desktop.words.captures import doubt_question, mark_name


@pytest.mark.parametrize("doubt", Doubt)
def test_every_doubt_is_a_question(doubt: Doubt) -> None:
    assert "?" in doubt_question(doubt, "Chris")


def test_what_was_typed_is_shown_safely() -> None:
    assert doubt_question(Doubt.WHO, "a\u202eb") == f"Who is {display(chr(97) + chr(0x202E) + 'b')}?"


@pytest.mark.parametrize("kind", MarkKind)
def test_every_part_has_a_name(kind: MarkKind) -> None:
    assert mark_name(kind)
