"""What a query finds over the whole book is what it says of each person by plain facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.person_rhythm import Chosen
from relate_desktop.domain.property import Property
from relate_desktop.domain.query import Query, forgiving, of_own_lines
from relate_desktop.domain.query_answer import Day, Facts, holds
from relate_desktop.domain.query_text import parse
from relate_desktop.storage.database import Database
from tests.clock import a_clock
from tests.unit.storage.books import a_book, a_draft, a_property, doing, imported
from tests.unit.storage.days import a_call, a_note, a_promise, a_reminder, kept

TODAY = Day(date(2026, 3, 14), UTC)
LINES = (
    ("FN", "Ada Müller"),
    ("FN", "Нина Ада"),
    ("FN", "李雷 Smith"),
    ("NICKNAME", "Schmidt"),
    ("X-MAIDENNAME", "Łovelace"),
    ("ORG", "Kite Museum;Press"),
    ("TITLE", "Painter of kites"),
    ("EMAIL", "ada@kite.example"),
    ("EMAIL", " "),
    ("TEL", "+49 151 2345678"),
    ("tel", "0049 (0)30 1234"),
    ("ADR", ";;Hauptstr. 5;New York;;10001;USA"),
    ("ADR", ";;;Łódź;;;Polska"),
    ("ADR", ";;;Köln;;;"),
    ("ADR", ";;;Koeln;;;"),
    ("ADR", ";;;Åelborg;;;"),
    ("ORG", "Häußler Bäuerle"),
    ("BDAY", "1990-03-16"),
    ("BDAY", "--0229"),
    ("BDAY", "1980"),
    ("DEATHDATE", "2020-01-01"),
    ("CATEGORIES", "Clients,Studio friends"),
    ("CATEGORIES", "WORK"),
    ("NOTE", "met at the museum; plays oboe\\nlikes Ключи"),
    ("PHOTO", "http://x.example/y.png"),
    ("IMPP", "xmpp:ada@jabber.example"),
    ("X-Instrument", "harp"),
)
PIECES = (
    "ada", "muel", "müller", "mueller", "mulelr", "nina", "лилия", "lei", "李雷", "schmitd", "lovelace",
    "koeln", "koel", "aaelb", "baeuerle", "koeln müller",
    "0151", "1234", "museum", "oboe", "invoice", "kite", "harp", "circle:clients", "circle:work",
    'circle:"studio friends"', "org:kite", "role:painter", "city:lodz", "city:york", "country:usa",
    "email:kite", "name:ad", "name:mueller", "name:müller", "name:nina", "name:лилия", "name:lei",
    "name:lilei", "name:schmidt", "city:koeln", "city:koel", "city:köln", "city:koln", "city:aaelborg",
    "org:haeussl", "note:museum", "source:phone", "source:nobody", "has:email", "has:phone",
    "has:address", "has:birthday", "has:photo", "has:note", "has:org", "has:circle", "has:reminder",
    "has:promise", "has:rhythm", "has:conversation", "has:reach", "has:url", "has:handle", "last:>2w",
    "last:<1m", "last:never", "birthday:next2d", "birthday:today", "birthday:feb", "birthday:next1y",
    "added:month", "added:1d", "added:>1d",
)  # fmt: skip


@dataclass(frozen=True)
class Somebody:
    """One invented person and what is known beside the card."""

    lines: tuple[tuple[str, str], ...]
    last: str
    note: bool
    reminder: bool
    promise: bool
    rhythm: bool


PEOPLE = st.builds(
    Somebody,
    st.lists(st.sampled_from(LINES), max_size=7).map(tuple),
    st.sampled_from(["", "2026-02-28", "2026-02-27", "2026-02-14", "2025-03-01", "2026-04-01"]),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
QUERIES = st.lists(
    st.tuples(st.sampled_from(["", "", "-"]), st.sampled_from(PIECES), st.sampled_from(["", "", "", "or"])),
    min_size=1,
    max_size=4,
).map(lambda parts: " ".join(f"{minus}{piece} {between}" for minus, piece, between in parts))


def in_the_book(book: Database, people: Sequence[Somebody]) -> dict[ContactId, Facts]:
    """Writes the people down; what is known of each."""
    drafts = [a_draft(_card(one), record=place) for place, one in enumerate(people, 1)]
    contacts = imported(book, *drafts)
    found: dict[ContactId, Facts] = {}
    for contact, one in zip(contacts, people, strict=True):
        texts = []
        if one.last:
            kept(book, a_call(contact, on=one.last, text="about the *invoice*"))
            texts.append("about the *invoice*")
        if one.note:
            kept(book, a_note(contact, text="plays the oboe"))
            texts.append("plays the oboe")
        if one.reminder:
            a_reminder(book, contact, text="museum")
            texts.append("museum")
        if one.promise:
            a_promise(book, contact, text="Kite für Köln")
            texts.append("Kite für Köln")
        if one.rhythm:
            with book.write(doing(OperationKind.RHYTHM)) as writer:
                writer.rhythms.choose(contact, Chosen(cadence=Cadence(30)))
        past = date.fromisoformat(one.last) if one.last and one.last <= TODAY.today.isoformat() else None
        found[contact] = Facts(
            _card(one),
            a_clock()(),
            past,
            tuple(texts),
            ("-//Test//EN",),
            one.note,
            one.reminder,
            one.promise,
            one.rhythm,
        )
    return found


def _card(one: Somebody) -> tuple[Property, ...]:
    return tuple(a_property(name, value) for name, value in (("FN", "Somebody"), *one.lines))


def agree(book: Database, facts: dict[ContactId, Facts], query: Query) -> None:
    with book.read() as reader:
        found = list(reader.search.holding(query))
    assert sorted(found) == sorted(one for one, known in facts.items() if holds(query, known, TODAY)), query


@settings(max_examples=25, phases=[Phase.generate])
@given(people=st.lists(PEOPLE, min_size=1, max_size=5), texts=st.lists(QUERIES, min_size=8, max_size=16))
def test_the_whole_book_answers_as_each_person_does(
    tmp_path_factory: pytest.TempPathFactory, people: list[Somebody], texts: list[str]
) -> None:
    book = a_book(tmp_path_factory.mktemp("b"))
    facts = in_the_book(book, people)
    for text in (*PIECES, *texts):
        agree(book, facts, parse(text))
        agree(book, facts, forgiving(parse(text)))
        agree(book, facts, of_own_lines(parse(text)))
    book.close()


def test_a_circle_gives_its_rhythm_to_those_in_it(book: Database) -> None:
    (contact,) = imported(book, a_draft((a_property("FN", "Ada"), a_property("CATEGORIES", "Work"))))
    with book.write(doing(OperationKind.CIRCLE_RHYTHM)) as writer:
        writer.rhythms.choose_for_circle("work", Cadence(30))
    with book.read() as reader:
        assert list(reader.search.holding(parse("has:rhythm"))) == [contact]
