import pytest

from relate_desktop.cli.circles import COLOURS
from relate_desktop.domain.circle import CIRCLE_HUES
from relate_desktop.words.circles import colour_name
from tests.command_line import run


@pytest.fixture(autouse=True)
def _a_book_with_two_circles() -> None:
    run("add", "Ada", "--property", "CATEGORIES:Clients")
    run("add", "Bob", "--property", "CATEGORIES:Clients,Work")


def circles() -> dict[str, tuple[int, str, int | None]]:
    return {
        one["circle"]: (one["people"], one["colour"], one["every_days"])
        for one in run("circles", "--json").json["circles"]
    }


def test_circles_are_listed_with_people_colour_and_rhythm() -> None:
    assert circles() == {"Clients": (2, "clay", None), "Work": (1, "sky", None)}
    run("circles", "clients", "--every", "6w")
    assert circles()["Clients"] == (2, "clay", 42)
    assert list(run("circles", "work", "--json").json["circles"]) == [
        {"circle": "Work", "people": 1, "colour": "sky", "every_days": None}
    ]
    assert "Clients  2  Clay  Every six weeks" in run("circles").out
    assert run("circles", "clients", "--every", "never").status == 0
    assert circles()["Clients"] == (2, "clay", None)


def test_a_whole_circle_is_changed_as_one_operation() -> None:
    made = run("circles", "Book club", "--add", "--colour", "plum", "--json").json
    assert made == {"operation": "3", "circle": "Book club", "changed": True, "people": 0}
    assert circles()["Book club"] == (0, "plum", None)
    renamed = run("circles", "clients", "--rename", "Customers", "--json").json
    assert (renamed["circle"], renamed["people"]) == ("Customers", 2)
    assert run("circles", "Customers", "--join", "Work", "Book club", "--json").json["people"] == 1
    assert list(circles()) == ["Customers"]
    assert "Its people stayed" in run("circles", "Customers", "--remove").out
    assert circles() == {}
    assert len(run("list", "--json").json["contacts"]) == 2
    for _operation in range(4):
        assert run("undo").status == 0
    assert list(circles()) == ["Clients", "Work"]


def test_place_and_colour() -> None:
    assert run("circles", "work", "--place", "1", "--json").json["changed"]
    assert list(circles()) == ["Work", "Clients"]
    assert run("circles", "work", "--colour", "rose", "--json").json["changed"]
    assert circles()["Work"][1] == "rose"
    again = run("circles", "work", "--colour", "rose", "--json").json
    assert (again["changed"], again["operation"]) == (False, None)
    assert "Nothing to change." in run("circles", "work", "--place", "1").out


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        (["nobody’s"], 3, "circle_unknown"),
        (["nobody’s", "--every", "6w"], 3, "circle_unknown"),
        (["work", "--add"], 2, "circle_there"),
        (["work", "--rename", "clients"], 2, "circle_there"),
        (["work", "--rename", " "], 2, "circle_nameless"),
        (["work", "--every", "often"], 2, "gap_malformed"),
        (["work", "--join", "work"], 2, "circle_same"),
        (["--remove"], 2, "wrong_usage"),
        (["work", "--remove", "--add"], 2, "wrong_usage"),
        (["work", "--colour", "pink"], 2, "wrong_usage"),
        (["work", "--colour", "rose", "--remove"], 2, "wrong_usage"),
        (["work", "--place", "0"], 2, "wrong_usage"),
    ],
)
def test_what_cannot_be_meant_is_said_and_changes_nothing(words: list[str], status: int, code: str) -> None:
    ran = run("circles", *words, "--json")
    assert (ran.status, ran.error["code"]) == (status, code)
    assert len(run("history", "--json").json["operations"]) == 2


def test_asking_makes_no_book(tmp_path: object) -> None:
    assert run("--book", f"{tmp_path}/none", "circles", "--json").status == 3


def test_colours_are_named_in_the_order_of_their_numbers() -> None:
    assert [colour_name(hue).lower() for hue in range(len(CIRCLE_HUES))] == list(COLOURS)
