"""Words for relations, and what a typed word means."""

import pytest

from relate_desktop.domain.relation_kinds import INVERSES, OFFERED
from relate_desktop.domain.relationship import RELATION_KINDS
from relate_desktop.words.relations import (
    relation_choices,
    relation_kind,
    relation_labels,
    relation_sentence,
    relation_word,
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
        ("neighbour", "neighbor"),
        ("Landlord", "Landlord"),
        ("", ""),
    ],
)
def test_a_typed_word_means_a_kind_or_itself(typed: str, kind: str) -> None:
    assert relation_kind(typed) == kind


def test_a_relation_is_said_for_those_who_do_not_see_it() -> None:
    plain = relation_sentence("Byron", "father", "Ada").replace("\u2068", "").replace("\u2069", "")
    assert plain == "Byron: father (Ada)"
    assert "around" in relation_sentence("Byron", "", "Ada")
