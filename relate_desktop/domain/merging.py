"""What a record would bring to a person, and the person with it brought in.

Nothing here decides whether the two are one person: that is ``matching``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from relate_desktop.domain.comparing import Essence, essence
from relate_desktop.domain.contact import GROUP_LABELS, Contact
from relate_desktop.domain.editing import free_group
from relate_desktop.domain.ids import PropertyId
from relate_desktop.domain.importing import Choice, FieldChoices, Finding, Side
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.domain.matching import Match
from relate_desktop.domain.property import Property, escape
from relate_desktop.domain.revaluing import united
from relate_desktop.domain.text import digits, fold
from relate_desktop.domain.vocabulary import ALWAYS_SINGLE, BOOKKEEPING, USUALLY_SINGLE

_TAKING = frozenset({Choice.ADD_NEW_BITS, Choice.TAKE_THEIRS, Choice.REPLACE})
_OWN_PREFIX = "X-RELATE-"
_AS_CHOSEN = FieldChoices()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A property of which there is one, and both say something else."""

    ours: int
    """Its place in the contact's properties."""
    theirs: int
    """Its place in the record's properties."""
    name: str
    """In upper case."""
    kept: bool
    """Whether ours was typed or edited by hand, and so stays whatever a file says."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a record says, line by line, beside what a contact says. Numbers are places, from 0."""

    new: tuple[int, ...]
    """Lines of the record that the contact has nothing of."""
    conflicts: tuple[Conflict, ...]
    same: tuple[tuple[int, int], ...]
    """Lines that say what the contact says: (place in the record, place in the contact)."""
    new_names: tuple[str, ...]
    """Names of the new lines in upper case, each once, labels left out."""

    @property
    def conflicting(self) -> tuple[str, ...]:
        """Names of the properties in conflict, in upper case, each once."""
        return tuple(dict.fromkeys(conflict.name for conflict in self.conflicts))

    @property
    def nothing_new(self) -> bool:
        """Whether bringing the record in would change nothing."""
        return not self.new and all(conflict.kept for conflict in self.conflicts)


def difference(
    contact: Contact, draft: Sequence[Property], keep: frozenset[PropertyId] = frozenset()
) -> Difference:
    """What the record's lines would bring to the contact.

    ``keep`` are the contact's properties typed or edited by hand. Lines that speak of the
    card only (REV, PRODID, VERSION) and blank lines never count as news.
    """
    return _Comparison(contact, draft, keep).result()


def finding_of(match: Match | None, found: Difference | None) -> Finding:
    """What a record is to the book, given its best match and what it would bring there."""
    if match is None:
        return Finding.NEW
    if MatchReason.IDENTICAL in match.reasons:
        return Finding.SAME
    if not match.certain:
        return Finding.LOOK
    return Finding.SAME if found is not None and found.nothing_new else Finding.UPDATE


def merged(
    contact: Contact,
    draft: Sequence[Property],
    keep: frozenset[PropertyId] = frozenset(),
    choice: Choice = Choice.ADD_NEW_BITS,
    fields: FieldChoices = _AS_CHOSEN,
) -> tuple[Contact, tuple[int | None, ...]]:
    """The contact with the record brought in, and where each of the record's lines went.

    The second is as long as ``draft``: the place of each line in the new contact's
    properties, or None where the line did not come in. Values whose id is in ``keep`` are
    never changed nor removed. Where both say something else, the contact's stays with
    KEEP_MINE, and with ADD_NEW_BITS when the record is older by its REV; REPLACE also
    removes what the record does not say, apart from what only Relate knows. ``fields`` decide
    single lines otherwise, those in ``keep`` as well.
    """
    found = difference(contact, draft, keep)
    properties: list[Property] = list(contact.properties)
    places: dict[int, int] = dict(found.same)
    older = choice is Choice.ADD_NEW_BITS and _older(draft, contact.properties)
    groups = _Groups(contact, draft, found)
    taking = _Taking(properties, draft, groups, places)
    for conflict in found.conflicts:
        free = choice in _TAKING and not (conflict.kept or older or conflict.name == "UID")
        side = fields.sides.get(conflict.theirs, Side.THEIRS if free else Side.MINE)
        if side is Side.THEIRS:
            whole = choice is Choice.REPLACE and conflict.theirs not in fields.sides
            taking.take(conflict, whole=whole, keep=keep)
    if choice in _TAKING and not older:
        _bring_up_to_date(properties, draft, found, keep)
    for place in _coming_in(draft, found, fields):
        places[place] = len(properties)
        properties.append(replace(draft[place], group=groups.of(draft[place]), id=None))
    properties += (Property("NOTE", escape(note)) for note in _notes(found, fields))
    dropped = _unsaid(contact, properties, places, keep) if choice is Choice.REPLACE else frozenset()
    moved = {old: new for new, old in enumerate(i for i in range(len(properties)) if i not in dropped)}
    kept = tuple(item for place, item in enumerate(properties) if place not in dropped)
    sources = tuple(moved[places[i]] if i in places else None for i in range(len(draft)))
    return replace(contact, properties=kept), sources


@dataclass(slots=True)
class _Comparison:
    """One comparison on its way: what was found of each line so far."""

    contact: Contact
    draft: Sequence[Property]
    keep: frozenset[PropertyId]
    ours: list[Essence] = field(init=False)
    theirs: list[Essence] = field(init=False)
    same: dict[int, int] = field(default_factory=dict)
    conflicts: dict[int, Conflict] = field(default_factory=dict)
    new: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ours = [essence(item) for item in self.contact.properties]
        self.theirs = [essence(item) for item in self.draft]

    def result(self) -> Difference:
        mains = self._mains()
        self._pair_equals(mains)
        for place in mains:
            if place not in self.same:
                self._judge(place)
        new_names = tuple(dict.fromkeys(self.theirs[place][0] for place in self.new))
        self._follow(set(range(len(self.draft))) - set(mains))
        return Difference(
            tuple(sorted(self.new)),
            tuple(self.conflicts[place] for place in sorted(self.conflicts)),
            tuple(sorted(self.same.items())),
            new_names,
        )

    def _mains(self) -> list[int]:
        """The record's lines that say something for themselves."""
        groups = {
            item.group.lower()
            for item in self.draft
            if item.group is not None and item.key not in GROUP_LABELS
        }
        return [
            place
            for place, item in enumerate(self.draft)
            if item.key not in GROUP_LABELS or item.group is None or item.group.lower() not in groups
        ]

    def _pair_equals(self, mains: list[int]) -> None:
        held: dict[Essence, list[int]] = {}
        for place, found in enumerate(self.ours):
            held.setdefault(found, []).append(place)
        for place in mains:
            if places := held.get(self.theirs[place]):
                self.same[place] = places.pop(0) if len(places) > 1 else places[0]

    def _judge(self, place: int) -> None:
        """What an unequal line of the record is: blank, of the card only, in conflict or new."""
        name, value = self.theirs[place]
        if not value:
            return
        unpaired = self._unpaired(name)
        if name in BOOKKEEPING:
            if unpaired:
                self.same[place] = unpaired[0]
            return
        if name == "CATEGORIES" and (line := self._holding_all(place)) is not None:
            self.same[place] = line
            return
        if unpaired and (name in ALWAYS_SINGLE or self._one_against_one(name)):
            ours = unpaired[0]
            kept = self.contact.properties[ours].id in self.keep
            self.conflicts[place] = Conflict(ours, place, name, kept)
            return
        self.new.append(place)

    def _unpaired(self, name: str) -> list[int]:
        taken = {*self.same.values(), *(conflict.ours for conflict in self.conflicts.values())}
        return [
            place
            for place, found in enumerate(self.ours)
            if found[0] == name and place not in taken and (found[1] or name in ALWAYS_SINGLE)
        ]

    def _one_against_one(self, name: str) -> bool:
        counts = (
            sum(1 for found in side if found[0] == name and found[1]) for side in (self.ours, self.theirs)
        )
        return name in USUALLY_SINGLE and all(count == 1 for count in counts)

    def _holding_all(self, place: int) -> int | None:
        """The contact's first line of circles when its lines together hold all of the record's."""
        lines = [i for i, found in enumerate(self.ours) if found[0] == "CATEGORIES"]
        held = {fold(text.strip()) for i in lines for text in self.contact.properties[i].items}
        wanted = {fold(text.strip()) for text in self.draft[place].items if text.strip()}
        return lines[0] if lines and wanted <= held else None

    def _follow(self, labels: set[int]) -> None:
        """Let labels go where the line they belong to went."""
        for place in sorted(labels):
            group = (self.draft[place].group or "").lower()
            mates = [i for i, item in enumerate(self.draft) if i not in labels and _group(item) == group]
            if any(mate in self.new for mate in mates):
                self.new.append(place)
                continue
            paired = {_group(self.contact.properties[self.same[mate]]) for mate in mates if mate in self.same}
            for ours, found in enumerate(self.ours):
                if found == self.theirs[place] and _group(self.contact.properties[ours]) in paired - {""}:
                    self.same[place] = ours


class _Groups:
    """Which group each of the record's groups becomes in the contact."""

    def __init__(self, contact: Contact, draft: Sequence[Property], found: Difference) -> None:
        self._contact = contact
        self._taken = {_group(item) for item in contact.properties} - {""}
        self._names: dict[str, str] = {}
        for theirs, ours in found.same:
            group = contact.properties[ours].group
            if group is not None and draft[theirs].group is not None:
                self._names.setdefault(_group(draft[theirs]), group)

    def of(self, item: Property) -> str | None:
        """The group for a line that comes in; a fresh one where the contact uses its name already."""
        if item.group is None:
            return None
        key = item.group.lower()
        if key not in self._names:
            name = item.group
            if key in self._taken:
                taken = (Property("X", "", group=group) for group in sorted(self._taken))
                name = free_group(Contact(tuple(taken)))
            self._names[key] = name
            self._taken.add(name.lower())
        return self._names[key]

    def join(self, item: Property, group: str) -> None:
        """Let what comes in beside this line of the record join a group of the contact."""
        self._names.setdefault(_group(item), group)


class _Taking:
    """Puts lines of the record in the place of the contact's, their labels with them."""

    def __init__(
        self,
        properties: list[Property],
        draft: Sequence[Property],
        groups: _Groups,
        places: dict[int, int],
    ) -> None:
        self._properties = properties
        self._draft = draft
        self._groups = groups
        self._places = places

    def take(self, conflict: Conflict, *, whole: bool, keep: frozenset[PropertyId]) -> None:
        """The record's line stands; what ours said beside its value stays unless the ``whole`` line goes."""
        ours, theirs = self._properties[conflict.ours], self._draft[conflict.theirs]
        taken = replace(theirs, group=ours.group, id=ours.id) if whole else united(ours, theirs)
        labels = self._labels_of(conflict.theirs)
        if labels and ours.group is not None:
            self._groups.join(theirs, ours.group)
        elif labels:
            taken = replace(taken, group=self._groups.of(theirs))
        self._properties[conflict.ours] = taken
        self._places[conflict.theirs] = conflict.ours
        for place in labels:
            self._label(place, taken.group, keep)

    def _labels_of(self, line: int) -> list[int]:
        """The labels of this line of the record alone; those of other lines as well follow those."""
        group = _group(self._draft[line])
        mates = [place for place, item in enumerate(self._draft) if group and _group(item) == group]
        labels = [place for place in mates if place != line]
        return labels if all(self._draft[place].key in GROUP_LABELS for place in labels) else []

    def _label(self, place: int, group: str | None, keep: frozenset[PropertyId]) -> None:
        label = replace(self._draft[place], group=group, id=None)
        known = next((at for at, one in enumerate(self._properties) if _same_label(one, label)), None)
        if known is None:
            self._places[place] = len(self._properties)
            self._properties.append(label)
        elif self._properties[known].id not in keep:
            self._places[place] = known
            self._properties[known] = united(self._properties[known], label)


def _coming_in(draft: Sequence[Property], found: Difference, fields: FieldChoices) -> list[int]:
    """The record's lines to be added; the labels of lines that stay out stay out with them."""
    both = {
        conflict.theirs
        for conflict in found.conflicts
        if fields.sides.get(conflict.theirs) is Side.BOTH and conflict.name not in ALWAYS_SINGLE
    }
    coming = sorted({*found.new, *both} - fields.left_out)
    lone = {_group(draft[place]) for place in fields.left_out} - {""}
    lone -= {_group(draft[place]) for place in coming if draft[place].key not in GROUP_LABELS}
    return [
        place for place in coming if draft[place].key not in GROUP_LABELS or _group(draft[place]) not in lone
    ]


def _notes(found: Difference, fields: FieldChoices) -> list[str]:
    """What is kept in words because the person can have only one such property."""
    return [
        fields.notes[conflict.theirs]
        for conflict in found.conflicts
        if fields.sides.get(conflict.theirs) is Side.BOTH
        and conflict.name in ALWAYS_SINGLE
        and conflict.theirs in fields.notes
    ]


def _group(item: Property) -> str:
    return (item.group or "").lower()


def _same_label(one: Property, other: Property) -> bool:
    """Whether both are the same sort of label of one group."""
    return one.key == other.key and _group(one) == _group(other)


def _bring_up_to_date(
    properties: list[Property], draft: Sequence[Property], found: Difference, keep: frozenset[PropertyId]
) -> None:
    """Let lines that speak of the card say what the newest card says."""
    for theirs, ours in found.same:
        if draft[theirs].key in BOOKKEEPING and properties[ours].id not in keep:
            properties[ours] = properties[ours].with_value(draft[theirs].value)


def _unsaid(
    contact: Contact, properties: list[Property], places: dict[int, int], keep: frozenset[PropertyId]
) -> frozenset[int]:
    said = set(places.values())
    groups = {_group(properties[place]) for place in said} - {""}
    return frozenset(
        place
        for place, item in enumerate(contact.properties)
        if place not in said
        and item.id not in keep
        and item.key != "UID"
        and not item.key.startswith(_OWN_PREFIX)
        and not (item.key in GROUP_LABELS and _group(item) in groups)
    )


def _older(draft: Sequence[Property], ours: Sequence[Property]) -> bool:
    """Whether the record says of itself that it was written before the contact's card."""
    theirs = _revision(draft)
    mine = _revision(ours)
    return bool(theirs and mine) and theirs < mine


def _revision(properties: Sequence[Property]) -> str:
    line = next((item for item in properties if item.key == "REV"), None)
    found = digits(line.value)[:14] if line is not None else ""
    return found.ljust(14, "0") if len(found) >= 8 else ""
