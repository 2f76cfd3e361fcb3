"""The real fetcher in a net of its own: public names, public addresses, the usual port; nothing typed.

    unshare --net --mount python -m tests.faults.public_net FOLDER

Whoever starts it gives it a network without any way out and mounts that nobody else sees. It says on
standard output how each question ended, and what each server was asked.
"""

import json
import subprocess
import sys
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from relate_desktop.domain.errors import NetworkError
from relate_desktop.lookups.asking import Ask, Secret, TypedServer
from relate_desktop.lookups.fetcher import Fetcher
from tests.servers.authority import Authority
from tests.servers.ledger import ListedLedger
from tests.servers.net import Asked, Reply, TlsServer, a_page, sent_on

PUBLIC = "93.184.215.14"
OTHER = "23.215.0.136"
HOSTS = f"""
{PUBLIC} public.example
{OTHER} other.example
127.0.0.1 localhost inside.example both.example
{OTHER} both.example
9.9.9.9 away.example
10.0.0.1 home.example
"""
NAMES = ("public.example", "other.example", "inside.example", "both.example", "localhost", "home.example")
ROUTES = {
    "/": a_page("hi"),
    "/other": sent_on("https://other.example/"),
    "/inside": sent_on("https://inside.example/"),
    "/both": sent_on("https://both.example/"),
    "/home": sent_on("https://home.example/"),
    "/here": sent_on("https://127.0.0.1/"),
    "/port": sent_on("https://other.example:8443/"),
    "/back": sent_on("https://other.example/back"),
}
QUESTIONS = {
    **{path: f"https://public.example{path}" for path in ROUTES},
    **{
        name: f"https://{name}/"
        for name in ("inside.example", "both.example", "home.example", "away.example")
    },
    "nobody.example": "https://nobody.example/",
    "port": "https://public.example:8443/",
    "address": f"https://{PUBLIC}/",
}
TYPED = {
    "typed": "https://inside.example/",
    "typed, from outside": "https://public.example/inside",
    "typed, from outside and back": "https://inside.example/away",
    "typed, and no other": "https://both.example/",
}
"""Asked by somebody who typed the server that stands at home."""


def main(folder: Path) -> None:
    """Asks every question and tells."""
    _stand_apart(folder)
    authority = Authority(folder)
    certificate = authority.certify(*NAMES)
    seen: list[tuple[str, Asked]] = []
    ended: dict[str, list[str]] = {}
    with ExitStack() as standing:
        for address, port in ((PUBLIC, 443), (OTHER, 443), (OTHER, 8443), ("127.0.0.1", 443)):
            server = standing.enter_context(TlsServer(certificate, (address, port)))
            server.answer = partial(_answer, seen, f"{address}:{port}")
            standing.enter_context(server.running())
        typed = (TypedServer("https://inside.example"),)
        for name, url in (QUESTIONS | TYPED).items():
            del seen[:]
            let_off = typed if name in TYPED else ()
            fetcher = Fetcher(ListedLedger(), lambda: None, typed=let_off, authorities=authority.path)
            outcome = _ended(fetcher, url)
            keyed = [place for place, asked in seen if "authorization" in asked.headers]
            ended[name] = [outcome, " ".join(place for place, _ in seen), " ".join(keyed)]
    sys.stdout.write(json.dumps(ended))


def _stand_apart(folder: Path) -> None:
    """Give this net its addresses and its names."""
    for words in ("link set lo up", f"addr add {PUBLIC}/32 dev lo", f"addr add {OTHER}/32 dev lo"):
        subprocess.run(["ip", *words.split()], check=True)
    hosts, order = folder / "hosts", folder / "order"
    hosts.write_text(HOSTS, "utf-8")
    order.write_text("hosts: files\n", "utf-8")
    for own, place in ((hosts, "/etc/hosts"), (order, "/etc/nsswitch.conf")):
        subprocess.run(["mount", "--bind", str(own), place], check=True)


def _answer(seen: list[tuple[str, Asked]], place: str, asked: Asked) -> Reply:
    seen.append((place, asked))
    if asked.host == "other.example" and asked.target == "/back":
        return sent_on("https://public.example/")
    if asked.host == "inside.example" and asked.target == "/away":
        return sent_on("https://public.example/inside")
    return ROUTES[asked.target] if asked.host == "public.example" else a_page("hi")


def _ended(fetcher: Fetcher, url: str) -> str:
    try:
        return fetcher.get(Ask(url, "text/html", 1000, secret=Secret("key"))).url
    except NetworkError as error:
        return f"{error.kind} {error.facts['host']}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
