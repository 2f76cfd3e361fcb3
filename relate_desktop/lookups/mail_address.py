"""Mail addresses as strangers publish them: those by which mail reaches somebody."""

import re

_MAIL = re.compile(
    r"[^\s@<>()\[\]\",;:\\]{1,64}@(?:[^\s@<>()\[\]\",;:\\./]{1,63}\.)+[^\s@<>()\[\]\",;:\\./]{2,63}"
)
_NOBODY = re.compile(r"(?:^|[.@+_-])(?:no[._-]?reply|do[._-]?not[._-]?reply)(?:[.@+_-]|$)", re.IGNORECASE)
_LONGEST = 254


def public_mail(text: str) -> str:
    """The mail address that a text is, ``mailto:`` before it or not; empty for none and for those of nobody.

    Where somebody keeps their address back, servers give ``ada@users.noreply.example.org`` and the like.
    """
    address = text.strip()
    if address[:7].lower() == "mailto:":
        address = address[7:].split("?", 1)[0]
    if len(address) > _LONGEST or not _MAIL.fullmatch(address) or _NOBODY.search(address):
        return ""
    return address
