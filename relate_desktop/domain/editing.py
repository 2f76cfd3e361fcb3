"""Small edits of a contact's lines that leave everything else on them as it was."""

from collections.abc import Sequence
from dataclasses import replace

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.property import Parameter, Property, escape
from relate_desktop.domain.revaluing import retold


def with_single(contact: Contact, name: str, text: str | None) -> Contact:
    """The contact with the first property of this name saying ``text``.

    A missing one is added behind the others; None or blank text removes all of that name.
    """
    lines = contact.all(name)
    if text is None or not text.strip():
        return without_all(contact, lines)
    if not lines:
        return contact.added(Property(name, escape(text)))
    first = lines[0]
    changed = retold(first, text)
    return contact if changed is first else contact.replaced(first, changed)


def without_all(contact: Contact, lines: Sequence[Property]) -> Contact:
    """The contact without these properties; their groups' labels leave with them."""
    for line in lines:
        contact = contact.without(line)
    return contact


def with_parameter(item: Property, name: str, *values: str) -> Property:
    """The line with the parameter set in its place, else behind the others.

    No values removes it. Several parameters of the same name become one.
    """
    wanted = name.upper()
    parameters: list[Parameter] = []
    placed = not values
    for parameter in item.parameters:
        if parameter.name is None or parameter.name.upper() != wanted:
            parameters.append(parameter)
        elif not placed:
            parameters.append(Parameter(parameter.name, values))
            placed = True
    if not placed:
        parameters.append(Parameter(name, values))
    return replace(item, parameters=tuple(parameters))


def without_types(item: Property, words: frozenset[str]) -> Property:
    """The line without these TYPE words (lower case), bare vCard 2.1 words included."""
    parameters: list[Parameter] = []
    for parameter in item.parameters:
        if parameter.name is not None and parameter.name.upper() != "TYPE":
            parameters.append(parameter)
            continue
        kept = tuple(left for value in parameter.values if (left := _words_left(value, words)))
        if kept:
            parameters.append(parameter if kept == parameter.values else Parameter(parameter.name, kept))
    return replace(item, parameters=tuple(parameters))


def with_type(item: Property, word: str) -> Property:
    """The line with one more TYPE word, in the way the line already writes its types."""
    if word.lower() in item.types:
        return item
    own = [index for index, parameter in enumerate(item.parameters) if _is_type(parameter)]
    if not own:
        return replace(item, parameters=(*item.parameters, Parameter("TYPE", (word,))))
    last = item.parameters[own[-1]]
    if last.name is not None and len(last.values) > 1:
        fresh: tuple[Parameter, ...] = (Parameter(last.name, (*last.values, word)),)
    else:
        fresh = (last, Parameter(last.name, (word,)))
    parameters = (*item.parameters[: own[-1]], *fresh, *item.parameters[own[-1] + 1 :])
    return replace(item, parameters=parameters)


def free_group(contact: Contact) -> str:
    """A group name no line of the contact uses, as Apple names them: ``item1``."""
    taken = {item.group.lower() for item in contact.properties if item.group}
    number = 1
    while f"item{number}" in taken:
        number += 1
    return f"item{number}"


def _is_type(parameter: Parameter) -> bool:
    if parameter.name is not None:
        return parameter.name.upper() == "TYPE"
    return bool(parameter.values) and parameter.values[0].upper() not in _BARE_ENCODINGS


def _words_left(value: str, words: frozenset[str]) -> str:
    if "," not in value:
        return "" if value.strip().lower() in words else value
    return ",".join(word for word in value.split(",") if word.strip().lower() not in words)


_BARE_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"})
