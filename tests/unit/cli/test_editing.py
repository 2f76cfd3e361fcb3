from pathlib import Path

import pytest

from tests.command_line import run


def fields(name: str, *wanted: str) -> list[tuple[str, object]]:
    card = run("show", name, "--json").json["jcard"][1]
    return [(line[0], line[3]) for line in card if line[0] in wanted]


def test_add_begins_a_book_and_adds_a_person() -> None:
    ran = run(
        "add", "Ada Lovelace", "--email", "ada@example.com", "--email", "a@b.c", "--phone", "12345", "--json"
    )
    assert ran.status == 0
    assert ran.json == {"operation": "1", "contact": "1", "name": "Ada Lovelace"}
    assert fields("1", "email", "tel") == [("email", "ada@example.com"), ("email", "a@b.c"), ("tel", "12345")]


def test_add_takes_whole_lines() -> None:
    run("add", "Ada", "--property", "item1.TEL;TYPE=cell:+1", "--property", "X-OWN:a\\;b")
    assert fields("1", "tel", "x-own") == [("tel", "+1"), ("x-own", "a\\;b")]


def test_add_says_whom_it_added() -> None:
    assert run("add", "Ada").out == "Added Ada as 1.\n"


@pytest.mark.parametrize("line", ["nonsense", "", ":x", "A:1\nB:2", "BEGIN:VCARD"])
def test_a_line_that_is_none_is_wrong_usage_and_begins_no_book(line: str, tmp_path: Path) -> None:
    ran = run("add", "Ada", "--property", line, "--book", tmp_path / "new", "--json")
    assert (ran.status, ran.error["code"]) == (2, "property_malformed")
    assert not (tmp_path / "new").exists()


def test_somebody_needs_a_name_number_or_address(tmp_path: Path) -> None:
    ran = run("add", " ", "--book", tmp_path / "new", "--json")
    assert (ran.status, ran.error["code"]) == (2, "name_missing")
    assert not (tmp_path / "new").exists()
    assert run("add", "", "--phone", "12345").status == 0


def test_edit_sets_what_is_named() -> None:
    run("add", "Ada", "--email", "a@b.c")
    ran = run("edit", "Ada", "--set", "fn=Ada Lovelace", "email=", "circle=Clients", "--json")
    assert ran.status == 0
    assert ran.json == {"operation": "2", "contact": "1", "name": "Ada Lovelace", "changed": True}
    assert fields("1", "fn", "email", "categories") == [("fn", "Ada Lovelace"), ("categories", "Clients")]


def test_edit_adds_whole_lines() -> None:
    run("add", "Ada")
    run("edit", "Ada", "--property", "NOTE:Likes tea")
    assert fields("1", "note") == [("note", "Likes tea")]


def test_edit_that_changes_nothing_records_nothing() -> None:
    run("add", "Ada")
    ran = run("edit", "Ada", "--set", "fn=Ada", "--json")
    assert (ran.status, ran.json["operation"], ran.json["changed"]) == (0, None, False)
    assert len(run("history", "--json").json["operations"]) == 1
    assert run("edit", "Ada", "--set", "fn=Ada").out == "Nothing to change about Ada.\n"


@pytest.mark.parametrize("words", [["--set", "fn"], ["--set", "bday=soon"], ["--set"], [], ["--set", "fn="]])
def test_edit_that_makes_no_sense_is_wrong_usage(words: list[str]) -> None:
    run("add", "Ada")
    assert run("edit", "Ada", *words).status == 2
    assert len(run("history", "--json").json["operations"]) == 1


def test_edit_begins_no_book() -> None:
    assert run("edit", "Ada", "--set", "fn=Bea").status == 3


def test_delete_removes_and_undo_brings_back() -> None:
    run("add", "Ada")
    run("add", "Bea")
    ran = run("delete", "Ada", "2", "1", "--json")
    assert ran.status == 0
    assert ran.json == {
        "operation": "3",
        "removed": [{"contact": "1", "name": "Ada"}, {"contact": "2", "name": "Bea"}],
    }
    assert run("list", "--json").json["total"] == 0
    run("undo")
    assert run("list", "--json").json["total"] == 2


def test_delete_says_whom_it_removed() -> None:
    run("add", "Ada")
    run("add", "Bea")
    run("add", "Cid")
    assert run("delete", "Ada").out == "Removed Ada. Undo brings them back.\n"
    assert run("delete", "Bea", "Cid").out == "Removed two people. Undo brings them back.\n"


def test_delete_of_somebody_unknown_removes_nobody() -> None:
    run("add", "Ada")
    assert run("delete", "Ada", "Grace").status == 3
    assert run("list", "--json").json["total"] == 1
