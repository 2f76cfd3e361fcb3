import os
from types import SimpleNamespace

import pytest

from relate_desktop.system.account import account_name

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the account as POSIX keeps it")


def account(monkeypatch: pytest.MonkeyPatch, full: str, login: str) -> None:
    """Let somebody else sit at the machine."""
    pwd = pytest.importorskip("pwd")

    monkeypatch.setattr(pwd, "getpwuid", lambda _uid: SimpleNamespace(pw_gecos=full))
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, login)


@pytest.mark.parametrize(
    ("full", "login", "expected"),
    [
        ("Robin Vale,,,", "rvale", "Robin"),
        ("田中 美咲", "misaki", "田中"),
        ("", "robin", "Robin"),
        ("", "robin2", ""),
        ("root", "root", ""),
        ("", "user", ""),
    ],
)
def test_the_accounts_owner_is_called_by_name(
    monkeypatch: pytest.MonkeyPatch, full: str, login: str, expected: str
) -> None:
    account(monkeypatch, full, login)
    assert account_name() == expected
