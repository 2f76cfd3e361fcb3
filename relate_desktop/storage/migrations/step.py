"""One numbered step, and the walk over those a book still lacks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from relate_desktop.storage import drill


@dataclass(frozen=True, slots=True)
class Step:
    """What makes a book of ``version`` out of one of the version before.

    ``apply`` runs in a transaction of its own that also notes the new version: whole or not
    at all. A step that renames or drops a column of a journalled table must rewrite the images
    in ``changes`` with it.
    """

    version: int
    apply: Callable[[Connection], None]


def migrate(engine: Engine, steps: Sequence[Step], present: int, application_id: int) -> None:
    """Takes every step beyond ``present``, each in one transaction begun IMMEDIATE."""
    for step in steps:
        if step.version <= present:
            continue
        with engine.begin() as connection:
            step.apply(connection)
            drill.point("in-migration")
            connection.exec_driver_sql(f"PRAGMA application_id={application_id}")
            connection.exec_driver_sql(f"PRAGMA user_version={step.version}")
