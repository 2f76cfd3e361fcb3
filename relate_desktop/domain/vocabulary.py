"""Which property names Relate understands, of which shape their values are, and how often they may stand.

The tables of RFC 6350 section 6, RFC 2426, vCard 2.1 and RFC 9554, and the names other
programs invented.
"""

from enum import StrEnum
from functools import lru_cache


class ValueShape(StrEnum):
    """How a value is spelled, and so what escaping it carries."""

    TEXT = "text"
    LIST = "list"
    STRUCTURED = "structured"
    DATE = "date"
    URI = "uri"
    MEDIA = "media"
    PLAIN = "plain"
    """Whatever its author meant: left exactly as written."""


VERSIONS = ("2.1", "3.0", "4.0")

_ALL = frozenset(VERSIONS)
_OLD = frozenset({"2.1", "3.0"})
_THREE = frozenset({"3.0"})
_NEW = frozenset({"3.0", "4.0"})
_FOUR = frozenset({"4.0"})
_ONE_TEXT = ValueShape.TEXT
_DATE = ValueShape.DATE

_STANDARD: dict[str, tuple[ValueShape, frozenset[str]]] = {
    "VERSION": (_ONE_TEXT, _ALL),
    "SOURCE": (ValueShape.URI, _NEW),
    "KIND": (_ONE_TEXT, _FOUR),
    "XML": (_ONE_TEXT, _FOUR),
    "NAME": (_ONE_TEXT, _THREE),
    "PROFILE": (_ONE_TEXT, _THREE),
    "FN": (_ONE_TEXT, _ALL),
    "N": (ValueShape.STRUCTURED, _ALL),
    "NICKNAME": (ValueShape.LIST, _NEW),
    "PHOTO": (ValueShape.MEDIA, _ALL),
    "BDAY": (_DATE, _ALL),
    "ANNIVERSARY": (_DATE, _FOUR),
    "DEATHDATE": (_DATE, _FOUR),
    "BIRTHPLACE": (_ONE_TEXT, _FOUR),
    "DEATHPLACE": (_ONE_TEXT, _FOUR),
    "GENDER": (ValueShape.STRUCTURED, _FOUR),
    "GRAMGENDER": (_ONE_TEXT, _FOUR),
    "PRONOUNS": (_ONE_TEXT, _FOUR),
    "ADR": (ValueShape.STRUCTURED, _ALL),
    "LABEL": (_ONE_TEXT, _OLD),
    "TEL": (_ONE_TEXT, _ALL),
    "EMAIL": (_ONE_TEXT, _ALL),
    "MAILER": (_ONE_TEXT, _OLD),
    "IMPP": (ValueShape.URI, _NEW),
    "LANG": (_ONE_TEXT, _FOUR),
    "LANGUAGE": (_ONE_TEXT, _FOUR),
    "TZ": (_ONE_TEXT, _ALL),
    "GEO": (ValueShape.PLAIN, _ALL),
    "TITLE": (_ONE_TEXT, _ALL),
    "ROLE": (_ONE_TEXT, _ALL),
    "LOGO": (ValueShape.MEDIA, _ALL),
    "AGENT": (ValueShape.PLAIN, _OLD),
    "ORG": (ValueShape.STRUCTURED, _ALL),
    "MEMBER": (ValueShape.URI, _FOUR),
    "RELATED": (ValueShape.URI, _FOUR),
    "CATEGORIES": (ValueShape.LIST, _NEW),
    "NOTE": (_ONE_TEXT, _ALL),
    "PRODID": (_ONE_TEXT, _NEW),
    "REV": (ValueShape.PLAIN, _ALL),
    "SORT-STRING": (_ONE_TEXT, _THREE),
    "SOUND": (ValueShape.MEDIA, _ALL),
    "UID": (_ONE_TEXT, _ALL),
    "CLIENTPIDMAP": (ValueShape.PLAIN, _FOUR),
    "URL": (ValueShape.URI, _ALL),
    "CLASS": (_ONE_TEXT, _THREE),
    "KEY": (ValueShape.MEDIA, _ALL),
    "FBURL": (ValueShape.URI, _FOUR),
    "CALADRURI": (ValueShape.URI, _FOUR),
    "CALURI": (ValueShape.URI, _FOUR),
    "EXPERTISE": (_ONE_TEXT, _FOUR),
    "HOBBY": (_ONE_TEXT, _FOUR),
    "INTEREST": (_ONE_TEXT, _FOUR),
    "ORG-DIRECTORY": (ValueShape.URI, _FOUR),
    "CONTACT-URI": (ValueShape.URI, _FOUR),
    "SOCIALPROFILE": (ValueShape.URI, _FOUR),
    "CREATED": (_ONE_TEXT, _FOUR),
    "JSPROP": (_ONE_TEXT, _FOUR),
}

_EXTENDED = {
    **dict.fromkeys(
        (
            "X-ABLABEL",
            "X-ABADR",
            "X-ABRELATEDNAMES",
            "X-ABSHOWAS",
            "X-ADDRESSBOOKSERVER-KIND",
            "X-ADDRESSBOOKSERVER-MEMBER",
            "X-AIM",
            "X-ASSISTANT",
            "X-DEPARTMENT",
            "X-EVOLUTION-ASSISTANT",
            "X-EVOLUTION-FILE-AS",
            "X-EVOLUTION-MANAGER",
            "X-EVOLUTION-SPOUSE",
            "X-GADUGADU",
            "X-GOOGLE TALK",
            "X-GOOGLE-TALK",
            "X-GROUPWISE",
            "X-GTALK",
            "X-ICQ",
            "X-JABBER",
            "X-KADDRESSBOOK-X-ASSISTANTSNAME",
            "X-KADDRESSBOOK-X-IMADDRESS",
            "X-KADDRESSBOOK-X-MANAGERSNAME",
            "X-KADDRESSBOOK-X-SPOUSESNAME",
            "X-MAIDENNAME",
            "X-MANAGER",
            "X-MATRIX",
            "X-MS-ASSISTANT",
            "X-MS-IMADDRESS",
            "X-MS-MANAGER",
            "X-MS-SPOUSE",
            "X-MSN",
            "X-PHONETIC-FIRST-NAME",
            "X-PHONETIC-LAST-NAME",
            "X-PHONETIC-MIDDLE-NAME",
            "X-PRONOUNS",
            "X-QQ",
            "X-SIP",
            "X-SKYPE",
            "X-SKYPE-USERNAME",
            "X-SPOUSE",
            "X-TWITTER",
            "X-WAB-SPOUSE-NAME",
            "X-WAB-SPOUSE_NAME",
            "X-YAHOO",
            "X-YAHOO-ID",
            "X-RELATE-CALL",
            "X-RELATE-FILE-UNDER",
            "X-RELATE-HOUSEHOLD",
            "X-RELATE-ID",
            "X-RELATE-LATIN",
            "X-RELATE-MET",
            "X-RELATE-PRONOUNS",
            "X-RELATE-SALUTATION",
        ),
        ValueShape.TEXT,
    ),
    **dict.fromkeys(
        (
            "X-ABDATE",
            "X-ANNIVERSARY",
            "X-EVOLUTION-ANNIVERSARY",
            "X-KADDRESSBOOK-X-ANNIVERSARY",
            "X-MS-ANNIVERSARY",
            "X-WAB-WEDDING-ANNIVERSARY",
            "X-WAB-WEDDING_ANNIVERSARY",
        ),
        ValueShape.DATE,
    ),
    **dict.fromkeys(
        ("X-EVOLUTION-BLOG-URL", "X-EVOLUTION-VIDEO-URL", "X-KADDRESSBOOK-BLOGFEED", "X-SOCIALPROFILE"),
        ValueShape.URI,
    ),
    "X-ANDROID-CUSTOM": ValueShape.PLAIN,
}

ALWAYS_SINGLE = frozenset(
    {
        "VERSION",
        "FN",
        "N",
        "BDAY",
        "ANNIVERSARY",
        "DEATHDATE",
        "BIRTHPLACE",
        "DEATHPLACE",
        "GENDER",
        "KIND",
        "UID",
        "REV",
        "PRODID",
        "PROFILE",
        "NAME",
        "MAILER",
        "CLASS",
        "SORT-STRING",
        "CREATED",
        "LANGUAGE",
        "X-ABSHOWAS",
        "X-ADDRESSBOOKSERVER-KIND",
        "X-ABUID",
        "X-ANNIVERSARY",
        "X-EVOLUTION-ANNIVERSARY",
        "X-EVOLUTION-FILE-AS",
        "X-EVOLUTION-SPOUSE",
        "X-GENDER",
        "X-KADDRESSBOOK-X-ANNIVERSARY",
        "X-MAIDENNAME",
        "X-MS-ANNIVERSARY",
        "X-PHONETIC-FIRST-NAME",
        "X-PHONETIC-LAST-NAME",
        "X-PHONETIC-MIDDLE-NAME",
        "X-SPOUSE",
        "X-RELATE-CALL",
        "X-RELATE-FILE-UNDER",
        "X-RELATE-HOUSEHOLD",
        "X-RELATE-LATIN",
        "X-RELATE-MET",
        "X-RELATE-SALUTATION",
    }
)
"""Names of which a person has one: another value of it is a contradiction, not an addition."""

USUALLY_SINGLE = frozenset({"PHOTO", "LOGO", "ORG", "TITLE", "ROLE", "TZ", "GEO", "PRONOUNS", "NICKNAME"})
"""Names that may repeat, but where one against one is a change and not an addition."""

BOOKKEEPING = frozenset({"REV", "PRODID", "VERSION"})
"""Names that say something of the card and nothing of the person."""


@lru_cache(maxsize=4096)
def understood(name: str) -> bool:
    """Whether Relate reads a typed value out of this property; others are kept as they are."""
    key = name.upper()
    return key in _STANDARD or key in _EXTENDED


@lru_cache(maxsize=4096)
def value_shape(name: str) -> ValueShape:
    """How values of this name are spelled; PLAIN for names nobody knows."""
    key = name.upper()
    if key in _STANDARD:
        return _STANDARD[key][0]
    return _EXTENDED.get(key, ValueShape.PLAIN)


@lru_cache(maxsize=4096)
def versions_of(name: str) -> frozenset[str]:
    """The vCard versions that know the name; every version may carry an X- name."""
    key = name.upper()
    return _STANDARD[key][1] if key in _STANDARD else _ALL


def known_names() -> tuple[str, ...]:
    """Every understood name, in upper case and alphabetical order."""
    return tuple(sorted({*_STANDARD, *_EXTENDED}))
