"""What was typed and not saved yet, kept in ``drafts.json`` of the book, so that no end takes it away.

Changes are held at once and written with the next ``keep``. The file is its owner's alone; what
cannot be read is as good as none. Whoever is erased takes their draft with them.
"""

import json
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId, PropertyId
from relate_desktop.domain.property import Parameter, Property
from relate_desktop.system.files import write_atomically

FILE_NAME = "drafts.json"
NEW = 0
"""Under which number somebody is kept who is not in the book yet."""
_LARGEST = 16 * 1024 * 1024
_TEXTS, _PEOPLE = "texts", "people"


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """A person as they were when somebody began to change them, and as they are to be."""

    before: Contact
    now: Contact


class DraftsService:
    """Every method may be called on any thread; only ``keep`` touches the disk."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._turn = threading.Lock()
        self._texts, self._people = _read(self._path)
        self._dirty = False

    def text(self, key: str) -> str:
        """A line that was typed; empty when there is none."""
        return self._texts.get(key, "")

    def put_text(self, key: str, text: str) -> None:
        """Holds a line that was typed; blank, it is forgotten."""
        wanted = text if text.strip() else ""
        with self._turn:
            if self._texts.get(key, "") != wanted:
                self._texts[key] = wanted
                if not wanted:
                    del self._texts[key]
                self._dirty = True

    def person(self, contact: ContactId | None) -> PersonDraft | None:
        """How somebody was being changed; None asks for the new person."""
        return self._people.get(contact or NEW)

    def people(self) -> list[ContactId | None]:
        """Whose changes wait, the last one first; None stands for somebody new."""
        return [ContactId(number) if number else None for number in reversed(self._people)]

    def put_person(self, before: Contact, now: Contact) -> None:
        """Holds how somebody is being changed."""
        with self._turn:
            draft = PersonDraft(before, now)
            number = before.id or NEW
            if self._people.get(number) != draft:
                self._people.pop(number, None)
                self._people[number] = draft
                self._dirty = True

    def drop_person(self, contact: ContactId | None) -> None:
        """Forgets how somebody was being changed: it was saved, or is not wanted."""
        self.forget((contact or ContactId(NEW),))

    def forget(self, contacts: Iterable[ContactId]) -> None:
        """Forgets what was being changed about these people."""
        with self._turn:
            for contact in contacts:
                self._dirty = self._people.pop(contact, None) is not None or self._dirty

    def keep(self) -> None:
        """Writes down what is held. Raises OSError."""
        with self._turn:
            if not self._dirty:
                return
            if self._texts or self._people:
                people = {str(number): _to_json(draft) for number, draft in self._people.items()}
                content = json.dumps({_TEXTS: self._texts, _PEOPLE: people}).encode("utf-8", "surrogatepass")
                write_atomically(self._path, content)
            else:
                self._path.unlink(missing_ok=True)
            self._dirty = False


def _read(path: Path) -> tuple[dict[str, str], dict[int, PersonDraft]]:
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(_LARGEST))
        texts = {str(key): str(text) for key, text in found[_TEXTS].items() if text}
        people = {int(number): _from_json(int(number), draft) for number, draft in found[_PEOPLE].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}, {}
    return texts, people


def _to_json(draft: PersonDraft) -> Mapping[str, Any]:
    return {"before": _lines(draft.before), "now": _lines(draft.now)}


def _from_json(number: int, draft: Mapping[str, Any]) -> PersonDraft:
    contact = ContactId(number) if number else None
    before, now = (tuple(_property(*line) for line in draft[part]) for part in ("before", "now"))
    return PersonDraft(Contact(before, contact), Contact(now, contact))


def _lines(contact: Contact) -> list[list[Any]]:
    return [
        [one.name, one.value, [[part.name, list(part.values)] for part in one.parameters], one.group, one.id]
        for one in contact.properties
    ]


def _property(
    name: str,
    value: str,
    parameters: list[tuple[str | None, list[str]]],
    group: str | None,
    number: int | None,
) -> Property:
    parts = tuple(Parameter(key, tuple(values)) for key, values in parameters)
    return Property(name, value, parts, group, None if number is None else PropertyId(number))
