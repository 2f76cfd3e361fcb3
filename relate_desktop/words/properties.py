"""What the parts of a card are called for people: lines, kinds of use, places of a match."""

from relate_desktop.words.relations import relation_labels
from relate_desktop.words.translation import _, pgettext


def property_name(name: str) -> str:
    """The name of a card's line for people; one nobody knows keeps its own name.

    ``X-RELATE-…``, vendor and standard names are all understood, in any case.
    """
    key = name.upper()
    known = _names_of_people() | _ways_to_reach() | _other_names()
    return known.get(key, name)


def label_name(label: str) -> str:
    """A kind of use such as ``home`` or ``mobile`` for people; the user's own words stay theirs."""
    return _labels().get(label.lower(), label)


def _names_of_people() -> dict[str, str]:
    return {
        "FN": _("Full name"),
        "N": _("Parts of the name"),
        "NICKNAME": _("Nickname"),
        "X-RELATE-CALL": _("What they like to be called"),
        "X-RELATE-LATIN": _("In Latin letters"),
        "X-RELATE-SALUTATION": _("When writing to them"),
        "X-RELATE-FILE-UNDER": _("File under"),
        "X-RELATE-HOUSEHOLD": _("Household"),
        "X-RELATE-ID": _("Mark for relations"),
        "X-RELATE-MET": _("How you met"),
        "PHONETIC": _("Sounds like"),
        "X-PHONETIC-FIRST-NAME": _("Given name sounds like"),
        "X-PHONETIC-MIDDLE-NAME": _("Middle name sounds like"),
        "X-PHONETIC-LAST-NAME": _("Family name sounds like"),
        "SOUND": _("Sounds like"),
        "SORT-STRING": _("File under"),
        "X-MAIDENNAME": _("Former name"),
        "GRAMGENDER": _("Grammatical gender"),
        "GENDER": _("Gender"),
        "X-GENDER": _("Gender"),
        "PRONOUNS": _("Pronouns"),
        "PHOTO": _("Picture"),
        "LOGO": _("Logo"),
    }


def _ways_to_reach() -> dict[str, str]:
    return {
        "EMAIL": _("E-mail"),
        "TEL": _("Phone"),
        "ADR": _("Address"),
        "LABEL": _("Address label"),
        "URL": _("Web page"),
        "IMPP": _("Chat"),
        "SOCIALPROFILE": _("Public profile"),
        "X-SOCIALPROFILE": _("Public profile"),
        "X-AIM": _("AIM"),
        "X-ICQ": _("ICQ"),
        "X-JABBER": _("Jabber"),
        "X-MSN": _("MSN"),
        "X-QQ": _("QQ"),
        "X-SKYPE": _("Skype"),
        "X-SKYPE-USERNAME": _("Skype"),
        "X-YAHOO": _("Yahoo"),
        "X-GOOGLE TALK": _("Google Talk"),
        "X-GOOGLE-TALK": _("Google Talk"),
        "X-MATRIX": _("Matrix"),
        "X-TELEGRAM": _("Telegram"),
        "X-WHATSAPP": _("WhatsApp"),
        "X-TWITTER": _("Twitter"),
        "MAILER": _("Mail program"),
        "LANG": _("Language"),
        "LANGUAGE": _("Language of the card"),
        "CONTACT-URI": _("Where to ask"),
        "X-SIP": _("Internet phone"),
    }


def _other_names() -> dict[str, str]:
    return {
        "ORG": _("Company"),
        "TITLE": _("Role"),
        "ROLE": _("What they do"),
        "MEMBER": _("Member"),
        "RELATED": _("Relation"),
        "X-ABRELATEDNAMES": _("Relation"),
        "X-SPOUSE": _("Partner"),
        "X-ASSISTANT": _("Assistant"),
        "X-MANAGER": _("Reports to"),
        "AGENT": _("Acts for them"),
        "CATEGORIES": _("Circles"),
        "NOTE": _("Note"),
        "BDAY": _("Birthday"),
        "ANNIVERSARY": _("Anniversary"),
        "X-ANNIVERSARY": _("Anniversary"),
        "X-EVOLUTION-ANNIVERSARY": _("Anniversary"),
        "X-ABDATE": _("Moment"),
        "BIRTHPLACE": _("Born in"),
        "DEATHDATE": _("Died on"),
        "DEATHPLACE": _("Died in"),
        "EXPERTISE": _("Knows about"),
        "HOBBY": _("Likes to do"),
        "INTEREST": _("Interested in"),
        "ORG-DIRECTORY": _("Company directory"),
        "TZ": _("Time zone"),
        "GEO": _("Place on the map"),
        "KEY": _("Key"),
        "FBURL": _("Busy times"),
        "CALURI": _("Calendar"),
        "CALADRURI": _("Where to invite"),
        "CLASS": _("Who may see it"),
        "KIND": _("Kind"),
        "SOURCE": _("Where the card lies"),
        "UID": _("Identifier"),
        "REV": _("Card last changed"),
        "CREATED": _("Card made"),
        "PRODID": _("Written by"),
        "VERSION": _("Version of the card"),
        "XML": _("XML"),
        "CLIENTPIDMAP": _("Sync marks"),
        "JSPROP": _("JSContact property"),
        "X-ABLABEL": _("Label"),
        "X-ABADR": _("Country of the address"),
        "X-ABSHOWAS": _("Shown as"),
        "X-ANDROID-CUSTOM": _("Own field"),
    }


def _labels() -> dict[str, str]:
    return {
        "home": _("home"),
        "work": _("work"),
        "mobile": _("mobile"),
        "cell": _("mobile"),
        "main": pgettext("kind of number", "main"),
        "other": pgettext("kind of use", "other"),
        "school": _("school"),
        "fax": _("fax"),
        "home-fax": _("home fax"),
        "work-fax": _("work fax"),
        "work mobile": _("work mobile"),
        "home mobile": _("home mobile"),
        "pager": _("pager"),
        "text": _("text messages"),
        "textphone": _("textphone"),
        "video": _("video"),
        "voice": _("voice"),
        "car": _("car"),
        "isdn": _("ISDN"),
        "modem": _("modem"),
        "bbs": _("bulletin board"),
        "iphone": _("iPhone"),
        "internet": _("internet"),
        "homepage": _("home page"),
        "blog": _("blog"),
        "profile": _("profile"),
        "dom": _("domestic"),
        "intl": _("international"),
        "postal": _("post"),
        "parcel": _("parcels"),
        "billing": _("billing"),
        "delivery": _("delivery"),
        "birthday": _("birthday"),
        "anniversary": _("anniversary"),
        "death": _("died"),
        **relation_labels(),
    }
