from tests.command_line import run


def test_removed_people_are_listed_and_put_back() -> None:
    run("add", "Ada")
    run("add", "Bob")
    assert run("removed", "--json").json == {"total": 0, "removed": []}
    run("delete", "Ada", "Bob")
    listed = run("removed", "--limit", "1", "--json").json
    assert (listed["total"], [row["name"] for row in listed["removed"]]) == (2, ["Bob"])
    ran = run("put-back", "ada", "--json")
    assert (ran.status, ran.json["operation"]) == (0, "4")
    assert [row["name"] for row in ran.json["put_back"]] == ["Ada"]
    assert [row["name"] for row in run("list", "--json").json["contacts"]] == ["Ada"]
    assert "Put Ada back." in run("history").out
    assert run("put-back", "Ada").status == 3


def test_nobody_is_erased_without_a_yes() -> None:
    run("add", "Ada")
    run("delete", "Ada")
    ran = run("erase", "Ada")
    assert ran.status == 0
    assert "Ada" in ran.out
    assert "Nothing is erased yet" in ran.out
    assert run("removed", "--json").json["total"] == 1
    assert run("erase", "Ada", "--yes", "--json").json["erased"] == 1
    assert run("removed", "--json").json["total"] == 0
    assert "Ada" not in run("history").out
    assert run("undo", "--json").status == 3
    assert run("redo", "--json").status == 3


def test_the_living_are_not_erased() -> None:
    run("add", "Ada")
    ran = run("erase", "Ada", "--yes")
    assert ran.status == 3
    assert "not among the removed" in ran.err
    assert run("list", "--json").json["total"] == 1


def test_everybody_removed_is_erased_at_once() -> None:
    for name in ("Ada", "Bob", "Zoë"):
        run("add", name)
    run("delete", "Ada", "Bob")
    assert run("erase").status == 2
    assert run("erase", "Ada", "--all").status == 2
    assert "Erased two people for good." in run("erase", "--all", "--yes").out
    assert run("list", "--json").json["total"] == 1
    assert "Nobody was removed." in run("erase", "--all", "--yes").out


def test_smart_lists_that_name_them_are_told_and_stay() -> None:
    run("add", "Ada Lovelace")
    run("delete", "Ada")
    run("lists", "Engines", "--query", "lovelace or babbage")
    run("lists", "Quiet", "--query", "last:>3m")
    said = "The smart list Engines names them and stays."
    assert said in run("erase", "Ada Lovelace").out
    ran = run("erase", "Ada Lovelace", "--yes", "--json")
    assert ran.json["lists"] == [{"list": "Engines", "query": "lovelace or babbage"}]
    assert len(run("lists", "--json").json["lists"]) == 2
