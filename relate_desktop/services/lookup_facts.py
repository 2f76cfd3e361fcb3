"""What the user keeps of a look-up, looks at again, and takes out again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.draft import Media
from relate_desktop.domain.finding_review import ReviewGroup, review
from relate_desktop.domain.ids import ChangesetId, ContactId, EntryId, MediaHash
from relate_desktop.domain.interaction import Happened
from relate_desktop.domain.kept_fact import (
    KeptFact,
    content_hash,
    heir_of,
    inherited,
    line_for,
    line_of,
    meant,
    note_text,
    with_finding,
    without_fact,
)
from relate_desktop.domain.lookup import Answer, Finding, FindingField, Picture, Provider
from relate_desktop.domain.property import Property
from relate_desktop.domain.refused_fact import REFUSED_FACT, RefusedFact, refused_fact_of
from relate_desktop.domain.request_ledger import LookupId
from relate_desktop.domain.timeline_note import TimelineNote
from relate_desktop.services.lookup_consent import about, demand_agreed, still_agreed
from relate_desktop.services.present import PresentSource
from relate_desktop.storage.book import BookReader, BookWriter
from relate_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class Chosen:
    """One finding the user decides about, with the answer it stands in."""

    answer: Answer
    finding: Finding


class LookupFacts:
    """Reads on any thread, writes on any but the window's."""

    def __init__(self, database: Database, origin: Origin, present: PresentSource) -> None:
        self._database = database
        self._origin = origin
        self._present = present

    def review(self, contact: ContactId, answers: Sequence[Answer]) -> tuple[ReviewGroup, ...]:
        """What was found, beside what the book says now."""
        with self._database.read() as book:
            person = book.contacts.get(contact)
            return review(
                person, answers, _refused(book, contact), self._present().now, _notes(book, contact)
            )

    def keep(
        self,
        contact: ContactId,
        lookup: LookupId,
        chosen: Sequence[Chosen],
        others: Sequence[Chosen] = (),
    ) -> ChangesetId | None:
        """Keeps what was chosen as one undoable change, and remembers that the others were not wanted.

        Answers the change; None where there was nothing to write. What was said by whom the user does not
        want to be asked any more is not kept, nor that it was not wanted: it stays nowhere in the book.
        Raises CONTACT_UNKNOWN, KEEP_REFUSED and KEEP_UNAGREED.
        """
        kind = OperationKind.LOOKUP_KEEP if chosen else OperationKind.LOOKUP_REFUSE
        with self._database.write(Operation(kind, self._origin)) as book:
            demand_agreed(book, contact, (one.answer.target for one in chosen))
            about(book, contact)
            person = book.contacts.get(contact)
            others = [one for one in others if still_agreed(book, contact, one.answer.target)]
            kept = 0
            for one in chosen:
                person, fact = self._with(book, person, contact, one)
                if fact is not None:
                    book.kept_facts.put(fact)
                    kept += 1
            book.contacts.save(person)
            for one in others:
                book.declined.add(REFUSED_FACT, contact, _refusal(one).key)
            sources = dict.fromkeys(one.finding.source_url for one in chosen)
            book.note(facts=kept, found=len(others), sources=" ".join(sources))
            changeset = book.changeset if book.changed else None
        with self._database.aside() as aside:
            aside.ledger.kept(lookup, kept)
            aside.tell("lookups")
        return changeset

    def of(self, contact: ContactId) -> list[KeptFact]:
        """What was kept about somebody, the latest first."""
        with self._database.read() as book:
            return book.kept_facts.of(contact)

    def get(self, facts: Sequence[int]) -> list[KeptFact]:
        """Kept facts by their numbers; those that are gone are left out."""
        with self._database.read() as book:
            return book.kept_facts.get(facts)

    def stale(self, older_than: timedelta) -> list[KeptFact]:
        """What nobody has looked at for so long."""
        with self._database.read() as book:
            return book.kept_facts.stale(self._present().now - older_than)

    def seen(self, facts: Sequence[int]) -> None:
        """The user has looked at these facts and wants them still."""
        with self._database.write(Operation(OperationKind.LOOKUP_SEEN, self._origin)) as book:
            found = book.kept_facts.get(facts)
            book.kept_facts.seen(found, self._present().now)
            book.note(facts=len(found))

    def remove(self, facts: Sequence[int]) -> int:
        """Takes kept facts out as one undoable change; what they replaced is said again. How many."""
        with self._database.write(Operation(OperationKind.LOOKUP_REMOVE, self._origin)) as book:
            found = book.kept_facts.get(facts)
            _take_out(book, found)
            people = list(dict.fromkeys(fact.contact for fact in found))
            if len(people) == 1:
                about(book, people[0])
            book.note(facts=len(found))
            return len(found)

    def forget(self, provider: Provider) -> int:
        """Takes out all that was kept from a provider, not wanted of it or answered by it. How many facts."""
        with self._database.aside() as aside:  # first, so that nothing of it is kept meanwhile
            aside.consents.withdraw(provider)
            aside.answers.forget_provider(provider)
            aside.tell("provider_consents")
        with self._database.write(Operation(OperationKind.LOOKUP_FORGET, self._origin)) as book:
            found = book.kept_facts.from_provider(provider)
            _take_out(book, found)
            refused = book.declined.all([REFUSED_FACT], removed=True)
            book.declined.remove(one for one in refused if _is_of(provider, refused_fact_of(one.key)))
            book.note(facts=len(found), provider=provider.value)
        return len(found)

    def _with(
        self, book: BookWriter, person: Contact, contact: ContactId, chosen: Chosen
    ) -> tuple[Contact, KeptFact | None]:
        """The person with what was chosen, and where it came from; None where it cannot be kept."""
        finding, answer = chosen.finding, chosen.answer
        if finding.field is FindingField.NEWS:
            return person, self._note(book, contact, chosen)
        media = _picture(book, finding, dict(answer.pictures))
        line = line_for(finding, media)
        if line is None:
            return person, None
        changed, said, before = with_finding(person, finding, line)
        known = changed is person
        fact = _fact(contact, chosen, said.name, said.value)
        return changed, replace(fact, replaced="" if known else before, added=not known)

    def _note(self, book: BookWriter, contact: ContactId, chosen: Chosen) -> KeptFact:
        """What they published, on the timeline on the day it appeared."""
        present = self._present()
        moment = chosen.finding.changed_at or present.now
        day = min(moment, present.now).astimezone(present.here).date()
        text = note_text(chosen.finding)
        fact = _fact(contact, chosen, "", text)
        there = _noted(book, contact).get(text)
        entry = there or book.timeline.add(TimelineNote(text, Happened(day), (contact,)), "")
        return replace(fact, entry=entry)


def _noted(book: BookReader | BookWriter, contact: ContactId) -> dict[str, EntryId]:
    """Notes kept about somebody that still stand on the timeline, by their text."""
    kept = {fact.entry: fact.value for fact in book.kept_facts.of(contact) if fact.entry is not None}
    there = book.timeline.items(list(kept)) if kept else {}
    return {text: entry for entry, text in kept.items() if entry in there}


def _notes(book: BookReader, contact: ContactId) -> frozenset[str]:
    return frozenset(_noted(book, contact))


def _refused(book: BookReader, contact: ContactId) -> frozenset[tuple[str, str, str]]:
    every = book.declined.all([REFUSED_FACT])
    facts = (refused_fact_of(one.key) for one in every if one.contact == contact)
    return frozenset((fact.account, fact.field.value, fact.value) for fact in facts if fact is not None)


def _is_of(provider: Provider, fact: RefusedFact | None) -> bool:
    return fact is not None and fact.provider is provider


def _refusal(chosen: Chosen) -> RefusedFact:
    finding, answer = chosen.finding, chosen.answer
    return RefusedFact(answer.target.provider, answer.account_id, finding.field, meant(finding))


def _fact(contact: ContactId, chosen: Chosen, line: str, value: str) -> KeptFact:
    answer, finding = chosen.answer, chosen.finding
    return KeptFact(
        contact,
        finding.field,
        answer.target,
        answer.account_id,
        finding.source_url,
        finding.proof,
        answer.fetched_at,
        line,
        value,
    )


def _picture(book: BookWriter, finding: Finding, pictures: Mapping[str, Picture]) -> MediaHash | None:
    read = pictures.get(finding.value) if finding.field is FindingField.PHOTO else None
    if read is None:
        return None
    return book.media.add(Media(content_hash(read.data), read.media_type, read.data))


def _take_out(book: BookWriter, facts: Sequence[KeptFact]) -> None:
    """Takes facts out, the latest first: what one replaced another may have said, which goes as well."""
    for contact in dict.fromkeys(fact.contact for fact in facts):
        person = book.contacts.get(contact)
        going = [fact for fact in facts if fact.contact == contact]
        numbers = {fact.id for fact in going}
        staying = [fact for fact in book.kept_facts.of(contact) if fact.id not in numbers]
        notes = _own_notes(book, going, staying)
        book.kept_facts.remove(going)
        for fact in sorted(going, key=lambda one: one.id or 0, reverse=True):
            place = heir_of(person, fact, staying)
            if place is None:
                person = without_fact(person, fact, _replaced(book, person, fact))
                continue
            staying[place] = inherited(staying[place], fact)
            book.kept_facts.inherit(staying[place])
        book.contacts.save(person)
        book.timeline.remove(notes)


def _replaced(book: BookWriter, person: Contact, fact: KeptFact) -> Property | None:
    """The line as it was before a fact took its place; None where the record does not tell any more."""
    line = line_of(person, fact)
    versions = () if line is None or line.id is None else book.change_rows.story(line.id)
    said = (version.said for version in versions if version.said is not None)
    return next((one for one in said if one.value == fact.replaced), None)


def _own_notes(book: BookWriter, going: Sequence[KeptFact], staying: Sequence[KeptFact]) -> list[EntryId]:
    """Notes that go with their facts: kept for no other, and as they were kept; others are the user's."""
    needed = {fact.entry for fact in staying}
    texts = {fact.entry: fact.value for fact in going if fact.entry is not None and fact.entry not in needed}
    there = book.timeline.items(list(texts)) if texts else {}
    return [
        entry
        for entry, text in texts.items()
        if isinstance(note := there.get(entry), TimelineNote) and note.text == text
    ]
