from collections.abc import Sequence

import pytest

from relate_desktop.domain.errors import ErrorKind
from relate_desktop.domain.lookup import Finding, FindingField, LookupTarget, Provider
from relate_desktop.lookups.matrix import MatrixSource
from tests.servers.net import Answering, Reply, a_page, sent_on
from tests.unit.lookups.contract import ELSEWHERE, KEY, Profile, ProviderContract

PAGE = "https://matrix.to/#/@misaki:example.org"
PATH = "/_matrix/client/v3/profile/%40misaki%3Aexample.org"
SERVER = "matrix.example.org"
MISAKI = {
    "displayname": "Misaki Ōno",
    "avatar_url": "mxc://example.org/SEsfnsuifSDFSSEF",
    "m.tz": "Asia/Tokyo",
    "m.pronouns": [{"language": "en", "summary": "she/her"}, {"language": "de", "summary": "sie/ihr"}],
}


def well_known(base: str) -> Reply:
    return a_page(
        {"m.homeserver": {"base_url": base}, "m.identity_server": {"base_url": "https://id.example"}}
    )


class TestMatrix(ProviderContract):
    source = MatrixSource()
    profile = Profile(
        target=LookupTarget(Provider.MATRIX, "https://example.org", "@misaki:example.org"),
        lines=(
            "@misaki:example.org",
            "matrix:u/misaki:example.org",
            "matrix:u/misaki:example.org?action=chat",
            "matrix:@misaki:example.org",
            "matrix:%40misaki%3Aexample.org",
            "https://matrix.to/#/@misaki:example.org",
            "https://matrix.to/#/%40misaki%3Aexample.org?via=example.org",
        ),
        hosts={
            "example.org": {"/.well-known/matrix/client": well_known(f"https://{SERVER}/")},
            SERVER: {PATH: a_page(MISAKI)},
        },
        named=(SERVER,),
        main=f"https://{SERVER}{PATH}",
        account_id="@misaki:example.org",
        findings=(
            Finding(FindingField.NAME, "Misaki Ōno", PAGE),
            Finding(FindingField.TIME_ZONE, "Asia/Tokyo", PAGE),
            Finding(FindingField.PRONOUNS, "she/her", PAGE),
        ),
        missing=a_page({"errcode": "M_UNKNOWN", "error": "No row found (profiles)"}, 404),
    )
    others = (
        "misaki@example.org",
        "https://example.org/@misaki",
        "matrix:r/room:example.org",
        "#room:example.org",
        "https://matrix.to/#/#room:example.org",
        "@misaki:localhost",
        "@misaki:192.168.0.1/../",
        "@mis aki:example.org",
    )

    def broken(self) -> Sequence[bytes]:
        """An empty profile is one: of somebody who gave no name."""
        return [body for body in super().broken() if body != b"{}"]

    def test_the_servers_own_name_stands_in_where_the_domain_names_none(self) -> None:
        with self.net({"example.org": {PATH: a_page(MISAKI)}}) as net:
            assert self.ask(net).findings == self.profile.findings
            assert net.hosts == {"example.org"}

    def test_a_domain_may_send_on_to_where_it_names_its_server(self) -> None:
        hosts: dict[str, dict[str, Answering]] = {
            "example.org": {
                "/.well-known/matrix/client": sent_on(f"https://{SERVER}/.well-known/matrix/client")
            },
            SERVER: {"/.well-known/matrix/client": well_known(f"https://{SERVER}"), PATH: a_page(MISAKI)},
        }
        with self.net(hosts) as net:
            assert self.ask(net).findings == self.profile.findings

    def test_a_server_named_by_who_was_named_is_not_asked(self) -> None:
        hosts: dict[str, dict[str, Answering]] = {
            "example.org": {
                "/.well-known/matrix/client": sent_on(f"https://{SERVER}/.well-known/matrix/client")
            },
            SERVER: {"/.well-known/matrix/client": well_known(f"https://{ELSEWHERE}")},
        }
        with self.net(hosts) as net:
            assert self.outcome(net) is ErrorKind.REDIRECT_REFUSED
            assert ELSEWHERE not in net.hosts

    @pytest.mark.parametrize(
        "base", ["", "ftp://example.org", "https://u:p@example.org", "http://127.0.0.1:8008", "x" * 9000]
    )
    def test_a_server_without_a_plain_address_is_not_asked(self, base: str) -> None:
        with self.net(
            self.profile.told() | {"example.org": {"/.well-known/matrix/client": well_known(base)}}
        ) as net:
            assert self.outcome(net) in {ErrorKind.ANSWER_BROKEN, ErrorKind.ADDRESS_REFUSED}
            assert net.hosts == {"example.org"} | ({"127.0.0.1"} & net.hosts)

    def test_a_name_that_the_server_made_of_the_id_is_no_finding(self) -> None:
        with self.net(self.profile.told(main=a_page({"displayname": "misaki"}))) as net:
            assert self.ask(net).findings == ()

    def test_fields_are_read_as_they_were_spelled_before_too(self) -> None:
        old = {"us.cloke.msc4175.tz": "Europe/Berlin", "io.fsky.nyx.pronouns": [{"summary": "they/them"}]}
        with self.net(self.profile.told(main=a_page(old))) as net:
            assert [finding.value for finding in self.ask(net).findings] == ["Europe/Berlin", "they/them"]

    def test_a_key_is_sent_only_where_the_domain_is_the_server(self) -> None:
        with self.net({"example.org": {PATH: a_page(MISAKI)}}) as net:
            self.ask(net, secret=KEY)
            assert [bool(asked.headers.get("authorization")) for asked in net.asked] == [False, True]
