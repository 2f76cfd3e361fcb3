"""Lines of the agenda and where one stands among them."""

from datetime import date

from relate_desktop.ui.calendar.lines import AgendaLine, CalendarView, LineKind, numbered, place_of

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def a_line(on: date, title: str, kind: LineKind = LineKind.REMINDER) -> AgendaLine:
    """One line."""
    return AgendaLine(kind, on, title, title)


def test_lines_know_where_in_their_day_they_stand() -> None:
    lines = numbered([a_line(MONDAY, "One"), a_line(MONDAY, "Two"), a_line(TUESDAY, "Three")])
    assert [(line.first, line.last) for line in lines] == [(True, False), (False, True), (True, True)]


def test_a_day_without_lines_is_taken_for_the_next_that_has_some() -> None:
    lines = numbered([a_line(MONDAY, "One"), a_line(date(2026, 11, 30), "Two")])
    assert place_of(lines, "", TUESDAY) == 1
    assert place_of(lines, "", date(2026, 12, 24)) == -1


def test_a_free_day_is_nothing_that_stands_in_a_month() -> None:
    view = CalendarView(
        MONDAY,
        TUESDAY,
        MONDAY,
        numbered([a_line(MONDAY, "One"), a_line(TUESDAY, "Nothing planned.", LineKind.NOTHING)]),
    )
    assert list(view.by_day) == [MONDAY]


def test_days_follow_each_other() -> None:
    first = CalendarView(MONDAY, MONDAY, MONDAY, numbered([a_line(MONDAY, "One")]))
    second = CalendarView(TUESDAY, TUESDAY, MONDAY, numbered([a_line(TUESDAY, "Two")]), ends=True)
    both = first.followed_by(second)
    assert (both.first, both.last, both.ends) == (MONDAY, TUESDAY, True)
    assert [line.title for line in both.lines] == ["One", "Two"]
