import pytest

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.lookups.origins import Origin
from relate_desktop.lookups.proxies import SystemProxy, system_proxy

ORIGIN = Origin("https", "example.org", 443)


def test_without_a_proxy_hosts_are_asked_directly() -> None:
    assert system_proxy(ORIGIN) is None


@pytest.mark.parametrize(
    ("text", "proxy"),
    [
        ("http://proxy.example:3128", SystemProxy("http", "proxy.example", 3128)),
        ("proxy.example:3128", SystemProxy("http", "proxy.example", 3128)),
        ("https://proxy.example", SystemProxy("https", "proxy.example", 443)),
        ("http://Prøxy.example:3128", SystemProxy("http", "xn--prxy-hra.example", 3128)),
        ("http://[::1]:3128", SystemProxy("http", "::1", 3128)),
        ("http://127.0.0.1:3128", SystemProxy("http", "127.0.0.1", 3128)),
        ("http://ada:p%40ss@proxy.example/", SystemProxy("http", "proxy.example", 80, "ada", "p@ss")),
    ],
)
def test_the_systems_proxy_is_used(monkeypatch: pytest.MonkeyPatch, text: str, proxy: SystemProxy) -> None:
    monkeypatch.setenv("https_proxy", text)
    assert system_proxy(ORIGIN) == proxy
    monkeypatch.setenv("no_proxy", "example.org")
    assert system_proxy(ORIGIN) is None


@pytest.mark.parametrize(
    "text",
    [
        "socks5://proxy.example:1080",
        "ftp://a",
        "http://",
        "http://a:b:c",
        "http://[",
        "http://a b",
        "http://" + "a" * 70,
    ],
)
def test_a_proxy_that_cannot_be_used_is_not_gone_around(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("all_proxy", text)
    with pytest.raises(NetworkError) as refused:
        system_proxy(ORIGIN)
    assert refused.value.kind is ErrorKind.PROXY_REFUSED


def test_a_proxys_password_does_not_show_itself() -> None:
    assert "ZZCANARY" not in repr(SystemProxy("http", "proxy.example", 80, "ada", "ZZCANARY"))
