from relate_desktop.domain.lookup import BLUESKY_SERVICE, LookupTarget, Provider
from relate_desktop.lookups.sources import all_sources, source_of, targets_in

GITHUB = LookupTarget(Provider.GITHUB, "https://api.github.com", "ada")


def test_each_provider_has_one_source() -> None:
    providers = [source.provider for source in all_sources()]
    assert sorted(providers) == sorted(Provider)
    assert all(source_of(provider).provider is provider for provider in providers)


def test_whom_a_card_names_is_found_once() -> None:
    assert targets_in(["https://github.com/ada", "github:ada", "tel:+441234"]) == (GITHUB,)


def test_an_account_on_a_server_that_the_user_typed_is_one() -> None:
    origin = "https://git.example.org"
    assert [target.provider for target in targets_in([f"{origin}/ada"])] == [Provider.WEBSITE]
    assert targets_in([f"{origin}/ada"], {Provider.GITLAB: (origin,)}) == (
        LookupTarget(Provider.GITLAB, origin, "ada"),
    )


def test_the_page_of_an_account_is_no_website() -> None:
    addresses = ["https://codeberg.org/ada", "https://ada.example.org/", "https://www.linkedin.com/in/ada"]
    assert [target.provider for target in targets_in(addresses)] == [Provider.WEBSITE, Provider.FORGEJO]


def test_a_mail_address_is_known_to_both_services_of_pictures() -> None:
    found = targets_in(["ada@example.org"])
    assert [target.provider for target in found] == [Provider.GRAVATAR, Provider.LIBRAVATAR]


def test_people_on_bluesky_are_asked_for_at_its_service_only_where_that_is_wanted() -> None:
    direct, service = (
        targets_in(["https://bsky.app/profile/ada.example.org"], servers)[0].server
        for servers in ({}, {Provider.BLUESKY: (BLUESKY_SERVICE,)})
    )
    assert (direct, service) == ("https://ada.example.org", BLUESKY_SERVICE)
