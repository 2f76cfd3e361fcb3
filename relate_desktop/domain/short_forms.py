"""Given names of many languages, and what people make of each.

Names before the colon, their short forms behind it, an entry from the next by a stroke. A short form of women
stands beside names of women alone, and one of men beside those of men: a couple is not one person.
"""

SHORT_FORMS = """
alexander aleksandr alexandra aleksandra alejandro: alex sasha sascha shura / alexander aleksandr alejandro:
alec / alexander aleksandr alexandra aleksandra alejandro: sandy ale / alexander aleksandr alejandro: xander
sandro lex sander / albert alberta: bertie / albert: al bert / alfred: alf fred alfie / aloysius alois
aloisius: luis wiggerl / amanda: mandy / anastasia anastasiya: nastya stasia asya tasia / andrew andreas
andrej andrey andrzej andrea: andy andi / andrew andreas andrej andrey andrzej andrea: drew / anna annamaria
johanna susanna hannah: anni anja anya annie nan nina ania aneta hanna hanni / anthony anton antonio antonia
antoine: tony toni / anthony anton antonio antoine: toño nino / barbara: barb babs bärbel basia varya /
benjamin benedikt benedict: ben benny benni beni / bernhard bernard: bernd bernie / boris: borya / caroline
carolina karoline karolina charlotte carla: carrie caro lotte lottie charly / catherine katherine katharina
katarzyna ekaterina yekaterina caterina catalina: kate katie kathy cathy katja / catherine katherine
katharina katarzyna ekaterina yekaterina caterina catalina: katya kat käthe / catherine katherine katharina
katarzyna ekaterina yekaterina caterina catalina: kasia cati trina / charles karl carlos: charlie chuck
carlo kalle / christian christoph christopher kristoffer christoforos krzysztof cristóbal: chris kris topher
/ christian christoph christopher kristoffer christoforos krzysztof cristóbal: stoffel krzysiek cristo /
christina christine kristina krystyna cristina: chris tina chrissi kristi krysia tine / daniel daniela
danielle: dan danny dani / david: dave davy / deborah: deb debbie debby / dieter: didi / dmitry dmitri
dmitriy: dima mitya / dolores: lola loli / dorothea dorothy: dora dorle dot dorthe thea / edward eduard
edmund edgar edwin: ed eddie eddy ted ned teddy edi / eleanor eleonora helena elena olena: ellie nell nelly
lena leni helen nora lenka olya / elisabeth elizabeth elisaveta elżbieta elisabetta isabel isabella: lisa
liz beth betty / elisabeth elizabeth elisaveta elżbieta elisabetta isabel isabella: eliza bess libby lizzie
/ elisabeth elizabeth elisaveta elżbieta elisabetta isabel isabella: elsa ella liesel elli / elisabeth
elizabeth elisaveta elżbieta elisabetta isabel isabella: betsy ela isa bella sissi / emil emilia emily: emi
/ emilia emily: milly / enrico heinrich henry hendrik enrique henryk: harry hank heiner heinz rico quique
henk hal / ernst ernesto ernest: erni / eugen eugene evgeny yevgeny evgeniya yevgenia: zhenya / eugen eugene
evgeny yevgeny: gene / ferdinand fernando fernanda: fer / ferdinand fernando: nando ferdi / florian: flo /
francis franz francisco frances francesco francesca franziska françois françoise: fran / francis franz
francisco francesco françois: frank / francis franz francisco francesco françois: paco pancho franz /
francis franz francisco francesco françois: frankie / frances francesca franziska françoise: fanny franzi /
francis franz francisco francesco françois: cisco curro chico / frederick friedrich frederik federico: fred
freddy fritz fredi fredo / frederica friederike: rike / gabriel gabriela gabriele gabrielle: gabi gabe /
gabriela gabriele gabrielle: gaby / george georg georgios jorge giorgi georgiy: schorsch giorgos yorgos jörg
zhora / gerald gerard gerhard gerardo: gerd gerry jerry gert / gertrud gertrude: trude trudi gerti / gregory
gregor grigoriy: greg grisha / guadalupe: lupe lupita / günther gunther: günni / guillermo: memo guille /
hans-peter hanspeter: hape / harold harald: harry hal / hubert hubertus: hubi / ignacio: nacho / igor: gosha
/ ilse: ilschen / irina: ira / ivan: vanya / jacob jakob jacopo james jakub: jake jim jimmy jamie köbi kuba
/ jeffrey geoffrey: jeff geoff / jennifer: jen jenny jenni / jessica: jess jessie / joachim: jochen achim jo
/ johannes johann john juan giovanni jonathan yohannes: hans jan jack johnny hannes / johannes johann john
juan giovanni jonathan yohannes: jon jonny juanito gianni nathan / joseph josef josé giuseppe josefina
josephine: jo / joseph josef josé giuseppe: joe joey sepp pepe beppe sepperl peppino jupp / josefina
josephine: josie fina / joshua: josh / judith: judy judi / julia juliana julian julius yuliya: jules juli
yulia / julia juliana yuliya: jule / karoline: line / kenneth: ken kenny / klaus nikolaus nicholas nikolai
nicolas nikolaos nicola: nicky nic / klaus nikolaus nicholas nikolai nicolas nikolaos nicola: nick nico
klaus kolya nikos niki / konrad conrad: conny koni / konstantin constantine konstantinos: kostya costas
kostas tino / larissa: lara / laurence lawrence lorenz lorenzo: larry enzo / laurence laura: laurie /
leonard leonardo leonhard leonid: leo lenny len lyonya / leopold: leo poldi / lydia lidia: lida / ludmila
lyudmila: lyuda mila / ludwig luis louis louise luise luisa: lou lulu / ludwig luis louis luise: lutz
wiggerl / magdalena magdalene: magda madeleine / magdalena: lena leni / małgorzata margaret margarete
margarita margherita margot marguerite: maggie meg peggy greta gretel gretchen / małgorzata margaret
margarete margarita margherita margot marguerite: rita marge grete / małgorzata margaret margarete margarita
margherita margot marguerite: gosia daisy małgosia margie / manuel emanuel immanuel manuela: manu / manuel
emanuel immanuel: manolo / maria marie mariya mary mariana marianne: marija maja maryla marichen / maria
marie mariya mary mariana: mia masha mitzi molly polly / mario: mari / martin: marty / martina: tina /
matthew matthias mathias mateo matteo matvey: matt matze hias mat mats matti teo / maximilian maksim maxim
maxime: max / melanie: mel melli / michael mikhail michele michel miguel michaela michał: micky mischa /
michael mikhail michel miguel michał: mike mick misha / michael mikhail michele michel miguel michaela
michał: miki michi / michael mikhail michel miguel michał: mikey micha mischka / mohammed muhammad mohamed:
mo / monika monica: moni / natalia natalya natalie natasha: natasha nat tascha nata / nathaniel: nate nat /
nikita: nik / oleksandr: sashko / oleksiy alexey aleksei: lyosha alyosha / olga: olya / oliver olivia: olli
ollie oli / olivia: liv / patrick patricia patrizia: pat paddy / patrick: ricky / patricia patrizia: patty
trish / paul pavel pablo paolo: pauli paulchen pasha / peter pedro pietro pyotr petr: pete pit petya petja
pitt / philip philipp felipe filippo: phil pip lipo / raimund raymond: ray / rafael raphael: rafi rafa raf /
rebecca rebekka: becky becca / regina regine: gina / reinhard reinhold: reini / richard ricardo riccardo:
rick dick rich ricky richie ritchie / robert roberto roberta robin: robbie robi / robert roberto robin: bob
rob bobby bert berto / roland rolf rodolfo rudolf: rudi rolli ruedi / ronald: ron ronnie / rosa rosalia
rosemarie rosemary: rosi rosie romy / samuel samantha: sam sammy / sabine: bine / salvatore salvador: toto
chava / sebastian sebastiano: basti wastl seb bastian / sergey sergei sergio: seryozha serge / siegfried:
sigi siggi / simon simone: sim simi / sofia sophia sophie sofya: sonja sonya sofie / stefan stephan stephen
steven stefano esteban: steve stevie steff steffen stef stefo / stephanie stefanie: steffi steph stef /
susan susanne susana suzanne: sue susi susie suse sanne / svetlana: sveta lana / tatiana tatyana: tanya
tanja / teresa theresa therese: tess resi tessa terry resl tere / theodor theodore fyodor: theo ted teddy
fedya / thomas tomasz tomás tommaso: tom tommy tomek thom / timothy timotheus timofey: tim timmy timo /
ursula: uschi ulla ursel / valentin valentina: vali / valentina: tina valya / veronika veronica: vroni vera
nika / viktor victor viktoria victoria: vic / viktor victor: vitya / viktoria victoria: vicky tori vika /
vincent vincenzo vincente: vinny enzo vince chente / vladimir volodymyr: vova volodya vlad vladi /
vyacheslav: slava / waltraud waltraut: traudl traudi / wilhelm william guillaume willem: bill billy will
willi willy wim liam helmi / wilhelmine wilhelmina: mina minna willa helma / wolfgang: wolf wolfi / yaroslav
jaroslav: slava jarek / yuri: yura / zachary: zach zac zack / zbigniew: zbyszek / александр: саша шура /
adalbert albrecht albert: bert bertl albi / adelheid adelaide: heidi adele addie / agnieszka: aga agusia /
agustin agustín agostino: tino agus / aleksander oleksandr alexandros alexandre alessandro: sanya olek
sandro alekos xandi sacha / alejandro alejandra: ale / alejandro: jandro / alessandra alexandra alejandra
aleksandra: sandra alessa sandy xandra ola / alexis alexios: alex / alexis alexios: alekos / alfonso
alphonse alfons: fonsi alf foncho poncho / alicia alice: ali lici / álvaro alvaro: alvi varo / amadeus
amadeo: ama deo / ambros ambrosius: brosi / anastasios: tasos tassos / anastasia: natasa / andré andrea
andrea: andi dre / andreas andrés andreu andrzej: anders dries andre jędrek jedrek andi andris / ángel angel
angela angelika angelica angelina: angie angi / angela angelika angelica angelina: geli gela lina /
anneliese annelies: liesl lies anne / annemarie annamaria anna-maria: annemie mie ami / antonín anton
antonio antonius antoni antónio: tonda toň antek tonino toon ton toninho toño toni nino / antonella antonia
antonina: nella tonia toni antje tosia / apostolos: tolis lakis / arkadiusz arkady: arek arkasha / arnold
arnulf arnaud: arni arno / arthur artur arturo: art artie arturek / athanasios: thanasis nasos sakis /
august augustus augustin augusto gustav gustavo gustaf: gust gustl gus guus tavo gösta / bartholomew
bartholomäus bartolomé bartłomiej bartolomeo: bart bartek bartl tolo meo / bartosz: bartek / beatrice
beatrix beatriz: bea trixi trixie bia bice / bernadette bernardo bernhard bernarda: berni berna / bernardo
bernhard: nardo / bernadette bernarda: detta / bogdan bohdan: boguś danko / bolesław boleslaw: bolek /
brigitte brigida birgit bridget brigitta: gitte gitta biddy britta bridie gitti / burkhard burkhart: burki /
camille camilla kamila kamil: cami mille / camille camilla kamila: milla / candelaria: candela / carmen
carmela carmelo: carmi menchu mela / cäcilia cecilia cécile cecília: cilli zilli sissy ceci cilly / charles
karl carl carlos karel carlo: chip chas karli carlitos kalle karlchen lito / charlotte carlotta charlotta:
lotta lotte charly charlie lola / christian christiaan kristian cristiano: krystian kris chrisi / christine
christiane kristina krystyna christina kristin: christl kiki stine chrissie / christine kristina krystyna
christina kristin: tine stina krysia ina / christos: takis / chrysostomos: tomis / clemens clement clemente:
clem menz / concepción concepcion: concha conchita conchi / consuelo: chelo / constance constanze konstanze
constanza: connie conny stanzi tanzi coni / cornelia kornelia: conny nele nelly connie corrie nelia /
cornelis cornelius kornelius: kees cor cees neels nelis niels nils con / cristóbal cristobal: tobal /
dagmar: daggi dáša / damian damián damien: dami / danuta: danka / demetrios dimitrios dimitris demetrius:
mitsos jimmy dimitris mimis takis dimi jim / denis dionysius dionysios dionisio denise: nys denny dionysis
nionios / desiderius dezső: dezi / diego santiago jaime jacobo tiago: yago santi thiago chago diegito jimmy
/ dominik dominic dominique domenico domingo dominica: dom domi nik menico minique / dominik dominic
dominique domenico domingo: nick mimmo mingo / dorothea dorota dorothée dorothy: dorli dolly dosia dottie
dorle thea / eberhard eberhart: hardy ebi / eduardo edoardo edward eduard: lalo edu dado edik edek eddy edo
/ ekaterina yekaterina kateryna katerina: katyusha katya katia katrusya rina katka / eleftherios: lefteris /
elisabeth elizabeth élisabeth elisabet erzsébet alžběta elżbieta: lisl sisi elis lilibeth erzsi böske bözsi
bětka / elisabeth elizabeth élisabeth elisabet elżbieta isabel: lis lisbeth lisette bettina betti babette
ela els liesbeth / elisabeth elizabeth élisabeth elisabet isabel isabella: lilli lili lilly betsie eli
chabela isa bel bela izzy / emmanuel emanuele emanuel emmanouil manuel manuela emmanuelle: manu manny lele
noly / emmanuel emanuele emanuel emmanouil manuel: manos manolis manel nelo / emmerich imre: imi /
engelbert: engel bertl / ernestine ernesto ernestina: erna neto erni / ernestine ernestina: tina / esteban
stefan stephan stephanos stefanos estevan: stevo fano stipe fanis stef / esther estera ester hester: essie
hettie / eudoxia evdokia: dusya / eugenia eugénie evgenia: genia gena zhenya jenia / eusebius eusebio: sebi
/ eva evangelia evelyn evelina: evi evchen vangelitsa litsa eefje evie / evangelos: vangelis vagelis /
faustino: tino / felicitas felicity: fee feli liz flick / felix félix: feli / filomena philomena: mena filo
/ fortunato: nato / franziskus franciszek františek ferenc franjo frans franc francesc: franek fanda feri
frane frenk cesc xesc frantík / franziska franciszka františka françoise francisca: franni franzi fanni
fanny paquita sisi fran franka ciska / francisco francesco francesc françois francis: kiko quico paquito
franco ciccio franchino chiquinho chico frankie / gabriel gabriele gábor gabriella: gabo gabe gábi rielle
lele gabri / gaspar kaspar caspar jasper: kasper cas kasi / genevieve geneviève genoveva: gen eve vevi
ginette viva / georg georges george jorge jiří jerzy györgy jurij giorgio: jurek jirka gyuri georgie gjorgj
goran joris / georg georges george jorge georgios: görg jürgen schorsch coque yiorgos koke gigi jörg geordie
/ gerardo gérard gerard gerrit gerhard gerardus: gerd gé gerry geert gerri lalo gert / gertrud gertrude
gertruda: traudl gertie trudy truus trudl gerda trui / gilbert gilberto: gil bert beto gilles / gisela
giselle: gisi gila / giovanni giovanna johanna joanna: giò gio / giovanni: gianni nanni vanni / giovanna
johanna joanna: asia joasia / gottfried godfrey: friedl gotti / graciela grazia graziella: chela grazi /
gregor gregorio gregory grzegorz grigorios grigory grégoire: goyo grzesiek grześ grigoris greg gori goio /
guglielmo guillermo guillaume wilhelm william: memmo guille guillem wim wil willy / guido: guidi / guiseppe
giuseppe giuseppina: beppino geppetto pinuccia pina giusi giusy / guiseppe giuseppe: pino peppe pippo
peppino / hans-joachim hansjoachim hans-jürgen hansjürgen johann-joachim: hajo hajü hans jochen / hans-georg
hansgeorg: hage / harald harold haroldo: harri harry hal / hedwig jadwiga: hedi hedy jadzia wiggi / heinrich
hendrik hendrika hendrikus henryk henri jindřich enrico: hein rik hinnerk heini jindra / heinrich hendrik
hendrikus henryk henri jindřich enrico: henk rick / hendrika: riek henny / helena helene hélène elena ilona
helen: leni lenchen leena hella ilka ilonka leny nel nell lena nelly / henrietta henriette henriëtta
enriqueta: hetty jette ettie hettie queta etta riet / herbert heriberto heribert: herb bert beto herbie
bertl / hermann armand herman armando: mandi harm hermi mando herm menno / hermenegildo: gildo / hieronymus
jerome jérôme gerónimo geronimo jeroným: ronny jerry jeroen momo / hildegard hildegarde: hilde hilda hildi
gard / hipolito hipólito: polo / hubert hubertus humberto umberto: hub bert beto berto bertus huub / hugo
hugues: hugh huw / ignatius ignacy ignaz ignasi ignacio iñaki: naz naze iggy nas igor nando ignas inaki
natxo / ilija elias ilias elijah eliáš: ilja eli lias elie / immaculada inmaculada immacolata: inma imma
macu / inés agnes agnieszka ines agnès: neza nes nesa agi aggie / ingeborg ingrid: inge inga ingi / ioannis
yannis johannes: giannis yiannis janni yanni john / ippokratis: pakis / isidor isidro isidoro: chidro dori
sidro / iván ivan john: vanja ivo ivica vanko vano / jacek hyacinth: jacuś / jacobus jakob jacques jaap
jakub jacob: jaap sjaak jack jacky coos koos ko kobus kuba kubo / jacqueline: jackie jacky line jacqui / jan
johan johannes ioan ján joannes: hannes jannik han jannes janek jasiu jasiek jenda honzík honza jano jenő
ion / jan johan johannes johann joannes johnathan juan john: joop jo jos johan henne hansi hansel jens jean
jovan ivan / januarius gennaro: gennarino rino / jarosław jaroslav jaromír: jarek jára jardo jary / javier
xavier xaver saverio: javi xavi xavier veri savi xaverl / jelena yelena olena: lena lenka jela lenochka /
jeremiah jeremy jérémie jeremias: jerry jem remi jez jemmy / jesús jesus: chus chuy suso / joachim joaquín
joaquim gioacchino: jo jochen achim quim kim quin joaco quino chino / johanna joanna joanne juana jeanne
giovanna: hanne hannie jo joasia asia jone nana hannchen vanna janna anneke / jolanda yolanda jolanta: jola
yoli landa / josé josep joseph giuseppe jozef józef jožef yosef: zé zezinho pepito pepe pep chepe juzek
józek jos zef / josé joseph josef jozef josip jožef yosef joão: josip joža jože jožka pepa pepík seppi sef
jef joop josse zeca / josé-maria josémaría josé-maría: chema josema txema pepemari / maría-josé mariajosé
maria-josé: majo pepa mariajo marijo cote coté / maría-teresa mariateresa marie-thérèse: maite marité mayte
/ maría-isabel mariaisabel: maribel marisa isa / maría-luisa marialuisa marie-louise marieluise: marisa
marilou malou marlis malu / maría-carmen: mamen maricarmen / maría-dolores: malole lola loli / joão joao
joana: jota jonas / joão joao: joãozinho / juliette juliet giulietta julieta: juju jule giulia / julius
jules julio giulio yuliy gyula: julek yulik / gyula: jule / karl-heinz karlheinz: kalle heinz charly kalli /
kasimir kazimierz: kazik kazek kazi / katarina katarzyna katherine catherine caterina catharina catalina
kathleen: cate cathie kathe trine trijntje kitty / katarina katharina catherine katherine kathrin katrin
katalin catharina: kati käthchen kata katka kai toos / katarina katharina catherine katherine kathrin katrin
catharina: kathi / kajetan gaetano cayetano: tano kaj nino / klara clara claire: clärchen clarita klärchen
klari / klaudia claudia claudine claude claudio: claudi dia klaudi claudinho / konrad conrad corrado konrád:
koni curt kurt conny radek cord / konstantin konstantinos constantin constantine costantino konstanty: gus
kostis dinos kostja kostek stan tino kosta / kornel cornel: korni / krystian christian: krycha kris /
krzysztof christopher christophe christoffer: krzyś kit kryś stoffer christo / kunigunde cunegonde: gundi
kuni gunda kinga / kyriakos dominikos: kyros / ladislaus ladislav władysław lászló wladislaw: laci władek
ladi lacko lada laďa / lambert lamberto lambertus: bert bertus / leocadia: cadi / leokadia: lodzia /
leonhard leonard leonardo lenard: lenz leon nardo hartl lenni / leonor leonore eleonore eleonora leonora:
nora lore ele norina lori ellinor / leopold leopoldo: poldl poldo leo / libor: liborek / liselotte
lieselotte: lilo lotte lise / lorenz laurenz lorenzo laurent lawrence lars wawrzyniec laurentius: lenz lars
lasse enzo renzo laz lorin loris laurie / lourdes: lulu lurdes / lubomír lubomir: luboš luba / lucas lukas
luca luc łukasz lucian luciano: luke luki luk łukaszek luchino chano / lucia lucy luzia lucie lucía łucja:
lulu zia luzi chía / ludwig ludvík luigi luis louis lluís lodewijk ludovico ludovic: gigi gino luigino ludo
lojza lewis viko lode lowie / luisa luise louise lluïsa luiza: lulu isa luisella loes lou gina / lutgard
luitgard: lut luti / madeleine magdalena madalena magdaléna magdolna: madi maddie madlen leni magdi lenka
majda madzia malena nena / manfred manfredo: manni manne fred freddy / marcel marceli marcello marcellus
marcelo: marci celo cello marce / marcus markus marco marcos marek marc márk: mark marcuccio marki mack
marky / margarethe margareta margaret marguerite margarita margriet małgorzata: gretl gretchen gritt griet
gré gitta rita / margarethe margareta margaret marguerite margarita margriet małgorzata markéta: madge margo
daisy gréta meta mette / margarethe margareta margaret marguerite margarita margit marghareta: marga gesche
maisie mags mai greet margaux / maria mary marie mariam miriam maría mariya marija mária: mici maricka
mariechen marusya mariska mimi may minnie / maria mary marie mariam maría mariya marija maryam: maruška
maruja mariquita mari maus mie riet maike manya meryem / mariano marianus: nano marian / mariusz marius
mario: mariuszek mayo / martha marta marthe: marti mattie patty / martin martino martín marcin: martl tinus
marten maarten tin tino marcinek martinho / mateusz matthäus matthew mattheus matthieu matteo mateo mats:
mati matys matěj mathis hiasl matt thies thijs tew / matthias mathias matías matyáš maciej mattias mátyás:
maciek hias hiasl matti mati thies matyi maty macko / mathilde matilda matylda matilde: hilde maud mati
mattie tilde / mathilde matilda matylda: tilda tilly / maurice moritz mauricio maurizio maurits: mo mori
mauri mau riccio mauro momo / maximilian maximiliano massimiliano massimo máximo: maxi massi max maxl milo
maks / mechthild mathild: mechtel hilde thilde / melchior: melk / mercedes: merche mercè meche / michael
michail michaël michał mihály mihai michele miguel mikael: michl misi misko miki michałek misza miško /
michael michail michaël michał mihály mihai miguel mikael: mick / michael michail michaël mikhail mikael
michiel: mihai mišo mitch mikko mischka michel mikel giel chiel mickey mige / milan miloslav miloš: mila
milda milouš / miroslav mirosław miroslava: miro / miroslav mirosław: mirek míra slávek / miroslava: mirka /
montserrat: montse / nadezhda nadeschda naděžda nadia: nadya nadja naďa / napoleon: polo / natalia natalie
nathalie natália: natalka nati natta talia nathi tasha / nepomuk johann-nepomuk: muck nepo muk / nicola
nicolò nicoletta nicole nicolás nicolaas: nicoló nic / nicola nicolò nicolás nicolaas: nick nico niko niki /
nicola nicoletta nicole: coletta colette / niklas niklaus nicholas nikolaus nicolas mikuláš mikołaj mykola
mikael: claus mikołajek nils niels / niklas niklaus nicholas nikolaus nicolas mikuláš mikołaj mikael: klaas
klaus / nikolaos nikolaus nicholas mikołaj miklós nikolay nicolae: miki miko nikolaj nikolai kolja kolya
niki / norbert norberto: nobby norbi beto bert / oktavian octavio ottavio: tavi tavo / olexiy alexei alexey
aleksej oleksii alexis: aljoscha ljoscha lesha lyosha alyosha lekha ljosha alex oleksa / oswald osvaldo
oswaldo: ossi valdo ozzie waldo / ottilie odile ottilia: tilly tilla otti / otto ottmar otmar: otti /
pankraz pankratius: graz / paraskevi: voula vivi evi / pasquale pascual pascal pascale: lino lillo cali /
patricia patrizia patrick patrik patricio: patrizio pati / patrick patrik patricio: pato / patricia
patrizia: patsy tricia trish patti / paul paulus pál pavel pawel paweł pablo: pali pavlík pawełek paulchen
pauwel pol pablito pauly / paula paulina pauline paulette paola: paulinka pauli lina lini polly / penelope
pinelopi: penny nelly poppy popi / peter petrus pierre pedro pietro piotr petros pieter péter petar: piet
piero peti petko piotrek pero perico pierrot / peter petrus pierre pedro pietro petros pieter petri: pelle
per peer peder petteri peeter petey pedrito peko / philipp phillip philippe filippos felipe: filip flip
lippo fips pippo philippos pino feli / piedad: pía / pilar: pili piluca / ramón ramon raimundo raymond
raimondo: moncho ray mundo mon / ramona: mona / rainer reiner reinier: rainy rene / raphael rafael rafał
raffaele raffaello: raffi rafi lello rafałek rafa fele / rebecca rebekka rebeca: bex becky becks beck becci
reba / reinhard reinhold reinhardt rainhard reinhart: reini hardy holdi renard / renata renate renée rené:
reni nata renny / renata renate renée: natty / rosamund rosina rosario rosalie rosalba rosalinde: charo
rosel linda rosetta sina / rosamund rosina rosario rosalie rosalba rosalinde: rosi / ricardo richard
riccardo rikard ryszard: cardo richi rysiek ryszek ricki rico riky rik / rodrigo roderich roderick: rodri
rod rigo roddy rory / rolando roland orlando: lando rolli rolf / romuald romualdo: aldo romek waldi / rudolf
rodolfo rudolph rodolphe: rudl fito rolf dolf rudy dolfi rolfi / rosmarie rosemarie rosamaria: rosmi romy
rosi marie / rupert ruprecht: rupi bert / salvatore salvador: totò totuccio salvo turi sal salva chava tore
/ samuel samuele samuil: muel samu lele / sándor alexander: sanyi / sebastian sebastián sébastien
sebastiano: wast basti bastiaan bas seba bastien basty iano / seraphin serafino: fino / serafina: fina /
severin severino: rino sev / siegfried sigfried sigmund sigismund zygmunt: sigi zyga siggi friedl sig mund /
siegrid sigrid: siri sigi / silvester sylvester silvestre: silvi sly vester / silvia sylvia sylvie silvana:
silvi vana silvie sylwia / simeon szymon simon simão shimon: szymek simi shimi semyon sem simó / socorro:
coco / sofia sophia zofia sophie žofie sofija: zosia zocha fie fieke sosie žofka soph fia / solomon salomon
salomo: sol solly sal / stanislaus stanislav stanisław stanislao: staszek stan stachu standa stano slava
stasiek lao / stephania stefania stefanie stephanie štěpánka: stefa fania fanny stevie phanie nie štěpka /
sumner sunniva: sunny / suzanna zuzana susana zsuzsanna zuzanna suzanne: zuza zuzka zsuzsi suse suzy sanna
zuzia susy zuzi zanna / sven svend svenja: svenni / tadeusz thaddäus thaddeus tadeo: tadek teddy tadzio
thaddy tad / tatiana tatjana tatyana tetiana: tania tanja tatjanka / teofil theophil theofilos teófilo: theo
filek filo / terence terrence terenz: terry / teresa theresia theresa thérèse terezie terézia teréz: terka
rezi rezka thesi teri treza resel trees teresita tesse / theodor theodoros teodoro fyodor fedor theodore
todor teodor: thodoris doros fedja toshko ted teo doro fjodor tedi / theodora teodora feodora: dora doris
thea tea / thorsten torsten: totti thore / tiburtius tibor: tibi / timotej timofey timotheus timothée
timoteo: tima timo timothé timko teo / tomáš tomas thomas tommaso tamás tuomas toomas: tom tomas tomi tommo
masino tamas maas tomko tomašek thom tam / trinidad: trini / ulrich ulrike udalrich ulrika ulrico: uli ulli
ueli ully / ulrich udalrich ulrico: rico / ulrike ulrika: rike ulla / urbán urban: urbi / václav wenzel
waclaw wacław venceslao: vašek wacek venca vena / valentin valentino valentín walenty: valti velten vali
tino walek vale / valeria valerie valeriy valéry valerio: val vallie leri valera walera lerchen / vasily
wassili vasilij vasilios vasyl basilius basil: vasya wasja vassilis vasilis wasil bill baz vasil / veronika
véronique veronica weronika: ronnie roni wera vroni vera ronja nika / viktoria wiktoria victoria vittoria:
toria vivi tora wika toyah vicki tory / viktor victor vittorio wiktor víctor: vik vito torio wiktorek vitya
toño / vilém vilmos wilhelm willem guillermo: vili vilík willi / vincent vinzenz vicente vincenzo čeněk
vincenz: vinz zenz cenzi enzo centi vinci chente / violeta violetta: vio letta / virgil virgilio: gil gilio
/ virginia virginie: ginny ginger gina virgie / vitus veit: vito / vladimir vladimír wladimir włodzimierz
volodymyr waldemar: vlado vláďa włodek wowa vovka waldi dima waldek walja / vojtěch adalbert: vojta béla /
wojciech: wojtek wojtuś / walburga walpurga: burgi wally burga / walter walther gualtiero gualterio: walt
wally wat walti gualti / waltraud waltraut: wally trautl / wenceslaus wenzeslaus: wenz / werner wernher:
wern / wilfried wilfred wilfrid: willi fred freddy wilf friedel / wilhelmina wilhelmine guglielmina: mien
mientje willy minnie billie / winfried winfrid: winni fred / wolfram wolfhard wolfgang: wolf wolferl wölfi /
xenia ksenia kseniya oxana: ksyusha xeni oksana / yevgeny evgenii evgenij ievgen yevhen: zhenia jenya
jewgenij / yekaterina ekaterina: katjuscha katyushka kate / yuri juri jurij yuriy iurii: yurik jura yurka /
zacharias zachariah zacharie: zach zacky hary zak / zdeněk zdenek zdenko: zdeno / zdzisław zdzislaw: zdzich
zdzisiek / zsigmond: zsiga / abdallah abdullah abdulla: abdou abdu / abdulrahman abdurrahman abderrahmane:
abdo rahman abdou / abraham avraham ibrahim abram ebrahim: bram abe avi braham ibra braam abi ibro / aharon
aaron haroun: ari ron roni / benjamin binyamin benyamin: benji bibi benno benja / daniyar danylo daniil
danil: danya / dawid david dávid davide dawud: daf dawidek dado daud dovi dudu / eliezer elazar lazar: eli
lazi / gabriela gavriel gavriil: gavi gavrik / yitzhak isaac isaak itzhak ishaq: ike itzik izzy zak /
jehoshua joshua jeshua josua: josh shuki yoshi / jonathan yonatan jonatan: jonny yoni jon nathan natan joni
/ menachem mendel: mendy / mohammed muhammad mehmet mohamed mohammad mahomet: memo hamo momo mido hamada moe
hamid / moses moshe mose musa mosche: moische mo moishe moe / mustafa moustafa mostafa: mus mousse mosta
musti / natanael nathanael nathaniel nataniel: natan nati nathan / rachel rahel raquel rachele: rae shelly
rachi / shlomo salomon: momo / süleyman suleiman soliman sulejman: sülo suli / tobias tobiáš tobia tobiasz:
tobi toby tobe / yaakov jacob yakov: kobi koby yasha yankel / yehuda judah juda: yudi / yosef josef youssef:
yossi sefi / zvi hirsch: zvika / abigail abigaïl: abby abbie gail / adelaide adeline adelina: addie ada
della lina / amelia amalia amalie amélie: millie amy mali mela amely / amelia amalia amélie: mia / annabel
annabelle anabel: anna bella belle / antoinette antonietta: toni netty nettie toinette / archibald: archie
baldie / arabella: bella ara / augusta auguste: gusti gussie / bertrand bertram bertran: bert trand /
beverly beverley: bev / bradley bradford: brad / calvin: cal / cameron: cam / cassandra kassandra: cass
cassie sandra / chester: chet / clifford clifton: cliff / clinton: clint / cynthia: cindy cyn / desmond: des
/ donald donaldo: don donny donnie / douglas: doug dougie / dwight: ike / emmeline emmelina: emmy / eugene
eugène: gene huge / fergus ferguson: fergie gus / florence florentina florentine fiorenza: flo flossie
florrie renza / florence florentina fiorenza: tina / genevieve: ginny / geraldine geraldina: gerry dina geri
/ gilbert gilroy: gil / gwendolyn gwendoline gwenllian: gwen wendy / harriet harriette: hattie harri etta /
herschel: hersh / horace horatio: race / howard: howie / hugh: hughie hughey / imogen imogene: immy /
imogene: gene / isaac: zac / jacinta jacinto: chinto cinta jaci / janet jane janice: jan jenny janie /
josephine josefine josefa giuseppina: josie fina fine jo pepi sefa finchen finni jozefka pepita / kathleen
cathleen: kathy kath kay / kimberly kimberley: kim kimmy / leroy: lee / leslie lesley: les / lillian lilian
liliane: lil lilly lili / lincoln: linc / linda belinda melinda rosalinda: lin lindy / lorraine: lori rain /
louella: lou / mabel: may / marcia marsha: marcy / marjorie margery: marge margie / maureen: mo / maxine:
max maxi / melissa: missy mel lissa / melvin: mel / millicent: millie / milton: milt / mitchell: mitch /
mildred: millie / montgomery montague: monty / mortimer morton: mort morty / nancy anne agnes: nan / nigel:
nige / pamela: pam / percival: percy / philippa filipa filippa: pippa pip flip pippi / phyllis: phyl /
priscilla: prissy cilla / prudence: prue / ronald reginald ronaldo: reg reggie ron naldo / rosalind rosalyn:
roz ros / roxane roxanne roxana: roxy / russell: russ rusty / sheila cecilia: shell / sheldon: shelly /
sidney sydney: sid syd / solange: sol / spencer: spence / stanley: stan / stuart stewart: stu stew /
sylvester: sly / tabitha: tabby / thelma: tel / tiffany: tiff / tracey theresa: trace / vivian vivien
vivienne: viv vivi / wallace: wally / wendell: dell / winifred: winnie freda fred / winston: win winnie
"""
