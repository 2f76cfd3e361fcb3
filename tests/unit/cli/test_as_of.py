"""``list``, ``search`` and ``show`` of a past day."""

from tests.command_line import run


def test_a_person_is_shown_as_they_were() -> None:
    run("add", "Ada Lovelace", "--email", "ada@old.example", at="2026-03-01T10:00+00:00")
    run("edit", "Ada", "--set", "email=ada@new.example", at="2026-03-10T10:00+00:00")
    then = run("show", "ada@old.example", "--as-of", "2026-03-09", "--json")
    assert then.status == 0
    assert then.json["as_of"] == "2026-03-09"
    assert [line[3] for line in then.json["jcard"][1] if line[0] == "email"] == ["ada@old.example"]
    assert [one["operation"] for one in then.json["provenance"]] == ["1", "1"]
    assert run("show", "ada@old.example").status != 0
    assert "ada@new.example" in run("show", "Ada", "--as-of", "2026-03-10").out


def test_list_and_search_tell_of_a_past_day() -> None:
    run("add", "Ada", at="2026-03-01T10:00+00:00")
    run("delete", "Ada", at="2026-03-05T10:00+00:00")
    run("add", "Bea", at="2026-03-06T10:00+00:00")
    assert [one["name"] for one in run("list", "--as-of", "2026-03-04", "--json").json["contacts"]] == ["Ada"]
    assert run("list", "--as-of", "2026-03-05", "--json").json["total"] == 0
    assert run("search", "Ada", "--as-of", "2026-03-04", "--json").json["total"] == 1
    assert run("search", "Ada", "--json").json["total"] == 0
    assert "as_of" not in run("list", "--json").json
    assert run("list", "--as-of", "2001-01-01", "--json").json["total"] == 0


def test_what_is_no_day_is_wrong_usage() -> None:
    run("add", "Ada")
    ran = run("list", "--as-of", "yesterday-ish")
    assert ran.status == 2
    assert "2026-03-14" in ran.err
