from typing import Any

import pytest

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.domain.lookup import (
    BLUESKY_SERVICE,
    Finding,
    FindingField,
    LookupRemark,
    LookupTarget,
    Proof,
    Provider,
)
from relate_desktop.lookups.asking import Known
from relate_desktop.lookups.bluesky import BlueskySource
from tests.servers.net import Answering, Reply, a_net, a_page, sent_on
from tests.unit.lookups.contract import Profile, ProviderContract
from tests.unit.lookups.pictures import PNG

DID = "did:plc:qsbpbnlseryqmgxrfnymyy7h"
HANDLE = "misaki.example.org"
HOME = "pds.example.net"
PAGE = f"https://bsky.app/profile/{HANDLE}"
RECORD = f"/xrpc/com.atproto.repo.getRecord?repo={DID}&collection=app.bsky.actor.profile&rkey=self"
CID = "bafkreidlp6sdj6jkroakvmbntpy2clsj77foijheae5byt3iwz7d2k542a"
BLOB = f"/xrpc/com.atproto.sync.getBlob?did={DID}&cid={CID}"
HIDING = {"$type": "com.atproto.label.defs#selfLabels", "values": [{"val": "!no-unauthenticated"}]}
MISAKI: dict[str, Any] = {
    "$type": "app.bsky.actor.profile",
    "displayName": "Misaki Ōno",
    "description": "Maps and ceramics.\nSlow replies.",
    "pronouns": "she/her",
    "website": "https://maps.example.org/",
    "avatar": {"$type": "blob", "ref": {"$link": CID}, "mimeType": "image/png", "size": len(PNG)},
    "createdAt": "2026-11-22T06:05:44.026Z",
}


def a_record(profile: dict[str, Any]) -> Reply:
    return a_page({"uri": f"at://{DID}/app.bsky.actor.profile/self", "cid": CID, "value": profile})


def a_document(did: str = DID, names: tuple[str, ...] = (HANDLE,), home: str = HOME) -> Reply:
    """As plc.directory answers."""
    service = {
        "id": "#atproto_pds",
        "type": "AtprotoPersonalDataServer",
        "serviceEndpoint": f"https://{home}",
    }
    labels = {"id": "#atproto_labeler", "type": "AtprotoLabeler", "serviceEndpoint": "https://other.example"}
    names_told = [f"at://{name}" for name in names]
    return a_page({"id": did, "alsoKnownAs": names_told, "service": [labels, service]})


HOSTS: dict[str, dict[str, Answering]] = {
    HANDLE: {},
    "plc.directory": {f"/{DID}": a_document()},
    HOME: {RECORD: a_record(MISAKI), BLOB: a_page(PNG)},
}
BY_FILE: dict[str, dict[str, Answering]] = {**HOSTS, HANDLE: {"/.well-known/atproto-did": a_page(DID + "\n")}}
TARGET = LookupTarget(Provider.BLUESKY, f"https://{HANDLE}", HANDLE)


class TestBluesky(ProviderContract):
    source = BlueskySource()
    profile = Profile(
        target=TARGET,
        lines=(f"https://bsky.app/profile/{HANDLE}", f"at://{HANDLE}", f"bluesky:@{HANDLE}"),
        hosts=HOSTS,
        records={f"TXT _atproto.{HANDLE}": ["v=spf1", f"did={DID}"]},
        named=(HOME,),
        main=f"https://{HOME}{RECORD}",
        account_id=DID,
        findings=(
            Finding(FindingField.NAME, "Misaki Ōno", PAGE),
            Finding(FindingField.PRONOUNS, "she/her", PAGE),
            Finding(FindingField.ABOUT, "Maps and ceramics.\nSlow replies.", PAGE),
            Finding(FindingField.URL, "https://maps.example.org/", PAGE),
            Finding(FindingField.PHOTO, f"https://{HOME}{BLOB}", PAGE),
        ),
        pictures=(f"https://{HOME}{BLOB}",),
        missing=a_page({"error": "InvalidRequest", "message": f"Could not find repo: {DID}"}, 400),
    )
    others = (
        HANDLE,
        f"https://{HANDLE}",
        f"https://bsky.app/search?q={HANDLE}",
        "https://bsky.app/profile/misaki",
        "https://bsky.social/",
        "at://did:plc:short/app.bsky.feed.post/1",
        "@misaki@example.org",
    )

    @pytest.mark.parametrize(
        ("line", "server", "handle"),
        [
            ("@Misaki.bsky.social", "https://misaki.bsky.social", "misaki.bsky.social"),
            ("https://misaki.bsky.social", "https://misaki.bsky.social", "misaki.bsky.social"),
            (f"https://bsky.app/profile/{DID}", "https://plc.directory", DID),
            (f"at://{DID}/app.bsky.feed.post/1", "https://plc.directory", DID),
            ("at://did:web:misaki.example.org", "https://misaki.example.org", "did:web:misaki.example.org"),
        ],
    )
    def test_handles_of_the_service_and_ids_are_known(self, line: str, server: str, handle: str) -> None:
        assert self.source.targets((line,)) == (LookupTarget(Provider.BLUESKY, server, handle),)

    def test_the_handle_is_proven_by_a_file_of_its_domain_where_no_record_says_so(self) -> None:
        with a_net(self.authority, BY_FILE) as net:
            answer = self.ask(net)
            assert answer.findings == self.profile.findings
            assert net.addresses[0] == f"https://{HANDLE}/.well-known/atproto-did"

    @pytest.mark.parametrize("said", ["", "hello", "did:plc:short", "<html>not found</html>", "did:key:z6Mk"])
    def test_a_domain_that_names_nobody_is_nobodys_handle(self, said: str) -> None:
        hosts = BY_FILE | {HANDLE: {"/.well-known/atproto-did": a_page(said)}}
        with a_net(self.authority, hosts) as net:
            assert self.outcome(net) is ErrorKind.PROFILE_MISSING
            assert net.hosts == {HANDLE, f"_atproto.{HANDLE}"}

    def test_a_domain_that_names_two_names_nobody(self) -> None:
        records = {f"TXT _atproto.{HANDLE}": [f"did={DID}", "did=did:plc:aaaaaaaaaaaaaaaaaaaaaaaa"]}
        with a_net(self.authority, HOSTS, records) as net:
            assert self.outcome(net) is ErrorKind.PROFILE_MISSING

    @pytest.mark.parametrize("names", [(), ("famous.example.com",), (f"{HANDLE}.example.com",)])
    def test_who_does_not_name_the_handle_in_turn_is_not_meant(self, names: tuple[str, ...]) -> None:
        """Anybody can point their domain at somebody else; only that one can point back."""
        with self.net(self.profile.told() | {"plc.directory": {f"/{DID}": a_document(names=names)}}) as net:
            assert self.outcome(net) is ErrorKind.PROFILE_MISSING
            assert HOME not in net.hosts

    def test_a_handle_that_names_nobody_any_longer_is_found_by_the_id_it_had(self) -> None:
        hosts = self.profile.told() | {"plc.directory": {f"/{DID}": a_document(names=("ono.example.com",))}}
        with a_net(self.authority, hosts) as net:
            assert self.outcome(net) is ErrorKind.PROFILE_MISSING
            answer = self.ask(net, Known(DID))
            assert (answer.handle_now, answer.remarks) == ("ono.example.com", (LookupRemark.RENAMED,))
            assert answer.findings == self.profile.findings

    def test_a_document_of_somebody_else_is_broken(self) -> None:
        other = a_document(did="did:plc:aaaaaaaaaaaaaaaaaaaaaaaa")
        with self.net(self.profile.told() | {"plc.directory": {f"/{DID}": other}}) as net:
            assert self.outcome(net) is ErrorKind.ANSWER_BROKEN

    def test_an_id_is_asked_for_without_any_handle(self) -> None:
        target = LookupTarget(Provider.BLUESKY, "https://plc.directory", DID)
        with self.net() as net:
            answer = self.source.ask(target, net.door(), None, Known())
            assert answer.account_id == DID
            assert net.hosts == {"plc.directory", HOME}
        assert self.source.request(target).hosts == ("plc.directory",)

    def test_an_id_of_a_domain_is_explained_by_the_domain(self) -> None:
        did = f"did:web:{HANDLE}"
        record = RECORD.replace(DID, did)
        hosts: dict[str, dict[str, Answering]] = {
            HANDLE: {"/.well-known/did.json": a_document(did=did)},
            HOME: {record: a_record({"displayName": "Misaki"})},
        }
        with a_net(self.authority, hosts, {f"TXT _atproto.{HANDLE}": [f"did={did}"]}) as net:
            answer = self.ask(net)
            assert (answer.account_id, answer.findings[0].value) == (did, "Misaki")
            assert {asked.host for asked in net.asked} == {HANDLE, HOME}

    def test_the_opt_out_of_the_person_is_obeyed(self) -> None:
        with self.net(self.profile.told(main=a_record(MISAKI | {"labels": HIDING}))) as net:
            assert self.outcome(net) is ErrorKind.OPTED_OUT
            assert BLOB not in str(net.addresses)

    def test_another_label_hides_nobody(self) -> None:
        label = HIDING | {"values": [{"val": "bot"}]}
        with self.net(self.profile.told(main=a_record(MISAKI | {"labels": label}))) as net:
            assert self.ask(net).findings == self.profile.findings

    def test_somebody_who_says_nothing_is_there_all_the_same(self) -> None:
        nothing = a_page({"error": "RecordNotFound", "message": "Could not locate record"}, 400)
        with self.net(self.profile.told(main=nothing)) as net:
            answer = self.ask(net)
            assert (answer.account_id, answer.findings) == (DID, ())

    @pytest.mark.parametrize("error", ["RepoDeactivated", "RepoTakendown", "RepoNotFound"])
    def test_an_account_that_is_out_of_use_is_missing(self, error: str) -> None:
        with self.net(self.profile.told(main=a_page({"error": error}, 400))) as net:
            assert self.outcome(net) is ErrorKind.PROFILE_MISSING

    def test_a_picture_too_large_is_not_asked_for(self) -> None:
        large = MISAKI | {"avatar": {"ref": {"$link": CID}, "size": 5_000_000}}
        with self.net(self.profile.told(main=a_record(large))) as net:
            assert self.ask(net).pictures == ()
            assert BLOB not in str(net.addresses)

    @pytest.mark.parametrize(
        ("said", "kind"),
        [
            (a_page({"did": DID}), None),
            (a_page({"error": "HandleNotFound"}, 400), ErrorKind.PROFILE_MISSING),
            (a_page({"did": "hello"}), ErrorKind.ANSWER_BROKEN),
            (sent_on("https://elsewhere.example.org/"), ErrorKind.REDIRECT_REFUSED),
        ],
    )
    def test_a_server_that_the_user_typed_resolves_handles_too(
        self, said: Reply, kind: ErrorKind | None
    ) -> None:
        target = LookupTarget(Provider.BLUESKY, f"https://{HOME}", HANDLE)
        resolve = f"/xrpc/com.atproto.identity.resolveHandle?handle={HANDLE}"
        with a_net(self.authority, HOSTS | {HOME: {**HOSTS[HOME], resolve: said}}) as net:
            if kind is None:
                assert self.source.ask(target, net.door(), None, Known()).account_id == DID
            else:
                with pytest.raises(NetworkError) as caught:
                    self.source.ask(target, net.door(), None, Known())
                assert caught.value.kind is kind
            assert net.hosts <= {HOME, "plc.directory"}


SERVICE_MISAKI: dict[str, Any] = {
    "did": DID,
    "handle": HANDLE,
    "displayName": "Misaki Ōno",
    "description": "Maps and ceramics.",
    "pronouns": "she/her",
    "website": "https://maps.example.org/",
    "avatar": "https://cdn.bsky.app/img/avatar/plain/1",
    "followersCount": 12,
    "labels": [{"src": DID, "uri": f"at://{DID}", "val": "bot", "cts": "2026-01-01T00:00:00Z"}],
    "verification": {"verifications": [], "verifiedStatus": "valid", "trustedVerifierStatus": "none"},
}


class TestBlueskyService(ProviderContract):
    """The way round: Bluesky's own service is asked for everything."""

    source = BlueskySource(direct=False)
    profile = Profile(
        target=LookupTarget(Provider.BLUESKY, BLUESKY_SERVICE, HANDLE),
        lines=(f"https://bsky.app/profile/{HANDLE}", f"bsky:{HANDLE}"),
        hosts={
            "public.api.bsky.app": {
                f"/xrpc/app.bsky.actor.getProfile?actor={HANDLE}": a_page(SERVICE_MISAKI),
            },
            "cdn.bsky.app": {"/img/avatar/plain/1": a_page(PNG)},
        },
        main=f"{BLUESKY_SERVICE}/xrpc/app.bsky.actor.getProfile?actor={HANDLE}",
        account_id=DID,
        findings=(
            Finding(FindingField.NAME, "Misaki Ōno", PAGE, Proof.SERVER_VERIFIED),
            Finding(FindingField.PRONOUNS, "she/her", PAGE),
            Finding(FindingField.ABOUT, "Maps and ceramics.", PAGE),
            Finding(FindingField.URL, "https://maps.example.org/", PAGE),
            Finding(FindingField.PHOTO, "https://cdn.bsky.app/img/avatar/plain/1", PAGE),
        ),
        pictures=("https://cdn.bsky.app/img/avatar/plain/1",),
        missing=a_page({"error": "InvalidRequest", "message": "Profile not found"}, 400),
    )

    def test_the_opt_out_of_the_person_is_obeyed_though_the_service_sends_all(self) -> None:
        label = {"src": DID, "val": "!no-unauthenticated"}
        for labels, kind in (([label], ErrorKind.OPTED_OUT), ([label | {"neg": True}], None)):
            with self.net(self.profile.told(main=a_page(SERVICE_MISAKI | {"labels": labels}))) as net:
                assert self.outcome(net) is kind

    def test_a_profile_of_somebody_else_is_broken(self) -> None:
        with self.net(self.profile.told(main=a_page(SERVICE_MISAKI | {"handle": "x.example.org"}))) as net:
            assert self.outcome(net) is ErrorKind.ANSWER_BROKEN

    def test_an_id_is_answered_whatever_its_handle_is(self) -> None:
        target = LookupTarget(Provider.BLUESKY, BLUESKY_SERVICE, DID)
        for handle in (HANDLE, "handle.invalid"):
            hosts: dict[str, dict[str, Answering]] = {
                "public.api.bsky.app": {
                    f"/xrpc/app.bsky.actor.getProfile?actor={DID}": a_page(
                        SERVICE_MISAKI | {"handle": handle}
                    )
                }
            }
            with self.net(hosts) as net:
                answer = self.source.ask(target, net.door(), None, Known())
                assert (answer.account_id, answer.handle_now) == (DID, "")
