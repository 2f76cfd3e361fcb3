from dataclasses import replace

from relate_desktop.domain.draft import Remark, RemarkKind
from relate_desktop.domain.importing import FileReport, ImportReport, Noted, OtherEntries, Skipped
from relate_desktop.words.imports import Amount, amount, file_sentence, import_sentence, record_lines


def a_file(
    created: int = 0, updated: int = 0, same: int = 0, review: int = 0, skipped: int = 0
) -> FileReport:
    left_out = tuple(Skipped(number, 1, Remark(RemarkKind.NO_CONTENT, 1)) for number in range(1, skipped + 1))
    records = created + updated + same + review + skipped
    return FileReport("a.vcf", "vcard", records, created, updated, same, review, left_out)


def test_a_file_is_counted_out() -> None:
    assert file_sentence(a_file(1200, 2, 1, 3, 1)) == (
        "1,207 cards: 1,200 new, 2 updated, 1 already here, 3 to look at, 1 left out"
    )
    assert file_sentence(a_file(1)) == "1 card: 1 new"
    assert file_sentence(a_file()) == "0 cards"


def test_an_import_is_told_in_a_sentence() -> None:
    assert import_sentence(ImportReport(None, dry_run=False, files=(a_file(99, 2, review=1), a_file(1)))) == (
        "101 people added and two people updated."
    )
    assert import_sentence(ImportReport(None, dry_run=False, files=(a_file(same=3),))) == "Nothing new."


def test_a_look_says_that_nothing_was_written() -> None:
    assert import_sentence(ImportReport(None, dry_run=True, files=(a_file(2),))) == (
        "Nothing was written. An import would mean two people added."
    )
    assert import_sentence(ImportReport(None, dry_run=True, files=(a_file(same=1),))) == (
        "Nothing was written. An import would mean no changes."
    )


def test_what_is_alike_in_a_file_is_one_line() -> None:
    remote = [Noted(number, Remark(RemarkKind.MEDIA_REMOTE, 10 * number)) for number in (2, 3, 1200)]
    odd = Noted(3, Remark(RemarkKind.LINE_WITHOUT_NAME, 31))
    file = replace(a_file(3, skipped=1), noted=(remote[0], odd, *remote[1:]))
    assert list(record_lines(file)) == [
        "Card 1: no name, number or address (line 1)",
        "Card 2: a picture lies on the internet and is not fetched (line 20), and 2 more like it",
        "Card 3: a line has no name (line 31)",
    ]


def test_a_file_that_cannot_be_read_is_told_without_cards() -> None:
    remark = Remark(RemarkKind.FILE_UNREADABLE, 0, {"error": "file_missing"})
    file = FileReport("a.vcf", "", 1, skipped=(Skipped(0, 0, remark),))
    assert file_sentence(file) == "there is no such file"
    assert list(record_lines(file)) == []


def test_events_are_counted_apart_from_people() -> None:
    calendar = FileReport("a.ics", "icalendar", 3, created=2, same=1, removed=1)
    assert file_sentence(calendar) == "3 events: 2 new, 1 already here, 1 gone"
    report = ImportReport(None, dry_run=False, files=(calendar, a_file(created=1)))
    assert import_sentence(report) == "One person added, two events added and one event removed."


def test_people_and_events_are_counted_each_by_themselves() -> None:
    assert amount(Amount(1, 0)) == "1 person"
    assert amount(Amount(0, 2), in_words=True) == "two events"
    assert amount(Amount(1200, 1)) == "1,200 people and 1 event"
    assert amount(Amount(0, 0)) == "0 people"


def test_tasks_and_journal_entries_of_a_calendar_are_no_events() -> None:
    calendar = FileReport("a.ics", "icalendar", 5, created=4, same=1, others=OtherEntries(3, 2))
    assert file_sentence(calendar) == "2 events and 3 other entries: 4 new, 1 already here"
    report = ImportReport(None, dry_run=False, files=(calendar,))
    assert import_sentence(report) == "Two events and two other entries added."
    assert amount(Amount(0, 0, 1)) == "1 other entry"
    assert Amount(1, 2, 3).plus(Amount(1, 1, 1)).total == 9
