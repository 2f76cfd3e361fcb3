"""Calendars come in through the same import as people."""

import gzip
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.errors import ErrorKind, InputError
from relate_desktop.domain.importing import Choice, Decisions, FileReport, Finding, ImportReport
from relate_desktop.services.book import OpenBook
from tests.clock import a_clock
from tests.open_book import a_book
from tests.unit.services.calendar_files import Steps, a_file, vcalendar, vevent

TODO = "BEGIN:VTODO\r\nUID:todo\r\nEND:VTODO\r\n"
BAD = vevent("bad", when="DTSTART:when it suits\r\n")
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path, a_clock()) as opened:
        yield opened


def imported(book: OpenBook, *paths: Path, dry_run: bool = False) -> ImportReport:
    report = book.imports.run(paths, dry_run=dry_run, job=Steps())
    assert all(file.balanced for file in report.files)
    return report


def counts(file: FileReport) -> tuple[int, int, int, int, int]:
    return (file.records, file.created, file.updated, file.same, len(file.skipped))


def test_a_calendar_comes_in_with_every_component_accounted_for(book: OpenBook, tmp_path: Path) -> None:
    path = a_file(tmp_path, vevent("a"), BAD, TODO, vevent("b"))
    dry = imported(book, path, dry_run=True)
    assert book.calendars.all() == ()
    report = imported(book, path)
    assert counts(report.files[0]) == counts(dry.files[0]) == (4, 3, 0, 0, 1)
    assert (report.in_part, report.files[0].of_events) == (True, True)
    (calendar,) = book.calendars.all()
    assert (calendar.name, calendar.path, calendar.events, calendar.refused) == ("studio", str(path), 2, 1)
    (entry,) = book.history.entries()
    assert (entry.kind, entry.source, dict(entry.facts)["events"]) == (OperationKind.IMPORT, "studio.ics", 2)


def test_importing_again_changes_nothing(book: OpenBook, tmp_path: Path) -> None:
    path = a_file(tmp_path, vevent("a"), BAD, TODO)
    imported(book, path)
    again = imported(book, path)
    assert again.changeset is None
    assert counts(again.files[0]) == (3, 0, 0, 2, 1)


def test_undo_takes_a_whole_calendar_back(book: OpenBook, tmp_path: Path) -> None:
    before = book.health().digest
    imported(book, a_file(tmp_path, vevent("a"), vevent("b")))
    book.history.undo()
    assert (book.calendars.all(), book.health().digest) == ((), before)
    book.history.redo()
    assert book.calendars.all()[0].events == 2


def test_a_changed_file_updates_its_calendar(book: OpenBook, tmp_path: Path) -> None:
    imported(book, a_file(tmp_path, vevent("a"), vevent("b"), vevent("c")))
    a_file(tmp_path, vevent("a"), vevent("b", "LOCATION:Lisbon"), vevent("d"))
    report = imported(book, tmp_path / "studio.ics")
    assert counts(report.files[0]) == (3, 1, 1, 1, 0)
    assert report.files[0].removed == 1
    assert [calendar.events for calendar in book.calendars.all()] == [3]
    assert dict(book.history.entries()[0].facts)["gone_events"] == 1


def test_another_copy_of_a_calendar_is_known_by_its_name_and_events(book: OpenBook, tmp_path: Path) -> None:
    first = a_file(tmp_path, vevent("a"), vevent("b"), file="basic.ics", name="Ada")
    imported(book, first)
    book.calendars.colour(book.calendars.all()[0].id, 9)
    first.unlink()
    again = a_file(tmp_path / "later", vevent("a"), vevent("c"), file="basic (1).ics", name="Ada")
    report = imported(book, again)
    assert counts(report.files[0]) == (2, 1, 0, 1, 0)
    (calendar,) = book.calendars.all()
    assert (calendar.path, calendar.hue, calendar.events) == (str(again), 9, 2)


def test_two_calendars_of_one_name_whose_files_both_lie_there_stay_two(
    book: OpenBook, tmp_path: Path
) -> None:
    one = a_file(tmp_path / "one", vevent("a"))
    other = a_file(tmp_path / "other", vevent("a"))
    dry = imported(book, one, other, dry_run=True)
    report = imported(book, one, other)
    assert [counts(file) for file in report.files] == [counts(file) for file in dry.files]
    assert [calendar.name for calendar in book.calendars.all()] == ["studio", "studio"]
    assert len({calendar.hue for calendar in book.calendars.all()}) == 2


def test_a_dry_run_tells_of_a_file_given_twice_what_the_import_does(book: OpenBook, tmp_path: Path) -> None:
    path = a_file(tmp_path, vevent("a"))
    path.rename(tmp_path / "other.ics")
    path.symlink_to(tmp_path / "other.ics")
    files = [path, tmp_path / "sub" / ".." / "studio.ics"]
    (tmp_path / "sub").mkdir()
    dry = imported(book, *files, dry_run=True)
    assert [counts(file) for file in imported(book, *files).files] == [counts(file) for file in dry.files]


def test_a_folder_of_single_events_is_one_calendar_and_larger_files_are_their_own(
    book: OpenBook, tmp_path: Path
) -> None:
    folder = tmp_path / "choir"
    for name in ("a", "b", "c"):
        a_file(folder, vevent(name), file=f"{name}.ics")
    a_file(folder, vevent("d"), vevent("e"), file="tour.ics")
    imported(book, folder)
    found = {calendar.name: (calendar.events, Path(calendar.path).name) for calendar in book.calendars.all()}
    assert found == {"choir": (3, "choir"), "tour": (2, "tour.ics")}
    assert imported(book, folder).changeset is None


@pytest.mark.parametrize("named", ["choir", "choir/../choir", "."])
def test_a_folder_is_found_again_from_wherever_it_was_named(
    book: OpenBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    for name in ("a", "b"):
        a_file(tmp_path / "choir", vevent(name), file=f"{name}.ics")
    monkeypatch.chdir(tmp_path / "choir" if named == "." else tmp_path)
    imported(book, Path(named))
    monkeypatch.chdir(tmp_path.root)
    (calendar,) = book.calendars.all()
    assert (calendar.name, Path(calendar.path).resolve()) == ("choir", (tmp_path / "choir").resolve())
    assert book.calendars.read_again(Steps()) == 0
    assert not book.calendars.all()[0].missing


def test_a_file_of_a_folder_that_is_a_calendar_is_no_calendar_of_its_own(
    book: OpenBook, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        a_file(tmp_path / "choir", vevent(name), file=f"{name}.ics")
    imported(book, tmp_path / "choir")
    assert imported(book, tmp_path / "choir" / "a.ics").changeset is None
    report = imported(book, a_file(tmp_path / "choir", vevent("a", "LOCATION:Lisbon"), file="a.ics"))
    assert counts(report.files[0]) == (1, 0, 1, 0, 0)
    assert [one.events for one in book.calendars.all()] == [2]


def test_people_and_calendars_come_in_together(book: OpenBook, tmp_path: Path) -> None:
    (tmp_path / "people.vcf").write_text(CARD, newline="")
    report = imported(book, tmp_path / "people.vcf", a_file(tmp_path, vevent("a")))
    assert [counts(file) for file in report.files] == [(1, 1, 0, 0, 0)] * 2
    assert book.contacts.count() == 1
    facts = dict(book.history.entries()[0].facts)
    assert (facts["created"], facts["events"]) == (1, 1)


def test_a_plan_shows_events_beside_people_and_is_applied_as_it_was_shown(
    book: OpenBook, tmp_path: Path
) -> None:
    imported(book, a_file(tmp_path, vevent("a"), vevent("b")))
    path = a_file(tmp_path, vevent("a", "LOCATION:Lisbon"), vevent("b"), vevent("new"), BAD)
    (tmp_path / "people.vcf").write_text(CARD, newline="")
    plan = book.imports.plan([path, tmp_path / "people.vcf"], job=Steps())
    assert [(row.name, row.finding, row.calendar) for row in plan.rows] == [
        ("a", Finding.UPDATE, "studio"),
        ("b", Finding.SAME, "studio"),
        ("new", Finding.NEW, "studio"),
        ("", Finding.UNREADABLE, "studio"),
        ("Ada", Finding.NEW, ""),
    ]
    assert [row.choices for row in plan.rows[:3]] == [(Choice.REPLACE,), (Choice.LEAVE_AS_IS,), (Choice.ADD,)]
    assert b"SUMMARY:new" in book.imports.detail(plan, 2).raw
    report = book.imports.apply(plan, Decisions({4: Choice.LEAVE_OUT}), Steps())
    assert [counts(file) for file in report.files] == [(4, 1, 1, 1, 1), (1, 0, 0, 0, 1)]
    assert book.contacts.count() == 0


def test_a_file_that_changed_since_it_was_shown_is_not_taken(book: OpenBook, tmp_path: Path) -> None:
    path = a_file(tmp_path, vevent("a"))
    plan = book.imports.plan([path], job=Steps())
    a_file(tmp_path, vevent("b"))
    with pytest.raises(InputError) as raised:
        book.imports.apply(plan, Decisions(), Steps())
    assert raised.value.kind is ErrorKind.FILE_CHANGED
    assert book.calendars.all() == ()


def test_what_stands_outside_any_calendar_is_reported(book: OpenBook, tmp_path: Path) -> None:
    path = tmp_path / "studio.ics"
    path.write_bytes(vcalendar(vevent("a")) + b"a line of nobody\r\n")
    report = imported(book, path)
    assert counts(report.files[0]) == (2, 1, 0, 0, 1)


def test_an_archive_brings_in_people_and_calendars_that_are_not_watched(
    book: OpenBook, tmp_path: Path
) -> None:
    path = tmp_path / "takeout.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Takeout/Calendar/Work.ics", vcalendar(vevent("a"), vevent("b")))
        archive.writestr("Takeout/Contacts/all.vcf", CARD)
        archive.writestr("Takeout/notes.txt", "nothing")
    plan = book.imports.plan([path], job=Steps())
    report = book.imports.apply(plan, Decisions(), Steps())
    assert [counts(file) for file in report.files] == [(2, 2, 0, 0, 0), (1, 1, 0, 0, 0)]
    assert report.files[0].path == str(path / "Takeout/Calendar/Work.ics")
    (calendar,) = book.calendars.all()
    assert (calendar.name, calendar.path, calendar.events) == ("Work", "", 2)
    assert imported(book, path).changeset is None
    assert book.calendars.read_again(Steps()) == 0


def test_an_archive_within_an_archive_is_told_of(book: OpenBook, tmp_path: Path) -> None:
    inner, path = tmp_path / "inner.zip", tmp_path / "outer.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("b.ics", vcalendar(vevent("b")))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.ics", vcalendar(vevent("a")))
        archive.write(inner, "more/inner.zip")
    report = imported(book, path)
    assert [counts(file) for file in report.files] == [(1, 1, 0, 0, 0), (1, 0, 0, 0, 1)]
    (skipped,) = report.files[1].skipped
    assert (skipped.remark.facts["error"], skipped.remark.facts["looks"]) == ("format_unknown", "zip")


def test_an_archive_beside_its_folder_is_not_watched_either(book: OpenBook, tmp_path: Path) -> None:
    path = tmp_path / "takeout.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.ics", vcalendar(vevent("a")))
    a_file(tmp_path, vevent("b"), vevent("c"))
    imported(book, tmp_path, path)
    found = {one.name: one.path for one in book.calendars.all()}
    assert found == {"a": "", "studio": str(tmp_path / "studio.ics")}


def test_an_archive_again_changes_nothing_whatever_its_calendars_are_called(
    book: OpenBook, tmp_path: Path
) -> None:
    path = tmp_path / "takeout.zip"
    nameless = "BEGIN:VEVENT\r\nSUMMARY:a\r\nDTSTART:20261124T093000Z\r\nEND:VEVENT\r\n"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("home/cal.ics", vcalendar(vevent("a"), vevent("b"), name="Calendar"))
        archive.writestr("work/cal.ics", vcalendar(vevent("a"), vevent("c"), name="Calendar"))
        archive.writestr("tasks.ics", vcalendar(TODO))
        archive.writestr("nameless.ics", vcalendar(nameless))
        archive.writestr("empty.ics", vcalendar())
    report = imported(book, path)
    assert [counts(file)[:4] for file in report.files] == [(n, n, 0, 0) for n in (0, 2, 1, 1, 2)]
    assert [file.removed for file in report.files] == [0] * 5
    assert imported(book, path).changeset is None
    book.calendars.rename(book.calendars.all()[0].id, "Ada")
    path.rename(tmp_path / "takeout (1).zip")
    (report,) = [imported(book, tmp_path / "takeout (1).zip")]
    assert [file.created + file.updated + file.removed for file in report.files] == [0] * 5


def test_a_copy_of_a_calendar_that_was_renamed_is_known_by_its_file(book: OpenBook, tmp_path: Path) -> None:
    first = a_file(tmp_path, vevent("a"), vevent("b"), file="basic.ics", name="Ada")
    imported(book, first)
    book.calendars.rename(book.calendars.all()[0].id, "Choir")
    first.unlink()
    imported(book, a_file(tmp_path / "later", vevent("a"), vevent("c"), file="basic (1).ics", name="Ada"))
    assert [(one.name, one.events) for one in book.calendars.all()] == [("Choir", 2)]


def test_an_archive_without_anything_to_read_is_named_as_what_it_is(book: OpenBook, tmp_path: Path) -> None:
    path = tmp_path / "pictures.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.png", b"picture")
    with pytest.raises(InputError) as raised:
        book.imports.run([path], job=Steps())
    assert (raised.value.kind, raised.value.facts["looks"]) == (ErrorKind.FORMAT_UNKNOWN, "zip")


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=12))
@settings(max_examples=25, deadline=None)
def test_a_damaged_calendar_is_accounted_for_and_comes_in_once(damage: list[tuple[int, int]]) -> None:
    rule = "RRULE:FREQ=WEEKLY\r\nEXDATE:20261201T083000Z\r\nATTENDEE;CN=Ada:mailto:ada@ada.example"
    content = bytearray(vcalendar(vevent("a", rule), TODO, vevent("b")))
    for place, byte in damage:
        content[place % len(content)] = byte
    with tempfile.TemporaryDirectory() as folder, a_book(Path(folder), a_clock()) as book:
        path = Path(folder) / "damaged.ics"
        path.write_bytes(content)
        report = book.imports.run([path], format="icalendar", job=Steps())
        again = book.imports.run([path], format="icalendar", job=Steps())
        assert all(file.balanced for file in (*report.files, *again.files))
        assert again.changeset is None
        assert book.health().problems == ()
        (calendar,) = book.calendars.all()
        with book.database.read() as reader:
            kept = b"".join(raw for _key, raw in reader.calendars.components(calendar.id))
        assert kept == content


@pytest.mark.parametrize("uid", ["a\0b", "u" * 100_000, "a'b\"c\\;d", " ", "\x01\x7f", "\u05e9\u05dc\u200f"])
def test_a_strange_identifier_names_its_event_all_the_same(book: OpenBook, tmp_path: Path, uid: str) -> None:
    path = a_file(tmp_path, vevent("a", uid=uid), vevent("b", uid=uid + "x"))
    assert counts(imported(book, path).files[0]) == (2, 2, 0, 0, 0)
    assert imported(book, path).changeset is None
    assert book.health().problems == ()
    assert book.calendars.all()[0].events == 2


def test_a_packed_calendar_comes_in_as_it_is(book: OpenBook, tmp_path: Path) -> None:
    path = tmp_path / "studio.ics.gz"
    path.write_bytes(gzip.compress(vcalendar(vevent("a"), vevent("b"))))
    report = imported(book, path)
    assert (report.files[0].path, report.files[0].created) == (str(path / "studio.ics"), 2)
    assert [(one.name, one.path) for one in book.calendars.all()] == [("studio", "")]
    assert imported(book, path).changeset is None
    assert imported(book, tmp_path).changeset is None
    path.with_suffix("").write_bytes(vcalendar(vevent("c")))
    assert len(imported(book, tmp_path, dry_run=True).files) == 1
