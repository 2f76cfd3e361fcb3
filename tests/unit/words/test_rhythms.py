from datetime import date

from relate_desktop.domain.cadence import Cadence, CadenceSource, Keeping, Rhythm
from relate_desktop.domain.interaction import Direction, InteractionKind, Talk
from relate_desktop.domain.person_rhythm import PersonRhythm
from relate_desktop.domain.rest import Rest
from relate_desktop.domain.text import FIRST_STRONG_ISOLATE, POP_ISOLATE
from relate_desktop.domain.wishes import Wishes
from relate_desktop.words.rhythms import keeping_words, rhythm_sentences

TODAY = date(2026, 11, 24)
PLAIN = dict.fromkeys(map(ord, FIRST_STRONG_ISOLATE + POP_ISOLATE))


def test_the_rhythm_says_where_it_comes_from() -> None:
    assert keeping_words(None) == "no rhythm"
    assert keeping_words(Keeping(42, 58.8, CadenceSource.PERSON)) == "every six weeks"
    circle = keeping_words(Keeping(30, 42, CadenceSource.CIRCLE, circle="Clients"))
    assert circle.translate(PLAIN) == "every four weeks, as in Clients"
    assert keeping_words(Keeping(10, 14, CadenceSource.LEARNED)) == "every ten days, as you usually do"


def test_everything_there_is_to_say_is_said() -> None:
    rhythm = PersonRhythm(
        cadence=Cadence(42, None, 14),
        wishes=Wishes(paused_until=date(2026, 12, 1)),
        agreed=False,
        asked=False,
        keeping=Keeping(42, 58.8, CadenceSource.PERSON, 14),
        learned=Rhythm(40.0, 2.0, 6),
        rest=Rest(date(2026, 12, 8), 2, TODAY),
        last=Talk(date(2026, 11, 20), InteractionKind.MAIL, Direction.MINE),
        next=date(2026, 11, 27),
    )
    said = [line.translate(PLAIN) for line in rhythm_sentences(rhythm, "Ada", TODAY)]
    assert said == [
        "Stay in touch: every six weeks.",
        "No sooner than two weeks after the last time.",
        "You usually talk every six weeks.",
        "Last in touch: Friday.",
        "Planned: Friday.",
        "Ada has two unanswered notes from you. Relate stays quiet until 8 Dec.",
        "Ada is paused until 1 Dec.",
    ]
