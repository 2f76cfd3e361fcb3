from typing import Any

import pytest

from tests.command_line import run

AT = "2026-11-24T09:00+00:00"


@pytest.fixture(autouse=True)
def ada() -> None:
    run("add", "Ada Lovelace", at=AT)


def rhythm(*options: str) -> Any:
    ran = run("rhythm", "Ada", *options, "--json", at=AT)
    assert ran.status == 0, ran.err
    return ran.json


def test_a_rhythm_is_set_shown_and_taken_away() -> None:
    document = rhythm("--every", "6w", "--no-sooner-than", "2w")
    assert (document["contact"], document["name"], document["changed"]) == ("1", "Ada Lovelace", True)
    assert document["operation"] == "2"
    found = document["rhythm"]
    assert (found["every"], found["every_days"]) == ("6w", 42)
    assert (found["no_sooner_than"], found["no_sooner_than_days"]) == ("2w", 14)
    assert (found["from"], found["usual_days"], found["late_on"]) == ("person", 42, "2027-01-22")
    assert rhythm()["rhythm"] == found == run("show", "Ada", "--json", at=AT).json["rhythm"]
    assert rhythm("--every", "never")["rhythm"]["every"] is None


def test_asking_changes_nothing() -> None:
    assert rhythm()["changed"] is False
    assert rhythm("--every", "6w")["changed"]
    assert rhythm("--every", "6w")["operation"] is None
    assert len(run("history", "--json").json["operations"]) == 2


def test_one_part_is_changed_and_the_other_stays() -> None:
    rhythm("--every", "6w", "--no-sooner-than", "2w")
    found = rhythm("--every", "8w")["rhythm"]
    assert (found["every"], found["no_sooner_than"]) == ("8w", "2w")
    assert rhythm("--no-sooner-than", "never")["rhythm"]["no_sooner_than"] is None


def test_distance_may_be_kept_without_any_rhythm() -> None:
    found = rhythm("--no-sooner-than", "3w")["rhythm"]
    assert (found["every"], found["no_sooner_than_days"], found["from"]) == (None, 21, None)
    found = rhythm("--every", "6w")["rhythm"]
    assert (found["every"], found["no_sooner_than_days"]) == ("6w", 21)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--every", "often"], "gap_malformed"),
        (["--every", "0d"], "gap_malformed"),
        (["--every", "99y"], "gap_malformed"),
        (["--every", "1w", "--no-sooner-than", "2w"], "gaps_contradict"),
        (["--every", "4w", "--latest", "2w"], "gaps_contradict"),
        (["--latest", "2w"], "wrong_usage"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(options: list[str], code: str) -> None:
    ran = run("rhythm", "Ada", *options, "--json", at=AT)
    assert (ran.status, ran.error["code"]) == (2, code)
    assert len(run("history", "--json").json["operations"]) == 1


def test_people_read_it_in_sentences() -> None:
    assert run("rhythm", "Ada", "--every", "6w", "--no-sooner-than", "2w", at=AT).out == (
        "Stay in touch: every six weeks.\nNo sooner than two weeks after the last time.\n"
    )
    assert run("rhythm", "Ada", "--every", "never", "--no-sooner-than", "never", at=AT).out == (
        "Stay in touch: no rhythm.\n"
    )
