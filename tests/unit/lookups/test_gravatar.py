from typing import Any

from relate_desktop.domain.errors import ErrorKind
from relate_desktop.domain.lookup import Finding, FindingField, LookupRemark, LookupTarget, Proof, Provider
from relate_desktop.lookups.gravatar import GravatarSource
from relate_desktop.lookups.mail_hash import mail_hash
from tests.servers.net import Reply, a_page
from tests.unit.lookups.contract import KEY, Profile, ProviderContract
from tests.unit.lookups.pictures import PNG

HASH = mail_hash("misaki@example.org")
PAGE = "https://gravatar.com/misaki"
PICTURE = f"https://gravatar.com/avatar/{HASH}?d=404&s=256"
MISAKI: dict[str, Any] = {
    "hash": HASH,
    "display_name": "Misaki Ōno",
    "profile_url": PAGE,
    "avatar_url": f"https://0.gravatar.com/avatar/{HASH}",
    "avatar_alt_text": "",
    "location": "Sapporo",
    "description": "Maps and ceramics.\nSlow replies.",
    "job_title": "Cartographer",
    "company": "Kita Maps",
    "verified_accounts": [
        {
            "service_type": "github",
            "service_label": "GitHub",
            "service_icon": "https://gravatar.com/icons/github.svg",
            "url": "https://github.com/misaki",
            "is_hidden": False,
        },
        {
            "service_type": "twitter",
            "service_label": "X",
            "service_icon": "",
            "url": "https://x.com/misaki_hidden",
            "is_hidden": True,
        },
    ],
    "pronunciation": "mee-sah-kee",
    "pronouns": "she/her",
    "timezone": "Asia/Tokyo",
    "languages": [{"code": "ja", "name": "Japanese", "is_primary": True, "order": 1}],
    "first_name": "Misaki",
    "last_name": "Ōno",
    "is_organization": False,
    "links": [{"label": "Maps", "url": "https://maps.example.org/"}],
    "contact_info": {
        "email": "hello@example.org",
        "cell_phone": "+81 90 0000 0000",
        "contact_form": "https://example.org/write",
    },
    "section_visibility": {
        "hidden_contact_info": False,
        "hidden_links": False,
        "hidden_verified_accounts": False,
    },
}


def found(field: FindingField, value: str, proof: Proof = Proof.SELF_ASSERTED, detail: str = "") -> Finding:
    return Finding(field, value, PAGE, proof, detail=detail)


class TestGravatar(ProviderContract):
    source = GravatarSource()
    profile = Profile(
        target=LookupTarget(Provider.GRAVATAR, "https://api.gravatar.com", "misaki@example.org"),
        lines=("misaki@example.org", " Misaki@Example.org ", "mailto:misaki@example.org"),
        hosts={
            "api.gravatar.com": {f"/v3/profiles/{HASH}": a_page(MISAKI)},
            "gravatar.com": {f"/avatar/{HASH}?d=404&s=256": a_page(PNG)},
        },
        main=f"https://api.gravatar.com/v3/profiles/{HASH}",
        account_id=HASH,
        findings=(
            found(FindingField.NAME, "Misaki Ōno"),
            found(FindingField.PRONOUNS, "she/her"),
            found(FindingField.TITLE, "Cartographer"),
            found(FindingField.ORGANIZATION, "Kita Maps"),
            found(FindingField.PLACE, "Sapporo"),
            found(FindingField.ABOUT, "Maps and ceramics.\nSlow replies."),
            found(FindingField.TIME_ZONE, "Asia/Tokyo"),
            found(FindingField.LANGUAGE, "Japanese"),
            found(FindingField.PROFILE, "https://github.com/misaki", Proof.SERVER_VERIFIED, "GitHub"),
            found(FindingField.URL, "https://maps.example.org/", detail="Maps"),
            found(FindingField.EMAIL, "hello@example.org"),
            found(FindingField.URL, "https://example.org/write"),
            found(FindingField.PHOTO, PICTURE),
        ),
        pictures=(PICTURE,),
        keyed=("api.gravatar.com",),
    )
    others = (
        "@misaki@example.org",
        "https://gravatar.com/misaki",
        "xmpp:misaki@example.org",
        "misaki@localhost",
    )

    def test_the_question_before_shows_the_hash_that_is_sent(self) -> None:
        request = self.source.request(self.profile.target)
        assert (request.sends, request.hosts) == (HASH, ("api.gravatar.com", "gravatar.com"))
        assert "misaki" not in request.sends

    def test_the_address_itself_is_sent_to_nobody(self) -> None:
        with self.net() as net:
            self.ask(net, secret=KEY)
            assert "misaki" not in str(net.asked).replace("https://gravatar.com/misaki", "")

    def test_somebody_unknown_is_said_with_host_and_handle(self) -> None:
        """Unknown is who has no picture either."""
        hosts = self.profile.told(main=self.profile.missing) | {"gravatar.com": {}}
        with self.net(hosts) as net:
            assert self.outcome(net) is ErrorKind.PROFILE_MISSING

    def test_a_picture_without_a_profile_is_found_too(self) -> None:
        with self.net(self.profile.told(main=self.profile.missing)) as net:
            answer = self.ask(net)
        assert [finding.field for finding in answer.findings] == [FindingField.PHOTO]
        assert [address for address, _ in answer.pictures] == [PICTURE]

    def test_what_somebody_hides_is_left_out_though_it_is_sent_along(self) -> None:
        hidden = dict.fromkeys(("hidden_contact_info", "hidden_links", "hidden_verified_accounts"), True)
        with self.net(self.profile.told(main=a_page(MISAKI | {"section_visibility": hidden}))) as net:
            fields = {finding.field for finding in self.ask(net).findings}
        assert not fields & {FindingField.EMAIL, FindingField.URL, FindingField.PROFILE}

    def test_an_organisation_is_said_to_be_one(self) -> None:
        with self.net(self.profile.told(main=a_page(MISAKI | {"is_organization": True}))) as net:
            assert self.ask(net).remarks == (LookupRemark.AUTOMATED,)

    def test_a_profile_without_its_own_page_is_shown_by_its_hash(self) -> None:
        with self.net(self.profile.told(main=a_page({"hash": HASH, "display_name": "Misaki"}))) as net:
            assert self.ask(net).findings[0].source_url == f"https://gravatar.com/{HASH}"

    def test_a_picture_that_is_none_is_no_reason_to_say_nothing(self) -> None:
        hosts = self.profile.told() | {"gravatar.com": {f"/avatar/{HASH}": Reply(500)}}
        with self.net(hosts) as net:
            assert self.ask(net).findings == self.profile.findings[:-1]
