from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from relate_desktop.domain.capture_parts import CapturedConversation, CapturedNote, Doubt
from relate_desktop.domain.errors import ErrorKind, UsageError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Interaction
from relate_desktop.domain.payback import PaybackKind
from relate_desktop.domain.promise import OwedBy
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.services.book import OpenBook
from relate_desktop.services.captures import CaptureChoice
from tests.clock import START
from tests.open_book import a_book, a_person


def test_people_of_the_book_are_understood_by_any_name_of_theirs(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        anna = book.contacts.add(a_person("Anna Lindqvist", "NICKNAME:Annie", "N:Lindqvist;Anna;;;"))
        ton = book.contacts.add(a_person("Ton van der Berg"))
        for sentence, whom in (
            ("called anna", anna),
            ("called Annie about the invoice", anna),
            ("met Lindqvist yesterday", anna),
            ("emailed Anna Lindqvist", anna),
            ("called Ton van der Berg", ton),
            ("mit Anna telefoniert", anna),
        ):
            captured = book.captures.understand(sentence)
            (part,) = captured.parts
            assert isinstance(part, CapturedConversation), sentence
            assert [person.contact for person in part.people] == [whom], sentence
            assert captured.ready, sentence


@pytest.mark.parametrize("name", ["misaki", "Misaki-san", "Misaki Tanaka", "美咲", "misaki-sama"])
def test_a_name_in_latin_letters_and_one_with_an_honorific_mean_the_same(tmp_path: Path, name: str) -> None:
    with a_book(tmp_path) as book:
        lines = ("N:田中;美咲;;;", "X-RELATE-LATIN:Misaki Tanaka", "X-RELATE-CALL:Misaki-san")
        misaki = book.contacts.add(a_person("田中 美咲", *lines))
        reading = book.captures.understand(f"called {name} yesterday")
        assert reading.ready, reading.unclear
        (call,) = reading.parts
        assert isinstance(call, CapturedConversation)
        assert [one.contact for one in call.people] == [misaki]


def test_two_of_a_name_are_asked_about_with_both_to_choose_from(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        two = {book.contacts.add(a_person(name)) for name in ("Anna Lindqvist", "Anna Berg")}
        (unclear,) = book.captures.understand("called anna").unclear
        assert unclear.doubt is Doubt.WHO
        assert {person.contact for person in unclear.candidates} == two


def test_somebody_in_the_trash_is_not_meant(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        anna = book.contacts.add(a_person("Anna Lindqvist"))
        book.contacts.trash([anna])
        (unclear,) = book.captures.understand("called Anna").unclear
        assert unclear.doubt is Doubt.UNKNOWN


def test_on_the_page_of_somebody_a_bare_pronoun_means_them(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        anna = book.contacts.add(a_person("Anna Lindqvist"))
        (part,) = book.captures.understand("likes liquorice", anna).parts[:1]
        assert isinstance(part, CapturedNote)
        assert [person.contact for person in part.people] == [anna]
        assert not book.captures.understand("called her", ContactId(99)).ready


def test_each_line_is_read_in_the_language_it_is_written_in(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Anna Lindqvist"))
        for sentence in ("called Anna yesterday", "gestern Anna angerufen"):
            (part,) = book.captures.understand(sentence).parts
            assert isinstance(part, CapturedConversation)
            assert part.on.isoformat() == "2026-03-13"


def test_behind_an_at_sign_people_are_offered_by_the_beginning_of_a_name(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        for name in ("Anna Lindqvist", "Annika Berg", "Ton van der Berg"):
            book.contacts.add(a_person(name))
        assert [person.called for person in book.captures.whom("ann")] == ["Anna Lindqvist", "Annika Berg"]


def choice_of(book: OpenBook, sentence: str) -> CaptureChoice:
    """Everything a line means, kept."""
    captured = book.captures.understand(sentence)
    return CaptureChoice(captured, frozenset(range(len(captured.parts))))


def test_all_parts_of_a_line_are_kept_as_one_change(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        anna = book.contacts.add(a_person("Anna Lindqvist"))
        before = book.history.entries()
        line = "called anna 20m yesterday re invoice, she sends the draft friday, remind me in two weeks"
        saved = book.captures.save(choice_of(book, line))
        assert len(saved.written) == 3
        assert [person.id for person in saved.people] == [anna]
        (entry,) = book.timeline.page(book.timeline.ids())
        assert isinstance(entry.item, Interaction)
        assert (entry.item.minutes, entry.item.happened.on.isoformat()) == (20, "2026-03-13")
        (promise,) = book.promises.open()
        assert (promise.owed_by, promise.told_in) == (OwedBy.THEIRS, entry.id)
        (reminder,) = book.reminders.open()
        assert reminder.told_in == entry.id
        assert reminder.due == DueTime(date(2026, 3, 28))
        assert len(book.history.entries()) == len(before) + 1
        book.history.undo()
        assert (len(book.timeline.ids()), book.promises.open(), book.reminders.open()) == (0, (), ())


def test_what_is_not_clear_is_refused(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        for name in ("Anna Lindqvist", "Anna Berg"):
            book.contacts.add(a_person(name))
        with pytest.raises(UsageError) as refused:
            book.captures.save(choice_of(book, "called anna"))
        assert refused.value.kind is ErrorKind.CAPTURE_UNCLEAR
        assert len(book.timeline.ids()) == 0


def test_a_reminder_that_is_answered_is_named_and_marked_done_with_it(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        anna = book.contacts.add(a_person("Anna Lindqvist"))
        today = book.present().today
        call = book.reminders.add(Reminder("Call Anna back", (anna,), DueTime(today), START))
        book.reminders.add(Reminder("Water the plants", (anna,), DueTime(today), START))
        choice = choice_of(book, "called Anna")
        assert [item.id for item in book.captures.done_by(choice.captured)] == [call]
        book.captures.save(replace(choice, done=(call,)))
        assert [item.text for item in book.reminders.open()] == ["Water the plants"]
        book.history.undo()
        assert len(book.reminders.open()) == 2


def test_the_payback_is_what_was_not_in_the_line(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Anna Lindqvist"))
        first = book.captures.save(choice_of(book, "met Anna, I owe her the contract by Friday"))
        assert first.payback is None
        second = book.captures.save(choice_of(book, "called Anna about the oven"))
        assert second.payback is not None
        assert second.payback.kind is PaybackKind.I_OWE
        assert second.payback.promise is not None
        assert second.payback.promise.text == "the contract"
