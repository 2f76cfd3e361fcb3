"""People dragged inside the window: which ones, beside the vCards that other programs take."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from relate_desktop.domain.ids import ContactId

PEOPLE = "application/x-relate-people"
"""Only a list of ids; it means nothing outside this window's book."""


def with_people(data: QMimeData, people: Sequence[int]) -> QMimeData:
    """The data of a drag, which says as well whom it is about."""
    data.setData(PEOPLE, json.dumps(list(people)).encode())
    return data


def people_of(data: QMimeData) -> list[ContactId]:
    """Who is dragged; nobody where it is anything else."""
    if not data.hasFormat(PEOPLE):
        return []
    try:
        found = json.loads(bytes(data.data(PEOPLE).data()))
    except ValueError:
        return []
    return [ContactId(one) for one in found if isinstance(one, int)] if isinstance(found, list) else []
