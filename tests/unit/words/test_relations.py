"""Words for relations, and what a typed word means."""

import pytest

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people_graph import GraphTie
from relate_desktop.domain.relation_kinds import INVERSES, OFFERED
from relate_desktop.domain.relationship import RELATION_KINDS
from relate_desktop.words.relations import (
    graph_summary,
    living_apart,
    relation_choices,
    relation_kind,
    relation_labels,
    relation_word,
    same_address,
    tie_words,
)


def test_every_kind_and_its_inverse_have_words() -> None:
    assert set(RELATION_KINDS) | set(INVERSES.values()) <= set(relation_labels())
    assert tuple(relation_choices()) == OFFERED


def test_the_users_words_stay_theirs() -> None:
    assert relation_word("Pen friend") == "Pen friend"
    assert relation_word("") == ""


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("Sister", "sister"),
        (" former partner ", "former-partner"),
        ("introduced you", "referred-by"),
        ("referred by", "referred-by"),
        ("Introduced by", "referred-by"),
        ("introduced by them", "referred"),
        ("neighbour", "neighbor"),
        ("Landlord", "Landlord"),
        ("", ""),
    ],
)
def test_a_typed_word_means_a_kind_or_itself(typed: str, kind: str) -> None:
    assert relation_kind(typed) == kind


def test_what_joins_two_people_is_said_from_either_side() -> None:
    one, other = ContactId(1), ContactId(2)
    tie = GraphTie(one, other, ("father",), ("child",), "The Kings", 2)
    assert tie_words(tie, other) == ["father", "lives with them", "met 2 times"]
    assert tie_words(tie, one, short=True) == ["child", "lives with them"]
    assert tie_words(GraphTie(one, other, talks=1), one, short=True) == ["met once"]
    assert tie_words(GraphTie(one, other, ("",), ("",)), one) == ["knows them"]


def test_how_many_are_in_the_picture_is_said() -> None:
    assert graph_summary(1, 0) == "One person, nearest in the middle."
    assert graph_summary(20, 3) == (
        "20 people, the nearest in the middle. There is no room for three people farther out."
    )
    assert "known yet" in graph_summary(0, 0)


def test_a_shared_address_is_said() -> None:
    assert same_address([]) == ""
    assert same_address(["Bo"]) == "\u2068Bo\u2069 has the same address."
    assert living_apart([]) == ""
    assert living_apart(["Bo", "Cy"]) == "Not one household with \u2068Bo\u2069, \u2068Cy\u2069."
    assert same_address(["Bo", "Cy"]) == "\u2068Bo\u2069, \u2068Cy\u2069 have the same address."
