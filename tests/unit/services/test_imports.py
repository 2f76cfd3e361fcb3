"""What the user is promised of an import, with the real reader, the real book and real files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.draft import RemarkKind
from relate_desktop.domain.errors import Cancelled, ErrorKind, InputError
from relate_desktop.domain.importing import Choice, Decisions, FieldChoices, Finding, OnMatch, Side
from relate_desktop.domain.property import Property
from tests.unit.services.going import (
    Book,
    StoppedJob,
    a_book,
    a_card,
    a_file,
    a_phone_card,
    counts,
    many_cards,
)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """An empty book."""
    with a_book(tmp_path) as opened:
        yield opened


def test_everybody_in_a_file_comes_in_as_one_change(book: Book, tmp_path: Path) -> None:
    report = book.run(a_file(tmp_path, a_card("Ada Lovelace"), a_card("Mary Somerville")))
    assert counts(report.files[0]) == (2, 0, 0, 0, 0)
    assert book.names() == ["Ada Lovelace", "Mary Somerville"]
    assert book.changesets() == 1


def test_history_tells_the_file_and_how_many(book: Book, tmp_path: Path) -> None:
    report = book.run(a_file(tmp_path, a_card("Ada Lovelace"), name="phone.vcf"))
    with book.database.read() as reader:
        (entry,) = reader.history.entries()
    assert (entry.changeset, entry.source, entry.facts["created"]) == (report.changeset, "phone.vcf", 1)


def test_every_property_is_accounted_for(book: Book, tmp_path: Path) -> None:
    report = book.run(a_file(tmp_path, a_card("Ada Lovelace", "X-ODD:1", "TEL:+49 30 1234567")))
    (person,) = book.people()
    properties = report.files[0].properties
    assert properties.understood + properties.kept_as_is + properties.refused == len(person.properties)


def test_a_second_import_changes_nothing(book: Book, tmp_path: Path) -> None:
    path = a_file(tmp_path, *many_cards(30), a_phone_card("Ada Lovelace", "1"))
    book.run(path)
    before = book.digest(), book.changesets()
    report = book.run(path)
    assert report.changeset is None
    assert counts(report.files[0]) == (0, 0, 31, 0, 0)
    assert (book.digest(), book.changesets()) == before


def test_what_came_in_goes_out_byte_for_byte(book: Book, tmp_path: Path) -> None:
    cards = b"".join(
        [a_card("Ada Lovelace", "X-ODD;a=b:\tone,two", "NOTE:a\r\n b"), a_card("Mary Somerville")]
    )
    book.run(a_file(tmp_path, cards))
    assert book.original() == cards


def test_after_an_edit_every_other_line_goes_out_byte_for_byte(book: Book, tmp_path: Path) -> None:
    card = a_card("Ada Lovelace", "item1.TEL;TYPE=CELL:1 23 45 67", "item1.X-ABLabel:x", "X-ODD:  kept ")
    book.run(a_file(tmp_path, card))
    (person,) = book.people()
    phone = person.all("TEL")[0]
    book.save(person.replaced(phone, phone.with_value("7654321")))
    assert book.original() == card.replace(b"1 23 45 67", b"7654321")


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_a_cancelled_import_leaves_nothing(book: Book, tmp_path: Path, steps: int) -> None:
    path = a_file(tmp_path, *many_cards(1200))
    before = book.digest()
    with pytest.raises(Cancelled):
        book.imports.run([path], job=StoppedJob(steps))
    assert book.people() == []
    assert (book.digest(), book.changesets()) == (before, 0)


def test_an_import_is_taken_back_later_and_later_edits_stay(book: Book, tmp_path: Path) -> None:
    first = book.run(a_file(tmp_path, a_card("Ada Lovelace"), a_card("Mary Somerville")))
    other = book.run(a_file(tmp_path, a_card("Emmy Noether"), name="other.vcf"))
    ada = book.people()[0]
    book.save(ada.added(Property("NOTE", "mine")))
    assert first.changeset is not None
    book.database.take_back(Operation(OperationKind.TAKE_BACK, Origin.WINDOW), first.changeset)
    assert other.changeset is not None
    assert [note.text for person in book.people() for note in person.all("NOTE")] == ["mine"]
    assert "Mary Somerville" not in book.names()
    assert "Emmy Noether" in book.names()
    book.digest()


def test_a_newer_card_of_the_same_phone_brings_the_person_up_to_date(book: Book, tmp_path: Path) -> None:
    book.run(a_file(tmp_path, a_phone_card("Ada Lovelace", "1", "TEL:+49 30 1234567", "TITLE:Student")))
    newer = a_phone_card("Ada Lovelace", "1", "TEL:+49 30 1234567", "TITLE:Countess", "EMAIL:ada@example.org")
    report = book.run(a_file(tmp_path, newer))
    assert counts(report.files[0]) == (0, 1, 0, 0, 0)
    (person,) = book.people()
    assert [item.text for item in person.all("TITLE", "EMAIL")] == ["Countess", "ada@example.org"]


def test_both_cards_of_an_updated_person_go_out_as_they_came(book: Book, tmp_path: Path) -> None:
    old = a_phone_card("Ada Lovelace", "1", "TEL:+49 30 1234567", "TITLE:Student")
    newer = a_phone_card("Ada Lovelace", "1", "TEL:+49301234567", "TITLE:Countess", "NOTE:")
    book.run(a_file(tmp_path, old))
    book.run(a_file(tmp_path, newer))
    assert book.original() == old + newer


def test_an_edit_after_an_update_is_written_into_both_cards_and_nothing_else(
    book: Book, tmp_path: Path
) -> None:
    old = a_phone_card("Ada Lovelace", "1", "TEL:+49 30 1234567", "TITLE:Student", "NOTE:old")
    newer = a_phone_card("Ada Lovelace", "1", "TEL:+49301234567", "TITLE:Countess", "NOTE:new")
    book.run(a_file(tmp_path, old))
    book.run(a_file(tmp_path, newer))
    (person,) = book.people()
    title = person.all("TITLE")[0]
    book.save(person.replaced(title, title.with_value("Analyst")))
    expected = old.replace(b"Student", b"Analyst") + newer.replace(b"Countess", b"Analyst")
    assert book.original() == expected


def test_what_was_typed_by_hand_is_never_overwritten(book: Book, tmp_path: Path) -> None:
    book.run(a_file(tmp_path, a_phone_card("Ada Lovelace", "1", "BDAY:1815-12-09", "TEL:+49 30 1234567")))
    (person,) = book.people()
    birthday = person.all("BDAY")[0]
    book.save(person.replaced(birthday, birthday.with_value("1815-12-10")))
    for on_match in OnMatch:
        newer = a_phone_card("Ada Lovelace", "1", "BDAY:1815-12-11", "TEL:+49 30 1234567", f"NOTE:{on_match}")
        book.run(a_file(tmp_path, newer), on_match=on_match)
        assert book.people()[0].all("BDAY")[0].value == "1815-12-10"


@pytest.mark.parametrize(
    ("on_match", "expected", "left"),
    [
        (OnMatch.REVIEW, (0, 0, 0, 1, 0), (2, 1)),
        (OnMatch.MERGE, (0, 1, 0, 0, 0), (1, 0)),
        (OnMatch.SKIP, (0, 0, 0, 0, 1), (1, 0)),
        (OnMatch.NEW, (1, 0, 0, 0, 0), (2, 0)),
    ],
)
def test_who_may_be_here_already_is_treated_as_asked(
    book: Book, tmp_path: Path, on_match: OnMatch, expected: tuple[int, ...], left: tuple[int, int]
) -> None:
    book.run(a_file(tmp_path, a_card("Ada Lovelace", "TEL:+49 30 1234567")))
    report = book.run(
        a_file(tmp_path, a_card("Ada King", "TEL:030 1234567", "NOTE:hers"), name="b.vcf"), on_match=on_match
    )
    assert counts(report.files[0]) == expected
    assert (len(book.people()), book.pairs()) == left


def test_a_skipped_record_says_why(book: Book, tmp_path: Path) -> None:
    book.run(a_file(tmp_path, a_card("Ada Lovelace", "EMAIL:ada@example.org")))
    again = a_file(tmp_path, a_card("A. Lovelace", "EMAIL:ada@example.org"), name="b.vcf")
    (skipped,) = book.run(again, on_match=OnMatch.SKIP).files[0].skipped
    assert skipped.remark.kind is RemarkKind.ALREADY_HERE


def test_skip_loses_nobody_of_a_household_that_comes_in_together(book: Book, tmp_path: Path) -> None:
    pair = [a_card("Ada Lovelace", "TEL:030 1234567"), a_card("William King", "TEL:030 1234567")]
    report = book.run(a_file(tmp_path, *pair), on_match=OnMatch.SKIP)
    assert counts(report.files[0]) == (1, 0, 0, 1, 0)


def test_merging_keeps_what_the_book_says_where_both_say_something(book: Book, tmp_path: Path) -> None:
    book.run(a_file(tmp_path, a_card("Ada Lovelace", "EMAIL:ada@example.org", "BDAY:1815-12-10")))
    other = a_card("Ada Lovelace", "EMAIL:ada@example.org", "BDAY:1816-01-01", "TITLE:Countess")
    book.run(a_file(tmp_path, other, name="b.vcf"), on_match=OnMatch.MERGE)
    (person,) = book.people()
    assert [item.value for item in person.all("BDAY", "TITLE")] == ["1815-12-10", "Countess"]
    assert other in book.original()


def test_files_and_folders_come_in_as_one_change(book: Book, tmp_path: Path) -> None:
    a_file(tmp_path / "folder", a_card("Ada Lovelace"), name="a.vcf")
    a_file(tmp_path / "folder", a_card("Mary Somerville"), name="b.vcard")
    single = a_file(tmp_path, a_card("Emmy Noether"), name="c.vcf")
    report = book.run(tmp_path / "folder", single)
    assert [Path(file.path).name for file in report.files] == ["a.vcf", "b.vcard", "c.vcf"]
    assert (len(book.people()), book.changesets()) == (3, 1)


def test_another_person_under_the_same_uid_goes_to_review(book: Book, tmp_path: Path) -> None:
    book.run(a_file(tmp_path, a_phone_card("Ada Lovelace", "1", "TEL:+49 30 1234567")))
    other = a_phone_card("Grace Hopper", "1", "TEL:+1 202 555 0100")
    report = book.run(a_file(tmp_path, other, name="b.vcf"))
    assert counts(report.files[0]) == (0, 0, 0, 1, 0)
    assert book.names() == ["Ada Lovelace", "Grace Hopper"]


def test_a_uid_of_another_program_says_nothing(book: Book, tmp_path: Path) -> None:
    book.run(a_file(tmp_path, a_phone_card("Ada Lovelace", "1")))
    other = a_card("Grace Hopper", "PRODID:-//Mail//EN", "UID:1")
    assert counts(book.run(a_file(tmp_path, other, name="b.vcf")).files[0]) == (1, 0, 0, 0, 0)


def test_the_same_card_twice_in_a_file_is_one_person(book: Book, tmp_path: Path) -> None:
    card = a_card("Ada Lovelace", "TEL:+49 30 1234567")
    assert counts(book.run(a_file(tmp_path, card, card, card)).files[0]) == (1, 0, 2, 0, 0)


def test_a_card_that_says_the_same_in_other_bytes_is_the_same_person_and_is_kept(
    book: Book, tmp_path: Path
) -> None:
    one = a_card("Ada Lovelace", "TEL;TYPE=CELL:+49 30 1234567")
    other = a_card("Ada Lovelace", "TEL;TYPE=cell:+49301234567", version="4.0")
    book.run(a_file(tmp_path, one))
    path = a_file(tmp_path, other, name="b.vcf")
    assert counts(book.run(path).files[0]) == (0, 0, 1, 0, 0)
    assert book.original() == one + other
    assert book.run(path).changeset is None


def test_somebody_in_the_trash_is_not_here(book: Book, tmp_path: Path) -> None:
    path = a_file(tmp_path, a_card("Ada Lovelace"))
    book.run(path)
    ada = book.people()[0].id
    assert ada is not None
    book.trash(ada)
    assert counts(book.run(path).files[0]) == (1, 0, 0, 0, 0)


def test_one_bad_card_keeps_no_other_out(book: Book, tmp_path: Path) -> None:
    bad = b"BEGIN:VCARD\r\nVERSION:3.0\r\nREV:20200101\r\nEND:VCARD\r\n"
    cards = many_cards(99)
    report = book.run(a_file(tmp_path, *cards[:50], bad, *cards[50:]))
    (skipped,) = report.files[0].skipped
    assert (report.files[0].records, report.files[0].created, skipped.record) == (100, 99, 51)
    assert skipped.line == 50 * 6 + 1


def test_an_unreadable_file_among_several_is_reported_and_the_others_come_in(
    book: Book, tmp_path: Path
) -> None:
    good = a_file(tmp_path, a_card("Ada Lovelace"))
    wrong = a_file(tmp_path, b"%PDF-1.7 nothing here", name="letter.pdf")
    report = book.run(wrong, good, tmp_path / "absent.vcf")
    kinds = [skipped.remark.facts["error"] for file in report.files for skipped in file.skipped]
    assert kinds == ["format_unknown", "file_missing"]
    assert book.names() == ["Ada Lovelace"]
    assert report.in_part


def test_a_file_alone_that_cannot_be_read_is_an_error(book: Book, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        book.run(a_file(tmp_path, b"%PDF-1.7 nothing here", name="letter.pdf"))
    assert caught.value.kind is ErrorKind.FORMAT_UNKNOWN
    assert caught.value.facts["looks"] == "pdf"
    assert book.changesets() == 0


@pytest.mark.parametrize("on_match", list(OnMatch))
def test_a_dry_run_answers_the_very_report_and_writes_nothing(
    book: Book, tmp_path: Path, on_match: OnMatch
) -> None:
    book.run(a_file(tmp_path, a_phone_card("Ada Lovelace", "1", "TEL:030 1234567"), *many_cards(5)))
    cards = [
        a_phone_card("Ada Lovelace", "1", "TEL:030 1234567", "NOTE:one"),
        a_phone_card("Ada Lovelace", "1", "TEL:030 1234567", "NOTE:one", "TITLE:two"),
        a_card("William King", "TEL:030 1234567"),
        a_card("Emmy Noether", "EMAIL:emmy@example.org"),
        a_card("E. Noether", "EMAIL:emmy@example.org", "NOTE:twin"),
        *many_cards(3),
    ]
    path = a_file(tmp_path, *cards, name="b.vcf")
    before = book.digest()
    dry = book.run(path, on_match=on_match, dry_run=True)
    assert dry.changeset is None
    assert book.digest() == before
    assert dry.files == book.run(path, on_match=on_match).files


def test_a_plan_says_what_each_record_is_and_writes_nothing(book: Book, tmp_path: Path) -> None:
    book.run(a_file(tmp_path, a_phone_card("Ada Lovelace", "1", "TEL:030 1234567")))
    before = book.digest()
    plan = book.plan(
        a_file(
            tmp_path,
            a_phone_card("Ada Lovelace", "1", "TEL:030 1234567"),
            a_phone_card("Ada Lovelace", "1", "TEL:030 1234567", "EMAIL:ada@example.org"),
            a_card("William King", "TEL:030 1234567"),
            a_card("Emmy Noether"),
            b"BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n",
            name="b.vcf",
        )
    )
    found = [row.finding for row in plan.rows]
    assert found == [Finding.SAME, Finding.UPDATE, Finding.LOOK, Finding.NEW, Finding.UNREADABLE]
    assert plan.counts == dict.fromkeys(Finding, 1)
    assert plan.rows[1].new_names == ("EMAIL",)
    assert book.digest() == before


def test_applying_a_plan_does_what_running_does(book: Book, tmp_path: Path) -> None:
    path = a_file(tmp_path, *many_cards(20), a_card("Ada Lovelace", "TEL:+4930 00000003"))
    plan = book.plan(path)
    report = book.imports.apply(plan, Decisions(), StoppedJob(1000))
    with a_book(tmp_path / "other") as other:
        assert report.files == other.run(path).files
        assert [person.properties for person in book.people()] == [one.properties for one in other.people()]
    assert book.imports.apply(plan, Decisions(), StoppedJob(1000)).changeset is None


def test_choices_are_followed(book: Book, tmp_path: Path) -> None:
    book.run(a_file(tmp_path, a_card("Ada Lovelace", "EMAIL:ada@example.org", "BDAY:1815-12-10")))
    theirs = a_card("Ada King", "EMAIL:ada@example.org", "BDAY:1815-12-11")
    plan = book.plan(a_file(tmp_path, theirs, a_card("Emmy Noether"), a_card("Grace Hopper"), name="b.vcf"))
    report = book.imports.apply(
        plan, Decisions({0: Choice.TAKE_THEIRS, 1: Choice.LEAVE_OUT}), StoppedJob(1000)
    )
    assert counts(report.files[0]) == (1, 1, 0, 0, 1)
    assert report.files[0].skipped[0].remark.kind is RemarkKind.LEFT_OUT
    ada, grace = book.people()
    assert (ada.all("BDAY")[0].value, grace.all("FN")[0].text) == ("1815-12-11", "Grace Hopper")


def test_single_lines_are_decided_by_themselves(book: Book, tmp_path: Path) -> None:
    book.run(a_file(tmp_path, a_card("Ada Lovelace", "EMAIL:ada@example.org", "BDAY:1815-12-10", "TITLE:A")))
    theirs = a_card(
        "Ada King", "EMAIL:ada@example.org", "BDAY:1815-12-11", "TITLE:B", "ORG:Engines", "URL:x:y"
    )
    plan = book.plan(a_file(tmp_path, theirs, name="b.vcf"))
    detail = book.imports.detail(plan, 0)
    place = {item.name: number for number, item in enumerate(detail.properties)}
    fields = FieldChoices({place["BDAY"]: Side.THEIRS}, frozenset({place["ORG"]}))
    book.imports.apply(plan, Decisions({0: Choice.KEEP_MINE}, {0: fields}), StoppedJob(1000))
    (ada,) = book.people()
    assert [item.text for item in ada.all("FN")] == ["Ada Lovelace"]
    assert [item.value for item in ada.all("BDAY")] == ["1815-12-11"]
    assert [item.value for item in ada.all("TITLE")] == ["A"]
    assert (len(ada.all("ORG")), len(ada.all("URL"))) == (0, 1)


def test_a_file_that_changed_since_it_was_looked_at_is_not_brought_in(book: Book, tmp_path: Path) -> None:
    plan = book.plan(a_file(tmp_path, a_card("Ada Lovelace")))
    a_file(tmp_path, a_card("Eda Lovelace"))
    with pytest.raises(InputError) as caught:
        book.imports.apply(plan, Decisions(), StoppedJob(1000))
    assert caught.value.kind is ErrorKind.FILE_CHANGED
    assert book.people() == []


def test_the_text_of_unreadable_records_can_be_saved(book: Book, tmp_path: Path) -> None:
    bad = b"BEGIN:VCARD\r\nVERSION:3.0\r\nREV:1\r\nEND:VCARD\r\n"
    plan = book.plan(a_file(tmp_path, bad, a_card("Ada Lovelace"), bad))
    target = tmp_path / "unreadable.vcf"
    assert book.imports.save_unreadable(plan, target) == 2
    assert target.read_bytes() == bad + bad


def test_each_line_names_its_own_file_of_those_that_came_in_together(book: Book, tmp_path: Path) -> None:
    phone = a_file(tmp_path, a_phone_card("Ada Lovelace", "1", "TEL:+49 30 1234567"), name="phone.vcf")
    later = a_phone_card("Ada Lovelace", "1", "TEL:+49 30 1234567", "EMAIL:ada@example.org")
    book.run(phone, a_file(tmp_path, later, name="mail.vcf"))
    (ada,) = book.people()
    with book.database.read() as reader:
        assert ada.id is not None
        told = {one.name: one.source for one in reader.contacts.provenance(ada.id)}
        line = ada.all("EMAIL")[0].id
        assert line is not None
        (version,) = reader.change_rows.story(line)
        (entry,) = reader.history.entries()
    assert (told["FN"], told["TEL"], told["EMAIL"]) == ("phone.vcf", "phone.vcf", "mail.vcf")
    assert (version.entry.source, entry.source) == ("mail.vcf", "phone.vcf, mail.vcf")
