"""A ledger in memory."""

from dataclasses import dataclass
from datetime import datetime


@dataclass
class ListedRow:
    """One question and what came of it."""

    host: str
    port: int
    sent: str
    why: str
    status: int | None = None
    received: int = 0
    outcome: str = ""


class ListedLedger:
    """Keeps rows in the order in which they were begun."""

    def __init__(self) -> None:
        self.rows: list[ListedRow] = []
        self.waits: dict[str, datetime] = {}

    def begin(self, host: str, port: int, sent: str, why: str) -> int:
        self.rows.append(ListedRow(host, port, sent, why))
        return len(self.rows) - 1

    def end(self, entry: int, status: int | None, received: int, outcome: str) -> None:
        row = self.rows[entry]
        row.status, row.received, row.outcome = status, received, outcome

    def next_allowed(self, host: str) -> datetime | None:
        return self.waits.get(host)

    def wait(self, host: str, until: datetime) -> None:
        self.waits[host] = until
