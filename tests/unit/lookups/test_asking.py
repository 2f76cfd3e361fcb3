from datetime import UTC, datetime

from relate_desktop.lookups.asking import Ask, Got, Secret


def test_a_key_does_not_show_itself() -> None:
    secret = Secret("ZZCANARY")
    ask = Ask("https://example.org/", "text/html", 1, secret=secret)
    assert "ZZCANARY" not in f"{secret!r} {ask!r} {ask}"


def test_a_mark_too_long_to_be_sent_back_is_not_kept() -> None:
    for length, kept in ((1000, 1000), (1001, 0)):
        headers = dict.fromkeys(("etag", "last-modified"), "x" * length)
        got = Got("https://example.org/", 200, headers, b"", datetime.now(UTC))
        assert (len(got.etag), len(got.last_modified)) == (kept, kept)


def test_the_media_type_is_said_without_its_parameters() -> None:
    got = Got(
        "https://example.org/", 200, {"content-type": "Text/HTML; charset=utf-8"}, b"", datetime.now(UTC)
    )
    assert got.media_type == "text/html"
    assert got.etag == ""
