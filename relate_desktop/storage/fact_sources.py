"""From which file or address a line of a card came, of all that one change had."""

from collections.abc import Mapping
from typing import Any

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import ChangesetId

_CARDS = (
    "SELECT 0 AS further,source_card_id AS card FROM properties WHERE id=:line UNION "
    "SELECT 1,source_card_id FROM property_lines WHERE property_id=:line"
)


def line_source(
    connection: Any, kind: OperationKind, changeset: ChangesetId, line: int, value: str
) -> str | None:
    """The page that said what a line says, as kept facts have it, or the file in which it stood.

    ``kind`` and ``changeset`` are those of the change that wrote the value; None where neither is known.
    """
    if kind is not OperationKind.LOOKUP_KEEP:
        return _file_of(connection, changeset, line)
    row = connection.execute(
        "SELECT f.source_url FROM properties p JOIN kept_facts f ON f.contact_id=p.contact_id "
        "AND f.line=p.name AND f.value=? AND f.added=1 WHERE p.id=? ORDER BY f.id DESC LIMIT 1",
        (value, line),
    ).fetchone()
    return None if row is None else row[0]


def _file_of(connection: Any, changeset: ChangesetId, line: int) -> str | None:
    """The one file of an import in which a line stands: that of the card it was first read from."""
    row = connection.execute(
        f"SELECT f.name FROM ({_CARDS}) l JOIN source_cards c ON c.id=l.card "
        "JOIN import_files f ON f.id=c.import_file_id JOIN changesets s ON s.batch_id=f.batch_id "
        "WHERE s.id=:changeset ORDER BY l.further,l.card LIMIT 1",
        {"line": line, "changeset": changeset},
    ).fetchone()
    return None if row is None else row[0] or None


def sources_told(facts: Mapping[str, object]) -> str | None:
    """The addresses a change itself names, for lines whose facts are gone by now."""
    return ", ".join(str(facts.get("sources", "")).split()) or None
