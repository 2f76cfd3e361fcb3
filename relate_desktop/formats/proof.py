"""Reads an export back with a reader that is not ours before it is called done.

vCards go to vobject in a process of its own (``proof_jail``) and what it finds is compared with
what was meant; what vobject is known not to read is told apart from faults of the export. Cards
that went out as they came are compared by their bytes.
"""

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from relate_desktop.domain.exporting import ExportFormat, FaultKind, MeantCard, ProofLimit, ProofReport
from relate_desktop.formats.proof_cards import LARGEST_LINE, embedded_in, fresh_cards, handed_over
from relate_desktop.formats.proof_facts import compared, embedded_hashes
from relate_desktop.formats.proof_jail import DIED, Told, read_by_other
from relate_desktop.formats.proof_jcard import compare_jcards
from relate_desktop.formats.proof_original import compare_originals
from relate_desktop.formats.proof_tally import ProofTally, Step

READERS = max(1, min(4, (os.cpu_count() or 2) - 1))
"""How many of the other reader work side by side."""
CHUNK_CARDS = 1000
CHUNK_BYTES = 4 << 20
"""How much is handed to the other reader at once: its limits hold for one chunk."""

_Answer = tuple[bytes, tuple[str, ...], Told]
"""A card, the names of the lines that were kept from the other reader, and what it told."""
_Handed = list[tuple[bytes, bytes, tuple[str, ...]]]
"""Cards, what of them is handed over, and the names of the lines that are not."""


def prove(
    path: Path,
    form: ExportFormat,
    meant: Iterable[MeantCard],
    *,
    total: int = 0,
    step: Step | None = None,
) -> ProofReport:
    """What the written file says, compared card by card with what it was meant to say.

    ``meant`` is taken in step with the file, so that neither is held in memory. Raises OSError
    when the file cannot be read or no process started, and whatever ``step`` raises.
    """
    tally = ProofTally(total, step)
    with path.open("rb") as stream:
        if form is ExportFormat.JCARD:
            compare_jcards(stream, meant, tally)
        elif form is ExportFormat.ORIGINAL:
            compare_originals(stream, meant, tally)
        else:
            _compare_fresh(stream, meant, tally)
    return tally.report()


def _compare_fresh(stream: BinaryIO, meant: Iterable[MeantCard], tally: ProofTally) -> None:
    wanted = iter(meant)
    with closing(_answered(_chunks(fresh_cards(stream)))) as answered:
        for chunk in answered:
            for card, cut, told in chunk:
                _compare(card, cut, told, next(wanted, None), tally)
            tally.step()
    for _ in wanted:
        tally.missing()
    tally.step()


def _answered(chunks: Iterator[list[bytes]]) -> Generator[list[_Answer], None, None]:
    """Each chunk with what the other reader says of it; the next ones are read meanwhile."""
    waiting: deque[tuple[_Handed, Future[list[Told]]]] = deque()
    with ThreadPoolExecutor(READERS, "other-reader") as readers:
        try:
            for chunk in chunks:
                handed = [(card, *handed_over(card)) for card in chunk]
                waiting.append((handed, readers.submit(read_by_other, [given for _, given, _ in handed])))
                if len(waiting) > READERS:
                    yield _joined(*waiting.popleft())
            while waiting:
                yield _joined(*waiting.popleft())
        finally:
            readers.shutdown(cancel_futures=True)


def _joined(handed: _Handed, told: Future[list[Told]]) -> list[_Answer]:
    pairs = zip(handed, told.result(), strict=True)
    return [(card, cut, answer) for (card, _, cut), answer in pairs]


def _chunks(cards: Iterator[bytes]) -> Iterator[list[bytes]]:
    chunk: list[bytes] = []
    size = 0
    for card in cards:
        chunk.append(card)
        size += len(card)
        if len(chunk) == CHUNK_CARDS or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _compare(
    card: bytes, cut: tuple[str, ...], told: Told, wanted: MeantCard | None, tally: ProofTally
) -> None:
    if wanted is None:
        tally.card(0, [("", FaultKind.CARD_EXTRA)])
        return
    limits = _limits_met(card, cut, told)
    if told.error is not None:
        unreadable = () if ProofLimit.TOO_LARGE in limits else [("", FaultKind.UNREADABLE)]
        tally.card(0, unreadable, limits)
        return
    result = compared(wanted.properties, told, cut)
    meant_media = embedded_hashes(wanted.properties)
    absent = meant_media - embedded_in(card) if meant_media else meant_media
    faults = [*result.faults, *((name, FaultKind.VALUE_DIFFERS) for name, _ in absent)]
    if told.cards != 1:
        faults.append(("", FaultKind.CARD_EXTRA))
    tally.card(result.facts, faults, result.limits | limits)


def _limits_met(card: bytes, cut: tuple[str, ...], told: Told) -> set[ProofLimit]:
    limits = {ProofLimit.PROFILE} if "PROFILE" in cut else set()
    if len(card) > LARGEST_LINE and set(cut) - {"PROFILE"}:
        limits.add(ProofLimit.TOO_LARGE)
    if b";base64," in card:
        limits.add(ProofLimit.DATA_URI)
    if told.error == "MemoryError" or (told is DIED and len(card) > LARGEST_LINE):
        limits.add(ProofLimit.TOO_LARGE)
    return limits
