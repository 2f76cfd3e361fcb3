"""By what two people of a large book come to be compared at all.

Every pair that ``likeness`` would speak of shares one of these keys; nobody is compared with
everybody. A key that very many share says nothing and is passed over.
"""

from collections.abc import Iterator

from relate_desktop.domain.latin import ABJADS, consonants
from relate_desktop.domain.likeness import Profile
from relate_desktop.domain.likeness_keys import SHORTEST_NUMBER, without_extension
from relate_desktop.domain.matching import COMPARED_DIGITS
from relate_desktop.domain.name_forms import NameForm, forms_of_addresses

Key = tuple[str, str]
"""Its kind and its value. Those of the last two kinds lead to those of the other alone."""
UNVOWELLED, VOWELLED = "unvowelled", "vowelled"
_FEWEST_LETTERS = 5
_FEWEST_CONSONANTS = 3
_MOST_WORDS = 4


def block_keys(profile: Profile) -> Iterator[Key]:
    """The keys of one person; some may come twice."""
    for email in profile.emails:
        yield "email", email
    for phone in map(without_extension, profile.phones):
        yield "phone", phone[-COMPARED_DIGITS:]
        yield "phone's end", phone[-SHORTEST_NUMBER:]
    for handle in profile.handles:
        yield "handle", handle
    for uid in profile.uids:
        yield "uid", uid
    for form in profile.forms:
        yield from _of_name(form)
    yield from _of_addresses(profile)
    words = {heard for form in profile.forms for heard in form.sounds[:_MOST_WORDS]}
    firsts = {word[:1] for word in words}
    about = [f"o{one}" for one in profile.organizations] + [f"a{one}" for one in profile.addresses]
    about += [f"p{one}" for one in profile.pictures]
    born = profile.birthday
    if born is not None and born.month is not None and born.day is not None:
        about.append(f"b{born.month}-{born.day}")
        for first in firsts:
            yield "born", f"{first}{born.month}-{born.day}-{born.year}"
    for one in about:
        for word in words:
            yield "with", f"{one}\x1f{word}"


def name_key_of(form: NameForm) -> str:
    """All letters of a name in alphabetical order: the same however its words stand, joined or apart."""
    letters = "".join(form.sounds)
    return "".join(sorted(letters)) if len(letters) >= _FEWEST_LETTERS and len(form.words) < 8 else ""


def _of_name(form: NameForm) -> Iterator[Key]:
    if key := name_key_of(form):
        yield "name", key
    letters = consonants(form.sounds)
    if len(letters) >= _FEWEST_CONSONANTS:
        kind = UNVOWELLED if ABJADS.search("".join(form.words)) else VOWELLED
        yield kind, "".join(sorted(letters))


def _of_addresses(profile: Profile) -> Iterator[Key]:
    """Addresses that spell a name lead to people of that name."""
    for form in forms_of_addresses(profile.emails):
        if key := name_key_of(form):
            yield "name", key
