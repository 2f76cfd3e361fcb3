"""Conversations in words."""

import pytest

from relate_desktop.domain.interaction import Direction, InteractionKind
from relate_desktop.domain.text import isolate
from relate_desktop.words.conversations import direction_name, kind_name, talked

ANNA = isolate("Anna")


@pytest.mark.parametrize("kind", InteractionKind)
@pytest.mark.parametrize("direction", Direction)
def test_every_conversation_has_words(kind: InteractionKind, direction: Direction) -> None:
    assert kind_name(kind)
    assert direction_name(direction)
    assert ANNA in talked(kind, direction, "Anna")


def test_who_began_is_said_in_words() -> None:
    assert talked(InteractionKind.CALL, Direction.MINE, "Anna") == f"You called {ANNA}"
    assert talked(InteractionKind.MESSAGE, Direction.THEIRS, "Anna") == f"{ANNA} wrote"
    assert talked(InteractionKind.MEETING, Direction.BOTH, "Anna") == f"You met {ANNA}"
