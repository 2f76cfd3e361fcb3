"""Given names and what people make of them; family names that one spells in several ways.

Kept as they sound (``latin.sound``), so that ``Саша`` finds ``Alexander``. One word may be
short for several names, and several words written apart be one name: ``José María``, ``Chema``.
"""

from functools import lru_cache

from relate_desktop.domain.latin import sound
from relate_desktop.domain.short_forms import SHORT_FORMS

_SPELLED = """
kim gim
lee yi rhee li i
park pak bak bag
choi choe
jung jeong chung chong
kang gang
cho jo
yoon yun
lim im rim
chang zhang jang
wong wang huang
ng wu
chan chen
chow zhou chou
tsai cai
hsu xu
fyodor fedor fjodor
pyotr petr
mohammed muhammad mohamed mohamad muhammed mehmet mhmd mohd mohammod
aboubacar abubakar abubakr boubacar
yusuf yousef youssef josef jusuf
husein hussein hossein huseyin
ahmed ahmad ahmet
fatima fatma fatimah
aisha ayesha aysha ayşe
olexandr oleksandr aleksandr alexander
elena olena helena yelena
daria darya
iulia yulia julia
serhii sergey serhiy
mykola nikolai
andrii andrey andriy
mikhail mykhailo michail
catherine katherine kathryn cathrin
sean shaun shawn
george georg georges giorgos yiorgos georgios giorgi jorge jordi
đorđe djordje georgije
john johannes giannis yannis ioannis
chatzis hatzis
oikonomou economou ikonomou
alexios alexis aleksei
eleni helena helen
katerina katharina ekaterini aikaterini
wasilis vasilis wassilis basil
saito saitoh
mohammad mahomed mahommed
abdul abdel abd
said sayed sayyid
uthman osman othman
omar umar
khaled halid khalid
suleiman süleyman soliman
ismail esmail
ibrahim ebrahim
xu hsu tsui
wu ng
huang wong
lin lam lim
lau liu
chen chan tan
li lee
zhou chow chew
zhao chiu
yang yeung
guo kwok
he ho
liang leung
luo law
xie tse
xiao siu
zhang cheung chang
zheng cheng
ye yip
cai choi tsai
yu yue
jang chang
ahn an
shin sin
seo suh
son sohn
moon mun
noh roh no
jon john
"""


_EITHER = """
alex andy ange charlie chris dani dom eli gabi jackie jo lou manu max micky nic nicky pat robbie sam sandy
sascha sasha steph tony uli val vali vic zhenya
"""


@lru_cache(maxsize=1)
def _names() -> dict[str, frozenset[str]]:
    """What each word of the table is short for, as it sounds."""
    found: dict[str, set[str]] = {}
    for entry in SHORT_FORMS.split("/"):
        whole, _colon, short = entry.partition(":")
        names = {sound(word) for word in whole.split()}
        for word in {sound(word) for word in short.split()} - names:
            found.setdefault(word, set()).update(names)
    return {word: frozenset(names) for word, names in found.items()}


@lru_cache(maxsize=1)
def _spellings() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_SPELLED.strip().splitlines()):
        for word in line.split():
            found.setdefault(sound(word), set()).add(number)
    return {word: frozenset(lines) for word, lines in found.items()}


def is_short_for(one: str, other: str) -> bool:
    """Whether one of two names, as they sound, is short for the other."""
    return other in _names().get(one, ()) or one in _names().get(other, ())


@lru_cache(maxsize=1)
def _of_either() -> frozenset[str]:
    return frozenset(sound(word) for word in _EITHER.split())


def short_for_either(word: str) -> bool:
    """Whether women and men are called by a short name, as it sounds: ``Chris``, ``Alex``."""
    return word in _of_either()


def both_short(one: str, other: str) -> bool:
    """Whether two names, as they sound, are short for one third name: ``Ted``, ``Ned``."""
    return not _names().get(one, frozenset()).isdisjoint(_names().get(other, frozenset()))


def spelled_alike(one: str, other: str) -> bool:
    """Whether two names, as they sound, are two ways to write one."""
    return not _spellings().get(one, frozenset()).isdisjoint(_spellings().get(other, frozenset()))
