"""Where somebody works and as what."""

from relate_desktop.domain.organization import is_organization, organizations, with_organization
from relate_desktop.domain.partial_date import PartialDate
from tests.cards import a_contact, written


def test_titles_go_with_the_company_of_their_group_else_of_their_place() -> None:
    contact = a_contact("ORG:Acme;Sales", "item1.ORG:Beta", "item1.TITLE:Chief", "TITLE:Clerk", "ROLE:Seller")
    found = [(item.name, item.units, item.title, item.role) for item in organizations(contact)]
    assert found == [("Acme", ("Sales",), "Clerk", "Seller"), ("Beta", (), "Chief", "")]


def test_a_title_without_a_company_stands_alone() -> None:
    (found,) = organizations(a_contact("ORG:;", "TITLE:Poet"))
    assert (found.property, found.name, found.title) == (None, "", "Poet")


def test_a_changed_company_keeps_its_units() -> None:
    contact = a_contact("ORG;SORT-AS=x:Acme;Sales\\, EU", "TITLE;LANGUAGE=en:Clerk", "NOTE:x")
    changed = with_organization(contact, "Beta; Co", "Chief")
    assert written(changed) == ["ORG;SORT-AS=x:Beta\\; Co;Sales\\, EU", "TITLE;LANGUAGE=en:Chief", "NOTE:x"]


def test_blank_takes_away_and_the_same_changes_nothing() -> None:
    contact = a_contact("ORG:Acme", "TITLE:Clerk", "ROLE:Seller")
    assert with_organization(contact, "Acme", "Clerk") == contact
    assert written(with_organization(contact, "", "")) == ["ROLE:Seller"]
    assert written(with_organization(a_contact("FN:x"), "Acme", "", "Seller")) == [
        "FN:x",
        "ORG:Acme",
        "ROLE:Seller",
    ]


def test_times_stand_on_the_company_line() -> None:
    (found,) = organizations(a_contact("ORG;X-RELATE-SINCE=2020-04;X-RELATE-UNTIL=2023:Acme"))
    assert (found.since, found.until) == (PartialDate(2020, 4), PartialDate(2023))


def test_a_company_itself_is_told_by_kind_or_by_apple() -> None:
    assert is_organization(a_contact("KIND:ORG"))
    assert is_organization(a_contact("ORG:Acme", "X-ABShowAs:COMPANY"))
    assert not is_organization(a_contact("KIND:individual", "X-ABShowAs:COMPANY"))
