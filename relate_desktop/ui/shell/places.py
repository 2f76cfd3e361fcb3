"""Where one has been: back and forward through places."""

from relate_desktop.domain.place import Place

LONGEST = 200
"""Places remembered."""


class PlaceHistory:
    """The places gone to, in order, and which of them is shown."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._position = -1

    @property
    def current(self) -> Place | None:
        """The place shown; None before the first."""
        return self._places[self._position] if self._places else None

    def visit(self, place: Place) -> None:
        """Go to a new place; what lay ahead is forgotten. The same place twice is once."""
        if place == self.current:
            return
        del self._places[self._position + 1 :]
        self._places.append(place)
        del self._places[:-LONGEST]
        self._position = len(self._places) - 1

    def replace(self, place: Place) -> None:
        """The shown place is really another one."""
        if self._places:
            self._places[self._position] = place
        else:
            self.visit(place)

    def back(self) -> Place | None:
        """The place before, now shown; None at the beginning."""
        if not self.can_go_back:
            return None
        self._position -= 1
        return self.current

    def forward(self) -> Place | None:
        """The place after, now shown; None at the end."""
        if not self.can_go_forward:
            return None
        self._position += 1
        return self.current

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before."""
        return self._position > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after."""
        return self._position + 1 < len(self._places)
