"""People of one import who have a name in common, and what else they say.

Thousands may share a name. Instead of comparing each with each, everything that the bearers of a
name say besides is kept together, as numbers: who says nothing of it is none of them.
"""

from relate_desktop.domain.comparing import Essence


class Namesakes:
    """By the number of a name's key, what its bearers say besides the name."""

    def __init__(self) -> None:
        self._said: dict[int, set[int]] = {}

    def known(self, number: int) -> bool:
        """Whether several people are known to bear the name."""
        return number in self._said

    def note(self, number: int, besides: frozenset[Essence]) -> None:
        """One more who bears the name."""
        self._said.setdefault(number, set()).update(map(hash, besides))

    def strangers(self, number: int, besides: frozenset[Essence]) -> bool:
        """Whether somebody who says this is surely none of those who bear the name.

        Never when the name is not ``known``, or when they say nothing besides it themselves.
        """
        said = self._said.get(number)
        return said is not None and bool(besides) and said.isdisjoint(map(hash, besides))
