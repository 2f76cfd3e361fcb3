import pytest

from relate_desktop.domain.lookup import LookupRequest, LookupTarget, Provider
from relate_desktop.lookups.asking import PICTURE_LIMIT
from relate_desktop.lookups.pictures import picture_of, read_picture
from relate_desktop.lookups.told import ToldDoor
from tests.servers.authority import Authority
from tests.servers.net import a_net, a_page, sent_on

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
TARGET = LookupTarget(Provider.WEBSITE, "https://ada.example.org", "ada")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
    ],
)
def test_a_picture_is_known_by_what_it_begins_with(data: bytes, kind: str) -> None:
    picture = picture_of(data)
    assert picture is not None
    assert (picture.data, picture.media_type) == (data, kind)


@pytest.mark.parametrize(
    "data", [b"", b"<svg xmlns='x'/>", b"%PDF-1.7", b"RIFF\0\0\0\0WAVE", b"\x00\x00\x01\x00"]
)
def test_what_is_drawn_by_no_safe_reader_is_no_picture(data: bytes) -> None:
    assert picture_of(data) is None


def test_a_picture_is_read_from_a_host_that_was_told_and_nowhere_else(authority: Authority) -> None:
    hosts = {
        "ada.example.org": {
            "/ada.png": a_page(PNG),
            "/large.png": a_page(PNG + b"\0" * PICTURE_LIMIT),
            "/page": a_page("no picture"),
            "/on": sent_on("https://pictures.example.org/ada.png"),
        },
        "pictures.example.org": {"/ada.png": a_page(PNG)},
    }
    with a_net(authority, hosts) as net:
        told = ToldDoor(net.door(), LookupRequest(TARGET, ("ada.example.org",), "ada"))
        ((address, picture),) = read_picture(told, "https://ada.example.org/ada.png")
        assert (address, picture.data) == ("https://ada.example.org/ada.png", PNG)
        for path in ("/large.png", "/page", "/on", "/none.png"):
            assert read_picture(told, f"https://ada.example.org{path}") == ()
        assert read_picture(told, "https://pictures.example.org/ada.png") == ()
        assert read_picture(told, "no address") == ()
        assert net.hosts == {"ada.example.org"}
