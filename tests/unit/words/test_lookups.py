from relate_desktop.domain.lookup import FindingField, Proof, Provider
from relate_desktop.words.lookups import field_name, proof_words, provider_name


def test_everybody_one_can_ask_and_everything_found_has_a_name_of_its_own() -> None:
    assert len({provider_name(provider) for provider in Provider}) == len(Provider)
    assert len({field_name(field) for field in FindingField}) == len(FindingField)


def test_what_only_the_person_says_needs_no_word_of_proof() -> None:
    assert proof_words(Proof.SELF_ASSERTED) == ""
    assert proof_words(Proof.LINK_BACK) == "links back"
