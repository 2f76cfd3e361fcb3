"""Bluesky and other places of the AT Protocol: the profile that somebody keeps on their own server.

The direct way asks no company that knows everybody's profile: the handle's domain says who it is (a DID),
the directory says where that one's server is and confirms the handle, and the server gives the profile
(atproto.com/specs/handle and /specs/did). The other way asks Bluesky's public service alone, for a
target whose server is ``BLUESKY_SERVICE``.
"""

import re
from dataclasses import dataclass

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.domain.lookup import (
    BLUESKY_SERVICE,
    Answer,
    Finding,
    FindingField,
    LookupRequest,
    LookupTarget,
    Proof,
    Provider,
)
from relate_desktop.lookups.answers import (
    JSON,
    NOT_MODIFIED,
    answered,
    broken,
    demand_answer,
    missing,
    unchanged,
)
from relate_desktop.lookups.asking import JSON_LIMIT, PICTURE_LIMIT, Ask, Door, Got, Known, Secret
from relate_desktop.lookups.at_identity import DID, AtHome, handle_in, home_of, identity_of
from relate_desktop.lookups.findings import Findings
from relate_desktop.lookups.json_answer import JsonObject, read_object
from relate_desktop.lookups.pictures import Pictures, read_picture
from relate_desktop.lookups.told import ToldDoor
from relate_desktop.lookups.web_address import host_of, web_address

_SERVICE_PICTURES = "cdn.bsky.app"
_DIRECTORY = "https://plc.directory"
_RECORD = "app.bsky.actor.profile"

_BAD_REQUEST = 400
_SAYS_NOTHING = "RecordNotFound"
_GONE = frozenset(
    {"RepoNotFound", "RepoDeactivated", "RepoTakendown", "AccountDeactivated", "AccountTakedown"}
)
_UNKNOWN = ("Could not find repo", "Profile not found", "Could not locate")
_HIDING = frozenset({"!no-unauthenticated", "!hide", "!takedown"})
"""Labels by which somebody, or who watches over the place, says that strangers are not to be shown this."""

_CID = re.compile(r"[A-Za-z0-9]{8,128}")
_LONGEST_URL = 2000


@dataclass(frozen=True, slots=True)
class BlueskySource:
    """Whoever has a handle; ``directory`` is where their servers are written down.

    Asked directly, unless the user wants Bluesky's own service to be asked instead.
    """

    direct: bool = True
    directory: str = _DIRECTORY

    @property
    def provider(self) -> Provider:
        """Whom it asks."""
        return Provider.BLUESKY

    def targets(self, addresses: tuple[str, ...]) -> tuple[LookupTarget, ...]:
        """Profiles on bsky.app, addresses of the protocol, and handles that end in ``.bsky.social``."""
        found = dict.fromkeys(filter(None, map(handle_in, addresses)))
        return tuple(LookupTarget(Provider.BLUESKY, self._first(handle), handle) for handle in found)

    def request(self, target: LookupTarget) -> LookupRequest:
        """The domain that the handle is, the directory, and the server that one of them names."""
        host = host_of(target.server)
        if target.server == BLUESKY_SERVICE:
            return LookupRequest(target, (host, _SERVICE_PICTURES), target.handle)
        if target.handle.startswith(DID):
            return LookupRequest(target, (host,), target.handle, (host,))
        hosts = tuple(dict.fromkeys((host, host_of(self.directory))))
        return LookupRequest(target, hosts, target.handle, hosts)

    def ask(
        self,
        target: LookupTarget,
        door: Door,
        secret: Secret | None,  # noqa: ARG002 - what is public needs no key, and the rest is not asked for
        known: Known,
    ) -> Answer:
        """Ask for the profile, by the way that the target's server stands for."""
        told = ToldDoor(door, self.request(target))
        if target.server == BLUESKY_SERVICE:
            return _ask_service(target, told, known)
        did = target.handle if target.handle.startswith(DID) else _identity(target, told, known)
        home = home_of(target, told, did, self.directory, known=did in {target.handle, known.account_id})
        return _ask_home(target, told, did, home, known)

    def _first(self, handle: str) -> str:
        """The origin that is asked first for a handle or DID."""
        if not self.direct:
            return BLUESKY_SERVICE
        if handle.startswith("did:web:"):
            return f"https://{handle.removeprefix('did:web:')}"
        return self.directory if handle.startswith(DID) else f"https://{handle}"


def _identity(target: LookupTarget, told: ToldDoor, known: Known) -> str:
    """Whom the handle names; where it names nobody any longer, who it was the last time."""
    try:
        return identity_of(target, told)
    except NetworkError as error:
        gone = error.kind in {ErrorKind.PROFILE_MISSING, ErrorKind.HOST_UNKNOWN}
        if gone and known.account_id.startswith("did:plc:"):
            return known.account_id
        raise


def _ask_home(target: LookupTarget, told: ToldDoor, did: str, home: AtHome, known: Known) -> Answer:
    url = f"{home.server}/xrpc/com.atproto.repo.getRecord?repo={did}&collection={_RECORD}&rkey=self"
    got = told.get(Ask(url, JSON, JSON_LIMIT, etag=known.etag, last_modified=known.last_modified))
    if got.status == NOT_MODIFIED:
        return unchanged(target, got, known)
    if _error(got) == _SAYS_NOTHING:
        return answered(target, got, did, (), known, handle_now=_other(target, home.handle))
    _demand(got, target)
    profile = read_object(got).record("value")
    if not profile.values:
        raise broken(got)
    _obey(got, profile.record("labels").records("values"))
    pictures = read_picture(told, _blob(home.server, did, profile.record("avatar")))
    return answered(
        target,
        got,
        did,
        _findings(target, profile, pictures),
        known,
        pictures=pictures,
        handle_now=_other(target, home.handle),
    )


def _ask_service(target: LookupTarget, told: ToldDoor, known: Known) -> Answer:
    url = f"{target.server}/xrpc/app.bsky.actor.getProfile?actor={target.handle}"
    got = told.get(Ask(url, JSON, JSON_LIMIT, etag=known.etag, last_modified=known.last_modified))
    if got.status == NOT_MODIFIED:
        return unchanged(target, got, known)
    _demand(got, target)
    profile = read_object(got)
    _obey(got, profile.records("labels"))
    did, handle = profile.line("did"), profile.line("handle").lower()
    if not did.startswith(DID) or target.handle not in {did, handle}:
        raise broken(got)
    verified = profile.record("verification").line("verifiedStatus") == "valid"
    pictures = read_picture(told, web_address(profile.line("avatar", _LONGEST_URL)))
    findings = _findings(
        target, profile, pictures, Proof.SERVER_VERIFIED if verified else Proof.SELF_ASSERTED
    )
    return answered(target, got, did, findings, known, pictures=pictures)


def _other(target: LookupTarget, handle: str) -> str:
    """The handle of an account that was asked for by another one."""
    return "" if handle == target.handle or target.handle.startswith(DID) else handle


def _demand(got: Got, target: LookupTarget) -> None:
    """Let a 200 pass; servers of the protocol say 400 for somebody they do not know."""
    if got.status == _BAD_REQUEST:
        said = read_object(got)
        if said.line("error") in _GONE or said.line("message").startswith(_UNKNOWN):
            raise missing(got, target)
    demand_answer(got, target, None)


def _error(got: Got) -> str:
    return read_object(got).line("error") if got.status == _BAD_REQUEST else ""


def _obey(got: Got, labels: tuple[JsonObject, ...]) -> None:
    """Raises OPTED_OUT for who does not want to be shown to strangers; their data came along all the same."""
    if any(label.line("val") in _HIDING and not label.says("neg") for label in labels):
        raise NetworkError(ErrorKind.OPTED_OUT, host=host_of(got.url))


def _findings(
    target: LookupTarget,
    profile: JsonObject,
    pictures: Pictures,
    proof: Proof = Proof.SELF_ASSERTED,
) -> tuple[Finding, ...]:
    found = Findings(f"https://bsky.app/profile/{target.handle}")
    found.add(FindingField.NAME, profile.line("displayName"), proof=proof)
    found.add(FindingField.PRONOUNS, profile.line("pronouns"))
    found.add(FindingField.ABOUT, profile.text("description"))
    found.add_page(profile.line("website", _LONGEST_URL))
    for address, _ in pictures:
        found.add(FindingField.PHOTO, address)
    return found.all()


def _blob(server: str, did: str, avatar: JsonObject) -> str:
    """Where the server gives the picture's bytes; empty where there is none, or too large a one."""
    cid = avatar.record("ref").line("$link")
    if not _CID.fullmatch(cid) or (avatar.number("size") or 0) > PICTURE_LIMIT:
        return ""
    return f"{server}/xrpc/com.atproto.sync.getBlob?did={did}&cid={cid}"
