"""Who a handle of the AT Protocol is, proven both ways, and where their server is.

The handle's domain names the DID, in a TXT record or a file; the DID's document must name the handle in
turn, else anybody could point their domain at somebody else (atproto.com/specs/handle).
"""

import re
from dataclasses import dataclass

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.domain.lookup import LookupTarget
from relate_desktop.lookups.answers import JSON, broken, demand_document, missing
from relate_desktop.lookups.asking import JSON_LIMIT, Ask, Got
from relate_desktop.lookups.json_answer import JsonObject, read_object
from relate_desktop.lookups.origins import Origin
from relate_desktop.lookups.told import ToldDoor
from relate_desktop.lookups.web_address import host_of, page_of, path_parts

DID = "did:"
_WEB = "did:web:"
_PREFIXES = ("at://", "bluesky:", "bsky:")
_PROFILES = frozenset({"bsky.app", "main.bsky.dev", "staging.bsky.app"})
_SOCIAL = ".bsky.social"
_LONGEST_HANDLE = 244
"""Of the 253 characters of a name some are needed for the record that proves it."""
_HANDLE = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?")
_DIDS = re.compile(r"did:plc:[a-z2-7]{24}|did:web:(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}")
_BAD_REQUEST = 400


def handle_in(address: str) -> str:
    """The handle or DID that an address means, in lower case; empty where it means none for certain."""
    text = address.strip()
    prefix = next((prefix for prefix in _PREFIXES if text.lower().startswith(prefix)), "")
    text = text[len(prefix) :]
    page = page_of(text)
    if page is None:
        handle = _valid(text.split("/", 1)[0].removeprefix("@"))
        return handle if prefix or handle.endswith(_SOCIAL) or handle.startswith(DID) else ""
    parts = path_parts(text)
    if page.origin.host in _PROFILES and len(parts) >= 2 and parts[0] == "profile":
        return _valid(parts[1])
    return page.origin.host if page.origin.host.endswith(_SOCIAL) and not parts else ""


def identity_of(target: LookupTarget, told: ToldDoor) -> str:
    """The DID that the handle's domain names. Raises PROFILE_MISSING where it names none."""
    if target.server != f"https://{target.handle}":
        return _resolved(target, told)
    dids = _recorded(target, told)
    if not dids:
        got = told.get(Ask(f"{target.server}/.well-known/atproto-did", "text/plain", JSON_LIMIT))
        demand_document(got, target)
        dids = {got.body.decode("ascii", "replace").strip()}
    did = dids.pop() if len(dids) == 1 else ""
    if not _DIDS.fullmatch(did):
        raise NetworkError(ErrorKind.PROFILE_MISSING, host=host_of(target.server), handle=target.handle)
    return did


@dataclass(frozen=True, slots=True)
class AtHome:
    """Where somebody's own server is, and what their document calls them."""

    server: str
    """Its origin."""
    handle: str
    """The first handle of the document; empty where there is none."""


def home_of(target: LookupTarget, told: ToldDoor, did: str, directory: str, *, known: bool) -> AtHome:
    """The server of a DID. Raises PROFILE_MISSING where the document does not name the target's handle.

    One that is ``known`` to have been this person need not: its handle may be another one now.
    """
    got = told.get(Ask(_place(target, told, did, directory), JSON, JSON_LIMIT))
    demand_document(got, target)
    document = read_object(got)
    if document.line("id") != did:
        raise broken(got)
    names = [name[5:].lower() for name in document.lines("alsoKnownAs") if name.startswith("at://")]
    if not known and target.handle not in names:
        raise missing(got, target)
    return AtHome(_server(got, did, document, told), next(filter(None, map(_valid, names)), ""))


def _recorded(target: LookupTarget, told: ToldDoor) -> set[str]:
    """The DIDs in the records of the handle; none also where nobody answers for such records."""
    try:
        texts = told.text_records(f"_atproto.{target.handle}")
    except NetworkError:
        return set()
    return {text.strip().removeprefix("did=") for text in texts if text.strip().startswith("did=")}


def _resolved(target: LookupTarget, told: ToldDoor) -> str:
    """The DID of a handle by the word of another server than its domain: one that the user typed."""
    url = f"{target.server}/xrpc/com.atproto.identity.resolveHandle?handle={target.handle}"
    got = told.get(Ask(url, JSON, JSON_LIMIT))
    if got.status == _BAD_REQUEST:
        raise missing(got, target)
    demand_document(got, target)
    did = read_object(got).line("did")
    if not _DIDS.fullmatch(did):
        raise broken(got)
    return did


def _place(target: LookupTarget, told: ToldDoor, did: str, directory: str) -> str:
    """The address of the document of a DID."""
    if not did.startswith(_WEB):
        return f"{directory}/{did}"
    host = did.removeprefix(_WEB)
    here = page_of(target.server)
    if here is not None:
        told.name(Origin("https", host, 443), by=here.origin)
    return f"https://{host}/.well-known/did.json"


def _server(got: Got, did: str, document: JsonObject, told: ToldDoor) -> str:
    ids = {"#atproto_pds", f"{did}#atproto_pds"}
    homes = [item.line("serviceEndpoint") for item in document.records("service") if item.line("id") in ids]
    page, here = page_of(homes[0] if homes else ""), page_of(got.url)
    if page is None or here is None:
        raise broken(got)
    told.name(page.origin, by=here.origin)
    return str(page.origin)


def _valid(text: str) -> str:
    name = text.lower()
    known = _DIDS.fullmatch(name) or (len(name) <= _LONGEST_HANDLE and _HANDLE.fullmatch(name))
    return name if known else ""
