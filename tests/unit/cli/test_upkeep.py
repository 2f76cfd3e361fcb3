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
