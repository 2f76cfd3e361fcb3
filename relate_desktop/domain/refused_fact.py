"""A finding the user did not want: by what it is known again, so that it is not proposed twice."""

from dataclasses import dataclass

from relate_desktop.domain.lookup import FindingField, Provider

REFUSED_FACT = "lookup_fact"
"""The kind of such refusals among all others."""
_SEPARATOR = "\x1f"


@dataclass(frozen=True, slots=True)
class RefusedFact:
    """Who said it, of which account, about what, and what it meant."""

    provider: Provider
    account: str
    field: FindingField
    value: str

    @property
    def key(self) -> str:
        """All of it in one text."""
        account = self.account.replace(_SEPARATOR, " ")
        return _SEPARATOR.join((self.provider.value, account, self.field.value, self.value))


def refused_fact_of(key: str) -> RefusedFact | None:
    """What a key says; None where this version does not understand it."""
    provider, *rest = key.split(_SEPARATOR, 3)
    if len(rest) != 3 or provider not in set(Provider) or rest[1] not in set(FindingField):
        return None
    return RefusedFact(Provider(provider), rest[0], FindingField(rest[1]), rest[2])
