"""After saving one learns one useful thing that was not typed."""

from dataclasses import replace
from datetime import date

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.payback import PaybackKind, payback
from relate_desktop.domain.promise import OwedBy
from tests.present import a_moment, a_present, a_promise, at

ANNA = ContactId(1)


def a_talk(day: int, text: str, direction: Direction = Direction.THEIRS) -> Interaction:
    happened = Happened(date(2026, 11, day))
    return Interaction(InteractionKind.CALL, direction, happened, (ANNA,), text)


def test_what_i_owe_comes_first() -> None:
    found = payback(
        ANNA, [a_promise(owed_by=OwedBy.THEIRS), a_promise(owed_by=OwedBy.MINE)], [], [], a_present()
    )
    assert found is not None
    assert found.kind is PaybackKind.I_OWE


def test_a_kept_promise_is_no_news_but_a_birthday_is() -> None:
    kept = replace(a_promise(owed_by=OwedBy.MINE), kept_at=at("2026-11-24 08:00"))
    found = payback(ANNA, [kept], [a_moment("1991-11-26"), a_moment("--11-25", 2)], [], a_present())
    assert found is not None
    assert found.kind is PaybackKind.MOMENT
    assert found.moment is not None
    assert found.moment.years == 35


def test_what_they_told_last_comes_before_what_i_told() -> None:
    talks = [a_talk(2, "new oven is late"), a_talk(10, "invoice attached", Direction.MINE), a_talk(11, " ")]
    found = payback(ANNA, [], [], talks, a_present())
    assert found is not None
    assert found.interaction == talks[0]
    found = payback(ANNA, [], [], talks[1:], a_present())
    assert found is not None
    assert found.interaction == talks[1]


def test_of_a_stranger_there_is_nothing() -> None:
    assert payback(ContactId(2), [a_promise(owed_by=OwedBy.MINE)], [], [a_talk(2, "x")], a_present()) is None
