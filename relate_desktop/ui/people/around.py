"""The people around somebody, as lines of their page: relations, household, how one met."""

from collections.abc import Mapping

from relate_desktop.domain.ids import ContactId, PropertyId
from relate_desktop.domain.place import Place
from relate_desktop.domain.relations import Relation, Surroundings
from relate_desktop.domain.text import visible
from relate_desktop.ui.people.lines import WITHIN, Line
from relate_desktop.words.numbers import count_words
from relate_desktop.words.relations import relation_word
from relate_desktop.words.translation import _

LONGEST = 200
MOST_SHOWN = 40
"""Lines of one page; all of them stand in the panel and the picture."""


def around_lines(around: Surroundings, sources: Mapping[PropertyId, str]) -> list[Line]:
    """The lines; ``sources`` says where a line of the person's own card came from."""
    lines = [_relation(one, sources) for one in around.relations[:MOST_SHOWN]]
    if around.household is not None:
        names = ", ".join(visible(row.called, LONGEST) for row in around.members[:MOST_SHOWN])
        home = visible(around.household.home.name, LONGEST)
        only = around.members[0].id if len(around.members) == 1 else None
        lines.append(Line("house-line", home, names, copies=home, opens=_page(only)))
    if around.how_met:
        met = visible(around.how_met, LONGEST, keep_lines=True)
        lines.append(Line("handshake", met, _("how you met"), copies=around.how_met))
    return lines


def place_within(address: str) -> Place | None:
    """The place in the window that a line opens; None for what the desktop opens."""
    return Place.parse(address.removeprefix(WITHIN)) if address.startswith(WITHIN) else None


def _relation(one: Relation, sources: Mapping[PropertyId, str]) -> Line:
    name = visible(one.name, LONGEST)
    words = relation_word(one.kind)
    if one.candidates:
        several = _("{count} people have this name").format(count=count_words(len(one.candidates)))
        words = f"{words}, {several}" if words else several
    return Line(
        "users",
        name,
        words,
        source=sources.get(one.line, ""),
        copies=name,
        opens=_page(one.person.id if one.person is not None else None),
    )


def _page(contact: ContactId | None) -> str:
    return f"{WITHIN}{Place.person(contact).address}" if contact is not None else ""
