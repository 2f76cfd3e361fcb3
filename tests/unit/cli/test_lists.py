from typing import Any

import pytest

from tests.command_line import run


@pytest.fixture(autouse=True)
def _a_book_with_two_people() -> None:
    run("add", "Ada", "--property", "CATEGORIES:Clients")
    run("add", "Bob", "--property", "CATEGORIES:Work")


def lists() -> list[Any]:
    return list(run("lists", "--json").json["lists"])


def test_a_search_is_kept_under_a_name_and_counts_who_answers_it() -> None:
    assert "No smart lists yet." in run("lists").out
    made = run("lists", "Working", "--query", "work", "--json").json
    assert made == {"operation": "3", "list": "Working", "changed": True}
    assert lists() == [{"list": "Working", "query": "work", "people": 1}]
    run("add", "Carl", "--property", "CATEGORIES:Work")
    assert run("lists", "working", "--json").json["lists"] == [
        {"list": "Working", "query": "work", "people": 2}
    ]
    assert "Working  2  work" in run("lists").out


def test_a_list_is_changed_placed_and_removed() -> None:
    run("lists", "One", "--query", "ada")
    run("lists", "Two", "--query", "bob")
    assert "Moved the smart list Two." in run("lists", "two", "--place", "1").out
    assert run("lists", "two", "--place", "1", "--json").json["changed"] is False
    run("lists", "one", "--query", "clients")
    run("lists", "one", "--rename", "Clients")
    assert [(one["list"], one["query"]) for one in lists()] == [("Two", "bob"), ("Clients", "clients")]
    assert run("lists", "two", "--remove").status == 0
    assert [one["list"] for one in lists()] == ["Clients"]
    assert run("undo").status == 0
    assert [one["list"] for one in lists()] == ["Two", "Clients"]


def test_wrong_usage_changes_nothing() -> None:
    assert run("lists", "--query", "ada").status == 2
    assert run("lists", "nobody").status == 3
    assert run("lists", "nobody", "--remove").status == 3
    assert run("lists", "", "--query", "ada").status == 2
    assert run("lists", "x", "--query", "").status == 2
    assert lists() == []
