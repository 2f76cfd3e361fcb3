"""Relations travel with the cards: out as vCard and jCard, and into another book."""

from pathlib import Path

import pytest

from relate_desktop.domain.exporting import ExportFormat
from relate_desktop.domain.household import home_of
from relate_desktop.domain.relationship import how_met
from relate_desktop.services.book import OpenBook
from tests.open_book import a_book, a_person
from tests.unit.services.going import a_job


def told(book: OpenBook, name: str) -> list[tuple[str, str, str]]:
    found = book.relations.around(book.contacts.named(name))
    return [(one.name, one.kind, one.back) for one in found.relations]


@pytest.mark.parametrize("format", [ExportFormat.VCARD4, ExportFormat.VCARD3])
def test_relations_households_and_how_one_met_come_into_another_book(
    tmp_path: Path,
    format: ExportFormat,  # noqa: A002 - as the service calls it
) -> None:
    file = tmp_path / "people.vcf"
    with a_book(tmp_path / "one") as book:
        ada, byron, landlord = (
            book.contacts.add(a_person(name)) for name in ("Ada", "Byron; the, poet", "Lord \u2014 \u0130")
        )
        book.relations.relate(ada, byron, "father")
        book.relations.relate(ada, landlord, "Land;lord, old", "Ten\u00e4nt: dear")
        book.relations.live_together([ada, byron], "The Kings; all")
        book.relations.met(ada, "At a fair,\nin 1833")
        expected = told(book, "1")
        assert len(expected) == 2
        report = book.exports.export(file, format=format, ids=None, job=a_job())
        assert report is not None
    with a_book(tmp_path / "other") as book:
        book.imports.run([file], job=a_job())
        assert told(book, "Ada") == expected
        assert told(book, "2") == [("Ada", "child", "father")]
        person = book.contacts.get(book.contacts.named("Ada"))
        assert how_met(person) == "At a fair,\nin 1833"
        home = home_of(person)
        assert home is not None
        assert home.name == "The Kings; all"
        household = book.relations.around(book.contacts.named("Ada")).household
        assert household is not None
        assert len(household.members) == 2
