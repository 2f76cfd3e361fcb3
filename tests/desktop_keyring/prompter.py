"""Whoever sits before the screen when gnome-keyring asks; ``python -m`` this, with answers behind it.

It owns the name of GNOME's prompter and speaks its protocol (``gcr-system-prompter.c``), the
exchange of secrets included. Each answer is for one prompt: a password, ``--dismiss``, or ``--wait``
for one that is never answered. It says a JSON line for each prompt that comes.
"""

import base64
import json
import os
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from subprocess import PIPE, Popen
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
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
from jeepney.io.blocking import open_dbus_connection

from tests.desktop_pop_ups.bus import ROOT, Bus

NAME = "org.gnome.keyring.SystemPrompter"
_CALLBACK = "org.gnome.keyring.internal.Prompter.Callback"
_PROTOCOL = "[sx-aes-1]"
_PRIME = int(
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
    "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
    "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
    "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA237327FFFFFFFFFFFFFFFF",
    16,
)
"""The group of 1,536 bits of RFC 3526."""


class Exchange:
    """One side of an exchange of secrets."""

    def __init__(self) -> None:
        self._private = int.from_bytes(os.urandom(24))

    def begin(self) -> str:
        """What the other side needs first."""
        public = pow(2, self._private, _PRIME)
        return f"{_PROTOCOL}\npublic={_base64(public.to_bytes(192).lstrip(bytes(1)))}\n"

    def send(self, received: str, secret: str) -> str:
        """A secret for the side that sent this."""
        values = dict(line.split("=", 1) for line in received.splitlines() if "=" in line)
        theirs = int.from_bytes(base64.b64decode(values["public"]))
        # gcr hashes the number without its leading zeros, which one in 256 has
        shared = pow(theirs, self._private, _PRIME).to_bytes(192).lstrip(bytes(1))
        key = HKDF(SHA256(), 16, None, None).derive(shared)
        data = secret.encode()
        padding = 16 - len(data) % 16
        vector = os.urandom(16)
        encryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).encryptor()
        sealed = encryptor.update(data + bytes([padding]) * padding) + encryptor.finalize()
        return f"{self.begin()}secret={_base64(sealed)}\niv={_base64(vector)}\n"


class Prompter:
    """Answers prompts until the bus ends."""

    def __init__(self, answers: list[str]) -> None:
        self._answers = deque(answers)
        self._exchange = Exchange()
        self._connection = open_dbus_connection("SESSION")
        self._connection.send_and_get_reply(message_bus.RequestName(NAME))
        say(ready=True)

    def run(self) -> None:
        """Serve."""
        while True:
            try:
                message = self._connection.receive()
            except OSError:
                return
            if message.header.message_type is MessageType.method_call:
                self._take(message)

    def _take(self, message: Message) -> None:
        member = message.header.fields[HeaderFields.member]
        sender = message.header.fields.get(HeaderFields.sender, "")
        if member not in {"BeginPrompting", "PerformPrompt", "StopPrompting"}:
            self._connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
            return
        self._connection.send(new_method_return(message))
        callback = DBusAddress(message.body[0], sender, _CALLBACK)
        if member == "BeginPrompting":
            self._ready(callback, "", self._exchange.begin())
        elif member == "StopPrompting":
            self._connection.send(new_method_call(callback, "PromptDone"))
        else:
            self._answer(callback, *message.body[1:])

    def _answer(self, callback: DBusAddress, kind: str, properties: dict[str, Any], received: str) -> None:
        answer = self._answers.popleft() if self._answers else "--dismiss"
        say(asked=kind, title=properties.get("title", ("s", ""))[1])
        if answer == "--dismiss":
            self._ready(callback, "no", self._exchange.begin())
        elif answer != "--wait":
            self._ready(callback, "yes", self._exchange.send(received, answer))

    def _ready(self, callback: DBusAddress, reply: str, exchange: str) -> None:
        strong = {"password-strength": ("i", 100)}  # else it asks again whether that is meant
        body = (reply, strong if reply == "yes" else {}, exchange)
        self._connection.send(new_method_call(callback, "PromptReady", "sa{sv}s", body))


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def say(**facts: Any) -> None:
    """One line for the test."""
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


class Prompts:
    """What somebody was asked, in a test."""

    def __init__(self, process: "Popen[str]") -> None:
        self._process = process

    def next(self) -> dict[str, Any]:
        """The next thing that happened; waits for it."""
        assert self._process.stdout is not None
        said: dict[str, Any] = json.loads(self._process.stdout.readline())
        return said


@contextmanager
def somebody(bus: Bus, *answers: str) -> Iterator[Prompts]:
    """Somebody at the screen who gives these answers, one a prompt, and dismisses all that come after."""
    line = [sys.executable, "-m", "tests.desktop_keyring.prompter", *answers]
    with Popen(line, cwd=ROOT, env=bus.environment, stdout=PIPE, text=True) as process:
        prompts = Prompts(process)
        try:
            assert prompts.next() == {"ready": True}
            yield prompts
        finally:
            process.kill()


if __name__ == "__main__":
    Prompter(sys.argv[1:]).run()
