"""Gravatar: the profile and picture that somebody published for a mail address.

REST API version 3 (docs.gravatar.com). The question tells that the user knows this address, so it has a
consent of its own.
"""

from dataclasses import dataclass

from relate_desktop.domain.lookup import (
    Answer,
    FindingField,
    LookupRemark,
    LookupRequest,
    LookupTarget,
    Proof,
    Provider,
)
from relate_desktop.lookups.answers import (
    JSON,
    NOT_FOUND,
    NOT_MODIFIED,
    answered,
    broken,
    demand_answer,
    is_zone,
    missing,
    unchanged,
)
from relate_desktop.lookups.asking import JSON_LIMIT, Ask, Door, Got, Known, Secret
from relate_desktop.lookups.findings import Findings
from relate_desktop.lookups.json_answer import JsonObject, read_object
from relate_desktop.lookups.mail_hash import mail_hash, mail_targets
from relate_desktop.lookups.pictures import read_picture
from relate_desktop.lookups.told import ToldDoor
from relate_desktop.lookups.web_address import host_of, web_address

_API = "https://api.gravatar.com"
_PICTURES = "https://gravatar.com"
_SIZE = 256
_LONGEST_URL = 2000

_LINES = {
    FindingField.NAME: "display_name",
    FindingField.PRONOUNS: "pronouns",
    FindingField.TITLE: "job_title",
    FindingField.ORGANIZATION: "company",
    FindingField.PLACE: "location",
}


@dataclass(frozen=True, slots=True)
class GravatarSource:
    """Gravatar's own service; ``pictures`` is where its avatars lie."""

    server: str = _API
    pictures: str = _PICTURES

    @property
    def provider(self) -> Provider:
        """Whom it asks."""
        return Provider.GRAVATAR

    def targets(self, addresses: tuple[str, ...]) -> tuple[LookupTarget, ...]:
        """Every mail address."""
        return mail_targets(Provider.GRAVATAR, self.server, addresses)

    def request(self, target: LookupTarget) -> LookupRequest:
        """The service and its pictures, which both learn the hash of the address."""
        hosts = dict.fromkeys((host_of(target.server), host_of(self.pictures)))
        return LookupRequest(target, tuple(hosts), mail_hash(target.handle))

    def ask(self, target: LookupTarget, door: Door, secret: Secret | None, known: Known) -> Answer:
        """Ask for the profile, then for the picture."""
        told = ToldDoor(door, self.request(target))
        identity = mail_hash(target.handle)
        url = f"{target.server}/v3/profiles/{identity}"
        got = told.get(
            Ask(url, JSON, JSON_LIMIT, secret=secret, etag=known.etag, last_modified=known.last_modified)
        )
        if got.status == NOT_MODIFIED:
            return unchanged(target, got, known)
        if got.status != NOT_FOUND:
            demand_answer(got, target, secret)
        profile = _profile(got) if got.status != NOT_FOUND else JsonObject()
        pictures = read_picture(told, f"{self.pictures}/avatar/{identity}?d=404&s={_SIZE}")
        found = _findings(profile, identity)
        for address, _ in pictures:
            found.add(FindingField.PHOTO, address)
        if not found.all() and got.status == NOT_FOUND:
            raise missing(got, target)
        remarks = (LookupRemark.AUTOMATED,) if profile.says("is_organization") else ()
        return answered(target, got, identity, found.all(), known, remarks=remarks, pictures=pictures)


def _profile(got: Got) -> JsonObject:
    profile = read_object(got)
    if not profile.line("hash"):
        raise broken(got)
    return profile


def _findings(profile: JsonObject, identity: str) -> Findings:
    """What the person shows. What they hide is left out, also where the service sends it along.

    The page is the one that Gravatar wants to be linked as the source.
    """
    found = Findings(web_address(profile.line("profile_url")) or f"{_PICTURES}/{identity}")
    hidden = profile.record("section_visibility")
    for field, name in _LINES.items():
        found.add(field, profile.line(name))
    found.add(FindingField.ABOUT, profile.text("description"))
    zone = profile.line("timezone")
    found.add(FindingField.TIME_ZONE, zone if is_zone(zone) else "")
    for language in profile.records("languages"):
        found.add(FindingField.LANGUAGE, language.line("name") or language.line("code"))
    if not hidden.says("hidden_verified_accounts"):
        for account in profile.records("verified_accounts"):
            _add_account(found, account)
    if not hidden.says("hidden_links"):
        for link in profile.records("links"):
            found.add(FindingField.URL, web_address(link.line("url", _LONGEST_URL)), link.line("label"))
    if not hidden.says("hidden_contact_info"):
        contact = profile.record("contact_info")
        found.add_mail(contact.line("email"))
        for name in ("contact_form", "calendar"):
            found.add(FindingField.URL, web_address(contact.line(name, _LONGEST_URL)))
    return found


def _add_account(found: Findings, account: JsonObject) -> None:
    """An account elsewhere, which Gravatar has seen to be the person's own."""
    address = web_address(account.line("url", _LONGEST_URL))
    if address and not account.says("is_hidden"):
        service = account.line("service_label") or account.line("service_type")
        found.add(FindingField.PROFILE, address, service, proof=Proof.SERVER_VERIFIED)
