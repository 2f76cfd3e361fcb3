"""Who may be joined at once."""

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.joining import certain_groups, groups_of, groups_text

A, B, C, D = map(ContactId, (1, 2, 3, 4))


def test_pairs_that_hang_together_are_one_group() -> None:
    assert certain_groups([(A, B), (B, C), (A, C)], [], []) == ([(A, B, C)], 0)
    assert certain_groups([(A, B), (C, D)], [(B, D)], []) == ([(A, B), (C, D)], 1)


def test_a_chain_whose_ends_are_no_pair_joins_nobody() -> None:
    assert certain_groups([(A, B), (B, C)], [], []) == ([], 2)
    assert certain_groups([(A, B), (B, C)], [(A, C)], []) == ([(A, B, C)], 0)


def test_who_is_known_to_be_two_people_is_left_alone() -> None:
    assert certain_groups([(A, B), (B, C)], [(A, C)], [(A, C)]) == ([], 3)


def test_groups_go_into_the_facts_of_a_change_and_come_back() -> None:
    groups = [(A, C), (B, D)]
    assert groups_of({"groups": groups_text(groups)}) == groups
    assert groups_of({}) == []
