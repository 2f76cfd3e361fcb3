"""A notification service that behaves as told: ``python -m tests.desktop_pop_ups.service MODE``.

It says what happens to it as JSON lines on standard output, and obeys JSON lines on standard
input: ``{"press": [number, "done"]}``, ``{"close": number}``, ``{"echo": true}``, and
``{"wake": true}`` for one that hangs or refuses.
"""

import json
import os
import selectors
import sys
from collections import deque
from itertools import count
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import DBusNameFlags, message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NAME = "org.freedesktop.Notifications"
OBJECT = DBusAddress("/org/freedesktop/Notifications", interface=NAME)
CAPABILITIES = {
    "well": ["actions", "body", "body-markup", "persistence"],
    "plain": ["actions", "body"],
    "buttonless": ["body", "body-markup"],
}


class Service:
    """One service in one mode until its input ends.

    Modes: ``well``, ``plain`` (no markup), ``buttonless``, ``numbering`` (gives numbers of its own),
    ``hung``, ``crashing`` (ends over a pop-up), ``refusing``.
    """

    def __init__(self, mode: str) -> None:
        self.mode = mode
        self.connection: DBusConnection = open_dbus_connection("SESSION")
        self.numbers = count(1)
        self.shown: set[int] = set()
        self.kept: deque[Message] = deque()
        flags = DBusNameFlags.replace_existing
        self.connection.send_and_get_reply(message_bus.RequestName(NAME, flags))
        say(ready=mode)

    def run(self) -> None:
        """Serve until nobody listens any more."""
        selector = selectors.DefaultSelector()
        selector.register(self.connection.sock, selectors.EVENT_READ, self.read)
        selector.register(sys.stdin, selectors.EVENT_READ, self.obey)
        while True:
            for key, _ in selector.select():
                key.data()

    def read(self) -> None:
        """Take the messages that are there."""
        while True:
            try:
                message = self.connection.receive(timeout=0)
            except TimeoutError:
                return
            if message.header.message_type is MessageType.method_call:
                self.take(message)

    def take(self, message: Message) -> None:
        """Answer one call, or do not."""
        if self.mode == "hung":
            self.kept.append(message)
            say(kept=message.header.fields[HeaderFields.member])
            return
        member = message.header.fields[HeaderFields.member]
        if member == "GetCapabilities":
            names = CAPABILITIES.get(self.mode, CAPABILITIES["well"])
            self.connection.send(new_method_return(message, "as", (names,)))
        elif member == "Notify":
            self.notify(message)
        elif member == "CloseNotification":
            self.connection.send(new_method_return(message))
            self.close(message.body[0], reason=3)

    def notify(self, message: Message) -> None:
        """Show a pop-up, in the way of the mode."""
        if self.mode == "crashing":
            say(crashed=True)
            os._exit(1)
        if self.mode == "refusing":
            self.connection.send(new_error(message, "org.freedesktop.Notifications.Error.Full"))
            return
        program, wanted, icon, title, body, actions, hints, expires = message.body
        number = wanted if wanted and self.mode != "numbering" else next(self.numbers)
        say(
            shown=number,
            again=number in self.shown,
            program=program,
            icon=icon,
            title=title,
            body=body,
            actions=dict(zip(actions[::2], actions[1::2], strict=True)),
            hints={name: value for name, (_, value) in hints.items()},
            expires=expires,
        )
        self.shown.add(number)
        self.connection.send(new_method_return(message, "u", (number,)))

    def close(self, number: int, reason: int) -> None:
        """Take a pop-up from the screen and tell."""
        if number in self.shown:
            self.shown.discard(number)
            say(closed=number)
            self.connection.send(new_signal(OBJECT, "NotificationClosed", "uu", (number, reason)))

    def obey(self) -> None:
        """Do what the test wants."""
        data = os.read(sys.stdin.fileno(), 1 << 16)
        if not data:
            os._exit(0)
        for line in data.decode().splitlines():
            self.grant(json.loads(line))

    def grant(self, wish: dict[str, Any]) -> None:
        """Do one thing."""
        if "press" in wish:
            number, button = wish["press"]
            self.connection.send(new_signal(OBJECT, "ActionInvoked", "us", (number, button)))
            if number not in self.shown:
                say(pressed=number)
            self.close(number, reason=2)
        elif "close" in wish:
            self.close(wish["close"], reason=2)
        elif "echo" in wish:
            say(echo=True)
        elif "wake" in wish:
            self.mode = "well"
            say(awake=True)
            while self.kept:
                self.take(self.kept.popleft())


def say(**facts: Any) -> None:
    """One line for the test."""
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    Service(sys.argv[1]).run()
