"""Names in messengers and networks: IMPP, SOCIALPROFILE and the names programs gave them before.

IMPP: RFC 6350 section 6.4.3. SOCIALPROFILE: RFC 9555 section 2.4.1 with RFC 9554 parameters.
"""

import re
from urllib.parse import quote, unquote

from relate_desktop.domain.editing import with_parameter
from relate_desktop.domain.property import Parameter, Property, escape
from relate_desktop.domain.revaluing import revalued

_SERVICE_OF_NAME = {
    "X-AIM": "aim",
    "X-GADUGADU": "gadugadu",
    "X-GOOGLE TALK": "googletalk",
    "X-GOOGLE-TALK": "googletalk",
    "X-GROUPWISE": "groupwise",
    "X-GTALK": "googletalk",
    "X-ICQ": "icq",
    "X-JABBER": "xmpp",
    "X-KADDRESSBOOK-X-IMADDRESS": "",
    "X-MATRIX": "matrix",
    "X-MS-IMADDRESS": "",
    "X-MSN": "msn",
    "X-QQ": "qq",
    "X-SIP": "sip",
    "X-SKYPE": "skype",
    "X-SKYPE-USERNAME": "skype",
    "X-TWITTER": "twitter",
    "X-YAHOO": "yahoo",
    "X-YAHOO-ID": "yahoo",
}
_WITH_URI = frozenset({"IMPP", "SOCIALPROFILE", "X-SOCIALPROFILE"})
HANDLE_NAMES = frozenset(_SERVICE_OF_NAME) | _WITH_URI
"""Every property name that holds a handle, in upper case."""

_SAME_SERVICE = {
    "jabber": "xmpp",
    "gtalk": "googletalk",
    "google-talk": "googletalk",
    "google talk": "googletalk",
    "ymsgr": "yahoo",
    "msnim": "msn",
    "gg": "gadugadu",
    "x-apple": "",
    "other": "",
    "http": "",
    "https": "",
}
_SCHEME_OF_SERVICE = {
    "aim": "aim",
    "gadugadu": "gg",
    "googletalk": "xmpp",
    "icq": "icq",
    "irc": "irc",
    "matrix": "matrix",
    "msn": "msnim",
    "sip": "sip",
    "skype": "skype",
    "telegram": "tg",
    "whatsapp": "whatsapp",
    "xmpp": "xmpp",
    "yahoo": "ymsgr",
}
_NAMED_BY_TYPE = frozenset(_SCHEME_OF_SERVICE) | {
    *("discord", "facebook", "jabber", "kakaotalk", "kik", "line", "mastodon", "messenger", "qq", "signal"),
    *("slack", "teams", "threema", "twitter", "viber", "wechat", "wire", "zoom", "gtalk", "xing"),
}
"""Messengers that some programs, Nextcloud among them, name by TYPE."""

_URI = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.+)", re.DOTALL)
_NOT_NETWORKS = frozenset({"home", "work", "pref", "personal", "other", "mobile", "cell", "internet"})


def handle_service(item: Property) -> str:
    """The messenger or network as a lower-case key such as ``xmpp``; empty where it is not said."""
    if item.key in _SERVICE_OF_NAME:
        return _SERVICE_OF_NAME[item.key]
    for name in ("SERVICE-TYPE", "X-SERVICE-TYPE"):
        if words := item.parameter(name):
            return _service(words[0])
    if item.key != "IMPP":
        network = next((word for word in item.types if word not in _NOT_NETWORKS), "")
        return _service(network.removeprefix("x-"))
    match = _URI.fullmatch(item.value.strip())
    if match is not None and (service := _service(match.group(1))):
        return service
    return next((_service(word) for word in item.types if word in _NAMED_BY_TYPE), "")


def handle_address(item: Property) -> str:
    """The name itself: the user where given, a page's whole address, else what follows the scheme."""
    for name in ("USERNAME", "X-USER"):
        if words := item.parameter(name):
            return words[0].strip()
    if item.key not in _WITH_URI:
        return item.text.strip()
    value = item.value.strip()
    match = _URI.fullmatch(value)
    if match is None or match.group(1).lower() in {"http", "https"}:
        return value
    return unquote(match.group(2))


def with_handle(item: Property, name: str) -> Property:
    """The line with another name, in the way this line spells it."""
    if handle_address(item) == name:
        return item
    if item.key not in _WITH_URI:
        return revalued(item, escape(name))
    for parameter in ("USERNAME", "X-USER"):
        if old := item.parameter(parameter):
            changed = with_parameter(item, parameter, name)
            return revalued(changed, changed.value.replace(old[0].lstrip("@"), name.lstrip("@")))
    match = _URI.fullmatch(item.value.strip())
    if match is None or _URI.fullmatch(name) or match.group(1).lower() in {"http", "https"}:
        return revalued(item, name)
    return revalued(item, f"{match.group(1)}:{quote(name, safe='@+/:')}")


def handle_line(service: str, name: str) -> Property:
    """A new line for a name in a messenger or network: an IMPP with its service beside."""
    text = name.strip()
    key = _service(service)
    parameters = (Parameter("X-SERVICE-TYPE", (service.strip(),)),) if service.strip() else ()
    if _URI.fullmatch(text) and not text[:1].isdigit():
        return Property("IMPP", text, parameters)
    scheme = _SCHEME_OF_SERVICE.get(key, "x-apple")
    return Property("IMPP", f"{scheme}:{quote(text, safe='@+/:')}", parameters)


def _service(word: str) -> str:
    key = word.strip().lower()
    return _SAME_SERVICE.get(key, key)
