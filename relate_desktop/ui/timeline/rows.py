"""What a row of the timeline says: kind, who, when, words, and where it came from."""

from collections.abc import Iterable
from dataclasses import dataclass

from relate_desktop.domain.gender import Gender
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.interaction import Direction, Interaction, InteractionKind
from relate_desktop.domain.markdown import plain
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.present import Present
from relate_desktop.domain.text import display, visible
from relate_desktop.domain.timeline import TimelineEntry
from relate_desktop.words.timeline import (
    moment_in_row,
    moment_title,
    moment_when,
    names,
    note_title,
    talk_sentence,
    talk_title,
    when_in_full,
    when_in_row,
)
from relate_desktop.words.translation import _

LONGEST_NAME = 80
SPOKEN = 600
"""Letters of an entry that assistive tools read in a list."""


@dataclass(frozen=True, slots=True)
class About:
    """Whose page it is: how they are called and spoken of. Nobody's, where everybody is shown."""

    contact: ContactId | None = None
    called: str = ""
    gender: Gender = Gender.OTHER


@dataclass(frozen=True, slots=True)
class Row:
    """One row. ``tint`` is a pair of tokens: accent, amber, plum, blue or plain.

    ``text`` is in the Markdown of notes where ``rich``, else plain. ``entry`` is what can be
    edited; without one the row only tells of something kept elsewhere.
    """

    id: int
    icon: str
    tint: str
    title: str
    when: str
    when_in_full: str
    text: str = ""
    rich: bool = False
    source: str = ""
    pinned: bool = False
    in_confidence: bool = False
    planned: bool = False
    entry: TimelineEntry | None = None
    people: tuple[ContactSummary, ...] = ()
    removable: bool = False

    @property
    def spoken(self) -> str:
        """The row as one sentence: ``She wrote, 12 Nov: Three paper samples …``."""
        head = f"{self.title}, {self.when}"
        words = plain(self.text[: 4 * SPOKEN]) if self.rich else self.text
        words = visible(" ".join(words.split()), SPOKEN)
        return f"{head}: {words}" if words else head

    @property
    def described(self) -> str:
        """What there is to know besides."""
        marks = (
            _("Pinned") if self.pinned else "",
            _("Told in confidence") if self.in_confidence else "",
            self.source,
            self.when_in_full,
        )
        return ", ".join(mark for mark in marks if mark)


def row_of(entry: TimelineEntry, about: About, present: Present) -> Row:
    """The row of an entry on somebody's page, or in the list of everybody."""
    item = entry.item
    if isinstance(item, Moment):
        return _moment_row(entry, item, about, present)
    planned = item.happened.on > present.today
    when = when_in_row(item.happened, present)
    source = _("From {source}").format(source=display(entry.source)) if entry.source else ""
    others = _called(one for one in entry.people if one.id != about.contact)
    if isinstance(item, Interaction):
        icon, tint = ("calendar-blank", "blue") if planned else _look(item)
        if about.contact is None:
            title = talk_sentence(item, others, planned=planned)
        else:
            title = talk_title(item, about.called, about.gender, others, planned=planned)
        return Row(
            entry.id, icon, tint, title, when, when_in_full(item.happened, present.here), item.text,
            rich=True, source=source, planned=planned, entry=entry, people=entry.people, removable=True,
        )  # fmt: skip
    return Row(
        entry.id, "note", "plain", note_title(others), when, when_in_full(item.happened, present.here),
        item.text, rich=True, source=source, pinned=item.pinned, in_confidence=item.in_confidence,
        planned=planned, entry=entry, people=entry.people, removable=True,
    )  # fmt: skip


def _moment_row(entry: TimelineEntry, moment: Moment, about: About, present: Present) -> Row:
    """A special day. It is changed where moments are: on the page of the person."""
    others = _called(one for one in entry.people if one.id != about.contact)
    title = moment_title(moment)
    if others:
        # in the user's own words it may be a sentence: “Misaki-san: moves house”
        words = _("{name}: {what}") if moment.label else _("{what} of {name}")
        title = words.format(what=title, name=names(others))
    icon = "cake" if moment.kind is DateKind.BIRTHDAY else "calendar-blank"
    told = ", ".join(filter(None, (moment_when(moment), _("Every year") if moment.yearly else "")))
    when = moment_in_row(moment, present.today)
    return Row(entry.id, icon, "plum", title, when, told, people=entry.people, removable=True)


def _called(people: Iterable[ContactSummary]) -> list[str]:
    return [visible(one.called, LONGEST_NAME) or _("No name") for one in people]


def _look(talk: Interaction) -> tuple[str, str]:
    """Icon and tint of a conversation. Who began a written one is seen as well as said."""
    if talk.kind in {InteractionKind.MESSAGE, InteractionKind.MAIL}:
        if talk.direction is Direction.THEIRS:
            return "arrow-bend-up-left", "plum"
        if talk.direction is Direction.MINE:
            return "paper-plane-tilt", "amber"
    icons = {
        InteractionKind.CALL: "phone",
        InteractionKind.MEETING: "coffee",
        InteractionKind.MESSAGE: "chat-circle-text",
        InteractionKind.MAIL: "envelope-simple",
        InteractionKind.OTHER: "users",
    }
    tints = {Direction.MINE: "amber", Direction.THEIRS: "plum", Direction.BOTH: "accent"}
    return icons[talk.kind], tints[talk.direction]
