"""A proxy on loopback that makes tunnels, as those of companies do."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 30.0


class Proxy:
    """Takes one CONNECT after another, and leads all of them to one place."""

    def __init__(self, place: tuple[str, int], refusing: bytes) -> None:
        self._place = place
        self._refusing = refusing
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(0.02)
        self._over = threading.Event()
        self.questions: list[bytes] = []
        self.carried = b""

    @property
    def port(self) -> int:
        port: int = self._server.getsockname()[1]
        return port

    @contextmanager
    def running(self) -> Iterator[None]:
        thread = threading.Thread(target=self._accept, name="test-proxy")
        thread.start()
        try:
            yield
        finally:
            self._over.set()
            thread.join()
            self._server.close()

    def _accept(self) -> None:
        while not self._over.is_set():
            with contextlib.suppress(TimeoutError):
                near, _ = self._server.accept()
                near.settimeout(_PATIENCE)
                with near, contextlib.suppress(OSError):
                    self._serve(near)

    def _serve(self, near: socket.socket) -> None:
        question = b""
        while b"\r\n\r\n" not in question:
            question += near.recv(4096)
        self.questions.append(question)
        if self._refusing:
            near.sendall(self._refusing)
            return
        with socket.create_connection(self._place, timeout=_PATIENCE) as far:
            near.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=_carry, args=(far, near), name="test-proxy-back")
            back.start()
            self.carried += _carry(near, far)
            back.join()


def _carry(source: socket.socket, target: socket.socket) -> bytes:
    """Everything that comes from one side, handed on to the other."""
    carried = b""
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            carried += data
            target.sendall(data)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)
    return carried


@contextmanager
def a_proxy(place: tuple[str, int], *, refusing: bytes = b"") -> Iterator[Proxy]:
    """A proxy whose tunnels all end at one place, or that answers with a refusal."""
    proxy = Proxy(place, refusing)
    with proxy.running():
        yield proxy
