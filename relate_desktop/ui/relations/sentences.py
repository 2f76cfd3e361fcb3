"""What the picture and the table say of each person."""

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people_graph import PeopleGraph
from relate_desktop.domain.text import visible
from relate_desktop.words.numbers import listed
from relate_desktop.words.relations import tie_words, way_words

LONGEST = 120


def captions(graph: PeopleGraph) -> dict[ContactId, str]:
    """What everybody next to the middle is to the one there."""
    centre = graph.centre.id
    return {
        tie.beyond(centre): ", ".join(tie_words(tie, tie.beyond(centre), short=True))
        for tie in graph.ties_of(centre)
    }


def what(graph: PeopleGraph, contact: ContactId) -> list[str]:
    """What somebody is to whoever leads to them."""
    one = next(person for person in graph.people if person.id == contact)
    tie = graph.between(contact, one.by) if one.by is not None else None
    return tie_words(tie, contact) if tie is not None else []


def way(graph: PeopleGraph, contact: ContactId) -> str:
    """Over whom one comes to them; empty for those next to the middle."""
    one = next(person for person in graph.people if person.id == contact)
    over = next((person for person in graph.people if person.id == one.by), None)
    return way_words(one.steps, visible(over.person.called, LONGEST)) if over is not None else ""


def person_sentence(graph: PeopleGraph, contact: ContactId) -> str:
    """Who it is and what joins them: ``Emi, sister, over Misaki``."""
    one = next(person for person in graph.people if person.id == contact)
    name = visible(one.person.called, LONGEST)
    return ", ".join(part for part in (name, listed(what(graph, contact)), way(graph, contact)) if part)
