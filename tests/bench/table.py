"""Figures as lines: what was measured, against what, the ratio, and whether it is as wanted."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured value against another of the same run."""

    what: str
    value: float
    against: float
    wanted: float
    """The greatest ratio of the two that is good."""
    peer: str

    @property
    def ratio(self) -> float:
        """How many times the other's value."""
        return self.value / self.against

    @property
    def good(self) -> bool:
        """Whether the ratio is as wanted."""
        return self.ratio <= self.wanted

    def __str__(self) -> str:
        verdict = "good" if self.good else "NOT YET"
        return (
            f"{self.what:<46} {self.value:>9.3f}  against {self.against:>9.3f} ({self.peer})"
            f"  = {self.ratio:.2f}, wanted at most {self.wanted:.2f}: {verdict}"
        )
