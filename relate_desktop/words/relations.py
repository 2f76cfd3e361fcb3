"""What people are to each other, in words."""

from collections.abc import Mapping, Sequence

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people_graph import GraphTie
from relate_desktop.domain.relation_kinds import INTRODUCED_BY, OFFERED
from relate_desktop.domain.relationship import RELATION_KINDS
from relate_desktop.domain.text import fold, isolate, squeezed, visible
from relate_desktop.words.numbers import people, sentence
from relate_desktop.words.translation import _, ngettext

_LONGEST = 60


def relation_word(kind: str) -> str:
    """What somebody is to another, in a word or two: ``sister``; the user's own word as it is."""
    return relation_labels().get(kind.lower()) or visible(squeezed(kind), _LONGEST)


def relation_choices() -> Mapping[str, str]:
    """The kinds to choose from, nearest first, with their words."""
    labels = relation_labels()
    return {kind: labels[kind] for kind in OFFERED}


def relation_kind(text: str) -> str:
    """The kind that a typed word means, by its words or its key; else the word itself."""
    plain = squeezed(text)
    key = plain.lower().replace("_", "-").replace(" ", "-")
    if key in RELATION_KINDS:
        return key
    if key == "introduced-by":
        return INTRODUCED_BY
    folded = fold(plain)
    labels = relation_labels()
    known = (kind for kind in (*OFFERED, *sorted(RELATION_KINDS)) if fold(labels.get(kind, "")) == folded)
    return next(known, plain)


def tie_words(tie: GraphTie, contact: ContactId, *, short: bool = False) -> list[str]:
    """What joins two people: what ``contact`` is to the other one, home, meetings.

    In ``short`` meetings are told only of those of whom nothing else is known.
    """
    said = [words for kind in tie.kinds_of(contact) if (words := relation_word(kind))]
    if tie.kinds and not said:
        said = [_("knows them")]
    if tie.household:
        said.append(_("lives with them"))
    if tie.talks and not (short and said):
        said.append(ngettext("met once", "met {count} times", tie.talks).format(count=f"{tie.talks:,}"))
    return said


def same_address(names: Sequence[str]) -> str:
    """Who has the same address, where it is proposed that they live together; nothing for nobody."""
    if not names:
        return ""
    said = ngettext("{names} has the same address.", "{names} have the same address.", len(names))
    return said.format(names=", ".join(isolate(visible(name, _LONGEST)) for name in names))


def living_apart(names: Sequence[str]) -> str:
    """Who has the same address and does not live with them, as the user said; nothing for nobody."""
    if not names:
        return ""
    said = _("Not one household with {names}.")
    return said.format(names=", ".join(isolate(visible(name, _LONGEST)) for name in names))


def graph_heading(called: str) -> str:
    """Whose picture it is."""
    return _("Who knows whom around {name}").format(name=isolate(called))


def graph_summary(count: int, left_out: int) -> str:
    """How many people are in the picture, and that some are not."""
    if not count:
        return _("Nobody around them is known yet.")
    said = ngettext("{people}, nearest in the middle.", "{people}, the nearest in the middle.", count)
    parts = [sentence(said.format(people=people(count)))]
    if left_out:
        parts.append(_("There is no room for {people} farther out.").format(people=people(left_out)))
    return " ".join(parts)


def way_words(steps: int, over: str) -> str:
    """How one comes to somebody: straight, or over whom."""
    return _("over {name}").format(name=isolate(over)) if steps > 1 else ""


def relation_labels() -> dict[str, str]:
    """Every known kind in words, as it stands below a name."""
    return {
        "spouse": _("spouse"),
        "partner": _("partner"),
        "domestic-partner": _("partner"),
        "domestic_partner": _("partner"),
        "former-partner": _("former partner"),
        "child": _("child"),
        "son": _("son"),
        "daughter": _("daughter"),
        "parent": _("parent"),
        "mother": _("mother"),
        "father": _("father"),
        "brother": _("brother"),
        "sister": _("sister"),
        "sibling": _("sibling"),
        "grandparent": _("grandparent"),
        "grandchild": _("grandchild"),
        "godparent": _("godparent"),
        "godchild": _("godchild"),
        "cousin": _("cousin"),
        "friend": _("friend"),
        "kin": _("relative"),
        "relative": _("relative"),
        "emergency": _("in an emergency"),
        "emergency-of": _("to be there in an emergency"),
        "assistant": _("assistant"),
        "assisted": _("is assisted by them"),
        "manager": _("manager"),
        "report": _("works for them"),
        "mentor": _("mentor"),
        "mentee": _("mentee"),
        "agent": _("acts for them"),
        "acts-for": _("is acted for by them"),
        "colleague": _("colleague"),
        "co-worker": _("colleague"),
        "co-resident": _("lives with them"),
        "neighbor": _("neighbour"),
        "acquaintance": _("acquaintance"),
        "contact": _("knows them"),
        "met": _("met"),
        "muse": _("muse"),
        "muse-of": _("has them as muse"),
        "crush": _("crush"),
        "crushed-on": _("has a crush on them"),
        "date": _("goes out with them"),
        "sweetheart": _("sweetheart"),
        "me": _("the same person"),
        "referred-by": _("introduced you"),
        "referred_by": _("introduced you"),
        "referred": _("introduced by them"),
    }
