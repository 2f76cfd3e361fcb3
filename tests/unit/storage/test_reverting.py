"""Undo, redo and take back, over whatever was done before."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.circle import with_circle
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.editing import with_single
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.domain.merge_plan import merged_lines, plan_merge
from relate_desktop.domain.person_rhythm import Chosen
from relate_desktop.domain.property import Parameter, Property
from tests.unit.storage.books import a_book, a_draft, digest_of, doing

names = st.sampled_from(["FN", "TEL", "EMAIL", "NOTE", "X-Thing", "CATEGORIES", "UID", "fn"])
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(
    ["a\x00b", "媒", "\\,"]
)
lines = st.builds(
    Property,
    names,
    words,
    st.lists(st.builds(Parameter, st.none() | st.just("TYPE"), st.tuples(words)), max_size=1).map(tuple),
    st.none() | st.just("item1"),
)
people = st.lists(lines, max_size=5).map(tuple)


class AnySequence(RuleBasedStateMachine):
    """Random work on a small book; then undo of all is the start and redo of all is the end."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.book = a_book(self.folder)

    @initialize(first=people)
    def begin(self, first: tuple[Property, ...]) -> None:
        with self.book.write(doing(OperationKind.ADD)) as writer:
            writer.contacts.add(first)
        self.start = digest_of(self.book)
        self.first = self._last()

    def _last(self) -> int:
        with self.book.read() as reader:
            entry = reader.history.last_undoable()
        return entry.changeset if entry else 0

    def _people(self) -> list[ContactId]:
        with self.book.read() as reader:
            return [*reader.contacts.ids()]  # type: ignore[list-item]

    def _pick(self, data: st.DataObject) -> ContactId | None:
        everybody = self._people()
        return data.draw(st.sampled_from(everybody)) if everybody else None

    @rule(properties=people)
    def add(self, properties: tuple[Property, ...]) -> None:
        with self.book.write(doing(OperationKind.ADD)) as writer:
            writer.contacts.add(properties)

    @rule(drafts=st.lists(people, min_size=1, max_size=4))
    def bring_in(self, drafts: list[tuple[Property, ...]]) -> None:
        with self.book.write(doing(OperationKind.IMPORT)) as writer:
            writer.batches.add()
            writer.contacts.add_many([a_draft(properties) for properties in drafts])

    @rule(data=st.data(), fresh=people)
    def edit(self, data: st.DataObject, fresh: tuple[Property, ...]) -> None:
        contact = self._pick(data)
        if contact is None:
            return
        with self.book.write(doing(OperationKind.EDIT)) as writer:
            present = list(writer.contacts.get(contact).properties)
            kept = data.draw(st.permutations(present))[: data.draw(st.integers(0, len(present)))]
            if kept and fresh:
                kept[0] = kept[0].with_value(fresh[0].value)
            writer.contacts.save(Contact((*kept, *fresh), contact))

    @rule(data=st.data(), record=people)
    def absorb(self, data: st.DataObject, record: tuple[Property, ...]) -> None:
        contact = self._pick(data)
        if contact is None:
            return
        with self.book.write(doing(OperationKind.IMPORT)) as writer:
            writer.batches.add()
            present = writer.contacts.get(contact)
            whole = present.added(*record)
            places: list[int | None] = [
                data.draw(st.none() | st.integers(0, len(whole.properties) - 1)) for _ in record
            ]
            writer.contacts.absorb(whole, a_draft(record), places)

    @rule(data=st.data())
    def trash(self, data: st.DataObject) -> None:
        contact = self._pick(data)
        if contact is not None:
            with self.book.write(doing(OperationKind.TRASH)) as writer:
                writer.contacts.trash([contact])

    @rule(name=words, value=words, together=st.booleans())
    def edit_everybody(self, name: str, value: str, together: bool) -> None:
        everybody = self._people()
        with self.book.write(doing(OperationKind.BULK)) as writer:
            writer.contacts.edit_many(everybody, lambda one: with_circle(one, name))
            if together:
                writer.contacts.edit_many(everybody, lambda one: with_single(one, "NOTE", value))
                writer.rhythms.choose_many(everybody, lambda _chosen: Chosen(Cadence(len(name) + 1)))

    @rule(old=words, new=words, hue=st.integers(0, 9), act=st.sampled_from(["rename", "join", "remove"]))
    def change_a_circle(self, old: str, new: str, hue: int, act: str) -> None:
        with self.book.write(doing(OperationKind.CIRCLE_RENAME)) as writer:
            known = [circle.name for circle in writer.circles.all()]
            name = known[hue % len(known)] if known else old
            writer.circles.colour(name, hue)
            writer.circles.arrange(known[: hue // 2])
            if act == "rename" and new.strip():
                writer.circles.rename(name, new)
            elif act == "join":
                writer.circles.join(name, known)
            elif act == "remove":
                writer.circles.remove(name)
            elif old.strip():
                writer.circles.add(old)

    @rule(data=st.data())
    def pair(self, data: st.DataObject) -> None:
        one, other = self._pick(data), self._pick(data)
        if one is not None and other is not None:
            with self.book.write(doing(OperationKind.IMPORT)) as writer:
                writer.pairs.add(one, other, (MatchReason.SAME_EMAIL,), 0.5)

    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        kept, other = self._pick(data), self._pick(data)
        if kept is None or other is None or kept == other:
            return
        with self.book.write(doing(OperationKind.MERGE, contact=kept)) as writer:
            people = [writer.contacts.get(one) for one in (kept, other)]
            plan = plan_merge(people)
            chosen = {line for line in plan.standing if data.draw(st.integers(0, 3))}
            writer.merger.merge(kept, [other], merged_lines(people, plan, chosen))

    @rule(data=st.data())
    def separate(self, data: st.DataObject) -> None:
        with self.book.read() as reader:
            entries = reader.history.entries()
            merges = [one for one in entries if one.kind is OperationKind.MERGE and not one.undone]
            if not merges:
                return
            chosen = data.draw(st.sampled_from(merges))
            kept = ContactId(int(chosen.facts["contact"]))
            together = list(reader.joined.people_before(chosen.changeset, kept))
        newer_to = data.draw(st.none() | st.sampled_from(together))
        self.book.separate(doing(OperationKind.SEPARATE), chosen.changeset, newer_to)

    @precondition(lambda self: self._last() > self.first)
    @rule()
    def undo(self) -> None:
        self.book.undo(doing())

    @rule()
    def redo(self) -> None:
        with self.book.read() as reader:
            possible = reader.history.last_redoable() is not None
        if possible:
            self.book.redo(doing())
        else:
            with pytest.raises(NotFoundError, match=ErrorKind.NOTHING_TO_REDO):
                self.book.redo(doing())

    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        with self.book.read() as reader:
            entries = [entry for entry in reader.history.entries() if entry.changeset > self.first]
        if entries:
            chosen = data.draw(st.sampled_from(entries))
            if chosen.undone or chosen.kind in {OperationKind.UNDO, OperationKind.REDO}:
                with pytest.raises(NotFoundError, match=ErrorKind.NOTHING_TO_UNDO):
                    self.book.take_back(doing(), chosen.changeset)
            else:
                self.book.take_back(doing(), chosen.changeset)

    @rule()
    def restart(self) -> None:
        self.book.close()
        self.book = a_book(self.folder)

    @invariant()
    def all_the_way_back_and_forth(self) -> None:
        if not hasattr(self, "start"):
            return
        end = digest_of(self.book)
        steps = 0
        while self._last() > self.first:
            self.book.undo(doing())
            steps += 1
        assert digest_of(self.book) == self.start
        for _ in range(steps):
            self.book.redo(doing())
        assert digest_of(self.book) == end

    def teardown(self) -> None:
        self.book.close()
        shutil.rmtree(self.folder)


TestAnySequence = AnySequence.TestCase
TestAnySequence.settings = settings(
    max_examples=25, stateful_step_count=10, deadline=None, suppress_health_check=list(HealthCheck)
)
