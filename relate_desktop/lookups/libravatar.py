"""Libravatar: the picture somebody published for a mail address, at their domain's server or the common one.

wiki.libravatar.org/api. A server that knows no picture would send the question on to Gravatar, or ask
there itself. That is another service with a consent of its own: ours says not to (``gravatarproxy=n``),
and where it is sent on all the same, that is told and not followed.
"""

from dataclasses import dataclass

from relate_desktop.domain.lookup import (
    Answer,
    Finding,
    FindingField,
    LookupRemark,
    LookupRequest,
    LookupTarget,
    Provider,
)
from relate_desktop.lookups.answers import NOT_MODIFIED, answered, broken, demand_answer, unchanged
from relate_desktop.lookups.asking import PICTURE_LIMIT, Ask, Door, Got, Known, Secret
from relate_desktop.lookups.mail_hash import mail_domain, mail_hash, mail_targets
from relate_desktop.lookups.origins import Origin
from relate_desktop.lookups.pictures import PICTURE_TYPES, picture_of
from relate_desktop.lookups.told import ToldDoor
from relate_desktop.lookups.web_address import host_of

_COMMON = "https://seccdn.libravatar.org"
_SERVICE = "_avatars-sec._tcp"
_HTTPS_PORT = 443
_LONGEST_NAME = 253
_SIZE = 256


@dataclass(frozen=True, slots=True)
class LibravatarSource:
    """The server that the domain of the address names, else the common one."""

    server: str = _COMMON

    @property
    def provider(self) -> Provider:
        """Whom it asks."""
        return Provider.LIBRAVATAR

    def targets(self, addresses: tuple[str, ...]) -> tuple[LookupTarget, ...]:
        """Every mail address."""
        return mail_targets(Provider.LIBRAVATAR, self.server, addresses)

    def request(self, target: LookupTarget) -> LookupRequest:
        """The common server, or the one that the records of the mail domain name; each learns the hash."""
        domain = mail_domain(target.handle)
        identity = mail_hash(target.handle)
        return LookupRequest(target, (host_of(target.server),), identity, (domain,) if domain else ())

    def ask(
        self,
        target: LookupTarget,
        door: Door,
        secret: Secret | None,  # noqa: ARG002 - Libravatar has no keys
        known: Known,
    ) -> Answer:
        """Ask for the picture."""
        told = ToldDoor(door, self.request(target))
        identity = mail_hash(target.handle)
        server = _server(target, told)
        url = f"{server}/avatar/{identity}?d=404&s={_SIZE}&gravatarproxy=n"
        got = told.get(
            Ask(
                url,
                PICTURE_TYPES,
                PICTURE_LIMIT,
                etag=known.etag,
                last_modified=known.last_modified,
                follow=False,
            )
        )
        if got.status == NOT_MODIFIED:
            return unchanged(target, got, known)
        if 300 <= got.status < 400:
            return answered(target, got, identity, (), known, remarks=(LookupRemark.SENDS_ON,))
        demand_answer(got, target, None)
        return _picture(target, got, url, known)


def _server(target: LookupTarget, told: ToldDoor) -> str:
    """The origin to ask: what the mail domain's records name first, else the common server."""
    domain = mail_domain(target.handle)
    record = f"{_SERVICE}.{domain}"
    named = told.service_records(record) if domain and len(record) <= _LONGEST_NAME else ()
    if not named:
        return target.server
    host, port = named[0]
    origin = Origin("https", host, port)
    told.name(origin, by=Origin("https", domain, _HTTPS_PORT))
    return str(origin)


def _picture(target: LookupTarget, got: Got, url: str, known: Known) -> Answer:
    picture = picture_of(got.body)
    if picture is None:
        raise broken(got)
    found = Finding(FindingField.PHOTO, url, url)
    return answered(target, got, mail_hash(target.handle), (found,), known, pictures=((url, picture),))
