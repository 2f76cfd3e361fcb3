"""Circles as CATEGORIES."""

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.circle import (
    circles_in,
    circles_of,
    in_order,
    with_circle,
    with_circles,
    with_renamed,
    without_circle,
)
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.people import CircleSummary
from relate_desktop.domain.text import fold, squeezed
from tests.cards import a_contact, contacts, written


def test_circles_are_read_once_in_order() -> None:
    contact = a_contact("CATEGORIES:Friends,Work\\, old", "categories:FRIENDS, Chess ,")
    assert circles_of(contact) == ("Friends", "Work, old", "Chess")
    assert circles_in(contact.properties) == circles_of(contact)


def test_a_circle_joins_the_first_line() -> None:
    contact = a_contact("CATEGORIES;PREF=1:Friends", "CATEGORIES:B")
    assert written(with_circle(contact, "A, b")) == ["CATEGORIES;PREF=1:Friends,A\\, b", "CATEGORIES:B"]
    assert with_circle(contact, "friends") is contact
    assert written(with_circle(a_contact("FN:x"), "A")) == ["FN:x", "CATEGORIES:A"]


def test_the_last_circle_takes_its_line_along() -> None:
    contact = a_contact("CATEGORIES:A,B", "CATEGORIES:b")
    assert written(without_circle(contact, "B")) == ["CATEGORIES:A"]


@given(contacts, st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8), max_size=5))
def test_set_circles_read_back_and_touch_no_other_line(contact: Contact, names: list[str]) -> None:
    changed = with_circles(contact, names)
    wanted = {fold(squeezed(name)) for name in names if name.strip()}
    assert {fold(name) for name in circles_of(changed)} == wanted
    ours = {"CATEGORIES", "X-ABLABEL"}
    kept = [item for item in contact.properties if item.key not in ours]
    assert [item for item in changed.properties if item.key not in ours] == kept


@given(contacts)
def test_setting_the_same_circles_changes_nothing(contact: Contact) -> None:
    assert with_circles(contact, circles_of(contact)) == contact


def test_a_renamed_circle_keeps_its_place_and_is_there_once() -> None:
    contact = a_contact("CATEGORIES;PREF=1:A, b ,C", "FN:x", "CATEGORIES:B")
    assert written(with_renamed(contact, {"b": "New, one"})) == ["CATEGORIES;PREF=1:A,New\\, one,C", "FN:x"]
    assert written(with_renamed(contact, {"b": "c"})) == ["CATEGORIES;PREF=1:A,C", "FN:x"]
    assert with_renamed(contact, {"other": "new"}) is contact


@given(contacts, st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=8))
def test_renamed_circles_read_back(contact: Contact, name: str) -> None:
    before = [fold(one) for one in circles_of(contact)]
    if not before or not squeezed(name):
        return
    after = [fold(one) for one in circles_of(with_renamed(contact, {before[0]: squeezed(name)}))]
    assert set(after) == {fold(squeezed(name)), *before[1:]}


def test_places_go_before_names() -> None:
    circles = [CircleSummary("b", 1, 0), CircleSummary("A", 1, 0), CircleSummary("z", 1, 0, place=0)]
    assert [one.name for one in in_order(circles)] == ["z", "A", "b"]
