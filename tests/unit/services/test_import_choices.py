"""Rules and people decide; a decision is never turned against somebody else."""

from dataclasses import replace

import pytest

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.importing import (
    Choice,
    Decisions,
    Finding,
    ImportPlan,
    OnMatch,
    PlannedRecord,
)
from relate_desktop.services.import_choices import by_choice, by_rule
from relate_desktop.services.import_judge import Judged
from relate_desktop.services.import_target import Target
from tests.unit.services.going import a_card, the_draft


def judged(target: int | None = None, number: int = 1) -> Judged:
    return Judged(number, the_draft(a_card("Ada")), {}, None if target is None else Target(target))


def a_plan(finding: Finding, contact: int | None = None, twin: int | None = None) -> ImportPlan:
    """A plan of one row with its default choice."""
    row = PlannedRecord(1, 1, 0, "Ada", "", finding, twin=twin)
    row = replace(row, contact=ContactId(contact) if contact is not None else None)
    return ImportPlan((), (replace(row, choice=by_rule(OnMatch.REVIEW)(judged(contact), finding)),), {})


@pytest.mark.parametrize(
    ("on_match", "finding", "choice"),
    [
        (OnMatch.REVIEW, Finding.UPDATE, Choice.ADD_NEW_BITS),
        (OnMatch.REVIEW, Finding.LOOK, Choice.KEEP_BOTH),
        (OnMatch.MERGE, Finding.LOOK, Choice.KEEP_MINE),
        (OnMatch.SKIP, Finding.LOOK, Choice.LEAVE_OUT),
        (OnMatch.NEW, Finding.UPDATE, Choice.ADD_SEPARATE),
    ],
)
def test_rules_of_the_command_line(on_match: OnMatch, finding: Finding, choice: Choice) -> None:
    assert by_rule(on_match)(judged(3), finding) is choice


def test_skip_is_about_people_of_the_book_alone() -> None:
    assert by_rule(OnMatch.SKIP)(judged(-1), Finding.LOOK) is Choice.KEEP_BOTH


@pytest.mark.parametrize("choice", [Choice.KEEP_MINE, Choice.TAKE_THEIRS, Choice.KEEP_BOTH, Choice.LEAVE_OUT])
def test_what_was_chosen_is_done(choice: Choice) -> None:
    chosen = by_choice(a_plan(Finding.LOOK, contact=3), Decisions({0: choice}))
    assert chosen(judged(3), Finding.LOOK) is choice


def test_a_twin_is_brought_into_the_record_it_was_shown_with() -> None:
    chosen = by_choice(a_plan(Finding.LOOK, twin=4), Decisions({0: Choice.TAKE_THEIRS}))
    assert chosen(judged(-5), Finding.LOOK) is Choice.TAKE_THEIRS


@pytest.mark.parametrize(("target", "choice"), [(8, Choice.KEEP_BOTH), (None, Choice.ADD)])
def test_nothing_goes_into_a_person_it_was_not_shown_with(target: int | None, choice: Choice) -> None:
    chosen = by_choice(a_plan(Finding.UPDATE, contact=3), Decisions({0: Choice.REPLACE}))
    assert chosen(judged(target), Finding.NEW if target is None else Finding.UPDATE) is choice


def test_a_new_record_that_came_in_meanwhile_is_not_added_twice() -> None:
    chosen = by_choice(a_plan(Finding.NEW), Decisions({}))
    assert chosen(judged(3), Finding.SAME) is Choice.LEAVE_AS_IS


def test_left_out_stays_left_out_whatever_changed() -> None:
    chosen = by_choice(a_plan(Finding.NEW), Decisions({0: Choice.LEAVE_OUT}))
    assert chosen(judged(3), Finding.LOOK) is Choice.LEAVE_OUT
