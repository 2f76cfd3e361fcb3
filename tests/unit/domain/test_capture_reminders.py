"""Reminders asked for, and tasks that are meant as such."""

import pytest

from relate_desktop.domain.capture_reminders import find_reminder, find_task, is_task
from tests.capture_lines import a_line


@pytest.mark.parametrize(
    ("sentence", "code", "text"),
    [
        ("remind me to call Anna", "en", "call Anna"),
        ("please remind me to call Anna", "en", "call Anna"),
        ("don't forget: flowers", "en", "flowers"),
        ("remind me in a month to ask, how it went", "en", "ask, how it went"),
        ("erinnere mich daran, Anna anzurufen", "de", "Anna anzurufen"),
        ("kannst du mich morgen erinnern, Anna zu danken", "de", "Anna zu danken"),
    ],
)
def test_asked_for(sentence: str, code: str, text: str) -> None:
    line = a_line(sentence, code)
    found = next(reminder for index in range(len(line.clauses)) if (reminder := find_reminder(line, index)))
    assert found.text == text


@pytest.mark.parametrize(
    ("sentence", "code", "text"),
    [
        ("call Anna tomorrow", "en", "call Anna"),
        ("should ring Rose", "en", "ring Rose"),
        ("follow up on Friday", "en", "follow up"),
        ("need a present by Friday", "en", "a present"),
        ("order arrived", "en", None),
        ("called Anna", "en", None),
        ("will be late", "en", None),
        ("text from Anna", "en", None),
        ("morgen Anna anrufen", "de", "Anna anrufen"),
        ("Einladungen bis Freitag verschicken", "de", "Einladungen verschicken"),
        ("Anna lässt grüßen", "de", None),
        ("Anna eingeladen für Samstag", "de", None),
    ],
)
def test_meant(sentence: str, code: str, text: str | None) -> None:
    line = a_line(sentence, code)
    found = find_task(line, 0)
    assert (None if found is None else found.text) == text


def test_a_verb_with_to_inside_is_still_a_task() -> None:
    assert is_task(a_line("abzuholen", "de"), 0)
    assert not is_task(a_line("Treffen", "de"), 0)


def test_a_stranger_to_be_called_is_named() -> None:
    found = find_reminder(a_line("remind me to call Dr Fox"), 0)
    assert found is not None
    assert [who.text for who in found.whos] == ["Dr Fox"]
