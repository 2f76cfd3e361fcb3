"""Which addresses from outside may be handed to the desktop (safety T4)."""

import re
from urllib.parse import quote, urlsplit

ALLOWED = frozenset({"http", "https", "mailto", "tel", "sms"})
_SAFE = {"mailto": "@+._-!#$%*/=^`{|}~", "tel": "+()-*#;,.", "sms": "+()-*#;,."}
_WEB_WITHOUT_SCHEME = re.compile(r"[\w-]+(\.[\w-]+)+(/|$)")


def safe_address(text: str) -> str | None:
    """The address as it may be opened, or None when it may not.

    Only web pages, mail, telephone and text messages; no user names in web addresses, no control
    characters. Of a mail address only the address itself is kept.
    """
    text = text.strip()
    if not text or text.startswith("-") or any(_control(letter) for letter in text):
        return None
    if _WEB_WITHOUT_SCHEME.match(text):
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme in {"http", "https"}:
        return text if parts.hostname and "@" not in parts.netloc else None
    if scheme not in ALLOWED:
        return None
    rest = text.partition(":")[2].replace(" ", "")
    if scheme == "mailto":
        rest = rest.partition("?")[0]
    return f"{scheme}:{quote(rest, safe=_SAFE[scheme])}"


def _control(letter: str) -> bool:
    return ord(letter) < 0x20 or 0x7F <= ord(letter) < 0xA0
