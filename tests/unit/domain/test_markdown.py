"""The Markdown of notes: what is in it, and what stays text."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from relate_desktop.domain.markdown import (
    Block,
    BlockKind,
    Span,
    Style,
    literal,
    mentions,
    parse,
    plain,
    spans_of,
)
from tests.work import calls

EMPHASIS, STRONG = frozenset({Style.EMPHASIS}), frozenset({Style.STRONG})


def kinds(text: str) -> list[BlockKind]:
    return [block.kind for block in parse(text)]


def test_every_kind_of_block_is_read() -> None:
    text = """# Call ##
One line
and another

- milk
  - oat
3. three
- [x] sent
- [ ] paid
> she said
> so
---
```
a *b* <i>
```"""
    assert parse(text) == (
        Block(BlockKind.HEADING, (Span("Call"),), 1),
        Block(BlockKind.PARAGRAPH, (Span("One line\nand another"),)),
        Block(BlockKind.ITEM, (Span("milk"),), 1),
        Block(BlockKind.ITEM, (Span("oat"),), 2),
        Block(BlockKind.ITEM, (Span("three"),), 1, number=3),
        Block(BlockKind.ITEM, (Span("sent"),), 1, ticked=True),
        Block(BlockKind.ITEM, (Span("paid"),), 1, ticked=False),
        Block(BlockKind.QUOTE, (Span("she said\nso"),)),
        Block(BlockKind.RULE, ()),
        Block(BlockKind.CODE, (Span("a *b* <i>"),)),
    )


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("a *b* c", (Span("a "), Span("b", EMPHASIS), Span(" c"))),
        ("**b**", (Span("b", STRONG),)),
        ("__b__ _c_", (Span("b", STRONG), Span(" "), Span("c", EMPHASIS))),
        ("*a **b** c*", (Span("a ", EMPHASIS), Span("b", EMPHASIS | STRONG), Span(" c", EMPHASIS))),
        ("~~gone~~", (Span("gone", frozenset({Style.STRUCK})),)),
        ("`a*b*`", (Span("a*b*", frozenset({Style.CODE})),)),
        ("2 * 3 * 4", (Span("2 * 3 * 4"),)),
        ("snake_case_name", (Span("snake_case_name"),)),
        ("*open", (Span("*open"),)),
        ("**a *b** c*", (Span("a *b", STRONG), Span(" c*"))),
        (r"\*no\*", (Span("*no*"),)),
        ("[site](https://a.example/b)", (Span("site", link="https://a.example/b"),)),
        ("[mail](mailto:a@b.example)", (Span("mail", link="mailto:a@b.example"),)),
        ("[x](javascript:alert)", (Span("[x](javascript:alert)"),)),
        ("[x](file:///etc/passwd)", (Span("[x](file:///etc/passwd)"),)),
        ("![x](https://a.example/p.png)", (Span("!"), Span("x", link="https://a.example/p.png"))),
        (
            "see https://a.example/b(c), ok",
            (Span("see "), Span("https://a.example/b(c)", link="https://a.example/b(c)"), Span(", ok")),
        ),
        ('<img src="x">', (Span('<img src="x">'),)),
    ],
)
def test_spans(text: str, spans: tuple[Span, ...]) -> None:
    assert spans_of(text) == spans


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("with @Anna and @[Ton van der Berg].", ("Anna", "Ton van der Berg")),
        ("@Anna, @Anna's and @李雷", ("Anna", "Anna's", "李雷")),
        ("mail anna@harbour.example", ()),
        ("`@code`", ()),
    ],
)
def test_mentions(text: str, names: tuple[str, ...]) -> None:
    assert mentions(text) == names


def test_a_mention_keeps_the_dot_of_the_sentence() -> None:
    assert spans_of("@Anna.") == (Span("@Anna.", mention="Anna"),)


def test_plain_text_has_no_signs() -> None:
    assert plain("# A\n\n- *b* [c](https://d.example)\n\n---\n@Anna") == "A\nb c\n@Anna"


def test_line_ends_of_every_system_are_alike() -> None:
    assert parse("a\r\nb\r\rc") == parse("a\nb\n\nc")


@pytest.mark.parametrize(
    "piece",
    ["*", "_", "**a", "`", "[", "[a](", "](", "> ", "# #", "- ", "@", "@[", "<a", "\\", "~~ ", "https://"],
)
def test_the_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    short, long = (piece * (length // len(piece)) for length in (10_000, 40_000))
    assert calls(lambda: parse(long)) <= 5 * calls(lambda: parse(short)) + 100


@given(st.text() | st.text(alphabet="*_~`[]()@#>- \nab1.:/h"))
def test_nothing_is_lost_and_nothing_else_comes(text: str) -> None:
    assume("```" not in text and "~~~" not in text)  # the language behind a fence is not shown
    shown = "".join(span.text for block in parse(text) for span in block.spans)
    letters = [letter for letter in text if letter.isalpha()]
    assert [letter for letter in shown if letter.isalpha()] == letters or "](" in text
    assert all(span.text for block in parse(text) for span in block.spans if block.kind is not BlockKind.CODE)


@given(st.text(alphabet="*_~`ab \n@[]", max_size=60))
def test_blocks_are_never_more_than_lines(text: str) -> None:
    assert len(kinds(text)) <= text.count("\n") + 1


@pytest.mark.parametrize("piece", ["**a* ~~b_ ", "@a ", "[a](", "`a", "> a\n", "\\*"])
def test_many_signs_in_a_row_are_one_text_again(piece: str) -> None:
    text = piece * 2_000
    assert len(plain(text)) >= 2_000
    assert all(span.text for block in parse(text) for span in block.spans)


@pytest.mark.parametrize(
    "text",
    [
        "[Your bank](https://evil.example)",
        "# Urgent",
        "- [x] Paid",
        "1. The bank",
        "> She said",
        "```",
        "---",
        "Talk with @Grace and @[Ada Lovelace]",
        "**Now** or _never_ `rm` ~~x~~",
        r"A path\\*with* signs",
    ],
)
def test_a_line_of_a_stranger_means_nothing_but_its_letters(text: str) -> None:
    for note in (literal(text), f"{literal(text)}\nhttps://ada.example.org/a_b"):
        assert plain(note).split("\n")[0] == text
        assert mentions(note) == ()
        (block,) = parse(note)
        spans = [span for span in block.spans if span.link != "https://ada.example.org/a_b"]
        assert block.kind is BlockKind.PARAGRAPH
        assert {(span.link, span.styles) for span in spans} == {(None, frozenset())}


def test_a_line_without_signs_stays_as_it_was_written() -> None:
    for text in ("Engines, 2nd part (draft): what's new?", "snake_case", "See https://ada.example.org/a_b"):
        assert literal(text) == text


@given(st.text(st.sampled_from("ab 1.-*_`~[]()#>@\\|"), min_size=1, max_size=30))
def test_whatever_a_stranger_writes_reads_as_it_was_written(text: str) -> None:
    line = " ".join(text.split())
    assume(line)
    assert plain(literal(line)) == line
    assert mentions(literal(line)) == ()
