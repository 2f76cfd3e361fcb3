from pathlib import Path

from relate_desktop.domain.capture_parts import CapturedConversation, CapturedNote, Doubt
from relate_desktop.domain.ids import ContactId
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
