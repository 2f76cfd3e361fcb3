import pytest

from relate_desktop.lookups.web_address import host_of, origin_of, page_of, path_parts, same_page, web_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/#a\u202eb", "https://example.org/#a%E2%80%AEb"),
        ("https://ada.example.org", "https://ada.example.org/"),
        (" http://ada.example.org/a?b=c#d ", "http://ada.example.org/a?b=c#d"),
        ("HTTPS://Ada.Example.ORG/Path", "https://ada.example.org/Path"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
    ],
)
def test_a_page_out_on_the_net_has_an_address(text: str, address: str) -> None:
    assert web_address(text) == address


@pytest.mark.parametrize(
    "text",
    [
        *("", "ada", "javascript:alert(1)", "file:///etc/passwd", "https://user:word@example.org/"),
        *(
            "https://localhost/",
            "https://exa mple.org/",
            "https://example.org\\@evil.example/",
            "//example.org",
        ),
        *("https://127.0.0.1/", "http://[::1]/", "https://example.org:0/", "https://printer.local/"),
    ],
)
def test_what_a_browser_should_not_open_has_none(text: str) -> None:
    assert web_address(text) == ""


def test_an_address_that_grows_too_long_when_it_is_written_out_is_none() -> None:
    assert web_address("https://example.org/" + "é" * 600)
    assert web_address("https://example.org/" + "é" * 1000) == ""
    assert web_address("https://example.org/#" + "é" * 1000) == ""


def test_host_and_origin_are_told_with_an_odd_port_only() -> None:
    assert host_of("https://Ada.example.org:443/x") == "ada.example.org"
    assert origin_of("https://ada.example.org:8443/x") == "https://ada.example.org:8443"
    assert (host_of("x"), origin_of("x"), page_of("x")) == ("", "", None)


def test_the_parts_of_a_path_are_decoded_one_by_one() -> None:
    assert path_parts("https://example.org/a%20b//c%2Fd/?q=1") == ("a b", "c/d")
    assert path_parts("example.org/a") == ()


def test_pages_are_the_same_however_they_are_written() -> None:
    same = {"https://ada.example.org", "http://www.ada.example.org/#x", "HTTPS://ADA.example.org/"}
    assert {same_page(address) for address in same} == {"ada.example.org?"}
    assert same_page("https://ada.example.org/a/") == same_page("http://ada.example.org/a")
    assert same_page("https://ada.example.org/?a") != same_page("https://ada.example.org/")
    assert same_page("mailto:ada@example.org") == same_page("") == ""
