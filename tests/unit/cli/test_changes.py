from tests.command_line import AT, run


def test_history_tells_every_change_newest_first() -> None:
    run("add", "Ada")
    run("edit", "Ada", "--set", "note=x")
    (edit, add) = run("history", "--json").json["operations"]
    assert add | {"when": ""} == {
        "operation": "1",
        "kind": "add",
        "when": "",
        "source": None,
        "summary": "Added Ada.",
        "undone": False,
        "undoes": None,
        "contacts": 1,
    }
    assert add["when"].startswith(AT[:10])
    assert (edit["kind"], edit["summary"]) == ("edit", "Edited Ada.")


def test_history_of_one_person_leaves_the_others_out() -> None:
    run("add", "Ada")
    run("add", "Bea")
    assert [entry["operation"] for entry in run("history", "Bea", "--json").json["operations"]] == ["2"]


def test_history_is_told_for_people() -> None:
    run("add", "Ada")
    out = run("history").out
    assert "Added Ada." in out
    assert "today, " in out


def test_undo_takes_the_newest_change_back() -> None:
    run("add", "Ada")
    run("add", "Bea")
    ran = run("undo", "--json")
    assert ran.status == 0
    assert ran.json == {"operation": "3", "undone": "2", "summary": "Undone: Added Bea.", "conflicts": []}
    assert run("list", "--json").json["total"] == 1
    assert [entry["undone"] for entry in run("history", "--json").json["operations"]] == [False, True, False]


def test_redo_does_it_again() -> None:
    run("add", "Ada")
    run("undo")
    ran = run("redo", "--json")
    assert ran.status == 0
    assert ran.json["redone"] == "1"
    assert ran.json["summary"] == "Done again: Added Ada."
    assert run("list", "--json").json["total"] == 1


def test_an_older_change_is_taken_back_and_later_ones_stay() -> None:
    run("add", "Ada")
    run("edit", "Ada", "--set", "title=Countess")
    run("edit", "Ada", "--set", "note=x")
    ran = run("undo", "2", "--json")
    assert (ran.status, ran.json["undone"]) == (0, "2")
    card = run("show", "Ada", "--json").json["jcard"][1]
    assert [line[0] for line in card] == ["version", "fn", "note"]


def test_what_was_changed_since_stays_and_makes_it_done_in_part() -> None:
    run("add", "Ada")
    run("edit", "Ada", "--set", "fn=Bea")
    run("edit", "Bea", "--set", "fn=Cid")
    ran = run("undo", "2", "--json")
    assert ran.status == 1
    assert ran.json["conflicts"][0]["contact"] == "1"
    assert run("list", "--json").json["contacts"][0]["name"] == "Cid"


def test_nothing_to_undo_or_redo_cannot_be_done() -> None:
    run("add", "Ada")
    assert run("redo", "--json").error["code"] == "nothing_to_redo"
    run("undo")
    ran = run("undo", "--json")
    assert (ran.status, ran.error["code"]) == (3, "nothing_to_undo")


def test_a_change_that_never_was_cannot_be_undone() -> None:
    run("add", "Ada")
    assert run("undo", "99", "--json").error["code"] == "operation_unknown"
    assert run("undo", "x").status == 2


def test_every_line_of_history_has_words() -> None:
    run("add", "Ada")
    run("delete", "Ada")
    run("undo")
    run("redo")
    run("undo", "1")
    summaries = [entry["summary"] for entry in run("history", "--json").json["operations"]]
    assert all("Ada" in summary for summary in summaries), summaries


def test_a_change_of_which_nothing_can_return_says_so_and_stands() -> None:
    run("add", "Grace Hopper", "--property", "NOTE:a")
    first = run("edit", "Grace Hopper", "--set", "note=b", "--json").json["operation"]
    run("edit", "Grace Hopper", "--set", "note=c")
    ran = run("undo", first, "--json")
    assert (ran.status, ran.json["operation"], len(ran.json["conflicts"])) == (1, None, 1)
    assert ran.json["summary"] == "Nothing of it could return."
    assert "Nothing of it could return." in run("undo", first).out


def test_what_would_return_is_said_and_nothing_is_done() -> None:
    run("add", "Ada", "--email", "a@old.example")
    run("edit", "Ada", "--set", "email=a@new.example", "title=Countess")
    run("edit", "Ada", "--set", "title=Lady")
    ran = run("undo", "2", "--dry-run", "--json")
    assert ran.status == 1
    assert ran.json["dry_run"] is True
    assert ran.json["operation"] is None
    assert ran.json["summary"] == "Becomes as it was: one line of a card."
    (conflict,) = ran.json["conflicts"]
    assert conflict["why"].startswith("Role of Ada stays “Lady”: it was changed since (Edited Ada")
    assert run("history", "--json").json["operations"][0]["operation"] == "3"
    assert run("show", "Ada", "--json").out.count("a@new.example") > 0
    done = run("undo", "2", "--json")
    assert [one["why"] for one in done.json["conflicts"]] == [conflict["why"]]


def test_the_newest_change_is_planned_without_a_number() -> None:
    assert run("undo", "--dry-run").status == 3
    run("add", "Ada")
    assert "Goes again: one person and one line of a card." in run("undo", "--dry-run").out
    assert run("list", "--json").json["total"] == 1


def test_a_change_is_told_row_by_row() -> None:
    run("add", "Ada", "--email", "a@old.example")
    run("edit", "Ada", "--set", "email=a@new.example")
    ran = run("history", "--operation", "2", "--json")
    assert [one["summary"] for one in ran.json["changes"]] == ["E-mail: a@old.example, now a@new.example"]
    assert (ran.json["more"], ran.json["people"]) == (0, [{"contact": "1", "name": "Ada"}])
    assert "E-mail: a@old.example, now a@new.example" in run("history", "Ada", "--operation", "2").out
    assert run("history", "--operation", "99").status == 3


def test_history_is_cut_where_one_likes() -> None:
    run("add", "Ada")
    run("add", "Bob")
    assert [one["operation"] for one in run("history", "--limit", "1", "--json").json["operations"]] == ["2"]
