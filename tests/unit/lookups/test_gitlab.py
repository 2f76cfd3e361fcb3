from collections.abc import Sequence
from typing import Any

import pytest

from relate_desktop.domain.errors import ErrorKind
from relate_desktop.domain.lookup import Answer, Finding, FindingField, LookupRemark, LookupTarget, Provider
from relate_desktop.lookups.asking import Known, Secret
from relate_desktop.lookups.gitlab import GitLabSource
from tests.servers.net import Net, Reply, a_page
from tests.unit.lookups.contract import KEY, Profile, ProviderContract
from tests.unit.lookups.hostile import BROKEN
from tests.unit.lookups.pictures import PNG

HOST = "gitlab.com"
PAGE = f"https://{HOST}/ada"
AVATAR = f"https://{HOST}/uploads/-/system/user/avatar/1815/avatar.png"

BASIC: dict[str, Any] = {
    "id": 1815,
    "username": "ada",
    "name": "Ada Lovelace",
    "state": "active",
    "locked": False,
    "avatar_url": AVATAR,
    "web_url": PAGE,
}
FULL: dict[str, Any] = {
    **BASIC,
    "created_at": "2019-05-03T09:23:11.152Z",
    "bio": "Numbers, and what they could be.",
    "location": "London",
    "public_email": "ada@example.org",
    "linkedin": "ada-l",
    "twitter": "https://twitter.com/ada_l",
    "discord": "181518151815181518",
    "github": "",
    "mastodon": "@ada@sketch.example.org",
    "website_url": "https://ada.example.org",
    "organization": "Analytical Engines",
    "job_title": "Programmer",
    "work_information": "Programmer at Analytical Engines",
    "pronouns": "she/her",
    "bot": False,
    "followers": 1,
    "following": 2,
    "local_time": "3:38 PM",
}


def found(field: FindingField, value: str, detail: str = "") -> Finding:
    return Finding(field, value, PAGE, detail=detail)


def a_profile(path: str, missing: Reply, findings: tuple[Finding, ...]) -> Profile:
    routes = {
        "/api/v4/users?username=ada": a_page([BASIC]),
        "/api/v4/users/1815": a_page(FULL),
        "/uploads/-/system/user/avatar/1815/avatar.png": a_page(PNG, content_type="image/png"),
    }
    return Profile(
        target=LookupTarget(Provider.GITLAB, f"https://{HOST}", "ada"),
        lines=(PAGE, "https://gitlab.com/Ada/", "gitlab:@ada"),
        hosts={HOST: routes},
        main=f"https://{HOST}{path}",
        account_id="1815",
        findings=findings,
        pictures=(AVATAR,),
        keyed=(HOST,),
        missing=missing,
    )


OTHERS = (
    f"https://{HOST}/",
    f"https://{HOST}/ada/engine",
    f"https://{HOST}/-/profile",
    f"https://{HOST}/explore",
    "https://gitlab.example.org/ada",
    "https://codeberg.org/ada",
    "github:ada",
)


class TestGitLab(ProviderContract):
    """Without a key: little more than the name."""

    source = GitLabSource()
    profile = a_profile(
        "/api/v4/users?username=ada",
        a_page([]),
        (found(FindingField.NAME, "Ada Lovelace"), found(FindingField.PHOTO, AVATAR)),
    )
    others = OTHERS

    def broken(self) -> Sequence[bytes]:
        return [body for body in BROKEN if not body.startswith(b"[") or len(body) > 100]

    def test_nobody_else_is_taken_for_whom_was_asked(self) -> None:
        strangers: tuple[list[Any], ...] = (
            [],
            [None, 7],
            [{**BASIC, "username": "ada2"}],
            [{**BASIC, "id": "1815"}],
            [{}],
        )
        for listed in strangers:
            with self.net(self.profile.told(main=a_page(listed))) as net:
                assert self.outcome(net) is ErrorKind.PROFILE_MISSING

    @pytest.mark.parametrize("state", ["blocked", "banned", "ldap_blocked"])
    def test_who_was_shut_out_is_let_alone(self, state: str) -> None:
        with self.net(self.profile.told(main=a_page([{**BASIC, "state": state}]))) as net:
            assert self.outcome(net) is ErrorKind.OPTED_OUT


class TestGitLabWithAKey(ProviderContract):
    """With a key whose scope is read_user: all of the profile."""

    source = GitLabSource()
    profile = a_profile(
        "/api/v4/users/1815",
        a_page({"message": "404 User Not Found"}, 404),
        (
            found(FindingField.NAME, "Ada Lovelace"),
            found(FindingField.PRONOUNS, "she/her"),
            found(FindingField.TITLE, "Programmer"),
            found(FindingField.ORGANIZATION, "Analytical Engines"),
            found(FindingField.EMAIL, "ada@example.org"),
            found(FindingField.URL, "https://ada.example.org/"),
            found(FindingField.PLACE, "London"),
            found(FindingField.ABOUT, "Numbers, and what they could be."),
            found(FindingField.PHOTO, AVATAR),
            found(FindingField.PROFILE, "https://www.linkedin.com/in/ada-l", "LinkedIn"),
            found(FindingField.PROFILE, "https://twitter.com/ada_l", "X"),
            found(FindingField.PROFILE, "https://discord.com/users/181518151815181518", "Discord"),
            found(FindingField.PROFILE, "https://sketch.example.org/@ada", "Mastodon"),
        ),
    )
    others = OTHERS

    def ask(self, net: Net, known: Known | None = None, secret: Secret | None = None, **door: Any) -> Answer:
        return super().ask(net, known, secret or KEY, **door)

    def test_a_server_that_wants_a_key_is_no_server_that_refused_one(self) -> None:
        unauthorized = a_page({"message": "401 Unauthorized"}, 401)
        hosts = self.profile.told()
        hosts[HOST]["/api/v4/users?username=ada"] = unauthorized
        with self.net(hosts) as net:
            assert self.outcome(net) is ErrorKind.KEY_REFUSED

    def test_a_key_of_too_small_a_scope_is_refused(self) -> None:
        small = a_page({"error": "insufficient_scope", "scope": "api read_user"}, 403)
        with self.net(self.profile.told(main=small)) as net:
            assert self.outcome(net) is ErrorKind.KEY_REFUSED

    def test_a_program_is_said_to_be_one(self) -> None:
        with self.net(self.profile.told(main=a_page({**FULL, "bot": True}))) as net:
            assert self.ask(net).remarks == (LookupRemark.AUTOMATED,)

    def test_what_somebody_does_is_said_once(self) -> None:
        alone = {**FULL, "job_title": "", "organization": None}
        with self.net(self.profile.told(main=a_page(alone))) as net:
            findings = self.ask(net).findings
        assert found(FindingField.TITLE, "Programmer at Analytical Engines") in findings
        assert FindingField.ORGANIZATION not in {finding.field for finding in findings}

    def test_the_tag_of_somebody_else_is_not_sent(self) -> None:
        with self.net() as net:
            self.ask(net, Known("1", '"tag"'))
            assert not [asked for asked in net.asked if "if-none-match" in asked.headers]
