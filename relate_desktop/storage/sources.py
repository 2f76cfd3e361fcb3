"""Source cards: every card as it came, never changed, and the lines its properties point to."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.draft import ContactDraft
from relate_desktop.domain.ids import BatchId, ContactId, PropertyId, SourceCardId
from relate_desktop.domain.source import SourceLine, StoredCard
from relate_desktop.storage.card_bytes import packed, source_of, spans_column
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import Journal, compact, insert_rows
from relate_desktop.storage.rows import storable
from relate_desktop.storage.schema import source_cards

Origins = tuple[list[StoredCard], list[SourceLine]]
"""The cards of a person, oldest first, and their lines in card and byte order."""


class SourcesRepository:
    """Cards and lines on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def cards_of(self, contact: ContactId) -> list[StoredCard]:
        """The cards a person was made of, oldest first; none for somebody typed by hand."""
        return self.of_many([contact])[contact][0]

    def lines_of(self, contact: ContactId) -> list[SourceLine]:
        """Which line of which card each property stands on, in card and byte order."""
        return self.of_many([contact])[contact][1]

    def of_many(self, contacts: Sequence[ContactId]) -> dict[ContactId, Origins]:
        """Cards and lines of several people at once; keep to some hundreds."""
        found: dict[ContactId, Origins] = {contact: ([], []) for contact in contacts}
        chosen = (compact(list(contacts)),)
        for row in self._raw.execute(_CARDS, chosen):
            found[row[0]][0].append(_stored_card(row[1:]))
        for row in self._raw.execute(_LINES, chosen * 2):
            found[row[0]][1].append(
                SourceLine(PropertyId(row[1]), SourceCardId(row[2]), row[3], row[4], bool(row[5]))
            )
        return found


_CARDS = (
    "SELECT c.contact_id, s.id, s.skeleton, s.spans, s.sha256, s.version, s.charset, s.producer, s.record, "
    "s.line, f.name, f.batch_id, s.line_count, s.left_out FROM contact_cards c "
    "JOIN source_cards s ON s.id=c.source_card_id LEFT JOIN import_files f ON f.id=s.import_file_id "
    "WHERE c.contact_id IN (SELECT value FROM json_each(?)) ORDER BY s.id"
)
_LINES = (
    "SELECT contact_id, id, source_card_id, first_byte, byte_length, edited FROM properties "
    "WHERE contact_id IN (SELECT value FROM json_each(?)) AND source_card_id IS NOT NULL UNION ALL "
    "SELECT p.contact_id, l.property_id, l.source_card_id, l.first_byte, l.byte_length, l.edited "
    "FROM properties p JOIN property_lines l ON l.property_id=p.id "
    "WHERE p.contact_id IN (SELECT value FROM json_each(?)) ORDER BY 3, 4"
)


def _stored_card(row: Sequence[Any]) -> StoredCard:
    return StoredCard(
        id=SourceCardId(row[0]),
        source=source_of(*row[1:6]),
        producer=row[6],
        record=row[7],
        line=row[8],
        file=row[9],
        batch=BatchId(row[10]) if row[10] is not None else None,
        line_count=row[11],
        left_out=tuple((start, length) for start, length in json.loads(row[12])) if row[12] else (),
    )


def store_cards(
    journal: Journal,
    drafts: Sequence[ContactDraft],
    file: int | None,
    left_out: Sequence[tuple[int, int]] = (),
) -> int:
    """Keeps the cards of these drafts under ids in a row; returns the first.

    ``left_out`` are the lines of a single draft that do not become part of the person.
    """
    first = journal.reserve(source_cards, len(drafts))
    insert_rows(
        journal.raw,
        source_cards,
        [
            (
                first + index,
                file,
                draft.record,
                draft.line,
                draft.source.version,
                draft.source.charset,
                bytes.fromhex(draft.source.sha256),
                storable(draft.producer),
                packed(draft.source.skeleton),
                spans_column(draft.source),
                len(draft.properties) - len(left_out),
                compact([list(span) for span in left_out]) if left_out else None,
            )
            for index, draft in enumerate(drafts)
        ],
    )
    return first
