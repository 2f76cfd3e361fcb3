"""How people are related: who is what to whom, who lives together, how one met."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import uuid4

from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError
from relate_desktop.domain.gender import gender_of
from relate_desktop.domain.household import (
    LIVING_APART,
    Home,
    Household,
    home_addresses,
    home_of,
    with_home,
)
from relate_desktop.domain.ids import ContactId, PropertyId
from relate_desktop.domain.name import called
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.query import Words
from relate_desktop.domain.relation_kinds import INVERSES, inverse_of, same_relation, spoken_kind
from relate_desktop.domain.relations import Relation, Surroundings, in_order
from relate_desktop.domain.relationship import (
    OWN_ID,
    Relationship,
    how_met,
    own_id,
    relationships,
    with_how_met,
    with_own_id,
    with_relation,
    with_relationship,
    with_tie_to,
)
from relate_desktop.domain.text import squeezed
from relate_desktop.storage.book import BookReader, BookWriter
from relate_desktop.storage.database import Database
from relate_desktop.storage.declined import Declined

_MOST_AT_HOME = 8
"""People of one address; of more they are neighbours or colleagues."""
_MOST_LOOKED_AT = 50


class RelationsService:
    """Reads may be called on any thread, writes on any but the window's."""

    def __init__(self, database: Database, origin: Origin) -> None:
        self._database = database
        self._origin = origin

    def around(self, contact: ContactId) -> Surroundings:
        """Everybody around a person, nearest first. Raises NotFoundError(CONTACT_UNKNOWN)."""
        with self._database.read() as book:
            person = book.contacts.get(contact)
            home = home_of(person)
            household = book.ties.household(home) if home is not None else None
            others = [one for one in household.members if one != contact] if household is not None else []
            return Surroundings(
                in_order(_relations(book, contact, person)),
                household,
                tuple(book.contacts.summaries(others)),
                how_met(person),
            )

    def households(self) -> list[Household]:
        """All households, by name."""
        with self._database.read() as book:
            return book.ties.households()

    def relate(self, one: ContactId, other: ContactId, kind: str, inverse: str = "") -> bool:
        """Notes that ``other`` is ``kind`` to ``one``; False when that is known already.

        ``inverse`` is what ``one`` is to ``other``, needed only for the user's own words. Raises
        NotFoundError(CONTACT_UNKNOWN) and UsageError(CONTACT_SAME).
        """
        if one == other:
            raise UsageError(ErrorKind.CONTACT_SAME)
        with self._database.write(Operation(OperationKind.RELATE, self._origin)) as book:
            person, relative = book.contacts.get(one), book.contacts.get(other)
            known = _relations(book, one, person)
            if any(
                tie.person is not None and tie.person.id == other and same_relation(tie.kind, kind)
                for tie in known
            ):
                return False
            relative = _with_id(book, relative)
            name = called(relative)
            book.contacts.save(
                with_relationship(person, name, kind, person=own_id(relative), inverse=squeezed(inverse))
            )
            book.note(contact=one, name=called(person), other=name)
            book.ties.concern((one, other))
            return True

    def relate_name(self, one: ContactId, name: str, kind: str) -> bool:
        """Notes somebody who is not in the book; False when the card says so already.

        Raises NotFoundError(CONTACT_UNKNOWN) and UsageError(NAME_MISSING).
        """
        name = squeezed(name)
        if not name:
            raise UsageError(ErrorKind.NAME_MISSING)
        with self._database.write(Operation(OperationKind.RELATE, self._origin)) as book:
            person = book.contacts.get(one)
            if any(tie.name == name and same_relation(tie.kind, kind) for tie in relationships(person)):
                return False
            book.contacts.save(with_relationship(person, name, kind))
            book.note(contact=one, name=called(person), other=name)
            return True

    def reword(self, said_by: ContactId, line: PropertyId, kind: str, inverse: str = "") -> bool:
        """Another word for what a card says: what the other is to the person whose card it is.

        Raises NotFoundError (CONTACT_UNKNOWN, RELATION_UNKNOWN).
        """
        with self._database.write(Operation(OperationKind.RELATION_EDIT, self._origin)) as book:
            person = book.contacts.get(said_by)
            tie = _tie(person, line)
            _note(book, said_by, person, tie)
            return book.contacts.save(with_relation(person, tie, kind, squeezed(inverse)))

    def reword_back(self, said_by: ContactId, line: PropertyId, kind: str) -> bool:
        """The same seen from the other side: what the person whose card it is is to the other.

        Raises NotFoundError (CONTACT_UNKNOWN, RELATION_UNKNOWN).
        """
        inverse = INVERSES.get(kind)
        if inverse is not None:
            return self.reword(said_by, line, inverse)
        with self._database.read() as book:
            present = _tie(book.contacts.get(said_by), line)
        return self.reword(said_by, line, present.kind, kind)

    def point(self, said_by: ContactId, line: PropertyId, other: ContactId | None) -> bool:
        """Says who of the book a card's relation is meant to be; None: nobody who is in it.

        Raises NotFoundError (CONTACT_UNKNOWN, RELATION_UNKNOWN) and UsageError(CONTACT_SAME).
        """
        if other == said_by:
            raise UsageError(ErrorKind.CONTACT_SAME)
        with self._database.write(Operation(OperationKind.RELATION_EDIT, self._origin)) as book:
            person = book.contacts.get(said_by)
            tie = _tie(person, line)
            given = own_id(_with_id(book, book.contacts.get(other))) if other is not None else ""
            _note(book, said_by, person, tie, *((other,) if other is not None else ()))
            return book.contacts.save(with_tie_to(person, tie, given))

    def unrelate(self, said_by: ContactId, line: PropertyId) -> None:
        """Takes a relation away. Raises NotFoundError (CONTACT_UNKNOWN, RELATION_UNKNOWN)."""
        with self._database.write(Operation(OperationKind.UNRELATE, self._origin)) as book:
            person = book.contacts.get(said_by)
            tie = _tie(person, line)
            _note(book, said_by, person, tie)
            book.contacts.save(person.without(tie.property))

    def met(self, contact: ContactId, text: str) -> bool:
        """Notes how one met somebody; blank forgets it. Raises NotFoundError(CONTACT_UNKNOWN)."""
        with self._database.write(Operation(OperationKind.HOW_MET, self._origin)) as book:
            person = book.contacts.get(contact)
            book.note(contact=contact, name=called(person))
            return book.contacts.save(with_how_met(person, text.strip()))

    # -------------------------------------------------------------- households

    def at_one_address(self, contact: ContactId) -> list[ContactSummary]:
        """Who has an address of theirs and may live with them: to be proposed, never done by itself.

        Nobody of their household, nobody of whom the user said that they do not, and nobody where so many
        do that it is a house or an office. Raises NotFoundError(CONTACT_UNKNOWN).
        """
        with self._database.read() as book:
            person = book.contacts.get(contact)
            home, addresses = home_of(person), home_addresses(person)
            found: dict[ContactId, None] = {}
            for words in addresses.values():
                answering = book.search.holding(Words(words, own_lines=True))
                if len(answering) > _MOST_LOOKED_AT:
                    continue
                found.update(
                    (other.id, None)
                    for other in book.contacts.iterate([ContactId(one) for one in answering])
                    if other.id not in {None, contact}
                    and (home is None or home_of(other) != home)
                    and not addresses.keys().isdisjoint(home_addresses(other))
                )
            if len(found) > _MOST_AT_HOME:
                return []
            apart = {_other(one, contact) for one in _refusals(book, [contact])}
            return book.contacts.summaries([one for one in found if one not in apart])

    def live_apart(self, contact: ContactId, others: Sequence[ContactId]) -> bool:
        """Remembers that these do not live with somebody, whose address they have; False when it is known.

        Raises NotFoundError(CONTACT_UNKNOWN) and UsageError(CONTACT_SAME).
        """
        if contact in others:
            raise UsageError(ErrorKind.CONTACT_SAME)
        with self._database.write(Operation(OperationKind.LIVING_APART, self._origin)) as book:
            for other in others:
                book.contacts.get(other)
            _name_them(book, contact, others)
            refused = [
                book.declined.add(LIVING_APART, one, str(whom))
                for other in others
                for one, whom in ((contact, other), (other, contact))
            ]
            return any(refused)

    def living_apart(self, contact: ContactId) -> list[ContactSummary]:
        """Who does not live with somebody, as the user said, as far as they are not in the trash.

        Raises NotFoundError(CONTACT_UNKNOWN).
        """
        with self._database.read() as book:
            book.contacts.get(contact)
            apart = {_other(one, contact) for one in _refusals(book, [contact])}
            return book.contacts.summaries(book.contacts.living(sorted(apart - {contact})))

    def ask_who_lives_there(self, contact: ContactId, others: Sequence[ContactId] = ()) -> bool:
        """Forgets who does not live with somebody, all of them without ``others``; False when nobody is so.

        Raises NotFoundError(CONTACT_UNKNOWN).
        """
        with self._database.write(Operation(OperationKind.LIVING_ASKED, self._origin)) as book:
            known = _refusals(book, [contact])
            gone = [one for one in known if not others or _other(one, contact) in others]
            _name_them(book, contact, [other for one in gone if (other := _other(one, contact)) != contact])
            book.declined.remove(gone)
            return bool(gone)

    def live_together(self, contacts: Sequence[ContactId], name: str = "") -> Household:
        """Makes these people one household: the first one's where there is one, else a new one.

        Whoever lives in another moves. ``name`` is what it is called now, empty as before, or after the
        first person where it is new. Raises NotFoundError(CONTACT_UNKNOWN) and UsageError(NAME_MISSING).
        """
        wanted = list(dict.fromkeys(contacts))
        if not wanted:
            raise UsageError(ErrorKind.NAME_MISSING)
        with self._database.write(Operation(OperationKind.HOUSEHOLD, self._origin)) as book:
            people = [book.contacts.get(contact) for contact in wanted]
            present = next((home for person in people if (home := home_of(person)) is not None), None)
            home = present or Home(called(people[0]), uuid4().hex)
            if name := squeezed(name):
                home = replace(home, name=name)
            standing = book.ties.household(home).members if present is not None else ()
            for member in standing:
                if member not in wanted:
                    book.contacts.save(with_home(book.contacts.get(member), home))
            for person in people:
                book.contacts.save(with_home(person, home))
            members = tuple(dict.fromkeys((*standing, *wanted)))
            refused = _refusals(book, members)
            book.declined.remove(one for one in refused if {one.contact, _meant(one)} <= set(members))
            book.note(household=home.name, contacts=len(members))
            book.ties.concern(members)
            return Household(home, members)

    def move_out(self, contact: ContactId) -> bool:
        """Takes somebody out of their household; False when they are in none.

        Raises NotFoundError(CONTACT_UNKNOWN).
        """
        with self._database.write(Operation(OperationKind.HOUSEHOLD, self._origin)) as book:
            person = book.contacts.get(contact)
            home = home_of(person)
            if home is None:
                return False
            book.note(household=home.name, contact=contact, name=called(person))
            book.ties.concern(book.ties.household(home).members)
            return book.contacts.save(with_home(person, None))


def _refusals(book: BookReader | BookWriter, contacts: Sequence[ContactId]) -> list[Declined]:
    """That these people live with others was refused, told from either side."""
    known = book.declined.all([LIVING_APART])
    return [one for one in known if one.contact in contacts or _meant(one) in contacts]


def _meant(refusal: Declined) -> ContactId | None:
    """With whom somebody does not live; None where the book does not tell any more."""
    return ContactId(int(refusal.key)) if refusal.key.isdecimal() else None


def _other(refusal: Declined, contact: ContactId) -> ContactId:
    """The one of the two of a refusal who is not this person."""
    told = refusal.contact if _meant(refusal) == contact else _meant(refusal)
    return contact if told is None else told


def _name_them(book: BookWriter, contact: ContactId, others: Sequence[ContactId]) -> None:
    """What history says of it, and whom it concerns. Raises NotFoundError(CONTACT_UNKNOWN)."""
    book.note(contact=contact, name=called(book.contacts.get(contact)))
    rows = book.contacts.summaries(list(dict.fromkeys(others)))
    if len(rows) == 1:
        book.note(other=rows[0].called)
    book.ties.concern((contact, *(row.id for row in rows)))


def _relations(book: BookReader | BookWriter, contact: ContactId, person: Contact) -> list[Relation]:
    """What the own card says first, then what others say of this person."""
    ties = book.ties.of((contact,))
    others = sorted({tie.other if tie.one == contact else tie.one for tie in ties})
    rows = {row.id: row for row in book.contacts.summaries(others)}
    people = {one.id: one for one in book.contacts.iterate(others)}
    leading = {tie.place: tie for tie in ties if tie.one == contact}
    own = []
    themselves = {item.text.strip() for item in person.all(OWN_ID)}
    for place, said in enumerate(relationships(person)):
        if said.person in themselves:
            continue  # they were made one with whom they were related to
        tie = leading.get(place)
        row = rows.get(tie.other) if tie is not None else None
        own.append(_own(book, contact, said, row, by_name=tie is not None and tie.by_name))
    theirs = []
    for tie in ties:
        teller = people.get(tie.one)
        if tie.other != contact or teller is None or tie.one not in rows:
            continue
        said = relationships(teller)[tie.place]
        theirs.append(_told(tie.one, said, rows[tie.one], teller, by_name=tie.by_name))
    return [*own, *theirs]


def _own(
    book: BookReader | BookWriter,
    contact: ContactId,
    said: Relationship,
    row: ContactSummary | None,
    *,
    by_name: bool,
) -> Relation:
    meant = book.ties.meant(said.name) if row is None and said.name and not said.person else []
    return Relation(
        person=row,
        name=row.called if row is not None else said.name or said.reference,
        kind=said.kind,
        back=inverse_of(said.kind, said.inverse),
        said_by=contact,
        line=_line(said),
        by_name=by_name,
        candidates=tuple(one for one in meant if one != contact),
    )


def _told(
    teller: ContactId, said: Relationship, row: ContactSummary, person: Contact, *, by_name: bool
) -> Relation:
    kind = inverse_of(said.kind, said.inverse)
    return Relation(
        person=row,
        name=row.called,
        kind=kind if said.inverse else spoken_kind(kind, gender_of(person)),
        back=said.kind,
        said_by=teller,
        line=_line(said),
        by_name=by_name,
    )


def _line(said: Relationship) -> PropertyId:
    if said.property.id is None:
        raise ValueError("a relation of the book stands on a stored line")
    return said.property.id


def _tie(person: Contact, line: PropertyId) -> Relationship:
    found: Mapping[PropertyId | None, Relationship] = {tie.property.id: tie for tie in relationships(person)}
    if line not in found:
        raise NotFoundError(ErrorKind.RELATION_UNKNOWN)
    return found[line]


def _note(book: BookWriter, said_by: ContactId, person: Contact, tie: Relationship, *more: ContactId) -> None:
    """What history says of it, and whom it concerns: both sides."""
    place = relationships(person).index(tie)
    others = [one.other for one in book.ties.of((said_by,)) if one.one == said_by and one.place == place]
    rows = book.contacts.summaries(others)
    book.note(contact=said_by, name=called(person), other=rows[0].called if rows else tie.name)
    book.ties.concern((said_by, *others, *more))


def _with_id(book: BookWriter, person: Contact) -> Contact:
    """The person with something to point to."""
    if own_id(person) or person.id is None:
        return person
    book.contacts.save(with_own_id(person, uuid4().hex))
    return book.contacts.get(person.id)
