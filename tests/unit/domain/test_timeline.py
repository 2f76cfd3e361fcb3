from datetime import date

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.timeline import moment_entry, people_in
from relate_desktop.domain.timeline_note import TimelineNote

ADA, BOB = ContactId(1), ContactId(2)
DAY = Happened(date(2026, 3, 1))


def test_everybody_an_item_is_about_is_named_once_in_order() -> None:
    call = Interaction(InteractionKind.CALL, Direction.MINE, DAY, (BOB, ADA, BOB))
    assert people_in(call) == (BOB, ADA)
    assert people_in(TimelineNote("tea", DAY, (ADA,))) == (ADA,)
    assert people_in(Moment(DateKind.OTHER, PartialDate(2026, 3, 1), ADA)) == (ADA,)
    assert people_in(Moment(DateKind.OTHER, PartialDate(2026, 3, 1), None)) == ()


def test_moments_stand_under_negative_numbers() -> None:
    assert moment_entry(4) == -4
