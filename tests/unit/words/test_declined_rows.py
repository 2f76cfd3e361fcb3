from relate_desktop.domain.change_details import Row, RowChange
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.lookup import FindingField, Provider
from relate_desktop.domain.refused_fact import REFUSED_FACT, RefusedFact
from relate_desktop.words.row_changes import row_sentence, row_what
from tests.bare import bare

CITY = RefusedFact(Provider.GITHUB, "1815", FindingField.PLACE, "london")
PAGE = RefusedFact(Provider.WEBSITE, "https://ada.example.org/me", FindingField.ABOUT, "numbers")


def a_row(kind: str, key: str, *, gone: bool = False, moved: bool = False) -> RowChange:
    state: Row = {"contact_id": 1, "kind": kind, "key": key}
    before = state if gone or moved else None
    return RowChange("declined", 7, ContactId(1), before, None if gone else state)


def test_a_finding_that_was_not_wanted_is_told_with_its_source_and_field() -> None:
    assert bare(row_sentence(a_row(REFUSED_FACT, CITY.key))) == "Not wanted of GitHub: Lives in"
    assert bare(row_what(a_row(REFUSED_FACT, PAGE.key))) == "Not wanted of ada.example.org: About"
    again = bare(row_sentence(a_row(REFUSED_FACT, CITY.key, gone=True)))
    assert again == "Not wanted of GitHub: Lives in, and proposed again"
    assert bare(row_sentence(a_row(REFUSED_FACT, CITY.key, moved=True))).endswith("Lives in came over")


def test_the_marks_of_look_ups_are_told_in_words_of_their_own() -> None:
    assert row_sentence(a_row("lookup_never", "")) == "Never looked up again"
    assert row_sentence(a_row("lookup_never", "", gone=True)) == "May be looked up again"
    reason = a_row("lookup_gate", "we meet\n<b>today</b>")
    assert bare(row_sentence(reason)).startswith("Looked up all the same: we meet")
    assert "\n" not in row_sentence(reason)
    assert row_sentence(a_row("lookup_gate", "x", gone=True)) == "No longer looked up all the same"


def test_who_lives_apart_is_told_in_words_of_its_own() -> None:
    assert row_sentence(a_row("household", "2")) == "Not one household"
    assert row_sentence(a_row("household", "2", gone=True)) == "Not one household, and proposed again"


def test_all_others_are_proposals_that_were_declined() -> None:
    assert row_sentence(a_row("swapped", "x")) == "Proposal declined"
    assert row_sentence(a_row(REFUSED_FACT, "from another version")) == "Proposal declined"
    assert row_sentence(a_row("swapped", "x", gone=True)) == "Proposal declined, and proposed again"
