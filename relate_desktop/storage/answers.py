"""The last answer of each account as it was understood, so that less need be asked the next time."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.lookup import Answer, Finding, FindingField, LookupTarget, Proof, Provider
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import compact
from relate_desktop.storage.moments import from_column, to_column
from relate_desktop.storage.rows import storable

_KEY = "contact_id=? AND provider=? AND server=? AND handle=?"


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """What an earlier look-up of an account left."""

    account_id: str
    etag: str
    last_modified: str
    digest: str
    findings: tuple[Finding, ...]
    fetched_at: datetime
    next_allowed_at: datetime | None


class AnswersRepository:
    """Answers on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def find(self, contact: ContactId, target: LookupTarget) -> KeptAnswer | None:
        """The last answer of an account of somebody's."""
        row = self._raw.execute(
            "SELECT account, etag, last_modified, digest, findings, fetched_at, next_allowed_at "
            f"FROM lookup_answers WHERE {_KEY}",
            _key(contact, target),
        ).fetchone()
        if row is None:
            return None
        findings = tuple(_finding(one) for one in json.loads(row[4]))
        later = None if row[6] is None else from_column(row[6])
        return KeptAnswer(row[0], row[1], row[2], row[3], findings, from_column(row[5]), later)


class AnswersWriter(AnswersRepository):
    """Answers on a transaction that keeps no record."""

    def put(self, contact: ContactId, answer: Answer) -> None:
        """Keeps an answer in place of the last one; one that is unchanged leaves the findings as they are."""
        if answer.unchanged:
            self._raw.execute(
                f"UPDATE lookup_answers SET fetched_at=?, next_allowed_at=? WHERE {_KEY}",
                (to_column(answer.fetched_at), _later(answer), *_key(contact, answer.target)),
            )
            return
        columns = (
            *_key(contact, answer.target),
            storable(answer.account_id),
            answer.etag,
            answer.last_modified,
            answer.digest,
            compact([_as_list(one) for one in answer.findings]),
            to_column(answer.fetched_at),
            _later(answer),
        )
        self._raw.execute(f"INSERT OR REPLACE INTO lookup_answers VALUES ({','.join('?' * 11)})", columns)

    def forget_person(self, contact: ContactId) -> None:
        """Drops every answer about somebody."""
        self._raw.execute("DELETE FROM lookup_answers WHERE contact_id=?", (contact,))

    def forget_provider(self, provider: Provider) -> None:
        """Drops every answer of a provider."""
        self._raw.execute("DELETE FROM lookup_answers WHERE provider=?", (provider.value,))


def _key(contact: ContactId, target: LookupTarget) -> tuple[object, ...]:
    return (contact, target.provider.value, target.server, storable(target.handle))


def _later(answer: Answer) -> int | None:
    return None if answer.next_allowed_at is None else to_column(answer.next_allowed_at)


def _as_list(finding: Finding) -> list[object]:
    changed = None if finding.changed_at is None else to_column(finding.changed_at)
    return [
        finding.field.value,
        finding.value,
        finding.source_url,
        finding.proof.value,
        changed,
        finding.detail,
    ]


def _finding(kept: Sequence[Any]) -> Finding:
    field, value, source, proof, changed, detail = kept
    moment = None if changed is None else from_column(changed)
    return Finding(FindingField(field), value, source, Proof(proof), moment, detail)
