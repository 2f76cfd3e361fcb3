"""Records as bytes and back, for handing them from one process of ours to another.

Plain tuples in Python's own binary form: a sixth of what pickling objects costs. Sets of parameters
come again and again, so each is written once a batch.
"""

import marshal
from collections.abc import Sequence
from typing import Any

from relate_desktop.domain.draft import (
    Accounting,
    CardSource,
    ContactDraft,
    LooseText,
    Media,
    MediaSpan,
    Record,
    Refusal,
    Remark,
    RemarkKind,
)
from relate_desktop.domain.gist import Gist
from relate_desktop.domain.ids import MediaHash
from relate_desktop.domain.matching import KeyKind, MatchKey
from relate_desktop.domain.property import Parameter, Property
from relate_desktop.domain.summary import SummaryFields

_KEY_KINDS = {kind.value: kind for kind in KeyKind}
_DRAFT, _REFUSAL, _LOOSE = range(3)


def packed(records: Sequence[Record]) -> bytes:
    """The records in one piece."""
    table = _Table()
    rows = [_row(record, table) for record in records]
    return marshal.dumps((table.rows, rows))


def unpacked(piece: bytes) -> list[Record]:
    """The records of a piece that ``packed`` made; never to be given anything else."""
    table, rows = marshal.loads(piece)  # noqa: S302 - out of a pipe from a process of ours
    parameters = [tuple(Parameter(name, values) for name, values in one) for one in table]
    return [_record(row, parameters) for row in rows]


class _Table:
    """Sets of parameters, each once; told apart by identity, since readers hand out the same again."""

    def __init__(self) -> None:
        self.rows: list[list[tuple[str | None, tuple[str, ...]]]] = []
        self._places: dict[int, int] = {}

    def place(self, parameters: tuple[Parameter, ...]) -> int:
        """Where the set stands; the records keep it alive meanwhile."""
        place = self._places.get(id(parameters))
        if place is None:
            place = self._places[id(parameters)] = len(self.rows)
            self.rows.append([(one.name, one.values) for one in parameters])
        return place


def _row(record: Record, table: _Table) -> tuple[Any, ...]:
    if isinstance(record, LooseText):
        return (_LOOSE, record.line, record.raw)
    if isinstance(record, Refusal):
        remark = _remark_row(record.remark)
        return (_REFUSAL, record.record, record.line, remark, record.raw, _counts(record.accounting))
    source = record.source
    return (
        _DRAFT,
        record.record,
        record.line,
        [(one.name, one.value, table.place(one.parameters), one.group) for one in record.properties],
        record.spans,
        source.skeleton,
        [(s.start, s.length, s.hash, s.first_width, s.width, s.fold) for s in source.spans],
        (source.sha256, source.version, source.charset),
        record.producer,
        _counts(record.accounting),
        [(media.hash, media.media_type, media.content) for media in record.media],
        [_remark_row(remark) for remark in record.remarks],
        _gist_row(record.gist),
    )


def _record(row: tuple[Any, ...], parameters: Sequence[tuple[Parameter, ...]]) -> Record:
    kind = row[0]
    if kind == _LOOSE:
        return LooseText(row[1], row[2])
    if kind == _REFUSAL:
        return Refusal(row[1], row[2], _remark(row[3]), row[4], Accounting(*row[5]))
    sha256, version, charset = row[7]
    return ContactDraft(
        record=row[1],
        line=row[2],
        properties=tuple([Property(name, value, parameters[at], group) for name, value, at, group in row[3]]),
        spans=row[4],
        source=CardSource(row[5], tuple(MediaSpan(*span) for span in row[6]), sha256, version, charset),
        producer=row[8],
        accounting=Accounting(*row[9]),
        media=tuple(Media(MediaHash(name), kind, content) for name, kind, content in row[10]),
        remarks=tuple(_remark(remark) for remark in row[11]),
        ready=_gist(row[12]),
    )


def _gist_row(gist: Gist) -> tuple[Any, ...]:
    fields = [getattr(gist.fields, name) for name in SummaryFields.__slots__]
    keys = [(key.kind.value, key.value, number) for key, number in gist.keys.items()]
    return (fields, gist.words, keys, gist.days)


def _gist(row: tuple[Any, ...]) -> Gist:
    fields, words, keys, days = row
    found = {MatchKey(_KEY_KINDS[kind], value): number for kind, value, number in keys}
    return Gist(SummaryFields(*fields), words, found, days)


def _counts(accounting: Accounting) -> tuple[int, int, int]:
    return (accounting.understood, accounting.kept_as_is, accounting.refused)


def _remark_row(remark: Remark) -> tuple[str, int, dict[str, str | int]]:
    return (remark.kind.value, remark.line, dict(remark.facts))


def _remark(row: tuple[str, int, dict[str, str | int]]) -> Remark:
    return Remark(RemarkKind(row[0]), row[1], row[2])
