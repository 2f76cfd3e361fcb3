from datetime import date, timedelta
from pathlib import Path

import pytest

from relate_desktop.domain.cadence import Cadence, CadenceSource
from relate_desktop.domain.errors import NotFoundError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.domain.wishes import Wishes
from relate_desktop.services.book import OpenBook
from tests.open_book import a_book, a_person

TODAY = date(2026, 3, 14)


def talked(
    book: OpenBook, contact: ContactId, *ago: int, kind: InteractionKind = InteractionKind.CALL
) -> None:
    """Conversations so many days ago; mine, where they are messages."""
    direction = Direction.BOTH if kind is InteractionKind.CALL else Direction.MINE
    for days in ago:
        book.timeline.log([contact], kind, direction, Happened(TODAY - timedelta(days=days)))


def test_nobody_has_a_rhythm_who_was_not_given_one(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        rhythm = book.rhythms.of(book.contacts.add(a_person("Ada")))
    assert (rhythm.cadence, rhythm.keeping, rhythm.learned, rhythm.rest) == (None, None, None, None)
    assert (rhythm.last, rhythm.next, rhythm.late_on, rhythm.offer) == (None, None, None, False)


def test_a_persons_own_rhythm_goes_before_that_of_their_circle(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada", "CATEGORIES:Clients"))
        assert book.rhythms.set_circle("clients", Cadence(30))
        assert book.rhythms.circles() == {"clients": Cadence(30)}
        keeping = book.rhythms.of(ada).keeping
        assert keeping is not None
        assert (keeping.source, keeping.circle) == (CadenceSource.CIRCLE, "clients")
        assert book.rhythms.set(ada, Cadence(42, no_sooner=14))
        rhythm = book.rhythms.of(ada)
        assert rhythm.cadence == Cadence(42, no_sooner=14)
        assert rhythm.late_on == TODAY + timedelta(days=59)
        assert book.rhythms.set(ada, None)
        assert not book.rhythms.set(ada, None)


def test_a_learned_rhythm_is_offered_once_and_kept_after_a_yes(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada"))
        talked(book, ada, 60, 50, 40, 30, 20, 10)
        rhythm = book.rhythms.of(ada)
        assert rhythm.offer
        assert rhythm.learned is not None
        assert (rhythm.learned.usual, rhythm.keeping) == (10, None)
        assert book.rhythms.agree(ada, True)  # noqa: FBT003 - the answer
        rhythm = book.rhythms.of(ada)
        assert not rhythm.offer
        assert rhythm.keeping is not None
        assert rhythm.keeping.source is CadenceSource.LEARNED


def test_a_rest_and_the_next_meeting_are_told(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada"))
        talked(book, ada, 3, 1, kind=InteractionKind.MAIL)
        rhythm = book.rhythms.of(ada)
        assert rhythm.rest is not None
        assert rhythm.rest.until == TODAY + timedelta(days=13)
        talked(book, ada, -6)
        assert book.rhythms.of(ada).next == TODAY + timedelta(days=6)


def test_wishes_are_kept(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada"))
        assert book.rhythms.wish(ada, Wishes(least_gap=30))
        assert book.rhythms.of(ada).wishes.least_gap == 30
        assert book.rhythms.choose(ada, Cadence(60), Wishes())
        assert book.rhythms.of(ada).wishes == Wishes()


def test_not_now_is_one_change_a_day(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada"))
        assert book.rhythms.not_now(ada)
        assert not book.rhythms.not_now(ada)
        assert len(book.history.entries()) == 2


def test_nobody_can_be_given_no_rhythm(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        for asked in (book.rhythms.of, lambda one: book.rhythms.set(one, Cadence(7))):
            with pytest.raises(NotFoundError):
                asked(ContactId(9))


def test_who_is_left_alone_is_listed_until_the_pause_is_over(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada, bertha, chidi, gone = (book.contacts.add(a_person(name)) for name in ("Ada", "Bea", "Chi", "Di"))
        paused = Wishes(paused_until=TODAY + timedelta(days=1))
        book.rhythms.wish(ada, paused)
        book.rhythms.wish(bertha, Wishes(no_more_contact=True))
        book.rhythms.wish(chidi, Wishes(paused_until=TODAY))
        book.rhythms.wish(gone, Wishes(no_more_contact=True))
        book.contacts.trash([gone])
        assert book.rhythms.paused() == {ada: paused, bertha: Wishes(no_more_contact=True)}


def test_what_the_settings_turn_off_is_neither_offered_nor_kept(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada, ken = book.contacts.add(a_person("Ada")), book.contacts.add(a_person("Ken"))
        talked(book, ada, 60, 50, 40, 30, 20, 10)
        talked(book, ken, 4, 2, kind=InteractionKind.MESSAGE)
        assert book.rhythms.of(ada).offer
        assert book.rhythms.of(ken).rest is not None
        book.preferences.change(offer_rhythms=False, rest_after_unanswered=False)
        assert not book.rhythms.of(ada).offer
        assert book.rhythms.of(ken).rest is None
