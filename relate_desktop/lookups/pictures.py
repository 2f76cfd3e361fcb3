"""Reading an avatar, where it lies on a host that the question named."""

from relate_desktop.domain.errors import NetworkError
from relate_desktop.domain.lookup import Picture
from relate_desktop.lookups.answers import OK
from relate_desktop.lookups.asking import PICTURE_LIMIT, Ask, Secret
from relate_desktop.lookups.told import ToldDoor
from relate_desktop.lookups.web_address import page_of

PICTURE_TYPES = "image/png, image/jpeg, image/webp, image/gif"
_BEGINNINGS = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif"))


Pictures = tuple[tuple[str, Picture], ...]
"""Pictures by their addresses."""


def read_picture(told: ToldDoor, url: str, secret: Secret | None = None) -> Pictures:
    """The picture of an address with it; nothing where there is none, or on a host nobody was told of.

    A profile without its picture is still an answer, so what goes wrong here is no error.
    """
    page = page_of(url)
    if page is None or not told.tells(page.origin):
        return ()
    try:
        got = told.get(Ask(str(page), PICTURE_TYPES, PICTURE_LIMIT, secret=secret))
    except NetworkError:
        return ()
    picture = picture_of(got.body) if got.status == OK else None
    return ((str(page), picture),) if picture is not None else ()


def picture_of(data: bytes) -> Picture | None:
    """The picture that bytes are, by what they begin with and not by what they are called."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Picture(data, "image/webp")
    return next((Picture(data, kind) for beginning, kind in _BEGINNINGS if data.startswith(beginning)), None)
