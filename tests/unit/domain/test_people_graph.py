"""Who is reached from somebody, by which way, and in what order people stand."""

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people_graph import FARTHEST, GraphTie, in_groups, reached


def a_tie(one: int, other: int, kind: str = "friend", talks: int = 0) -> GraphTie:
    kinds = (kind,) if kind else ()
    return GraphTie(ContactId(one), ContactId(other), kinds, kinds, "", talks)


def test_the_shortest_way_counts_and_what_is_told_leads() -> None:
    ties = [a_tie(1, 2, "", 9), a_tie(1, 3), a_tie(2, 4), a_tie(3, 4)]
    found, left_out = reached(ContactId(1), ties)
    assert list(found) == [1, 3, 2, 4]
    assert found[ContactId(4)] == (2, 3)
    assert left_out == 0


def test_nobody_is_farther_than_the_farthest() -> None:
    ties = [a_tie(number, number + 1) for number in range(1, 9)]
    found, _left_out = reached(ContactId(1), ties)
    assert max(steps for steps, _by in found.values()) == FARTHEST
    assert len(found) == FARTHEST + 1


def test_there_is_room_for_so_many_and_the_others_are_counted() -> None:
    ties = [a_tie(1, number, "", number) for number in range(2, 12)]
    found, left_out = reached(ContactId(1), ties, most=4)
    assert list(found) == [1, 11, 10, 9]
    assert left_out == 7


def test_those_who_know_each_other_stand_side_by_side() -> None:
    people = [ContactId(number) for number in (2, 3, 4, 5, 6)]
    ordered = in_groups(people, [a_tie(2, 5), a_tie(5, 6), a_tie(3, 4), a_tie(6, 99)])
    assert ordered == [2, 5, 6, 3, 4]


def test_a_tie_is_read_from_both_ends() -> None:
    tie = GraphTie(ContactId(1), ContactId(2), ("parent",), ("child",))
    assert tie.kinds_of(ContactId(2)) == ("parent",)
    assert tie.kinds_of(ContactId(1)) == ("child",)
    assert tie.beyond(ContactId(1)) == 2
    assert not GraphTie(ContactId(1), ContactId(2), talks=3).told
