"""Address labels: lines of their own before 4.0, a parameter of the address since."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from relate_desktop.domain.property import Parameter, Property, escape
from relate_desktop.formats.vcard import parameters as parameter

_EMPTY_ADDRESS = ";;;;;;"


def joined_labels(properties: list[Property]) -> list[Property]:
    """LABEL lines as LABEL parameters of the addresses they belong to.

    A label belongs to the address of its group, else to one with the same types, else to the
    only one there is; one that belongs to none becomes an empty address with a label.
    """
    labels = [position for position, item in enumerate(properties) if item.key == "LABEL"]
    if not labels:
        return properties
    joined = list(properties)
    gone = set()
    for position in labels:
        label = properties[position]
        owner = _owner(joined, label, len(labels))
        if owner is None:
            joined[position] = replace(_labelled(label, label), name="ADR", value=_EMPTY_ADDRESS)
        else:
            joined[owner] = _labelled(joined[owner], label)
            gone.add(position)
    return [item for position, item in enumerate(joined) if position not in gone]


def split_labels(properties: Sequence[Property]) -> Iterator[Property]:
    """LABEL parameters as LABEL lines behind their addresses."""
    for item in properties:
        text = parameter.value_of(item.parameters, "LABEL") if item.key == "ADR" else None
        if text is None:
            yield item
            continue
        kept = parameter.without(item.parameters, "LABEL")
        if item.value.strip(";"):
            yield replace(item, parameters=kept)
        shared = tuple(one for one in kept if one.name is not None and one.name.upper() in _SHARED)
        yield Property("LABEL", escape(text), shared, item.group)


_SHARED = frozenset({"TYPE", "LANGUAGE"})


def _labelled(address: Property, label: Property) -> Property:
    return replace(address, parameters=(*address.parameters, Parameter("LABEL", (label.text,))))


def _owner(properties: list[Property], label: Property, labels: int) -> int | None:
    free = [
        position
        for position, item in enumerate(properties)
        if item.key == "ADR" and parameter.value_of(item.parameters, "LABEL") is None
    ]
    if label.group is not None:
        wanted = label.group.lower()
        for position in free:
            group = properties[position].group
            if group is not None and group.lower() == wanted:
                return position
    types = parameter.type_words(label.parameters)
    for position in free:
        if parameter.type_words(properties[position].parameters) == types:
            return position
    addresses = sum(1 for item in properties if item.key == "ADR")
    return free[0] if free and labels == 1 and addresses == 1 else None
