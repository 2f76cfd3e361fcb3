"""Given names many people have, by which one can tell that two parts of a name changed places.

A name that is as often a family name (Martin, James, Thomas) is not among them.
"""

import re

from relate_desktop.domain.text import fold

_WORD = re.compile(r"[a-z]+")
_NAMES = """
adam adele adrian agnes aisha alejandro alessandra alessandro alexandra alexandre alice alina amelia
amina amy ana anastasia anders andrea andreas andrzej angela anita anja anke anna anne annette annika
antje antonia antonio aoife arjun astrid barbara beata beatrice beatriz benedikt benjamin bernd bianca
birgit bjorn brigitte camille carla carlos carmen carolin carolina caroline catalina catarina caterina
catherine cecilia celine charlotte chiara chloe christian christiane christina christine christoph
christopher claire clara claudia cornelia cristina daniela danielle deborah denise diana diego dieter
dirk dmitri dominik doris dorothea edoardo eduardo eileen elena eleni elisa elisabeth elise elizabeth
ella ellen emilia emily emma enrique erika esther eva evelyn fabian fatima federico felicia fernanda
fernando finn florian franziska frederik frieda friederike gabriel gabriela gabriele georgia gerda
gerhard giovanni gisela giulia gloria greta guillermo gustav hanna hannah hans heidi heike heiko helen
helena helga helmut hiroshi holger ignacio ilse imke inga ingrid irene irina iris isabel isabella
isabelle ivan jacqueline jan jana jannik javier jennifer jens jessica joanna joao joaquin johanna
johannes jonas jorge jose josef josefine juan judith julia julian juliane julie jurgen jutta karin
karina karl karolina katarzyna katharina katherine kathrin katja katrin kirsten klaus krzysztof lara
larissa laura lea lena leonie liam lina linda lisa lorenzo lotte louisa louise luca lucia lucy luisa
lukas magdalena malgorzata manfred manuela marcel marco marek margaret margarita margit maria mariana
marianne marie marija marina mario marion marlene marta martina mateo matilda matteo matthias mehmet
melanie melissa mia michaela michelle miguel miriam mohamed mohammed monica monika muhammad nadia nadine
natalia natalie natasha nicholas nicole niklas nikolai nina noah nora olena olga olivia oskar paola
patricia patrizia paulina pavel pedro petra philipp phoebe pia pierre rafael rahel ramona raquel rebecca
regina renate ricardo rita roberta roberto rocio rosa rosemarie ruth sabine sabrina samantha samuel
sandra sara sarah sebastian sergio silke silvia simone sofia sofie sonja sophia sophie stefan stefanie
stella stephanie stephen susan susanna susanne svetlana sven sylvia tamara tanja tatiana teresa theresa
theresia thorsten tim tobias torsten ulrike ursula ute uwe valentina valeria vanessa vera verena
veronica veronika victoria viktoria viola virginia waltraud wolfgang xenia yasmin yusuf yvonne zeynep
zoe
"""

GIVEN_NAMES = frozenset(_WORD.findall(_NAMES))


def is_given(name: str) -> bool:
    """Whether many people have it as a given name; of several words the first counts."""
    words = fold(name).replace("-", " ").split()
    return bool(words) and words[0] in GIVEN_NAMES
