"""A tray for programs to be in: ``python -m tests.e2e.tray_host``, a panel that nobody sees.

It says as JSON lines what happens, and obeys JSON lines: ``{"activate": true}`` is a click on the
icon, ``{"read": true}`` reads its menu, ``{"choose": "Quit"}`` chooses from it, ``{"leave": true}``
takes the tray away.
"""

import json
import os
import selectors
import sys
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NAME = "org.kde.StatusNotifierWatcher"
ITEM, MENU, PROPERTIES = (
    "org.kde.StatusNotifierItem",
    "com.canonical.dbusmenu",
    "org.freedesktop.DBus.Properties",
)
PATIENCE = 60.0


class TrayHost:
    """The watcher that icons register with, and the panel that would show them."""

    def __init__(self) -> None:
        self.connection: DBusConnection = open_dbus_connection("SESSION")
        self.connection.send_and_get_reply(message_bus.RequestName(NAME))
        self.icon = ""
        say(ready=True)

    def run(self) -> None:
        """Serve until nobody listens any more."""
        selector = selectors.DefaultSelector()
        selector.register(self.connection.sock, selectors.EVENT_READ, self.read)
        selector.register(sys.stdin, selectors.EVENT_READ, self.obey)
        while True:
            for key, _ in selector.select():
                key.data()

    def read(self) -> None:
        """Answer what is asked."""
        while True:
            try:
                message = self.connection.receive(timeout=0)
            except TimeoutError:
                return
            if message.header.message_type is MessageType.method_call:
                self.take(message)

    def take(self, message: Message) -> None:
        """Answer one call."""
        fields = message.header.fields
        member = fields[HeaderFields.member]
        if member == "RegisterStatusNotifierItem":
            self.icon = fields[HeaderFields.sender]
            self.connection.send(new_method_return(message))
            say(registered=True)
        elif member == "Get":
            known = {
                "IsStatusNotifierHostRegistered": ("b", True),
                "ProtocolVersion": ("i", 0),
                "RegisteredStatusNotifierItems": ("as", []),
            }
            self.connection.send(new_method_return(message, "v", (known[message.body[1]],)))
        else:
            self.connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))

    def obey(self) -> None:
        """Do what the test wants."""
        data = os.read(sys.stdin.fileno(), 1 << 16)
        if not data:
            os._exit(0)
        for line in data.decode().splitlines():
            self.grant(json.loads(line))

    def grant(self, wish: dict[str, Any]) -> None:
        """Do one thing."""
        if "activate" in wish:
            self.ask("/StatusNotifierItem", ITEM, "Activate", "ii", (0, 0))
            say(activated=True)
        elif "read" in wish:
            say(menu=list(self.entries()))
        elif "choose" in wish:
            number = self.entries()[wish["choose"]]
            self.ask(self.menu(), MENU, "Event", "isvu", (number, "clicked", ("i", 0), 0))
            say(chosen=wish["choose"])
        elif "leave" in wish:
            self.connection.send_and_get_reply(message_bus.ReleaseName(NAME))
            say(left=True)

    def menu(self) -> str:
        """Where the icon's menu is."""
        found = self.ask("/StatusNotifierItem", PROPERTIES, "Get", "ss", (ITEM, "Menu"))
        return str(found[0][1])

    def entries(self) -> dict[str, int]:
        """The labels of the icon's menu, inner ones included, with their numbers."""
        menu = self.menu()
        self.ask(menu, MENU, "AboutToShow", "i", (0,))
        _revision, layout = self.ask(menu, MENU, "GetLayout", "iias", (0, -1, ["label"]))
        found: dict[str, int] = {}
        left = [layout]
        while left:
            number, facts, inner = left.pop(0)
            if "label" in facts:
                found[facts["label"][1].replace("_", "")] = number
            left += [one[1] for one in inner]
        return found

    def ask(self, path: str, interface: str, member: str, signature: str, body: tuple[Any, ...]) -> Any:
        """Call the program whose icon it is."""
        address = DBusAddress(path, bus_name=self.icon, interface=interface)
        call = new_method_call(address, member, signature, body)
        return self.connection.send_and_get_reply(call, timeout=PATIENCE).body


def say(**facts: Any) -> None:
    """One line for the test."""
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    TrayHost().run()
