"""Today as a whole: finite, with reasons, and empty when nothing waits."""

from datetime import date, timedelta

from relate_desktop.domain.agenda import AgendaInput, agenda
from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.suggestions import Acquaintance
from tests.present import TODAY, a_moment, a_present, a_promise, a_reminder, talk


def test_today_holds_everything_that_matters_now() -> None:
    kai = Acquaintance(ContactId(9), (talk("2026-06-24"),), date(2020, 1, 1), cadence=Cadence(60))
    found = agenda(
        AgendaInput(
            reminders=[a_reminder()],
            promises=[a_promise("2026-11-24")],
            moments=[a_moment("1991-11-26"), a_moment("1980-11-20", 2)],
            people=[kai],
        ),
        a_present(),
    )
    assert [row.text for row in found.due.rows] == ["Send the cover", "the contract"]
    assert [day.moment.contact for day in found.coming_up] == [1]
    assert [day.moment.contact for day in found.late_wishes] == [2]
    assert [item.contact for item in found.suggestions.shown] == [9]
    assert not found.empty


def test_a_day_without_anything_is_empty() -> None:
    found = agenda(AgendaInput(moments=[a_moment("1991-11-26")]), a_present())
    assert found.empty
    assert found.coming_up


def test_back_after_three_weeks_today_is_as_short_as_ever() -> None:
    reminders = [
        a_reminder((TODAY - timedelta(days=number)).isoformat(), number=number + 1) for number in range(21)
    ]
    people = [
        Acquaintance(ContactId(number), (talk("2026-01-01"),), date(2020, 1, 1), cadence=Cadence(30))
        for number in range(40)
    ]
    found = agenda(AgendaInput(reminders, people=people, last_looked_on=date(2026, 11, 3)), a_present())
    assert len(found.due.rows) <= 7
    assert len(found.suggestions.shown) == 3
