"""Whether a name is that of a company: by its legal form at the end."""

import re

_FORMS = (
    *(
        "ab",
        "ag",
        "aps",
        "as",
        "asa",
        "a/s",
        "a.s.",
        "bv",
        "b.v.",
        "bvba",
        "co",
        "co.",
        "corp",
        "corp.",
        "e.k.",
    ),
    *("e.v.", "ek", "ev", "eg", "gbr", "ggmbh", "gmbh", "inc", "inc.", "kg", "kft", "kk", "limited", "llc"),
    *("llp", "ltd", "ltd.", "mbh", "n.v.", "nv", "ohg", "oy", "oyj", "plc", "pty", "pvt", "s.a.", "s.a.s."),
    *(
        "s.l.",
        "s.p.a.",
        "s.r.l.",
        "s.r.o.",
        "sa",
        "sarl",
        "sas",
        "se",
        "sl",
        "spa",
        "srl",
        "sro",
        "ug",
        "zrt",
    ),
)
_PLAIN = frozenset(form.replace(".", "").replace("/", "") for form in _FORMS)
_AMBIGUOUS = frozenset({"as", "co", "ek", "ev", "eg", "se", "sl", "sa", "spa", "sas", "ab", "ag", "ug", "kk"})
"""Forms that are syllables or family names as well: only in capitals or with full stops are they forms."""
_FEWEST = 2
_BRACKETS = re.compile(r"[()]")


def without_legal_form(name: str) -> str:
    """A company's name without its legal form, where more than a word is left of it."""
    while has_legal_form(name) or name.rstrip().endswith("&"):
        shorter = name.rstrip().rpartition(" ")[0]
        if len(shorter.split()) < _FEWEST:
            break
        name = shorter
    return name


def has_legal_form(name: str) -> bool:
    """Whether the last word is the legal form of a company."""
    words = _BRACKETS.sub(" ", name).split()
    if len(words) < 2:
        return False
    last = words[-1]
    plain = last.lower().strip(",").replace(".", "").replace("/", "")
    if plain not in _PLAIN:
        return False
    return plain not in _AMBIGUOUS or (last.isupper() and not name.isupper()) or "." in last or "/" in last
