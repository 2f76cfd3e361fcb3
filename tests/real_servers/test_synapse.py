"""Matrix profiles as Synapse itself gives them.

Needs RELATE_SYNAPSE: the Python of an environment in which ``matrix-synapse`` of PyPI is installed.
"""

import http.client
import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.domain.lookup import Answer, FindingField, LookupTarget, Provider
from relate_desktop.lookups.asking import Known, Secret, TypedServer
from relate_desktop.lookups.fetcher import Fetcher
from relate_desktop.lookups.matrix import MatrixSource
from tests.real_servers.program import running
from tests.servers.ledger import ListedLedger
from tests.servers.net import a_free_port

SYNAPSE = os.environ.get("RELATE_SYNAPSE", "")

pytestmark = [
    pytest.mark.large,
    pytest.mark.skipif(not SYNAPSE, reason="needs RELATE_SYNAPSE, a Python with matrix-synapse"),
    pytest.mark.usefixtures("loopback"),
]

CONFIGURATION = """\
server_name: localhost
public_baseurl: {origin}/
serve_client_wellknown: true
pid_file: {folder}/synapse.pid
listeners:
  - {{port: {port}, bind_addresses: [127.0.0.1], type: http, tls: false, resources: [{{names: [client]}}]}}
database: {{name: sqlite3, args: {{database: "{folder}/synapse.db"}}}}
log_config: {folder}/log.yaml
media_store_path: {folder}/media
signing_key_path: {folder}/signing.key
registration_shared_secret: not a secret
macaroon_secret_key: not a secret
report_stats: false
suppress_key_server_warning: true
trusted_key_servers: []
require_auth_for_profile_requests: {closed}
"""
LOG = """\
version: 1
disable_existing_loggers: false
formatters: {plain: {format: "%(message)s"}}
handlers: {console: {class: logging.StreamHandler, formatter: plain}}
root: {level: INFO, handlers: [console]}
"""
READY = "now listening on TCP port"
MISAKI = {
    "displayname": "Misaki Ōno",
    "m.tz": "Asia/Tokyo",
    "m.pronouns": [{"language": "en", "summary": "she/her"}],
}


@dataclass(frozen=True)
class Synapse:
    """A server with one account, and the token of whoever is signed in to it."""

    origin: str
    token: str

    def ask(self, handle: str, secret: Secret | None = None, known: Known | None = None) -> Answer:
        target = LookupTarget(Provider.MATRIX, self.origin, handle)
        door = Fetcher(ListedLedger(), lambda: None, typed=(TypedServer(self.origin),))
        return MatrixSource().ask(target, door, secret, known or Known())

    def refusal(self, handle: str, secret: Secret | None = None) -> ErrorKind:
        with pytest.raises(NetworkError) as caught:
            self.ask(handle, secret)
        return caught.value.kind


@contextmanager
def a_synapse(folder: Path, *, closed: bool = False) -> Iterator[Synapse]:
    port = a_free_port()
    origin = f"http://localhost:{port}"
    settings = folder / "homeserver.yaml"
    settings.write_text(
        CONFIGURATION.format(origin=origin, folder=folder, port=port, closed=str(closed).lower())
    )
    (folder / "log.yaml").write_text(LOG)
    start = [SYNAPSE, "-m", "synapse.app.homeserver", "-c", str(settings)]
    environment = {"PATH": os.defpath, "HOME": str(folder)}
    subprocess.run([*start, "--generate-keys"], check=True, env=environment, capture_output=True)
    with running(start, folder, READY, environment):
        script = [SYNAPSE, "-m", "synapse._scripts.register_new_matrix_user", "-u", "misaki", "-p", "words"]
        subprocess.run(
            [*script, "--no-admin", "-c", str(settings), origin],
            check=True,
            env=environment,
            capture_output=True,
        )
        user = {"type": "m.id.user", "user": "misaki"}
        signed_in = said(port, "POST", "login", type="m.login.password", identifier=user, password="words")
        token = str(signed_in["access_token"])
        for name, value in MISAKI.items():
            said(port, "PUT", f"profile/@misaki:localhost/{name}", token, **{name: value})
        yield Synapse(origin, token)


def said(port: int, method: str, path: str, token: str = "", **content: Any) -> dict[str, Any]:
    """What the server answers to an account's own client."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    connection.request(method, f"/_matrix/client/v3/{path}", json.dumps(content), headers)
    reply = connection.getresponse()
    answer = json.loads(reply.read())
    connection.close()
    assert reply.status == 200, answer
    assert isinstance(answer, dict)
    return answer


def test_a_profile_is_read_from_the_server_that_the_domain_names(tmp_path: Path) -> None:
    with a_synapse(tmp_path) as synapse:
        answer = synapse.ask("@misaki:localhost")
        assert [(finding.field, finding.value) for finding in answer.findings] == [
            (FindingField.NAME, "Misaki Ōno"),
            (FindingField.TIME_ZONE, "Asia/Tokyo"),
            (FindingField.PRONOUNS, "she/her"),
        ]
        assert answer.account_id == "@misaki:localhost"
        assert synapse.refusal("@nobody:localhost") is ErrorKind.PROFILE_MISSING


def test_a_server_that_wants_a_key_says_so_and_takes_it(tmp_path: Path) -> None:
    with a_synapse(tmp_path, closed=True) as synapse:
        assert synapse.refusal("@misaki:localhost") is ErrorKind.KEY_NEEDED
        assert synapse.refusal("@misaki:localhost", Secret("wrong")) is ErrorKind.KEY_REFUSED
        assert synapse.ask("@misaki:localhost", Secret(synapse.token)).findings
