import pytest

from relate_desktop.domain.query import Feature
from relate_desktop.domain.search_marks import UNREAD, born_on, having, marks_of
from relate_desktop.domain.search_words import LONGEST_TEXT, document, terms_of
from tests.unit.storage.books import a_property


def marked(*lines: tuple[str, str]) -> list[str]:
    return marks_of([a_property(name, value) for name, value in lines]).split()


def plain(wanted: str) -> str:
    return wanted.strip('"')


def test_what_is_on_a_line_is_marked_whatever_its_case() -> None:
    marks = marked(("email", "ada@example.org"), ("X-Signal", "+49 151 1"))
    wanted = {plain(having(one)) for one in (Feature.EMAIL, Feature.HANDLE, Feature.REACH)}
    assert set(marks) == wanted


@pytest.mark.parametrize("value", ["", " ", ";;;", "; ;"])
def test_a_line_with_nothing_on_it_is_not_marked(value: str) -> None:
    assert marked(("ADR", value), ("BDAY", value)) == []


def test_every_way_to_have_something_has_a_mark_of_its_own() -> None:
    wanted = [having(one) for one in Feature if one.value in {"email", "phone", "address", "url", "note"}]
    assert len(set(wanted)) == 5


def test_a_birthday_is_marked_with_its_day_as_long_as_somebody_lives() -> None:
    (day,) = [plain(born_on(["--04-15"]))]
    assert day in marked(("BDAY", "1990-04-15"))
    assert day in marked(("BDAY", "--0415"))
    assert day not in marked(("BDAY", "1990-04-15"), ("DEATHDATE", "2020"))
    assert plain(having(Feature.BIRTHDAY)) in marked(("BDAY", "1990-04-15"), ("DEATHDATE", "2020"))
    assert len(marked(("BDAY", "1990"))) == 1


def test_no_card_and_no_query_comes_to_a_mark() -> None:
    mark = plain(having(Feature.EMAIL))
    name, rest = document((a_property("FN", f"Ada{mark}x"), a_property("NOTE", f"{mark} ß{mark}")))
    assert mark not in name + rest
    assert mark not in "".join(term.expression for term in terms_of(f"{mark} ä{mark}"))


def test_who_has_a_line_that_the_index_leaves_out_is_marked() -> None:
    mark = plain(UNREAD)
    assert mark in marked(("ORG", "media:group"))
    assert mark in marked(("NOTE", "x" * LONGEST_TEXT))
    assert mark not in marked(("PHOTO", "media:0"), ("NOTE", "about media: x"))
