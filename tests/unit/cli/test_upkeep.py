import os
from pathlib import Path

import pytest

from tests.command_line import run


def test_check_of_a_whole_book_is_well() -> None:
    run("add", "Ada", "--property", "NOTE:x")
    ran = run("check", "--json")
    assert ran.status == 0
    document = ran.json
    assert (document["ok"], document["problems"]) == (True, [])
    assert [document[name] for name in ("contacts", "properties", "entries", "reminders")] == [1, 2, 0, 0]
    assert len(document["digest"]) == 64
    assert run("check").out == "The book is whole. It holds one person.\n"


def test_the_digest_is_of_what_the_book_holds(tmp_path: Path) -> None:
    run("add", "Ada")
    before = run("check", "--json").json["digest"]
    run("edit", "Ada", "--set", "note=x")
    assert run("check", "--json").json["digest"] != before
    run("undo")
    assert run("check", "--json").json["digest"] == before


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX systems")
def test_a_book_that_others_can_read_is_closed_by_repair() -> None:
    run("add", "Ada")
    book = Path(os.environ["RELATE_BOOK"])
    (book / "preferences.json").write_text("{}")
    (book / "preferences.json").chmod(0o644)
    ran = run("check", "--json")
    assert (ran.status, ran.json["ok"]) == (1, False)
    assert ran.json["problems"][0]["code"] == "open_to_others"
    assert "--repair" in run("check").out
    repaired = run("check", "--repair", "--json")
    assert (repaired.status, repaired.json["ok"], repaired.json["repaired"]) == (
        0,
        True,
        ["closed_to_others", "rebuilt"],
    )
    assert run("search", "ada", "--json").json["total"] == 1


def test_sample_begins_a_book_of_twelve() -> None:
    ran = run("sample", "--json")
    assert (ran.status, ran.json) == (0, {"operation": "1", "created": 12})
    assert run("history", "--json").json["operations"][0]["kind"] == "sample"
    assert run("sample", "--json").json == {"operation": None, "created": 0}
    assert run("undo").out == "Undone: Twelve people invented to look around with.\n"
    assert run("list", "--json").json["total"] == 0


def test_self_test_says_that_every_part_works() -> None:
    ran = run("self-test", "--json")
    assert ran.json["ok"] is True, ran.json
    assert ran.status == 0
    assert {part["part"] for part in ran.json["parts"]} >= {"book", "import", "search", "export"}
    assert "Search in every script: works" in run("self-test").out


def test_self_test_names_what_does_not_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relate_desktop.services.self_test.resources_folder", lambda: tmp_path)
    ran = run("self-test", "--json")
    assert (ran.status, ran.json["ok"]) == (1, False)
    (broken,) = [part for part in ran.json["parts"] if not part["works"]]
    assert (broken["part"], "sample/people.vcf" in broken["problem"]) == ("resources", True)
