from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from relate_desktop.domain.errors import ErrorKind
from relate_desktop.domain.lookup import Finding, FindingField, LookupRemark, LookupTarget, Proof, Provider
from relate_desktop.lookups.mastodon import MastodonSource
from tests.servers.net import Answering, Reply, a_net, a_page, sent_on
from tests.unit.lookups.contract import CANARY, ELSEWHERE, KEY, Profile, ProviderContract
from tests.unit.lookups.hostile import BROKEN, HOSTILE_TEXTS
from tests.unit.lookups.pictures import PNG

HANDLE = "misaki@example.org"
HOME = "social.example.org"
ACTOR = f"https://{HOME}/users/misaki"
PAGE = f"https://{HOME}/@misaki"
API = "/api/v1/accounts/lookup?acct=misaki"
FINGER = f"/.well-known/webfinger?resource=acct%3A{HANDLE.replace('@', '%40')}"
LINK = (
    '<a href="https://maps.example.org" target="_blank" rel="nofollow noopener me" translate="no">'
    '<span class="invisible">https://</span><span class="">maps.example.org</span></a>'
)
MISAKI: dict[str, Any] = {
    "id": "23634",
    "username": "misaki",
    "acct": "misaki",
    "display_name": "Misaki Ōno :verified:",
    "locked": False,
    "bot": False,
    "discoverable": True,
    "indexable": False,
    "noindex": False,
    "group": False,
    "created_at": "2026-01-01T00:00:00.000Z",
    "note": "<p>Maps and ceramics.<br />Slow replies.</p>",
    "url": PAGE,
    "uri": ACTOR,
    "avatar": f"https://{HOME}/system/misaki.gif",
    "avatar_static": f"https://{HOME}/system/misaki.png",
    "followers_count": 12,
    "last_status_at": "2026-11-20",
    "emojis": [{"shortcode": "verified", "url": "https://files.example.org/v.png"}],
    "fields": [
        {"name": "Maps", "value": LINK, "verified_at": "2026-02-02T00:00:00.000+00:00"},
        {"name": "Pronouns:", "value": "she/her", "verified_at": None},
        {"name": "Ort", "value": "Sapporo", "verified_at": None},
        {"name": "Write", "value": "misaki@example.org", "verified_at": None},
        {"name": "Focus", "value": "rivers &amp; hills", "verified_at": None},
    ],
}


def a_finger(subject: str = f"acct:{HANDLE}", actor: str = ACTOR, page: str = PAGE) -> Reply:
    links = [
        {"rel": "http://webfinger.net/rel/profile-page", "type": "text/html", "href": page},
        {"rel": "self", "type": "application/activity+json", "href": actor},
        {"rel": "http://ostatus.org/schema/1.0/subscribe", "template": f"https://{HOME}/a?uri={{uri}}"},
    ]
    return a_page({"subject": subject, "aliases": [page, actor], "links": links})


def found(field: FindingField, value: str, detail: str = "", proof: Proof = Proof.SELF_ASSERTED) -> Finding:
    return Finding(field, value, PAGE, proof, detail=detail)


HOSTS: dict[str, dict[str, Answering]] = {
    "example.org": {FINGER: a_finger()},
    HOME: {FINGER: a_finger(), API: a_page(MISAKI), "/system/misaki.png": a_page(PNG)},
}


class TestMastodon(ProviderContract):
    """The address is of one domain, the server stands on another, as larger instances have it."""

    source = MastodonSource()
    profile = Profile(
        target=LookupTarget(Provider.MASTODON, "https://example.org", HANDLE),
        lines=(
            f"@{HANDLE}",
            "@Misaki@Example.org",
            f"acct:{HANDLE}",
            f"mastodon:@{HANDLE}",
            f"mastodon:{HANDLE}",
            "https://example.org/@misaki",
            "https://example.org/web/@misaki/",
            "https://mastodon.social/@misaki@example.org",
        ),
        hosts=HOSTS,
        named=(HOME,),
        main=f"https://{HOME}{API}",
        account_id=ACTOR,
        findings=(
            found(FindingField.NAME, "Misaki Ōno"),
            found(FindingField.ABOUT, "Maps and ceramics.\nSlow replies."),
            found(FindingField.URL, "https://maps.example.org/", "Maps", Proof.SERVER_VERIFIED),
            found(FindingField.PRONOUNS, "she/her"),
            found(FindingField.PLACE, "Sapporo"),
            found(FindingField.EMAIL, "misaki@example.org", "Write"),
            found(FindingField.ABOUT, "rivers & hills", "Focus"),
            found(FindingField.PHOTO, f"https://{HOME}/system/misaki.png"),
        ),
        pictures=(f"https://{HOME}/system/misaki.png",),
    )
    others = (
        HANDLE,
        f"mailto:{HANDLE}",
        "@misaki",
        "https://medium.com/@misaki",
        "https://www.youtube.com/@misaki",
        "https://example.org/misaki",
        "https://example.org/@misaki/110000000000000000",
        "https://localhost/@misaki",
        "@misaki@localhost",
        "@misaki@192.168.0.1",
        "mastodon:misaki",
    )

    def test_a_server_on_the_domain_itself_is_asked_for_the_profile_at_once(self) -> None:
        actor, page = "https://example.org/users/misaki", "https://example.org/@misaki"
        hosts: dict[str, dict[str, Answering]] = {
            "example.org": {
                FINGER: a_finger(actor=actor, page=page),
                API: a_page(MISAKI | {"uri": actor, "url": page, "avatar_static": ""}),
            }
        }
        with a_net(self.authority, hosts) as net:
            answer = self.ask(net)
            assert (answer.account_id, len(net.asked)) == (actor, 2)
            assert {finding.source_url for finding in answer.findings} == {page}

    def test_a_domain_that_sends_webfinger_on_to_its_server_names_it(self) -> None:
        with self.net(HOSTS | {"example.org": {FINGER: sent_on(f"https://{HOME}{FINGER}", 301)}}) as net:
            assert self.ask(net).findings == self.profile.findings

    def test_a_server_that_knows_nothing_of_the_domain_is_not_believed_to_be_its_own(self) -> None:
        """Anybody can point their domain at somebody else's account."""
        own = a_finger(subject=f"acct:misaki@{HOME}")
        with self.net(HOSTS | {HOME: {**HOSTS[HOME], FINGER: own}}) as net:
            assert self.outcome(net) is ErrorKind.ANSWER_BROKEN
            assert API not in str(net.addresses)

    def test_an_account_elsewhere_on_the_server_is_not_the_one_that_is_meant(self) -> None:
        other = a_finger(actor=f"https://{HOME}/users/famous")
        with self.net(HOSTS | {HOME: {**HOSTS[HOME], FINGER: other}}) as net:
            assert self.outcome(net) is ErrorKind.ANSWER_BROKEN

    def test_a_domain_that_calls_another_address_the_right_one_is_confirmed_there(self) -> None:
        finger = f"/.well-known/webfinger?resource=acct%3Amisaki%40{HOME}"
        right = a_finger(subject=f"acct:misaki@{HOME}")
        hosts = HOSTS | {"example.org": {FINGER: right}, HOME: {**HOSTS[HOME], finger: right}}
        with self.net(hosts) as net:
            answer = self.ask(net)
            assert (answer.handle_now, answer.remarks) == (f"misaki@{HOME}", (LookupRemark.RENAMED,))

    def test_a_third_host_is_never_asked(self) -> None:
        far = a_finger(subject=f"acct:misaki@{HOME}", actor=f"https://{ELSEWHERE}/users/misaki")
        finger = f"/.well-known/webfinger?resource=acct%3Amisaki%40{HOME}"
        with self.net(HOSTS | {"example.org": {FINGER: far}, HOME: {finger: far}}) as net:
            assert self.outcome(net) is ErrorKind.REDIRECT_REFUSED
            assert ELSEWHERE not in net.hosts

    def test_a_server_that_speaks_of_another_account_is_broken(self) -> None:
        for other in ({"uri": f"https://{HOME}/users/famous"}, {"username": "famous"}):
            with self.net(self.profile.told(main=a_page(MISAKI | other))) as net:
                assert self.outcome(net) is ErrorKind.ANSWER_BROKEN

    @pytest.mark.parametrize("asks", [{"noindex": True}, {"discoverable": False}])
    def test_of_who_does_not_want_to_be_listed_the_name_alone_is_read(self, asks: dict[str, bool]) -> None:
        with self.net(self.profile.told(main=a_page(MISAKI | asks))) as net:
            answer = self.ask(net)
            assert (answer.findings, answer.pictures) == (self.profile.findings[:1], ())
            assert answer.remarks == (LookupRemark.ASKED_FOR_LESS,)
            assert "/system/misaki.png" not in str(net.addresses)

    def test_who_has_not_said_whether_to_be_listed_is_read(self) -> None:
        with self.net(self.profile.told(main=a_page(MISAKI | {"discoverable": None}))) as net:
            assert self.ask(net).findings == self.profile.findings

    def test_a_suspended_account_is_let_alone(self) -> None:
        with self.net(self.profile.told(main=a_page(MISAKI | {"suspended": True}))) as net:
            assert self.outcome(net) is ErrorKind.OPTED_OUT

    def test_a_move_is_told_and_not_followed(self) -> None:
        moved = {"acct": f"misaki@{ELSEWHERE}", "url": f"https://{ELSEWHERE}/@misaki", "uri": "x"}
        with self.net(self.profile.told(main=a_page(MISAKI | {"moved": moved}))) as net:
            answer = self.ask(net)
            assert (answer.handle_now, answer.remarks) == (f"misaki@{ELSEWHERE}", (LookupRemark.MOVED,))
            assert found(FindingField.PROFILE, f"https://{ELSEWHERE}/@misaki") in answer.findings
            assert ELSEWHERE not in net.hosts

    def test_programs_and_the_dead_are_said_to_be(self) -> None:
        with self.net(self.profile.told(main=a_page(MISAKI | {"bot": True, "memorial": True}))) as net:
            assert self.ask(net).remarks == (LookupRemark.AUTOMATED, LookupRemark.IN_MEMORY)

    def test_a_picture_that_everybody_without_one_has_is_none(self) -> None:
        none = f"https://{HOME}/avatars/original/missing.png"
        with self.net(self.profile.told(main=a_page(MISAKI | {"avatar_static": none}))) as net:
            assert self.ask(net).pictures == ()
            assert none not in net.addresses

    def test_a_picture_on_a_host_that_was_not_told_of_is_not_read(self) -> None:
        far = f"https://{ELSEWHERE}/misaki.png"
        with self.net(self.profile.told(main=a_page(MISAKI | {"avatar_static": far}))) as net:
            assert self.ask(net).findings == self.profile.findings[:-1]
            assert ELSEWHERE not in net.hosts

    def test_a_key_goes_to_a_server_that_is_the_domain_itself(self) -> None:
        actor = "https://example.org/users/misaki"
        hosts: dict[str, dict[str, Answering]] = {
            "example.org": {FINGER: a_finger(actor=actor), API: a_page(MISAKI | {"uri": actor})}
        }
        with a_net(self.authority, hosts) as net:
            self.ask(net, secret=KEY)
            assert [asked.target for asked in net.asked if CANARY in str(asked.headers)] == [API]

    def test_a_key_that_the_server_refuses_is_said_though_other_ways_are_open(self) -> None:
        actor = "https://example.org/users/misaki"
        hosts: dict[str, dict[str, Answering]] = {
            "example.org": {
                FINGER: a_finger(actor=actor),
                API: a_page({"error": "The access token is invalid"}, 401),
                "/users/misaki": a_page({"id": actor, "name": "Misaki"}, content_type="application/json"),
            }
        }
        with a_net(self.authority, hosts) as net:
            assert self.outcome(net, secret=KEY) is ErrorKind.KEY_REFUSED
            assert self.outcome(net) is None


ACTOR_MISAKI: dict[str, Any] = {
    "@context": ["https://www.w3.org/ns/activitystreams"],
    "id": ACTOR,
    "type": "Person",
    "preferredUsername": "misaki",
    "name": "Misaki Ōno :verified:",
    "summary": "<p>Maps and ceramics.</p>",
    "url": PAGE,
    "discoverable": True,
    "memorial": False,
    "tag": [{"type": "Emoji", "name": ":verified:"}, {"type": "Hashtag", "name": "#maps"}],
    "attachment": [
        {"type": "PropertyValue", "name": "Maps", "value": LINK},
        {"type": "Note", "name": "x", "value": "y"},
    ],
    "icon": {"type": "Image", "mediaType": "image/png", "url": f"https://{HOME}/system/misaki.png"},
}


class TestActivityPub(ProviderContract):
    """Where the API is closed, the document of the account may be open."""

    source = MastodonSource()
    profile = Profile(
        target=TestMastodon.profile.target,
        lines=TestMastodon.profile.lines,
        hosts={
            "example.org": {FINGER: a_finger()},
            HOME: {
                FINGER: a_finger(),
                API: a_page({"error": "This API requires an authenticated user"}, 401),
                "/users/misaki": a_page(
                    ACTOR_MISAKI, content_type="application/activity+json; charset=utf-8"
                ),
                "/system/misaki.png": a_page(PNG),
            },
        },
        named=(HOME,),
        main=ACTOR,
        account_id=ACTOR,
        findings=(
            found(FindingField.NAME, "Misaki Ōno"),
            found(FindingField.ABOUT, "Maps and ceramics."),
            found(FindingField.URL, "https://maps.example.org/", "Maps"),
            found(FindingField.PHOTO, f"https://{HOME}/system/misaki.png"),
        ),
        pictures=(f"https://{HOME}/system/misaki.png",),
    )

    def test_somebody_unknown_is_said_with_host_and_handle(self) -> None:
        """The API wanted a key, so it is not known whether nobody is called so."""
        with self.net(self.profile.told(main=self.profile.missing)) as net:
            assert self.outcome(net) is ErrorKind.KEY_NEEDED

    @pytest.mark.parametrize("status", [400, 500])
    def test_a_server_in_trouble_is_no_answer(self, status: int) -> None:
        with self.net(self.profile.told(main=Reply(status))) as net:
            assert self.outcome(net) is ErrorKind.KEY_NEEDED

    def test_a_document_left_where_an_account_was_is_let_alone(self) -> None:
        for gone in ({"type": "Tombstone"}, {"suspended": True}):
            with self.net(self.profile.told(main=a_page(ACTOR_MISAKI | gone))) as net:
                assert self.outcome(net) is ErrorKind.OPTED_OUT

    def test_a_move_and_what_posts_by_itself_are_told(self) -> None:
        moved = {"movedTo": f"https://{ELSEWHERE}/users/misaki", "type": "Service"}
        with self.net(self.profile.told(main=a_page(ACTOR_MISAKI | moved))) as net:
            answer = self.ask(net)
            assert answer.remarks == (LookupRemark.MOVED, LookupRemark.AUTOMATED)
            assert found(FindingField.PROFILE, f"https://{ELSEWHERE}/users/misaki") in answer.findings

    def test_of_who_does_not_want_to_be_listed_the_name_alone_is_read(self) -> None:
        with self.net(self.profile.told(main=a_page(ACTOR_MISAKI | {"discoverable": False}))) as net:
            assert self.ask(net).findings == self.profile.findings[:1]


PAGE_MISAKI = f"""<!DOCTYPE html><html lang="en"><head><meta name="robots" content="index"></head>
<body><main class="profile h-card">
<a class="u-url u-uid" rel="me" href="{PAGE}"><span class="p-name">Misaki Ōno</span></a>
<img class="u-photo" src="/system/misaki.png" alt="">
<div class="p-note"><p>Maps and ceramics.</p></div>
<dl><dt>Maps</dt><dd><a rel="me nofollow noreferrer" href="https://maps.example.org/">maps.example.org</a></dd></dl>
</main></body></html>"""


class TestProfilePage(ProviderContract):
    """As GoToSocial has it: the API and the document are closed, the page is there for everybody."""

    source = MastodonSource()
    profile = Profile(
        target=TestMastodon.profile.target,
        lines=TestMastodon.profile.lines,
        hosts={
            "example.org": {FINGER: a_finger()},
            HOME: {
                FINGER: a_finger(),
                API: a_page({"error": "Unauthorized: token not supplied"}, 401),
                "/users/misaki": a_page({"error": "Unauthorized: http request wasn't signed"}, 401),
                "/@misaki": a_page(PAGE_MISAKI),
                "/system/misaki.png": a_page(PNG),
            },
        },
        named=(HOME,),
        main=PAGE,
        account_id=ACTOR,
        findings=(
            found(FindingField.NAME, "Misaki Ōno"),
            found(FindingField.ABOUT, "Maps and ceramics."),
            found(FindingField.URL, "https://maps.example.org/"),
            found(FindingField.PHOTO, f"https://{HOME}/system/misaki.png"),
        ),
        pictures=(f"https://{HOME}/system/misaki.png",),
    )

    def broken(self) -> Sequence[bytes]:
        return ()

    def spoilt(self) -> Iterator[Reply]:
        for text in HOSTILE_TEXTS:
            for said in ("Misaki Ōno", "maps.example.org", "Maps and ceramics.", "/system/misaki.png"):
                page = PAGE_MISAKI.replace(said, text).encode("utf-8", "replace")
                yield a_page(page, content_type="text/html")
        for body in BROKEN:
            yield a_page(body, content_type="text/html")

    def test_somebody_unknown_is_said_with_host_and_handle(self) -> None:
        """The API wanted a key, so it is not known whether nobody is called so."""
        with self.net(self.profile.told(main=self.profile.missing)) as net:
            assert self.outcome(net) is ErrorKind.KEY_NEEDED

    @pytest.mark.parametrize("status", [400, 500])
    def test_a_server_in_trouble_is_no_answer(self, status: int) -> None:
        with self.net(self.profile.told(main=Reply(status))) as net:
            assert self.outcome(net) is ErrorKind.KEY_NEEDED

    def test_a_page_about_nobody_in_particular_tells_nothing(self) -> None:
        other = PAGE_MISAKI.replace('rel="me" ', "").replace(PAGE, f"https://{HOME}/@famous")
        with self.net(self.profile.told(main=a_page(other))) as net:
            assert self.outcome(net) is ErrorKind.KEY_NEEDED

    def test_of_a_page_that_does_not_want_to_be_indexed_the_name_alone_is_read(self) -> None:
        hidden = PAGE_MISAKI.replace('content="index"', 'content="noindex, nofollow"')
        with self.net(self.profile.told(main=a_page(hidden))) as net:
            answer = self.ask(net)
            assert (answer.findings, answer.remarks) == (
                self.profile.findings[:1],
                (LookupRemark.ASKED_FOR_LESS,),
            )
