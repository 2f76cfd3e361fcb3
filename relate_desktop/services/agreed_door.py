"""The door of a look-up, for as long as the user agrees: looked at again before each question."""

from collections.abc import Callable

from relate_desktop.lookups.asking import Ask, Door, Got


class AgreedDoor:
    """A door behind which nobody is asked any more once ``demand`` raises."""

    def __init__(self, door: Door, demand: Callable[[], object]) -> None:
        self._door = door
        self._demand = demand

    def get(self, ask: Ask) -> Got:
        """As the door does."""
        self._demand()
        return self._door.get(ask)

    def text_records(self, name: str) -> tuple[str, ...]:
        """As the door does."""
        self._demand()
        return self._door.text_records(name)

    def service_records(self, name: str) -> tuple[tuple[str, int], ...]:
        """As the door does."""
        self._demand()
        return self._door.service_records(name)
