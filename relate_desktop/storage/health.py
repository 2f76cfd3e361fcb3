"""What ``check`` looks at: SQLite's own checks, ties between rows, derived tables, media, modes.

A problem is a kind with facts; the words for it stand on top.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.people import BookHealth
from relate_desktop.storage import closeness, last_talks, schema, text_index, ties
from relate_desktop.storage.derived_calendars import DerivedCalendars
from relate_desktop.storage.digest import book_digest
from relate_desktop.storage.engine import OLDEST_SQLITE, raw, sqlite_version
from relate_desktop.storage.media import MediaStore
from relate_desktop.storage.permissions import open_to_others
from relate_desktop.storage.state import CommitMirror

Problem = tuple[str, Mapping[str, str | int]]

_MOST = 20
"""Findings of SQLite's own check that are named."""


def examined(connection: Connection, media: MediaStore, mirror: CommitMirror, folder: Path) -> BookHealth:
    """The health of a book, on one snapshot of it."""
    plain = raw(connection)
    problems = [*_damage(plain), *_ties(plain), *_derived(plain), *_missing_commits(plain, mirror)]
    problems += [*_media(plain, media), *_surroundings(folder)]
    return BookHealth(
        problems=tuple(problems),
        contacts=_number(plain, "SELECT count(*) FROM contacts WHERE trashed_at IS NULL"),
        properties=_number(
            plain,
            "SELECT count(*) FROM properties WHERE contact_id IN "
            "(SELECT id FROM contacts WHERE trashed_at IS NULL)",
        ),
        entries=_number(plain, "SELECT count(*) FROM entries"),
        reminders=_number(plain, "SELECT count(*) FROM reminders"),
        digest=book_digest(plain),
        sqlite_version=".".join(str(part) for part in sqlite_version()),
    )


_FRESHEN = """SELECT rowid FROM {index} WHERE {index} MATCH '"a"' LIMIT 1"""
"""FTS5 notices others' commits only where a query begins; its own check would use an old structure."""


def _damage(plain: Any) -> Iterator[Problem]:
    for index in ("search", "text_search"):
        plain.execute(_FRESHEN.format(index=index)).fetchall()
    found = [row[0] for row in plain.execute(f"PRAGMA integrity_check({_MOST})") if row[0] != "ok"]
    if found:
        yield "damaged", {"findings": len(found), "first": found[0]}
    broken = plain.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        yield "ties_broken", {"count": len(broken)}
    if sqlite_version() < OLDEST_SQLITE:
        yield "sqlite_too_old", {}


def _ties(plain: Any) -> Iterator[Problem]:
    expected = {
        (kind, name)
        for kind, names in (
            ("table", {*schema.metadata.tables, "search", "text_search", *_SHADOWS, "sqlite_sequence"}),
            ("index", {index.name for table in schema.metadata.tables.values() for index in table.indexes}),
        )
        for name in names
    }
    rows = plain.execute("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_autoindex%'")
    foreign = [name for kind, name in rows if (kind, name) not in expected]
    if foreign:
        yield "foreign_objects", {"count": len(foreign), "first": foreign[0]}


_SHADOWS = frozenset(
    f"{index}_{part}"
    for index in ("search", "text_search")
    for part in ("data", "idx", "content", "docsize", "config")
)


_SUMMARIES_LACKING = (
    "SELECT count(*) FROM (SELECT id, trashed_at IS NOT NULL FROM contacts EXCEPT "
    "SELECT contact_id, trashed FROM summaries)"
)
_SUMMARIES_TOO_MANY = "SELECT count(*) FROM summaries WHERE contact_id NOT IN (SELECT id FROM contacts)"
_SEARCH_LACKING = (
    "SELECT count(*) FROM (SELECT id FROM contacts WHERE trashed_at IS NULL EXCEPT "
    "SELECT id FROM search_docsize)"
)
_SEARCH_TOO_MANY = (
    "SELECT count(*) FROM search_docsize WHERE id NOT IN (SELECT id FROM contacts WHERE trashed_at IS NULL)"
)


_PEOPLE_OUT_OF_ORDER = (
    "SELECT count(*) FROM entries e CROSS JOIN participants p ON p.entry_id=e.id WHERE p.sort_at<>e.sort_at"
)


def _derived(plain: Any) -> Iterator[Problem]:
    summaries = _number(plain, _SUMMARIES_LACKING) + _number(plain, _SUMMARIES_TOO_MANY)
    if summaries:
        yield "summaries_differ", {"count": summaries}
    found = _number(plain, _SEARCH_LACKING) + _number(plain, _SEARCH_TOO_MANY)
    if found:
        yield "search_differs", {"count": found}
    texts = text_index.differing(plain)
    if texts:
        yield "texts_differ", {"count": texts}
    talks = last_talks.differing(plain)
    if talks:
        yield "talks_differ", {"count": talks}
    near = closeness.differing(plain)
    if near:
        yield "closeness_differs", {"count": near}
    related = ties.differing(plain)
    if related:
        yield "relations_differ", {"count": related}
    events = DerivedCalendars(plain).differing()
    if events:
        yield "events_differ", {"count": events}
    people = _number(plain, _PEOPLE_OUT_OF_ORDER)
    if people:
        yield "entries_out_of_order", {"count": people}


def _missing_commits(plain: Any, mirror: CommitMirror) -> Iterator[Problem]:
    mirrored, at = mirror.read()
    present = _number(plain, "SELECT coalesce(max(seq),0) FROM sqlite_sequence WHERE name='changesets'")
    if mirrored > present:
        yield "changes_missing", {"count": mirrored - present, "at": at}


def _media(plain: Any, media: MediaStore) -> Iterator[Problem]:
    damaged = media.damaged()
    if damaged:
        yield "media_damaged", {"count": len(damaged)}
    kept = media.hashes()
    named = {
        row[0][len("media:") :]
        for row in plain.execute("SELECT value FROM properties WHERE value >= 'media:' AND value < 'media;'")
    }
    missing = named - kept
    if missing:
        yield "media_missing", {"count": len(missing)}


def _surroundings(folder: Path) -> Iterator[Problem]:
    found = open_to_others(folder)
    if found:
        yield "open_to_others", {"count": len(found), "first": found[0].name}


def _number(plain: Any, query: str) -> int:
    return int(plain.execute(query).fetchone()[0])
