from datetime import date

from relate_desktop.domain.wishes import Wishes
from relate_desktop.words.staying import RHYTHMS, circle_people, paused_words, rhythm_choice


def test_every_rhythm_offered_has_words_of_its_own() -> None:
    assert len({rhythm_choice(days) for days in (None, *RHYTHMS)}) == len(RHYTHMS) + 1
    assert rhythm_choice(None) == "No rhythm"
    assert rhythm_choice(45) == "Every six weeks"


def test_a_pause_says_until_when() -> None:
    assert paused_words(Wishes(paused_until=date(2026, 12, 24))) == "Paused until Thursday 24 December 2026."
    assert "no more contact" in paused_words(Wishes(no_more_contact=True))
    assert paused_words(Wishes()) == ""


def test_a_circle_says_how_many() -> None:
    assert circle_people(1) == "one person"
