"""Given names and what people make of them; family names that one spells in several ways.

Kept as they sound (``latin.sound``), so that ``Саша`` finds ``Alexander``. One word may be
short for several names.
"""

from functools import lru_cache

from relate_desktop.domain.latin import sound

_SHORT = """
alexander aleksandr alexandra aleksandra alejandro: alex alec sasha sascha shura
alexander aleksandr alexandra aleksandra alejandro: sandy xander sandro ale lex sander
albert alberta: al bert bertie
alfred: alf fred alfie
aloysius alois aloisius: luis wiggerl
amanda: mandy
anastasia anastasiya: nastya stasia asya tasia
andrew andreas andrej andrey andrzej andrea: andy drew andi
anna annamaria johanna susanna hannah: anni anja anya annie nan nina ania aneta hanna hanni
anthony anton antonio antonia antoine: tony toni toño nino
barbara: barb babs bärbel basia varya
benjamin benedikt benedict: ben benny benni beni
bernhard bernard: bernd bernie
boris: borya
caroline carolina karoline karolina charlotte carla: carrie caro lotte lottie charly
catherine katherine katharina katarzyna ekaterina yekaterina caterina catalina: kate katie kathy cathy katja
catherine katherine katharina katarzyna ekaterina yekaterina caterina catalina: katya kat käthe
catherine katherine katharina katarzyna ekaterina yekaterina caterina catalina: kasia cati trina
charles karl carlos: charlie chuck carlo kalle
christian christoph christopher kristoffer christoforos krzysztof cristóbal: chris kris topher
christian christoph christopher kristoffer christoforos krzysztof cristóbal: stoffel krzysiek cristo
christina christine kristina krystyna cristina: chris tina chrissi kristi krysia tine
daniel daniela danielle: dan danny dani
david: dave davy
deborah: deb debbie debby
dieter: didi
dmitry dmitri dmitriy: dima mitya
dolores: lola loli
dorothea dorothy: dora dorle dot dorthe thea
edward eduard edmund edgar edwin: ed eddie eddy ted ned teddy edi
eleanor eleonora helena elena olena: ellie nell nelly lena leni helen nora lenka olya
elisabeth elizabeth elisaveta elżbieta elisabetta isabel isabella: lisa liz beth betty
elisabeth elizabeth elisaveta elżbieta elisabetta isabel isabella: eliza bess libby lizzie
elisabeth elizabeth elisaveta elżbieta elisabetta isabel isabella: elsa ella liesel elli
elisabeth elizabeth elisaveta elżbieta elisabetta isabel isabella: betsy ela isa bella sissi
emil emilia emily: emi milly
enrico heinrich henry hendrik enrique henryk: harry hank heiner heinz rico quique henk hal
ernst ernesto ernest: erni
eugen eugene evgeny yevgeny evgeniya yevgenia: gene zhenya
ferdinand fernando fernanda: nando ferdi fer
florian: flo
francis franz francisco frances francesco francesca franziska françois françoise: frank fran
francis franz francisco frances francesco francesca franziska françois françoise: paco pancho franz
francis franz francisco frances francesco francesca franziska françois françoise: frankie fanny franzi
francis franz francisco frances francesco francesca franziska françois françoise: cisco curro chico
frederick friedrich frederik federico frederica friederike: fred freddy fritz fredi fredo rike
gabriel gabriela gabriele gabrielle: gabi gaby gabe
george georg georgios jorge giorgi georgiy: schorsch giorgos yorgos jörg zhora
gerald gerard gerhard gerardo: gerd gerry jerry gert
gertrud gertrude: trude trudi gerti
gregory gregor grigoriy: greg grisha
guadalupe: lupe lupita
günther gunther: günni
guillermo: memo guille
hans-peter hanspeter: hape
harold harald: harry hal
hubert hubertus: hubi
ignacio: nacho
igor: gosha
ilse: ilschen
irina: ira
ivan: vanya
jacob jakob jacopo james jakub: jake jim jimmy jamie köbi kuba
jeffrey geoffrey: jeff geoff
jennifer: jen jenny jenni
jessica: jess jessie
joachim: jochen achim jo
johannes johann john juan giovanni jonathan yohannes: hans jan jack johnny hannes
johannes johann john juan giovanni jonathan yohannes: jon jonny juanito gianni nathan
joseph josef josé giuseppe josefina josephine: joe joey sepp pepe josie beppe jo sepperl peppino jupp fina
joshua: josh
judith: judy judi
julia juliana julian julius yuliya: jule jules juli yulia
karoline: line
kenneth: ken kenny
klaus nikolaus nicholas nikolai nicolas nikolaos nicola: nick nico nicky klaus kolya nikos niki nic
konrad conrad: conny koni
konstantin constantine konstantinos: kostya costas kostas tino
larissa: lara
laurence lawrence lorenz lorenzo laura: larry laurie enzo
leonard leonardo leonhard leonid: leo lenny len lyonya
leopold: leo poldi
lydia lidia: lida
ludmila lyudmila: lyuda mila
ludwig luis louis louise luise luisa: lou lutz wiggerl lulu
magdalena magdalene: lena magda madeleine leni
małgorzata margaret margarete margarita margherita margot marguerite: maggie meg peggy greta gretel gretchen
małgorzata margaret margarete margarita margherita margot marguerite: rita marge grete
małgorzata margaret margarete margarita margherita margot marguerite: gosia daisy małgosia margie
manuel emanuel immanuel manuela: manu manolo
maria marie mariya mary mariana marianne: mia masha mitzi molly polly marija maja maryla marichen
mario: mari
martin martina: marty tina
matthew matthias mathias mateo matteo matvey: matt matze hias mat mats matti teo
maximilian maksim maxim maxime: max
melanie: mel melli
michael mikhail michele michel miguel michaela michał: mike mick micky mischa misha
michael mikhail michele michel miguel michaela michał: mikey miki micha michi mischka
mohammed muhammad mohamed: mo
monika monica: moni
natalia natalya natalie natasha: natasha nat tascha nata
nathaniel: nate nat
nikita: nik
oleksandr: sashko
oleksiy alexey aleksei: lyosha alyosha
olga: olya
oliver olivia: olli ollie oli liv
patrick patricia patrizia: pat paddy patty trish ricky
paul paula pavel pablo paolo: pauli paulchen pasha
peter pedro pietro pyotr petr: pete pit petya petja pitt
philip philipp felipe filippo: phil pip lipo
raimund raymond: ray
rafael raphael: rafi rafa raf
rebecca rebekka: becky becca
regina regine: gina
reinhard reinhold: reini
richard ricardo riccardo: rick dick rich ricky richie ritchie
robert roberto roberta robin: bob rob bobby robbie robi bert berto
roland rolf rodolfo rudolf: rudi rolli ruedi
ronald: ron ronnie
rosa rosalia rosemarie rosemary: rosi rosie romy
samuel samantha: sam sammy
sabine: bine
salvatore salvador: toto chava
sebastian sebastiano: basti wastl seb bastian
sergey sergei sergio: seryozha serge
siegfried: sigi siggi
simon simone: sim simi
sofia sophia sophie sofya: sonja sonya sofie
stefan stephan stephen steven stefano esteban: steve stevie steff steffen stef stefo
stephanie stefanie: steffi steph stef
susan susanne susana suzanne: sue susi susie suse sanne
svetlana: sveta lana
tatiana tatyana: tanya tanja
teresa theresa therese: tess resi tessa terry resl tere
theodor theodore fyodor: theo ted teddy fedya
thomas tomasz tomás tommaso: tom tommy tomek thom
timothy timotheus timofey: tim timmy timo
ursula: uschi ulla ursel
valentin valentina: vali tina valya
veronika veronica: vroni vera nika
viktor victor viktoria victoria: vic vicky vitya tori vika
vincent vincenzo vincente: vinny enzo vince chente
vladimir volodymyr: vova volodya vlad vladi
vyacheslav: slava
waltraud waltraut: traudl traudi
wilhelm william guillaume willem: bill billy will willi willy wim liam helmi
wilhelmine wilhelmina: mina minna willa helma
wolfgang: wolf wolfi
yaroslav jaroslav: slava jarek
yuri: yura
zachary: zach zac zack
zbigniew: zbyszek
александр: саша шура
"""

_SPELLED = """
kim gim
lee yi rhee li
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
mohammed muhammad mohamed mohamad muhammed mehmet mhmd
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
jon john
"""


@lru_cache(maxsize=1)
def _names() -> dict[str, frozenset[int]]:
    """The lines of the table in which a short form stands behind the colon, or a name before it."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_SHORT.strip().splitlines(), 1):
        whole, _colon, short = line.partition(":")
        names = {sound(word) for word in whole.split()}
        for word in names:
            found.setdefault(word, set()).add(number)
        for word in {sound(word) for word in short.split()} - names:
            found.setdefault(word, set()).add(-number)
    return {word: frozenset(lines) for word, lines in found.items()}


@lru_cache(maxsize=1)
def _spellings() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_SPELLED.strip().splitlines()):
        for word in line.split():
            found.setdefault(sound(word), set()).add(number)
    return {word: frozenset(lines) for word, lines in found.items()}


def is_short_for(one: str, other: str) -> bool:
    """Whether one of two names, as they sound, is short for the other."""
    mine, theirs = _names().get(one, frozenset()), _names().get(other, frozenset())
    return any(-line in theirs for line in mine)


def both_short(one: str, other: str) -> bool:
    """Whether two names, as they sound, are short for one third name: ``Ted``, ``Ned``."""
    mine, theirs = _names().get(one, frozenset()), _names().get(other, frozenset())
    return any(line < 0 and line in theirs for line in mine)


def spelled_alike(one: str, other: str) -> bool:
    """Whether two names, as they sound, are two ways to write one."""
    return not _spellings().get(one, frozenset()).isdisjoint(_spellings().get(other, frozenset()))
