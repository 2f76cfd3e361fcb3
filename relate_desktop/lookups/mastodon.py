"""Mastodon and every server of the fediverse: what an account says of itself.

WebFinger tells where the account is, both ways. There, Mastodon's API is asked (docs.joinmastodon.org,
accounts/lookup), which many other servers speak; where it is closed or unknown, the account's document in
ActivityPub; and where that wants a signature, the h-card of the page that everybody may see.
"""

from dataclasses import dataclass
from urllib.parse import quote

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.domain.lookup import Answer, LookupRemark, LookupRequest, LookupTarget, Provider
from relate_desktop.lookups.answers import (
    GONE,
    JSON,
    NOT_MODIFIED,
    OK,
    answered,
    broken,
    refusal,
    unchanged,
)
from relate_desktop.lookups.asking import HTML_LIMIT, JSON_LIMIT, Ask, Door, Got, Known, Secret
from relate_desktop.lookups.fediverse_profile import (
    FediverseProfile,
    findings_of,
    of_account,
    of_actor,
    of_page,
    picture_of_account,
)
from relate_desktop.lookups.h_card import own_card
from relate_desktop.lookups.html_page import HTML, read_html_page
from relate_desktop.lookups.json_answer import read_object
from relate_desktop.lookups.pictures import read_picture
from relate_desktop.lookups.told import ToldDoor
from relate_desktop.lookups.web_address import host_of, page_of, path_parts
from relate_desktop.lookups.webfinger import FediverseAccount, find_account, parts_of

_ACTIVITY = 'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"'
_CLOSED = frozenset({401, 403, 404, 405, 406})
"""What servers say that keep this door shut or have none like it; the next one may be open."""
_LOCKED = frozenset({401, 403})
_PREFIXES = (
    *("acct:", "mastodon:", "fediverse:", "activitypub:", "akkoma:", "friendica:", "gotosocial:"),
    *("misskey:", "pixelfed:", "pleroma:"),
)
_ELSEWHERE = frozenset(
    {
        *("medium.com", "tiktok.com", "youtube.com", "threads.net", "threads.com", "substack.com"),
        *("flickr.com", "t.me", "pixiv.net", "vk.com", "hashnode.com", "npmjs.com", "matrix.to", "vero.co"),
        *("kakao.com", "naver.com", "note.com", "soundcloud.com", "wattpad.com", "rumble.com", "odysee.com"),
        *("producthunt.com", "opensea.io", "clubhouse.com", "gitlab.com", "github.com", "bsky.app", "x.com"),
    }
)
"""Well-known places that write ``/@name`` too and are none of the fediverse."""


@dataclass(frozen=True, slots=True)
class MastodonSource:
    """Whoever has an address such as ``@user@example.org``."""

    @property
    def provider(self) -> Provider:
        """Whom it asks."""
        return Provider.MASTODON

    def targets(self, addresses: tuple[str, ...]) -> tuple[LookupTarget, ...]:
        """Addresses with both signs, and pages such as ``https://example.org/@user``."""
        handles = dict.fromkeys(handle for address in addresses if (handle := handle_in(address)))
        return tuple(
            LookupTarget(Provider.MASTODON, f"https://{handle.split('@', 1)[1]}", handle)
            for handle in handles
        )

    def request(self, target: LookupTarget) -> LookupRequest:
        """The domain of the address, and the server that it names."""
        host = host_of(target.server)
        return LookupRequest(target, (host,), target.handle, (host,))

    def ask(self, target: LookupTarget, door: Door, secret: Secret | None, known: Known) -> Answer:
        """Find the account, then ask for it by the first way that is open."""
        told = ToldDoor(door, self.request(target))
        account = find_account(target, told)
        return _Asking(target, told, account, secret, known).answer()


class _Asking:
    """One look-up of an account that was found."""

    def __init__(
        self,
        target: LookupTarget,
        told: ToldDoor,
        account: FediverseAccount,
        secret: Secret | None,
        known: Known,
    ) -> None:
        self._target = target
        self._told = told
        self._account = account
        self._secret = secret if str(account.home) == target.server else None
        self._known = known

    def answer(self) -> Answer:
        """By the API, else by whatever else is open. Raises what the API said where nothing is."""
        user = quote(self._account.user, safe="")
        url = f"{self._account.home}/api/v1/accounts/lookup?acct={user}"
        got = self._get(url, JSON, JSON_LIMIT, self._secret)
        if got.status == OK and _is_json(got):
            return self._answered(got, of_account(read_object(got), self._account))
        shut = got.status in _CLOSED and not (self._secret is not None and got.status in _LOCKED)
        if shut or got.status == OK:
            answer = self._by_actor() or self._by_page()
            if answer is not None:
                return answer
        if got.status == NOT_MODIFIED:
            return unchanged(self._target, got, self._known)
        raise broken(got) if got.status == OK else refusal(got, self._target, self._secret)

    def _by_actor(self) -> Answer | None:
        """By the account's document, where it is given to everybody."""
        got = self._get(self._account.actor, _ACTIVITY, JSON_LIMIT)
        if got.status == GONE:
            raise refusal(got, self._target, None)
        if got.status == NOT_MODIFIED:
            return unchanged(self._target, got, self._known)
        if got.status != OK or not _is_json(got):
            return None
        return self._answered(got, of_actor(read_object(got), self._account))

    def _by_page(self) -> Answer | None:
        """By the page for people, where an h-card stands for it."""
        got = self._get(self._account.page, HTML, HTML_LIMIT) if self._account.page else None
        if got is None:
            return None
        if got.status == GONE:
            raise refusal(got, self._target, None)
        if got.status == NOT_MODIFIED:
            return unchanged(self._target, got, self._known)
        if got.status != OK:
            return None
        page = read_html_page(got)
        card = own_card(page)
        return self._answered(got, of_page(card, page, self._account)) if card is not None else None

    def _answered(self, got: Got, profile: FediverseProfile | None) -> Answer:
        if profile is None:
            raise broken(got)
        if profile.suspended:
            raise NetworkError(ErrorKind.OPTED_OUT, host=host_of(got.url))
        pictures = read_picture(self._told, picture_of_account(profile))
        moved = LookupRemark.MOVED in profile.remarks
        handle = profile.moved_handle if moved else self._account.handle
        return answered(
            self._target,
            got,
            self._account.actor,
            findings_of(profile, self._account, tuple(address for address, _ in pictures)),
            self._known,
            remarks=(*profile.remarks, *((LookupRemark.ASKED_FOR_LESS,) if profile.less else ())),
            pictures=pictures,
            handle_now=handle if handle != self._target.handle.lower() else "",
        )

    def _get(self, url: str, accept: str, limit: int, secret: Secret | None = None) -> Got:
        tags = self._known
        return self._told.get(
            Ask(url, accept, limit, secret=secret, etag=tags.etag, last_modified=tags.last_modified)
        )


def handle_in(address: str) -> str:
    """The address in the fediverse that a line of a card names, as ``user@domain``; empty for none."""
    text = address.strip()
    prefix = next((prefix for prefix in _PREFIXES if text.lower().startswith(prefix)), "")
    rest = text[len(prefix) :]
    if page_of(rest) is not None:
        return _of_page(rest)
    if not prefix and not rest.startswith("@"):
        return ""
    return _valid(rest.removeprefix("@"))


def _of_page(address: str) -> str:
    """``https://example.org/@user``, also as a page of another server shows them: ``/@user@example.org``."""
    page, parts = page_of(address), path_parts(address)
    if parts[:1] == ("web",):
        parts = parts[1:]
    if page is None or len(parts) != 1 or not parts[0].startswith("@") or not page.origin.is_public:
        return ""
    host = page.origin.host
    if any(host == name or host.endswith(f".{name}") for name in _ELSEWHERE):
        return ""
    name = parts[0][1:]
    return _valid(name if "@" in name else f"{name}@{host}")


def _valid(handle: str) -> str:
    found = parts_of(handle)
    page = page_of(f"https://{found[1]}") if found is not None else None
    if found is None or page is None or not page.origin.is_public:
        return ""
    return f"{found[0].lower()}@{page.origin.host}"


def _is_json(got: Got) -> bool:
    return got.media_type.endswith("json")
