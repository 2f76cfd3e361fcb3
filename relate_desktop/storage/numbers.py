"""Whole numbers out of SQLite by the hundred thousand."""

import json
from collections.abc import Sequence
from typing import Any


def numbers(connection: Any, query: str, parameters: Sequence[object] = ()) -> list[int]:
    """The column ``number`` of a query, in its order where the query has a limit.

    In one piece: fetched row by row, as many would take three times as long.
    """
    row = connection.execute(f"SELECT json_group_array(number) FROM ({query})", parameters).fetchone()
    found: list[int] = json.loads(row[0])
    return found
