import pytest

from relate_desktop.lookups.origins import (
    AddressMalformed,
    Origin,
    is_asked_for,
    is_public_name,
    read_origin,
    read_page,
    read_redirect,
)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://Example.ORG", "https://example.org/"),
        ("HTTPS://example.org:443/a?b=c#d", "https://example.org/a?b=c"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://bücher.example/ü ß".replace(" ", ""), "https://xn--bcher-kva.example/%C3%BC%C3%9F"),
        ("https://example.org/a%2Fb?q=%40&c=d e".replace(" ", "+"), "https://example.org/a%2Fb?q=%40&c=d+e"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/"),
        ("https://[::1]:8443/x", "https://[::1]:8443/x"),
    ],
)
def test_an_address_has_one_spelling(text: str, address: str) -> None:
    assert str(read_page(text)) == address


@pytest.mark.parametrize(
    "text",
    [
        *("", "example.org", "//example.org", "https://", "https:///a", "https:example.org"),
        *(
            "file:///etc/passwd",
            "ftp://example.org",
            "gopher://example.org",
            "javascript:alert(1)",
            "data:,x",
        ),
        *("https://user@example.org", "https://user:word@example.org", "https://@example.org"),
        *(
            "https://example.org\\@evil.example",
            "https://example.org\t/",
            "https://exa\nmple.org",
            " https://a.b",
        ),
        *("https://example.org:0", "https://example.org:99999", "https://example.org:x", "https://[::1"),
        *("https://2130706433", "https://0x7f.1", "https://0x7f000001", "https://0", "https://127.1"),
        *("https://0177.0.0.1", "https://１２７.1", "https://127.0.0.1.", "https://example.org."),
        *("https://exa mple.org", "https://ex%61mple.org", "https://-a.example", "https://a..example"),
        *("https://" + "a" * 64 + ".example", "https://example.org/" + "a" * 5000),
        *("https://example.org\x00.evil.example", "https://xn--a.example\u2028"),
    ],
)
def test_what_readers_disagree_about_is_no_address(text: str) -> None:
    with pytest.raises(AddressMalformed):
        read_page(text)


@pytest.mark.parametrize(
    "text", ["https://ｌｏｃａｌｈｏｓｔ", "https://１２７.０.０.１", "https://127。0。0。1"]
)
def test_letters_that_look_alike_are_read_as_what_they_mean(text: str) -> None:
    try:
        origin = read_origin(text)
    except AddressMalformed:
        return
    assert not origin.is_public


@pytest.mark.parametrize(
    "name",
    [
        *("localhost", "intranet", "a.localhost", "printer.local", "a.internal", "router.lan", "nas.home"),
        *("a.home.arpa", "secret.onion", "127.0.0.1", "1.2.3.4", "::1", "", ".", "a.0x10", "_dmarc"),
    ],
)
def test_a_name_of_the_house_is_not_asked_for(name: str) -> None:
    assert not is_public_name(name)


def test_only_https_on_its_usual_port_is_anybodys() -> None:
    assert read_origin("https://example.org").is_public
    assert not read_origin("http://example.org").is_public
    assert not read_origin("https://example.org:8443").is_public
    assert not read_origin("https://93.184.215.14").is_public


@pytest.mark.parametrize(
    ("location", "address"),
    [
        ("/b", "https://example.org/b"),
        ("c?d=e", "https://example.org/a/c?d=e"),
        ("//other.example/x", "https://other.example/x"),
        ("http://other.example", "http://other.example/"),
        ("?q", "https://example.org/a/b?q"),
        ("/ü".encode().decode("latin-1"), "https://example.org/%C3%BC"),
        ("/%C3%BC?a=[b]", "https://example.org/%C3%BC?a=%5Bb%5D"),
    ],
)
def test_a_redirect_is_read_from_where_it_stands(location: str, address: str) -> None:
    assert str(read_redirect(read_page("https://example.org/a/b"), location)) == address


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "//u:p@example.org", "https://[", "\\\\host\\x", "a b", "/\u0100"]
)
def test_a_redirect_to_nowhere_is_refused(location: str) -> None:
    with pytest.raises(AddressMalformed):
        read_redirect(read_page("https://example.org/a/b"), location)


def test_an_origin_says_its_port_only_where_it_is_another() -> None:
    assert Origin("https", "example.org", 443).authority == "example.org"
    assert Origin("http", "::1", 8080).authority == "[::1]:8080"


def test_only_names_of_other_machines_are_asked_for() -> None:
    hosts = ("ada.example.org", "nas", "127.0.0.1", "::1", "localhost", "a.localhost")
    assert [is_asked_for(host) for host in hosts] == [True, True, False, False, False, False]
