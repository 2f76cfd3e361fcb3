"""The rows of a plan, and the book as it would become."""

from pathlib import Path

from relate_desktop.domain.draft import Refusal, Remark, RemarkKind
from relate_desktop.domain.importing import Choice, Decisions, Finding
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.services.import_plan import PlanRows
from relate_desktop.services.import_spool import Spool
from tests.unit.services.going import a_book, a_card, a_file, a_phone_card


def test_rows_know_their_file_place_and_name(tmp_path: Path) -> None:
    first = a_file(tmp_path, a_card("Ada Lovelace"), name="a.vcf")
    second = a_file(tmp_path, a_card("Mary"), a_card("Anna Lindqvist", "NICKNAME:Anni"), name="b.vcf")
    with a_book(tmp_path) as book:
        rows = book.plan(first, second).rows
    assert [(row.path_index, row.record, row.line) for row in rows] == [(0, 1, 1), (1, 1, 1), (1, 2, 6)]
    assert [row.name for row in rows] == ["Ada Lovelace", "Mary", "Anni"]


def test_twins_point_to_the_row_they_resemble(tmp_path: Path) -> None:
    path = a_file(
        tmp_path,
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n",
        a_card("Ada King", "EMAIL:a@example.org"),
        a_card("A. King", "EMAIL:a@example.org"),
    )
    with a_book(tmp_path) as book:
        row = book.plan(path).rows[2]
    assert (row.finding, row.twin, row.contact) == (Finding.LOOK, 1, None)
    assert MatchReason.SAME_EMAIL in row.reasons


def test_rows_point_to_the_person_in_the_book_and_name_what_differs(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.run(a_file(tmp_path, a_phone_card("Ada", "1", "TEL:030 123456", "BDAY:1815-12-10")))
        newer = a_phone_card("Ada", "1", "TEL:030 123456", "BDAY:1815-12-11", "NOTE:x")
        (row,) = book.plan(a_file(tmp_path, newer)).rows
        (person,) = book.people()
    assert row.contact == person.id
    assert (row.new_names, row.conflicting, row.choice) == (("NOTE",), ("BDAY",), Choice.ADD_NEW_BITS)


def test_files_that_cannot_be_read_have_a_row(tmp_path: Path) -> None:
    good = a_file(tmp_path, a_card("Ada"))
    with a_book(tmp_path) as book:
        plan = book.plan(good, tmp_path / "absent.vcf")
        report = book.imports.apply(plan, Decisions(), _Unstopped())
    assert plan.rows[1].remark is not None
    assert plan.rows[1].remark.kind is RemarkKind.FILE_UNREADABLE
    assert [file.sha256 != "" for file in plan.files] == [True, False]
    assert [file.created for file in report.files] == [1, 0]


def test_the_bytes_of_a_refused_record_are_kept() -> None:
    rows = PlanRows(Spool())
    rows.note_refusal(0, Refusal(3, 40, Remark(RemarkKind.NO_CONTENT, 40), b"raw"))
    assert rows.raw(0) == b"raw"
    assert (len(rows), rows[0].finding, rows[0].line) == (1, Finding.UNREADABLE, 40)
    assert rows[0:1] == [rows[0]]


class _Unstopped:
    def step(self, done: int, total: int) -> None:
        assert done <= total
