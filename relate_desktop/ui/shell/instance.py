"""One window a book: a lock decides who is first, a local socket lets a later start speak to it.

The lock is taken in ``first_paint``; a lock whose owner was killed is taken over at once. The
socket carries what the later start was asked to open, and an answer that it arrived.
This is the one place that uses QtNetwork: nothing here leaves the machine or the user.
"""

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket  # noqa: TID251 - the one named exception

ACK = b"shown\n"
LONGEST = 1024 * 1024
"""Bytes a later start may say."""


class Instance(QObject):
    """This start of the program, as one of possibly several for the same book."""

    asked = Signal(object)
    """What a later start was asked to open: a list of addresses and absolute paths, maybe empty."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _socket_name(folder)
        self._server: QLocalServer | None = None

    @property
    def listening(self) -> bool:
        """Whether later starts are heard."""
        return self._server is not None and self._server.isListening()

    def listen(self) -> bool:
        """Begin to hear later starts; only for the first. Whether that is possible here."""
        QLocalServer.removeServer(self._name)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._connected)
        self._server = server
        return server.listen(self._name)

    def tell_first(self, asks: Sequence[str], patience_ms: int = 5000) -> bool:
        """Have the first show itself and open ``asks``; whether it answered in time.

        Also False when the first ended meanwhile: then take the lock.
        """
        deadline = QDeadlineTimer(patience_ms)
        while not deadline.hasExpired():
            if self._told_once(asks, deadline):
                return True
            QThread.msleep(40)
        return False

    def release(self) -> None:
        """Hear nobody any more."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _told_once(self, asks: Sequence[str], deadline: QDeadlineTimer) -> bool:
        client = QLocalSocket()
        client.connectToServer(self._name)
        if not client.waitForConnected(500):
            return False
        client.write(json.dumps(list(asks)).encode() + b"\n")
        client.flush()
        while not client.canReadLine():
            left = max(0, min(1000, int(deadline.remainingTime())))
            if not client.waitForReadyRead(left):
                return False
        return client.readLine().data() == ACK

    def _connected(self) -> None:
        server = self._server
        while server is not None and (client := server.nextPendingConnection()) is not None:
            caller = _Caller(client, self)
            caller.said.connect(self.asked)
            caller.read()


class _Caller(QObject):
    """A later start at the other end of a connection, until it hangs up."""

    said = Signal(object)

    def __init__(self, client: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        client.setParent(self)
        self._client = client
        client.readyRead.connect(self.read)
        client.disconnected.connect(self.deleteLater)

    def read(self) -> None:
        """Take what was said, if all of it is there, and answer."""
        client = self._client
        if not client.canReadLine():
            if client.bytesAvailable() > LONGEST:
                client.disconnectFromServer()
            return
        asks = _asks(bytes(client.readLine().data()))
        if asks is not None:
            client.write(ACK)
            client.flush()
        client.disconnectFromServer()
        if asks is not None:
            self.said.emit(asks)


def _asks(said: bytes) -> list[str] | None:
    """What a later start said; None when it is not ours."""
    try:
        value = json.loads(said)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return value
    return None


def _socket_name(folder: Path) -> str:
    """A name of its own for each book, in the user's private runtime folder where there is one."""
    digest = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:20]
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return f"{runtime}/relate-{digest}" if runtime and os.name == "posix" else f"relate-{digest}"
