from dataclasses import replace

from relate_desktop.domain.finding_review import Verdict
from relate_desktop.domain.lookup import (
    Finding,
    FindingField,
    LookupRemark,
    LookupRequest,
    LookupTarget,
    Proof,
    Provider,
)
from relate_desktop.domain.lookup_gate import Missing
from relate_desktop.words.lookups import (
    field_name,
    found_words,
    left_out_words,
    missing_words,
    named_by_words,
    proof_words,
    provider_name,
    remark_words,
    verdict_words,
)
from tests.bare import bare


def test_everybody_one_can_ask_and_everything_found_has_a_name_of_its_own() -> None:
    assert len({provider_name(provider) for provider in Provider}) == len(Provider)
    assert len({field_name(field) for field in FindingField}) == len(FindingField)


def test_what_only_the_person_says_needs_no_word_of_proof() -> None:
    assert proof_words(Proof.SELF_ASSERTED) == ""
    assert proof_words(Proof.LINK_BACK) == "links back"


def test_every_remark_is_a_sentence_of_its_own() -> None:
    told = {remark_words(remark) for remark in LookupRemark}
    assert len(told) == len(LookupRemark)
    assert all(sentence.endswith(".") for sentence in told)


def test_how_a_finding_stands_to_the_book_is_said_in_a_word_or_two() -> None:
    assert verdict_words(Verdict.DIFFERS, old=True) == "differs, old"
    assert verdict_words(Verdict.NEW, old=False) == "new"


def test_how_many_are_left_out_is_said_where_some_are() -> None:
    assert left_out_words(0) == ""
    assert left_out_words(1).startswith("One more address on the card would not be asked: Relate asks")
    assert left_out_words(290).startswith("290 more addresses on the card would not be asked")
    assert left_out_words(2).endswith("Relate asks at most ten of one provider.")


def test_what_is_missing_names_the_person() -> None:
    assert all("Ada" in missing_words(missing, "Ada") for missing in Missing)
    assert len({remark_words(remark) for remark in LookupRemark}) == len(LookupRemark)


def test_a_finding_is_one_line_without_tricks() -> None:
    told = found_words(Finding(FindingField.TITLE, "Lead\u202e\nx", "https://a.example"))
    assert told.startswith("Title: ")
    assert "\n" not in told
    assert "\u202e" not in told
    assert found_words(Finding(FindingField.NEWS, "A talk", "https://a.example")) == "\u2068A talk\u2069"


def test_servers_that_others_name_are_told_of_before() -> None:
    target = LookupTarget(Provider.MASTODON, "https://example.org", "ada@example.org")
    request = LookupRequest(target, ("example.org",), "ada@example.org")
    assert named_by_words(request) == ""
    one = named_by_words(replace(request, named_by=("example.org",)))
    assert bare(one).startswith("example.org may name the server")
    assert "each" in named_by_words(replace(request, named_by=("example.org", "plc.directory")))
