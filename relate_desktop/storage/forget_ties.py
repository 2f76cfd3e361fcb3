"""Erasing relations to somebody: lines on other people's cards that point to them, images included.

What another card says of somebody by name alone is that other person's and stays.
"""

from itertools import chain
from typing import Any

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.relationship import OWN_ID, POINTS_TO
from relate_desktop.storage.images import field_of
from relate_desktop.storage.journal import compact

_IN = "IN (SELECT value FROM json_each(?))"


def forget_ties(connection: Any, chosen: str) -> tuple[ContactId, ...]:
    """Erases the lines of others that point to these people, given as JSON; answers whose lines they were."""
    affected: set[int] = set()
    for given in _own_ids(connection, chosen):
        pointing = f'%"{POINTS_TO}"%{_like(compact(given))}%'
        lines = connection.execute(
            "SELECT id, contact_id, grp FROM properties WHERE parameters LIKE ? ESCAPE '!' "
            f"AND contact_id NOT {_IN}",
            (pointing, chosen),
        ).fetchall()
        _erase_old_labels(connection, pointing)
        for _line, contact, group in lines:
            affected.add(contact)
            _erase_labels(connection, contact, group)
        gone = compact([line[0] for line in lines])
        connection.execute(f"DELETE FROM property_lines WHERE property_id {_IN}", (gone,))
        connection.execute(f"DELETE FROM properties WHERE id {_IN}", (gone,))
        connection.execute(
            f"DELETE FROM changes WHERE table_name='properties' AND before IS NOT NULL AND (row_id {_IN} "
            f"OR {field_of('properties', 'parameters')} LIKE ? ESCAPE '!')",
            (gone, pointing),
        )
    return tuple(ContactId(contact) for contact in sorted(affected))


def _own_ids(connection: Any, chosen: str) -> set[str]:
    """What these people have or had for others to point to."""
    found = connection.execute(
        f"SELECT value FROM properties WHERE upper(name)=? AND contact_id {_IN} UNION "
        f"SELECT {field_of('properties', 'value')} FROM changes WHERE table_name='properties' "
        f"AND before IS NOT NULL AND upper({field_of('properties', 'name')})=? "
        f"AND {field_of('properties', 'contact_id')} {_IN}",
        (OWN_ID, chosen, OWN_ID, chosen),
    )
    return {value.strip() for value in chain.from_iterable(found) if value and value.strip()}


def _erase_labels(connection: Any, contact: int, group: str | None) -> None:
    """The word for the relation stands on a line beside it."""
    if group is None:
        return
    labels = connection.execute(
        "SELECT id FROM properties WHERE contact_id=? AND lower(grp)=lower(?) AND upper(name)='X-ABLABEL'",
        (contact, group),
    ).fetchall()
    gone = compact([row[0] for row in labels])
    connection.execute(f"DELETE FROM property_lines WHERE property_id {_IN}", (gone,))
    connection.execute(f"DELETE FROM properties WHERE id {_IN}", (gone,))
    connection.execute(
        f"DELETE FROM changes WHERE table_name='properties' AND before IS NOT NULL AND row_id {_IN}", (gone,)
    )


def _erase_old_labels(connection: Any, pointing: str) -> None:
    """The images of such lines: they were written by the same change as the line they belonged to."""
    contact, group, name = (field_of("properties", column) for column in ("contact_id", "grp", "name"))
    images = "table_name='properties' AND before IS NOT NULL"
    rows = connection.execute(
        f"SELECT changeset_id, {contact}, {group} FROM changes WHERE {images} "
        f"AND {field_of('properties', 'parameters')} LIKE ? ESCAPE '!'",
        (pointing,),
    ).fetchall()
    for row in rows:
        connection.execute(
            f"DELETE FROM changes WHERE changeset_id=? AND {images} AND {contact}=? AND {group}=? "
            f"AND upper({name})='X-ABLABEL'",
            row,
        )


def _like(text: str) -> str:
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")
