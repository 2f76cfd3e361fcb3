"""Counts what a proof finds, card by card."""

from collections import Counter
from collections.abc import Callable, Iterable

from relate_desktop.domain.exporting import FaultKind, LimitCount, ProofFault, ProofLimit, ProofReport

Step = Callable[[int, int], None]
"""Told how many cards are done of how many; may raise to stop."""

_FAULTS_KEPT = 100


class ProofTally:
    """The growing result of one proof."""

    def __init__(self, total: int = 0, step: Step | None = None) -> None:
        self._cards = 0
        self._facts = 0
        self._limits: Counter[ProofLimit] = Counter()
        self._faults: list[ProofFault] = []
        self._fault_count = 0
        self._total = total
        self._step = step

    def card(
        self, facts: int, faults: Iterable[tuple[str, FaultKind]] = (), limits: Iterable[ProofLimit] = ()
    ) -> None:
        """One more card of the file: values found right, differences, and limits of the reader met."""
        self._cards += 1
        self._facts += facts
        self._limits.update(set(limits))
        for name, kind in faults:
            self._fault(self._cards, name, kind)

    def missing(self) -> None:
        """A card that was meant and is not in the file."""
        self._fault(self._cards + 1, "", FaultKind.CARD_MISSING)

    def step(self) -> None:
        """Tells how far the proof is."""
        if self._step is not None:
            self._step(self._cards, max(self._total, self._cards))

    def report(self) -> ProofReport:
        """What was found."""
        limits = tuple(LimitCount(limit, cards) for limit, cards in self._limits.most_common())
        return ProofReport(self._cards, self._facts, limits, tuple(self._faults), self._fault_count)

    def _fault(self, card: int, name: str, kind: FaultKind) -> None:
        self._fault_count += 1
        if len(self._faults) < _FAULTS_KEPT:
            self._faults.append(ProofFault(card, name, kind))
