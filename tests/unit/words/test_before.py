from datetime import date

from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.rest import Rest
from relate_desktop.words.before import pacing, said_then
from tests.present import TODAY


def conversation(kind: InteractionKind, direction: Direction, text: str = "") -> Interaction:
    """A conversation of 10 November."""
    return Interaction(kind, direction, Happened(date(2026, 11, 10)), (), text)


def test_a_conversation_is_told_in_a_line() -> None:
    icon, words = said_then(
        conversation(InteractionKind.MAIL, Direction.MINE, "invoice attached,\n thanks"), "Anna", TODAY
    )
    assert icon == "paper-plane-tilt"
    assert words == "10 Nov · You mailed \u2068Anna\u2069: \u2068invoice attached, thanks\u2069"


def test_a_conversation_without_words_only_says_that_it_was() -> None:
    icon, words = said_then(conversation(InteractionKind.CALL, Direction.THEIRS), "Anna", TODAY)
    assert (icon, words) == ("phone", "10 Nov · \u2068Anna\u2069 called")


def test_whether_it_is_a_time_to_write() -> None:
    rest = Rest(date(2026, 12, 8), 2, date(2026, 11, 24))
    assert pacing("João", rest, 20, 20, TODAY) == (
        "\u2068João\u2069 has two unanswered notes from you. Relate stays quiet until 8 Dec."
    )
    assert pacing("Anna", None, 20, 21, TODAY) == (
        "If \u2068Anna\u2069 does not answer this one, Relate waits three weeks before it suggests anything."
    )
    assert pacing("Anna", None, 21, None, TODAY) == "You and \u2068Anna\u2069 talk about every three weeks."
    assert pacing("Anna", None, None, None, TODAY) == ""
