"""Undo, redo and take back where people, entries, promises and reminders hang on each other."""

from datetime import date, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import ContactId, EntryId
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.timeline import people_in
from relate_desktop.domain.timeline_note import TimelineNote
from relate_desktop.storage import schema
from relate_desktop.storage.database import Database
from relate_desktop.storage.entry_rows import Kept
from tests.unit.storage.books import a_draft, a_person, a_property, added, digest_of, doing, imported
from tests.unit.storage.days import a_call, a_day, a_note, a_promise, a_reminder, kept
from tests.unit.storage.test_reverting import AnySequence

DAYS = st.sampled_from(["2026-03-01", "2026-03-02", "2026-03-02T10:00", "2026-04-01", "2026-04-01T08:00"])
TEXTS = st.sampled_from(["", "tea", "Über", "媒体", "a\x00b"])


class TimeSequence(AnySequence):
    """The same with entries, promises, reminders, rhythms and moments."""

    def _several(self, data: st.DataObject) -> tuple[ContactId, ...]:
        everybody = self._people()
        if not everybody:
            return ()
        return tuple(data.draw(st.lists(st.sampled_from(everybody), max_size=3, unique=True)))

    def _entries(self) -> list[int]:
        with self.book.read() as reader:
            return [number for number in reader.timeline.ids() if number > 0]

    def _item(self, data: st.DataObject) -> Kept:
        happened, text = a_day(data.draw(DAYS)), data.draw(TEXTS)
        people = self._several(data)
        if data.draw(st.booleans()):
            return TimelineNote(text, happened, people, data.draw(st.booleans()))
        kind, direction = data.draw(st.sampled_from(InteractionKind)), data.draw(st.sampled_from(Direction))
        return Interaction(kind, direction, happened, people, text)

    @rule(data=st.data())
    def write_down(self, data: st.DataObject) -> None:
        items = [self._item(data) for _ in range(data.draw(st.integers(1, 3)))]
        with self.book.write(doing(OperationKind.LOG)) as writer:
            writer.timeline.add_many(items)

    @rule(data=st.data())
    def rewrite(self, data: st.DataObject) -> None:
        entries = self._entries()
        if entries:
            with self.book.write(doing(OperationKind.ENTRY_EDIT)) as writer:
                writer.timeline.save(EntryId(data.draw(st.sampled_from(entries))), self._item(data))

    @rule(data=st.data())
    def strike_out(self, data: st.DataObject) -> None:
        entries = self._entries()
        if entries:
            with self.book.write(doing(OperationKind.ENTRY_REMOVE)) as writer:
                writer.timeline.remove(data.draw(st.lists(st.sampled_from(entries), min_size=1, max_size=2)))

    @rule(data=st.data())
    def promise(self, data: st.DataObject) -> None:
        entries = self._entries()
        told_in = data.draw(st.none() | st.sampled_from(entries)) if entries else None
        make = data.draw(st.sampled_from([a_promise, a_reminder]))
        make(self.book, *self._several(data), told_in=told_in, text=data.draw(TEXTS))

    @rule(data=st.data())
    def capture(self, data: st.DataObject) -> None:
        with self.book.write(doing(OperationKind.CAPTURE)) as writer:
            contact = writer.contacts.add(a_person("New"))
            writer.timeline.add(a_call(contact, *self._several(data)))

    @rule(data=st.data())
    def keep_a_rhythm(self, data: st.DataObject) -> None:
        contact = self._pick(data)
        if contact is not None:
            with self.book.write(doing(OperationKind.NOT_NOW)) as writer:
                writer.journal.insert(schema.set_asides, contact, "2026-03-14")
                writer.journal.insert(schema.moments, contact, "other", "Moved", "2026-03-01", 0, 0)
                writer.journal.touch([contact])


TestTimeSequence = TimeSequence.TestCase
TestTimeSequence.settings = settings(
    max_examples=30, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)


def test_somebody_with_entries_since_stays_with_all_that_was_imported(book: Database) -> None:
    ada, bob = imported(book, a_draft(a_person("Ada")), a_draft(a_person("Bob")))
    with book.read() as reader:
        batch = reader.history.entries()[0].changeset
    (entry,) = kept(book, a_call(ada))
    reverted = book.take_back(doing(), batch)
    assert [(one.contact, one.table) for one in reverted.conflicts] == [(ada, "contacts")]
    with book.read() as reader:
        assert list(reader.contacts.ids()) == [ada]
        assert reader.contacts.summaries([ada])[0].called == "Ada"
        assert len(reader.sources.cards_of(ada)) == 1
        assert [row.id for row in reader.timeline.get(entry).people] == [ada]
    digest_of(book)
    book.undo(doing())
    with book.read() as reader:
        assert list(reader.contacts.ids()) == [ada, bob]
    digest_of(book)


def test_whoever_stays_for_a_line_written_since_keeps_their_name(book: Database) -> None:
    number, note = a_property("TEL", "1"), a_property("NOTE", "n")
    ada, bob, cleo = imported(
        book, *(a_draft(a_person(name, number, note)) for name in ("Ada", "Bob", "Cleo"))
    )
    with book.read() as reader:
        batch = reader.history.entries()[0].changeset
        people = {one: reader.contacts.get(one) for one in (ada, bob)}
    with book.write(doing()) as writer:
        writer.contacts.save(people[ada].replaced(people[ada].properties[1], number.with_value("2")))
        writer.contacts.save(people[bob].added(a_property("URL", "x:y")))
    before = digest_of(book)
    reverted = book.take_back(doing(), batch)
    assert {(one.contact, one.table) for one in reverted.conflicts} >= {(ada, "contacts"), (bob, "contacts")}
    with book.read() as reader:
        assert [[item.value for item in reader.contacts.get(one).properties] for one in (ada, bob)] == [
            ["Ada", "2"],
            ["Bob", "x:y"],
        ]
        assert reader.contacts.find(cleo) is None
    digest_of(book)
    book.undo(doing())
    assert digest_of(book) == before


def test_an_entry_with_somebody_new_in_it_since_stays_as_it_is(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    (entry,) = kept(book, a_call(ada))
    with book.read() as reader:
        logged = reader.history.entries()[0].changeset
    with book.write(doing(OperationKind.ENTRY_EDIT)) as writer:
        writer.timeline.save(entry, a_call(ada, bob))
    reverted = book.take_back(doing(), logged)
    assert [(one.contact, one.table, one.row) for one in reverted.conflicts] == [(ada, "entries", entry)]
    with book.read() as reader:
        assert people_in(reader.timeline.items([entry])[entry]) == (ada, bob)
    digest_of(book)


def test_a_jotted_person_stays_while_the_entry_about_them_was_changed_since(book: Database) -> None:
    with book.write(doing(OperationKind.CAPTURE)) as writer:
        ada = writer.contacts.add(a_person("Ada"))
        entry = writer.timeline.add(a_call(ada))
        jotted = writer.changeset
    with book.write(doing(OperationKind.ENTRY_EDIT)) as writer:
        writer.timeline.save(entry, a_call(ada, text="longer"))
    book.take_back(doing(), jotted)
    with book.read() as reader:
        assert [row.called for row in reader.timeline.get(entry).people] == ["Ada"]
    digest_of(book)


def test_a_promise_told_in_an_entry_keeps_it(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    (entry,) = kept(book, a_call(ada))
    with book.read() as reader:
        logged = reader.history.entries()[0].changeset
    a_promise(book, ada, told_in=entry)
    book.take_back(doing(), logged)
    with book.read() as reader:
        assert reader.timeline.get(entry).id == entry
    digest_of(book)


def test_day_and_hour_return_only_together(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    (entry,) = kept(book, a_call(ada, on="2026-03-01"))
    with book.write(doing(OperationKind.ENTRY_EDIT)) as writer:
        writer.timeline.save(entry, a_call(ada, on="2026-03-02"))
        moved = writer.changeset
    with book.write(doing(OperationKind.ENTRY_EDIT)) as writer:
        writer.timeline.save(entry, a_call(ada, on="2026-03-02T10:00"))
    reverted = book.take_back(doing(), moved)
    assert [one.columns for one in reverted.conflicts] == [("on_day",)]
    with book.read() as reader:
        assert reader.timeline.items([entry])[entry].happened == a_day("2026-03-02T10:00")
    digest_of(book)


def test_a_day_returns_although_the_text_was_changed_since(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    first, second = kept(book, a_note(ada, on="2026-03-01"), a_note(ada, on="2026-03-03"))
    with book.write(doing(OperationKind.ENTRY_EDIT)) as writer:
        writer.timeline.save(first, a_note(ada, on="2026-03-05"))
        moved = writer.changeset
    with book.write(doing(OperationKind.ENTRY_EDIT)) as writer:
        writer.timeline.save(first, a_note(ada, on="2026-03-05", text="coffee"))
    assert book.take_back(doing(), moved).conflicts == ()
    with book.read() as reader:
        item = reader.timeline.items([first])[first]
        assert (item.happened, item.text) == (Happened(date(2026, 3, 1)), "coffee")
        assert list(reader.timeline.ids()) == [second, first]
    digest_of(book)


def test_undo_of_many_conversations_is_one_step(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    start = digest_of(book)
    days = [(date(2020, 1, 1) + timedelta(number)).isoformat() for number in range(500)]
    with book.write(doing(OperationKind.IMPORT)) as writer:
        writer.timeline.add_many([a_call(ada, bob, on=day) for day in days])
    end = digest_of(book)
    book.undo(doing())
    assert digest_of(book) == start
    book.redo(doing())
    assert digest_of(book) == end


def test_a_change_of_which_nothing_can_return_stays_as_it_was(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    (entry,) = kept(book, a_call(ada))
    with book.read() as reader:
        logged = reader.history.entries()[0].changeset
    with book.write(doing(OperationKind.ENTRY_REMOVE)) as writer:
        writer.timeline.remove([entry])
    reverted = book.take_back(doing(), logged)
    assert (reverted.changeset, reverted.conflicts) == (None, ())
    with book.read() as reader:
        assert reader.history.entries()[0].kind is OperationKind.ENTRY_REMOVE
        assert not reader.history.entry(logged).undone
    book.undo(doing())
    book.undo(doing())
    with book.read() as reader:
        assert list(reader.timeline.ids()) == []
        assert reader.history.entry(logged).undone
    digest_of(book)
