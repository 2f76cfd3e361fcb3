import pytest

from relate_desktop.lookups.mail_address import public_mail


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ada@example.org", "ada@example.org"),
        (" mailto:ada@example.org?subject=Hello ", "ada@example.org"),
        ("MAILTO:Ada.L+news@mail.example.org", "Ada.L+news@mail.example.org"),
        ("elena@bücher.example", "elena@bücher.example"),
        ("noreplyhood@example.org", "noreplyhood@example.org"),
    ],
)
def test_mail_reaches_somebody(text: str, address: str) -> None:
    assert public_mail(text) == address


@pytest.mark.parametrize(
    "text",
    [
        *("", "ada", "ada@", "@example.org", "ada@localhost", "a b@example.org", "ada@example..org"),
        *(
            "ada@example.org, eve@example.org",
            "Ada <ada@example.org>",
            "ada@example.org\nTo: eve@example.org",
        ),
        *("1815+ada@users.noreply.github.com", "ada@noreply.codeberg.org", "no-reply@example.org"),
        *("donotreply@example.org", "do-not-reply@example.org", "a" * 300 + "@example.org"),
    ],
)
def test_what_reaches_nobody_is_no_address(text: str) -> None:
    assert public_mail(text) == ""
