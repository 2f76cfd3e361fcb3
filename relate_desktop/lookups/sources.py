"""Everybody who can be asked, in the order in which they are offered."""

from collections.abc import Iterable, Mapping

from relate_desktop.domain.lookup import LookupTarget, Provider
from relate_desktop.lookups.asking import Source
from relate_desktop.lookups.bluesky import BlueskySource
from relate_desktop.lookups.forgejo import ForgejoSource
from relate_desktop.lookups.github import GitHubSource
from relate_desktop.lookups.gitlab import GitLabSource
from relate_desktop.lookups.gravatar import GravatarSource
from relate_desktop.lookups.libravatar import LibravatarSource
from relate_desktop.lookups.mastodon import MastodonSource
from relate_desktop.lookups.matrix import MatrixSource
from relate_desktop.lookups.website import WebsiteSource

Servers = Mapping[Provider, tuple[str, ...]]
"""The origins of servers that the user typed for accounts; pages there are accounts of that provider.

For Bluesky: its own service, where the user wants that to be asked in place of everybody's own server.
"""


def all_sources(servers: Servers | None = None) -> tuple[Source, ...]:
    """One source a provider."""
    typed = servers or {}
    return (
        WebsiteSource(),
        GitHubSource(),
        ForgejoSource(typed.get(Provider.FORGEJO, ())),
        GitLabSource(typed.get(Provider.GITLAB, ())),
        MastodonSource(),
        BlueskySource(direct=Provider.BLUESKY not in typed),
        GravatarSource(),
        LibravatarSource(),
        MatrixSource(),
    )


def source_of(provider: Provider, servers: Servers | None = None) -> Source:
    """The source of one provider."""
    return next(source for source in all_sources(servers) if source.provider is provider)


def targets_in(addresses: Iterable[str], servers: Servers | None = None) -> tuple[LookupTarget, ...]:
    """Whom the lines of a card name, in the order of the providers, none twice.

    The page of an account somewhere is no website of the person's own.
    """
    sources = all_sources(servers)
    found: dict[LookupTarget, None] = {}
    for address in addresses:
        named = [target for source in sources for target in source.targets((address,))]
        elsewhere = [target for target in named if target.provider is not Provider.WEBSITE]
        found |= dict.fromkeys(elsewhere or named)
    order = [source.provider for source in sources]
    return tuple(sorted(found, key=lambda target: order.index(target.provider)))
