from datetime import timedelta

import pytest

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.lookups.asking import Ask, Secret
from tests.servers.authority import Authority
from tests.servers.net import a_net, a_page, sent_on

JSON = "application/json"


def test_a_page_is_asked_and_its_answer_given(authority: Authority) -> None:
    with a_net(authority, {"api.example.org": {"/users/ada": a_page({"name": "Ada"}, etag='"1"')}}) as net:
        got = net.door(why="github").get(Ask("https://api.example.org/users/ada", JSON, 1000))
    assert (got.status, got.body, got.media_type) == (200, b'{"name": "Ada"}', JSON)
    assert (got.url, got.etag, got.at) == ("https://api.example.org/users/ada", '"1"', net.clock())
    assert net.addresses == ["https://api.example.org/users/ada"]
    name, row = net.ledger.rows
    assert (name.host, name.port, name.sent) == ("api.example.org", 53, "A, AAAA api.example.org")
    assert (name.why, name.outcome) == ("github", "answered")
    assert (row.host, row.port, row.sent, row.why) == ("api.example.org", 443, "GET /users/ada", "github")
    assert (row.status, row.outcome) == (200, "answered")
    assert row.received > len(got.body)


def test_a_host_learns_nothing_that_was_not_meant_for_it(authority: Authority) -> None:
    with a_net(authority, {"example.org": {}}) as net:
        net.door().get(Ask("https://example.org/a", JSON, 1000, etag='"1"', last_modified="Sat"))
    assert net.asked[0].headers == {
        "host": "example.org",
        "user-agent": "Relate",
        "accept": JSON,
        "accept-encoding": "gzip",
        "connection": "close",
        "if-none-match": '"1"',
        "if-modified-since": "Sat",
    }
    assert net.ledger.rows[-1].sent == "GET /a + If-None-Match + If-Modified-Since"


def test_a_mark_that_cannot_be_sent_is_not_written_down_as_sent(authority: Authority) -> None:
    with a_net(authority, {"example.org": {}}) as net:
        net.door().get(Ask("https://example.org/a", JSON, 1000, etag='"1\n"'))
    assert "if-none-match" not in net.asked[0].headers
    assert net.ledger.rows[-1].sent == "GET /a"


def test_a_key_goes_to_its_origin_alone(authority: Authority) -> None:
    hosts = {
        "a.example.org": {"/": sent_on("https://b.example.org/x")},
        "b.example.org": {"/x": sent_on("https://a.example.org/y")},
    }
    secret = Secret("ZZCANARY", "PRIVATE-TOKEN", "")
    with a_net(authority, hosts) as net:
        got = net.door().get(Ask("https://a.example.org", JSON, 1000, {"X-Version": "1"}, secret=secret))
    assert got.url == "https://a.example.org/y"
    assert [asked.headers.get("private-token") for asked in net.asked] == ["ZZCANARY", None, None]
    assert [asked.headers.get("x-version") for asked in net.asked] == ["1", None, None]
    assert [row.sent for row in net.ledger.rows if row.port == 443] == [
        "GET / + PRIVATE-TOKEN",
        "GET /x",
        "GET /y",
    ]
    assert "ZZCANARY" not in f"{net.ledger.rows}"


@pytest.mark.parametrize(
    ("origin", "sent"),
    [
        ("https://example.org", True),
        ("https://EXAMPLE.org:443/", True),
        ("https://a.example.org", False),
        ("https://example.org:8443", False),
        ("http://example.org", False),
        ("example.org", False),
    ],
)
def test_a_key_that_names_its_origin_goes_nowhere_else(authority: Authority, origin: str, sent: bool) -> None:
    with a_net(authority, {"example.org": {}}) as net:
        net.door().get(Ask("https://example.org/", JSON, 1000, secret=Secret("key", origin=origin)))
    assert ("authorization" in net.asked[0].headers) is sent


@pytest.mark.parametrize("value", ["", "a\r\nX: y", "a\x00", "ü", " a", "a\n"])
def test_a_key_that_no_header_can_hold_is_not_sent(authority: Authority, value: str) -> None:
    with a_net(authority, {"example.org": {}}) as net, pytest.raises(NetworkError) as refused:
        net.door().get(Ask("https://example.org/", JSON, 1000, secret=Secret(value, scheme="")))
    assert refused.value.kind is ErrorKind.KEY_REFUSED
    assert not net.hosts


def test_providers_set_no_header_of_the_fetchers(authority: Authority) -> None:
    with a_net(authority, {"example.org": {}}) as net:
        for name in ("Authorization", "cookie", "HOST", "Private-Token", "User-Agent"):
            with pytest.raises(ValueError, match="not for providers"):
                net.door().get(Ask("https://example.org/", JSON, 1000, {name: "x"}))
    assert not net.hosts


def test_a_wait_that_a_host_asks_for_is_kept(authority: Authority) -> None:
    with a_net(authority, {"example.org": {"/": a_page({}, 429, retry_after="120")}}) as net:
        ask = Ask("https://example.org/", JSON, 1000)
        for _ in range(2):
            with pytest.raises(NetworkError) as refused:
                net.door().get(ask)
            assert refused.value.kind is ErrorKind.SLOW_DOWN
            assert refused.value.facts["until"] == net.clock() + timedelta(seconds=120)
        assert len(net.asked) == 1
        assert [row.outcome for row in net.ledger.rows] == ["answered", "slow_down"]
        net.clock.pass_time(timedelta(seconds=121))
        with pytest.raises(NetworkError):
            net.door().get(ask)
        assert len(net.asked) == 2


def test_who_asks_may_refuse_to_be_sent_on(authority: Authority) -> None:
    seen: list[tuple[str, str]] = []

    def onward(here: str, there: str) -> None:
        seen.append((here, there))
        raise NetworkError(ErrorKind.REDIRECT_REFUSED, host="a.example.org")

    hosts = {"a.example.org": {"/": sent_on("//b.example.org/x#y")}, "b.example.org": {"/x": a_page("hi")}}
    with a_net(authority, hosts) as net:
        with pytest.raises(NetworkError):
            net.door().get(Ask("https://a.example.org/", JSON, 1000, onward=onward))
        assert seen == [("https://a.example.org/", "https://b.example.org/x")]
        assert net.hosts == {"a.example.org"}


def test_a_wait_noted_by_a_clock_that_was_wrong_is_not_kept(authority: Authority) -> None:
    with a_net(authority, {"example.org": {}}) as net:
        ask = Ask("https://example.org/", JSON, 1000)
        net.ledger.wait("example.org", net.clock() + timedelta(days=400))
        net.door().get(ask)
        net.ledger.wait("example.org", net.clock() + timedelta(hours=23))
        with pytest.raises(NetworkError):
            net.door().get(ask)
        assert len(net.asked) == 1


def test_the_last_question_that_is_allowed_is_remembered(authority: Authority) -> None:
    spent = a_page("hi", x_ratelimit_remaining="0", x_ratelimit_reset="600")
    with a_net(authority, {"example.org": {"/": spent}}) as net:
        assert net.door().get(Ask("https://example.org/", JSON, 1000)).body == b"hi"
        assert net.ledger.next_allowed("example.org") == net.clock() + timedelta(seconds=600)


def test_a_tag_that_no_header_can_hold_is_not_sent_back(authority: Authority) -> None:
    with a_net(authority, {"example.org": {}}) as net:
        for tag in ('"a\r\nX: y"', '"' + "a" * 5000 + '"', '"\xe9"'):
            net.door().get(Ask("https://example.org/", JSON, 1000, etag=tag))
        assert not [asked for asked in net.asked if "if-none-match" in asked.headers]
