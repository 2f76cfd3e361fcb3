"""Who is meant at a place of a line."""

from relate_desktop.domain.capture_parts import Doubt
from relate_desktop.domain.capture_who import (
    group_at,
    group_before,
    groups_in,
    named,
    only_people,
    owner_in,
    pronoun_at,
    stranger_at,
    who_at,
)
from tests.capture_lines import a_line


def test_people_joined_by_and_are_one_group() -> None:
    line = a_line("met Anna and Jess & Olena yesterday")
    group = group_at(line, 1)
    assert group is not None
    assert [who.text for who in group.people] == ["Anna", "Jess", "Olena"]
    assert line.folded(group.stop) == "yesterday"
    assert list(group.places) == [1, 2, 3, 4, 5]


def test_and_i_belongs_to_the_group_without_being_one_of_it() -> None:
    line = a_line("Anna and I had lunch")
    group = group_before(line, 3, 0)
    assert group is not None
    assert [who.text for who in group.people] == ["Anna"]


def test_an_owner_is_not_who_is_meant() -> None:
    line = a_line("dinner at Anna's")
    assert who_at(line, 2) is None
    owner = owner_in(line, line.clauses[0], 0)
    assert owner is not None
    assert owner.people[0].text == "Anna"


def test_of_somebody_elses_boss_it_is_the_boss() -> None:
    line = a_line("Anna's boss called")
    boss = owner_in(line, line.clauses[0], 0)
    assert boss is not None
    assert [(who.text, who.mention) for who in boss.people] == [("boss", None)]


def test_her_is_a_pronoun_unless_it_owns_something() -> None:
    assert pronoun_at(a_line("met her at 8"), 1)
    assert not pronoun_at(a_line("met her sister"), 1)
    assert not pronoun_at(a_line("ihr Mann heißt Cem", "de"), 0)
    assert pronoun_at(a_line("ihr geschrieben", "de"), 0)


def test_a_stranger_has_a_capital_and_perhaps_a_title() -> None:
    who = stranger_at(a_line("call Dr Peter Fox tomorrow"), 1)
    assert who is not None
    assert who.text == "Dr Peter Fox"
    assert stranger_at(a_line("call the bank"), 1) is None
    assert stranger_at(a_line("call Anna"), 1) is None


def test_a_clause_may_be_people_and_nothing_else() -> None:
    line = a_line("lunch, Nikos + Ton, good")
    assert [only_people(line, clause) is not None for clause in line.clauses] == [False, True, False]
    assert len(list(groups_in(line, line.clauses[1]))) == 1


def test_whom_the_words_mean_or_what_to_ask() -> None:
    line = a_line("Chris and Anna and her")
    group = group_at(line, 0)
    assert group is not None
    found = named(line, group.people, ())
    assert [person.called for person in found.people] == ["Anna"]
    assert [question.doubt for question in found.questions] == [Doubt.WHO]
    pronoun = who_at(line, 4)
    assert pronoun is not None
    assert [question.doubt for question in named(line, [pronoun], group.people).questions] == [Doubt.PRONOUN]
    assert [person.called for person in named(line, [pronoun], group.people[1:]).people] == ["Anna"]
    about = a_line("called her", about="Kai")
    who = who_at(about, 1)
    assert who is not None
    assert [person.called for person in named(about, [who], ()).people] == ["Kai"]
