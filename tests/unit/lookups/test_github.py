from datetime import UTC, datetime
from typing import Any

import pytest

from relate_desktop.domain.errors import ErrorKind
from relate_desktop.domain.lookup import Finding, FindingField, LookupRemark, LookupTarget, Provider
from relate_desktop.lookups.asking import Known
from relate_desktop.lookups.github import GitHubSource
from tests.servers.net import a_page
from tests.unit.lookups.contract import Profile, ProviderContract
from tests.unit.lookups.pictures import PNG

API = "api.github.com"
PICTURES = "avatars.githubusercontent.com"
PAGE = "https://github.com/ada"
CHANGED = datetime(2026, 10, 18, 7, 30, tzinfo=UTC)
AVATAR = f"https://{PICTURES}/u/1815?v=4"

USER: dict[str, Any] = {
    "login": "Ada",
    "id": 1815,
    "node_id": "MDQ6VXNlcjE4MTU=",
    "avatar_url": AVATAR,
    "gravatar_id": "",
    "html_url": PAGE,
    "type": "User",
    "site_admin": False,
    "name": "Ada Lovelace",
    "company": "@analytical-engines",
    "blog": "ada.example.org/notes",
    "location": "London",
    "email": "ada@example.org",
    "hireable": True,
    "bio": "Numbers, and what\r\nthey could be.",
    "twitter_username": "ada_l",
    "public_repos": 8,
    "created_at": "2011-01-25T18:44:36Z",
    "updated_at": "2026-10-18T07:30:00Z",
}
ACCOUNTS = [
    {"provider": "twitter", "url": "https://twitter.com/ada_l"},
    {"provider": "mastodon", "url": "https://sketch.example.org/@ada"},
    {"provider": "generic", "url": "https://ada.example.org/talks"},
    {"provider": "generic", "url": "javascript:alert(1)"},
]


def found(field: FindingField, value: str, detail: str = "") -> Finding:
    return Finding(field, value, PAGE, changed_at=CHANGED, detail=detail)


def a_profile(user: dict[str, Any], accounts: Any = ACCOUNTS) -> Profile:
    return Profile(
        target=LookupTarget(Provider.GITHUB, f"https://{API}", "ada"),
        lines=("https://github.com/ada", "http://www.github.com/Ada/?tab=stars", "github:ada", "GitHub:@Ada"),
        hosts={
            API: {"/users/ada": a_page(user), "/users/ada/social_accounts": a_page(accounts)},
            PICTURES: {"/u/1815": a_page(PNG, content_type="image/png")},
        },
        main=f"https://{API}/users/ada",
        account_id="1815",
        findings=(
            found(FindingField.NAME, "Ada Lovelace"),
            found(FindingField.ORGANIZATION, "analytical-engines"),
            found(FindingField.EMAIL, "ada@example.org"),
            found(FindingField.URL, "https://ada.example.org/notes"),
            found(FindingField.PLACE, "London"),
            found(FindingField.ABOUT, "Numbers, and what\nthey could be."),
            found(FindingField.PHOTO, AVATAR),
            found(FindingField.PROFILE, "https://twitter.com/ada_l", "X"),
            found(FindingField.PROFILE, "https://sketch.example.org/@ada", "mastodon"),
            found(FindingField.PROFILE, "https://ada.example.org/talks"),
        ),
        pictures=(AVATAR,),
        keyed=(API,),
    )


class TestGitHub(ProviderContract):
    source = GitHubSource()
    profile = a_profile(USER)
    others = (
        "https://github.com/",
        "https://github.com/ada/engine",
        "https://github.com/features",
        "https://github.com/-ada",
        "https://gist.github.com/ada",
        "https://ada.github.io/",
        "https://github.com.example.org/ada",
        "https://gitlab.com/ada",
        "gitlab:ada",
        "ada@example.org",
    )

    def test_what_was_asked_is_what_the_api_documents(self) -> None:
        with self.net() as net:
            self.ask(net)
        first = net.asked[0]
        assert first.headers["accept"] == "application/vnd.github+json, application/json;q=0.9"
        assert first.headers["x-github-api-version"] == "2022-11-28"
        assert "authorization" not in first.headers
        assert net.addresses == [
            f"https://{API}/users/ada",
            f"https://{API}/users/ada/social_accounts",
            AVATAR,
        ]

    @pytest.mark.parametrize(
        "address",
        ["1815+ada@users.noreply.github.com", "ada@users.noreply.github.com", "noreply@example.org"],
    )
    def test_an_address_of_nobody_is_left_out(self, address: str) -> None:
        with self.net(a_profile({**USER, "email": address}).told()) as net:
            assert FindingField.EMAIL not in {finding.field for finding in self.ask(net).findings}

    def test_a_renamed_account_is_found_by_its_number(self) -> None:
        hosts = self.profile.told(main=a_page({"message": "Not Found"}, 404))
        hosts[API]["/user/1815"] = a_page({**USER, "login": "ada-l"})
        hosts[API]["/users/ada-l/social_accounts"] = a_page(ACCOUNTS)
        with self.net(hosts) as net:
            answer = self.ask(net, Known(account_id="1815"))
        assert (answer.account_id, answer.handle_now) == ("1815", "ada-l")
        assert answer.remarks == (LookupRemark.RENAMED,)
        assert {finding.source_url for finding in answer.findings} == {"https://github.com/ada-l"}
        assert "https://sketch.example.org/@ada" in {finding.value for finding in answer.findings}

    def test_nobody_is_asked_for_by_a_number_that_is_none(self) -> None:
        with self.net(self.profile.told(main=self.profile.missing)) as net:
            assert self.outcome(net, Known(account_id="../rate_limit")) is ErrorKind.PROFILE_MISSING
        assert len(net.asked) == 1

    def test_an_organisation_is_no_person(self) -> None:
        with self.net(a_profile({**USER, "type": "Organization"}).told()) as net:
            answer = self.ask(net)
        assert answer.remarks == (LookupRemark.AUTOMATED,)
        assert FindingField.NAME not in {finding.field for finding in answer.findings}

    def test_new_accounts_elsewhere_are_news_though_the_profile_stayed(self) -> None:
        tagged = a_page(ACCOUNTS, etag='"new"')
        hosts = self.profile.told()
        hosts[API]["/users/ada"] = lambda asked: (
            a_page(b"", 304)
            if asked.headers.get("if-none-match") == '"user"'
            else a_page(USER, etag='"user"')
        )
        hosts[API]["/users/ada/social_accounts"] = tagged
        with self.net(hosts) as net:
            answer = self.ask(net, Known("1815", '"user" "old"'))
        assert answer.findings == self.profile.findings
        assert answer.etag == '"user" "new"'

    def test_a_picture_elsewhere_is_not_read(self) -> None:
        user = {**USER, "avatar_url": "https://elsewhere.example.org/u/1"}
        with self.net(a_profile(user).told()) as net:
            answer = self.ask(net)
        assert answer.pictures == ()
        assert FindingField.PHOTO not in {finding.field for finding in answer.findings}

    def test_what_calls_itself_a_picture_and_is_none_is_left_out(self) -> None:
        hosts = self.profile.told()
        hosts[PICTURES]["/u/1815"] = a_page(b"<svg onload=alert(1)>", content_type="image/png")
        with self.net(hosts) as net:
            assert self.ask(net).pictures == ()
