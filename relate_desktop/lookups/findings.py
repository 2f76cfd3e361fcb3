"""The findings of one page as they are gathered: empty ones left out, none twice."""

from datetime import datetime

from relate_desktop.domain.lookup import Finding, FindingField, Proof
from relate_desktop.lookups.mail_address import public_mail
from relate_desktop.lookups.networks import network_of
from relate_desktop.lookups.web_address import web_address


class Findings:
    """What one page says; ``source_url`` is the page that a person can open."""

    def __init__(self, source_url: str, changed_at: datetime | None = None) -> None:
        self._source_url = source_url
        self._changed_at = changed_at
        self._found: dict[tuple[FindingField, str], Finding] = {}

    def add(
        self, field: FindingField, value: str, detail: str = "", *, proof: Proof = Proof.SELF_ASSERTED
    ) -> None:
        """Takes a value of the page; what is empty, or was said before, is no news."""
        if value:
            self.take(Finding(field, value, self._source_url, proof, self._changed_at, detail))

    def take(self, finding: Finding) -> None:
        """Takes a finding of another page, or of another day."""
        self._found.setdefault((finding.field, finding.value.casefold()), finding)

    def add_mail(self, text: str) -> None:
        """Takes a mail address, if mail to it reaches somebody."""
        self.add(FindingField.EMAIL, public_mail(text))

    def add_page(self, text: str, detail: str = "") -> None:
        """Takes the address of a page as people type it, with or without its scheme."""
        self.add(FindingField.URL, typed_page(text), detail)

    def add_profile(self, text: str, detail: str = "") -> None:
        """Takes the page of an account elsewhere: what network it is of is said, where that is known."""
        if address := typed_page(text):
            self.add(FindingField.PROFILE, address, network_of(address) or detail)

    def all(self) -> tuple[Finding, ...]:
        """Everything, in the order in which it came; the page of an account is not told as a mere page."""
        accounts = {value for field, value in self._found if field is FindingField.PROFILE}
        return tuple(
            finding
            for (field, value), finding in self._found.items()
            if field is not FindingField.URL or value not in accounts
        )


def typed_page(text: str) -> str:
    """The address of a page as people type it into a form: ``ada.example`` is one too. Empty for all else."""
    typed = text.strip()
    if "://" in typed:
        return web_address(typed)
    bare = typed.split("/", 1)[0]
    if "." not in bare.strip(".") or "@" in bare or ":" in bare:
        return ""
    return web_address(f"https://{typed}")
