"""Names found in lines, and common words that only look like them."""

import pytest

from relate_desktop.domain.capture_parts import Candidate
from relate_desktop.domain.capture_people import NameIndex
from relate_desktop.domain.ids import ContactId
from tests.capture_lines import a_line


def names(sentence: str, code: str = "en") -> list[tuple[str, int]]:
    return [(mention.text, len(mention.candidates)) for mention in a_line(sentence, code).mentions]


def test_people_are_found_by_any_part_of_any_name() -> None:
    index = NameIndex([(ContactId(1), "Ton", ["Antonius van der Berg", "Ton B"])])
    found = [Candidate(ContactId(1), "Ton")]
    family = [Candidate(ContactId(1), "Ton", strong=False)]
    assert list(index.named("ANTONIUS")) == found
    assert list(index.named("Antonius Berg")) == found
    assert list(index.named("ton  berg")) == found
    assert list(index.named("van der Berg")) == family
    assert index.named("van der") == ()
    assert index.named("") == ()


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("called anna", [("anna", 1)]),
        ("called Chris", [("Chris", 2)]),
        ("called Chris Okafor", [("Chris Okafor", 1)]),
        ("met @Olena and @Nobody", [("Olena", 1), ("Nobody", 0)]),
        ("Dr Patel called", [("Patel", 1)]),
        ("Ton's invoice", [("Ton", 1)]),
        ("a ton of work", []),
        ("will call tomorrow", []),
        ("called Will", [("Will", 1)]),
        ("Will rang", [("Will", 1)]),
        ("met May in May", [("May", 1)]),
        ("Rose rose early", [("Rose", 1)]),
        ("talked to Steve Miller", []),
        ("Anna's mum died", [("Anna", 1)]),
        ("the annals", []),
    ],
)
def test_names_in_english(sentence: str, found: list[tuple[str, int]]) -> None:
    assert names(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Uwes Rechnung", [("Uwe", 1)]),
        ("Ines' Abgabe", [("Ines", 1)]),
        ("Herrn Müller angerufen", [("Müller", 1)]),
        ("im Sommer", []),
        ("mit Gerd am Sonntag gesprochen", [("Gerd", 1)]),
        ("Gerd Sonntag angerufen", [("Gerd Sonntag", 1)]),
        ("erinner mich Sonntag", []),
        ("kleines Heft, lang her", []),
    ],
)
def test_names_in_german(sentence: str, found: list[tuple[str, int]]) -> None:
    assert names(sentence, "de") == found
