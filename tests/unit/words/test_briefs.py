"""The brief in sentences."""

from dataclasses import replace
from datetime import date

from relate_desktop.domain.brief import Brief, PersonBrief
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.moment import MomentDay
from relate_desktop.domain.payback import Payback, PaybackKind
from relate_desktop.domain.promise import OwedBy
from relate_desktop.domain.text import isolate
from relate_desktop.domain.timeline_note import TimelineNote
from relate_desktop.words.briefs import (
    LONGEST,
    brief_about,
    brief_parts,
    brief_text,
    brief_title,
    brief_when,
    nothing_known,
    person_line,
    useful_line,
)
from tests.bare import bare
from tests.meetings import an_attendee
from tests.present import a_moment, a_present, a_promise, at
from tests.summaries import a_summary

PRESENT = a_present("2026-11-24 09:00")
MISAKI = a_summary(1, "Misaki-san", full_name="Tanaka Misaki", organization="Crane Press", role="Editor")
PERSON = PersonBrief(MISAKI)
BRIEF = Brief("Crane catalogue", at("2026-11-24 10:30"), at("2026-11-24 11:15"), (PERSON,))


def plainly(text: str) -> str:
    return bare(text)


def test_it_says_who_when_where_and_who_else() -> None:
    assert plainly(brief_title(BRIEF)) == "Before you meet Misaki-san"
    assert brief_title(replace(BRIEF, people=())) == "Before you meet"
    assert brief_when(BRIEF, PRESENT) == "Tuesday 24 November, 10:30 to 11:15"
    whole = replace(BRIEF, all_day=True, on=date(2026, 11, 25))
    assert brief_when(whole, PRESENT) == "Wednesday 25 November 2026"
    more = replace(BRIEF, place="Studio\n4", others=(an_attendee("k@x.org", "Ken"),))
    assert [plainly(line) for line in brief_about(more, PRESENT)] == [
        "Crane catalogue",
        "Tuesday 24 November, 10:30 to 11:15",
        "Studio 4",
        "Also invited: Ken",
    ]


def test_a_person_is_told_by_name_work_and_hour() -> None:
    there = replace(PERSON, pronouns="she/her", there=at("2026-11-24 18:30"))
    assert plainly(person_line(there)) == "Tanaka Misaki · she/her · Editor · Crane Press · 17:30 there"
    same = PersonBrief(a_summary(1, "Ada", full_name="ADA"))
    assert person_line(same) == ""


def test_every_part_has_its_lines_and_an_empty_one_is_left_out() -> None:
    told = Interaction(
        InteractionKind.MEETING, Direction.BOTH, Happened(date(2026, 11, 10)), (ContactId(1),), "warm paper"
    )
    person = replace(
        PERSON,
        talks=(told,),
        mine=(a_promise("2026-12-01"),),
        theirs=(replace(a_promise(owed_by=OwedBy.THEIRS), due=None),),
        days=(MomentDay(a_moment("1990-11-30"), date(2026, 11, 30), 36),),
        worth=("**Tea**, never coffee",),
        notes=(TimelineNote("Moves house", Happened(date(2026, 11, 12)), (ContactId(1),)),),
    )
    parts = {
        plainly(part.heading): [plainly(line) for line in part.lines] for part in brief_parts(person, PRESENT)
    }
    assert parts == {
        "You promised": ["the contract, by 1 December"],
        "Misaki-san promised": ["the contract, said today"],
        "Last time": ["10 Nov · You met Misaki-san: warm paper"],
        "Notes": ["12 November: Moves house"],
        "Coming up": ["Misaki-san turns 36, Monday"],
        "Worth remembering": ["Tea, never coffee"],
    }
    assert brief_parts(PERSON, PRESENT) == ()
    assert "Misaki-san" in nothing_known(PERSON)
    assert nothing_known(PERSON) != nothing_known(replace(PERSON, talks=(told,)))


def test_all_of_it_is_lines_of_text_without_anything_hidden() -> None:
    nasty = replace(PERSON, worth=("x" * 10_000, "evil\u202etxt"))
    lines = list(brief_text(replace(BRIEF, people=(nasty, PERSON)), PRESENT))
    assert max(map(len, lines)) <= LONGEST + 10
    assert not any("\u202e" in line or "\n" in line for line in lines)


def test_the_one_thing_to_know_fits_a_row() -> None:
    assert useful_line(None, "Misaki-san") == ""
    noted = Payback(PaybackKind.REMEMBER, ContactId(1), text="**Likes**\nwarm paper")
    assert useful_line(noted, "Misaki-san") == "Likes warm paper"
    owed = Payback(PaybackKind.I_OWE, ContactId(1), promise=a_promise())
    assert isolate("Misaki-san") in useful_line(owed, "Misaki-san")
