from relate_desktop.domain.lookup import Answer, Finding, FindingField, LookupTarget, Proof, Provider
from relate_desktop.lookups.link_back import with_links_back
from tests.clock import START

SITE, CODE, EVE = "https://ada.example/", "https://github.com/ada", "https://eve.example/"


def an_answer(
    provider: Provider, page: str, *pointing: str, field: FindingField = FindingField.PROFILE
) -> Answer:
    findings = [Finding(FindingField.NAME, "Ada", page), *(Finding(field, one, page) for one in pointing)]
    return Answer(LookupTarget(provider, page, page), page, tuple(findings), START)


def proofs(*answers: Answer) -> dict[str, Proof]:
    return {
        finding.value: finding.proof
        for answer in with_links_back(answers)
        for finding in answer.findings
        if finding.field is not FindingField.NAME
    }


def test_who_point_to_each_other_are_each_other_s_word() -> None:
    site = an_answer(Provider.WEBSITE, SITE, "http://www.github.com/ada/", EVE)
    code = an_answer(Provider.GITHUB, CODE, "https://ada.example", field=FindingField.URL)
    assert proofs(site, code) == {
        "http://www.github.com/ada/": Proof.LINK_BACK,
        EVE: Proof.SELF_ASSERTED,
        "https://ada.example": Proof.LINK_BACK,
    }


def test_a_claim_that_nobody_returns_stays_one() -> None:
    eve = an_answer(Provider.WEBSITE, EVE, CODE)
    code = an_answer(Provider.GITHUB, CODE, SITE)
    assert set(proofs(eve, code).values()) == {Proof.SELF_ASSERTED}
    assert set(proofs(an_answer(Provider.WEBSITE, SITE, SITE)).values()) == {Proof.SELF_ASSERTED}


def test_what_a_feed_names_is_nobody_s_own_page() -> None:
    news = Finding(FindingField.NEWS, "News", CODE)
    eve = an_answer(Provider.WEBSITE, EVE, SITE)
    eve = Answer(eve.target, eve.account_id, (*eve.findings, news), START)
    assert proofs(eve, an_answer(Provider.WEBSITE, SITE, CODE))[CODE] is Proof.SELF_ASSERTED


def test_what_a_server_verified_stays_verified() -> None:
    site = an_answer(Provider.WEBSITE, SITE, CODE)
    verified = Finding(FindingField.URL, SITE, CODE, Proof.SERVER_VERIFIED)
    code = Answer(LookupTarget(Provider.GITHUB, CODE, "ada"), "1", (verified,), START)
    assert proofs(site, code) == {CODE: Proof.LINK_BACK, SITE: Proof.SERVER_VERIFIED}


def test_nothing_is_lost_of_no_answers() -> None:
    assert with_links_back(()) == ()
