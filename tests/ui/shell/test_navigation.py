from relate_desktop.ui.shell.navigation import entries


def test_only_rooms_that_exist_can_be_gone_to() -> None:
    assert [entry.key for entry in entries({"people", "settings"})] == ["people"]
    assert [entry.key for entry in entries({"timeline", "people", "reminders", "today"})] == [
        "today",
        "people",
        "reminders",
        "timeline",
    ]


def test_what_waits_today_is_shown_and_spoken() -> None:
    today = entries({"today"}, today=3)[0]
    assert (today.count, today.description) == ("3", "3 for today")


def test_a_day_without_anything_shows_no_number() -> None:
    today = entries({"today"})[0]
    assert (today.count, today.description) == ("", "")
