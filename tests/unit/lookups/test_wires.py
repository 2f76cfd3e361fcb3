import socket

import pytest

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.lookups.pace import Pace
from relate_desktop.lookups.wires import Wires
from tests.servers.net import a_closed_port

pytestmark = pytest.mark.usefixtures("loopback")


def a_pace() -> Pace:
    return Pace("example.org", 15, lambda: None)


def test_the_places_that_were_looked_at_are_connected_and_not_the_name() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        wires = Wires((server.getsockname(),), a_pace(), 100)
        stream = wires.connect_tcp("another.example", 443)
        line, _ = server.accept()
        stream.write(b"hello")
        assert line.recv(10) == b"hello"
        line.sendall(b"you")
        assert stream.read(10) == b"you"
        assert wires.received == 3
        line.close()
        stream.close()


def test_the_next_place_is_tried_when_one_does_not_answer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, a_closed_port() as port:
        wires = Wires((("127.0.0.1", port), server.getsockname()), a_pace(), 100)
        wires.connect_tcp("example.org", 443).close()


def test_a_host_that_does_not_answer_is_told_of() -> None:
    with a_closed_port() as port, pytest.raises(NetworkError) as silent:
        Wires((("127.0.0.1", port),), a_pace(), 100).connect_tcp("example.org", 443)
    assert silent.value.kind is ErrorKind.HOST_SILENT


def test_more_than_was_agreed_on_is_not_read() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        stream = Wires((server.getsockname(),), a_pace(), 100).connect_tcp("example.org", 443)
        line, _ = server.accept()
        line.sendall(b"a" * 101)
        with pytest.raises(NetworkError) as large:
            stream.read(200)
        assert large.value.kind is ErrorKind.ANSWER_TOO_LARGE
        line.close()
        stream.close()
