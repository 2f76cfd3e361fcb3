"""Accounts that point to each other: what was only claimed, until the other side says the same.

Anybody may write that a page is theirs. Where two of the pages that were asked in one look-up each name
the other, each is the other's word for it.
"""

from collections.abc import Sequence
from dataclasses import replace

from relate_desktop.domain.lookup import Answer, Finding, FindingField, Proof, Provider
from relate_desktop.lookups.web_address import same_page

_POINTING = frozenset({FindingField.PROFILE, FindingField.URL})


def with_links_back(answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """The answers, with what they say of each other marked where both say it."""
    pages = [_own_pages(answer) for answer in answers]
    pointed = [
        {same_page(one.value) for one in answer.findings if one.field in _POINTING} for answer in answers
    ]
    proven: list[Answer] = []
    for place, answer in enumerate(answers):
        back = {
            page
            for other, theirs in enumerate(pages)
            if other != place and pointed[other] & pages[place]
            for page in theirs
        }
        proven.append(replace(answer, findings=tuple(_proven(one, back) for one in answer.findings)))
    return tuple(proven)


def _own_pages(answer: Answer) -> set[str]:
    """The pages that are the answer's own; what its feed names may be anybody's."""
    pages = {same_page(one.source_url) for one in answer.findings if one.field is not FindingField.NEWS}
    if answer.target.provider is Provider.WEBSITE:
        pages.add(same_page(answer.target.handle))
    return pages - {""}


def _proven(finding: Finding, back: set[str]) -> Finding:
    claimed = finding.field in _POINTING and finding.proof is Proof.SELF_ASSERTED
    return (
        replace(finding, proof=Proof.LINK_BACK) if claimed and same_page(finding.value) in back else finding
    )
