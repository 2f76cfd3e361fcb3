"""Which birthdays are near, and for which it is not too late."""

from datetime import date

from relate_desktop.domain.coming_up import coming_up, late_wishes
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.recurrence import LeapDay
from tests.present import a_moment, a_present


def test_the_next_ten_days_with_ages() -> None:
    moments = [
        a_moment("1991-11-26"),
        a_moment("--12-04", 2),
        a_moment("1970-12-05", 3),
        a_moment("--11-24", 4),
    ]
    found = coming_up(moments, a_present())
    assert [(day.moment.contact, day.on, day.years) for day in found] == [
        (4, date(2026, 11, 24), None),
        (1, date(2026, 11, 26), 35),
        (2, date(2026, 12, 4), None),
    ]


def test_at_most_five_the_nearest() -> None:
    moments = [a_moment(f"--11-{24 + number}", number) for number in range(7)]
    assert [day.moment.contact for day in coming_up(moments, a_present())] == [0, 1, 2, 3, 4]


def test_one_may_be_told_long_ahead() -> None:
    wedding = a_moment("2026-12-20", yearly=False, ahead=30, kind=DateKind.OTHER)
    assert [day.on for day in coming_up([wedding], a_present())] == [date(2026, 12, 20)]
    assert coming_up([a_moment("2026-12-20", yearly=False, ahead=20)], a_present()) == ()


def test_29_february_is_as_the_user_has_it() -> None:
    leap = a_moment("1992-02-29")
    february = coming_up([leap], a_present("2027-02-25 09:00"))
    march = coming_up([leap], a_present("2027-02-25 09:00", leap_day=LeapDay.MARCH))
    assert [day.on for day in (*february, *march)] == [date(2027, 2, 28), date(2027, 3, 1)]


def test_it_is_not_too_late_for_a_week() -> None:
    moments = [
        a_moment("1980-11-20", 1),
        a_moment("1980-11-20", 2),
        a_moment("--11-16", 3),
        a_moment("--11-17", 4),
        a_moment("--11-24", 5),
        a_moment("2026-11-20", 6, yearly=False),
        a_moment("--11-20", 7, kind=DateKind.DEATH),
    ]
    last_talks = {ContactId(1): date(2026, 11, 19), ContactId(2): date(2026, 11, 20)}
    found = late_wishes(moments, last_talks, a_present())
    assert [(day.moment.contact, day.years) for day in found] == [(4, None), (1, 46)]


def test_new_year_is_no_border() -> None:
    late = late_wishes([a_moment("1980-12-30")], {}, a_present("2027-01-02 09:00"))
    assert [day.on for day in late] == [date(2026, 12, 30)]
