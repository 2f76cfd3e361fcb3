"""The same person as different phones and programs write them."""

import base64
from collections.abc import Callable
from quopri import encodestring

from tests.bench.invented import Invented
from tests.bench.names import READINGS


def android(person: Invented) -> bytes:
    """vCard 2.1: bare types, quoted-printable for whatever is not ASCII, a blank line behind a picture."""
    lines = [b"BEGIN:VCARD", b"VERSION:2.1"]
    lines += _printable("N", f"{_semicolons(person.family)};{_semicolons(person.given)};;;")
    lines += _printable("FN", person.name)
    if person.land.sound and person.family in READINGS:
        lines += _printable("X-PHONETIC-LAST-NAME", READINGS[person.family])
    lines += [
        f"TEL;{kind}:{phone}".encode()
        for kind, phone in zip(("CELL", "HOME", "WORK;FAX"), person.phones, strict=False)
    ]
    lines += [
        f"EMAIL;{kind}:{address}".encode()
        for kind, address in zip(("HOME", "WORK"), person.emails, strict=False)
    ]
    lines += _printable("ADR;HOME", f";;{person.street};{person.city};;;{person.land.country}")
    if person.company:
        lines += _printable("ORG", _semicolons(person.company))
    if person.role:
        lines += _printable("TITLE", person.role)
    if person.birthday:
        lines.append(f"BDAY:{person.birthday}".encode())
    if person.note:
        lines += _printable("NOTE", person.note)
    if person.nickname:
        lines += _printable(
            "X-ANDROID-CUSTOM", f"vnd.android.cursor.item/nickname;{person.nickname};1;;;;;;;;;;;;;"
        )
    if person.site:
        lines.append(f"URL:{person.site}".encode())
    if person.handle:
        lines.append(f"X-SKYPE-USERNAME;HOME:{person.handle}".encode())
    if person.photo:
        lines += [b"PHOTO;ENCODING=BASE64;PNG:" + _folded_base64(person.photo, 26), b""]
    return _card(lines)


def apple(person: Invented) -> bytes:
    """vCard 3.0 with groups, labels and lower-case types."""
    lines = [b"BEGIN:VCARD", b"VERSION:3.0", b"PRODID:-//Apple Inc.//iPhone OS 18.1//EN"]
    lines += _text("N", f"{_escaped(person.family)};{_escaped(person.given)};;;")
    lines += _text("FN", _escaped(person.name))
    if person.company:
        lines += _text("ORG", f"{_escaped(person.company)};")
    for number, address in enumerate(person.emails, 1):
        lines.append(f"item{number}.EMAIL;type=INTERNET;type=pref:{address}".encode())
        lines.append(f"item{number}.X-ABLabel:{('_$!<Other>!$_', 'Atelier')[number % 2]}".encode())
    kinds = ("type=CELL;type=VOICE;type=pref", "type=HOME;type=VOICE", "type=WORK;type=FAX")
    lines += [f"TEL;{kind}:{phone}".encode() for kind, phone in zip(kinds, person.phones, strict=False)]
    lines += _text(
        "item9.ADR;type=HOME", f";;{_escaped(person.street)};{person.city};;;{person.land.country}"
    )
    lines.append(b"item9.X-ABADR:gb")
    if person.birthday:
        year = person.birthday if person.place % 4 else f"1604{person.birthday[4:]}"
        omit = "" if person.place % 4 else ";X-APPLE-OMIT-YEAR=1604"
        lines.append(f"BDAY{omit}:{year}".encode())
    if person.note:
        lines += _text("NOTE", _escaped(person.note))
    if person.nickname:
        lines += _text("NICKNAME", _escaped(person.nickname))
    if person.site:
        lines.append(f"item8.URL;type=pref:{person.site}".encode())
        lines.append(b"item8.X-ABLabel:_$!<HomePage>!$_")
    if person.handle:
        lines.append(
            f"X-SOCIALPROFILE;type=twitter;x-user={person.handle}:https://social.example/{person.handle}".encode()
        )
        lines.append(f"IMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:{person.handle}".encode())
    if person.photo:
        lines.append(b"PHOTO;ENCODING=b;TYPE=PNG:" + _folded_base64(person.photo, 26))
    return _card(lines)


def google(person: Invented) -> bytes:
    """vCard 3.0 with upper-case types and circles."""
    lines = [b"BEGIN:VCARD", b"VERSION:3.0"]
    lines += _text("FN", _escaped(person.name))
    lines += _text("N", f"{_escaped(person.family)};{_escaped(person.given)};;;")
    lines += [
        f"EMAIL;TYPE=INTERNET;TYPE={kind}:{address}".encode()
        for kind, address in zip(("HOME", "WORK"), person.emails, strict=False)
    ]
    lines += [
        f"TEL;TYPE={kind}:{phone}".encode()
        for kind, phone in zip(("CELL", "HOME", "WORK"), person.phones, strict=False)
    ]
    lines += _text("ADR;TYPE=HOME", f";;{_escaped(person.street)};{person.city};;;{person.land.country}")
    if person.company:
        lines += _text("ORG", _escaped(person.company))
    if person.role:
        lines += _text("TITLE", _escaped(person.role))
    if person.birthday:
        lines.append(f"BDAY:{person.birthday.replace('-', '')}".encode())
    if person.note:
        lines += _text("NOTE", _escaped(person.note))
    if person.nickname:
        lines += _text("NICKNAME", _escaped(person.nickname))
    if person.site:
        lines.append(f"item1.URL:{person.site}".replace("://", "\\://").encode())
        lines.append(b"item1.X-ABLabel:PROFILE")
    if person.handle:
        lines.append(f"X-PHONETIC-FIRST-NAME:{person.handle}".encode())
    lines += _text("CATEGORIES", ",".join((*person.circles, "myContacts")))
    if person.photo:
        lines.append(b"PHOTO;ENCODING=B;TYPE=PNG:" + _folded_base64(person.photo, 26))
    return _card(lines)


def nextcloud(person: Invented) -> bytes:
    """vCard 4.0 with UID, data URIs and preferences."""
    lines = [b"BEGIN:VCARD", b"VERSION:4.0", b"PRODID:-//Sabre//Sabre VObject 4.5.4//EN"]
    lines.append(f"UID:urn:uuid:{person.uid}".encode())
    lines += _text("FN", _escaped(person.name))
    lines += _text("N", f"{_escaped(person.family)};{_escaped(person.given)};;;")
    lines += [
        f"EMAIL;TYPE={kind};PREF={place}:{address}".encode()
        for place, (kind, address) in enumerate(zip(("home", "work"), person.emails, strict=False), 1)
    ]
    lines += [
        f'TEL;VALUE=text;TYPE="{kind}":{phone}'.encode()
        for kind, phone in zip(("cell,voice", "home", "work,fax"), person.phones, strict=False)
    ]
    lines += _text("ADR;TYPE=home", f";;{_escaped(person.street)};{person.city};;;{person.land.country}")
    if person.company:
        lines += _text("ORG", _escaped(person.company))
    if person.birthday:
        day = (
            person.birthday.replace("-", "")
            if person.place % 5
            else f"--{person.birthday[5:].replace('-', '')}"
        )
        lines.append(f"BDAY;VALUE=date:{day}".encode())
    if person.note:
        lines += _text("NOTE", _escaped(person.note))
    if person.nickname:
        lines += _text("NICKNAME", _escaped(person.nickname))
    if person.site:
        lines.append(f"URL;VALUE=uri:{person.site}".encode())
    if person.handle:
        lines.append(f"X-SOCIALPROFILE;TYPE=MASTODON:https://social.example/@{person.handle}".encode())
        lines.append(f"IMPP;TYPE=home:xmpp:{person.handle}@chat.example".encode())
    if person.circles:
        lines += _text("CATEGORIES", ",".join(person.circles))
    if person.photo:
        lines.append(b"PHOTO:data:image/png;base64," + _folded_base64(person.photo, 29))
    lines.append(f"REV:20{person.place % 20 + 5:02}0314T092653Z".encode())
    return _card(lines)


DIALECTS: tuple[Callable[[Invented], bytes], ...] = (android, apple, google, nextcloud)


def _card(lines: list[bytes]) -> bytes:
    return b"\r\n".join([*lines, b"END:VCARD", b""])


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")


def _semicolons(text: str) -> str:
    return text.replace(";", "\\;")


def _printable(name: str, value: str) -> list[bytes]:
    """A line of vCard 2.1, in quoted-printable where it is not ASCII."""
    if value.isascii():
        return [f"{name}:{value}".encode()]
    coded = encodestring(value.encode()).replace(b"=\n", b"=\r\n")
    return [f"{name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:".encode() + coded]


def _text(name: str, value: str) -> list[bytes]:
    """A line of vCard 3.0 or 4.0, folded at 75 bytes between characters."""
    line, start = f"{name}:{value}", ""
    pieces = []
    while len((start + line).encode()) > 75:
        cut = 74
        while len((start + line[:cut]).encode()) > 75:
            cut -= 1
        pieces.append((start + line[:cut]).encode())
        line, start = line[cut:], " "
    return [*pieces, (start + line).encode()]


def _folded_base64(content: bytes, used: int) -> bytes:
    text = base64.b64encode(content)
    first = 75 - used
    lines = [text[:first], *(text[start : start + 74] for start in range(first, len(text), 74))]
    return b"\r\n ".join(lines)
