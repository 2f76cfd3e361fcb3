from pathlib import Path

from relate_desktop.domain.capture_corrections import CaptureAnswer, Corrections, corrected
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.interaction import Interaction
from relate_desktop.domain.note import notes_of
from relate_desktop.services.book import OpenBook
from relate_desktop.services.captures import CaptureChoice
from tests.open_book import a_book, a_person


def choice_of(book: OpenBook, sentence: str) -> CaptureChoice:
    """Everything a line means, kept."""
    captured = book.captures.understand(sentence)
    return CaptureChoice(captured, frozenset(range(len(captured.parts))))


def test_the_line_is_kept_as_it_was_typed(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Anna Lindqvist"))
        line = "  called   ANNA, remind me tomorrow!  "
        saved = book.captures.save(choice_of(book, line))
        with book.database.read() as reader:
            (reminder,) = book.reminders.open()
            assert reminder.id is not None
            assert reader.reminders.sentences([reminder.id]) == {reminder.id: line}
        (entry,) = book.timeline.page(book.timeline.ids())
        assert entry.sentence == line
        assert len(saved.written) == 2


def test_somebody_new_is_added_with_what_is_said_of_them(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        line = "+Johanna Vale, Northlight Clinic, 020 7946 0123, johanna@vale.example, met at the fair"
        book.captures.save(choice_of(book, line))
        johanna = book.contacts.get(book.contacts.named("Johanna Vale"))
        assert [(item.name, item.text) for item in johanna.properties if item.name != "UID"] == [
            ("FN", "Johanna Vale"),
            ("ORG", "Northlight Clinic"),
            ("TEL", "020 7946 0123"),
            ("EMAIL", "johanna@vale.example"),
            ("NOTE", "met at the fair"),
        ]


def test_a_new_person_of_a_conversation_is_there_before_it(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        captured = book.captures.understand("called Johanna, remind me tomorrow")
        answers = Corrections().answered(captured.unclear[0], CaptureAnswer.NEW_PERSON)
        right = corrected(captured, answers)
        saved = book.captures.save(CaptureChoice(right, frozenset(range(len(right.parts)))))
        johanna = book.contacts.named("Johanna")
        assert [person.id for person in saved.people] == [johanna]
        (reminder,) = book.reminders.open()
        assert reminder.people == (johanna,)


def test_a_moment_and_something_worth_remembering_are_kept_when_they_are_ticked(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        anna = book.contacts.add(a_person("Anna Lindqvist"))
        book.captures.save(choice_of(book, "Anna birthday 26 Nov"))
        (moment,) = book.moments.of(anna)
        assert (moment.kind, moment.date.iso(), moment.yearly) == (DateKind.BIRTHDAY, "--11-26", True)
        book.captures.save(choice_of(book, "Anna likes dark chocolate"))
        assert notes_of(book.contacts.get(anna)) == ("likes dark chocolate",)


def test_a_conversation_at_an_hour_keeps_the_moment(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Anna Lindqvist"))
        book.captures.save(choice_of(book, "called Anna yesterday at 15:00"))
        (entry,) = book.timeline.page(book.timeline.ids())
        assert isinstance(entry.item, Interaction)
        happened = entry.item.happened
        assert happened.at is not None
        assert happened.at.astimezone(book.present().here).hour == 15


def test_what_several_like_is_remembered_of_each(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        people = [book.contacts.add(a_person(name)) for name in ("Anna Lindqvist", "Olena Bondar")]
        book.captures.save(choice_of(book, "coffee with Anna and Olena, likes liquorice"))
        assert [notes_of(book.contacts.get(one)) for one in people] == [("likes liquorice",)] * 2


def test_a_reminder_without_words_of_its_own_says_what_was_told(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        anna = book.contacts.add(a_person("Anna Lindqvist"))
        book.captures.save(choice_of(book, "called Anna, remind me tomorrow"))
        captured = book.captures.understand("remind me in a week", anna)
        book.captures.save(CaptureChoice(captured, frozenset({0})))
        assert [item.text for item in book.reminders.open()] == ["called Anna", "Anna Lindqvist"]
