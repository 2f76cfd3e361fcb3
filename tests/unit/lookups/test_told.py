from collections.abc import Mapping
from typing import Any

import pytest

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.domain.lookup import LookupRequest, LookupTarget, Provider
from relate_desktop.lookups.asking import Ask, Secret
from relate_desktop.lookups.origins import read_origin
from relate_desktop.lookups.told import ToldDoor
from tests.servers.authority import Authority
from tests.servers.net import Net, Routes, a_net, a_page, sent_on

TARGET = LookupTarget(Provider.WEBSITE, "https://ada.example.org", "ada")
HOSTS: Mapping[str, Routes] = {
    "ada.example.org": {
        "/": a_page("home"),
        "/near": sent_on("/"),
        "/far": sent_on("https://www.example.org/"),
        "/further": sent_on("https://third.example.org/"),
        "/round": sent_on("/round"),
        "/odd": sent_on("https://user:word@www.example.org/"),
    },
    "www.example.org": {"/": a_page("www"), "/on": sent_on("https://third.example.org/")},
    "third.example.org": {"/": a_page("third")},
}


def a_told_door(net: Net, *, named_by: tuple[str, ...] = ()) -> ToldDoor:
    return ToldDoor(net.door(), LookupRequest(TARGET, ("ada.example.org",), "ada", named_by))


def ask(path: str, host: str = "ada.example.org") -> Ask:
    return Ask(f"https://{host}{path}", "text/html", 1000, secret=Secret("ZZCANARY"))


def refused(door: ToldDoor, question: Ask, *, naming: bool = False) -> str:
    with pytest.raises(NetworkError) as caught:
        door.get(question, naming=naming)
    assert caught.value.kind is ErrorKind.REDIRECT_REFUSED
    return str(caught.value.facts["host"])


def test_a_host_that_was_told_is_asked_and_leads_on_within_itself(authority: Authority) -> None:
    with a_net(authority, HOSTS) as net:
        assert a_told_door(net).get(ask("/near")).body == b"home"


def test_a_host_that_was_not_told_is_never_asked(authority: Authority) -> None:
    with a_net(authority, HOSTS) as net:
        door = a_told_door(net)
        assert refused(door, ask("/", "www.example.org")) == "www.example.org"
        assert refused(door, ask("/far")) == "ada.example.org"
        assert refused(door, ask("/far"), naming=True) == "ada.example.org"
        assert net.hosts == {"ada.example.org"}


def test_a_redirect_names_one_host_where_it_may_and_only_where_it_is_meant_to(authority: Authority) -> None:
    with a_net(authority, HOSTS) as net:
        door = a_told_door(net, named_by=("ada.example.org",))
        assert refused(door, ask("/far")) == "ada.example.org"
        assert door.get(ask("/far"), naming=True).body == b"www"
        assert door.get(ask("/far")).body == b"www"
        assert refused(door, ask("/further"), naming=True) == "ada.example.org"
        assert refused(door, ask("/on", "www.example.org"), naming=True) == "www.example.org"
        assert net.hosts == {"ada.example.org", "www.example.org"}


def test_a_key_does_not_go_along_to_another_host(authority: Authority) -> None:
    with a_net(authority, HOSTS) as net:
        a_told_door(net, named_by=("ada.example.org",)).get(ask("/far"), naming=True)
        assert {asked.host for asked in net.asked if "ZZCANARY" in str(asked.headers)} == {"ada.example.org"}


def test_redirects_end_and_lead_to_no_odd_address(authority: Authority) -> None:
    with a_net(authority, HOSTS) as net:
        door = a_told_door(net, named_by=("ada.example.org",))
        refused(door, ask("/round"))
        refused(door, ask("/odd"), naming=True)
        assert len(net.asked) == 5


def test_a_redirect_that_is_not_to_be_followed_is_given_back(authority: Authority) -> None:
    with a_net(authority, HOSTS) as net:
        got = a_told_door(net).get(Ask("https://ada.example.org/far", "text/html", 1000, follow=False))
        assert (got.status, got.headers["location"]) == (302, "https://www.example.org/")


def test_another_host_is_named_by_hand_once(authority: Authority) -> None:
    ada, www, third = (read_origin(f"https://{name}.example.org") for name in ("ada", "www", "third"))
    with a_net(authority, HOSTS) as net:
        door = a_told_door(net, named_by=("ada.example.org",))
        door.name(ada, by=www)
        door.name(www, by=ada)
        assert door.tells(www)
        with pytest.raises(NetworkError):
            door.name(third, by=ada)
        assert not door.tells(third)


def test_records_are_asked_of_names_that_were_told_alone(authority: Authority) -> None:
    records: dict[str, list[Any]] = {
        "TXT _at.ada.example.org": ["x"],
        "SRV _a._tcp.mail.example.org": [("a.example.org", 443)],
    }
    with a_net(authority, HOSTS, records) as net:
        door = a_told_door(net, named_by=("mail.example.org",))
        assert door.text_records("_at.ada.example.org") == ("x",)
        assert door.service_records("_a._tcp.mail.example.org") == (("a.example.org", 443),)
        for name in ("_at.www.example.org", "_at.nada.example.org"):
            with pytest.raises(NetworkError):
                door.text_records(name)
            with pytest.raises(NetworkError):
                door.service_records(name)


def test_what_is_no_address_is_refused_as_such(authority: Authority) -> None:
    with a_net(authority, HOSTS) as net, pytest.raises(NetworkError) as caught:
        a_told_door(net).get(Ask("https://ada.example.org\\@evil.example.org/", "text/html", 10))
    assert caught.value.kind is ErrorKind.ADDRESS_REFUSED
