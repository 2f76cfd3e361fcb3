"""GitHub as GitHub's own description of its API answers: a mock made from it by prism.

Needs RELATE_PRISM: a folder in which ``@octokit/openapi`` and ``@stoplight/prism-cli`` of npm are installed.
The mock also checks what is asked, and says so where the description knows no such question.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.domain.lookup import Answer, Finding, FindingField, LookupTarget, Provider
from relate_desktop.lookups.asking import Known, Secret, TypedServer
from relate_desktop.lookups.fetcher import Fetcher
from relate_desktop.lookups.github import GitHubSource
from tests.real_servers.program import running
from tests.servers.ledger import ListedLedger
from tests.servers.net import a_free_port
from tests.unit.lookups.clean import judge_finding

PRISM = os.environ.get("RELATE_PRISM", "")
DESCRIPTION = "node_modules/@octokit/openapi/generated/api.github.com.json"

pytestmark = [
    pytest.mark.large,
    pytest.mark.skipif(not PRISM, reason="needs RELATE_PRISM, a folder with @octokit/openapi and prism"),
    pytest.mark.usefixtures("loopback"),
]


@contextmanager
def a_mock(folder: Path, *options: str) -> Iterator[str]:
    """The origin of a mock."""
    port = a_free_port()
    program = str(Path(PRISM) / "node_modules/.bin/prism")
    line = [program, "mock", "-h", "127.0.0.1", "-p", str(port), *options, str(Path(PRISM) / DESCRIPTION)]
    with running(line, folder, "Prism is listening", dict(os.environ)):
        yield f"http://127.0.0.1:{port}"


def ask(origin: str, login: str, secret: Secret | None = None, known: Known | None = None) -> Answer:
    door = Fetcher(ListedLedger(), lambda: None, typed=(TypedServer(origin),))
    return GitHubSource().ask(LookupTarget(Provider.GITHUB, origin, login), door, secret, known or Known())


def test_the_account_of_the_description_is_read(tmp_path: Path) -> None:
    with a_mock(tmp_path) as origin:
        answer = ask(origin, "octocat", Secret("words", origin=origin))
        assert ask(origin, "octocat", known=Known("2")).remarks
    assert answer.account_id == "1"
    assert [(finding.field, finding.value, finding.detail) for finding in answer.findings] == [
        (FindingField.NAME, "monalisa octocat", ""),
        (FindingField.ORGANIZATION, "GitHub", ""),
        (FindingField.EMAIL, "octocat@github.com", ""),
        (FindingField.URL, "https://github.com/blog", ""),
        (FindingField.PLACE, "San Francisco", ""),
        (FindingField.ABOUT, "There once was...", ""),
        (FindingField.PROFILE, "https://twitter.com/monatheoctocat", "X"),
        (FindingField.PROFILE, "https://twitter.com/github", "X"),
    ]


def test_whatever_the_description_allows_is_borne(tmp_path: Path) -> None:
    with a_mock(tmp_path, "--dynamic") as origin:
        for number in range(40):
            for finding in findings(origin, f"octocat-{number}"):
                judge_finding(finding)


def findings(origin: str, login: str) -> tuple[Finding, ...]:
    """What was found; nothing where the mock's answer is none by our reading, such as one without an id."""
    try:
        return ask(origin, login).findings
    except NetworkError as error:
        broken = error.kind is ErrorKind.ANSWER_BROKEN
    assert broken
    return ()
