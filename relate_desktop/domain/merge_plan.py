"""How several people become one, property by property: what each says, and what will stand.

Nothing is copied and nothing rewritten: every value is a stored line of one of them, and a plan
says which lines stand. What is left out returns when the two are separated again.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from relate_desktop.domain.comparing import Essence, essence
from relate_desktop.domain.contact import GROUP_LABELS, Contact
from relate_desktop.domain.editing import free_group
from relate_desktop.domain.ids import ContactId, PropertyId
from relate_desktop.domain.likeness_keys import is_same_line, number_key
from relate_desktop.domain.lines import best_lines
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.domain.name import person_name
from relate_desktop.domain.name_forms import name_forms
from relate_desktop.domain.name_likeness import likeness
from relate_desktop.domain.property import Property
from relate_desktop.domain.vocabulary import ALWAYS_SINGLE, USUALLY_SINGLE

_OWN_PREFIX = "X-RELATE-"
_IDENTITIES = frozenset({"UID", "X-RELATE-ID"})
_NAME = ("FN", "N")
_PHONE = "TEL"
_SPELLED = frozenset(
    {
        MatchReason.SWAPPED_NAME,
        MatchReason.OTHER_SCRIPT,
        MatchReason.SPELLED_NAME,
        MatchReason.CLOSE_NAME,
    }
)
"""Ways to write one name, of which that of the person who is kept is as good as any."""
_SAYS_IT = frozenset({MatchReason.SAME_NAME, MatchReason.PART_OF_NAME})
"""What the parts of a name are to a name in full that has none of its own."""


@dataclass(frozen=True, slots=True)
class MergeValue:
    """One value with everybody who has it: ``lines`` are stored lines that say the same, the first stands."""

    item: Property
    lines: tuple[PropertyId, ...]
    holders: tuple[ContactId, ...]
    by_hand: bool


@dataclass(frozen=True, slots=True)
class MergeField:
    """One property of the merged person: of a ``single`` one a value stands, of others any number."""

    name: str
    """In upper case."""
    single: bool
    values: tuple[MergeValue, ...]

    @property
    def agreed(self) -> bool:
        """Whether there is nothing to decide: everybody says the same."""
        return len(self.values) == 1 and len(self.values[0].holders) > 1


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What a merge would do. ``standing`` are the lines that stand unless somebody decides otherwise."""

    kept: ContactId
    others: tuple[ContactId, ...]
    fields: tuple[MergeField, ...]
    standing: frozenset[PropertyId]


@dataclass(frozen=True, slots=True)
class MergedLine:
    """One line of the merged person: a stored line under a ``group`` that no other line has by chance.

    ``same`` are the stored lines that say the same and go into it.
    """

    id: PropertyId
    group: str | None
    same: tuple[PropertyId, ...] = ()


def plan_merge(people: Sequence[Contact], by_hand: Collection[PropertyId] = ()) -> MergePlan:
    """The first person with the others brought in. Everybody must be stored.

    Of a property of which there can be one, what was typed by hand stands before what came
    from a file, the longer before the shorter, and the newer where that is a draw. The name in
    full and in its parts are one person's together, and where the names are merely spelled
    otherwise they are the first person's.
    """
    kept, *others = [_stored(person) for person in people]
    fields = tuple(_fields(people, frozenset(by_hand)))
    standing: set[PropertyId] = set()
    named = _named(people, frozenset(by_hand))
    for field in fields:
        values: Sequence[MergeValue] = [_best(field.values)] if field.single else field.values
        if field.name in _NAME and named is not None:
            values = _of_name(field, named)
        standing.update(value.lines[0] for value in values)
    return MergePlan(kept, tuple(others), fields, frozenset(standing))


def merged_lines(
    people: Sequence[Contact], plan: MergePlan, standing: Collection[PropertyId]
) -> tuple[MergedLine, ...]:
    """The lines of the merged person in order: the first person's, then what the others add.

    The labels of a line come with it, and their group gets a new name where it is taken.
    """
    same = {
        value.lines[0]: value.lines[1:]
        for value in chain.from_iterable(field.values for field in plan.fields)
        if value.lines[0] in standing
    }
    lines: list[MergedLine] = []
    taken: list[Property] = []
    for person in people:
        groups = {_group(item) for item in person.properties if item.id in standing} - {""}
        names = _free_names(groups, person, taken)
        for item in person.properties:
            label = item.key in GROUP_LABELS and _group(item) in groups
            if item.id is None or not (item.id in standing or label):
                continue
            group = names.get(_group(item), item.group)
            lines.append(MergedLine(item.id, group, same.get(item.id, ())))
            taken.append(Property("X", "", group=group))
    return tuple(lines)


def _fields(people: Sequence[Contact], by_hand: frozenset[PropertyId]) -> Iterable[MergeField]:
    gathered: dict[str, dict[Essence, list[tuple[ContactId, Property]]]] = {}
    labelled: set[PropertyId | None] = set()
    for person in people:
        labels = {_group(item) for item in person.properties if item.key in GROUP_LABELS} - {""}
        labelled.update(item.id for item in person.properties if _group(item) in labels)
        own = {_group(item) for item in person.properties if item.key not in GROUP_LABELS} - {""}
        for item in person.properties:
            if item.key in GROUP_LABELS and _group(item) in own:
                continue  # a label follows its line
            said = gathered.setdefault(item.key, {})
            said.setdefault(_essence(item, said), []).append((_stored(person), item))
    for name, said in gathered.items():
        values = tuple(_value(found, by_hand, labelled) for found in said.values())
        yield MergeField(name, _is_single(name, values), values)


def _essence(item: Property, said: Mapping[Essence, Sequence[tuple[ContactId, Property]]]) -> Essence:
    """What a line says; a number that is said already, with or without the code of its country, says that."""
    own = essence(item)
    if item.key != _PHONE or own in said:
        return own
    number = number_key(item.value)
    each = ((one, number_key(found[0][1].value)) for one, found in said.items())
    return next((one for one, known in each if is_same_line(known, number)), own)


def _value(
    found: Sequence[tuple[ContactId, Property]],
    by_hand: frozenset[PropertyId],
    labelled: Collection[PropertyId | None],
) -> MergeValue:
    """What several lines say alike; one with a label stands for them, since the label comes with its line.

    Of numbers without, the one that is dialled from anywhere does.
    """
    typed = any(item.id in by_hand for _contact, item in found)
    ordered = sorted(
        found,
        key=lambda one: (one[1].id not in labelled, one[1].id not in by_hand, not _from_anywhere(one[1])),
    )
    lines = tuple(item.id for _contact, item in ordered if item.id is not None)
    return MergeValue(ordered[0][1], lines, tuple(dict.fromkeys(contact for contact, _item in found)), typed)


def _from_anywhere(item: Property) -> bool:
    return item.key == _PHONE and item.value.strip().removeprefix("tel:").startswith(("+", "00"))


def _is_single(name: str, values: Sequence[MergeValue]) -> bool:
    if name in _IDENTITIES:
        return False  # each leads its own source, or who points to it, back to the person
    if name in ALWAYS_SINGLE or name.startswith(_OWN_PREFIX):
        return True
    holders: Mapping[ContactId, int] = _counted(values)
    return name in USUALLY_SINGLE and all(count == 1 for count in holders.values())


def _counted(values: Sequence[MergeValue]) -> dict[ContactId, int]:
    counts: dict[ContactId, int] = {}
    for value in values:
        for holder in value.holders:
            counts[holder] = counts.get(holder, 0) + 1
    return counts


@dataclass(frozen=True, slots=True)
class _Named:
    """How one of several people is named."""

    person: Contact
    lines: Mapping[str, Property]
    """The name in full and in its parts, by their names."""
    by_hand: bool

    @property
    def text(self) -> str:
        """The name as it is read."""
        if "FN" in self.lines:
            return self.lines["FN"].text.strip()
        return person_name(self.lines["N"]).composed()

    @property
    def newest(self) -> int:
        return max((item.id for item in self.lines.values() if item.id is not None), default=0)

    def stands_before(self, other: "_Named") -> bool:
        """Whether the merged person is named so rather than like ``other``, who comes first."""
        mine, theirs = (("FN" in one.lines, one.by_hand) for one in (self, other))
        if mine != theirs:
            return mine > theirs
        alike = likeness(*(name_forms(tuple(one.lines.values())) for one in (self, other)))
        as_many = len(self.text.split()) <= len(other.text.split())
        if alike in _SPELLED or (alike is MatchReason.SAME_NAME and as_many):
            return False
        return (len(self.text), self.newest) > (len(other.text), other.newest)


def _named(people: Sequence[Contact], by_hand: frozenset[PropertyId]) -> _Named | None:
    """Whose name stands, in full and in its parts; None where nobody has one."""
    best: _Named | None = None
    for person in people:
        lines = {name: item for name, item in best_lines(person.properties).items() if name in _NAME}
        if lines:
            found = _Named(person, lines, any(item.id in by_hand for item in lines.values()))
            if best is None or found.stands_before(best):
                best = found
    return best


def _of_name(field: MergeField, named: _Named) -> list[MergeValue]:
    """The one value of a name's field that stands: theirs, or where they have none one that says the same."""
    if field.name in named.lines:
        return [value for value in field.values if named.lines[field.name].id in value.lines]
    if own := [value for value in field.values if _stored(named.person) in value.holders]:
        return [_best(own)]  # how it sounds
    said = name_forms(tuple(named.lines.values()))
    found = [value for value in field.values if likeness(name_forms((value.item,)), said) in _SAYS_IT]
    return [_best(found)] if found else []


def _best(values: Sequence[MergeValue]) -> MergeValue:
    """What was typed by hand, else the longest, else the newest: lines are numbered as they come."""
    return max(
        values,
        key=lambda value: (
            value.by_hand,
            bool(value.item.value),
            len(value.item.text.strip()),
            max(value.lines),
        ),
    )


def _free_names(groups: set[str], person: Contact, taken: Sequence[Property]) -> dict[str, str | None]:
    """A name for each group of a person that no earlier line of the merged one has."""
    used = {_group(item) for item in taken} - {""}
    names: dict[str, str | None] = {}
    for group in sorted(groups & used):
        everybody = Contact(
            (*taken, *person.properties, *(Property("X", "", group=n) for n in names.values()))
        )
        names[group] = free_group(everybody)
    return names


def _group(item: Property) -> str:
    return (item.group or "").lower()


def _stored(person: Contact) -> ContactId:
    if person.id is None:
        raise ValueError("only people who are in the book can be merged")
    return person.id
