"""A value is replaced and what stands beside it stays, by edit, import and merge; undone to the byte."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relate_desktop.domain.assignments import read_assignments, with_assignments
from relate_desktop.domain.exporting import ExportFormat
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.importing import OnMatch
from relate_desktop.domain.people import PeopleFilter, PeopleSort
from relate_desktop.services.book import OpenBook
from tests.open_book import a_book, a_person
from tests.unit.services.going import a_card, a_file, a_job, a_phone_card

VALUES = {
    "BDAY": ("19800101", "1981-02-03", "19810203"),
    "ANNIVERSARY": ("20010101", "2002-02-03", "20020203"),
    "DEATHDATE": ("20200101", "2021-02-03", "20210203"),
    "GENDER": ("F", "M", "M"),
    "LANG": ("fr", "de-CH", "de-CH"),
    "TZ": ("Europe/Rome", "Europe/Berlin", "Europe/Berlin"),
    "TITLE": ("Clerk", "Chief", "Chief"),
    "KIND": ("individual", "org", "org"),
    "X-MAIDENNAME": ("Byron", "King", "King"),
}
"""By its name: the value that came in, what the user types, and how the line then says it."""
BESIDE = ["TYPE=home", "PREF=1", "LANGUAGE=en", "ALTID=1", "X-OWN=one", "X-OTHER=two", "SORT-AS=x", "PID=1.1"]
a_name = st.sampled_from(sorted(VALUES))
beside = st.lists(st.sampled_from(BESIDE), unique_by=lambda text: text.partition("=")[0], max_size=3)
a_group = st.sampled_from(["", "item1.", "a."])
seldom = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def a_whole_card(line: str, version: str = "4.0") -> bytes:
    """A card with the line in the midst of others."""
    return a_card("Ada King", "X-BEFORE;a=b:1", line, "item1.X-AFTER:2", version=version)


def brought_in(book: OpenBook, folder: Path, card: bytes, on_match: OnMatch = OnMatch.NEW) -> ContactId:
    """The last person after the import of a card."""
    book.imports.run([a_file(folder, card)], on_match=on_match, job=a_job())
    return ContactId(max(book.contacts.ids(PeopleFilter(), PeopleSort.NAME)))


def original(book: OpenBook, *contacts: ContactId) -> bytes:
    """Their cards, untouched lines to the byte."""
    stream = io.BytesIO()
    book.exports.export(stream, format=ExportFormat.ORIGINAL, ids=contacts, job=a_job())
    return stream.getvalue()


def typed(book: OpenBook, contact: ContactId, words: str) -> None:
    """What ``edit --set`` writes."""
    book.contacts.save(with_assignments(book.contacts.get(contact), read_assignments([words])))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path) as opened:
        yield opened


@seldom
@given(a_name, beside, a_group)
def test_an_edit_changes_the_value_alone_and_undo_brings_back_every_byte(
    book: OpenBook, tmp_path: Path, name: str, parameters: list[str], group: str
) -> None:
    was, text, value = VALUES[name]
    head = ";".join([f"{group}{name}", *parameters])
    card = a_whole_card(f"{head}:{was}")
    ada = brought_in(book, tmp_path, card)
    typed(book, ada, f"{name}={text}")
    assert original(book, ada) == a_whole_card(f"{head}:{value}")
    book.history.undo()
    assert original(book, ada) == card


@seldom
@given(st.sampled_from(sorted(VALUES.keys() - {"LANG"})), beside, a_group)
def test_an_update_keeps_what_the_new_line_does_not_say_and_both_cards_to_the_byte(
    book: OpenBook, tmp_path: Path, name: str, parameters: list[str], group: str
) -> None:
    was, _text, value = VALUES[name]
    uid = str(book.contacts.count())
    old = a_phone_card("Ada King", uid, ";".join([f"{group}{name}", *parameters]) + f":{was}")
    new = a_phone_card("Ada King", uid, f"{name};X-OWN=new:{value}")
    ada = brought_in(book, tmp_path, old)
    before = book.contacts.get(ada)
    brought_in(book, tmp_path, new, OnMatch.REVIEW)
    line = book.contacts.get(ada).first(name)
    assert line is not None
    assert (line.value, line.group or "") == (value, group[:-1])
    said = dict(text.split("=") for text in parameters) | {"X-OWN": "new"}
    said.pop("PID", None)
    assert {one.name: one.values[0] for one in line.parameters} == said
    assert original(book, ada) == old + new
    book.history.undo()
    assert book.contacts.get(ada) == before


@seldom
@given(a_name, beside, a_group)
def test_who_is_merged_and_separated_has_every_byte_again(
    book: OpenBook, tmp_path: Path, name: str, parameters: list[str], group: str
) -> None:
    was, _text, value = VALUES[name]
    cards = [
        a_whole_card(";".join([f"{group}{name}", *parameters]) + f":{was}"),
        a_whole_card(f"item1.{name};X-NEW=1:{value}"),
    ]
    one, other = (brought_in(book, tmp_path, card) for card in cards)
    before = [book.contacts.get(contact) for contact in (one, other)]
    merged = book.merges.merge(one, [other])
    book.merges.separate(merged.changeset, one)
    assert [book.contacts.get(contact) for contact in (one, other)] == before
    assert [original(book, contact) for contact in (one, other)] == cards


@pytest.mark.parametrize(
    ("version", "lines", "words"),
    [
        ("2.1", ("TITLE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8;X-A=1:J=C3=BCnger",
                 "TITLE;X-A=1:Chief"), "title=Chief"),
        ("2.1", ("item1.TZ;X-A=1:-05:00", "item1.TZ;X-A=1:+01:00"), "tz=+01:00"),
        ("2.1", ("BDAY;X-A:19800101", "BDAY;X-A:19810203"), "bday=1981-02-03"),
        ("3.0", ("BDAY;X-APPLE-OMIT-YEAR=1604;X-A=1:1604-04-15",
                 "BDAY;X-APPLE-OMIT-YEAR=1604;X-A=1:1604-05-16"), "bday=--05-16"),
        ("3.0", ("BDAY;VALUE=date;X-A=1:1980-01-01", "BDAY;VALUE=date;X-A=1:1981-02-03"), "bday=1981-02-03"),
        ("4.0", ("TZ;VALUE=utc-offset;X-A=1:-0500", "TZ;X-A=1:Europe/Berlin"), "tz=Europe/Berlin"),
        ("4.0", ("DEATHDATE;VALUE=text;X-A=1:circa 1800", "DEATHDATE;X-A=1:18010101"),
         "deathdate=1801-01-01"),
        ("4.0", ("PHOTO;VALUE=uri;MEDIATYPE=image/gif;PREF=1:https://a.example/a.gif",
                 "PHOTO;VALUE=uri;PREF=1:https://a.example/b.png"), "photo=https://a.example/b.png"),
    ],
)  # fmt: skip
def test_a_changed_line_is_written_by_the_rules_of_its_card(
    book: OpenBook, tmp_path: Path, version: str, lines: tuple[str, str], words: str
) -> None:
    line, after = lines
    ada = brought_in(book, tmp_path, a_whole_card(line, version))
    typed(book, ada, words)
    assert original(book, ada) == a_whole_card(after, version)
    book.history.undo()
    assert original(book, ada) == a_whole_card(line, version)


def test_a_label_comes_with_the_line_that_takes_anothers_place(book: OpenBook, tmp_path: Path) -> None:
    ada = brought_in(book, tmp_path, a_phone_card("Ada King", "1", "ORG:Engine"))
    newer = a_phone_card("Ada King", "1", "item1.ORG:Bureau", "item1.X-ABLabel:Evenings")
    brought_in(book, tmp_path, newer, OnMatch.REVIEW)
    person = book.contacts.get(ada)
    (company,) = person.all("ORG")
    assert [label.text for label in person.siblings(company)] == ["Evenings"]


def test_somebody_typed_by_hand_loses_nothing_either(book: OpenBook) -> None:
    ada = book.contacts.add(a_person("Ada", "item1.BDAY;X-A=1:19800101", "item1.X-ABLabel:born"))
    typed(book, ada, "bday=1981-02-03")
    line = book.contacts.get(ada).first("BDAY")
    assert line is not None
    assert (line.group, line.parameter("X-A"), line.value) == ("item1", ("1",), "19810203")
