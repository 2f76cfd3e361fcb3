from relate_desktop.domain.lookup import LookupTarget, Provider
from relate_desktop.lookups.sources import all_sources, source_of, targets_in

GITHUB = LookupTarget(Provider.GITHUB, "https://api.github.com", "ada")


def test_each_provider_has_one_source() -> None:
    providers = [source.provider for source in all_sources()]
    assert len(providers) == len(set(providers))
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
