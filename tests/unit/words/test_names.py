"""Words for names that may be wrong."""

import pytest

from relate_desktop.domain.name_doubts import NameDoubt, NameProposal
from relate_desktop.words.names import (
    becomes_company,
    doubt_name,
    doubt_reason,
    names_found,
    proposal_sentence,
    take_all_words,
    take_words,
)
from tests.bare import bare


@pytest.mark.parametrize("doubt", NameDoubt)
def test_every_doubt_has_a_name_and_a_reason(doubt: NameDoubt) -> None:
    assert doubt_name(doubt)
    assert doubt_reason(doubt).endswith(".")


def test_a_proposal_is_asked_as_what_it_is() -> None:
    assert bare(proposal_sentence(NameProposal(NameDoubt.CAPITALS, "ANNA", "Anna"))) == "ANNA: Anna?"
    assert bare(proposal_sentence(NameProposal(NameDoubt.MISSING, "+49 151", ""))) == "Who is +49 151?"
    called = NameProposal(NameDoubt.CALLED, "Stephen", "", ("Stephen", "Steve"))
    assert bare(proposal_sentence(called)) == "What does Stephen like to be called?"
    company = NameProposal(NameDoubt.COMPANY, "Acme AG", "Acme AG")
    assert becomes_company(company)
    assert take_words(company) == "It is a company"
    assert take_words(NameProposal(NameDoubt.CAPITALS, "A", "B")) == "Use this"


def test_names_cannot_disturb_the_sentence() -> None:
    assert "\u202e" not in proposal_sentence(NameProposal(NameDoubt.CAPITALS, "\u202eA", "B" * 500))


def test_counts_are_in_digits() -> None:
    assert names_found(0) == "Every name looks right."
    assert names_found(1200) == "1,200 names to look at."
    assert take_all_words(1) == "Put 1 name right"


def test_a_company_is_asked_as_such() -> None:
    assert bare(proposal_sentence(NameProposal(NameDoubt.COMPANY, "Acme AG", "Acme AG"))) == (
        "Is Acme AG a company?"
    )
