"""What screen readers and outside tests see: names, identifiers, roles, announcements."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

ROLE = "a11yRole"
ROLES = {
    "heading": QAccessible.Role.Heading,
    "chart": QAccessible.Role.Chart,
    "panel": QAccessible.Role.Grouping,
    "dialog": QAccessible.Role.Dialog,
    "label": QAccessible.Role.StaticText,
    "list": QAccessible.Role.List,
    "item": QAccessible.Role.ListItem,
    "secret": QAccessible.Role.EditableText,
}

_interfaces: dict[int, QAccessibleInterface] = {}


def named(widget: QWidget, identifier: str, name: str, description: str = "") -> None:
    """Set identifier (also the object's name), accessible name and description (ux 14.2).

    An empty name is right only for what takes its name from its text or its buddy label.
    """
    widget.setObjectName(identifier)
    widget.setAccessibleIdentifier(identifier)
    if name:
        widget.setAccessibleName(name)
    if description:
        widget.setAccessibleDescription(description)


def give_role(widget: QWidget, role: str) -> None:
    """Make the widget appear as one of the ``ROLES``; name it too."""
    install_roles()
    widget.setProperty(ROLE, role)


def announce(widget: QWidget, text: str, *, assertive: bool = False) -> None:
    """Have screen readers say ``text``: politely, or at once for errors."""
    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if assertive else politeness.Polite)
    QAccessible.updateAccessibility(event)


class Secret(QAccessibleWidget):
    """A field for a password or a key: there, with a name, and without a text.

    Qt's own shows dots, but tells every listener letter by letter what is typed or pasted into it.
    """

    def state(self) -> QAccessible.State:
        """What a password field is, besides what every widget is."""
        state = super().state()
        # single bits, which PySide gives and takes as numbers
        state.passwordEdit = state.editable = state.focusable = 1
        return state


def _interface(_key: str, thing: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget):
        return None
    role = thing.property(ROLE)
    if role not in ROLES:
        return None
    kind = Secret if role == "secret" else QAccessibleWidget
    interface = kind(thing, ROLES[role])
    # Qt does not own what Python made: it must be kept for as long as the widget lives
    identity = id(thing)
    _interfaces[identity] = interface
    thing.destroyed.connect(lambda: _interfaces.pop(identity, None))
    return interface


_installed: list[bool] = []


def install_roles() -> None:
    """Teach Qt's accessibility our roles; once a process, further calls do nothing."""
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed.append(True)
