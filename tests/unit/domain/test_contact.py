"""A contact: ordered lines."""

import pytest

from tests.cards import a_contact, a_line, a_stored_contact, written


def test_names_compare_without_case() -> None:
    contact = a_contact("Tel:1", "TEL:2", "EMAIL:a@b")
    assert [item.value for item in contact.all("tel")] == ["1", "2"]
    first = contact.first("email", "tel")
    assert first is not None
    assert first.value == "a@b"
    assert contact.first("URL") is None


def test_replacing_keeps_the_place() -> None:
    contact = a_contact("A:1", "B:2", "C:3")
    assert written(contact.replaced(contact.properties[1], a_line("B:9"))) == ["A:1", "B:9", "C:3"]


def test_of_two_equal_lines_the_very_one_is_replaced() -> None:
    contact = a_stored_contact("TEL:1", "TEL:1")
    assert written(contact.replaced(contact.properties[1], a_line("TEL:2"))) == ["TEL:1", "TEL:2"]


def test_a_removed_line_takes_its_label_along() -> None:
    contact = a_contact("item1.TEL:1", "ITEM1.X-ABLabel:Boat", "item2.TEL:2", "item2.X-ABLabel:Car")
    assert written(contact.without(contact.properties[0])) == ["item2.TEL:2", "item2.X-ABLabel:Car"]


def test_a_label_stays_while_its_group_has_another_line() -> None:
    contact = a_contact("item1.TEL:1", "item1.EMAIL:a@x", "item1.X-ABLabel:Boat")
    assert written(contact.without(contact.properties[0])) == ["item1.EMAIL:a@x", "item1.X-ABLabel:Boat"]


def test_a_line_that_is_not_there_cannot_be_replaced() -> None:
    with pytest.raises(ValueError, match=r"."):
        a_contact("A:1").replaced(a_line("B:2"))


def test_mapping_may_drop_and_multiply_lines() -> None:
    contact = a_contact("A:1", "B:2")
    assert written(contact.mapped(lambda item: (item, item) if item.key == "A" else ())) == ["A:1", "A:1"]
