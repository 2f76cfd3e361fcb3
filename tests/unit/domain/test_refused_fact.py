from relate_desktop.domain.lookup import FindingField, Provider
from relate_desktop.domain.refused_fact import RefusedFact, refused_fact_of


def test_a_refusal_is_read_as_it_was_written() -> None:
    fact = RefusedFact(Provider.WEBSITE, "https://ada.example/", FindingField.ABOUT, "one\x1ftwo")
    assert refused_fact_of(fact.key) == fact


def test_an_account_that_holds_the_separator_shifts_nothing() -> None:
    fact = RefusedFact(Provider.MASTODON, "a\x1fb", FindingField.NAME, "ada")
    read = refused_fact_of(fact.key)
    assert read is not None
    assert (read.account, read.field, read.value) == ("a b", FindingField.NAME, "ada")


def test_what_is_no_refusal_of_a_fact_is_none() -> None:
    for key in ("", "1\x1fplace\x1flondon", "myspace\x1f1\x1fplace\x1flondon", "github\x1f1\x1fhat\x1fred"):
        assert refused_fact_of(key) is None
