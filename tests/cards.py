"""Builders of lines and contacts, written as a card writes them with canonical values."""

from hypothesis import strategies as st

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId, PropertyId
from relate_desktop.domain.property import Parameter, Property, escape


def a_line(text: str) -> Property:
    """One line: ``item1.TEL;TYPE=CELL;PREF:+49 30 1``; a parameter without ``=`` is a bare word."""
    head, _, value = text.partition(":")
    name, *parts = head.split(";")
    group, dot, rest = name.partition(".")
    parameters = tuple(_parameter(part) for part in parts)
    return Property(rest if dot else name, value, parameters, group if dot else None)


def lines(*texts: str) -> tuple[Property, ...]:
    """Several lines in order."""
    return tuple(a_line(text) for text in texts)


def a_contact(*texts: str) -> Contact:
    """A contact of these lines, not stored."""
    return Contact(lines(*texts))


def a_stored_contact(*texts: str) -> Contact:
    """A contact as the book holds it: lines numbered from 1."""
    numbered = (
        Property(item.name, item.value, item.parameters, item.group, PropertyId(number))
        for number, item in enumerate(lines(*texts), start=1)
    )
    return Contact(tuple(numbered), ContactId(7))


def written(contact: Contact) -> list[str]:
    """The contact's lines as ``a_line`` reads them."""
    return [_written(item) for item in contact.properties]


def _written(item: Property) -> str:
    group = f"{item.group}." if item.group else ""
    parameters = "".join(
        f";{parameter.name}={','.join(parameter.values)}" if parameter.name else f";{parameter.values[0]}"
        for parameter in item.parameters
    )
    return f"{group}{item.name}{parameters}:{item.value}"


def _parameter(text: str) -> Parameter:
    name, equals, values = text.partition("=")
    return Parameter(name, tuple(values.split(","))) if equals else Parameter(None, (text,))


words = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)
names = st.sampled_from(
    [
        "FN",
        "n",
        "Tel",
        "EMAIL",
        "ADR",
        "URL",
        "IMPP",
        "ORG",
        "NOTE",
        "CATEGORIES",
        "BDAY",
        "X-ABLabel",
        "X-FOO",
    ]
)
parameters = st.builds(
    Parameter,
    st.sampled_from([None, "TYPE", "type", "PREF", "LABEL", "X-SERVICE-TYPE", "LANGUAGE"]),
    st.lists(
        st.sampled_from(["home", "WORK", "cell", "pref", "1", "x", "fax", "X-Own"]), min_size=1, max_size=3
    ).map(tuple),
)
properties = st.builds(
    Property,
    names,
    st.one_of(words.map(escape), st.lists(words.map(escape), max_size=4).map(";".join)),
    st.lists(parameters, max_size=3).map(tuple),
    st.sampled_from([None, "item1", "item2", "ITEM1"]),
)
contacts = st.builds(Contact, st.lists(properties, max_size=10).map(tuple))
