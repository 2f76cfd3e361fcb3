"""The names under which Windows shows time zones to people, as old and new versions write them.

Exchange and Outlook put them where a name of a zone belongs: ``(UTC-05:00) Eastern Time (US &
Canada)``, ``(GMT+01.00) Sarajevo/Warsaw/Zagreb``. The offset before them is that of winter and is
not looked at.
"""

import re

from relate_desktop.domain.windows_zones import iana_of_windows

_OFFSET = re.compile(r"\((?:UTC|GMT)[^)]{0,12}\)", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s,/.]+| and | & ")


def iana_of_title(title: str) -> str:
    """The IANA name for what Windows shows; empty for what it never showed."""
    return iana_of_windows(_TITLES.get(_plain(title), ""))


def _plain(title: str) -> str:
    """A title without its offset, its letters' size and whatever stands between its places."""
    words = _SEPARATORS.sub(" ", _OFFSET.sub("", title, count=1).lower().replace("&", " and "))
    return " ".join(word for word in words.split() if word != "and")


_LINES = """
Dateline Standard Time=International Date Line West
UTC-11=Coordinated Universal Time-11
Hawaiian Standard Time=Hawaii
Alaskan Standard Time=Alaska
Pacific Standard Time=Pacific Time (US & Canada)|Pacific Time (US & Canada), Tijuana
Pacific Standard Time (Mexico)=Baja California|Tijuana, Baja California
US Mountain Standard Time=Arizona
Mountain Standard Time=Mountain Time (US & Canada)
Mountain Standard Time (Mexico)=Chihuahua, La Paz, Mazatlan
Central America Standard Time=Central America
Central Standard Time=Central Time (US & Canada)
Central Standard Time (Mexico)=Guadalajara, Mexico City, Monterrey|Mexico City, Tegucigalpa
Canada Central Standard Time=Saskatchewan
SA Pacific Standard Time=Bogota, Lima, Quito|Bogota, Lima, Quito, Rio Branco
Eastern Standard Time=Eastern Time (US & Canada)
US Eastern Standard Time=Indiana (East)
Venezuela Standard Time=Caracas
Paraguay Standard Time=Asuncion
Atlantic Standard Time=Atlantic Time (Canada)
Central Brazilian Standard Time=Cuiaba
SA Western Standard Time=Georgetown, La Paz, Manaus, San Juan
Pacific SA Standard Time=Santiago
Newfoundland Standard Time=Newfoundland
E. South America Standard Time=Brasilia
Argentina Standard Time=Buenos Aires|City of Buenos Aires
SA Eastern Standard Time=Cayenne, Fortaleza
Greenland Standard Time=Greenland
Montevideo Standard Time=Montevideo
Bahia Standard Time=Salvador
Azores Standard Time=Azores
Cape Verde Standard Time=Cape Verde Is.|Cabo Verde Is.
Morocco Standard Time=Casablanca
GMT Standard Time=Dublin, Edinburgh, Lisbon, London|Greenwich Mean Time: Dublin, Edinburgh, Lisbon, London
Greenwich Standard Time=Monrovia, Reykjavik
W. Europe Standard Time=Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna
Central Europe Standard Time=Belgrade, Bratislava, Budapest, Ljubljana, Prague
Romance Standard Time=Brussels, Copenhagen, Madrid, Paris
Central European Standard Time=Sarajevo, Skopje, Warsaw, Zagreb|Sarajevo, Warsaw, Zagreb
W. Central Africa Standard Time=West Central Africa
Namibia Standard Time=Windhoek
Jordan Standard Time=Amman
GTB Standard Time=Athens, Bucharest|Athens, Bucharest, Istanbul|Athens, Istanbul, Minsk
Middle East Standard Time=Beirut
Egypt Standard Time=Cairo
Syria Standard Time=Damascus
South Africa Standard Time=Harare, Pretoria
FLE Standard Time=Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius|Helsinki, Kiev, Riga, Sofia, Tallinn, Vilnius
Turkey Standard Time=Istanbul
Israel Standard Time=Jerusalem
E. Europe Standard Time=Chisinau
Kaliningrad Standard Time=Kaliningrad
Arabic Standard Time=Baghdad
Arab Standard Time=Kuwait, Riyadh
Belarus Standard Time=Minsk
Russian Standard Time=Moscow, St. Petersburg, Volgograd|Moscow, St. Petersburg
E. Africa Standard Time=Nairobi
Iran Standard Time=Tehran
Arabian Standard Time=Abu Dhabi, Muscat
Azerbaijan Standard Time=Baku
Mauritius Standard Time=Port Louis
Georgian Standard Time=Tbilisi
Caucasus Standard Time=Yerevan
Afghanistan Standard Time=Kabul
West Asia Standard Time=Ashgabat, Tashkent
Ekaterinburg Standard Time=Ekaterinburg
Pakistan Standard Time=Islamabad, Karachi
India Standard Time=Chennai, Kolkata, Mumbai, New Delhi
Sri Lanka Standard Time=Sri Jayawardenepura
Nepal Standard Time=Kathmandu
Central Asia Standard Time=Astana
Bangladesh Standard Time=Dhaka
N. Central Asia Standard Time=Novosibirsk
Myanmar Standard Time=Yangon (Rangoon)
SE Asia Standard Time=Bangkok, Hanoi, Jakarta
North Asia Standard Time=Krasnoyarsk
China Standard Time=Beijing, Chongqing, Hong Kong, Urumqi
North Asia East Standard Time=Irkutsk
Singapore Standard Time=Kuala Lumpur, Singapore
W. Australia Standard Time=Perth
Taipei Standard Time=Taipei
Ulaanbaatar Standard Time=Ulaanbaatar
Tokyo Standard Time=Osaka, Sapporo, Tokyo
Korea Standard Time=Seoul
Yakutsk Standard Time=Yakutsk
Cen. Australia Standard Time=Adelaide
AUS Central Standard Time=Darwin
E. Australia Standard Time=Brisbane
AUS Eastern Standard Time=Canberra, Melbourne, Sydney
West Pacific Standard Time=Guam, Port Moresby
Tasmania Standard Time=Hobart
Vladivostok Standard Time=Vladivostok
Central Pacific Standard Time=Solomon Is., New Caledonia
New Zealand Standard Time=Auckland, Wellington
Fiji Standard Time=Fiji
Tonga Standard Time=Nuku'alofa
Samoa Standard Time=Samoa
Line Islands Standard Time=Kiritimati Island
"""

_TITLES = {
    _plain(title): name
    for line in _LINES.strip().split("\n")
    for name, titles in [line.split("=", 1)]
    for title in titles.split("|")
}
