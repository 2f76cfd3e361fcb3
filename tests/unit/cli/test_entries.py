from datetime import date

import pytest

from relate_desktop.cli.entries import entry_document, when_of
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.interaction import Happened
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.timeline import TimelineEntry, moment_entry


def test_a_day_stays_a_day() -> None:
    assert when_of(Happened(date(2026, 3, 1))) == "2026-03-01"


def test_a_moment_of_somebodys_life_is_no_entry() -> None:
    moment = Moment(DateKind.OTHER, PartialDate(2026, 3, 1), ContactId(1))
    with pytest.raises(TypeError):
        entry_document(TimelineEntry(moment_entry(1), moment, (), None, None))
