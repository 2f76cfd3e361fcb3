"""Which letters the languages of each charset have, and which characters names are mostly made of.

What decodes is not yet text: nearly every pair of bytes is some Chinese character. A name is short, so
it has to be told by what names have: letters of one language, where that language has them, or the
characters that families, given names and firms share.
"""

import re
from dataclasses import dataclass

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Language:
    """The letters beyond ASCII of a language written in Latin ones, and where they never stand.

    ``weight`` tells how likely somebody's name is of it where others would have the letters as well.
    """

    weight: float
    letters: frozenset[str]
    never: re.Pattern[str] = _NEVER


def _language(weight: float, letters: str, never: str = "") -> Language:
    return Language(weight, frozenset(letters), re.compile(never) if never else _NEVER)


_GERMAN = _language(1, "äöüß")
_CENTRAL = (
    _GERMAN,
    _language(0.95, "ąćęłńóśźż"),
    _language(0.9, "áčďéěíňóřšťúůýž"),
    _language(0.85, "áäčďéíĺľňóôŕšťúýž"),
    _language(0.9, "áéíóöőúüű"),
    _language(0.9, "čćšž"),
    _language(0.55, "čćđšž"),
    _language(0.8, "âăîşţ"),
)
LANGUAGES = {
    "cp1252": (
        _GERMAN,
        _language(1, "áéíñóúü", r"ñ(?![aeiouáéíóúü])"),
        _language(
            1,
            "àâçéèêëîïôœùûü",
            r"[^aeou]ï|^ï|è[aeiou]|œ(?![uds])|ù(?!$)|ê(?![tmnvcqlrs]|$)|û(?![tlr])",
        ),
        _language(1, "áàâãçéêíóôõúü", r"ã(?![oe]|$)|õ(?!e)|ê(?![nsmcrlz]|$)"),
        _language(1, "àèéìòù", r"[àèìòù](?!$)|[aeiou][àòù]"),
        _language(0.96, "æøåé", r"æ$|ø[aeiouáéí]"),
        _language(0.9, "åäöéü"),
        _language(0.8, "äëïöüéèáóç", r"[^aeou]ï|^ï|è[aeiou]"),
        _language(0.6, "àçèéíïòóúü", r"[àèò][aeiou]|[^aeou]ï|^ï"),
        _language(0.6, "áðéíóúýþæö", r"^ð|[aeiouyáéíóúýöæ]þ|þ$"),
        _language(0.5, "äöõüšž", r"õ$"),
    ),
    "cp1250": _CENTRAL,
    "iso8859-2": _CENTRAL,
    "cp1254": (_GERMAN, _language(0.9, "âçğıîöşü", r"(?<![aeıioöuü])ğ")),  # noqa: RUF001 - Turkish
    "cp1257": (_language(0.5, "ąčęėįšųūž"), _language(0.5, "āčēģīķļņšūž"), _language(0.5, "äöõüšž")),
}

CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
GREEK = re.compile(r"[\u0370-\u03ff]+")
HEBREW = re.compile(r"[\u05d0-\u05ea]+")
ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064aپچژگکی]+")
THAI_VOWEL = re.compile(r"[\u0e30-\u0e39\u0e40-\u0e45]")
THAI = re.compile(r"[\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46][\u0e01-\u0e4e]*")
CASED_VOWELS = frozenset("аеёиоуыэюяіїєαεηιουωάέήίόύώϊϋΐΰ")

SIMPLIFIED = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘"
    "杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰华建国红梅志玲小雪峰辉鹏飞婷宇浩然子轩欣怡晓东海燕春玉珍"
    "淑慧琳琴云莲凤洁梦琪佳瑞嘉俊斌波宁旭阳鑫雅思雨晨远一诺天成德福荣光新庆永兴立学家中大山水木心生安和长爸妈哥姐弟妹爷奶叔姨快递外卖"
    "北京上海广州深圳津重公司有限责任科技贸集团电子信息术发展实业股份银行医院校市省区路号街楼室经理总先女士老师客户部办话手机邮"
)
TRADITIONAL = frozenset(
    "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方"
    "宋鄧杜傅侯曹薛丁卓馬阮董唐溫藍石蔣田康鄒白涂尤巫韓龔嚴袁黎金馮譚鄺麥區關霍爸媽大文小明志玲美麗淑芬惠怡君雅婷俊"
    "傑建宏家豪宗翰冠宇承恩詩涵佳穎欣儀婉雪華國偉強德榮光輝龍鳳秀英玉珠春生雄成安慧芳萍娟月娥珍台北中市公司有限"
    "股份科技國際企業電話先姐老師經理香港路號樓室"
)
JAPANESE = frozenset(
    "佐藤鈴木高橋田中伊渡辺山本村小林加吉斎松井上清崎森池阿部石川前後岡長谷近坂遠青西福太三野原島金和竹菅今大平"
    "内河古久保柴酒工宮安新杉横一二郎子美恵真由紀香織智也健翔翼陽葵結衣菜愛優奈花雄介輔哉樹司正義博明幸勝秀次男夫"
    "彦良浩隆誠進直人康裕実千代澤黒雅文東京阪府県市区町株式会社営業課先生様店電話携帯自宅勤務"
)
KOREAN = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소"
    "석선설마길연위표명기반왕금옥인맹제모탁국은편용영수철희준호숙미경혜상훈동빈아름재태형규찬혁자순란화애나래라율건"
    "시후예린보람슬대리과부사회식울로"
)
