from relate_desktop.cli.output import plain
from relate_desktop.domain.ids import SavedSearchId
from relate_desktop.domain.saved_search import SavedSearch
from relate_desktop.words.smart_lists import LONGEST, list_row, lists_that_stay


def test_a_row_says_name_and_count_and_nothing_hidden() -> None:
    assert list_row("Quiet clients", 1) == "Quiet clients, 1 person"
    assert list_row("Quiet clients", 1_200) == "Quiet clients, 1,200 people"
    assert list_row("x" * 300 + "\u202e", 0).startswith("x" * (LONGEST - 1) + "…")


def test_lists_that_stay_are_said_by_their_names() -> None:
    lists = [SavedSearch(SavedSearchId(1), name, "ada") for name in ("One", "Two")]
    assert lists_that_stay([]) == ""
    assert plain(lists_that_stay(lists[:1])).startswith("The smart list One names them and stays.")
    assert plain(lists_that_stay(lists)).startswith("The smart lists One, Two name them and stay.")
