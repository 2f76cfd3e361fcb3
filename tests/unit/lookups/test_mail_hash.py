from relate_desktop.domain.lookup import Provider
from relate_desktop.lookups.mail_hash import mail_domain, mail_hash, mail_targets


def test_the_hash_is_of_the_address_in_lower_case_without_blanks() -> None:
    """The example of Gravatar's own documentation."""
    known = "84059b07d4be67b806386c0aad8070a23f18836bbaae342275dc0a83414c32ee"
    assert mail_hash("myemailaddress@example.com") == known
    assert mail_hash(" MyEmailAddress@example.com ") == known


def test_mail_addresses_alone_are_targets() -> None:
    lines = (
        "Ada@Example.org",
        "mailto:ada@example.org?subject=x",
        "@ada@example.org",
        "ada@localhost",
        "ada",
    )
    targets = mail_targets(Provider.GRAVATAR, "https://api.example", lines)
    assert [target.handle for target in targets] == ["ada@example.org"]


def test_the_domain_is_spelled_as_the_net_knows_it() -> None:
    assert mail_domain("ada@Bücher.example.") == "xn--bcher-kva.example"
    assert mail_domain(f"ada@{'x' * 70}.example") == ""
