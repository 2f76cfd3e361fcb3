"""Counting what becomes of every record and every property of an import."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from relate_desktop.domain.draft import Accounting, Remark
from relate_desktop.domain.importing import FileReport, Finding, Noted, OtherEntries, Skipped

MOST_NOTED = 10_000
"""A file with more to say about has been told enough of; memory must not grow with its damage."""


@dataclass(slots=True)
class Tally:
    """The counts of one file while its records go by."""

    path: str
    format: str
    created: int = 0
    updated: int = 0
    same: int = 0
    review: int = 0
    removed: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    understood: int = 0
    kept_as_is: int = 0
    refused: int = 0
    noted: list[Noted] = field(default_factory=list)
    others: OtherEntries = field(default_factory=OtherEntries)

    def account(self, accounting: Accounting) -> None:
        """Add where the properties of one record went."""
        self.understood += accounting.understood
        self.kept_as_is += accounting.kept_as_is
        self.refused += accounting.refused

    def skip(self, record: int, line: int, remark: Remark) -> None:
        """Count a record that does not come in, with its reason."""
        self.skipped.append(Skipped(record, line, remark))

    def note(self, record: int, remarks: Iterable[Remark]) -> None:
        """Keep what the reader had to say of a record that it could read."""
        for remark in remarks:
            if len(self.noted) >= MOST_NOTED:
                return
            self.noted.append(Noted(record, remark))

    def count(self, finding: Finding, *, event: bool) -> None:
        """Count a record of a calendar."""
        created, updated = finding is Finding.NEW, finding is Finding.UPDATE
        self.created += created
        self.updated += updated
        self.same += not (created or updated)
        if not event:
            self.others = OtherEntries(
                self.others.records + 1, self.others.created + created, self.others.updated + updated
            )

    @property
    def records(self) -> int:
        """How many records were counted so far."""
        return self.created + self.updated + self.same + self.review + len(self.skipped)

    @property
    def properties(self) -> Accounting:
        """Where all properties went."""
        return Accounting(self.understood, self.kept_as_is, self.refused)

    def report(self) -> FileReport:
        """The counts as they are told."""
        return FileReport(
            path=self.path,
            format=self.format,
            records=self.records,
            created=self.created,
            updated=self.updated,
            same=self.same,
            review=self.review,
            skipped=tuple(self.skipped),
            properties=self.properties,
            removed=self.removed,
            noted=tuple(self.noted),
            others=self.others,
        )
