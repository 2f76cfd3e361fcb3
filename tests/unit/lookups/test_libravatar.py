from collections.abc import Iterator, Sequence

import pytest

from relate_desktop.domain.errors import ErrorKind
from relate_desktop.domain.lookup import Finding, FindingField, LookupRemark, LookupTarget, Provider
from relate_desktop.lookups.libravatar import LibravatarSource
from relate_desktop.lookups.mail_hash import mail_hash
from tests.servers.net import Answering, Reply, a_net, a_page, sent_on
from tests.unit.lookups.contract import ELSEWHERE, Profile, ProviderContract
from tests.unit.lookups.hostile import BROKEN
from tests.unit.lookups.pictures import PNG

HASH = mail_hash("misaki@example.org")
PATH = f"/avatar/{HASH}?d=404&s=256&gravatarproxy=n"
PICTURE = f"https://seccdn.libravatar.org{PATH}"
RECORD = "SRV _avatars-sec._tcp.example.org"


class TestLibravatar(ProviderContract):
    source = LibravatarSource()
    profile = Profile(
        target=LookupTarget(Provider.LIBRAVATAR, "https://seccdn.libravatar.org", "misaki@example.org"),
        lines=("misaki@example.org", "mailto:Misaki@example.org"),
        hosts={"seccdn.libravatar.org": {PATH: a_page(PNG)}},
        main=PICTURE,
        account_id=HASH,
        findings=(Finding(FindingField.PHOTO, PICTURE, PICTURE),),
        pictures=(PICTURE,),
        missing=Reply(404),
    )
    others = ("@misaki@example.org", "https://libravatar.org/", "misaki")
    sent_on_is_an_error = False

    def broken(self) -> Sequence[bytes]:
        return [*BROKEN, b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7"]

    def spoilt(self) -> Iterator[Reply]:
        for kind in ("text/html", "image/svg+xml", "", "image/png; " + "x" * 9000):
            yield a_page(PNG, content_type=kind)
        yield a_page(PNG[:12])

    def test_a_ring_of_redirects_ends(self) -> None:
        with self.net(self.profile.told(main=sent_on(PICTURE))) as net:
            assert self.ask(net).remarks == (LookupRemark.SENDS_ON,)
            assert len(net.asked) == 1

    @pytest.mark.parametrize(
        "place",
        [
            "https://www.gravatar.com/avatar/0",
            f"/gravatarproxy/{HASH}?s=256&d=404",
            f"https://{ELSEWHERE}/",
            "file:///x",
        ],
    )
    def test_a_server_that_sends_on_is_told_of_and_not_followed(self, place: str) -> None:
        """To Gravatar above all, be it through a page of its own that asks there for us."""
        with self.net(self.profile.told(main=sent_on(place))) as net:
            answer = self.ask(net)
            assert (answer.findings, answer.pictures) == ((), ())
            assert answer.remarks == (LookupRemark.SENDS_ON,)
            assert len(net.asked) == 1

    def test_the_server_is_told_not_to_ask_gravatar_itself(self) -> None:
        with self.net() as net:
            self.ask(net)
            assert [asked.target for asked in net.asked] == [PATH]

    def test_the_server_that_the_mail_domain_names_is_asked_instead(self) -> None:
        own: dict[str, dict[str, Answering]] = {"avatars.example.org": {PATH: a_page(PNG)}}
        records = {RECORD: [("avatars.example.org", 443), ("later.example.org", 443)]}
        with a_net(self.authority, self.profile.told() | own, records) as net:
            answer = self.ask(net)
            assert [finding.value for finding in answer.findings] == [f"https://avatars.example.org{PATH}"]
            assert {asked.host for asked in net.asked} == {"avatars.example.org"}

    def test_a_server_on_an_odd_port_is_asked_there_or_not_at_all(self) -> None:
        """The common one is none of this domain's, so it learns nothing either."""
        with a_net(self.authority, self.profile.told(), {RECORD: [("avatars.example.org", 8443)]}) as net:
            assert self.outcome(net) is ErrorKind.ADDRESS_REFUSED
            assert net.asked == []

    def test_the_question_before_names_the_domain_that_may_name_a_server(self) -> None:
        request = self.source.request(self.profile.target)
        assert request.hosts == ("seccdn.libravatar.org",)
        assert request.named_by == ("example.org",)
        assert request.sends == HASH
