"""Which kind of value each property holds: what decides how it is escaped and typed."""

from enum import Enum

from relate_desktop.domain.property import Property


class ValueKind(Enum):
    """The kinds of values (RFC 6350 section 4); the value is the jCard type identifier."""

    TEXT = "text"
    LIST = "text,"
    """Texts divided by commas."""
    STRUCTURED = "text;"
    """Components divided by semicolons, each a list of texts."""
    URI = "uri"
    DATE = "date-and-or-time"
    TIMESTAMP = "timestamp"
    LANGUAGE = "language-tag"
    OFFSET = "utc-offset"
    INTEGER = "integer"
    FLOAT = "float"
    BOOLEAN = "boolean"
    UNKNOWN = "unknown"
    """Copied as it stands."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


RFC_2426 = _names(
    "FN N NICKNAME PHOTO BDAY ADR LABEL TEL EMAIL MAILER TZ GEO TITLE ROLE LOGO AGENT ORG CATEGORIES NOTE "
    "PRODID REV SORT-STRING SOUND UID URL VERSION CLASS KEY NAME PROFILE SOURCE IMPP CALURI FBURL CALADRURI "
    "CAPURI"
)
"""What vCard 3.0 defines (RFC 2426, 2739 and 4770)."""

RFC_6350 = _names(
    "SOURCE KIND XML FN N NICKNAME PHOTO BDAY ANNIVERSARY GENDER ADR TEL EMAIL IMPP LANG TZ GEO TITLE ROLE "
    "LOGO ORG MEMBER RELATED CATEGORIES NOTE PRODID REV SOUND UID CLIENTPIDMAP URL VERSION KEY FBURL "
    "CALADRURI CALURI BIRTHPLACE DEATHPLACE DEATHDATE EXPERTISE HOBBY INTEREST ORG-DIRECTORY CONTACT-URI "
    "CREATED GRAMGENDER LANGUAGE PRONOUNS SOCIALPROFILE JSPROP"
)
"""What vCard 4.0 defines (RFC 6350, 6474, 6715, 8605, 9554 and 9555)."""

EMBEDDED = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
"""Properties whose value is embedded content or a URI that leads to it."""

DATES = frozenset({"BDAY", "ANNIVERSARY", "DEATHDATE"})

_KINDS = {
    ValueKind.TEXT: "FN NOTE TITLE ROLE EMAIL TEL LABEL MAILER SORT-STRING CLASS NAME PROFILE PRODID XML "
    "KIND AGENT EXPERTISE HOBBY INTEREST BIRTHPLACE DEATHPLACE GRAMGENDER PRONOUNS TZ JSPROP UID",
    ValueKind.LIST: "NICKNAME CATEGORIES",
    ValueKind.STRUCTURED: "N ADR ORG GENDER CLIENTPIDMAP",
    ValueKind.URI: "URL SOURCE PHOTO LOGO SOUND KEY IMPP RELATED MEMBER FBURL CALADRURI CALURI CAPURI GEO "
    "ORG-DIRECTORY CONTACT-URI SOCIALPROFILE",
    ValueKind.DATE: "BDAY ANNIVERSARY DEATHDATE",
    ValueKind.TIMESTAMP: "REV CREATED",
    ValueKind.LANGUAGE: "LANG LANGUAGE",
}
_DEFAULTS = {name: kind for kind, names in _KINDS.items() for name in _names(names)}
_NAMED = {
    "text": ValueKind.TEXT,
    "ptext": ValueKind.TEXT,
    "phone-number": ValueKind.TEXT,
    "uri": ValueKind.URI,
    "url": ValueKind.URI,
    "cid": ValueKind.URI,
    "content-id": ValueKind.URI,
    "date": ValueKind.DATE,
    "date-time": ValueKind.DATE,
    "time": ValueKind.DATE,
    "date-and-or-time": ValueKind.DATE,
    "timestamp": ValueKind.TIMESTAMP,
    "boolean": ValueKind.BOOLEAN,
    "integer": ValueKind.INTEGER,
    "float": ValueKind.FLOAT,
    "utc-offset": ValueKind.OFFSET,
    "language-tag": ValueKind.LANGUAGE,
}


def default_kind(key: str) -> ValueKind:
    """The kind that a property has by its name, given in upper case."""
    return _DEFAULTS.get(key, ValueKind.UNKNOWN)


def value_kind(item: Property) -> ValueKind:
    """The kind of this property's value: by its VALUE parameter, else by its name."""
    default = default_kind(item.key)
    for parameter in item.parameters:
        if parameter.name is not None and parameter.name.upper() == "VALUE" and parameter.values:
            named = _NAMED.get(parameter.values[0].lower(), default)
            keeps_parts = named is ValueKind.TEXT and default in {ValueKind.LIST, ValueKind.STRUCTURED}
            return default if keeps_parts else named
    return default
