import pytest
from lxml import html

from relate_desktop.lookups.html_tree import html_tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", "<html></html>"),
        ("hello", "<html><body>hello</body></html>"),
        ("<p>a<!-- c -->b<?pi x?><b>c", "<html><body><p>ab<b>c</b></p></body></html>"),
        ("<p id=1 id=2>\ud800\0x", '<html><body><p id="1">?x</p></body></html>'),
    ],
)
def test_a_text_is_a_document(text: str, tree: str) -> None:
    assert html.tostring(html_tree(text), encoding="unicode") == tree


def test_an_element_with_attributes_without_end_is_read_as_any_other() -> None:
    attributes = " ".join(f"a{number}" for number in range(200_000))
    tree = html_tree(f"<p {attributes}>x</p><i>y</i>")
    assert len(next(tree.iter("p")).attrib) == 100
    assert next(tree.iter("i")).text == "y"


def test_a_page_without_end_is_cut() -> None:
    assert sum(1 for _ in html_tree("<p>x" * 300_000).iter()) == 100_000


def test_a_page_without_bottom_is_cut() -> None:
    deep = html_tree("<div>" * 100_000 + "x")
    assert sum(1 for _ in deep.iter()) == 250
    assert deep.text_content() == ""
