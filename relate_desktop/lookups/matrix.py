"""Matrix: the name, picture and time zone that somebody gave their account.

Client-server API of Matrix 1.16, sections "Well-known URIs" and "Profiles"; pronouns: MSC4247.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote

from relate_desktop.domain.lookup import Answer, Finding, FindingField, LookupRequest, LookupTarget, Provider
from relate_desktop.lookups.answers import (
    JSON,
    NOT_FOUND,
    NOT_MODIFIED,
    answered,
    broken,
    demand_answer,
    demand_document,
    is_zone,
    unchanged,
)
from relate_desktop.lookups.asking import JSON_LIMIT, Ask, Door, Known, Secret
from relate_desktop.lookups.findings import Findings
from relate_desktop.lookups.json_answer import JsonObject, read_object
from relate_desktop.lookups.told import ToldDoor
from relate_desktop.lookups.web_address import host_of, page_of

_USER = re.compile(r"@[^\s:@/?#]{1,200}:(?P<host>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)(?::\d{1,5})?")
_PREFIXES = ("https://matrix.to/#/", "http://matrix.to/#/", "matrix:u/", "matrix:")
_LONGEST_ID = 255
_ZONES = ("m.tz", "us.cloke.msc4175.tz")
_PRONOUNS = ("m.pronouns", "io.fsky.nyx.pronouns")
"""Each as the specification spells it, then as it was spelled before it was one."""


@dataclass(frozen=True, slots=True)
class MatrixSource:
    """The person's own server, which their domain names."""

    @property
    def provider(self) -> Provider:
        """Whom it asks."""
        return Provider.MATRIX

    def targets(self, addresses: tuple[str, ...]) -> tuple[LookupTarget, ...]:
        """Ids as they are written, as links of matrix.to and as addresses of their own kind."""
        return tuple(dict.fromkeys(_targets(addresses)))

    def request(self, target: LookupTarget) -> LookupRequest:
        """The domain in the id, and the server that it names."""
        host = host_of(target.server)
        return LookupRequest(target, (host,), target.handle, named_by=(host,))

    def ask(self, target: LookupTarget, door: Door, secret: Secret | None, known: Known) -> Answer:
        """Ask the domain for its server, and the server for the profile."""
        told = ToldDoor(door, self.request(target))
        server = _server(target, told)
        key = secret if server == target.server else None
        url = f"{server}/_matrix/client/v3/profile/{quote(target.handle, safe='')}"
        got = told.get(
            Ask(url, JSON, JSON_LIMIT, secret=key, etag=known.etag, last_modified=known.last_modified)
        )
        if got.status == NOT_MODIFIED:
            return unchanged(target, got, known)
        demand_answer(got, target, key)
        return answered(target, got, target.handle, _findings(target, read_object(got)), known)


def _targets(addresses: tuple[str, ...]) -> Iterator[LookupTarget]:
    for address in addresses:
        found = _USER.fullmatch(_user(address.strip()))
        if found is not None and len(found.group()) <= _LONGEST_ID:
            host = found.group("host").lower()
            yield LookupTarget(Provider.MATRIX, f"https://{host}", found.group())


def _user(text: str) -> str:
    """The id that an address means: ``@user:server``."""
    for prefix in _PREFIXES:
        if text.lower().startswith(prefix):
            rest = unquote(text[len(prefix) :].split("?", 1)[0])
            return f"@{rest}" if prefix == "matrix:u/" else rest
    return text


def _server(target: LookupTarget, told: ToldDoor) -> str:
    """The origin of the person's server: what the domain says, or the domain itself."""
    got = told.get(Ask(f"{target.server}/.well-known/matrix/client", JSON, JSON_LIMIT), naming=True)
    if got.status == NOT_FOUND:
        return target.server
    demand_document(got, target)
    page = page_of(read_object(got).record("m.homeserver").line("base_url"))
    here = page_of(got.url)
    if page is None or here is None:
        raise broken(got)
    told.name(page.origin, by=here.origin)
    return str(page.origin)


def _findings(target: LookupTarget, profile: JsonObject) -> tuple[Finding, ...]:
    found = Findings(f"https://matrix.to/#/{target.handle}")
    name = profile.line("displayname")
    if name != target.handle[1:].split(":", 1)[0]:  # what servers give those who gave themselves no name
        found.add(FindingField.NAME, name)
    found.add(FindingField.TIME_ZONE, next((zone for zone in map(profile.line, _ZONES) if is_zone(zone)), ""))
    found.add(FindingField.PRONOUNS, next(filter(None, (_pronouns(profile, name) for name in _PRONOUNS)), ""))
    return found.all()


def _pronouns(profile: JsonObject, name: str) -> str:
    """The first that are told, whatever the language; some programs write them as one text."""
    told = (item.line("summary") for item in profile.records(name))
    return profile.line(name) or next(filter(None, told), "")
