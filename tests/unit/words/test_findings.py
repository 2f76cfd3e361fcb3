import pytest

from relate_desktop.domain.importing import Choice, Finding, OnMatch
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.words.findings import (
    choice_hint,
    choice_name,
    event_finding,
    finding_name,
    finding_sentence,
    on_match_hint,
    reason_words,
)


@pytest.mark.parametrize("finding", Finding)
def test_every_finding_has_words(finding: Finding) -> None:
    assert finding_name(finding)
    assert finding_sentence(finding)


@pytest.mark.parametrize("choice", Choice)
def test_every_choice_has_words(choice: Choice) -> None:
    assert choice_name(choice)
    assert choice_hint(choice)


@pytest.mark.parametrize("reason", MatchReason)
def test_every_reason_has_words(reason: MatchReason) -> None:
    assert reason_words(reason)


@pytest.mark.parametrize("on_match", OnMatch)
def test_every_way_to_deal_with_a_match_has_words(on_match: OnMatch) -> None:
    assert on_match_hint(on_match)


def test_news_about_somebody_are_named() -> None:
    assert finding_sentence(Finding.UPDATE, "Anna", ["TEL"]) == "Already here, new phone"
    assert (
        finding_sentence(Finding.UPDATE, "", ["TEL", "TEL", "EMAIL"]) == "Already here, new phone and e-mail"
    )
    assert (
        finding_sentence(Finding.UPDATE, "", ["TEL", "NOTE", "URL"])
        == "Already here, new phone, note and more"
    )
    assert finding_sentence(Finding.UPDATE, "", [], ["ORG"]) == "Already here, company changed"


def test_somebody_alike_is_named_in_isolation() -> None:
    assert finding_sentence(Finding.LOOK, "ليلى") == "Could be \u2068ليلى\u2069"


def test_a_difference_is_named() -> None:
    assert finding_sentence(Finding.LOOK, "", [], ["BDAY"]) == "Birthday is different"


def test_brands_keep_their_capitals() -> None:
    assert finding_sentence(Finding.UPDATE, "", ["X-ICQ"]) == "Already here, new ICQ"


def test_events_name_their_calendar() -> None:
    assert event_finding(Finding.NEW, "Studio") == "New in \u2068Studio\u2069"
    assert event_finding(Finding.UPDATE, "Studio") == "Changed in \u2068Studio\u2069"
    assert event_finding(Finding.UNREADABLE, "Studio") == "Could not be read"
