"""German for quick capture."""

from relate_desktop.domain.capture_words import (
    Language,
    Part,
    Phrases,
    Shape,
    Side,
    TimeWords,
    Unit,
    What,
    When,
    folded,
    folded_keys,
    numbered,
    phrases,
    same,
)
from relate_desktop.domain.interaction import Direction, InteractionKind

_CALL, _MEETING = InteractionKind.CALL, InteractionKind.MEETING
_MESSAGE, _MAIL, _OTHER = InteractionKind.MESSAGE, InteractionKind.MAIL, InteractionKind.OTHER
_THEIRS, _BOTH = Direction.THEIRS, Direction.BOTH

_MET = What(_MEETING, _BOTH, mutual=True)
_PHONED = What(_CALL, _BOTH, mutual=True)
_TALKED = What(_OTHER, _BOTH, mutual=True)
_CAME = What(_MEETING, _THEIRS, comes=True)
_VISITED, _CALLED, _WROTE, _MAILED = What(_MEETING), What(_CALL), What(_MESSAGE), What(_MAIL)
_SENT = What(_MESSAGE, carries=True)

_TIMES = TimeWords(
    numbers=numbered(
        "ein eine einen einem einer eins; zwei zwo beiden; drei; vier; fünf; sechs; sieben; acht; neun; "
        "zehn; elf; zwölf",
        start=1,
    )
    | folded_keys({"fünfzehn": 15, "zwanzig": 20, "dreißig": 30, "vierzig": 40}),
    units=folded_keys(
        {
            **same(Unit.MINUTE, "m; min; minute; minuten"),
            **same(Unit.HOUR, "h; std; stunde; stunden"),
            **same(Unit.DAY, "tag; tage; tagen"),
            **same(Unit.WEEK, "w; woche; wochen"),
            **same(Unit.MONTH, "monat; monate; monaten"),
            **same(Unit.YEAR, "jahr; jahre; jahren"),
        }
    ),
    weekdays=numbered(
        "montag mo; dienstag di; mittwoch mi; donnerstag do; freitag fr; samstag sonnabend sa; sonntag so",
        start=0,
    ),
    months=numbered(
        "januar jänner jan; februar feb; märz mär; april apr; mai; juni jun; juli jul; august aug; "
        "september sept sep; oktober okt; november nov; dezember dez",
        start=1,
    ),
    ordinals=numbered(
        "ersten erster erste; zweiten zweiter; dritten dritter; vierten vierter",
        start=1,
    )
    | folded_keys({"letzten": -1, "letzter": -1}),
    parts=folded_keys(
        {
            **same(Part.MORNING, "früh; morgen; vormittag; morgens"),
            **same(Part.NOON, "mittag; mittags"),
            **same(Part.AFTERNOON, "nachmittag; nachmittags"),
            **same(Part.EVENING, "abend; abends; nacht"),
        }
    ),
    patterns={
        **same(When(Shape.DAY), "heute; vorhin; eben; gerade eben; heute {part}"),
        **same(When(Shape.DAY, days=-1), "gestern; gestern {part}"),
        **same(When(Shape.DAY, days=-2), "vorgestern"),
        **same(When(Shape.DAY, days=1), "morgen; morgen {part}"),
        **same(When(Shape.DAY, days=2), "übermorgen; übermorgen {part}"),
        **same(When(Shape.AWAY, side=Side.PAST), "vor {n} {unit}"),
        **same(When(Shape.AWAY, side=Side.PAST, n=3), "vor ein paar {unit}"),
        **same(When(Shape.AWAY, side=Side.FUTURE), "in {n} {unit}"),
        **same(When(Shape.AWAY, side=Side.FUTURE, n=30, unit=Unit.MINUTE), "in einer halben stunde"),
        **same(When(Shape.WEEKDAY), "{weekday}; {weekday} {part}; diesen {weekday}; kommenden {weekday}"),
        **same(When(Shape.WEEKDAY, side=Side.PAST), "letzten {weekday}; vergangenen {weekday}"),
        **same(When(Shape.WEEKDAY, side=Side.FUTURE), "nächsten {weekday}"),
        **same(
            When(Shape.DATE),
            "{ordinal} {month}; {ordinal} {month} {year}; {weekday}, {ordinal} {month}; den {ordinal} "
            "{month}; {iso}; {date}",
        ),
        **same(When(Shape.DATE, day=25, month=12), "weihnachten"),
        **same(When(Shape.DATE, day=24, month=12), "heiligabend; an heiligabend"),
        **same(When(Shape.DATE, day=31, month=12), "silvester; an silvester"),
        **same(When(Shape.DATE, day=1, month=1), "neujahr"),
        **same(When(Shape.DATE, day=6, month=12), "nikolaus"),
        **same(When(Shape.DAY_OF_MONTH), "am {ordinal}"),
        **same(
            When(Shape.DAY_OF_MONTH, due_only=True),
            "zum {ordinal}; bis {ordinal}; bis zum {ordinal}; bis am {ordinal}",
        ),
        **same(When(Shape.DAY_OF_MONTH, due_only=True, before=True), "vor dem {ordinal}"),
        **same(
            When(Shape.VAGUE),
            "im {month}; letzten {month}; nächsten {month}; bis {month}; ende {month}; anfang {month}; "
            "mitte {month}; bis ende {month}; bis mitte {month}; bis anfang {month}; seit {month}; diese "
            "woche; diesen monat; dieses jahr; im frühjahr; im frühling; im sommer; im herbst; im "
            "winter; ostern; an ostern; zu ostern; vor ostern; nach ostern; pfingsten; neulich; "
            "kürzlich; übers wochenende; über weihnachten; im neuen jahr; unter der woche; in den ferien",
        ),
        **same(When(Shape.WEEK, side=Side.PAST), "letzte woche; vorige woche"),
        **same(When(Shape.WEEK, side=Side.FUTURE), "nächste woche; kommende woche"),
        **same(When(Shape.MONTH, side=Side.PAST), "letzten monat"),
        **same(When(Shape.MONTH, side=Side.FUTURE), "nächsten monat"),
        **same(When(Shape.AWAY, side=Side.PAST, n=1, unit=Unit.YEAR), "letztes jahr"),
        **same(When(Shape.AWAY, side=Side.FUTURE, n=1, unit=Unit.YEAR), "nächstes jahr"),
        **same(When(Shape.WEEKEND), "am wochenende; dieses wochenende"),
        **same(When(Shape.WEEKEND, side=Side.PAST), "letztes wochenende"),
        **same(When(Shape.MONTH_END), "ende des monats; am monatsende; zum monatsende"),
        **same(When(Shape.WEEKDAY, weekday=4), "ende der woche"),
        **same(
            When(Shape.TIME),
            "um {clock}; {clock}; {clock} uhr; um {clock} uhr; um {hour}; um {hour} uhr; um {hour} uhr "
            "{minute}; {hour} uhr; {hour} uhr {minute}; ab {hour} uhr; gegen {hour} uhr; gegen {hour}; "
            "gegen {clock}; gegen {clock} uhr; so um {hour}; ca {hour} uhr; kurz nach {hour}; kurz vor "
            "{hour}; am {part}; am späten {part}; am frühen {part}",
        ),
        **same(When(Shape.TIME, minutes_added=-30), "halb {hour}; um halb {hour}"),
        **same(When(Shape.TIME, minutes_added=15), "um viertel nach {hour}"),
        **same(When(Shape.TIME, minutes_added=-15), "um viertel vor {hour}"),
        **same(When(Shape.TIME, hour=12, explicit_hour=True), "mittags"),
        **same(When(Shape.TIME, part=Part.EVENING), "abends"),
        **same(
            When(Shape.ROOM),
            "wenn luft ist; wenn zeit ist; wenn platz ist; wenn ich zeit habe; irgendwann; bei gelegenheit",
        ),
        **same(When(Shape.EVERY, unit=Unit.DAY), "täglich"),
        **same(When(Shape.EVERY, unit=Unit.WEEK), "wöchentlich"),
        **same(When(Shape.EVERY, unit=Unit.MONTH), "monatlich"),
        **same(When(Shape.EVERY, unit=Unit.YEAR), "jährlich"),
        **same(
            When(Shape.EVERY),
            "jeden {unit}; jede {unit}; jedes {unit}; alle {n} {unit}; jeden {weekday}; jeden {weekday} "
            "{part}; jeden {part}; jeden {nth} {weekday} im monat; an jedem {nth} {weekday} im monat; am "
            "{nth} {weekday} im monat; an jedem {nth} des monats; jeden {nth} des monats; am {nth} des "
            "monats; am {nth} jedes monats; am {nth} jeden monats; zum {nth} des monats; jeden {ordinal} "
            "des monats; am {ordinal} jedes monats; am {ordinal} jeden monats; an jedem {ordinal} des "
            "monats; jeden monat am {ordinal}; jedes jahr am {ordinal} {month}",
        ),
        **same(When(Shape.EVERY, n=3, unit=Unit.MONTH), "jedes quartal"),
        **same(When(Shape.EVERY, n=2), "jede zweite {unit}; jeden zweiten {unit}; jeden zweiten {weekday}"),
        **same(When(Shape.EVERY, after_done=True), "{n} {unit} nach dem erledigen"),
        **same(When(Shape.EVERY, days=1), "jeden werktag; jeden arbeitstag"),
    },
    prefixes={
        **same(When(Shape.DAY), "am"),
        **same(When(Shape.DAY, due_only=True), "ab; seit; bis; bis zum; bis am; für; zum"),
        **same(When(Shape.DAY, due_only=True, before=True), "vor; vor dem"),
    },
    lengths={
        **same(30, "halbe stunde; eine halbe stunde; halbe std"),
        **same(45, "dreiviertel stunde; eine dreiviertel stunde"),
        **same(15, "viertelstunde; eine viertelstunde"),
        **same(90, "eineinhalb stunden; anderthalb stunden"),
    },
    length_prefixes=folded("fast knapp gut ca etwa rund ungefähr circa über"),
    dot_ordinals=True,
    risky=folded("mo di mi do fr sa so mar"),
    every=folded("jeden jede jedes jedem alle"),
)

GERMAN = Language(
    code="de",
    times=_TIMES,
    past=Phrases(
        {
            **same(_CALLED, "angerufen; zurückgerufen; angeklingelt; durchgeklingelt; angefunkt"),
            **same(_PHONED, "telefoniert"),
            **same(_MAILED, "gemailt; zurückgemailt; angemailt"),
            **same(
                _SENT,
                "geschrieben; geschickt; gesendet; zugeschickt; weitergeleitet; zukommen lassen; übermittelt",
            ),
            **same(
                _WROTE,
                "zurückgeschrieben; geantwortet; gesimst; getextet; gemeldet; auf die mailbox "
                "gesprochen; angeschrieben; gewhatsappt; beantwortet; angefragt",
            ),
            **same(What(_OTHER, _BOTH, carries=True), "gehabt; gemacht; getrunken"),
            **same(What(_OTHER, _THEIRS, carries=True), "bekommen; erhalten"),
            **same(What(_OTHER, carries=True), "hinterlassen"),
            **same(
                _MET,
                "mittag gegessen; zu mittag gegessen; zu abend gegessen; essen gegangen; spazieren "
                "gegangen; getroffen; gesehen; gezoomt; geskypt; gefacetimed; gefacetimt; begegnet; "
                "wiedergesehen; zusammengesessen; zusammengesetzt; verbracht; unterwegs; gewandert; "
                "gefeiert; gefrühstückt; einen trinken gegangen; was trinken gegangen; etwas trinken "
                "gegangen; im kino gewesen",
            ),
            **same(What(_MESSAGE, _THEIRS), "gehört"),
            **same(
                What(_MEETING, carries=False), "vorbeigeschaut; vorbeigefahren; vorbeigegangen; reingeschaut"
            ),
            **same(_VISITED, "besucht"),
            **same(_CAME, "vorbeigekommen; vorbeigebracht; rübergekommen; reingeschneit; aufgetaucht"),
            **same(
                _TALKED,
                "gesprochen; geredet; gequatscht; geplaudert; unterhalten; ausgetauscht; abgestimmt; "
                "geratscht; besprochen; durchgesprochen; durchgegangen",
            ),
        }
    ),
    nouns=Phrases(
        {
            **same(_CALLED, "telefonat; anruf; anruf bei; call; telefon; am telefon"),
            **same(_TALKED, "gespräch; chat"),
            **same(What(_MEETING, comes=True), "zu besuch"),
            **same(
                _MET,
                "tee; treffen; brunch; workshop; sitzung; austausch; vorstellungsgespräch; "
                "bewerbungsgespräch; zoom-call; skype-call; wanderung; ausflug; radtour; kino; picknick; "
                "grillen; feierabendbier; kaffeetrinken; kuchen; pizza; treffe; treffe mich; interview; "
                "stammtisch; termin; besprechung; meeting; kaffee; mittagessen; abendessen; frühstück; "
                "lunch; essen; bier; wein; spaziergang; videocall; video-call; videokonferenz; zoom; "
                "skype",
            ),
            **same(_MAILED, "mail; e-mail; email"),
            **same(
                _WROTE,
                "nachricht; antwort; rückmeldung; sms; brief; postkarte; sprachnachricht; dm; whatsapp; "
                "signal; telegram; imessage; threema",
            ),
            **same(_VISITED, "besuch"),
        }
    ),
    todo=folded(
        "anrufen anzurufen zurückrufen zurückzurufen schreiben mailen schicken senden fragen treffen "
        "einladen danken gratulieren bezahlen zahlen bestellen kaufen bringen zurückgeben zeigen geben "
        "leihen erzählen sagen vorstellen antworten besuchen vorbereiten unterschreiben erneuern "
        "nachhaken nachfassen nachfragen erinnern reservieren buchen abholen klären prüfen planen "
        "absagen zusagen bestätigen drucken liefern machen stellen melden versuchen entscheiden besorgen "
        "korrigieren abgeben gießen"
    ),
    to_people=folded("anrufen anzurufen zurückrufen zurückzurufen treffen besuchen einladen"),
    contacting=folded(
        "anrufen anzurufen zurückrufen zurückzurufen rufen schreiben mailen fragen nachfragen nachhaken "
        "melden antworten treffen sehen sprechen reden danken gratulieren notiz"
    ),
    imperatives=folded(
        "ruf schreib schick frag sag bring gib zeig kauf bestell zahl hol klär prüf lad erzähl "
        "gratulier triff"
    ),
    follow_ups=phrases(
        "nachhaken; nachfassen; nachfragen; nochmal versuchen; noch mal versuchen; wieder versuchen; "
        "wieder melden; dranbleiben"
    ),
    split_past={
        **dict.fromkeys(folded("rief"), (folded("an zurück"), _CALLED)),
        **dict.fromkeys(folded("schrieb mailte"), (frozenset(), _WROTE)),
        **dict.fromkeys(folded("kam kamen"), (folded("vorbei"), _CAME)),
        **dict.fromkeys(folded("war waren"), (folded("da hier"), _CAME)),
        **dict.fromkeys(folded("schaute schauten"), (folded("vorbei rein"), _CAME)),
        **dict.fromkeys(folded("meldete"), (folded("sich"), What(_MESSAGE, _THEIRS, comes=True))),
        **dict.fromkeys(folded("besuchte"), (frozenset(), _VISITED)),
        **dict.fromkeys(folded("traf trafen"), (frozenset(), _MET)),
    },
    channels=Phrases(
        {
            **same(_CALL, "am telefon; telefonisch"),
            **same(_MAIL, "per mail; per e-mail"),
            **same(
                _MESSAGE,
                "per whatsapp; über whatsapp; per signal; über signal; per sms; auf linkedin; auf slack; "
                "über slack; auf instagram; über instagram; auf facebook; auf whatsapp; auf signal; im "
                "messenger; auf discord; per dm",
            ),
            **same(_MEETING, "per zoom; auf zoom; über teams; persönlich"),
        }
    ),
    attempts=phrases("versucht; versuche; probiert"),
    fillers=folded(
        "kurz lange ganz gerade eben schnell ein eine einen war waren bin habe hab haben habt hatte "
        "schönes schöner netter nettes gutes ausführlich nochmal noch wieder wir"
    ),
    says=folded("sagt sagte meint meinte fragt fragte erzählt erzählte gesagt gemeint erwähnt"),
    needs=phrases("brauche; brauchen"),
    remind_verbs=folded("erinnern"),
    none=folded("kein keine keinen"),
    particles=folded("zurück"),
    first_person=folded("ich wir"),
    to_me=folded("mich mir uns sich"),
    they=folded("sie er ihr ihm ihn"),
    they_all=folded("ihnen"),
    their=folded("ihr ihre ihren ihrer sein seine seinen seiner"),
    with_words=folded("mit m."),
    from_words=folded("von"),
    to_words=folded("an bei zu"),
    at_words=folded("bei"),
    about_words=folded("über wegen für zum zur im auf betreffs in"),
    topics=folded("über wegen betreffs"),
    and_words=folded("und & + /"),
    places=folded("nach vor seit aus beim vom am im ins hinter neben unter dort hier es alles"),
    definite=folded("die das den dem diese dieses diesen"),
    articles=folded(
        "der die das den dem des ein eine einen einem einer mein meine meinen meinem unser unsere "
        "unseren keinen keine"
    ),
    negations=phrases(
        "gebeten; vorgeschlagen; geraten; aufgefordert; überlegt; beinahe; vergessen mich; hat "
        "vergessen; abgesagt; verschoben; verpasst; vorverlegt; verlegt; storniert; abgelehnt; versetzt; "
        "ausgefallen; musste; konnte; nicht; nie; niemals; nichts; kein; keine antwort von; noch keine "
        "antwort; niemanden"
    ),
    reminds=phrases(
        "erinner mich; erinnere mich; erinnern:; erinnerung; nicht vergessen; vergiss nicht; denk daran; "
        "denk dran; bitte erinnern; todo; to-do; merken"
    ),
    remind_links=folded("daran dran an zu dass bitte noch"),
    subordinates=folded("um wie ob was wann wo weil dass wenn der die das"),
    notes=phrases("notiz; notiz zu; notiz für; notiz an mich; merke; nb"),
    note_links=folded("zu für"),
    obligations=phrases("muss; muss noch; müsste; sollte; soll; möchte; will noch; wollte noch; bitte noch"),
    futures=phrases("will; wird; wollte; werde; werden; wollen; wollten"),
    states=folded("sein haben werden müssen können"),
    wishes=phrases("will; wollen"),
    bare_futures=phrases("werde"),
    keeps_going=frozenset(),
    maybes=folded("vielleicht könnte würde hätte wäre evtl eventuell vermutlich"),
    owe_mine=phrases("schulde; schulden"),
    owe_theirs=phrases("schuldet mir; schuldet uns; schulden mir"),
    promised=phrases("versprochen; zugesagt"),
    has=folded("hat ist haben hatte"),
    be=folded("waren sind"),
    have=folded("habe hab bin"),
    keeps_theirs=folded(
        "schickt bringt sendet liefert ruft zahlt bezahlt unterschreibt schreibt gibt leiht meldet "
        "entscheidet klärt bestätigt besorgt bucht prüft überweist mailt korrigiert macht stellt "
        "antwortet holt reicht leitet ersetzt liest übergibt verschickt"
    ),
    keeps_mine=folded(
        "schicke bringe sende rufe melde stelle gebe schreibe zahle leihe kümmere mache besorge liefere "
        "bestätige bezahle überweise maile kläre prüfe"
    ),
    yearly=folded_keys(
        {
            **same("birthday", "geburtstag"),
            **same("anniversary", "hochzeitstag; jahrestag"),
        }
    ),
    once=Phrases(
        {
            **same(
                "noun",
                "prüfung; hochzeit; operation; op; abschluss; premiere; vernissage; "
                "vorstellungsgespräch; entbindungstermin; beerdigung; umzug; abgabe; verteidigung",
            ),
            **same(
                "verb",
                "zieht; heiratet; eröffnet; startet; verlässt; wird; beginnt; kommt zur welt; geht in rente",
            ),
        }
    ),
    likings=phrases(
        "mag; liebt; hasst; allergisch gegen; vegetarisch; vegan; vegetarierin; vegetarier; veganerin; "
        "trinkt keinen; isst kein; isst keine; sammelt; spielt; lieblings"
    ),
    family=folded(
        "frau mann partner partnerin freund freundin schwester bruder sohn tochter kinder kind mutter "
        "vater mama papa hund katze baby zwillinge enkel enkelin"
    ),
    named=folded("heißt heißen ist sind"),
    titles=folded("herr herrn frau dr prof professor"),
    tells={
        **dict.fromkeys(folded("anrufen anzurufen zurückrufen rufen"), "Mit {name} telefoniert: "),
        **dict.fromkeys(folded("mailen schreiben schicken senden antworten danken"), "{name} geschrieben: "),
        **dict.fromkeys(folded("treffen besuchen sehen"), "{name} getroffen: "),
        **dict.fromkeys(
            folded("fragen sagen sprechen reden gratulieren erzählen"), "Mit {name} gesprochen: "
        ),
    },
    dotted=folded("m"),
    object_first=True,
    bare_possessive=True,
    capital_nouns=True,
    to_in_verb=True,
)
