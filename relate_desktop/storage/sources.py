"""Source cards: every card as it came, never changed, and the lines its properties point to."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from relate_desktop.domain.draft import ContactDraft
from relate_desktop.domain.ids import BatchId, ContactId, PropertyId, SourceCardId
from relate_desktop.domain.source import SourceLine, StoredCard
from relate_desktop.storage.card_bytes import packed, source_of, spans_column
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import Journal, insert_sql
from relate_desktop.storage.rows import storable
from relate_desktop.storage.schema import contact_cards, import_files, source_cards


class SourcesRepository:
    """Cards and lines on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._raw: Any = raw(connection)

    def cards_of(self, contact: ContactId) -> list[StoredCard]:
        """The cards a person was made of, oldest first; none for somebody typed by hand."""
        query = (
            select(source_cards, import_files.c.name, import_files.c.batch_id)
            .join(contact_cards, contact_cards.c.source_card_id == source_cards.c.id)
            .outerjoin(import_files, import_files.c.id == source_cards.c.import_file_id)
            .where(contact_cards.c.contact_id == contact)
            .order_by(source_cards.c.id)
        )
        return [
            StoredCard(
                id=SourceCardId(row["id"]),
                source=source_of(dict(row)),
                producer=row["producer"],
                record=row["record"],
                line=row["line"],
                file=row["name"],
                batch=BatchId(row["batch_id"]) if row["batch_id"] is not None else None,
            )
            for row in self._connection.execute(query).mappings()
        ]

    def lines_of(self, contact: ContactId) -> list[SourceLine]:
        """Which line of which card each property stands on, in card and byte order."""
        rows = self._raw.execute(
            "SELECT id, source_card_id, first_byte, byte_length, edited FROM properties "
            "WHERE contact_id=:c AND source_card_id IS NOT NULL UNION ALL "
            "SELECT l.property_id, l.source_card_id, l.first_byte, l.byte_length, l.edited "
            "FROM property_lines l JOIN properties p ON p.id=l.property_id WHERE p.contact_id=:c "
            "ORDER BY 2, 3",
            {"c": contact},
        )
        return [
            SourceLine(PropertyId(row[0]), SourceCardId(row[1]), row[2], row[3], bool(row[4])) for row in rows
        ]


def store_cards(journal: Journal, drafts: Sequence[ContactDraft], file: int | None) -> int:
    """Keeps the cards of these drafts under ids in a row; returns the first."""
    first = journal.reserve(source_cards, len(drafts))
    journal.raw.executemany(
        insert_sql(source_cards),
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
            )
            for index, draft in enumerate(drafts)
        ],
    )
    return first
