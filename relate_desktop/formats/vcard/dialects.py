"""Which rules a card follows where it does not say, and which program wrote it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from relate_desktop.domain.property import Property, unescape

_VERSION = re.compile(rb"(?:\A|[\r\n])[ \t]*VERSION[^:\r\n]{0,80}:[ \t]*(\d)", re.IGNORECASE)
_OLD_SIGNS = re.compile(
    rb"(?:\A|[\r\n])[\w.-]+;(?:HOME|WORK|CELL|VOICE|FAX|PREF|INTERNET|QUOTED-PRINTABLE|BASE64|[^:\r\n]*QUOTED-PRINTABLE|"
    rb"[^:\r\n]*=BASE64)[;:]",
    re.IGNORECASE,
)
_BY_DIGIT = {b"1": "2.1", b"2": "2.1", b"3": "3.0", b"4": "4.0"}
_VERSION_NUMBER = re.compile(r"[ /]*\b[Vv]?\d+(?:[.\-]\w+)*")

_MARKED = frozenset("XxPp")
_MARKS = (
    ("X-MS-", "Microsoft Outlook"),
    ("X-ANDROID-", "Android"),
    ("X-EVOLUTION-", "Evolution"),
    ("X-KADDRESSBOOK-", "KAddressBook"),
    ("X-MOZILLA-", "Mozilla"),
    ("X-WA-", "WhatsApp"),
    ("X-GAMMU-", "Gammu"),
    ("X-PILOT", "Palm"),
    ("X-IRMC-", "IrMC"),
    ("X-ZIMBRA", "Zimbra"),
    ("X-RADICALE-", "Radicale"),
    ("X-ABUID", "Apple"),
    ("X-ADDRESSBOOKSERVER-", "Apple"),
    ("X-GOOGLE-", "Google"),
    ("X-GTALK", "Google"),
)


def version_of(card: bytes) -> str:
    """``2.1``, ``3.0`` or ``4.0``: as the card says, wherever it says so, else as it looks."""
    if b"VERSION:3.0" in card[:40]:
        return "3.0"
    found = _VERSION.search(card)
    if found is not None and found[1] in _BY_DIGIT:
        return _BY_DIGIT[found[1]]
    return "2.1" if _OLD_SIGNS.search(card) else "3.0"


def producer_of(properties: Iterable[Property]) -> str:
    """The program that wrote the card: its PRODID without version numbers, else by its own names, else "".

    Versions are left out so that the next export of the same program counts as the same source.
    """
    guessed = ""
    for item in properties:
        if item.name[:1] not in _MARKED:
            continue
        key = item.name.upper()
        if key == "PRODID":
            return _program(item.value)
        if not guessed:
            guessed = _by_own_name(key)
    return guessed


@lru_cache(maxsize=256)
def _program(product: str) -> str:
    return _VERSION_NUMBER.sub("", unescape(product)).strip()


@lru_cache(maxsize=1024)
def _by_own_name(key: str) -> str:
    return next((name for mark, name in _MARKS if key.startswith(mark)), "")
