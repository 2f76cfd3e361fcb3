import pytest

from relate_desktop.domain.ranking import Nearness
from relate_desktop.ui.shell.palette.entries import MOST, Entry, Group, Prefix, Wanted, best, fitted, wanted


def a_group(title: str, count: int, *, most: int = MOST, always: bool = False) -> Group:
    entries = tuple(Entry(f"{title} {number}", lambda: None) for number in range(count))
    return Group(title, entries, most, always)


def shares(groups: list[Group]) -> dict[str, int]:
    return {group.title: len(group.entries) for group in groups}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("anna", Wanted(Prefix.NONE, "anna")),
        (" > dark ", Wanted(Prefix.COMMANDS, "dark")),
        ("#", Wanted(Prefix.CIRCLES, "")),
        ("@anna", Wanted(Prefix.PEOPLE, "anna")),
        ("+Johanna Vale", Wanted(Prefix.NEW, "Johanna Vale")),
        ("", Wanted(Prefix.NONE, "")),
    ],
)
def test_the_first_letter_narrows_the_search(typed: str, meant: Wanted) -> None:
    assert wanted(typed) == meant


def test_every_group_keeps_its_best_and_the_rest_goes_round() -> None:
    groups = [a_group("people", 8), a_group("do", 1), a_group("notes", 5), a_group("last", 2, always=True)]
    assert shares(fitted(groups)) == {"people": 4, "do": 1, "notes": 4, "last": 2}


def test_there_are_never_more_than_eleven_rows() -> None:
    groups = [a_group(str(number), 9) for number in range(6)]
    assert sum(shares(fitted(groups)).values()) == MOST


def test_a_group_never_grows_over_its_own_limit() -> None:
    assert shares(fitted([a_group("about", 7, most=3), a_group("go", 1)])) == {"about": 3, "go": 1}


def test_the_last_rows_are_there_however_little_room_there_is() -> None:
    groups = [a_group("people", 8), a_group("notes", 5), a_group("last", 2, always=True)]
    assert shares(fitted(groups, 3)) == {"people": 1, "last": 2}


def test_groups_without_entries_are_left_out() -> None:
    assert fitted([a_group("people", 0)]) == []


def test_enter_takes_the_first_unless_another_begins_with_what_was_typed() -> None:
    near, far = (Entry("x", lambda: None, nearness=one) for one in (Nearness.CALLED, Nearness.LETTERS))
    assert best([Group("people", (near,)), Group("do", (near,))]) == 0
    assert best([Group("people", (far, far)), Group("do", (far, near))]) == 3
    assert best([Group("people", (far,))]) == 0
    assert best([]) == 0
