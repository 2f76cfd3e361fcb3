"""Erasing what look-ups left of people: also while they were taken for one with somebody who stays."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.joining import groups_of
from relate_desktop.domain.refused_fact import REFUSED_FACT
from relate_desktop.storage.images import field_of
from relate_desktop.storage.journal import compact

_FOR_EVER = 2**62


@dataclass(frozen=True, slots=True)
class _Span:
    """While somebody was made part of ``contact``: changesets, and moments in microseconds."""

    contact: int
    first: int
    since: int
    last: int = _FOR_EVER
    until: int = _FOR_EVER


class LookupEraser:
    """Within one write transaction; ``chosen`` are people as JSON."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw

    def erase(self, chosen: str) -> None:
        """All that was asked, answered, agreed to and refused: of them, and of whom they were one with."""
        self._delete(chosen, 0, _FOR_EVER)
        for span in self._spans(chosen):
            self._delete(compact([span.contact]), span.since, span.until)
            self._delete_refusals(span)

    def _delete(self, people: str, since: int, until: int) -> None:
        whose = "contact_id IN (SELECT value FROM json_each(:p))"
        lookups = f"(SELECT id FROM lookups WHERE {whose} AND at BETWEEN :s AND :u)"
        asked = f"SELECT host FROM asked WHERE lookup_id IN {lookups}"
        others = f"SELECT host FROM asked WHERE lookup_id NOT IN {lookups}"
        for statement in (
            f"DELETE FROM host_waits WHERE host IN ({asked}) AND host NOT IN ({others})",
            f"DELETE FROM asked WHERE lookup_id IN {lookups}",
            f"DELETE FROM lookups WHERE {whose} AND at BETWEEN :s AND :u",
            f"DELETE FROM lookup_consents WHERE {whose} AND agreed_at BETWEEN :s AND :u",
            f"DELETE FROM lookup_answers WHERE {whose} AND fetched_at BETWEEN :s AND :u",
        ):
            self._raw.execute(statement, {"p": people, "s": since, "u": until})

    def _delete_refusals(self, span: _Span) -> None:
        """Which of the two a refused fact was of is not told, so each of that time is asked about again."""
        new = (
            "SELECT id, row_id, last_row_id FROM changes WHERE table_name='declined' "
            "AND before IS NULL AND last_row_id IS NOT NULL AND changeset_id BETWEEN :f AND :l"
        )
        kind, contact = field_of("declined", "kind"), field_of("declined", "contact_id")
        given = {"f": span.first, "l": span.last, "k": REFUSED_FACT, "c": span.contact}
        rows = self._raw.execute(
            f"SELECT d.id FROM declined d JOIN ({new}) n ON d.id BETWEEN n.row_id AND n.last_row_id "
            "WHERE d.kind=:k AND d.contact_id=:c UNION "
            f"SELECT c.row_id FROM changes c JOIN ({new}) n ON c.row_id BETWEEN n.row_id AND n.last_row_id "
            f"WHERE c.table_name='declined' AND c.before IS NOT NULL AND {kind}=:k AND {contact}=:c",
            given,
        ).fetchall()
        gone = compact([row[0] for row in rows])
        ranges = self._raw.execute(new, given).fetchall()
        self._raw.execute("DELETE FROM declined WHERE id IN (SELECT value FROM json_each(?))", (gone,))
        self._raw.execute(
            "DELETE FROM changes WHERE table_name='declined' AND before IS NOT NULL "
            "AND row_id IN (SELECT value FROM json_each(?))",
            (gone,),
        )
        drop_emptied(self._raw, [(number, "declined", first, last) for number, first, last in ranges])

    def _spans(self, chosen: str) -> list[_Span]:
        """Whom they were made part of at some time, and for how long."""
        merges = self._raw.execute(
            "SELECT c.row_id, s.id, s.at, s.facts FROM changes c JOIN changesets s ON s.id=c.changeset_id "
            "WHERE c.table_name='contacts' AND c.before IS NOT NULL "
            "AND c.row_id IN (SELECT value FROM json_each(?)) AND s.operation IN (?,?)",
            (chosen, OperationKind.MERGE, OperationKind.MERGE_ALL),
        ).fetchall()
        found = []
        for contact, changeset, at, text in merges:
            facts = json.loads(text)
            kept = {other: group[0] for group in groups_of(facts) for other in group[1:]}
            into = kept.get(contact, facts.get("contact"))
            if into is not None and into != contact:
                found.append(_Span(into, changeset, at, *self._end(changeset, into)))
        return found

    def _end(self, merge: int, into: int) -> tuple[int, int]:
        """The change that separated them again, and when; none where they may have been joined anew."""
        ends = self._raw.execute(
            "SELECT id, at FROM changesets WHERE undoes=? AND (operation IN (?,?) "
            "OR operation=? AND json_extract(facts,'$.contact')=?)",
            (merge, OperationKind.UNDO, OperationKind.TAKE_BACK, OperationKind.SEPARATE, into),
        ).fetchall()
        if len(ends) != 1:
            return _FOR_EVER, _FOR_EVER
        again = self._raw.execute("SELECT 1 FROM changesets WHERE undoes=?", (ends[0][0],)).fetchone()
        return ends[0] if again is None else (_FOR_EVER, _FOR_EVER)


def drop_emptied(raw: Any, ranges: Sequence[tuple[int, str, int, int]]) -> None:
    """Lets changes of which nothing is left say so: there is nothing in them to undo."""
    for number, table, first, last in ranges:
        left = raw.execute(
            f"SELECT 1 FROM {table} WHERE id BETWEEN :f AND :l UNION ALL SELECT 1 FROM changes WHERE "
            "table_name=:t AND row_id BETWEEN :f AND :l AND before IS NOT NULL LIMIT 1",
            {"f": first, "l": last, "t": table},
        ).fetchone()
        if left is None:
            raw.execute("DELETE FROM changes WHERE id=?", (number,))
