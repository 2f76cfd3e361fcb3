"""A contact: its ordered properties and nothing else (RFC 6350 section 6)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.property import Property

GROUP_LABELS = frozenset({"X-ABLABEL", "X-ABADR"})
"""Names of lines that only say something of another line of their group."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody one knows. ``id`` is None until the contact is stored."""

    properties: tuple[Property, ...]
    id: ContactId | None = None

    def all(self, *names: str) -> tuple[Property, ...]:
        """The properties with one of these names, in order; names compare without case."""
        wanted = {name.upper() for name in names}
        return tuple(item for item in self.properties if item.key in wanted)

    def first(self, *names: str) -> Property | None:
        """The first property with one of these names, tried name by name."""
        for name in names:
            for item in self.properties:
                if item.key == name.upper():
                    return item
        return None

    def siblings(self, item: Property) -> tuple[Property, ...]:
        """The other properties of the same group, such as ``item1.X-ABLabel``."""
        if item.group is None:
            return ()
        group = item.group.lower()
        return tuple(
            other
            for other in self.properties
            if other is not item and other.group is not None and other.group.lower() == group
        )

    def replaced(self, old: Property, *new: Property) -> "Contact":
        """The contact with ``old`` (found by identity, else by equality) replaced in place.

        Raises ValueError when the contact has no such property.
        """
        position = self._position(old)
        properties = (*self.properties[:position], *new, *self.properties[position + 1 :])
        return replace(self, properties=properties)

    def added(self, *new: Property) -> "Contact":
        """The contact with these properties behind the others."""
        return replace(self, properties=(*self.properties, *new))

    def without(self, item: Property) -> "Contact":
        """The contact without the property; the labels of a group leave with its last line."""
        gone = {self._position(item)}
        siblings = self.siblings(item)
        if all(other.key in GROUP_LABELS for other in siblings):
            labels = {id(other) for other in siblings}
            gone.update(index for index, other in enumerate(self.properties) if id(other) in labels)
        kept = (other for index, other in enumerate(self.properties) if index not in gone)
        return replace(self, properties=tuple(kept))

    def mapped(self, change: Callable[[Property], Iterable[Property]]) -> "Contact":
        """The contact with every property passed through ``change``."""
        return replace(self, properties=tuple(self._changed(change)))

    def _changed(self, change: Callable[[Property], Iterable[Property]]) -> Iterator[Property]:
        for item in self.properties:
            yield from change(item)

    def _position(self, wanted: Property) -> int:
        for index, item in enumerate(self.properties):
            if item is wanted or (item.id is not None and item.id == wanted.id):
                return index
        return self.properties.index(wanted)
