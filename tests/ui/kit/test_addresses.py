"""Only harmless addresses reach the desktop (a card may come from anybody)."""

import pytest

from relate_desktop.ui.kit.addresses import safe_address


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("https://example.com/a?b=c", "https://example.com/a?b=c"),
        ("example.com", "https://example.com"),
        ("example.com/page", "https://example.com/page"),
        ("mailto:anna@example.com", "mailto:anna@example.com"),
        ("mailto:anna@example.com?attach=/etc/passwd", "mailto:anna@example.com"),
        ("tel:+49 151 234", "tel:+49151234"),
        ("tel:#31#040", "tel:#31#040"),
    ],
)
def test_pages_mail_and_numbers_are_opened(text: str, opened: str) -> None:
    assert safe_address(text) == opened


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "file:///home/u/x.desktop",
        "smb://server/share",
        "ms-msdt:/id",
        "search-ms:query",
        "data:text/html,x",
        "vnd.x:1",
        "-x",
        "--help",
        "",
        "https://user:pw@evil.example",
        "https://",
        "no scheme at all",
        "https://exa\nmple.com",
        "http://[broken",
    ],
)
def test_nothing_else_is(text: str) -> None:
    assert safe_address(text) is None
