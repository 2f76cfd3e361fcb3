"""What is done with each record, on a book that is only imagined."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from relate_desktop.domain.draft import Remark, RemarkKind
from relate_desktop.domain.importing import Choice, Finding, OnMatch
from relate_desktop.services import import_run
from relate_desktop.services.import_choices import by_rule
from relate_desktop.services.import_judge import Judged
from relate_desktop.services.import_plan import PlanWorld
from relate_desktop.services.import_run import ImportRun, Outcome
from relate_desktop.services.import_spool import Spool
from relate_desktop.services.import_tally import Tally
from relate_desktop.services.import_target import Target
from tests.unit.services.going import a_book, a_card, a_phone_card, drafts_of, many_cards


class Imagined:
    """An import into an empty book of which nothing is written."""

    def __init__(self, world: PlanWorld) -> None:
        self.world = world
        self.outcomes: list[Outcome] = []
        self.tally = Tally("a.vcf", "vcard")

    def take(self, *cards: bytes, choice: Choice | None = None) -> list[Finding]:
        """What was found of each card; with ``choice`` that is done wherever it may be."""

        def choose(judged: Judged, finding: Finding) -> Choice:
            default = by_rule(OnMatch.REVIEW)(judged, finding)
            return default if choice is None or judged.target is None else choice

        run = ImportRun(self.world, choose, self.outcomes.append)
        run.take_file(iter(drafts_of(*cards)), self.tally, lambda: None)
        return [outcome.finding for outcome in self.outcomes]


@pytest.fixture
def imagined(tmp_path: Path) -> Iterator[Imagined]:
    """An import into an empty book."""
    with a_book(tmp_path) as book, book.database.read() as reader:
        yield Imagined(PlanWorld(reader, Spool()))


def test_a_newer_record_updates_the_one_before_it(imagined: Imagined) -> None:
    found = imagined.take(
        a_phone_card("Ada", "1", "TEL:030 123456"), a_phone_card("Ada", "1", "TEL:030 123456", "NOTE:x")
    )
    assert found == [Finding.NEW, Finding.UPDATE]
    assert [item.name for item in imagined.world.contact(Target(-1)).properties][-1] == "NOTE"
    assert (imagined.tally.created, imagined.tally.updated) == (1, 1)


def test_what_an_update_said_is_no_news_the_next_time(imagined: Imagined) -> None:
    newer = a_phone_card("Ada", "1", "TEL:030 123456", "NOTE:x")
    again = a_phone_card("Ada", "1", "NOTE:x", "TEL:030 123456")
    found = imagined.take(a_phone_card("Ada", "1", "TEL:030 123456"), newer, again)
    assert found == [Finding.NEW, Finding.UPDATE, Finding.SAME]


@pytest.mark.parametrize(
    ("choice", "birthday"), [(Choice.KEEP_MINE, "1815-12-10"), (Choice.TAKE_THEIRS, "1815-12-11")]
)
def test_a_choice_decides_where_both_say_something(imagined: Imagined, choice: Choice, birthday: str) -> None:
    one = a_card("Ada King", "EMAIL:ada@example.org", "BDAY:1815-12-10")
    imagined.take(one, a_card("A. King", "EMAIL:ada@example.org", "BDAY:1815-12-11"), choice=choice)
    assert [item.value for item in imagined.world.contact(Target(-1)).all("BDAY")] == [birthday]


def test_leaving_as_is_leaves_the_record_out(imagined: Imagined) -> None:
    pair = a_phone_card("Ada", "1", "TEL:030 123456"), a_phone_card("Ada", "1", "TEL:030 123456", "NOTE:x")
    imagined.take(*pair, choice=Choice.LEAVE_AS_IS)
    assert [skipped.remark for skipped in imagined.tally.skipped] == [Remark(RemarkKind.ALREADY_HERE, 9)]


def test_large_cards_make_small_batches(imagined: Imagined, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_run, "BATCH_BYTES", 1000)
    ticks: list[int] = []
    run = ImportRun(imagined.world, by_rule(OnMatch.REVIEW))
    run.take_file(iter(drafts_of(*many_cards(100))), imagined.tally, lambda: ticks.append(1))
    assert imagined.tally.created == 100
    assert len(ticks) > 5
