"""What people are to each other: kinds of relations, each with what it is from the other side."""

from collections.abc import Mapping

from relate_desktop.domain.gender import Gender

INTRODUCED_BY = "referred-by"
"""Who brought somebody into one's life; from the other side ``referred``."""
LIVES_WITH = "co-resident"

_MUTUAL = (
    *("acquaintance", "colleague", "contact", "co-resident", "co-worker", "cousin", "date"),
    *("domestic-partner", "former-partner", "friend", "kin", "me", "met", "neighbor", "partner", "relative"),
    *("sibling", "spouse", "sweetheart"),
)
_BOTH_WAYS = {
    "agent": "acts-for",
    "assistant": "assisted",
    "child": "parent",
    "crush": "crushed-on",
    "emergency": "emergency-of",
    "godchild": "godparent",
    "grandchild": "grandparent",
    "manager": "report",
    "mentor": "mentee",
    "muse": "muse-of",
    INTRODUCED_BY: "referred",
}
_ONE_WAY = {
    "brother": "sibling",
    "sister": "sibling",
    "father": "child",
    "mother": "child",
    "daughter": "parent",
    "son": "parent",
}

INVERSES: Mapping[str, str] = {
    **{kind: kind for kind in _MUTUAL},
    **_BOTH_WAYS,
    **{other: kind for kind, other in _BOTH_WAYS.items()},
    **_ONE_WAY,
}
"""What somebody is to a person who is this to them."""

OFFERED = (
    *("partner", "spouse", "parent", "child", "sibling", "grandparent", "grandchild", "cousin", "relative"),
    *("former-partner", "friend", "neighbor", "acquaintance", "colleague", "manager", "report", "assistant"),
    *("mentor", "mentee", INTRODUCED_BY, "referred", "emergency"),
)
"""Kinds to choose from, nearest first; every other word is the user's own."""

_SPOKEN: Mapping[tuple[str, Gender], str] = {
    ("parent", Gender.SHE): "mother",
    ("parent", Gender.HE): "father",
    ("child", Gender.SHE): "daughter",
    ("child", Gender.HE): "son",
    ("sibling", Gender.SHE): "sister",
    ("sibling", Gender.HE): "brother",
}


def inverse_of(kind: str, own: str = "") -> str:
    """What one is to somebody who is ``kind`` to one; ``own`` where the user said it.

    The user's own word without an inverse is taken to hold both ways.
    """
    return own or INVERSES.get(kind, kind)


def spoken_kind(kind: str, gender: Gender) -> str:
    """The kind as it is said of somebody of whom one speaks so: a parent who is she is a mother."""
    return _SPOKEN.get((kind, gender), kind)


def same_relation(one: str, other: str) -> bool:
    """Whether two words say the same of somebody, one perhaps more exactly: sister and sibling."""
    return plain_kind(one) == plain_kind(other)


def plain_kind(kind: str) -> str:
    """The kind without what it tells of somebody's gender, by which two relations are compared."""
    plain = {word: kind for (kind, _gender), word in _SPOKEN.items()}
    known = plain.get(kind, kind)
    return {"co-worker": "colleague", "domestic-partner": "partner", "kin": "relative"}.get(known, known)
