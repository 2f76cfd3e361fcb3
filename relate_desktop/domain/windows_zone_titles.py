"""The names under which Windows shows time zones to people, as old and new versions write them.

Exchange and Outlook put them where a name of a zone belongs: ``(UTC-05:00) Eastern Time (US &
Canada)``, ``(GMT+01.00) Sarajevo/Warsaw/Zagreb``. The offset before them is that of winter and is
not looked at.
"""

import re

from relate_desktop.domain.windows_zones import iana_of_windows

_OFFSET = re.compile(r"\((?:UTC|GMT)[^)]{0,12}\)", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s,;/.]+|:(?=\s)")
_BEHIND = re.compile(r"\s(?:-\s{0,4}(?:old|new)|\(rtz \d{1,2}\))\s*\Z")
"""Which version of a zone that changed it is, which Windows says of some."""


LONGEST_TITLE = 200
"""Characters; Windows shows none that is half as long."""


def iana_of_title(title: str) -> str:
    """The IANA name for what Windows shows; empty for what it never showed."""
    if len(title) > LONGEST_TITLE:
        return ""
    name = _TITLES.get(_plain(title), "")
    return name if "/" in name else iana_of_windows(name)


def _plain(title: str) -> tuple[str, ...]:
    """The places of a title, which every program puts in another order, and between them what it likes."""
    bare = _BEHIND.sub(
        "", _OFFSET.sub("", title, count=1).lower().replace("&", " and ").replace("u.s.", "us")
    )
    return tuple(sorted(word for word in _SEPARATORS.sub(" ", bare).split() if word != "and"))


_LINES = """
Dateline Standard Time=International Date Line West|Eniwetok, Kwajalein
UTC-11=Coordinated Universal Time-11
Hawaiian Standard Time=Hawaii
Alaskan Standard Time=Alaska
Pacific Standard Time=Pacific Time (US & Canada)|Pacific Time (US & Canada), Tijuana
Pacific Standard Time (Mexico)=Baja California|Tijuana, Baja California
US Mountain Standard Time=Arizona
Mountain Standard Time=Mountain Time (US & Canada)
Mountain Standard Time (Mexico)=Chihuahua, La Paz, Mazatlan|La Paz, Mazatlan
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
SA Western Standard Time=Georgetown, La Paz, Manaus, San Juan|Georgetown, La Paz, San Juan
SA Western Standard Time=Manaus|La Paz|Caracas, La Paz
Pacific SA Standard Time=Santiago
Newfoundland Standard Time=Newfoundland
E. South America Standard Time=Brasilia
Argentina Standard Time=Buenos Aires|City of Buenos Aires
SA Eastern Standard Time=Cayenne, Fortaleza|Cayenne|Georgetown|Buenos Aires, Georgetown
Greenland Standard Time=Greenland
Montevideo Standard Time=Montevideo
Bahia Standard Time=Salvador
Azores Standard Time=Azores
Cape Verde Standard Time=Cape Verde Is.|Cabo Verde Is.
Morocco Standard Time=Casablanca
GMT Standard Time=Dublin, Edinburgh, Lisbon, London|Greenwich Mean Time: Dublin, Edinburgh, Lisbon, London
Greenwich Standard Time=Monrovia, Reykjavik|Casablanca, Monrovia, Reykjavik|Casablanca, Monrovia
W. Europe Standard Time=Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna
Central Europe Standard Time=Belgrade, Bratislava, Budapest, Ljubljana, Prague|Prague, Central Europe
Romance Standard Time=Brussels, Copenhagen, Madrid, Paris|Amsterdam, Copenhagen, Madrid, Paris, Vilnius
Central European Standard Time=Sarajevo, Skopje, Warsaw, Zagreb|Sarajevo, Warsaw, Zagreb
Central European Standard Time=Sarajevo, Skopje, Sofija, Vilnius, Warsaw, Zagreb
W. Central Africa Standard Time=West Central Africa
Namibia Standard Time=Windhoek
Jordan Standard Time=Amman
GTB Standard Time=Athens, Bucharest|Athens, Bucharest, Istanbul|Athens, Istanbul, Minsk
Middle East Standard Time=Beirut
Egypt Standard Time=Cairo
Syria Standard Time=Damascus
South Africa Standard Time=Harare, Pretoria
FLE Standard Time=Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius|Helsinki, Kiev, Riga, Sofia, Tallinn, Vilnius
FLE Standard Time=Helsinki, Riga, Tallinn
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
West Asia Standard Time=Ashgabat, Tashkent|Tashkent|Islamabad, Karachi, Tashkent
Ekaterinburg Standard Time=Ekaterinburg
Pakistan Standard Time=Islamabad, Karachi
India Standard Time=Chennai, Kolkata, Mumbai, New Delhi|Calcutta, Chennai, Mumbai, New Delhi
India Standard Time=Bombay, Calcutta, Madras, New Delhi
Sri Lanka Standard Time=Sri Jayawardenepura|Colombo
Nepal Standard Time=Kathmandu
Asia/Almaty=Astana
Bangladesh Standard Time=Dhaka
N. Central Asia Standard Time=Novosibirsk|Almaty, Novosibirsk
Myanmar Standard Time=Yangon (Rangoon)|Rangoon
SE Asia Standard Time=Bangkok, Hanoi, Jakarta
North Asia Standard Time=Krasnoyarsk
China Standard Time=Beijing, Chongqing, Hong Kong, Urumqi
North Asia East Standard Time=Irkutsk|Irkutsk, Ulaan Bataar|Irkutsk, Ulaanbaatar
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
Vladivostok Standard Time=Vladivostok|Vladivostok, Magadan
Central Pacific Standard Time=Solomon Is., New Caledonia|Magadan, Solomon Is., New Caledonia
New Zealand Standard Time=Auckland, Wellington
Fiji Standard Time=Fiji|Fiji, Marshall Is.
Tonga Standard Time=Nuku'alofa|Nukualofa
Samoa Standard Time=Samoa
Line Islands Standard Time=Kiritimati Island
UTC=Coordinated Universal Time
UTC-08=Coordinated Universal Time-08
UTC-09=Coordinated Universal Time-09
UTC-02=Coordinated Universal Time-02
UTC+12=Coordinated Universal Time+12
UTC+13=Coordinated Universal Time+13
Aleutian Standard Time=Aleutian Islands
Marquesas Standard Time=Marquesas Islands
Yukon Standard Time=Yukon
Easter Island Standard Time=Easter Island
Eastern Standard Time (Mexico)=Chetumal
Haiti Standard Time=Haiti
Cuba Standard Time=Havana
Turks And Caicos Standard Time=Turks and Caicos
Tocantins Standard Time=Araguaina
Magallanes Standard Time=Punta Arenas
Saint Pierre Standard Time=Saint Pierre and Miquelon
Sao Tome Standard Time=Sao Tome
Libya Standard Time=Tripoli
South Sudan Standard Time=Juba
Sudan Standard Time=Khartoum
West Bank Standard Time=Gaza, Hebron
Volgograd Standard Time=Volgograd
Russia Time Zone 3=Izhevsk, Samara
Saratov Standard Time=Saratov
Astrakhan Standard Time=Astrakhan, Ulyanovsk
Qyzylorda Standard Time=Qyzylorda
Omsk Standard Time=Omsk
Asia/Bishkek=Bishkek
Europe/Bucharest=Bucharest
Pacific/Pago_Pago=Midway Island, Samoa
Altai Standard Time=Barnaul, Gorno-Altaysk
W. Mongolia Standard Time=Hovd
Tomsk Standard Time=Tomsk
North Korea Standard Time=Pyongyang
Aus Central W. Standard Time=Eucla
Transbaikal Standard Time=Chita
Lord Howe Standard Time=Lord Howe Island
Bougainville Standard Time=Bougainville Island
Russia Time Zone 10=Chokurdakh
Magadan Standard Time=Magadan
Norfolk Standard Time=Norfolk Island
Sakhalin Standard Time=Sakhalin
Russia Time Zone 11=Anadyr, Petropavlovsk-Kamchatsky
Chatham Islands Standard Time=Chatham Islands
"""

_TITLES = {
    _plain(title): name
    for line in _LINES.strip().split("\n")
    for name, titles in [line.split("=", 1)]
    for title in titles.split("|")
}
