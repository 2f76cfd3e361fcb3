"""People who do not exist: names in many scripts, messy numbers, here and there a picture."""

import struct
import uuid
import zlib
from dataclasses import dataclass
from random import Random

from tests.bench.names import CIRCLES, COMPANIES, LANDS, ROLES, STREETS, SYLLABLES, WEIGHTS, WORDS, Land

PHOTO_SHARE = 0.10
PHOTO_SIDE = 82
"""Pixels; of noise, so that a picture takes 20 KB however it is packed."""
AGAIN_SHARE = 0.01
"""People who share a number and an address with somebody before them, as couples and doubles do."""


@dataclass(frozen=True)
class Invented:
    """Somebody who does not exist."""

    place: int
    land: Land
    family: str
    given: str
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    city: str
    street: str
    company: str
    role: str
    birthday: str
    note: str
    circles: tuple[str, ...]
    nickname: str
    site: str
    handle: str
    photo: bytes
    uid: str

    @property
    def name(self) -> str:
        """The whole name in one line."""
        return f"{self.given} {self.family}"


def somebody(seed: int, place: int) -> Invented:
    """The person at a place, counted from 0, of the address book with this seed."""
    chance = Random(f"{seed}/{place}")
    land = chance.choices(LANDS, WEIGHTS)[0]
    shared = place
    if place > 100 and chance.random() < AGAIN_SHARE:
        shared = chance.randrange(place)
    reach = Random(f"{seed}/{shared}/reach")
    return Invented(
        place=place,
        land=land,
        family=_family(chance, land),
        given=chance.choice(land.givens),
        phones=tuple(_phone(reach, land.prefix) for _ in range(reach.choice((0, 1, 1, 1, 2, 2, 3)))),
        emails=tuple(
            f"p{shared}.{number}@{reach.choice(('mail', 'work', 'studio'))}.example"
            for number in range(reach.choice((0, 1, 1, 2)))
        ),
        city=chance.choice(land.cities),
        street=f"{chance.choice(STREETS)} {chance.randrange(1, 200)}",
        company=chance.choice(COMPANIES) if chance.random() < 0.4 else "",
        role=chance.choice(ROLES) if chance.random() < 0.25 else "",
        birthday=_birthday(chance),
        note=". ".join(chance.sample(WORDS, chance.randrange(1, 5))) if chance.random() < 0.2 else "",
        circles=tuple(chance.sample(CIRCLES, chance.choice((0, 0, 1, 1, 2)))),
        nickname=f"{chance.choice(land.givens)}{chance.choice(('', 'chen', 'ito', 'y'))}"
        if chance.random() < 0.3
        else "",
        site=f"https://p{place}.{chance.choice(('studio', 'blog'))}.example/about"
        if chance.random() < 0.4
        else "",
        handle=f"person.{place}" if chance.random() < 0.5 else "",
        photo=_picture(chance) if chance.random() < PHOTO_SHARE else b"",
        uid=str(uuid.UUID(int=chance.getrandbits(128), version=4)),
    )


def _family(chance: Random, land: Land) -> str:
    """A name of the land, or for half of those in Latin letters one that few others have."""
    if land.families[0][0] < "\u0250" and chance.random() < 0.5:
        return "".join(chance.sample(SYLLABLES, chance.choice((2, 3, 3, 4)))).capitalize()
    return chance.choice(land.families)


def _phone(chance: Random, prefix: str) -> str:
    area, first, last = (
        chance.randrange(100, 1000),
        chance.randrange(100, 1000),
        chance.randrange(1000, 10000),
    )
    return chance.choice(
        (
            f"{prefix} {area} {first} {last}",
            f"{prefix}{area}{first}{last}",
            f"0{area}-{first}{last}",
            f"(0{area}) {first}-{last}",
            f"0{area}/{first} {last}",
            f"00{prefix[1:]} ({area}) {first}.{last}",
            f"{prefix} (0) {area} {first}{last}",
            f"{area} {first} {last} ext. {chance.randrange(10, 99)}",
        )
    )


def _birthday(chance: Random) -> str:
    if chance.random() > 0.3:
        return ""
    return f"{chance.randrange(1935, 2012)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"


def _picture(chance: Random) -> bytes:
    rows = b"".join(b"\0" + chance.randbytes(PHOTO_SIDE * 3) for _ in range(PHOTO_SIDE))
    size = struct.pack(">IIBBBBB", PHOTO_SIDE, PHOTO_SIDE, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", size), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
