"""Look-ups: asking a provider, because the user said so, what one person says in public."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Provider(StrEnum):
    """Whom one can ask; the values are the names on the command line."""

    WEBSITE = "website"
    """The person's own page: h-card, rel=me, JSON-LD and feed."""
    GITHUB = "github"
    FORGEJO = "forgejo"
    """Forgejo and Gitea, Codeberg among them."""
    GITLAB = "gitlab"
    MASTODON = "mastodon"
    """Mastodon and every server that answers WebFinger."""
    BLUESKY = "bluesky"
    GRAVATAR = "gravatar"
    LIBRAVATAR = "libravatar"
    MATRIX = "matrix"

    @property
    def discloses_address(self) -> bool:
        """Whether asking gives away a mail address the user knows: needs a consent of its own."""
        return self in {Provider.GRAVATAR, Provider.LIBRAVATAR}


BLUESKY_SERVICE = "https://public.api.bsky.app"
"""Bluesky's own service for everybody's profile: the way round, only where the user wants it."""

MOST_TARGETS = 10
"""Accounts of one person with one provider that are asked: a card may name a crowd, to have us ask it."""


@dataclass(frozen=True, slots=True, order=True)
class LookupTarget:
    """One account or page of a person: where a look-up would ask.

    ``handle`` is what the provider calls the person: a login, ``user@domain`` (Mastodon), a domain
    (Bluesky), ``@user:server`` (Matrix), a mail address (Gravatar, Libravatar) or a whole address
    (website). ``server`` is the origin asked, such as ``https://codeberg.org``, without a slash at its end.
    """

    provider: Provider
    server: str
    handle: str


@dataclass(frozen=True, slots=True)
class LookupRequest:
    """What a look-up of one target would do, for the question before it; nothing else is asked."""

    target: LookupTarget
    hosts: tuple[str, ...]
    """Every host that is or may be asked, the first one first."""
    sends: str
    """What leaves the laptop: the handle or address, or the hash made of it, as it is sent."""
    named_by: tuple[str, ...] = ()
    """Hosts whose answer may each name one server more, the person's own, that is then asked too.

    Where somebody's profile lies is told by their domain or directory alone; the question before says so.
    """
    account: str = ""
    """The account of the user's whose key goes to the first host as well; empty where none does."""

    @property
    def with_key(self) -> bool:
        """Whether a key of the user's goes along, which tells the host who asks."""
        return bool(self.account)


class Proof(StrEnum):
    """How sure it is that a finding is the person's own word."""

    SELF_ASSERTED = "self_asserted"
    SERVER_VERIFIED = "server_verified"
    """The server has seen a link back to the profile."""
    LINK_BACK = "link_back"
    """We have seen the other side link back."""


class FindingField(StrEnum):
    """What a finding is about; the values are the names on the command line."""

    NAME = "name"
    PRONOUNS = "pronouns"
    TITLE = "title"
    ORGANIZATION = "organization"
    EMAIL = "email"
    URL = "url"
    """Another page of the person's."""
    PROFILE = "profile"
    """An account elsewhere, as the address of its page."""
    PLACE = "place"
    """Where the person lives, in the words they use."""
    ABOUT = "about"
    """What the person says about themselves, as plain text."""
    BIRTHDAY = "birthday"
    """As ``domain.partial_date`` writes it."""
    LANGUAGE = "language"
    TIME_ZONE = "time_zone"
    """An IANA name."""
    PHOTO = "photo"
    """The https address of a picture; ``Answer.pictures`` holds it where it was read."""
    NEWS = "news"
    """A dated thing they published, such as the newest lines of a feed."""


class LookupRemark(StrEnum):
    """What the user should know about an answer, besides what was found."""

    MOVED = "moved"
    """The account says that the person has another one now; that one was not asked."""
    RENAMED = "renamed"
    """The same account has another handle now: ``Answer.handle_now``."""
    OTHER_ACCOUNT = "other_account"
    """Another account than the last time answers to this handle."""
    ASKED_FOR_LESS = "asked_for_less"
    """The person does not want to be listed or indexed, so only their name was read."""
    IN_MEMORY = "in_memory"
    AUTOMATED = "automated"
    """A program or a company posts there, the account says."""
    SAYS_MORE = "says_more"
    """So much that only the beginning was read."""
    SENDS_ON = "sends_on"
    """The server sent the question on to another service, which was not asked."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a person says in public. Text is plain, of one line unless it is ``ABOUT``."""

    field: FindingField
    value: str
    source_url: str
    """The page a person can open to see it."""
    proof: Proof = Proof.SELF_ASSERTED
    changed_at: datetime | None = None
    """When the source last changed, where it says so; aware."""
    detail: str = ""
    """Such as the name of the page or list it stood in, or an account's service."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An avatar as it was read."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What one target answered."""

    target: LookupTarget
    account_id: str
    """What stays when the handle changes: GitHub's id, a DID, an actor's address; else the handle."""
    findings: tuple[Finding, ...]
    fetched_at: datetime
    pictures: tuple[tuple[str, Picture], ...] = ()
    """By the address that the PHOTO finding names."""
    etag: str = ""
    last_modified: str = ""
    digest: str = ""
    """SHA-256 of the body that was mapped, in hexadecimal; bodies are not kept."""
    unchanged: bool = False
    """304: the findings of the last time still hold, and ``findings`` is empty."""
    handle_now: str = ""
    """The handle the provider names now, where it is another one."""
    remarks: tuple[LookupRemark, ...] = ()
    next_allowed_at: datetime | None = None
    """Before when the same target is not asked again, as a courtesy to a small server; aware."""
