"""From which address a line of a card was kept, where a look-up wrote it."""

from collections.abc import Mapping
from typing import Any

from relate_desktop.domain.change import OperationKind


def line_source(connection: Any, kind: OperationKind, line: int, value: str) -> str | None:
    """The page that said what a line says, as kept facts have it; None where no look-up wrote it.

    ``kind`` is that of the change that wrote the value.
    """
    if kind is not OperationKind.LOOKUP_KEEP:
        return None
    row = connection.execute(
        "SELECT f.source_url FROM properties p JOIN kept_facts f ON f.contact_id=p.contact_id "
        "AND f.line=p.name AND f.value=? AND f.added=1 WHERE p.id=? ORDER BY f.id DESC LIMIT 1",
        (value, line),
    ).fetchone()
    return None if row is None else row[0]


def sources_told(facts: Mapping[str, object]) -> str | None:
    """The addresses a change itself names, for lines whose facts are gone by now."""
    return ", ".join(str(facts.get("sources", "")).split()) or None
