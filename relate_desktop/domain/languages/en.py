"""English for quick capture."""

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
_TALKED = What(_OTHER, _BOTH, mutual=True)
_CAME = What(_MEETING, _THEIRS, comes=True)
_VISITED = What(_MEETING)
_CALLED, _WROTE, _MAILED = What(_CALL), What(_MESSAGE), What(_MAIL)
_HEARD = What(_MESSAGE, _THEIRS)

_TIMES = TimeWords(
    numbers=numbered(
        "a an one; two; three; four; five; six; seven; eight; nine; ten; eleven; twelve",
        start=1,
    )
    | folded_keys({"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}),
    units=folded_keys(
        {
            **same(Unit.MINUTE, "m; min; mins; minute; minutes"),
            **same(Unit.HOUR, "h; hr; hrs; hour; hours"),
            **same(Unit.DAY, "d; day; days"),
            **same(Unit.WEEK, "w; wk; wks; week; weeks"),
            **same(Unit.MONTH, "mo; month; months"),
            **same(Unit.YEAR, "y; yr; yrs; year; years"),
        }
    ),
    weekdays=numbered(
        "monday mon; tuesday tue tues; wednesday wed; thursday thu thur thurs; friday fri; saturday sat; "
        "sunday sun",
        start=0,
    ),
    months=numbered(
        "january jan; february feb; march mar; april apr; may; june jun; july jul; august aug; september "
        "sept sep; october oct; november nov; december dec",
        start=1,
    ),
    ordinals=numbered(
        "first; second; third; fourth; fifth",
        start=1,
    )
    | folded_keys({"last": -1}),
    parts=folded_keys(
        {
            **same(Part.MORNING, "morning"),
            **same(Part.NOON, "noon; lunchtime"),
            **same(Part.AFTERNOON, "afternoon"),
            **same(Part.EVENING, "evening; night"),
        }
    ),
    patterns={
        **same(When(Shape.DAY), "today; now; just now; earlier today; this {part}"),
        **same(When(Shape.DAY, part=Part.AFTERNOON), "later today"),
        **same(When(Shape.DAY, days=-1), "yesterday; yday; y'day; yesterday {part}"),
        **same(When(Shape.DAY, days=-2), "the day before yesterday; day before yesterday"),
        **same(When(Shape.DAY, days=1), "tomorrow; tmrw; tmw; tomorrow {part}"),
        **same(When(Shape.DAY, days=2), "the day after tomorrow; day after tomorrow"),
        **same(When(Shape.DAY, part=Part.EVENING), "tonight"),
        **same(When(Shape.DAY, days=-1, part=Part.EVENING), "last night"),
        **same(When(Shape.AWAY, side=Side.PAST), "{n} {unit} ago"),
        **same(When(Shape.AWAY, side=Side.PAST, n=2), "a couple of {unit} ago"),
        **same(When(Shape.AWAY, side=Side.PAST, n=2, unit=Unit.WEEK), "a fortnight ago"),
        **same(When(Shape.AWAY, side=Side.FUTURE), "in {n} {unit}; {n} {unit} from now"),
        **same(When(Shape.AWAY, side=Side.FUTURE, n=2), "in a couple of {unit}"),
        **same(When(Shape.AWAY, side=Side.FUTURE, n=2, unit=Unit.WEEK), "in a fortnight"),
        **same(When(Shape.AWAY, side=Side.FUTURE, n=30, unit=Unit.MINUTE), "in half an hour"),
        **same(When(Shape.WEEKDAY), "{weekday}; {weekday} {part}; this {weekday}"),
        **same(When(Shape.WEEKDAY, side=Side.PAST), "last {weekday}"),
        **same(When(Shape.WEEKDAY, side=Side.FUTURE), "next {weekday}"),
        **same(
            When(Shape.DATE),
            "{day} {month}; {day} of {month}; the {day} of {month}; {month} {day}; {day} {month} {year}; "
            "{month} {day} {year}; {month} {day}, {year}; {weekday} {day} {month}; {iso}; {date}",
        ),
        **same(When(Shape.DATE, day=25, month=12), "christmas; christmas day; xmas"),
        **same(When(Shape.DATE, day=24, month=12), "christmas eve"),
        **same(When(Shape.DATE, day=31, month=12), "new year's eve; nye"),
        **same(When(Shape.DATE, day=14, month=2), "valentine's day"),
        **same(When(Shape.DATE, day=31, month=10), "halloween"),
        **same(When(Shape.DAY_OF_MONTH), "{weekday} the {ordinal}; the {ordinal}"),
        **same(
            When(Shape.VAGUE),
            "in {month}; last {month}; next {month}; by {month}; until {month}; mid {month}; early "
            "{month}; late {month}; by mid {month}; end of {month}; the end of {month}; this week; this "
            "month; this year; over the weekend; over easter; at easter; before easter; after easter; in "
            "spring; in summer; in autumn; in winter; this spring; this summer; this autumn; this "
            "winter; in the new year; earlier this week; later this week; the other day; recently; over "
            "the holidays; over christmas",
        ),
        **same(When(Shape.WEEK, side=Side.PAST), "last week"),
        **same(When(Shape.WEEK, side=Side.FUTURE), "next week"),
        **same(When(Shape.MONTH, side=Side.PAST), "last month"),
        **same(When(Shape.MONTH, side=Side.FUTURE), "next month"),
        **same(When(Shape.AWAY, side=Side.PAST, n=1, unit=Unit.YEAR), "last year"),
        **same(When(Shape.AWAY, side=Side.FUTURE, n=1, unit=Unit.YEAR), "next year"),
        **same(When(Shape.WEEKEND), "this weekend; the weekend"),
        **same(When(Shape.WEEKDAY, weekday=4), "the end of the week; end of the week"),
        **same(When(Shape.WEEKDAY, days=7), "a week from {weekday}; a week on {weekday}"),
        **same(When(Shape.WEEKEND, side=Side.PAST), "last weekend"),
        **same(When(Shape.MONTH_END), "the end of the month; end of the month; end of month"),
        **same(
            When(Shape.TIME),
            "at {clock}; {clock}; at {hour}; at {hour} o'clock; {meridiem}; at {meridiem}; in the "
            "{part}; around {hour}; about {clock}; around {clock}; around {meridiem}; about {meridiem}; "
            "at about {clock}; at around {clock}; at about {hour}; at around {hour}",
        ),
        **same(When(Shape.TIME, explicit_hour=True), "{clock} am; at {hour} am; {hour} am"),
        **same(When(Shape.TIME, part=Part.AFTERNOON), "{clock} pm; at {hour} pm; {hour} pm"),
        **same(When(Shape.TIME, minutes_added=30), "at half past {hour}; half past {hour}"),
        **same(When(Shape.TIME, hour=12, explicit_hour=True), "at noon; noon"),
        **same(When(Shape.TIME, part=Part.MORNING), "first thing"),
        **same(
            When(Shape.ROOM),
            "when there is room; when there's room; when i have time; when i get a chance; someday; some "
            "day; sometime; at some point",
        ),
        **same(When(Shape.EVERY, unit=Unit.DAY), "daily"),
        **same(When(Shape.EVERY, unit=Unit.WEEK), "weekly"),
        **same(When(Shape.EVERY, unit=Unit.MONTH), "monthly"),
        **same(When(Shape.EVERY, unit=Unit.YEAR), "yearly"),
        **same(
            When(Shape.EVERY),
            "every {unit}; each {unit}; every {n} {unit}; every {weekday}; every {weekday} {part}; every "
            "{part}; each {weekday}; the {nth} {weekday} of every month; the {nth} {weekday} of each "
            "month; the {nth} {weekday} of the month; every {nth} {weekday} of the month; every month on "
            "the {ordinal}; the {ordinal} of every month; the {ordinal} of each month; the {nth} of "
            "every month; the {nth} of each month; the {nth} of the month; every {nth} of the month; the "
            "{nth} day of every month; the {nth} day of the month; every year on {day} {month}",
        ),
        **same(When(Shape.EVERY, n=2), "every other {unit}; every second {unit}; every other {weekday}"),
        **same(When(Shape.EVERY, n=3, unit=Unit.MONTH), "every quarter"),
        **same(When(Shape.EVERY, n=2, unit=Unit.WEEK), "every fortnight"),
        **same(
            When(Shape.EVERY, after_done=True), "{n} {unit} after i mark it done; {n} {unit} after it is done"
        ),
        **same(When(Shape.EVERY, days=1), "every weekday; every working day"),
    },
    prefixes={
        **same(When(Shape.DAY), "on; at"),
        **same(When(Shape.DAY, due_only=True), "since; by; until; till; for"),
        **same(When(Shape.DAY, due_only=True, before=True), "before"),
    },
    lengths={
        **same(30, "half an hour; half hour"),
        **same(15, "a quarter of an hour; quarter of an hour"),
        **same(45, "three quarters of an hour; three-quarters of an hour"),
        **same(90, "an hour and a half"),
        **same(60, "a good hour"),
    },
    length_prefixes=folded("for about almost nearly roughly approx around over just under ca"),
    risky=folded("sat sun mar mon wed"),
    every=folded("every each"),
)

ENGLISH = Language(
    code="en",
    times=_TIMES,
    past=Phrases(
        {
            **same(
                _CALLED,
                "called; phoned; rang; telephoned; called back; rang back; phoned back; called up; rang "
                "up; buzzed",
            ),
            **same(_MAILED, "emailed; e-mailed; mailed"),
            **same(What(_MESSAGE, carries=True), "wrote; sent; sent over; forwarded; passed on"),
            **same(
                _WROTE,
                "wrote to; wrote back; wrote back to; replied; replied to; answered; texted; messaged; "
                "pinged; dm'd; whatsapped; slacked; sent word to; got back to; dropped a line to",
            ),
            **same(What(_OTHER, carries=True), "left; gave; dropped"),
            **same(What(_OTHER, _THEIRS, carries=True), "got; received"),
            **same(What(_OTHER, _BOTH, carries=True), "had"),
            **same(_HEARD, "heard from; heard back from"),
            **same(
                _MET,
                "met; met with; met up with; met up; saw; hung out with; hung out; spent time with; "
                "spent the day with; spent the evening with; spent the weekend with; had brunch; had "
                "supper; had a beer; had beers; had a chat; had a catch-up; had a walk; went for a walk "
                "with; went for lunch with; went to lunch with; went for a drink with; went for dinner "
                "with; went for coffee with; went for a coffee with; sat down with; bumped into; ran "
                "into; caught up with; had lunch; had dinner; had breakfast; had coffee; had a coffee; "
                "had tea; had a drink; had drinks; had a meeting; zoomed with; facetimed; skyped; skyped "
                "with",
            ),
            **same(What(_CALL, _BOTH, mutual=True), "had a call"),
            **same(_VISITED, "visited; videoed; zoomed; dropped in on; looked in on; popped round to"),
            **same(
                _CAME,
                "came by; came over; came; came round; came around; dropped by; stopped by; popped in; "
                "popped by; popped round; popped over; swung by; stopped in; turned up; dropped off",
            ),
            **same(
                What(_OTHER),
                "reached out to; got in touch with; contacted; followed up with; touched base with; reached",
            ),
            **same(What(_OTHER, _THEIRS, comes=True), "reached out; got in touch"),
            **same(
                _TALKED,
                "talked; talked to; talked with; spoke; spoke to; spoke with; chatted; checked in with; "
                "chatted to; chatted with; conferred with; caught",
            ),
        }
    ),
    nouns=Phrases(
        {
            **same(What(_CALL), "call; phone; phone call; off the phone; on the phone; ring; bell; shout"),
            **same(_TALKED, "chat; conversation; talk"),
            **same(_MAILED, "email; e-mail; mail"),
            **same(
                _WROTE,
                "message; reply; response; text; letter; postcard; dm; voicemail; voice message; voice "
                "note; whatsapp; signal; telegram; imessage; threema; sms",
            ),
            **same(_HEARD, "note from"),
            **same(
                _MET,
                "meeting; coffee; lunch; dinner; breakfast; brunch; tea; drink; drinks; beer; walk; "
                "video; video call; zoom; zoom call; teams call; skype; facetime; catch-up; catch up; "
                "workshop; session; interview; job interview; sync; brainstorm; hike; run; picnic; bbq; "
                "barbecue; pint; pints; beers; wine; supper; cake; pizza; cinema; movie; movies; film; "
                "gallery; hangout; get-together; playdate; stroll; swim; trip; outing; call on zoom; "
                "video chat; seeing; meeting up; meet-up; meetup; standup; 1:1",
            ),
            **same(_VISITED, "visit"),
        }
    ),
    todo=folded(
        "call ring phone email mail text message write send ask meet invite invoice bill pay thank book "
        "order buy bring return tell show give lend share check introduce reply answer visit prepare "
        "sign renew chase follow remind congratulate wish buy finish print order fix update draft quote "
        "contact see get pick plan arrange schedule confirm cancel review forward post ping nudge try "
        "make water do"
    ),
    to_people=folded(
        "call ring phone email mail text message ask meet invite invoice bill pay thank visit tell "
        "contact ping"
    ),
    contacting=folded(
        "call ring phone email mail text message write reply answer ask meet contact ping nudge note "
        "catch talk speak see thank congratulate wish reach touch check"
    ),
    imperatives=frozenset(),
    follow_ups=phrases(
        "follow up; check back; check in; chase; chase up; try again; try; circle back; touch base; nudge"
    ),
    split_past={},
    channels=Phrases(
        {
            **same(_MEETING, "on facetime; over zoom; via zoom; face to face"),
            **same(
                _MESSAGE,
                "on messenger; on facebook; on threema; on discord; on teams chat; by sms; via text; "
                "over text; via slack; via linkedin; on signal",
            ),
            **same(_CALL, "on the phone; by phone; over the phone"),
            **same(_MEETING, "on zoom; on teams; on skype; on video; in person"),
            **same(_MAIL, "by email; by mail; per mail"),
            **same(
                _MESSAGE,
                "on whatsapp; via whatsapp; on signal; via signal; on telegram; via telegram; on slack; "
                "on instagram; on linkedin; by text",
            ),
        }
    ),
    attempts=phrases(
        "tried to call; tried to ring; tried to phone; tried to reach; tried calling; tried ringing; "
        "tried phoning; tried reaching; tried to get hold of"
    ),
    fillers=folded(
        "had have a an the just quick quickly short long brief got get i've nice good lovely another"
    ),
    says=folded("said says told tells asked asks thinks thought mentioned mentions reckons"),
    needs=phrases("need; needed"),
    remind_verbs=frozenset(),
    none=folded("no"),
    particles=folded("back up again"),
    first_person=folded("i we"),
    to_me=folded("me us"),
    they=folded("she he her him"),
    they_all=folded("they them"),
    their=folded("her his their"),
    with_words=folded("with w/ w"),
    from_words=folded("from"),
    to_words=folded("to for"),
    at_words=frozenset(),
    about_words=folded("about re regarding on for over of"),
    topics=folded("about re regarding"),
    and_words=folded("and & + /"),
    places=folded(
        "at in by near after before during into off out over under this that these those there here it "
        "its all"
    ),
    definite=folded("the this that"),
    articles=folded("a an the my our some"),
    negations=phrases(
        "should have; could have; would have; almost; nearly; forgot to; dreamt; dreamed; hoped to; "
        "planned to; didn't; did not; haven't; have not; hasn't; has not; won't; can't; couldn't; could "
        "not; cancelled; canceled; postponed; fell through; had to; wanted to; was going to; meant to; "
        "forgot to; never; not; no reply; no answer from; no word; wasn't; isn't; don't; doesn't; "
        "nothing from; missed; moved to; moved our; rescheduled; put off; pushed back; pushed to; called "
        "off; brought forward; went to voicemail; instead of; declined; stood me up; no show; unable to"
    ),
    reminds=phrases(
        "remind me; nudge me; ping me; don't let me forget; do not let me forget; remember to; don't "
        "forget; must not forget to; mustn't forget to; reminder; todo; to-do; must remember to; make a "
        "note to"
    ),
    remind_links=folded("to that and"),
    subordinates=folded("how whether if what when because since which who so"),
    notes=phrases("note; note to self; note for; note about; note on; nb"),
    note_links=folded("for about on"),
    obligations=phrases(
        "need to; needs to; have to; got to; gotta; should; must; ought to; want to; plan to; i'd like "
        "to; let's; better; supposed to; have got to; i've got to; it's time to"
    ),
    futures=phrases(
        "will; 'll; is going to; are going to; am going to; 's going to; 're going to; 'm going to; is "
        "gonna; wants to; shall"
    ),
    wishes=phrases("wants to"),
    bare_futures=phrases("will; 'll; shall"),
    keeps_going=folded(
        "sending bringing calling ringing paying signing delivering returning writing giving lending "
        "getting sharing introducing emailing mailing texting confirming checking booking ordering "
        "shipping posting"
    ),
    states=folded("be have need want turn like love know see think seem feel"),
    maybes=folded("might may could would maybe perhaps 'd if"),
    owe_mine=phrases("owe; still owe"),
    owe_theirs=phrases("owes; still owes; owe me"),
    promised=phrases("promised; promised to; 've promised; have promised; has promised"),
    has=folded("has 's"),
    be=folded("is are was were be been being get gets getting"),
    have=folded("have 've am 'm"),
    keeps_theirs=folded(
        "sends brings calls rings pays signs delivers returns writes gives lends gets shares introduces "
        "decides finishes emails mails texts confirms checks replies answers books orders comes picks "
        "ships prepares posts forwards transfers sends lets reviews"
    ),
    keeps_mine=folded("promise"),
    yearly=folded_keys(
        {
            **same("birthday", "birthday; bday; b-day"),
            **same("anniversary", "anniversary"),
        }
    ),
    once=Phrases(
        {
            **same(
                "noun",
                "exam; wedding; graduation; surgery; operation; interview; defence; launch; premiere; "
                "opening; due date; retirement; deadline; funeral",
            ),
            **same(
                "verb",
                "moves; is moving; is due; due; gets engaged; is getting married; finishes; defends; "
                "opens; graduates; marries; gets married; retires; starts; leaves; turns; launches",
            ),
        }
    ),
    likings=phrases(
        "likes; loves; hates; dislikes; adores; allergic to; vegetarian; vegan; doesn't drink; doesn't "
        "eat; can't stand; collects; speaks; prefers to; favourite"
    ),
    family=folded(
        "wife husband partner boyfriend girlfriend sister brother son daughter kids children mother "
        "father mum dad dog cat kid child baby twin twins grandson granddaughter"
    ),
    named=folded("is are called 's"),
    titles=folded("dr mr mrs ms prof professor sir"),
    tells={
        **dict.fromkeys(folded("call ring phone"), "Called {name}: "),
        **dict.fromkeys(folded("email mail"), "E-mailed {name}: "),
        **dict.fromkeys(folded("text message write send reply answer ping thank"), "Wrote to {name}: "),
        **dict.fromkeys(folded("meet visit see"), "Met {name}: "),
        **dict.fromkeys(folded("ask tell talk speak congratulate wish contact"), "Talked to {name}: "),
    },
)
