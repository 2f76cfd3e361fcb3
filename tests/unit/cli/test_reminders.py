from typing import Any

import pytest

from tests.command_line import run

AT = "2026-11-24T09:00+00:00"


@pytest.fixture(autouse=True)
def ada() -> None:
    run("add", "Ada Lovelace")


def remind(*words: object, at: str = AT) -> Any:
    ran = run("remind", "Ada", *words, "--json", at=at)
    assert ran.status == 0, ran.err + ran.out
    return ran.json


def reminders() -> list[Any]:
    found: list[Any] = run("show", "Ada", "--json", at=AT).json["reminders"]
    return found


@pytest.mark.parametrize(
    ("when", "due"),
    [
        ("2026-11-27", "2026-11-27"),
        ("2026-11-27T14:00", "2026-11-27T14:00:00+00:00"),
        ("2026-11-27T14:00+09:00", "2026-11-27T05:00:00+00:00"),
        ("friday 14:00", "2026-11-27T14:00:00+00:00"),
        ("in two weeks", "2026-12-08"),
        ("tomorrow at 9", "2026-11-25T09:00:00+00:00"),
        ("when there is room", None),
    ],
)
def test_a_reminder_is_due_when_it_is_said(when: str, due: str | None) -> None:
    document = remind("Send the cover", "--due", when)
    assert document == {
        "operation": "2",
        "done": False,
        "id": "r1",
        "kind": "reminder",
        "contact": "1",
        "contacts": ["1"],
        "name": "Ada Lovelace",
        "title": "Send the cover",
        "due": due,
        "repeats": None,
        "snoozed_until": None,
    }
    assert reminders() == [
        {key: value for key, value in document.items() if key not in {"operation", "done"}}
    ]


def test_it_comes_back_by_its_rule_and_moves_on_when_it_is_done() -> None:
    document = remind("Invoice", "--due", "2026-11-01", "--repeat", "FREQ=MONTHLY;BYDAY=-1FR")
    assert (document["due"], document["repeats"]) == ("2026-11-27", "FREQ=MONTHLY;BYDAY=-1FR")
    done = run("done", document["id"], "--json", at=AT).json
    assert (done["done"], done["due"]) == (False, "2026-12-25")


def test_words_may_say_that_it_repeats() -> None:
    assert remind("Water the plants", "--due", "every friday")["repeats"] == "FREQ=WEEKLY;BYDAY=FR"


def test_it_may_be_about_several_people() -> None:
    run("add", "Bob")
    document = remind("Lunch", "--with", "Bob", "--with", "Ada", "--due", "friday")
    assert (document["contact"], document["contacts"]) == ("1", ["1", "2"])


def test_a_rule_alone_begins_today() -> None:
    assert remind("Stretch", "--repeat", "FREQ=DAILY")["due"] == "2026-11-24"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--due", "soonish"], "due_malformed"),
        (["--due", "2026-02-30"], "due_malformed"),
        (["--due", "2026-11-27", "--repeat", "FREQ=HOURLY"], "rule_refused"),
        (["--repeat", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"], "rule_refused"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage_and_changes_nothing(options: list[str], code: str) -> None:
    ran = run("remind", "Ada", "x", *options, "--json", at=AT)
    assert (ran.status, ran.error["code"]) == (2, code)
    assert len(run("history", "--json").json["operations"]) == 1


def test_a_reminder_needs_words_and_somebody() -> None:
    assert run("remind", "Ada", " ", "--due", "friday", at=AT).status == 2
    assert run("remind", "Nobody", "x", "--due", "friday", at=AT).status == 3


def test_what_is_done_is_open_no_more_and_undo_opens_it() -> None:
    number = remind("Send the cover", "--due", "2026-11-24")["id"]
    ran = run("done", number, "--json", at=AT)
    assert (ran.json["done"], ran.json["operation"]) == (True, "3")
    assert reminders() == []
    assert run("done", number, "--json", at=AT).json["operation"] is None, "done twice is done once"
    run("undo")
    assert [item["id"] for item in reminders()] == [number]


def test_a_bare_number_is_a_reminder() -> None:
    remind("Send the cover", "--due", "2026-11-24")
    assert run("done", "1", "--json", at=AT).json["id"] == "r1"


def test_what_is_snoozed_is_told_of_later() -> None:
    number = remind("Send the cover", "--due", "2026-11-24")["id"]
    document = run("snooze", number, "--until", "tomorrow at 9", "--json", at=AT).json
    assert (document["due"], document["snoozed_until"]) == ("2026-11-24", "2026-11-25T09:00:00+00:00")
    assert run("today", "--json", at=AT).json["due"] == []
    assert [row["id"] for row in run("today", "--json", at="2026-11-25T09:30+00:00").json["due"]] == [number]


def test_what_is_put_off_until_there_is_room_has_no_day() -> None:
    number = remind("Send the cover", "--due", "2026-11-24")["id"]
    assert run("snooze", number, "--until", "when there is room", "--json", at=AT).json["due"] is None


@pytest.mark.parametrize("number", ["r9", "p9", "9", "x1", "", "r", "r-1", "rr1", "r" + "9" * 30])
@pytest.mark.parametrize("command", [["done"], ["snooze", "--until", "friday"]])
def test_an_id_that_there_is_not_is_told(command: list[str], number: str) -> None:
    ran = run(command[0], number, *command[1:], "--json", at=AT)
    assert ran.status == 3
    assert ran.error["code"] in {"reminder_unknown", "promise_unknown", "due_id_unknown"}


def test_people_read_what_became_of_it() -> None:
    assert run("remind", "Ada", "Print", "--due", "2026-11-27T14:00", at=AT).out == (
        "Added r1: Print, Friday, 14:00.\n"
    )
    assert run("snooze", "r1", "--until", "when there is room", at=AT).out == (
        "Put off: r1, Print, when there is room.\n"
    )
    assert run("done", "r1", at=AT).out == "Done: Print.\n"


def test_the_list_says_what_is_next_and_sorts_by_it() -> None:
    run("add", "Bob")
    run("add", "Cem")
    run("remind", "Cem", "x", "--due", "2026-11-25T10:00", at=AT)
    run("remind", "Bob", "x", "--due", "2026-11-26", at=AT)
    rows = run("list", "--sort", "due", "--json", at=AT).json["contacts"]
    assert [(row["name"], row["next_due"]) for row in rows] == [
        ("Cem", "2026-11-25T10:00:00+00:00"),
        ("Bob", "2026-11-26"),
        ("Ada Lovelace", None),
    ]


def test_what_is_done_cannot_be_snoozed() -> None:
    remind("Send the cover", "--due", "2026-11-24")
    assert run("capture", "I promised Ada the book by friday", "--yes", at=AT).status == 0
    for number in ("r1", "p1"):
        assert run("done", number, at=AT).status == 0
        ran = run("snooze", number, "--until", "tomorrow", "--json", at=AT)
        assert (ran.status, ran.json["error"]["code"]) == (2, "due_over")
