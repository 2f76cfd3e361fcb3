"""``names``: proposals listed, taken, left."""

import pytest

from tests.command_line import run


@pytest.fixture(autouse=True)
def _doubtful_names() -> None:
    for name in ("ANNA LIND", "BO BERG", "Cy Right", "JÃ¶rg Ey"):
        assert run("add", name).status == 0


def listed(*options: str) -> list[tuple[str, str]]:
    return [(one["name"], one["proposed"]) for one in run("names", *options, "--json").json["names"]]


def test_nothing_is_changed_by_looking() -> None:
    assert listed() == [("JÃ¶rg Ey", "Jörg Ey"), ("ANNA LIND", "Anna Lind"), ("BO BERG", "Bo Berg")]
    assert listed() == listed()
    assert listed("--kind", "capitals", "1") == [("ANNA LIND", "Anna Lind")]
    assert "3 names to look at" in run("names").out


def test_names_are_taken_as_one_change_and_undone() -> None:
    assert run("names", "--kind", "capitals", "--take", "--json").json["taken"] == 2
    assert listed() == [("JÃ¶rg Ey", "Jörg Ey")]
    assert run("undo").status == 0
    assert len(listed()) == 3


def test_what_is_left_is_listed_and_asked_again() -> None:
    assert run("names", "1", "--leave", "--json").json["left"] == 1
    assert ("ANNA LIND", "Anna Lind") not in listed()
    assert [one["contact"] for one in run("names", "--left", "--json").json["left"]] == ["1"]
    assert "ANNA LIND" in run("names", "--left").out
    assert run("names", "--ask-again").status == 0
    assert ("ANNA LIND", "Anna Lind") in listed()
    assert "No name" in run("names", "--left").out


def test_one_person_is_called_as_they_like() -> None:
    run("add", "Stephen Marlow", "--property", "N:Marlow;Stephen;;;")
    assert run("names", "--call", "Steve").status == 2
    assert run("names", "Cy Right", "--call", "Cy").status == 2
    for nothing in ("", "  "):
        ran = run("names", "Stephen Marlow", "--call", nothing)
        assert (ran.status, "Say a name." in ran.err) == (2, True)
    assert run("names", "Stephen Marlow", "--call", "Steve", "--json").json["taken"] == 1
    assert "Steve" in str(run("show", "Stephen Marlow", "--json").json)


def test_it_says_how_many_names_were_put_right_or_left() -> None:
    assert "Put 1 name right." in run("names", "1", "--take").out
    assert "Put 2 names right." in run("names", "2", "4", "--take").out
    assert "No name was changed." in run("names", "--take").out
    assert run("undo").status == 0
    assert "Left 1 name as it is." in run("names", "2", "--leave").out
    assert "There was no name to leave." in run("names", "2", "--leave").out


def test_deeds_exclude_each_other() -> None:
    assert run("names", "--take", "--leave").status == 2
