"""What Find or do offers besides what it finds: commands, places, circles, what to do about somebody."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtGui import QKeySequence

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import CircleSummary, ContactSummary
from relate_desktop.domain.place import Place
from relate_desktop.domain.ranking import Nearness, nearness, ranked
from relate_desktop.domain.text import display, isolate, visible
from relate_desktop.services.recent_use import RecentUse
from relate_desktop.ui.kit.key_cap import native
from relate_desktop.ui.kit.tooltips import plain_words
from relate_desktop.ui.shell.commands import Command, menu_parts
from relate_desktop.ui.shell.menus import Menus
from relate_desktop.ui.shell.navigation import PLACES
from relate_desktop.ui.shell.palette.entries import Entry
from relate_desktop.words.translation import _, ngettext

_LEFT_OUT = frozenset({*PLACES, "palette", "region.next", "region.previous", "save", "quit"})
_COMMON = ("jot", "new", "reminder.new", "import", "undo", "shortcuts")
_LONGEST = 60

Jot = Callable[[str, ContactId | None], object]
Names = tuple[str, tuple[str, ...]]
"""By what an entry is found: its name, and other words for it."""
Go = Callable[[Place], object]


@dataclass
class Offers:
    """What can be done and gone to now. ``jot`` is None as long as nothing can be jotted down."""

    menus: Menus
    go: Go
    recent: RecentUse
    jot: Jot | None = None
    circles: Sequence[CircleSummary] = field(default=())

    # commands and places

    def commands(self, text: str) -> list[Entry]:
        """The commands that answer what was typed, the nearest first; all of them for nothing typed."""
        return self._ranked(text, "do/", self._commands())

    def places(self, text: str) -> list[Entry]:
        """The places that answer what was typed."""
        return self._ranked(text, "go/", self._places())

    def in_circles(self, text: str) -> list[Entry]:
        """The circles that answer what was typed; all of them for nothing typed."""
        return self._ranked(text, "circle/", ((self._circle(one), (one.name, ())) for one in self.circles))

    def common(self, count: int, besides: Sequence[Entry] = ()) -> list[Entry]:
        """The commands given last, then those most often wanted; none that ``besides`` offers already."""
        offered = {entry.keys for entry in besides if entry.keys}
        every = {
            entry.use: replace(entry, subtitle="")
            for entry, _names in self._commands()
            if entry.keys not in offered
        }
        wanted = [f"do/{key}" for key in (*self.recent.beginning("do/"), *_COMMON)]
        found = [every[key] for key in dict.fromkeys(wanted) if key in every]
        return found[:count]

    def _ranked(self, text: str, start: str, offered: Iterator[tuple[Entry, Names]]) -> list[Entry]:
        found: dict[str, Entry] = {}
        for entry, names in offered:
            near = nearness(text, *names) if text else Nearness.CALLED
            if near is not None:
                found[entry.use or f"{start}{entry.title}"] = replace(entry, nearness=near)
        used = [f"{start}{key}" for key in self.recent.beginning(start)]
        return [found[key] for key in ranked([(key, one.nearness) for key, one in found.items()], used)]

    def _commands(self) -> Iterator[tuple[Entry, Names]]:
        for part in menu_parts():
            menu = part.title.replace("&", "")
            for command in part.commands:
                if isinstance(command, str) or command.id in _LEFT_OUT:
                    continue
                action = self.menus.actions[command.id]
                if action.isEnabled():
                    yield self._command(command, menu), (command.words, (f"{menu} {command.words}",))

    def _command(self, command: Command, menu: str) -> Entry:
        action = self.menus.actions[command.id]
        return Entry(
            title=plain_words(action.text()),
            run=action.trigger,
            subtitle=menu,
            icon=command.icon or "caret-right",
            keys=self._keys(command.id),
            use=f"do/{command.id}",
        )

    def _places(self) -> Iterator[tuple[Entry, Names]]:
        every = (command for part in menu_parts() for command in part.commands)
        icons = {command.id: command.icon for command in every if isinstance(command, Command)}
        for room in PLACES:
            action = self.menus.actions[room]
            if action.isEnabled():
                entry = Entry(
                    title=plain_words(action.text()),
                    run=partial(self.go, Place.parse(room)),
                    icon=icons[room],
                    keys=self._keys(room),
                    opens=True,
                    use=f"go/{room}",
                )
                yield entry, (entry.title, ())

    def _circle(self, circle: CircleSummary) -> Entry:
        return Entry(
            title=display(circle.name, _LONGEST),
            run=partial(self.go, Place("people", f"circle/{circle.name}")),
            subtitle=ngettext("{count} person", "{count} people", circle.count).format(
                count=f"{circle.count:,}"
            ),
            hue=circle.hue,
            opens=True,
        )

    def _keys(self, command: str) -> str:
        keys = self.menus.actions[command].shortcuts()
        return native(QKeySequence(keys[0])) if keys else ""

    # about somebody

    def about(self, person: ContactSummary) -> list[Entry]:
        """What can be done about one person."""
        return [entry for entry in self._about(person) if entry.title]

    def _about(self, person: ContactSummary) -> Iterator[Entry]:
        called, contact = isolate(called_name(person)), person.id
        if person.email:
            yield self._act(person, "write", _("Write to {name}").format(name=called), person.email)
        if person.phone:
            yield self._act(person, "call", _("Call {name}").format(name=called), person.phone)
        if self.jot is not None:
            words = _("Jot down a conversation with {name}").format(name=called)
            run = partial(self.jot, "", contact)
            yield Entry(words, run, icon="pencil-simple-line", keys=self._keys("jot"))
        if self.menus.actions["reminder.new"].isEnabled():
            words = _("Remind me about {name}…").format(name=called)
            run = partial(self.go, Place("reminders", f"new/{contact}"))
            yield Entry(words, run, icon="bell-simple", keys=self._keys("reminder.new"))
        yield self._act(person, "edit", _("Edit {name}").format(name=called), "")

    def _act(self, person: ContactSummary, act: str, words: str, subtitle: str) -> Entry:
        icon = {"write": "chat-circle-text", "call": "phone", "edit": "pencil-simple"}[act]
        return Entry(
            title=words,
            run=partial(self.go, Place("people", f"{person.id}/{act}")),
            subtitle=display(subtitle, _LONGEST),
            icon=icon,
            keys=self._keys(f"person.{act}"),
        )

    # what is always there

    def last(self, text: str) -> list[Entry]:
        """Jot down what was typed, or add somebody of that name: Enter never does nothing."""
        if not text:
            return []
        shown = display(text, _LONGEST)
        entries = []
        if self.jot is not None:
            words = _("Jot down “{text}”").format(text=shown)
            entries.append(Entry(words, partial(self.jot, text, None), icon="pencil-simple-line"))
        entries.append(self.new_person(text))
        return [replace(entry, nearness=Nearness.LETTERS) for entry in entries]

    def new_person(self, text: str) -> Entry:
        """Add somebody; of whatever name was typed."""
        words = _("Add “{name}” as a new person").format(name=display(text, _LONGEST))
        place = Place("people", f"new/{text}" if text else "new")
        return Entry(words if text else _("Add a new person"), partial(self.go, place), icon="user-plus")


def called_name(person: ContactSummary) -> str:
    """What to call somebody in a row."""
    return visible(person.called, _LONGEST) or _("No name")
