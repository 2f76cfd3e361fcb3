import logging

from relate_desktop.lookups.asking import Ask
from relate_desktop.lookups.engine import Answered
from tests.servers.authority import Authority
from tests.servers.net import a_net, a_page


def test_of_repeated_headers_the_first_counts() -> None:
    answered = Answered(200, (("etag", "1"), ("a", "x"), ("etag", "2")), b"")
    assert answered.first("etag") == "1"
    assert answered.first("none") == ""
    assert dict(answered.by_name()) == {"etag": "1", "a": "x"}


def test_the_engine_tells_no_log_what_is_asked(authority: Authority) -> None:
    heard: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    root = logging.getLogger()
    before, listener = root.level, Listener()
    root.addHandler(listener)
    root.setLevel(logging.DEBUG)
    try:
        with a_net(authority, {"example.org": {"/": a_page("hello")}}) as net:
            net.door().get(Ask("https://example.org/?q=ZZCANARY", "text/html", 1000))
    finally:
        root.setLevel(before)
        root.removeHandler(listener)
    assert not [line for line in heard if "ZZCANARY" in line or "example" in line]
