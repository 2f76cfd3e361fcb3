"""What to know before a meeting: the last talks, what is owed, what is near, nothing in confidence."""

from dataclasses import replace
from datetime import date

from relate_desktop.domain.brief import MOST_TALKS, KnownOf, PersonBrief, person_brief
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId, EntryId, InteractionId
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.payback import PaybackKind
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.timeline_note import TimelineNote
from tests.cards import a_contact
from tests.present import a_moment, a_present, at
from tests.summaries import a_summary

WHO = ContactId(1)
PRESENT = a_present("2026-11-24 09:00")
START = at("2026-11-24 10:30")
ROW = a_summary(1, "Misaki-san", full_name="田中 美咲")


def a_talk(day: str, text: str = "", number: int = 1) -> Interaction:
    happened = Happened(date.fromisoformat(day))
    kind, direction = InteractionKind.MEETING, Direction.BOTH
    return Interaction(kind, direction, happened, (WHO,), text, id=InteractionId(EntryId(number)))


def a_note(day: str, text: str, *, secret: bool = False, pinned: bool = False) -> TimelineNote:
    return TimelineNote(text, Happened(date.fromisoformat(day)), (WHO,), pinned, secret)


def promised(day: str, text: str, owed_by: OwedBy = OwedBy.MINE, told_in: int | None = None) -> Promise:
    told = None if told_in is None else InteractionId(EntryId(told_in))
    return Promise(owed_by, text, (WHO,), date.fromisoformat(day), told_in=told)


def brief(known: KnownOf) -> PersonBrief:
    return person_brief(known, START, PRESENT)


NOTHING = KnownOf(ROW, Contact((), WHO))


def test_the_last_three_talks_come_latest_first_and_what_is_planned_is_no_talk() -> None:
    days = ["2026-10-01", "2026-11-20", "2026-11-01", "2026-11-10", "2026-12-01"]
    talks = [a_talk(day, f"on {day}", number) for number, day in enumerate(days)]
    found = brief(replace(NOTHING, talks=talks))
    assert [talk.text for talk in found.talks] == ["on 2026-11-20", "on 2026-11-10", "on 2026-11-01"]
    assert len(found.talks) == MOST_TALKS


def test_what_a_calendar_wrote_by_itself_gives_way_to_what_was_said() -> None:
    talks = [a_talk(f"2026-11-{day}", f"said {day}", day) for day in range(10, 16)]
    found = brief(replace(NOTHING, talks=talks, bare={EntryId(15), EntryId(14)}))
    assert [talk.text for talk in found.talks] == ["said 13", "said 12", "said 11"]
    only = brief(replace(NOTHING, talks=talks[-2:], bare={EntryId(15), EntryId(14)}))
    assert [talk.text for talk in only.talks] == ["said 15", "said 14"]
    assert only.useful is None


def test_promises_stand_by_whose_turn_it_is_the_oldest_first() -> None:
    owed = [
        promised("2026-11-02", "the draft"),
        promised("2026-10-01", "the contract"),
        promised("2026-11-01", "samples", OwedBy.THEIRS),
        replace(promised("2026-09-01", "old"), kept_at=START),
    ]
    found = brief(replace(NOTHING, promises=owed))
    assert [one.text for one in found.mine] == ["the contract", "the draft"]
    assert [one.text for one in found.theirs] == ["samples"]


def test_nothing_told_in_confidence_is_in_it_nor_what_was_promised_there() -> None:
    notes = [
        a_note("2026-11-20", "she is ill", secret=True),
        a_note("2026-11-19", "pinned", secret=True, pinned=True),
    ]
    secret = promised("2026-11-20", "not to tell", told_in=9)
    found = brief(replace(NOTHING, notes=notes, promises=[secret], secret={EntryId(9)}))
    assert found.empty
    assert found.useful is None


def test_what_is_worth_remembering_is_what_was_pinned_and_what_the_card_says() -> None:
    card = a_contact("FN:Misaki", "NOTE:Prefers tea", "PRONOUNS:she/her")
    notes = [a_note("2026-11-01", "Likes the warmer paper", pinned=True), a_note("2026-11-02", "Moves soon")]
    found = brief(replace(NOTHING, card=card, notes=notes))
    assert found.worth == ("Likes the warmer paper", "Prefers tea")
    assert [note.text for note in found.notes] == ["Moves soon"]
    assert found.pronouns == "she/her"


def test_the_one_thing_to_know_is_the_newest_and_of_one_day_a_promise() -> None:
    talk = a_talk("2026-11-10", "leaned towards the warmer paper")
    known = replace(NOTHING, talks=[talk], promises=[promised("2026-11-01", "the draft")])
    first = brief(known).useful
    assert first is not None
    assert first.interaction == talk
    both = brief(replace(known, promises=[promised("2026-11-10", "the draft")])).useful
    assert both is not None
    assert both.kind is PaybackKind.I_OWE
    noted = brief(replace(known, notes=[a_note("2026-11-12", "has moved")])).useful
    assert noted is not None
    assert (noted.kind, noted.text) == (PaybackKind.REMEMBER, "has moved")


def test_without_anything_newer_a_day_that_comes_is_told_else_the_card() -> None:
    near = replace(NOTHING, moments=[a_moment("1990-11-26"), a_moment("1990-11-25", number=2)])
    found = brief(near)
    assert [day.on for day in found.days] == [date(2026, 11, 26)]
    assert found.useful is not None
    assert found.useful.kind is PaybackKind.MOMENT
    card = brief(replace(NOTHING, card=a_contact("FN:Misaki", "NOTE:Prefers tea"))).useful
    assert card is not None
    assert card.text == "Prefers tea"


def test_their_hour_is_told_where_it_is_another() -> None:
    there = brief(replace(NOTHING, zone="Asia/Tokyo")).there
    assert there is not None
    assert f"{there:%H:%M}" == "18:30"
    assert brief(replace(NOTHING, zone="Europe/Paris")).there is None
    assert brief(replace(NOTHING, zone="Nowhere/Land")).there is None
    assert brief(NOTHING).there is None


def test_somebody_new_is_said_to_be_so() -> None:
    assert brief(NOTHING).first_time
    assert not brief(replace(NOTHING, talks=[a_talk("2026-11-01")])).first_time
