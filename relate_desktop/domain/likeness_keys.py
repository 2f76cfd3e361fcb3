"""Numbers, addresses and whatever else people share, each as it is compared."""

import re
from collections.abc import Sequence
from functools import lru_cache

from relate_desktop.domain.matching import COMPARED_DIGITS, SHORTEST_PHONE, email_key
from relate_desktop.domain.property import Property
from relate_desktop.domain.text import digits, fold, squeezed

SHORTEST_NUMBER = 7
"""Digits in which two numbers of different length must agree."""
EXTENDED = "x"
"""What stands between a number and its extension."""
_SHORTEST_UID = 8
_SHORTEST_OTHER = 8
_SHORTEST_HANDLE = 3
_GMAIL = ("gmail.com", "googlemail.com")
_EXTENSION = re.compile(
    r"(?<=\d)[\s)]*(?:[;,]?\s*ext(?:n|ension)?\b[.:=]?|;ext=|x|#|(?:\\?[,;])+|[pw]|durchwahl|poste|int)\.?\s*(\d{1,6})\s*\Z",
    re.IGNORECASE,
)
_ARGENTINE_MOBILE = re.compile(r"0([1-9]\d{1,3}?)15(\d{6,8})|549(\d{10})", re.ASCII)
"""A mobile of Argentina: called at home with 15 behind the town's code, from abroad with 9 before it."""
_ARGENTINE_LENGTH = 10
_FAMILY = re.compile(r"\A(?:the|fam|familie|family|les|die|los|fam[íi]lia|famiglia)[-._]?(?=...)")
_FETCHED = re.compile(r"\Ahttps?://(?:www\.)?")
_SIGNED = re.compile(r"(\A|[:/])@")
"""The sign before a name that some people write and others do not."""
_SEPARATED = re.compile(r"[-._+]")
_ROLE_WORDS = """
info infos information informationen office buero büro kontakt contact contacts contato contatti contacto
hello hallo hola bonjour mail email post posta postmaster webmaster sales verkauf vertrieb vendite ventas
vendas support hilfe help helpdesk servicedesk team admin administration administracion amministrazione
service services servicio servizio kundenservice kundendienst shop store laden praxis kanzlei studio bureau
atelier werkstatt family familie fam famille familia famiglia rodzina rodina billing accounts accounting
buchhaltung rechnung rechnungen invoice invoices facturas fatture booking bookings reservation reservations
reservierung buchung press presse prensa media jobs karriere career careers bewerbung hr personal rh welcome
willkommen reception rezeption empfang empfangen frontdesk secretary sekretariat secretariat secretaria
segreteria sekretariatet enquiries enquiry inquiry inquiries anfrage anfragen noreply no-reply donotreply
newsletter marketing bestellung pedidos ordini verwaltung vorstand board direktion direction direccion
gemeinde pfarramt schule school staff crew everyone all alle group gruppe verein club biuro kancelaria iroda
toimisto kontor kontoret asiakaspalvelu info1 it edv
"""
_ROLES = frozenset(_ROLE_WORDS.split())


@lru_cache(maxsize=65_536)
def read_by_several(address: str) -> bool:
    """Whether an e-mail address is of the kind that several people read."""
    local = address.partition("@")[0]
    return local in _ROLES or _SEPARATED.split(local, maxsplit=1)[0] in _ROLES


def family_in(address: str) -> str:
    """The name that is all of an address, without what families put before it: ``the.kings@``, ``king@``."""
    local = address.rpartition("@")[0]
    return _FAMILY.sub("", local)


def organization_key(item: Property) -> str:
    """A company as it is compared: folded, without its departments."""
    name = item.components[0][0] if "\\" in item.value else item.value.partition(";")[0]
    return squeezed(fold(name))


def address_key(item: Property) -> str:
    """A postal address as it is compared: street and place, folded; empty where there is no street."""
    plain = "\\" not in item.value
    parts = item.value.split(";") if plain else [" ".join(part) for part in item.components]
    if len(parts) < 4:
        return ""
    street = squeezed(fold(parts[2])).replace("str.", "strasse").replace("street", "st")
    place = squeezed(fold(parts[5] if len(parts) > 5 and parts[5].strip() else parts[3]))
    return f"{street}\x1f{place}" if street else ""


def handle_key(item: Property) -> str:
    """A handle as it is compared, with its service; empty for what is too short to be one's own."""
    text = _SIGNED.sub(r"\1", fold(item.text.strip()).rstrip("/"))
    name = text.rpartition("/")[2].rpartition(":")[2]
    if len(name) < _SHORTEST_HANDLE:
        return ""
    kind = item.key if item.key.startswith("X-") and "SOCIAL" not in item.key else ""
    service = (item.parameter("SERVICE-TYPE") or item.parameter("X-SERVICE-TYPE") or (item.types or (kind,)))[
        0
    ]
    return f"{service.lower().removeprefix('x-')}\x1f{text.removeprefix('https://').removeprefix('http://')}"


def mailbox_key(text: str) -> str:
    """The mailbox behind an e-mail address: what stands behind a plus leads to the same one.

    With Gmail full stops do not count, and ``googlemail.com`` is the same place.
    """
    address = email_key(text)
    local, _at, host = address.rpartition("@")
    plain = local.partition("+")[0]
    if host in _GMAIL:
        host, plain = _GMAIL[0], plain.replace(".", "")
    return f"{plain}@{host}" if plain else address


def number_key(text: str) -> str:
    """A phone number as it is compared: its digits without the zeros that one dials first.

    What one dials once it has rung, an extension, stands behind an ``x``.
    """
    plain = text.partition(";phone-context")[0]
    behind = _EXTENSION.search(plain)
    if behind is not None:
        plain = plain[: behind.start()]
    number = _without_mobile_mark(digits(plain)).lstrip("0")
    if len(number) < SHORTEST_PHONE:
        return ""
    return f"{number}{EXTENDED}{digits(behind[1])}" if behind is not None else number


def _without_mobile_mark(number: str) -> str:
    """The number without what Argentina puts in only for mobiles, at a different place at home and abroad."""
    found = _ARGENTINE_MOBILE.fullmatch(number.removeprefix("00"))
    if found is None:
        return number
    town, rest, abroad = found.groups()
    if abroad is not None:
        return f"54{abroad}"
    return f"{town}{rest}" if len(town + rest) == _ARGENTINE_LENGTH else number


def without_extension(number: str) -> str:
    """The number of a whole house or company, of a ``number_key``."""
    return number.partition(EXTENDED)[0]


def same_numbers(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """Numbers of both that are one: with and without the code of the country or the town."""
    return [number for mine in one for theirs in other if _is_one(mine, theirs) for number in (mine, theirs)]


def _is_one(one: str, other: str) -> bool:
    """Whether two numbers ring in the same place; two extensions of one number do not."""
    if one == other:
        return True
    mine, _x, inside = one.partition(EXTENDED)
    theirs, _x, other_inside = other.partition(EXTENDED)
    compared = min(len(mine), len(theirs), COMPARED_DIGITS)
    alike = mine == theirs or (compared >= SHORTEST_NUMBER and mine[-compared:] == theirs[-compared:])
    return alike and (not inside or not other_inside or inside == other_inside)


def is_same_line(one: str, other: str) -> bool:
    """Whether two numbers are one telephone beyond doubt: alike but for the code of the country."""
    mine, _x, inside = one.partition(EXTENDED)
    theirs, _x, other_inside = other.partition(EXTENDED)
    short, long = sorted((mine, theirs), key=len)
    return len(short) > SHORTEST_NUMBER and long.endswith(short) and inside == other_inside


def uid_key(item: Property) -> str:
    """An identifier as it is compared; empty for numbers that every program counts from one."""
    text = item.value.strip().lower().removeprefix("urn:uuid:")
    return text if len(text) >= _SHORTEST_UID else ""


def other_key(item: Property) -> str:
    """Anything else two people may have in common, as it is compared; a page without how it is fetched."""
    text = squeezed(fold(item.text)).rstrip("/")
    if item.key == "URL":
        text = _FETCHED.sub("", text)
    return f"{item.key}\x1f{text}" if len(text) >= _SHORTEST_OTHER else ""
