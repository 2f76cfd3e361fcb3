from pathlib import Path

import pytest

from relate_desktop.domain.assignments import read_assignments
from relate_desktop.domain.bulk import BulkEdit, RhythmChange
from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.circle import circles_of
from relate_desktop.domain.errors import Cancelled, ErrorKind, UserError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.organization import organizations
from relate_desktop.services.book import OpenBook
from relate_desktop.services.bulk import BulkDone
from relate_desktop.services.jobs import InlineRunner, Job, JobKind, Lane
from relate_desktop.words.operations import summary
from tests.bare import bare
from tests.open_book import a_book, a_person


def people(book: OpenBook) -> list[ContactId]:
    return [
        book.contacts.add(a_person("Ada", "CATEGORIES:Work", "ORG:Acme")),
        book.contacts.add(a_person("Bob", "TEL:+49 151 0000001")),
        book.contacts.add(a_person("Carl")),
    ]


def last(book: OpenBook) -> str:
    entry = book.history.entries(limit=1)[0]
    return bare(summary(entry.kind, entry.facts))


EDITS = [
    BulkEdit(enter=("Work", "New")),
    BulkEdit(leave=("work",)),
    BulkEdit(assignments=read_assignments(["org=Acme", "note+=Met at the fair"])),
    BulkEdit(assignments=read_assignments(["fn="])),
    BulkEdit(rhythm=RhythmChange(Cadence(30))),
    BulkEdit(rhythm=RhythmChange(None)),
    BulkEdit(enter=("New",), rhythm=RhythmChange(Cadence(30))),
    BulkEdit(remove=True),
]


@pytest.mark.parametrize("edit", EDITS)
def test_what_is_planned_is_what_is_done_and_one_undo_takes_it_back(tmp_path: Path, edit: BulkEdit) -> None:
    with a_book(tmp_path) as book:
        everybody = people(book)
        book.contacts.trash(everybody[2:])
        before = book.health().digest
        plan = book.bulk.plan([*everybody, ContactId(99)], edit)
        assert book.health().digest == before
        done = book.bulk.apply([*everybody, ContactId(99)], edit)
        assert done.plan == plan
        assert plan.people == 2
        assert (done.changeset is None) == (not plan.changing)
        health = book.health()
        assert not health.problems
        if plan.changing:
            entry = book.history.entries(limit=1)[0]
            assert (entry.changeset, entry.contact_count) == (done.changeset, len(plan.changing))
            book.history.undo()
        assert book.health().digest == before
        again = book.bulk.plan(everybody, edit)
        assert again == plan


def test_done_twice_it_changes_nobody(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        everybody = people(book)
        for edit in (EDITS[0], EDITS[1], EDITS[4]):
            assert book.bulk.apply(everybody, edit).plan.changing
            assert book.bulk.plan(everybody, edit).same == 3
            done = book.bulk.apply(everybody, edit)
            assert (done.changeset, done.plan.changing) == (None, ())


def test_lists_circles_search_and_rhythms_follow(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada, bob, carl = people(book)
        book.rhythms.set_circle("Club", Cadence(14))
        edit = BulkEdit(enter=("Club",), assignments=read_assignments(["org=Difference Engines"]))
        book.bulk.apply([ada, carl], edit)
        assert last(book) == "Edited two people."
        assert list(book.search.ids("club")) == list(book.search.ids("difference")) == [ada, carl]
        assert list(book.search.ids("acme")) == []
        assert {row.organization for row in book.contacts.summaries([ada, carl])} == {"Difference Engines"}
        assert [one.name for one in organizations(book.contacts.get(carl))] == ["Difference Engines"]
        keeping = book.rhythms.of(carl).keeping
        assert keeping is not None
        assert keeping.usual == 14
        assert book.rhythms.of(bob).keeping is None
        assert not book.health().problems


def test_a_changed_number_and_name_are_found(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        everybody = people(book)
        edit = BulkEdit(assignments=read_assignments(["phone=+49 30 765432", "fn+=Robert"]))
        book.bulk.apply(everybody[1:2], edit)
        assert book.contacts.named("+49 30 765432") == book.contacts.named("robert") == everybody[1]
        with pytest.raises(UserError):
            book.contacts.named("+49 151 0000001")


def test_people_in_the_trash_come_back_as_they_were(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        everybody = people(book)
        book.contacts.trash(everybody[:1])
        assert book.bulk.apply(everybody, BulkEdit(enter=("New",))).plan.changing == tuple(everybody[1:])
        book.contacts.put_back(everybody[:1])
        assert circles_of(book.contacts.get(everybody[0])) == ("Work",)


def test_what_was_done_is_said_in_a_sentence(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada, bob, _carl = people(book)
        book.bulk.apply([ada, bob], BulkEdit(enter=("New",)))
        assert last(book) == "Added two people to New."
        book.bulk.apply([ada], BulkEdit(leave=("New",)))
        assert last(book) == "Took Ada out of New."
        book.bulk.apply([ada, bob], BulkEdit(rhythm=RhythmChange(Cadence(30))))
        assert last(book) == "Changed how often to be in touch with two people."
        book.bulk.apply([ada, bob], BulkEdit(remove=True))
        assert last(book) == "Removed two people."


def test_stopped_on_the_way_it_leaves_nothing(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        everybody = people(book)
        before = book.health().digest

        def stopped(job: Job[BulkDone]) -> BulkDone:
            job.cancel()
            return book.bulk.apply(everybody, BulkEdit(enter=("New",)), job)

        job = InlineRunner().submit(Lane.WRITE, stopped, JobKind.EDIT)
        with pytest.raises(Cancelled):
            job.result()
        assert book.health().digest == before


@pytest.mark.parametrize(
    ("edit", "kind"),
    [
        (BulkEdit(enter=(" ",)), ErrorKind.CIRCLE_NAMELESS),
        (BulkEdit(leave=("",)), ErrorKind.CIRCLE_NAMELESS),
        (BulkEdit(enter=("x" * 201,)), ErrorKind.TEXT_TOO_LONG),
        (BulkEdit(assignments=read_assignments(["bday=soon"])), ErrorKind.ASSIGNMENT_MALFORMED),
        (BulkEdit(assignments=read_assignments(["UID=urn:uuid:1"])), ErrorKind.ASSIGNMENT_OF_ONE),
        (BulkEdit(assignments=read_assignments(["x-relate-id+=1"])), ErrorKind.ASSIGNMENT_OF_ONE),
    ],
)
def test_what_makes_no_sense_is_refused_before_anybody_is_read(
    tmp_path: Path, edit: BulkEdit, kind: ErrorKind
) -> None:
    with a_book(tmp_path) as book:
        for do in (book.bulk.plan, book.bulk.apply):
            with pytest.raises(UserError) as error:
                do([], edit)
            assert error.value.kind is kind
