"""A server of the user's own on loopback, with one account, that believes one key."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.servers.authority import Authority
from tests.servers.net import Asked, Reply, TlsServer, a_page

KEY = "ZZCANARYKEY0123456789"

ADA = {
    "id": 1815,
    "login": "ada",
    "full_name": "Ada Lovelace",
    "email": "ada@noreply.localhost",
    "location": "Osaka",
    "website": "https://ada.example.org/",
    "description": "Numbers, and what they could be",
    "pronouns": "she/her",
    "visibility": "public",
}


@dataclass
class Forge:
    """What stands there, and what it was asked."""

    origin: str
    asked: list[Asked] = field(default_factory=list)

    def answer(self, asked: Asked) -> Reply:
        """The account, for who has the key."""
        self.asked.append(asked)
        if asked.headers.get("authorization") != f"token {KEY}":
            return a_page({"message": "token is required"}, 401)
        return a_page(ADA) if asked.target == "/api/v1/users/ada" else a_page({"message": "not found"}, 404)


@contextmanager
def a_forge(authority: Authority) -> Iterator[Forge]:
    """A Forgejo on ``https://localhost`` and a port of its own."""
    with TlsServer(authority.certify("localhost")) as server:
        forge = Forge(f"https://localhost:{server.port}")
        server.answer = forge.answer
        with server.running():
            yield forge
