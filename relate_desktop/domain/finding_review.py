"""What was found, beside what the book says: new, the same, or something else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.kept_fact import (
    content_hash,
    contradicted,
    meaning,
    meant,
    note_text,
    said_in,
)
from relate_desktop.domain.lookup import (
    Answer,
    Finding,
    FindingField,
    LookupRemark,
    LookupTarget,
    Picture,
)
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
    doubted: bool = False
    """Whether another account than the last time said it: it may have changed hands."""

    @property
    def ticked(self) -> bool:
        """Whether it is proposed to be kept: never what contradicts, is old or may be of another."""
        return self.verdict is not Verdict.DIFFERS and not self.old and not self.doubted


@dataclass(frozen=True, slots=True)
class ReviewGroup:
    """What one source said."""

    target: LookupTarget
    account_id: str
    fetched_at: datetime
    findings: tuple[Reviewed, ...]
    remarks: tuple[LookupRemark, ...] = ()


def reviewed(
    contact: Contact, finding: Finding, now: datetime, picture: Picture | None = None, *, noted: bool = False
) -> Reviewed:
    """A finding laid beside the book; ``noted`` says that it stands on the timeline already."""
    old = finding.changed_at is not None and now - finding.changed_at > OLD
    if noted:
        return Reviewed(finding, Verdict.CONFIRMS, old, None)
    for line in said_in(contact, finding.field):
        if _same(line, finding, picture):
            return Reviewed(finding, Verdict.CONFIRMS, old, line)
    other = contradicted(contact, finding)
    verdict = Verdict.NEW if other is None else Verdict.DIFFERS
    return Reviewed(finding, verdict, old, other)


def _same(line: Property, finding: Finding, picture: Picture | None) -> bool:
    if finding.field is FindingField.PHOTO:
        return picture is not None and line.media == content_hash(picture.data)
    return meaning(finding.field, line) == meant(finding)


def review(
    contact: Contact,
    answers: Sequence[Answer],
    refused: frozenset[tuple[str, str, str]],
    now: datetime,
    notes: frozenset[str] = frozenset(),
) -> tuple[ReviewGroup, ...]:
    """What is to be decided, by source; what was refused of the same account before is left out.

    ``refused`` are account, field and value, ``notes`` the texts of what was kept on the timeline. A
    source without anything new to say has an empty group; a picture that was not read is left out.
    """
    return tuple(
        ReviewGroup(
            answer.target,
            answer.account_id,
            answer.fetched_at,
            tuple(_decidable(contact, answer, refused, now, notes)),
            answer.remarks,
        )
        for answer in answers
    )


def _decidable(
    contact: Contact,
    answer: Answer,
    refused: frozenset[tuple[str, str, str]],
    now: datetime,
    notes: frozenset[str],
) -> Iterator[Reviewed]:
    pictures = dict(answer.pictures)
    for finding in answer.findings:
        picture = pictures.get(finding.value)
        unread = finding.field is FindingField.PHOTO and picture is None
        if not unread and (answer.account_id, finding.field.value, meant(finding)) not in refused:
            noted = finding.field is FindingField.NEWS and note_text(finding) in notes
            doubted = LookupRemark.OTHER_ACCOUNT in answer.remarks
            yield replace(reviewed(contact, finding, now, picture, noted=noted), doubted=doubted)
