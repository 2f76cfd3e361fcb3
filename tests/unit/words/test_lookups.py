from relate_desktop.domain.lookup import FindingField, LookupRemark, Proof, Provider
from relate_desktop.words.lookups import field_name, proof_words, provider_name, remark_words


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
