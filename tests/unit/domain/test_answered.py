from dataclasses import replace
from datetime import date

from relate_desktop.domain.answered import answered_by
from relate_desktop.domain.capture import understand
from relate_desktop.domain.languages import LANGUAGES
from relate_desktop.domain.reminder import DueTime, Reminder
from tests.capture_lines import load_people
from tests.present import a_present, a_reminder

PEOPLE = load_people("en")
PRESENT = a_present("2026-11-24 15:00")
ANNA = PEOPLE.candidate("Anna").contact
OLENA = PEOPLE.candidate("Olena").contact


def waiting(text: str, on: str | None = "2026-11-24") -> Reminder:
    return replace(a_reminder(on, text=text), people=(ANNA,))


def answered(sentence: str, *reminders: Reminder) -> list[str]:
    captured = understand(sentence, LANGUAGES["en"], PEOPLE.index, PRESENT)
    return [item.text for item in answered_by(captured, reminders, LANGUAGES.values(), PRESENT)]


def test_a_reminder_to_be_in_touch_is_answered_by_having_been() -> None:
    reminders = [waiting("Call Anna"), waiting("Second, gentle note to Anna"), waiting("Anna anrufen")]
    assert answered("called Anna", *reminders) == [item.text for item in reminders]


def test_other_tasks_and_other_days_and_other_people_are_not() -> None:
    others = replace(waiting("Call Olena"), people=(OLENA,))
    several = replace(waiting("Call them both"), people=(ANNA, OLENA))
    reminders = [
        waiting("Pay Anna's invoice"),
        waiting("Call Anna", "2026-11-25"),
        waiting("Call Anna", None),
        replace(waiting("Call Anna"), due=DueTime(date(2026, 12, 24))),
        others,
        several,
    ]
    assert answered("called Anna", *reminders) == []


def test_one_that_is_overdue_is_answered_too() -> None:
    assert answered("met Anna", waiting("Call Anna", "2026-11-01")) == ["Call Anna"]


def test_somebody_who_called_by_themselves_answers_nothing() -> None:
    assert answered("Anna called", waiting("Call Anna")) == []


def test_a_conversation_still_to_come_answers_nothing() -> None:
    assert answered("meeting with Anna tomorrow at 10", waiting("Call Anna")) == []
