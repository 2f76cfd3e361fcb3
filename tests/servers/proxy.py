"""A proxy on loopback that makes tunnels, as those of companies do."""

import contextlib
import select
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 30.0


class Proxy:
    """Takes one CONNECT after another, and leads all of them to one place."""

    def __init__(self, place: tuple[str, int], refusing: bytes, certificate: Path | None) -> None:
        self._certificate = certificate
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
        if self._certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self._certificate)
            near = context.wrap_socket(near, server_side=True)
        with near:
            question = b""
            while b"\r\n\r\n" not in question:
                question += near.recv(4096)
            self.questions.append(question)
            if self._refusing:
                near.sendall(self._refusing)
                return
            with socket.create_connection(self._place, timeout=_PATIENCE) as far:
                near.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                self._carry(near, far)

    def _carry(self, near: socket.socket, far: socket.socket) -> None:
        """Hand on what comes from either side until one of them has enough."""
        while True:
            waiting = isinstance(near, ssl.SSLSocket) and near.pending()
            ready = [near] if waiting else select.select([near, far], [], [], _PATIENCE)[0]
            for source in ready:
                data = source.recv(65536)
                if not data:
                    return
                if source is near:
                    self.carried += data
                (far if source is near else near).sendall(data)


@contextmanager
def a_proxy(
    place: tuple[str, int], *, refusing: bytes = b"", certificate: Path | None = None
) -> Iterator[Proxy]:
    """A proxy whose tunnels all end at one place, or that answers with a refusal.

    With a certificate it is itself spoken to in TLS.
    """
    proxy = Proxy(place, refusing, certificate)
    with proxy.running():
        yield proxy
