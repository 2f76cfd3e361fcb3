"""What was found, beside what the book says: new, the same, or something else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.kept_fact import contradicted, meaning, meant, said_in
from relate_desktop.domain.lookup import Answer, Finding, FindingField, LookupRemark, LookupTarget
from relate_desktop.domain.property import Property

OLD = timedelta(days=730)
"""After so long without a change a source is probably not looked after any more."""


class Verdict(StrEnum):
    """How a finding stands to the book."""

    NEW = "new"
    CONFIRMS = "confirms"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One finding as the user decides about it."""

    finding: Finding
    verdict: Verdict
    old: bool
    """Whether the source did not change for long."""
    said: Property | None
    """What the book says: the same, or what is contradicted."""

    @property
    def ticked(self) -> bool:
        """Whether it is proposed to be kept: never what contradicts the user, never what is old."""
        return self.verdict is not Verdict.DIFFERS and not self.old


@dataclass(frozen=True, slots=True)
class ReviewGroup:
    """What one source said."""

    target: LookupTarget
    account_id: str
    fetched_at: datetime
    findings: tuple[Reviewed, ...]
    remarks: tuple[LookupRemark, ...] = ()


def reviewed(contact: Contact, finding: Finding, now: datetime) -> Reviewed:
    """A finding laid beside the book."""
    old = finding.changed_at is not None and now - finding.changed_at > OLD
    if finding.field is not FindingField.PHOTO:
        for line in said_in(contact, finding.field):
            if meaning(finding.field, line) == meant(finding):
                return Reviewed(finding, Verdict.CONFIRMS, old, line)
    other = contradicted(contact, finding)
    verdict = Verdict.NEW if other is None else Verdict.DIFFERS
    return Reviewed(finding, verdict, old, other)


def review(
    contact: Contact, answers: Sequence[Answer], refused: frozenset[tuple[str, str, str]], now: datetime
) -> tuple[ReviewGroup, ...]:
    """What is to be decided, by source; what was refused of the same account before is left out.

    ``refused`` are account, field and value. A source without anything new to say has an empty group.
    """
    return tuple(
        ReviewGroup(
            answer.target,
            answer.account_id,
            answer.fetched_at,
            tuple(
                reviewed(contact, finding, now)
                for finding in answer.findings
                if (answer.account_id, finding.field.value, meant(finding)) not in refused
            ),
            answer.remarks,
        )
        for answer in answers
    )
