"""``duplicates``, ``merge``, ``distinct`` and ``separate``."""

import pytest

from tests.command_line import run


@pytest.fixture(autouse=True)
def _a_book_with_somebody_twice() -> None:
    assert run("add", "Ada", "--email", "ada@example.org").status == 0
    assert run("add", "Ada King", "--email", "ada@example.org", "--phone", "+44 20 7946 0001").status == 0
    assert run("add", "Grace Hopper").status == 0


def names() -> list[str]:
    return [one["name"] for one in run("list", "--json").json["contacts"]]


def test_pairs_are_listed_with_reasons() -> None:
    (pair,) = run("duplicates", "--json").json["pairs"]
    assert pair["contacts"] == ["1", "2"]
    assert "same e-mail address" in pair["reasons"]
    assert 0 < pair["certainty"] <= 1
    assert "same e-mail address" in run("duplicates").out


def test_merging_and_separating_again() -> None:
    answer = run("merge", "1", "2", "--json").json
    assert (answer["contact"], answer["merged"]) == ("1", ["2"])
    assert len(names()) == 2
    shown = run("show", "1", "--json").json
    assert "+44 20 7946 0001" in str(shown["jcard"])
    assert run("separate", "1", "--json").status == 0
    assert len(names()) == 3
    assert run("separate", "1", "--json").error["code"] == "not_merged"


def test_a_merge_is_undone_like_every_change() -> None:
    operation = run("merge", "1", "2", "--json").json["operation"]
    run("note", "1", "met at the exhibition")
    assert run("undo", operation, "--json").status == 0
    assert len(names()) == 3


def test_two_people_stay_two() -> None:
    assert run("distinct", "1", "2", "--json").json["changed"]
    assert run("duplicates", "--json").json["pairs"] == []
    assert "twice" in run("duplicates").out


def test_who_is_not_there_and_who_is_the_same_is_said() -> None:
    assert run("merge", "1", "1", "--json").status == 2
    assert run("merge", "1", "99", "--json").status in {2, 3}
    assert run("distinct", "1", "1", "--json").error["code"] == "contact_same"


def test_all_certain_ones_are_joined_at_once_after_a_look() -> None:
    assert run("add", "Grace B. Hopper", "--email", "grace@example.org").status == 0
    assert run("edit", "3", "--set", "EMAIL=grace@example.org").status == 0
    looked = run("merge", "--all-certain", "--dry-run", "--json").json
    assert looked["joined"] == [
        {"contact": "1", "name": "Ada", "merged": ["2"]},
        {"contact": "3", "name": "Grace Hopper", "merged": ["4"]},
    ]
    assert (looked["dry_run"], looked["operation"], looked["left"]) == (True, None, 0)
    assert len(names()) == 4
    assert "2 people are certainly here twice" in run("merge", "--all-certain", "--dry-run").out
    operation = run("merge", "--all-certain", "--json").json["operation"]
    assert len(names()) == 2
    assert run("separate", "3").status == 0
    assert len(names()) == 3
    assert run("undo", operation).status == 0
    assert len(names()) == 4


def test_words_that_do_not_belong_together_are_refused() -> None:
    assert run("merge", "--all-certain", "1", "2").status == 2
    assert run("merge", "--dry-run", "1", "2").status == 2
    assert run("merge", "1").status == 2
    assert run("merge").status == 2
    assert len(names()) == 3


def test_what_was_written_since_goes_only_to_somebody_who_returns() -> None:
    run("merge", "1", "2")
    assert run("separate", "1", "--newer-to", "3", "--json").error["code"] == "contact_unknown"
    assert run("separate", "1", "--newer-to", "2").status == 0
