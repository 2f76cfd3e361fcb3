"""With whom one talked, as the words around a verb or noun have it."""

from relate_desktop.domain.capture_partners import (
    first_group,
    in_full,
    link_before,
    linked,
    stranger_before,
    subject_of,
    unknown_subject,
)
from relate_desktop.domain.capture_who import Group
from tests.capture_lines import a_line


def texts(group: Group | None) -> list[str]:
    return [] if group is None else [who.text for who in group.people]


def test_the_subject_stands_right_before_the_verb() -> None:
    line = a_line("Anna just called Olena")
    assert texts(subject_of(line, line.clauses[0], 2)) == ["Anna"]
    line = a_line("with Anna called")
    assert subject_of(line, line.clauses[0], 2) is None


def test_somebody_nobody_knows_may_have_called() -> None:
    line = a_line("The bakery called about rolls")
    assert texts(unknown_subject(line, line.clauses[0], 2)) == ["The bakery"]
    line = a_line("I just called Anna")
    assert unknown_subject(line, line.clauses[0], 2) is None


def test_a_preposition_links_the_group_behind() -> None:
    line = a_line("coffee with Anna and Jess")
    group, link = linked(line, line.clauses[0], 1)
    assert texts(group) == ["Anna", "Jess"]
    assert link == {1}


def test_small_letters_may_be_a_stranger_but_not_a_thing() -> None:
    line = a_line("called johanna about it")
    assert texts(linked(line, line.clauses[0], 1)[0]) == ["johanna"]
    line = a_line("called the bank")
    assert linked(line, line.clauses[0], 1)[0] is None


def test_whom_they_talked_about_took_no_part() -> None:
    line = a_line("over Anna, with Olena")
    assert first_group(line, line.clauses[0]) is None
    group = first_group(line, line.clauses[1])
    assert group is not None
    assert link_before(line, line.clauses[1], group) == {3}


def test_a_german_stranger_stands_before_the_verb() -> None:
    line = a_line("gestern Johanna angerufen", "de")
    assert texts(stranger_before(line, line.clauses[0], 2)) == ["Johanna"]
    line = a_line("den Vertrag geschickt", "de")
    assert stranger_before(line, line.clauses[0], 2) is None


def test_a_given_name_with_another_family_is_a_stranger() -> None:
    line = a_line("Peter Novak getroffen", "de")
    group = first_group(line, line.clauses[0])
    assert group is not None
    assert texts(in_full(line, line.clauses[0], group, 2)) == ["Peter Novak"]
