"""Words that say that one talked."""

import pytest

from relate_desktop.domain.capture_deeds import content_start, find_noun, find_told, to_be_done
from tests.capture_lines import a_line


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("called Anna", "called"),
        ("had lunch with Anna", "had lunch"),
        ("the bookkeeper is called Petra", None),
        ("Nikos has a dog called Argo", None),
        ("May may come", None),
    ],
)
def test_verbs(sentence: str, verb: str | None) -> None:
    line = a_line(sentence)
    found = find_told(line, line.clauses[0])
    assert (None if found is None else line.text_between(found.start, found.stop)) == verb


@pytest.mark.parametrize(
    ("sentence", "code", "noun"),
    [
        ("call with Anna", "en", "call"),
        ("quick coffee with Anna", "en", "coffee"),
        ("call Anna tomorrow", "en", None),
        ("to call with care", "en", None),
        ("no call from Anna", "en", None),
        ("Kai hates phone calls", "en", None),
        ("Teams-Call mit Uwe", "de", "Teams-Call"),
        ("Arbeitsessen mit Uwe", "de", "Arbeitsessen"),
        ("Treffen mit Uwe", "de", "Treffen"),
        ("Uwe treffen", "de", None),
    ],
)
def test_nouns(sentence: str, code: str, noun: str | None) -> None:
    line = a_line(sentence, code)
    found = find_noun(line, line.clauses[0])
    assert (None if found is None else line.text_between(found.start, found.stop)) == noun


def test_times_and_fillers_stand_before_the_content() -> None:
    line = a_line("yesterday just called Anna")
    assert line.folded(content_start(line, line.clauses[0])) == "called"
    assert not to_be_done(line, line.clauses[0], 2, 3)
