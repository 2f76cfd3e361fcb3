"""Addresses of places in the window: ``today``, ``people``, ``people/17``, ``import``."""

from dataclasses import dataclass

from relate_desktop.domain.ids import ContactId


@dataclass(frozen=True, slots=True)
class Place:
    """One place. ``rest`` is what stands behind the room's name, such as a contact id."""

    room: str
    rest: str = ""

    @property
    def address(self) -> str:
        """The place as one word, as history and command line keep it."""
        return f"{self.room}/{self.rest}" if self.rest else self.room

    @property
    def contact(self) -> ContactId | None:
        """The person the place is about, if any."""
        head = self.rest.split("/", 1)[0]
        return ContactId(int(head)) if self.room == "people" and head.isdecimal() else None

    @classmethod
    def parse(cls, address: str) -> "Place":
        """The place an address names; unknown rooms are the shell's to refuse."""
        room, _, rest = address.strip().strip("/").partition("/")
        return cls(room, rest)

    @classmethod
    def person(cls, contact: ContactId) -> "Place":
        """The page of one person."""
        return cls("people", str(contact))
