"""Whoever is joined with whom, and separated in whatever order: everything is home again, once."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import pytest

from relate_desktop.domain.change import Origin
from relate_desktop.domain.circle import with_circle
from relate_desktop.domain.draft import Media
from relate_desktop.domain.ids import ChangesetId, ContactId, MediaHash
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.photo import photo_of, with_photo
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.reminder import Reminder
from relate_desktop.domain.timeline import TimelineFilter
from relate_desktop.services.book import OpenBook
from relate_desktop.services.contacts import line_of_card
from relate_desktop.services.lookup_consent import LookupConsent
from tests.open_book import a_book, a_person
from tests.unit.storage.books import digest_of

DAY = date(2026, 11, 1)
STEPS = 30


@dataclass(frozen=True)
class Joint:
    """A merge that stands."""

    changeset: ChangesetId
    kept: ContactId
    others: tuple[ContactId, ...]


class Life:
    """A book in which people get things of their own and are joined."""

    def __init__(self, book: OpenBook, seed: int) -> None:
        self.book, self.random = book, Random(seed)
        self.joints: list[Joint] = []
        self.home: dict[str, ContactId | None] = {}
        """Whose each thing is; nobody's in particular where it was given to several who are one."""
        self.consent = LookupConsent(book.database, Origin.WINDOW, book.present)

    def people(self) -> list[ContactId]:
        return [ContactId(number) for number in sorted(self.book.contacts.ids())]

    def step(self) -> None:
        self.random.choice((self.add, self.give, self.give, self.give, self.relate, self.join, self.part))()

    def add(self) -> None:
        number = len(self.home)
        mine = a_person("Ada King", "EMAIL:ada@example.org", f"NOTE:thing{number}.")
        self.home[f"thing{number}."] = self.book.contacts.add(mine)

    def give(self) -> None:
        """Somebody gets something of a kind of its own."""
        who, what = self.random.choice(self.people()), f"thing{len(self.home)}."
        self.home[what] = None if any(joint.kept == who for joint in self.joints) else who
        self.random.choice(
            (self._line, self._circle, self._note, self._talk, self._remind, self._promise, self._moment)
        )(who, what)

    def _line(self, who: ContactId, what: str) -> None:
        self.book.contacts.save(self.book.contacts.get(who).added(line_of_card(f"X-THING:{what}")))

    def _circle(self, who: ContactId, what: str) -> None:
        self.book.contacts.save(with_circle(self.book.contacts.get(who), what))

    def _note(self, who: ContactId, what: str) -> None:
        self.book.timeline.note([who], what, Happened(DAY))

    def _talk(self, who: ContactId, what: str) -> None:
        self.book.timeline.log([who], InteractionKind.CALL, Direction.MINE, Happened(DAY), what)

    def _remind(self, who: ContactId, what: str) -> None:
        self.book.reminders.add(Reminder(what, (who,), None, self.book.clock()))

    def _promise(self, who: ContactId, what: str) -> None:
        self.book.promises.add(Promise(OwedBy.MINE, what, (who,), DAY))

    def _moment(self, who: ContactId, what: str) -> None:
        self.book.moments.add(Moment(DateKind.OTHER, PartialDate(2020, 1, 1), who, what))

    def relate(self) -> None:
        if len(self.people()) > 1:
            one, other = self.random.sample(self.people(), 2)
            self.book.relations.relate(one, other, "friend")

    def join(self) -> None:
        some = self.random.sample(self.people(), min(len(self.people()), self.random.choice((2, 2, 3))))
        if len(some) > 1:
            before = digest_of(self.book.database)
            merged = self.book.merges.merge(some[0], some[1:])
            if self.random.random() < 0.3:
                self.book.merges.separate(merged.changeset)
                assert digest_of(self.book.database) == before
            else:
                self.joints.append(Joint(merged.changeset, some[0], tuple(some[1:])))

    def part(self) -> None:
        """Separates one of those that stand, and gives what is newer to anybody of them."""
        there = [joint for joint in self.joints if joint.kept in self.people()]
        if there:
            joint = self.random.choice(there)
            newer_to = self.random.choice((None, joint.kept, *joint.others))
            self.book.merges.separate(joint.changeset, newer_to)
            self.joints.remove(joint)

    def holders(self, what: str) -> list[ContactId]:
        return [who for who in self.people() if what in self.of(who)]

    def of(self, who: ContactId) -> str:
        """Everything there is of somebody, as one text."""
        lines = [item.value for item in self.book.contacts.get(who).properties]
        entries = self.book.timeline.page(self.book.timeline.ids(TimelineFilter(who)))
        told = [str(entry.item) for entry in entries]
        reminded = [one.text for one in self.book.reminders.of(who)]
        owed = [one.text for one in self.book.promises.open(who)]
        return " ".join((*lines, *told, *reminded, *owed))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize("seed", [0, 1, 2, 3, 12, 24])
def test_after_all_are_separated_everything_is_home_and_there_once(book: OpenBook, seed: int) -> None:
    life = Life(book, seed)
    for _number in range(3):
        life.add()
    for _number in range(STEPS):
        life.step()
        digest_of(book.database)
    for left in range(len(life.joints), 0, -1):
        assert len(life.joints) == left
        life.part()
    assert not life.joints
    for what, who in life.home.items():
        found = life.holders(what)
        assert len(found) == 1, what
        assert who is None or found == [who], what
    digest_of(book.database)


def test_pictures_and_a_no_to_looking_up_go_along_and_come_back(book: OpenBook) -> None:
    life = Life(book, 0)
    ada, bea = (book.contacts.add(a_person(name)) for name in ("Ada King", "Bea King"))
    pictures = {}
    for who in (ada, bea):
        content = f"\x89PNG {who}".encode()
        pictures[who] = MediaHash(hashlib.sha256(content).hexdigest())
        media = Media(pictures[who], "image/png", content)
        book.contacts.save(with_photo(book.contacts.get(who), media.hash, media.media_type), (media,))
    life.consent.never(bea)
    merged = book.merges.merge(ada, [bea])
    assert life.consent.gate(ada).never
    book.merges.separate(merged.changeset)
    assert [life.consent.gate(who).never for who in (ada, bea)] == [False, True]
    for who, picture in pictures.items():
        line = photo_of(book.contacts.get(who))
        assert line is not None
        assert line.media == picture
