"""Profiles as Bluesky's own server gives them, with its directory of ids.

Needs RELATE_ATPROTO, a folder in which ``@atproto/dev-env`` of npm is installed, and node 22 or newer on
the path, or in RELATE_NODE.
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.domain.lookup import Answer, FindingField, LookupTarget, Provider
from relate_desktop.lookups.asking import Known, TypedServer
from relate_desktop.lookups.bluesky import BlueskySource
from relate_desktop.lookups.fetcher import Fetcher
from tests.real_servers.program import running
from tests.servers.ledger import ListedLedger
from tests.unit.lookups.pictures import PNG

PLACE = os.environ.get("RELATE_ATPROTO", "")
NODE = os.environ.get("RELATE_NODE", "") or shutil.which("node") or ""
SCRIPT = Path(__file__).with_name("bluesky_pds.mjs")

pytestmark = [
    pytest.mark.large,
    pytest.mark.skipif(not (PLACE and NODE), reason="needs node 22 and RELATE_ATPROTO with @atproto/dev-env"),
    pytest.mark.usefixtures("loopback"),
]


@dataclass(frozen=True)
class Pds:
    """A server with people, and the directory that says where their ids live."""

    server: str
    directory: str
    ids: Mapping[str, str]

    def ask(self, handle: str, known: Known | None = None) -> Answer:
        """By the id, or by a handle that the server resolves as one that the user typed."""
        source = BlueskySource(directory=self.directory)
        first = self.directory if handle.startswith("did:") else self.server
        door = Fetcher(
            ListedLedger(), lambda: None, typed=(TypedServer(self.server), TypedServer(self.directory))
        )
        return source.ask(LookupTarget(Provider.BLUESKY, first, handle), door, None, known or Known())

    def refusal(self, handle: str) -> ErrorKind:
        with pytest.raises(NetworkError) as caught:
            self.ask(handle)
        return caught.value.kind


@contextmanager
def a_pds(folder: Path) -> Iterator[Pds]:
    environment = {"PATH": os.defpath, "HOME": str(folder), "LOG_ENABLED": "false"}
    with running([NODE, str(SCRIPT), PLACE, PNG.hex()], folder, '"ready"', environment) as lines:
        told = json.loads(next(line for line in lines if '"ready"' in line))
        yield Pds(told["server"], told["directory"], told["ids"])


def test_profiles_are_read_as_the_server_keeps_them(tmp_path: Path) -> None:
    with a_pds(tmp_path) as pds:
        answer = pds.ask("misaki.test")
        assert [(finding.field, finding.value) for finding in answer.findings[:4]] == [
            (FindingField.NAME, "Misaki Ōno"),
            (FindingField.PRONOUNS, "she/her"),
            (FindingField.ABOUT, "Maps and ceramics.\nSlow replies."),
            (FindingField.URL, "https://maps.example.org/"),
        ]
        ((address, picture),) = answer.pictures
        assert (answer.findings[4].value, picture.data) == (address, PNG)
        assert answer.account_id == pds.ids["misaki"]
        assert pds.ask(pds.ids["misaki"]).findings[0].value == "Misaki Ōno"
        again = pds.ask("misaki.test", Known(answer.account_id, answer.etag))
        assert (again.unchanged, again.findings) == (True, ())
        assert pds.refusal("hidden.test") is ErrorKind.OPTED_OUT
        assert pds.refusal("nobody.test") is ErrorKind.PROFILE_MISSING
        assert pds.refusal("away.test") is ErrorKind.PROFILE_MISSING
        silent = pds.ask("silent.test")
        assert (silent.account_id, silent.findings) == (pds.ids["silent"], ())
