"""What somebody types into a field for a time, read in the languages there are."""

from collections.abc import Callable

from relate_desktop.domain.capture_days import Toward
from relate_desktop.domain.languages import LANGUAGES, language_for
from relate_desktop.domain.present import Present
from relate_desktop.domain.typed_due import TypedDue, read_due, read_length


class TypedWords:
    """Reads times in the user's language, then in the others. May be asked on any thread.

    ``language`` answers the name of a locale, such as ``de_AT``.
    """

    def __init__(self, present: Callable[[], Present], language: Callable[[], str]) -> None:
        self._present, self._language = present, language

    @property
    def present(self) -> Present:
        """The present against which words are read."""
        return self._present()

    def due(self, text: str, toward: Toward = Toward.FUTURE) -> TypedDue | None:
        """What the words mean; None when not all of them are understood."""
        first = language_for(self._language())
        others = [language for language in LANGUAGES.values() if language is not first]
        return read_due(text, [first, *others], self._present(), toward)

    def minutes(self, text: str) -> int | None:
        """How long something took, from ``40 min``, ``1 h 30`` or a bare number of minutes; None else."""
        first = language_for(self._language())
        others = [language for language in LANGUAGES.values() if language is not first]
        return read_length(text, [first, *others])
