from pathlib import Path
from typing import Any

import pytest

from tests.command_line import run


@pytest.fixture(autouse=True)
def _a_book() -> None:
    run("add", "Ada", "--property", "CATEGORIES:Work", "--property", "NOTE:lives in Lisbon")
    run("add", "Bob", "--property", "NOTE:lives in Lisbon")
    run("add", "Carl")


def bulk(*words: str) -> Any:
    ran = run("bulk", *words, "--json")
    assert ran.status in {0, 1}, ran.err
    return ran.json


def found(query: str) -> list[str]:
    return [one["name"] for one in run("list", "--query", query, "--json").json["contacts"]]


def test_everybody_a_search_finds_is_edited_as_one_change() -> None:
    assert bulk("lisbon", "--circle", "Portugal", "--every", "6w", "--set", "org=Acme") == {
        "operation": "4",
        "dry_run": False,
        "people": 2,
        "changed": 2,
        "same": 0,
        "contacts": ["1", "2"],
        "refused": [],
    }
    assert found("portugal") == found("acme") == ["Ada", "Bob"]
    assert run("rhythm", "Bob", "--json").json["rhythm"]["every"] == "6w"
    assert run("undo").status == 0
    assert found("portugal") == []


def test_a_dry_run_says_the_same_and_writes_nothing() -> None:
    words = ("lisbon", "--circle", "Work")
    dry = bulk(*words, "--dry-run")
    assert (dry["changed"], dry["same"], dry["operation"], dry["dry_run"]) == (1, 1, None, True)
    assert len(run("history", "--json").json["operations"]) == 3
    assert "Changes one of two people." in run("bulk", *words, "--dry-run").out
    assert bulk(*words)["contacts"] == dry["contacts"]
    assert bulk(*words)["operation"] is None


def test_people_are_named_or_searched_or_both_and_each_counts_once() -> None:
    assert bulk("lisbon", "--contact", "Carl", "1", "--circle", "All")["contacts"] == ["3", "1", "2"]
    assert bulk("--contact", "Carl", "--not-circle", "all", "Work")["contacts"] == ["3"]


def test_people_are_removed_and_come_back() -> None:
    assert bulk("lisbon", "--remove")["changed"] == 2
    assert found("lisbon") == []
    run("undo")
    assert found("lisbon") == ["Ada", "Bob"]


def test_who_would_have_no_name_left_is_listed_and_stays() -> None:
    ran = run("bulk", "--contact", "Carl", "--set", "fn=", "--json")
    assert (ran.status, ran.json["changed"]) == (1, 0)
    assert ran.json["refused"] == [{"contact": "3", "name": "Carl"}]
    assert "no name, number or address left" in run("bulk", "--contact", "Carl", "--set", "fn=").out
    assert len(run("history", "--json").json["operations"]) == 3


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["lisbon"], "wrong_usage"),
        (["--circle", "A"], "wrong_usage"),
        ([" ", "--circle", "A"], "wrong_usage"),
        (["lisbon", "--remove", "--circle", "A"], "wrong_usage"),
        (["lisbon", "--circle", ""], "circle_nameless"),
        (["lisbon", "--every", "often"], "gap_malformed"),
        (["lisbon", "--set", "org"], "assignment_malformed"),
        (["lisbon", "--set", "bday=soon"], "assignment_malformed"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_done(words: list[str], code: str) -> None:
    ran = run("bulk", *words, "--json")
    assert (ran.status, ran.error["code"]) == (2, code)
    assert len(run("history", "--json").json["operations"]) == 3


def test_somebody_nobody_knows_stops_all_of_it() -> None:
    ran = run("bulk", "lisbon", "--contact", "Nobody", "--circle", "A", "--json")
    assert (ran.status, ran.error["code"]) == (3, "contact_unknown")
    assert len(run("history", "--json").json["operations"]) == 3


def test_whom_filters_find_is_edited() -> None:
    assert bulk("circle:work", "--every", "6w")["contacts"] == ["1"]
    assert bulk("lisbon -circle:work", "--circle", "Coast")["contacts"] == ["2"]
    assert bulk("circle:coast or circle:work", "--set", "org=Acme")["changed"] == 2


def test_a_typo_or_a_note_makes_nobody_be_edited_or_taken_out(tmp_path: Path) -> None:
    run("add", "Nina Müller")
    run("note", "Carl", "had dinner with Muellers in Porto")
    assert bulk("mueller", "--remove", "--dry-run")["contacts"] == ["4"]
    for words in ("mulelr", "porto", "mulelr or porto", "has:note porto"):
        assert bulk(words, "--remove", "--dry-run")["contacts"] == [], words
        assert found(words) == []
        out = tmp_path / "out.vcf"
        assert run("export", out, "--format", "vcard4", "--query", words, "--json").json["contacts"] == 0
        assert run("search", words, "--json").json["total"] > 0, words
