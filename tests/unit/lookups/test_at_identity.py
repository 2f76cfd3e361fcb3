import pytest

from relate_desktop.lookups.at_identity import handle_in

DID = "did:plc:qsbpbnlseryqmgxrfnymyy7h"


@pytest.mark.parametrize(
    ("address", "handle"),
    [
        ("https://bsky.app/profile/Misaki.example.org/post/3k", "misaki.example.org"),
        ("at://misaki.example.org", "misaki.example.org"),
        (f"AT://{DID}", DID),
        ("bluesky:@misaki.example.org", "misaki.example.org"),
        ("bluesky:https://bsky.app/profile/misaki.example.org", "misaki.example.org"),
        ("misaki.bsky.social", "misaki.bsky.social"),
        ("https://misaki.bsky.social/", "misaki.bsky.social"),
    ],
)
def test_addresses_of_the_protocol_name_a_handle(address: str, handle: str) -> None:
    assert handle_in(address) == handle


@pytest.mark.parametrize(
    "address",
    [
        *("misaki.example.org", "https://misaki.example.org", "https://bsky.app/profile/", "at://misaki"),
        *(
            "bluesky:misaki",
            "at://-x.example.org",
            f"at://{'a' * 64}.example.org",
            "at://misaki.example.1org",
        ),
        *("https://misaki.bsky.social/about", "did:plc:SHORT", "did:key:z6Mk", f"at://{'a.' * 130}example"),
    ],
)
def test_what_is_no_handle_for_certain_names_nobody(address: str) -> None:
    assert handle_in(address) == ""
