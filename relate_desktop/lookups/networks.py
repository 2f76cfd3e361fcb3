"""What networks are called, by the hosts of their pages. Names of services are the same in every language."""

from relate_desktop.lookups.web_address import host_of

_NETWORKS = {
    "bitbucket.org": "Bitbucket",
    "bsky.app": "Bluesky",
    "codeberg.org": "Codeberg",
    "discord.com": "Discord",
    "facebook.com": "Facebook",
    "flickr.com": "Flickr",
    "github.com": "GitHub",
    "gitlab.com": "GitLab",
    "gravatar.com": "Gravatar",
    "instagram.com": "Instagram",
    "keybase.io": "Keybase",
    "keyoxide.org": "Keyoxide",
    "linkedin.com": "LinkedIn",
    "mastodon.social": "Mastodon",
    "matrix.to": "Matrix",
    "medium.com": "Medium",
    "orcid.org": "ORCID",
    "reddit.com": "Reddit",
    "soundcloud.com": "SoundCloud",
    "stackoverflow.com": "Stack Overflow",
    "t.me": "Telegram",
    "threads.net": "Threads",
    "tumblr.com": "Tumblr",
    "twitch.tv": "Twitch",
    "twitter.com": "X",
    "vimeo.com": "Vimeo",
    "wikidata.org": "Wikidata",
    "wikipedia.org": "Wikipedia",
    "x.com": "X",
    "xing.com": "XING",
    "youtube.com": "YouTube",
}


def network_of(address: str) -> str:
    """The network that a page is of; empty where its host is not a well-known one's."""
    labels = host_of(address).split(".")
    return next(
        (
            _NETWORKS[name]
            for name in (".".join(labels[start:]) for start in range(len(labels) - 1))
            if name in _NETWORKS
        ),
        "",
    )
