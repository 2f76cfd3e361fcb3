from typing import Any

import pytest

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.domain.lookup import LookupTarget, Provider
from relate_desktop.lookups.mastodon import MastodonSource
from relate_desktop.lookups.told import ToldDoor
from relate_desktop.lookups.webfinger import FediverseAccount, find_account, parts_of
from tests.servers.authority import Authority
from tests.servers.net import a_net, a_page
from tests.unit.lookups.hostile import WRONG_TYPES, leaves, with_leaf

TARGET = LookupTarget(Provider.MASTODON, "https://example.org", "misaki@example.org")
FINGER = "/.well-known/webfinger"
ACTOR = "https://example.org/users/misaki"
SELF: dict[str, Any] = {"rel": "self", "type": "application/activity+json", "href": ACTOR}
PAGE = {"rel": "http://webfinger.net/rel/profile-page", "href": "https://example.org/@misaki"}


def account(authority: Authority, said: Any) -> FediverseAccount:
    with a_net(authority, {"example.org": {FINGER: a_page(said)}}) as net:
        return find_account(TARGET, ToldDoor(net.door(), MastodonSource().request(TARGET)))


def test_an_account_on_its_own_domain_is_found_with_its_page(authority: Authority) -> None:
    found = account(authority, {"subject": "acct:Misaki@example.org", "links": [PAGE, SELF]})
    assert (found.handle, found.user, found.actor) == ("misaki@example.org", "misaki", ACTOR)
    assert (str(found.home), found.page) == ("https://example.org", "https://example.org/@misaki")


def test_the_address_asked_for_stands_in_where_no_subject_is_told(authority: Authority) -> None:
    assert account(authority, {"links": [SELF]}).handle == "misaki@example.org"


def test_documents_of_the_fediverse_are_known_by_both_of_their_types(authority: Authority) -> None:
    kind = 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"'
    found = account(
        authority, {"links": [{"rel": "self", "type": "text/html", "href": "x"}, SELF | {"type": kind}]}
    )
    assert found.actor == ACTOR


def test_a_page_on_another_host_than_the_account_is_none_of_its_pages(authority: Authority) -> None:
    far = PAGE | {"href": "https://elsewhere.example.org/@misaki"}
    assert account(authority, {"links": [far, SELF]}).page == ""


@pytest.mark.parametrize(
    "links", [[], [PAGE], [SELF | {"href": "acct:x"}], [SELF | {"href": "https://u:p@x.org/"}]]
)
def test_who_names_no_account_is_broken(authority: Authority, links: list[Any]) -> None:
    with pytest.raises(NetworkError) as caught:
        account(authority, {"subject": "acct:misaki@example.org", "links": links})
    assert caught.value.kind is ErrorKind.ANSWER_BROKEN


def test_no_answer_of_any_type_breaks_anything(authority: Authority) -> None:
    whole = {"subject": "acct:misaki@example.org", "links": [PAGE, SELF]}
    replies = [with_leaf(whole, path, wrong) for path in leaves(whole) for wrong in WRONG_TYPES]
    with a_net(authority, {"example.org": {FINGER: lambda _: a_page(replies[0])}}) as net:
        while replies:
            door = ToldDoor(net.door(), MastodonSource().request(TARGET))
            try:
                find_account(TARGET, door)
            except NetworkError as error:
                kinds = {ErrorKind.ANSWER_BROKEN, ErrorKind.HOST_UNKNOWN, ErrorKind.ADDRESS_REFUSED}
                assert error.kind in kinds | {ErrorKind.REDIRECT_REFUSED}  # noqa: PT017
            replies.pop(0)


def test_addresses_have_a_user_and_a_domain() -> None:
    assert parts_of("misaki@Example.org") == ("misaki", "example.org")
    assert parts_of("mi.sa-ki_@example.org:8443") == ("mi.sa-ki_", "example.org:8443")
    for text in (
        "",
        "misaki",
        "@misaki@example.org",
        "a@b@c",
        "mi saki@example.org",
        "m@",
        "../x@example.org",
    ):
        assert parts_of(text) is None
