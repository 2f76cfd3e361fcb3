"""Faults 44 to 48: cards made to hang, flood, confuse or trick, brought in by the command line."""

import base64
import codecs
import json
import socket
import struct
import sys
import zlib
from pathlib import Path

import pytest

from relate_desktop.ui.kit.pictures import decoded
from tests.command_line import Ran, finished, run, start
from tests.faults.tracing import can_trace, traced

MEMORY = 300 << 20
"""Bytes of address space: more than the program needs, less than any of these floods would."""


def a_card(name: str, *lines: str) -> bytes:
    whole = ("BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *lines, "END:VCARD", "")
    return "\r\n".join(whole).encode()


GOOD = a_card("Good One", "TEL:+49 30 1111111")


def brought_in(path: Path, content: bytes) -> Ran:
    path.write_bytes(content)
    return run("import", path, "--json")


def brought_in_with_little_memory(path: Path) -> Ran:
    return finished(start("import", path, "--json", before=("prlimit", f"--as={MEMORY}")))


def names() -> list[str]:
    return [row["name"] for row in run("list", "--json").json["contacts"]]


def codes(ran: Ran) -> list[str]:
    (file,) = ran.json["files"]
    return [item["code"] for item in (*file["skipped"], *file["remarks"])]


@pytest.mark.parametrize("commas", [26, 40, 100_000])
def test_a_card_that_hangs_other_readers_keeps_nobody_out(tmp_path: Path, commas: int) -> None:
    hanging = "TEL;TYPE=C" + "," * commas + ";"
    ran = brought_in(tmp_path / "x.vcf", a_card("Hanging", hanging) + a_card("Odd", hanging + ":1") + GOOD)
    assert (ran.status, codes(ran)) == (1, ["line_without_name"])
    assert names() == ["Good One", "Hanging", "Odd"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="prlimit is Linux's")
def test_a_line_of_a_gigabyte_is_let_go_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "x.vcf"
    with path.open("wb") as file:
        file.write(a_card("Endless", "NOTE:").removesuffix(b"\r\nEND:VCARD\r\n"))
        file.seek(1 << 30)  # a hole: bytes of zero that need no disk
        file.write(b"\r\nEND:VCARD\r\n" + GOOD)
    ran = brought_in_with_little_memory(path)
    assert (ran.status, codes(ran)) == (1, ["line_too_long"])
    assert names() == ["Good One"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="prlimit is Linux's")
def test_millions_of_folds_are_let_go_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "x.vcf"
    path.write_bytes(a_card("Folded", "NOTE:" + "\r\n a" * 13_000_000) + GOOD)
    ran = brought_in_with_little_memory(path)
    assert (ran.status, codes(ran)) == (1, ["line_too_long"])
    assert names() == ["Good One"]


def test_twenty_thousand_beginnings_are_refused_one_by_one(tmp_path: Path) -> None:
    ran = brought_in(tmp_path / "x.vcf", b"BEGIN:VCARD\r\n" * 20_000 + GOOD)
    (file,) = ran.json["files"]
    assert (ran.status, file["records"], len(file["skipped"])) == (1, 20_001, 20_000)
    assert names() == ["Good One"]


def test_cards_inside_cards_are_kept_as_text(tmp_path: Path) -> None:
    nested = b"BEGIN:VCARD\r\nFN:Boss\r\nAGENT:\r\n" * 20_000 + b"END:VCARD\r\n" * 20_000
    ran = brought_in(tmp_path / "x.vcf", nested + GOOD)
    assert ran.status in {0, 1}
    assert set(codes(ran)) >= {"nested_card_kept", "nested_too_deep"}
    assert names() == ["Boss", "Good One"]


@pytest.mark.parametrize(
    ("lines", "refused", "code"),
    [
        (["TEL:1"] * 200_000, 195_001, "too_many_properties"),
        (["TEL" + ";A=B" * 100_000 + ":1"], 0, "too_many_parameters"),
        (["NOTE:" + "a" * 2_000_000], 0, "text_too_long"),
    ],
    ids=["lines", "parameters", "text"],
)
def test_a_card_with_too_much_of_something_names_it_and_is_given_back_whole(
    tmp_path: Path, lines: list[str], refused: int, code: str
) -> None:
    content = a_card("Much", *lines) + GOOD
    ran = brought_in(tmp_path / "x.vcf", content)
    (file,) = ran.json["files"]
    assert (codes(ran), file["remarks"][0]["record"]) == ([code], 1)
    assert file["properties"]["refused"] == refused
    run("export", tmp_path / "out.vcf", "--format", "original")
    assert (tmp_path / "out.vcf").read_bytes() == content


BAD = (
    b"",
    b"BEGIN:VCARD\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:;;;;\r\nFN:\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nVERSION:9.9\r\nREV:2020\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\n\x00\xff\xfe\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\n;;;;:\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\n:::::\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\n\r\n\r\n\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\n \r\n \r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nNOTE;ENCODING=QUOTED-PRINTABLE:=\r\n=\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nPHOTO;ENCODING=b:\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nUID:1\r\nPRODID:x\r\nEND:VCARD\r\n",
    b'BEGIN:VCARD\r\nX;Y="\r\nEND:VCARD\r\n',
    b"BEGIN:VCARD\rEND:VCARD\r",
    b"begin:vcard\nend:vcard\n",
    b"BEGIN:VCARD\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\n" + b"=" * 5000 + b"\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\n" + b"\\" * 5000 + b"\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\n" + b"\xef\xbb\xbf" * 500 + b"\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\n<b>\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nAGENT:\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nN:\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nTEL:\r\nEMAIL:\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nADR;TYPE=HOME:;;;;;;\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nFN;CHARSET=UT?R8:\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\n\xed\xa0\x80\xed\xb0\x80\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nTEL" + b";A=B" * 1000 + b"\r\nEND:VCARD\r\n",
    b"BEGIN:VCARD\r\nTEL;TYPE=C" + b"," * 40 + b";\r\nEND:VCARD\r\n",
    b"BEGIN : VCARD\r\nEND : VCARD\r\n",
    b"FN:Lost\r\nEND:VCARD\r\n",
)


@pytest.mark.parametrize("bad", BAD[1:], ids=range(1, len(BAD)))
def test_one_bad_card_of_a_thousand_is_the_only_one_left_out(tmp_path: Path, bad: bytes) -> None:
    cards = [a_card(f"Person {number}") for number in range(999)]
    ran = brought_in(tmp_path / "x.vcf", b"".join((*cards[:400], bad, *cards[400:])))
    (file,) = ran.json["files"]
    assert (ran.status, file["records"], file["created"], len(file["skipped"])) == (1, 1000, 999, 1)
    (skipped,) = file["skipped"]
    assert (skipped["record"], skipped["line"]) == (401, 1601)


TEXT = a_card("Jörg Müßig", "NOTE:Ärger über Größe", "TEL:+49 30 777777").decode()
ENCODINGS = {
    "utf-8": TEXT.encode(),
    "utf-8 with a mark": TEXT.encode("utf-8-sig"),
    "utf-16 little": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "utf-16 big": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "utf-16 without a mark": TEXT.encode("utf-16-le"),
    "latin-1": TEXT.encode("latin-1"),
    "cp1252 declared": TEXT.encode("cp1252").replace(b"\r\nFN:", b"\r\nFN;CHARSET=windows-1252:"),
    "utf-32": codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
}


def test_one_card_in_eight_encodings_is_one_person(tmp_path: Path) -> None:
    files = []
    for name, content in ENCODINGS.items():
        files.append(tmp_path / f"{name}.vcf")
        files[-1].write_bytes(content)
    ran = run("import", *files, "--json")
    assert sum(file["created"] for file in ran.json["files"]) == 1
    assert sum(file["same"] for file in ran.json["files"]) == len(ENCODINGS) - 1
    assert [line[3] for line in run("show", "1", "--json").json["jcard"][1][1:]] == [
        "Jörg Müßig",
        "Ärger über Größe",
        "+49 30 777777",
    ]


def test_bytes_that_mean_nothing_are_told_and_given_back(tmp_path: Path) -> None:
    content = (
        b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Damaged\r\nNOTE;CHARSET=UT?R8:\xc3\xb6\r\n"
        b"NOTE;ENCODING=QUOTED-PRINTABLE:=C3=ZZ=4\r\nPHOTO;ENCODING=BASE64:!!!\r\nTEL:12\x0034\r\n"
        b"EMAIL:\xed\xa0\x80@example.org\r\nEND:VCARD\r\n" + GOOD
    )
    ran = brought_in(tmp_path / "x.vcf", content)
    assert {"charset_unknown", "quoted_printable_damaged", "bytes_undecodable"} <= set(codes(ran))
    assert names() == ["Damaged", "Good One"]
    run("export", tmp_path / "out.vcf", "--format", "original")
    assert (tmp_path / "out.vcf").read_bytes() == content


def a_png(width: int, height: int, row: int) -> bytes:
    """A picture of zeros: large when decoded, tiny as it travels."""
    packer = zlib.compressobj(9)
    pixels = b"".join(packer.compress(bytes(row * 100)) for _ in range(height // 100)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 2 if row % 3 else 6, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


USES = b"".join(b'<g id="a%d">' % n + b'<use href="#a%d"/>' % (n - 1) * 9 + b"</g>" for n in range(1, 10))
PICTURES = {
    "30,000 squared": a_png(30_000, 30_000, 301),
    "8,000 squared": a_png(8_000, 8_000, 32_001),
    "no size": a_png(0, 0, 1),
    "gif of 60,000 squared": b"GIF89a" + struct.pack("<HH", 60_000, 60_000) + b"\x80\0\0" + bytes(6) + b";",
    "webp of 16 million squared": b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\xff" * 6,
    "a jpeg that is a png": b"\xff\xd8\xff" + a_png(10, 100, 30),
    "svg of uses": b"<svg xmlns='http://www.w3.org/2000/svg'><g id='a0'/>" + USES + b"</svg>",
    "svg of a file": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/hostname'/></svg>",
    "svg of a filter": b"<svg><filter id='f'><feGaussianBlur stdDeviation='9999'/></filter></svg>",
    "pdf": b"%PDF-1.7 1 0 obj<<>>endobj",
    "ico": b"\0\0\1\0\1\0\x10\x10\0\0\1\0\x20\0\0\0\0\0\x16\0\0\0",
    "icns": b"icns\0\0\0\x10ic10\0\0\0\x08",
}


@pytest.mark.qt_log_ignore("Unsupported marker")
@pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)
def test_a_picture_made_to_harm_is_kept_told_and_never_shown(tmp_path: Path, picture: bytes) -> None:
    content = a_card("Pictured", "PHOTO;ENCODING=b;TYPE=PNG:" + base64.b64encode(picture).decode())
    ran = brought_in(tmp_path / "x.vcf", content)
    assert ran.status == 0
    assert set(codes(ran)) <= {"picture_too_large", "picture_not_shown"}
    assert codes(ran)
    assert decoded(picture) is None
    run("export", tmp_path / "out.vcf", "--format", "original")
    assert (tmp_path / "out.vcf").read_bytes() == content


LIKE = "PHOTO", "LOGO", "SOUND", "KEY"


@pytest.mark.skipif(not can_trace(), reason="what is opened is seen by strace, which is not here")
@pytest.mark.usefixtures("loopback")
def test_nothing_that_a_card_points_to_is_fetched_or_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("x")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        page = f"http://127.0.0.1:{server.getsockname()[1]}/x.png"
        lines = [f"{name};VALUE=URI:{target}" for name in LIKE for target in (page, f"file://{secret}")]
        name = f'<img src="file://{secret}">'
        path = tmp_path / "x.vcf"
        path.write_bytes(a_card(name, *lines, f"URL:{page}", f"SOURCE:file://{secret}", "PHOTO:cid:1"))
        ran, calls = traced("import", path, "--json", calls="openat,open,connect,socket")
        assert set(codes(ran)) == {"media_remote"}
        with pytest.raises(BlockingIOError):
            server.accept()
    assert str(path) in calls
    assert str(secret) not in calls
    assert "AF_INET" not in calls


def test_a_second_import_of_anything_bad_changes_nothing(tmp_path: Path) -> None:
    content = b"".join(BAD) + GOOD * 50 + b"".join(ENCODINGS["latin-1"] for _ in range(3))
    before = brought_in(tmp_path / "x.vcf", content).json["files"][0]
    digest = run("check", "--json").json["digest"]
    again = run("import", tmp_path / "x.vcf", "--json")
    assert again.json["operation"] is None
    assert again.json["files"][0]["records"] == before["records"]
    assert run("check", "--json").json["digest"] == digest


def test_names_that_look_alike_are_two_people(tmp_path: Path) -> None:
    latin, cyrillic = a_card("anna", "EMAIL:a@example.org"), a_card("аnnа", "EMAIL:b@example.org")
    ran = brought_in(tmp_path / "x.vcf", latin + cyrillic)
    assert ran.json["files"][0]["created"] == 2


def test_a_uid_that_two_people_share_makes_them_no_one_person(tmp_path: Path) -> None:
    one = a_card("First Person", "PRODID:-//P//EN", "UID:same", "EMAIL:f@example.org", "TEL:+49 30 1111111")
    other = a_card("Other Human", "PRODID:-//P//EN", "UID:same", "EMAIL:o@example.com", "TEL:+49 30 2222222")
    ran = brought_in(tmp_path / "x.vcf", one + other)
    assert ran.json["files"][0]["updated"] == 0
    assert names() == ["First Person", "Other Human"]


HOSTILE = (
    '<img src="file:///etc/hostname">',
    "<table><tr><td>" * 20,
    "Tom & Jerry &amp; O'Brien",
    "\u202egpj.exe\u202c \u2066x",
    "a" + "\u0301" * 500,
    "X" * 10_000,
    "\x1b[2J\x1b[31mred\x9b",
    "\ufeff\u200b",
    "%s {path} {0!r}",
    "'); DROP TABLE contacts;--",
    "--help",
)


def test_hostile_names_are_kept_as_they_are_and_said_harmlessly(tmp_path: Path) -> None:
    cards = [a_card(name.replace(";", "\\;"), f"EMAIL:{n}@example.org") for n, name in enumerate(HOSTILE)]
    content = b"".join(cards)
    assert brought_in(tmp_path / "x.vcf", content).status == 0
    ids = [row["contact"] for row in run("list", "--json").json["contacts"]]
    shown = [run("show", one) for one in ids]
    for ran in (run("list"), run("search", "example"), run("history"), *shown):
        assert ran.status == 0
        assert not set(ran.out) & set("\x1b\x9b\u202e\u2066")
    told = {json.loads(run("show", one, "--json").out)["name"] for one in ids}
    assert told >= {name for name in HOSTILE if name.strip("\ufeff\u200b")}
    run("export", tmp_path / "out.vcf", "--format", "original")
    assert (tmp_path / "out.vcf").read_bytes() == content
