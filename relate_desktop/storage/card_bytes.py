"""How a card's bytes lie in the book: compressed, its media spans beside them."""

import json

from relate_desktop.domain.draft import CardSource, MediaSpan
from relate_desktop.domain.ids import MediaHash
from relate_desktop.storage.journal import compact
from relate_desktop.storage.typical_text import TypicalText

_CARDS = TypicalText(
    b"X-ABLabel:_$!<HomePage>!$_\r\nitem1.X-ABADR:de\r\nX-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;"
    b"X-SOCIALPROFILE;type=twitter:https://twitter.com/IMPP;X-SERVICE-TYPE=Jabber:xmpp:REV:20240101T120000Z\r\n"
    b"UID:urn:uuid:CATEGORIES:myContacts\r\nBDAY;VALUE=date:1985-04-12\r\nNOTE;ENCODING=QUOTED-PRINTABLE:\r\n"
    b"PHOTO;ENCODING=b;TYPE=JPEG:\r\nPHOTO;ENCODING=BASE64;JPEG:\r\nURL;TYPE=WORK:https://www.\r\nTITLE:\r\n"
    b"ADR;TYPE=HOME:;;Strasse 1;Berlin;;10115;Germany\r\nADR;type=WORK;type=pref:;;Street;London;;;UK\r\n"
    b"ORG:GmbH;\r\nEMAIL;type=INTERNET;type=HOME;type=pref:@gmail.com\r\nEMAIL;TYPE=WORK:@example.com\r\n"
    b"item2.TEL;type=CELL;type=VOICE;type=pref:+49 151 \r\nTEL;TYPE=HOME,VOICE:+1 555 \r\nTEL;CELL:\r\n"
    b";CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=A4=C3=BC=0D=0A;\r\nNICKNAME:\r\nPRODID:-//Apple Inc."
    b"//iPhone OS//EN\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nVERSION:2.1\r\nVERSION:3.0\r\n"
    b"N:;;;\r\nFN:\r\nEND:VCARD\r\n"
)


def packed(skeleton: bytes) -> bytes:
    """A skeleton as it is kept."""
    return _CARDS.packed(skeleton)


def unpacked(column: bytes) -> bytes:
    """The skeleton of a kept card."""
    return _CARDS.unpacked(column)


def spans_column(source: CardSource) -> str | None:
    """A card's media spans as their column; None for a card without."""
    if not source.spans:
        return None
    return compact(
        [[s.start, s.length, s.hash, s.first_width, s.width, s.fold.decode("latin-1")] for s in source.spans]
    )


def source_of(skeleton: bytes, spans: str | None, sha256: bytes, version: str, charset: str) -> CardSource:
    """A card out of its columns."""
    cuts = json.loads(spans) if spans else ()
    return CardSource(
        skeleton=unpacked(skeleton),
        spans=tuple(MediaSpan(s[0], s[1], MediaHash(s[2]), s[3], s[4], s[5].encode("latin-1")) for s in cuts),
        sha256=sha256.hex(),
        version=version,
        charset=charset,
    )
