"""Plans and reports of imports."""

import sys

import pytest

from relate_desktop.domain.draft import Remark, RemarkKind
from relate_desktop.domain.importing import (
    CHOICES,
    Choice,
    FileReport,
    Finding,
    ImportReport,
    OnMatch,
    PlannedRecord,
    Skipped,
    default_choice,
)
from relate_desktop.domain.match_reason import MatchReason


def test_a_file_report_balances_when_every_record_is_somewhere() -> None:
    skipped = (Skipped(17, 212, Remark(RemarkKind.NOT_A_CARD, 212)),)
    report = FileReport("a.vcf", "vcard", 103, created=99, updated=2, same=1, skipped=skipped)
    assert report.balanced
    assert not FileReport("a.vcf", "vcard", 2, created=1).balanced
    assert ImportReport(None, dry_run=True, files=(report,)).in_part
    assert not ImportReport(None, dry_run=True, files=(FileReport("a.vcf", "vcard", 1, created=1),)).in_part


def test_what_was_left_out_on_request_does_not_make_an_import_partial() -> None:
    skipped = (
        Skipped(1, 1, Remark(RemarkKind.ALREADY_HERE, 1)),
        Skipped(2, 6, Remark(RemarkKind.LEFT_OUT, 6)),
    )
    report = FileReport("a.vcf", "vcard", 2, skipped=skipped)
    assert not ImportReport(None, dry_run=False, files=(report,)).in_part


@pytest.mark.parametrize(
    ("finding", "on_match", "choice"),
    [
        (Finding.NEW, OnMatch.SKIP, Choice.ADD),
        (Finding.SAME, OnMatch.REVIEW, Choice.LEAVE_AS_IS),
        (Finding.UPDATE, OnMatch.REVIEW, Choice.ADD_NEW_BITS),
        (Finding.UPDATE, OnMatch.SKIP, Choice.LEAVE_AS_IS),
        (Finding.UPDATE, OnMatch.NEW, Choice.ADD_SEPARATE),
        (Finding.LOOK, OnMatch.REVIEW, Choice.KEEP_BOTH),
        (Finding.LOOK, OnMatch.MERGE, Choice.KEEP_MINE),
        (Finding.LOOK, OnMatch.SKIP, Choice.LEAVE_OUT),
        (Finding.LOOK, OnMatch.NEW, Choice.ADD_SEPARATE),
        (Finding.UNREADABLE, OnMatch.MERGE, Choice.LEAVE_OUT),
    ],
)
def test_on_match_decides_where_nobody_chooses(finding: Finding, on_match: OnMatch, choice: Choice) -> None:
    assert default_choice(finding, on_match) is choice


@pytest.mark.parametrize("on_match", [OnMatch.REVIEW, OnMatch.MERGE, OnMatch.SKIP])
def test_a_household_is_neither_merged_nor_skipped_by_itself(on_match: OnMatch) -> None:
    reasons = (MatchReason.SAME_PHONE, MatchReason.DIFFERENT_GIVEN_NAME)
    assert default_choice(Finding.LOOK, on_match, reasons) is Choice.KEEP_BOTH


@pytest.mark.parametrize("finding", list(Finding))
def test_every_finding_has_a_choice_and_what_is_left_alone_is_never_merged(finding: Finding) -> None:
    assert default_choice(finding) is CHOICES[finding][0]
    assert default_choice(finding) not in {Choice.REPLACE, Choice.TAKE_THEIRS}


def test_a_row_of_a_plan_is_small() -> None:
    row = PlannedRecord(100_000, 5_000_000, 0, "Ada Lovelace", "", Finding.NEW)
    assert sys.getsizeof(row) + sys.getsizeof(row.name) + 2 * sys.getsizeof(row.line) < 400
