from typing import Any

import pytest

from relate_desktop.domain.errors import ErrorKind
from relate_desktop.domain.lookup import Finding, FindingField, LookupRemark, LookupTarget, Provider
from relate_desktop.lookups.asking import Known
from relate_desktop.lookups.forgejo import ForgejoSource
from tests.servers.net import Answering, a_page, sent_on
from tests.unit.lookups.contract import KEY, Profile, ProviderContract
from tests.unit.lookups.pictures import PNG

HOST = "codeberg.org"
PAGE = f"https://{HOST}/ada"
AVATAR = f"https://{HOST}/avatars/1815aa"

USER: dict[str, Any] = {
    "id": 1815,
    "login": "ada",
    "login_name": "",
    "source_id": 0,
    "full_name": "Ada Lovelace",
    "email": "ada@noreply.codeberg.org",
    "avatar_url": AVATAR,
    "html_url": PAGE,
    "language": "",
    "is_admin": False,
    "last_login": "0001-01-01T00:00:00Z",
    "created": "2024-02-03T09:00:00+01:00",
    "restricted": False,
    "active": False,
    "prohibit_login": False,
    "location": "London",
    "pronouns": "she/her",
    "website": "https://ada.example.org",
    "description": "Numbers, and what they could be.",
    "visibility": "public",
    "followers_count": 3,
    "username": "ada",
}


def found(field: FindingField, value: str) -> Finding:
    return Finding(field, value, PAGE)


def a_profile(user: dict[str, Any]) -> Profile:
    return Profile(
        target=LookupTarget(Provider.FORGEJO, f"https://{HOST}", "ada"),
        lines=(PAGE, "https://codeberg.org/Ada/", "forgejo:ada"),
        hosts={
            HOST: {
                "/api/v1/users/ada": a_page(user),
                "/avatars/1815aa": a_page(PNG, content_type="image/png"),
            }
        },
        main=f"https://{HOST}/api/v1/users/ada",
        account_id="1815",
        findings=(
            found(FindingField.NAME, "Ada Lovelace"),
            found(FindingField.PRONOUNS, "she/her"),
            found(FindingField.URL, "https://ada.example.org/"),
            found(FindingField.PLACE, "London"),
            found(FindingField.ABOUT, "Numbers, and what they could be."),
            found(FindingField.PHOTO, AVATAR),
        ),
        pictures=(AVATAR,),
        keyed=(HOST,),
    )


class TestForgejo(ProviderContract):
    source = ForgejoSource()
    profile = a_profile(USER)
    others = (
        f"https://{HOST}/",
        f"https://{HOST}/ada/engine",
        f"https://{HOST}/explore",
        "https://git.example.org/ada",
        "https://github.com/ada",
        "github:ada",
        "ada@codeberg.org",
    )

    @pytest.mark.parametrize("address", ["ada@hidden.codeberg.org", "ada@codeberg.org", "ada@example.org"])
    def test_who_is_not_signed_in_is_given_a_placeholder_for_an_address(self, address: str) -> None:
        with self.net(a_profile({**USER, "email": address}).told()) as net:
            assert FindingField.EMAIL not in {finding.field for finding in self.ask(net).findings}

    @pytest.mark.parametrize(
        ("address", "mail"),
        [
            ("ada@example.org", ["ada@example.org"]),
            ("ada@noreply.codeberg.org", []),
            ("ada@hidden.codeberg.org", []),
            ("ada", []),
        ],
    )
    def test_who_is_signed_in_may_see_a_real_one(self, address: str, mail: list[str]) -> None:
        with self.net(a_profile({**USER, "email": address}).told()) as net:
            findings = self.ask(net, secret=KEY).findings
        assert [finding.value for finding in findings if finding.field is FindingField.EMAIL] == mail

    def test_a_private_profile_is_let_alone_also_where_the_key_opens_it(self) -> None:
        with self.net(a_profile({**USER, "visibility": "private"}).told()) as net:
            assert self.outcome(net, secret=KEY) is ErrorKind.OPTED_OUT

    def test_a_picture_by_a_mail_address_somewhere_else_is_not_read(self) -> None:
        user = {**USER, "avatar_url": "https://elsewhere.example.org/avatar/0a1b2c"}
        with self.net(a_profile(user).told()) as net:
            answer = self.ask(net)
        assert "elsewhere" not in str(answer)

    def test_a_renamed_account_says_its_new_name(self) -> None:
        hosts = a_profile(USER).told(main=sent_on("/api/v1/users/countess", 307))
        hosts[HOST]["/api/v1/users/countess"] = a_page({**USER, "login": "countess"})
        with self.net(hosts) as net:
            answer = self.ask(net)
        assert (answer.handle_now, answer.remarks) == ("countess", (LookupRemark.RENAMED,))
        assert answer.findings[0].source_url == f"https://{HOST}/countess"

    def test_no_name_leads_to_another_question(self) -> None:
        for handle in ("../admin", "ada/repos", "ada?x=1", "", "search"):
            target = LookupTarget(Provider.FORGEJO, f"https://{HOST}", handle)
            with self.net() as net:
                with pytest.raises(Exception, match=r"profile_missing"):
                    self.source.ask(target, net.door(), None, Known())
                assert net.asked == []

    def test_a_server_that_the_user_typed_is_asked_at_its_own_port(self) -> None:
        origin = "https://git.house.example:8443"
        source = ForgejoSource((origin,))
        (target,) = source.targets((f"{origin}/ada",))
        assert source.request(target).hosts == ("git.house.example:8443",)
        routes: dict[str, Answering] = {"/api/v1/users/ada": a_page({**USER, "avatar_url": ""})}
        with self.net({"git.house.example:8443": routes}) as net:
            answer = source.ask(target, net.door(), KEY, Known())
            assert {asked.host for asked in net.asked} == {"git.house.example:8443"}
        assert (answer.account_id, answer.findings[0].source_url) == ("1815", f"{origin}/ada")
