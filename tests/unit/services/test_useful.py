"""The one useful thing to know of somebody now."""

from datetime import timedelta
from pathlib import Path

from relate_desktop.domain.ids import InteractionId
from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.services.useful import useful_about
from tests.clock import a_clock
from tests.open_book import a_book, a_person
from tests.present import TODAY, at


def test_what_is_known_already_is_not_told_again(tmp_path: Path) -> None:
    with a_book(tmp_path, a_clock(at("2026-11-24 09:00", "UTC"))) as book:
        ada = book.contacts.add(a_person("Ada"))
        earlier = Happened(TODAY - timedelta(days=9))
        book.timeline.log((ada,), InteractionKind.CALL, Direction.THEIRS, earlier, "The exam is soon")
        now = book.timeline.log((ada,), InteractionKind.CALL, Direction.THEIRS, Happened(TODAY), "Coffee")

        def told(besides: InteractionId | None) -> str:
            with book.database.read() as reader:
                found = useful_about(reader, ada, book.present(), besides)
            assert found is not None
            assert found.interaction is not None
            return found.interaction.text

        assert told(None) == "Coffee"
        assert told(now) == "The exam is soon"


def test_of_somebody_unknown_there_is_nothing(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada"))
        with book.database.read() as reader:
            assert useful_about(reader, ada, book.present()) is None
