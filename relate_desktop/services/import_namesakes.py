"""People of one import who have a name in common, and what else they say.

Thousands may share a name. Instead of comparing each with each, it is kept who was the first of a
name to say something: who says nothing that any of them said is none of them.
"""

from relate_desktop.domain.comparing import Essence
from relate_desktop.services.import_target import Target


class Namesakes:
    """By the number of a name's key, what its bearers say besides the name, and who said it first."""

    def __init__(self) -> None:
        self._said: dict[int, dict[int, Target]] = {}

    def known(self, number: int) -> bool:
        """Whether several people are known to bear the name."""
        return number in self._said

    def note(self, number: int, besides: frozenset[Essence], target: Target) -> None:
        """One more who bears the name."""
        said = self._said.setdefault(number, {})
        for value in besides:
            said.setdefault(hash(value), target)

    def alike(self, number: int, besides: frozenset[Essence]) -> list[Target] | None:
        """Bearers of the name with whom somebody who says this has something in common, oldest first.

        None when that cannot be told: the name is not ``known``, or nothing is said besides it.
        """
        said = self._said.get(number)
        if said is None or not besides:
            return None
        found = {said.get(hash(value)) for value in besides}
        return sorted((target for target in found if target is not None), key=abs)
