"""The door that is shut once the user does not agree any more."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from relate_desktop.domain.errors import ErrorKind, UserError
from relate_desktop.lookups.asking import Ask, Got
from relate_desktop.services.agreed_door import AgreedDoor


class Behind:
    """A door that notes what went through it."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def get(self, ask: Ask) -> Got:
        self.heard.append(ask.url)
        return Got(ask.url, 200, {}, b"", datetime(2026, 11, 22, tzinfo=UTC))

    def text_records(self, name: str) -> tuple[str, ...]:
        self.heard.append(name)
        return ("text",)

    def service_records(self, name: str) -> tuple[tuple[str, int], ...]:
        self.heard.append(name)
        return (("host", 443),)


def all_questions(door: AgreedDoor) -> tuple[Callable[[], object], ...]:
    return (
        lambda: door.get(Ask("https://ada.example.org/", "text/html", 100)),
        lambda: door.text_records("_atproto.ada.example.org"),
        lambda: door.service_records("_avatars-sec._tcp.ada.example.org"),
    )


def test_what_is_agreed_to_goes_through() -> None:
    behind = Behind()
    door = AgreedDoor(behind, lambda: None)
    answers = [ask() for ask in all_questions(door)]
    assert answers[1:] == [("text",), (("host", 443),)]
    assert len(behind.heard) == 3


def test_nothing_goes_through_any_more_once_it_is_not() -> None:
    def demand() -> None:
        raise UserError(ErrorKind.LOOKUPS_OFF)

    behind = Behind()
    for ask in all_questions(AgreedDoor(behind, demand)):
        with pytest.raises(UserError):
            ask()
    assert behind.heard == []
