"""Fault 62 once more, with nothing typed: a net of its own, where public addresses stand on one machine."""

import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.command_line import ROOT

APART = ("unshare", "--net", "--mount")


@cache
def can_stand_apart() -> bool:
    """Whether a process may have a network and mounts of its own here."""
    if not all(shutil.which(program) for program in ("unshare", "ip", "mount")):
        return False
    words = [*APART, "sh", "-c", "ip link set lo up && mount --bind /etc/hosts /etc/hosts"]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """How each question ended: the page or the error, who was asked, and who was sent the key."""
    if not can_stand_apart():
        pytest.skip("a process may not have a network of its own here")
    words = [*APART, sys.executable, "-m", "tests.faults.public_net", str(tmp_path_factory.mktemp("apart"))]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    told: dict[str, list[str]] = json.loads(done.stdout)
    return told


PUBLIC, OTHER, HERE = "93.184.215.14:443", "23.215.0.136:443", "127.0.0.1:443"


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("/", ["https://public.example/", PUBLIC, PUBLIC]),
        ("/other", ["https://other.example/", f"{PUBLIC} {OTHER}", PUBLIC]),
        ("/back", ["https://public.example/", f"{PUBLIC} {OTHER} {PUBLIC}", PUBLIC]),
        ("/inside", ["redirect_refused public.example", PUBLIC, PUBLIC]),
        ("/both", ["redirect_refused public.example", PUBLIC, PUBLIC]),
        ("/home", ["redirect_refused public.example", PUBLIC, PUBLIC]),
        ("/here", ["redirect_refused public.example", PUBLIC, PUBLIC]),
        ("/port", ["redirect_refused public.example", PUBLIC, PUBLIC]),
        ("inside.example", ["address_refused inside.example", "", ""]),
        ("both.example", ["address_refused both.example", "", ""]),
        ("home.example", ["address_refused home.example", "", ""]),
        ("port", ["address_refused public.example", "", ""]),
        ("address", ["address_refused 93.184.215.14", "", ""]),
        ("nobody.example", ["host_unknown nobody.example", "", ""]),
        ("typed", ["https://inside.example/", HERE, HERE]),
        ("typed, from outside", ["redirect_refused public.example", PUBLIC, PUBLIC]),
        ("typed, from outside and back", ["redirect_refused public.example", f"{HERE} {PUBLIC}", HERE]),
        ("typed, and no other", ["address_refused both.example", "", ""]),
        ("away.example", ["offline away.example", "", ""]),
    ],
)
def test_a_question_ends_as_it_should(ended: dict[str, list[str]], question: str, outcome: list[str]) -> None:
    assert ended[question] == outcome


def test_without_any_network_one_is_offline(tmp_path: Path) -> None:
    if not can_stand_apart():
        pytest.skip("a process may not have a network of its own here")
    line = (
        "from relate_desktop.lookups.asking import Ask\n"
        "from relate_desktop.lookups.fetcher import Fetcher\n"
        "from tests.servers.ledger import ListedLedger\n"
        "Fetcher(ListedLedger(), lambda: None).get(Ask('https://example.org/', 'text/html', 10))\n"
    )
    order, resolver = tmp_path / "order", tmp_path / "resolver"
    order.write_text("hosts: dns\n", "utf-8")
    resolver.write_text("nameserver 192.0.2.1\n", "utf-8")
    mounts = f"mount --bind {order} /etc/nsswitch.conf && mount --bind {resolver} /etc/resolv.conf"
    words = [*APART, "sh", "-c", f'{mounts} && exec "$0" -c "$1"', sys.executable, line]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert "NetworkError: offline" in done.stderr, done.stderr
