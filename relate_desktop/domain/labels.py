"""The kind of use of a way to reach: home, work, mobile, or a label of one's own.

Read from TYPE words, bare vCard 2.1 words and Apple's ``itemN.X-ABLabel``.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.editing import free_group, with_type, without_types
from relate_desktop.domain.property import Property, escape

APPLE_LABEL = "X-ABLABEL"

_APPLE_BUILT_IN = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)

_TYPES_OF_KIND: Mapping[str, tuple[str, ...]] = {
    "home": ("home",),
    "work": ("work",),
    "mobile": ("cell",),
    "main": ("main",),
    "home-fax": ("home", "fax"),
    "work-fax": ("work", "fax"),
    "fax": ("fax",),
    "pager": ("pager",),
    "car": ("car",),
    "iphone": ("iphone",),
}
_APPLE_OF_KIND: Mapping[str, str] = {
    "other": "_$!<Other>!$_",
    "school": "_$!<School>!$_",
    "homepage": "_$!<HomePage>!$_",
    "blog": "Blog",
    "profile": "Profile",
}
LABEL_KINDS = (*_TYPES_OF_KIND, *_APPLE_OF_KIND)
"""Labels that have words of their own on screen; every other label is the user's text."""

_KIND_OF_WORD = {
    "home": "home",
    "dom": "",
    "work": "work",
    "business": "work",
    "cell": "mobile",
    "mobile": "mobile",
    "main": "main",
    "homefax": "home-fax",
    "home fax": "home-fax",
    "workfax": "work-fax",
    "work fax": "work-fax",
    "otherfax": "fax",
    "fax": "fax",
    "pager": "pager",
    "car": "car",
    "iphone": "iphone",
    "other": "other",
    "school": "school",
    "homepage": "homepage",
    "home page": "homepage",
    "blog": "blog",
    "profile": "profile",
    "personal": "home",
}
_STRONGEST_FIRST = (
    *("mobile", "iphone", "main", "pager", "car", "work"),
    *("home", "school", "other", "homepage", "blog", "profile"),
)
_LABEL_WORDS = frozenset(_KIND_OF_WORD) | {"x-mobile"}
_SILENT_WORDS = frozenset(
    {
        "pref",
        "voice",
        "internet",
        "x400",
        "msg",
        "text",
        "video",
        "textphone",
        "isdn",
        "modem",
        "bbs",
        "sms",
        "postal",
        "parcel",
        "dom",
        "intl",
        "uri",
        "vcard",
        "contact",
        "prodigy",
        "aol",
        "applelink",
        "attmail",
        "cis",
        "eworld",
        "ibmmail",
        "mcimail",
        "powershare",
        "tlx",
        "quoted-printable",
        "base64",
        "b",
        "8bit",
        "7bit",
        "utf-8",
    }
)
"""Words that say something else than the kind of use."""


def label_of(contact: Contact, item: Property) -> str:
    """The kind of use: a key of ``LABEL_KINDS``, or the user's own label; empty without any."""
    if item.group is not None:
        for sibling in contact.siblings(item):
            if sibling.key == APPLE_LABEL and (text := sibling.text.strip()):
                return label_text(text)
    return _label_of_types(item)


def label_text(text: str) -> str:
    """A label as written, with Apple's built-in ones as lower-case keys."""
    if match := _APPLE_BUILT_IN.fullmatch(text):
        word = match.group(1).strip().lower()
        return _KIND_OF_WORD.get(word) or word
    return _KIND_OF_WORD.get(text.lower()) or text


def with_label(contact: Contact, item: Property, label: str) -> tuple[Contact, Property]:
    """The contact and the line with another label; empty takes every label away.

    Kinds become TYPE words where vCard has such words, everything else an ``X-ABLabel`` in
    the line's group. Words that are not labels (voice, internet, pref) stay.
    """
    if label_of(contact, item) == label:
        return contact, item
    siblings = [other for other in contact.siblings(item) if other.key == APPLE_LABEL]
    words = _TYPES_OF_KIND.get(label, ())
    upper = any(word.isupper() for parameter in item.parameters for word in parameter.values)
    changed = item
    for word in words:
        changed = with_type(changed, word.upper() if upper else word)
    changed = without_types(changed, _label_words_of(item) - set(words))
    apple = "" if words or not label else _APPLE_OF_KIND.get(label, label)
    if apple and changed.group is None:
        changed = replace(changed, group=free_group(contact))
    if changed == item:
        changed = item
    else:
        contact = contact.replaced(item, changed)
    if apple and siblings:
        fresh = siblings[0].with_value(escape(apple))
        return contact.replaced(siblings[0], fresh), changed
    if apple:
        sibling = Property("X-ABLabel", escape(apple), group=changed.group)
        return contact.replaced(changed, changed, sibling), changed
    return _without(contact, siblings), changed


def _without(contact: Contact, gone: list[Property]) -> Contact:
    lost = {id(item) for item in gone}
    kept = tuple(item for item in contact.properties if id(item) not in lost)
    return replace(contact, properties=kept)


def _label_words_of(item: Property) -> frozenset[str]:
    own = {word for word in item.types if word.startswith("x-") or word not in _SILENT_WORDS}
    return frozenset((own | (_LABEL_WORDS & set(item.types))) - _SILENT_WORDS)


def _label_of_types(item: Property) -> str:
    types = item.types
    if not types:
        return ""
    kinds = {_KIND_OF_WORD.get(word, "") for word in types}
    if "fax" in kinds:
        return "work-fax" if "work" in kinds else "home-fax" if "home" in kinds else "fax"
    for kind in _STRONGEST_FIRST:
        if kind in kinds:
            return kind
    own = next((word for word in types if word not in _SILENT_WORDS and word not in _KIND_OF_WORD), "")
    return _as_written(item, own).removeprefix("x-").removeprefix("X-")


def _as_written(item: Property, word: str) -> str:
    """A TYPE word in the case in which the line writes it."""
    written = (part.strip() for one in item.parameters for value in one.values for part in value.split(","))
    return next((part for part in written if part.lower() == word), word)
