"""What an import found about each record and what may be done with it."""

from collections.abc import Sequence

from relate_desktop.domain.importing import Choice, Finding, OnMatch, Side
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.domain.text import display, isolate
from relate_desktop.words.numbers import listed, sentence
from relate_desktop.words.properties import property_name
from relate_desktop.words.translation import _, ngettext

_NAMED = 2
"""So many properties are named in a row; more are counted."""


def finding_name(finding: Finding) -> str:
    """The finding as a tab or a group is headed."""
    return {
        Finding.NEW: _("New"),
        Finding.SAME: _("Already here"),
        Finding.UPDATE: _("Already here"),
        Finding.LOOK: _("Needs a look"),
        Finding.UNREADABLE: _("Could not read"),
    }[finding]


def finding_sentence(
    finding: Finding,
    name: str = "",
    new_names: Sequence[str] = (),
    conflicting: Sequence[str] = (),
) -> str:
    """What Relate found, in a row: ``Already here, new phone``, ``Could be Lupe Ríos``.

    ``name`` is who it seems to be; the others are property names.
    """
    if finding is Finding.UPDATE:
        return _update(new_names, conflicting)
    if finding is Finding.LOOK:
        return _look(name, conflicting)
    return {
        Finding.NEW: _("New person"),
        Finding.SAME: _("Already here, nothing new"),
        Finding.UNREADABLE: _("Could not be read"),
    }[finding]


def event_finding(finding: Finding, calendar: str, *, shown: bool = True) -> str:
    """What an event of a calendar is to the book, in a row; what is no event is not shown."""
    if not shown and finding in {Finding.NEW, Finding.UPDATE}:
        return _("Kept as it is, not shown")
    words = {
        Finding.NEW: _("New in {calendar}"),
        Finding.SAME: _("Already in {calendar}"),
        Finding.UPDATE: _("Changed in {calendar}"),
    }
    return words.get(finding, _("Could not be read")).format(calendar=display(calendar))


def _update(new_names: Sequence[str], conflicting: Sequence[str]) -> str:
    if new_names:
        return _("Already here, new {things}").format(things=_things(new_names))
    return _("Already here, {things} changed").format(things=_things(conflicting))


def _look(name: str, conflicting: Sequence[str]) -> str:
    if name:
        return _("Could be {name}").format(name=display(name))
    if conflicting:
        return _("{things} is different").format(things=sentence(_things(conflicting)))
    return _("Could be somebody already here")


def choice_name(choice: Choice) -> str:
    """What may be done, as a choice in a row."""
    return {
        Choice.ADD: _("Add"),
        Choice.LEAVE_OUT: _("Leave out"),
        Choice.ADD_NEW_BITS: _("Add the new bits"),
        Choice.REPLACE: _("Replace"),
        Choice.LEAVE_AS_IS: _("Leave as is"),
        Choice.KEEP_MINE: _("Keep mine"),
        Choice.TAKE_THEIRS: _("Take theirs"),
        Choice.KEEP_BOTH: _("Keep both, ask me later"),
        Choice.ADD_SEPARATE: _("Add as a separate person"),
    }[choice]


def choice_hint(choice: Choice) -> str:
    """What the choice does, in a sentence."""
    return {
        Choice.ADD: _("Adds a new person."),
        Choice.LEAVE_OUT: _("Does not bring this one in."),
        Choice.ADD_NEW_BITS: _("Adds what is new. What you wrote yourself stays."),
        Choice.REPLACE: _("Makes the person as the file has them."),
        Choice.LEAVE_AS_IS: _("Changes nothing."),
        Choice.KEEP_MINE: _("Adds what is new. Where both say something, yours stays."),
        Choice.TAKE_THEIRS: _("Adds what is new. Where both say something, the file wins."),
        Choice.KEEP_BOTH: _("Adds a person of their own, and you decide later."),
        Choice.ADD_SEPARATE: _("Adds a person of their own. They are two people."),
    }[choice]


def side_name(side: Side, what: str, value: str) -> str:
    """Whose value stands, as a choice that is understood without the others beside it."""
    return {
        Side.MINE: _("{what}: {value}, yours"),
        Side.THEIRS: _("{what}: {value}, in the file"),
        Side.BOTH: _("{what}: keep both"),
    }[side].format(what=what, value=value)


def side_hint(side: Side, *, kept: bool, single: bool) -> str:
    """Where the value is from, or what keeping both means: ``single`` where a person has only one."""
    return {
        Side.MINE: _("You wrote this") if kept else _("In the book"),
        Side.THEIRS: _("In the file"),
        Side.BOTH: _("Adds a note with the other") if single else _("Adds the other beside it"),
    }[side]


def on_match_hint(on_match: OnMatch) -> str:
    """What happens with somebody who seems to be in the book already."""
    return {
        OnMatch.REVIEW: _("update where it is certain, else add them and leave the pair to you"),
        OnMatch.MERGE: _("add what is new to the person already there"),
        OnMatch.SKIP: _("leave the record out"),
        OnMatch.NEW: _("add them as a new person"),
    }[on_match]


def reason_words(reason: MatchReason) -> str:
    """Why two seem to be one person, or perhaps not."""
    return {
        MatchReason.IDENTICAL: _("exactly the same card"),
        MatchReason.SAME_UID: _("same identifier from the same program"),
        MatchReason.SAME_EMAIL: _("same e-mail address"),
        MatchReason.SAME_PHONE: _("same phone number"),
        MatchReason.SAME_MOBILE: _("same mobile number"),
        MatchReason.SAME_HANDLE: _("same name in a messenger or network"),
        MatchReason.SAME_NAME: _("same full name"),
        MatchReason.SWAPPED_NAME: _("same name, given and family name swapped"),
        MatchReason.OTHER_SCRIPT: _("same name in other letters"),
        MatchReason.SPELLED_NAME: _("same name, spelled otherwise"),
        MatchReason.CLOSE_NAME: _("nearly the same name"),
        MatchReason.SHORT_NAME: _("one given name is short for the other"),
        MatchReason.INITIALS: _("the initials fit"),
        MatchReason.PART_OF_NAME: _("one name is part of the other"),
        MatchReason.SIMILAR_NAME: _("names that are alike, of one person or of two"),
        MatchReason.GIVEN_NAME_ONLY: _("only a given name, and it is the same"),
        MatchReason.NO_NAME: _("one of them has no name"),
        MatchReason.NAME_IN_ADDRESS: _("an e-mail address spells the name"),
        MatchReason.SAME_BIRTHDAY: _("same birthday"),
        MatchReason.SAME_DAY: _("birthday on the same day"),
        MatchReason.SAME_ORGANIZATION: _("same company"),
        MatchReason.SAME_ADDRESS: _("same postal address"),
        MatchReason.SAME_PICTURE: _("same picture"),
        MatchReason.SHARED_EMAIL: _("same e-mail address, of the kind several people read"),
        MatchReason.SAME_OTHER: _("something else is the same"),
        MatchReason.DIFFERENT_GIVEN_NAME: _("but another given name"),
        MatchReason.DIFFERENT_FAMILY_NAME: _("but another family name"),
        MatchReason.DIFFERENT_NAME: _("but another name"),
        MatchReason.DIFFERENT_BIRTHDAY: _("but another birthday"),
        MatchReason.DIFFERENT_ADDRESS: _("but another postal address"),
        MatchReason.DIFFERENT_GENERATION: _("but senior and junior"),
        MatchReason.DIFFERENT_KIND: _("but one is a company"),
        MatchReason.LOOK_ALIKE: _("but a name mixes two scripts"),
        MatchReason.EVERYTHING_ELSE_DIFFERS: _("but name, address and number all differ"),
    }[reason]


def short_for(short: str, whole: str) -> str:
    """Which name is short for which: ``Lupe is short for Guadalupe``."""
    return _("{short} is short for {whole}").format(short=isolate(short), whole=isolate(whole))


def would_join_all_words(groups: int, left: int) -> str:
    """What joining all who are certainly here twice would do."""
    if not groups:
        return _("No one is certainly here twice.") + pairs_left(left)
    said = ngettext(
        "{count} person is certainly here twice and would be joined.",
        "{count} people are certainly here twice and would be joined.",
        groups,
    )
    return said.format(count=f"{groups:,}") + pairs_left(left)


def joined_all_words(groups: int, left: int) -> str:
    """What joining all who are certainly here twice did."""
    if not groups:
        return _("No one is certainly here twice.") + pairs_left(left)
    said = ngettext(
        "Joined {count} person who was here twice. One undo takes it back.",
        "Joined {count} people who were here twice. One undo takes it back.",
        groups,
    )
    return said.format(count=f"{groups:,}") + pairs_left(left)


def pairs_left(pairs: int) -> str:
    """How many pairs are left to look at, as a further sentence; nothing where there are none."""
    if not pairs:
        return ""
    said = ngettext(
        "{count} pair is left for you to look at.", "{count} pairs are left for you to look at.", pairs
    )
    return " " + said.format(count=f"{pairs:,}")


def _things(names: Sequence[str]) -> str:
    kinds = list(dict.fromkeys(property_name(name) for name in names))
    if len(kinds) > _NAMED:
        return _("{things} and more").format(things=", ".join(_small(kind) for kind in kinds[:_NAMED]))
    return listed([_small(kind) for kind in kinds])


def _small(name: str) -> str:
    """The name inside a sentence: its capital goes, unless it is an abbreviation or a brand."""
    rest = name[1:]
    return name[:1].lower() + rest if rest.islower() else name
