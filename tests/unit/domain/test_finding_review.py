from dataclasses import replace
from datetime import UTC, datetime, timedelta

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.finding_review import Verdict, review, reviewed
from relate_desktop.domain.lookup import Answer, Finding, FindingField, LookupRemark, LookupTarget, Provider
from tests.open_book import a_person

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
PAGE = "https://github.com/ada"
TARGET = LookupTarget(Provider.GITHUB, "https://api.github.com", "ada")


def title(value: str, changed_at: datetime | None = None) -> Finding:
    return Finding(FindingField.TITLE, value, PAGE, changed_at=changed_at)


def test_new_is_ticked_and_so_is_what_confirms() -> None:
    person = Contact(a_person("Ada", "TITLE:Lead"))
    new = reviewed(person, Finding(FindingField.PRONOUNS, "she/her", PAGE), NOW)
    same = reviewed(person, title("lead"), NOW)
    assert (new.verdict, new.ticked, new.said) == (Verdict.NEW, True, None)
    assert (same.verdict, same.ticked) == (Verdict.CONFIRMS, True)
    assert same.said is not None
    assert same.said.text == "Lead"


def test_what_contradicts_the_user_is_never_ticked() -> None:
    found = reviewed(Contact(a_person("Ada", "TITLE:Lead")), title("Director"), NOW)
    assert (found.verdict, found.ticked, found.old) == (Verdict.DIFFERS, False, False)
    assert found.said is not None


def test_what_did_not_change_for_two_years_is_old_and_not_ticked() -> None:
    person = Contact(a_person("Ada"))
    assert not reviewed(person, title("Lead", NOW - timedelta(days=731)), NOW).ticked
    assert reviewed(person, title("Lead", NOW - timedelta(days=729)), NOW).ticked


def test_what_was_refused_of_an_account_is_not_proposed_again() -> None:
    person = Contact(a_person("Ada"))
    answer = Answer(TARGET, "7", (title("Lead"), title("Director")), NOW)
    (group,) = review(person, (answer,), frozenset({("7", "title", "lead")}), NOW)
    assert [one.finding.value for one in group.findings] == ["Director"]
    (group,) = review(person, (answer,), frozenset({("8", "title", "lead")}), NOW)
    assert len(group.findings) == 2


def test_what_another_account_says_than_the_last_time_is_never_ticked() -> None:
    person = Contact(a_person("Ada", "TITLE:Lead"))
    answer = Answer(TARGET, "7", (title("Lead"), title("Director")), NOW)
    answer = replace(answer, remarks=(LookupRemark.OTHER_ACCOUNT,))
    (group,) = review(person, (answer,), frozenset(), NOW)
    assert [one.ticked for one in group.findings] == [False, False]
