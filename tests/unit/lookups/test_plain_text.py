import pytest

from relate_desktop.lookups.plain_text import links_in, plain_text
from tests.unit.lookups.hostile import HOSTILE_TEXTS


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("Maps &amp; ceramics", "Maps & ceramics"),
        ("<p>Maps<br>and   ceramics.</p><p>Slow\n replies.</p>", "Maps\nand ceramics.\n\nSlow replies."),
        ("<ul><li>one<li>two</ul>three", "one\ntwo\nthree"),
        ("<p>a</p><script>evil()</script><style>p{}</style><!-- x --><?php x ?><p>b</p>", "a\n\nb"),
        ('<p>To <span class="h-card"><a href="x">@<span>ada</span></a></span>!</p>', "To @ada!"),
        ("1 < 2 <b>bold", "1 < 2 bold"),
        ("<template>a</template><title>b</title>c", "c"),
    ],
)
def test_html_becomes_the_text_that_a_reader_sees(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_links_that_the_reader_does_not_see_in_full_are_whole() -> None:
    html = (
        '<a href="https://maps.example.org/a/very/long/way" rel="me nofollow"><span class="invisible">'
        'https://</span><span class="ellipsis">maps.example.org/a/ve</span>'
        '<span class="invisible">ry/long/way</span></a>'
    )
    assert plain_text(html) == "https://maps.example.org/a/very/long/way"
    assert links_in(html) == ("https://maps.example.org/a/very/long/way",)


def test_links_lead_out_on_the_net_alone() -> None:
    html = "".join(
        f'<a href="{address}">x</a>'
        for address in (
            "javascript:x",
            "/here",
            "https://u:p@example.org/",
            "file:///x",
            "https://a.example/",
        )
    )
    assert links_in(html * 2) == ("https://a.example/",)
    assert len(links_in("".join(f'<a href="https://a.example/{n}">' for n in range(5000)))) == 100


@pytest.mark.parametrize("text", [*HOSTILE_TEXTS, "<div>" * 50_000 + "x", "<" * 200_000, "&" * 200_000])
def test_nothing_hostile_comes_out_or_takes_long(text: str) -> None:
    plain = plain_text(text)
    plain.encode("utf-8")
    assert "\0" not in plain
    assert "<script" not in plain
    assert len(plain) <= 10_000
    links_in(text)
