"""Units of measure: what follows or precedes a number, and what it is counted per."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from msglint.claims.numerals import Numeral

# Unit name -> (dimension, factor to the dimension's base unit, spellings).
UNITS: dict[str, tuple[str, float, str]] = {
    "%": ("share", 0.01, r"%|percent|per ?cent|pct"),
    "percentage point": ("points", 1, r"percent(?:age)?[ -]points?|points?|pp|p\.p\.|ppts?"),
    "basis point": ("points", 0.01, r"basis[ -]points?|bps"),
    "x": ("multiple", 1, r"x\b|×|times|-?fold"),
    "nanosecond": ("time", 1e-9, r"nanoseconds?|ns"),
    "microsecond": ("time", 1e-6, r"microseconds?|[µμ]s"),
    "millisecond": ("time", 0.001, r"milliseconds?|ms"),
    "second": ("time", 1, r"seconds?|secs?|s"),
    "minute": ("time", 60, r"minutes?|mins?"),
    "hour": ("time", 3600, r"hours?|hrs?|h"),
    "working hour": ("time", 3600, r"(?:working|business|office)[ -]hours?"),
    "day": ("time", 86400, r"(?:calendar[ -])?days?"),
    "working day": ("time", 120960, r"(?:working|business|trading)[ -]days?"),
    "week": ("time", 604800, r"weeks?|wks?"),
    "fortnight": ("time", 1209600, r"fortnights?"),
    "month": ("time", 2629800, r"(?:calendar[ -])?months?"),
    "quarter": ("time", 7889400, r"quarters?"),
    "year": ("time", 31557600, r"years?|yrs?"),
    "decade": ("time", 315576000, r"decades?"),
    "century": ("time", 3155760000, r"centur(?:y|ies)"),
    "nanogram": ("mass", 1e-12, r"nanograms?|ng"),
    "microgram": ("mass", 1e-9, r"micrograms?|[µμ]g|mcg"),
    "milligram": ("mass", 1e-6, r"milligrams?|milligrammes?|mg"),
    "gram": ("mass", 0.001, r"gram(?:me)?s?|g"),
    "kilogram": ("mass", 1, r"kilogram(?:me)?s?|kilos?|kgs?"),
    "tonne": ("mass", 1000, r"tonnes?|(?:metric )?tons?|t(?= of\b|$)"),
    "kilotonne": ("mass", 1e6, r"kilotonnes?|kt"),
    "megatonne": ("mass", 1e9, r"megatonnes?|Mt"),
    "ounce": ("mass", 0.0283495, r"(?:troy )?ounces?|oz"),
    "pound": ("mass", 0.45359237, r"lbs?"),
    "stone": ("mass", 6.35029, r"stones?"),
    "carat": ("mass", 0.0002, r"carats?"),
    "nanometre": ("length", 1e-9, r"nanomet(?:re|er)s?|nm"),
    "micrometre": ("length", 1e-6, r"micromet(?:re|er)s?|microns?|[µμ]m"),
    "millimetre": ("length", 0.001, r"millimet(?:re|er)s?|mm"),
    "centimetre": ("length", 0.01, r"centimet(?:re|er)s?|cm"),
    "metre": ("length", 1, r"met(?:re|er)s?|m"),
    "kilometre": ("length", 1000, r"kilomet(?:re|er)s?|km"),
    "inch": ("length", 0.0254, r"inch(?:es)?|″"),
    "foot": ("length", 0.3048, r"foot|feet|ft"),
    "yard": ("length", 0.9144, r"yards?|yds?"),
    "mile": ("length", 1609.344, r"miles?"),
    "nautical mile": ("length", 1852, r"nautical[ -]miles?"),
    "square centimetre": ("area", 1e-4, r"square centimet(?:re|er)s?|cm²|cm2|sq\.? ?cm"),
    "square metre": ("area", 1, r"square met(?:re|er)s?|m²|m2|sqm|sq\.? ?m"),
    "square kilometre": ("area", 1e6, r"square kilomet(?:re|er)s?|km²|km2|sq\.? ?km"),
    "hectare": ("area", 1e4, r"hectares?|ha"),
    "acre": ("area", 4046.856, r"acres?"),
    "square inch": ("area", 0.00064516, r"square inch(?:es)?|sq\.? ?in"),
    "square foot": ("area", 0.09290304, r"square f(?:oo|ee)t|ft²|ft2|sq\.? ?ft"),
    "square yard": ("area", 0.83612736, r"square yards?|sq\.? ?yd"),
    "square mile": ("area", 2589988, r"square miles?|sq\.? ?mi"),
    "microlitre": ("volume", 1e-6, r"microlit(?:re|er)s?|[µμ]l"),
    "millilitre": ("volume", 0.001, r"millilit(?:re|er)s?|ml"),
    "centilitre": ("volume", 0.01, r"centilit(?:re|er)s?|cl"),
    "decilitre": ("volume", 0.1, r"decilit(?:re|er)s?|dl"),
    "litre": ("volume", 1, r"lit(?:re|er)s?"),
    "tablespoon": ("volume", 0.015, r"table ?spoons?|tbsps?"),
    "teaspoon": ("volume", 0.005, r"tea ?spoons?|tsps?"),
    "hectolitre": ("volume", 100, r"hectolit(?:re|er)s?|hl"),
    "cubic centimetre": ("volume", 0.001, r"cubic centimet(?:re|er)s?|cm³|cm3|cc"),
    "cubic metre": ("volume", 1000, r"cubic met(?:re|er)s?|m³|m3|cbm"),
    "cubic foot": ("volume", 28.3168, r"cubic f(?:oo|ee)t|cu\.? ?ft|ft³"),
    "cubic yard": ("volume", 764.555, r"cubic yards?"),
    "fluid ounce": ("volume", 0.0284, r"fluid[ -]ounces?|fl\.? ?oz"),
    "pint": ("volume", 0.568, r"pints?"),
    "quart": ("volume", 1.1365, r"quarts?"),
    "gallon": ("volume", 4.546, r"(?:imperial |US )?gallons?|gal"),
    "barrel": ("volume", 158.987, r"barrels?|bbl"),
    "bit": ("data", 0.125, r"bits?"),
    "kilobit": ("data", 125, r"kilobits?|kbits?|kbps"),
    "megabit": ("data", 125e3, r"megabits?|mbits?|Mb|Mbps|mbps"),
    "gigabit": ("data", 125e6, r"gigabits?|gbits?|Gb|Gbps|gbps"),
    "terabit": ("data", 125e9, r"terabits?|tbits?|Tb|Tbps"),
    "byte": ("data", 1, r"bytes?"),
    "kilobyte": ("data", 1e3, r"kilobytes?|KB|kB|KiB"),
    "megabyte": ("data", 1e6, r"megabytes?|MB|MiB|MBps"),
    "gigabyte": ("data", 1e9, r"gigabytes?|GB|GiB|GBps"),
    "terabyte": ("data", 1e12, r"terabytes?|TB|TiB"),
    "petabyte": ("data", 1e15, r"petabytes?|PB|PiB"),
    "exabyte": ("data", 1e18, r"exabytes?|EB"),
    "joule": ("energy", 1 / 3.6e6, r"joules?"),
    "kilojoule": ("energy", 1 / 3600, r"kilojoules?|kJ"),
    "megajoule": ("energy", 1 / 3.6, r"megajoules?|MJ"),
    "gigajoule": ("energy", 1000 / 3.6, r"gigajoules?|GJ"),
    "calorie": ("energy", 1.163e-6, r"calories?|cal"),
    "kilocalorie": ("energy", 1.163e-3, r"kilocalories?|kcal"),
    "watt-hour": ("energy", 0.001, r"Wh|watt[- ]hours?"),
    "kilowatt-hour": ("energy", 1, r"kWh|kilowatt[- ]hours?"),
    "megawatt-hour": ("energy", 1000, r"MWh|megawatt[- ]hours?"),
    "gigawatt-hour": ("energy", 1e6, r"GWh|gigawatt[- ]hours?"),
    "terawatt-hour": ("energy", 1e9, r"TWh|terawatt[- ]hours?"),
    "milliwatt": ("power", 1e-6, r"milliwatts?|mW"),
    "watt": ("power", 0.001, r"watts?|W"),
    "kilowatt": ("power", 1, r"kW|kilowatts?|kWp"),
    "megawatt": ("power", 1000, r"MW|megawatts?|MWp"),
    "gigawatt": ("power", 1e6, r"GW|gigawatts?"),
    "terawatt": ("power", 1e9, r"TW|terawatts?"),
    "horsepower": ("power", 0.7457, r"horsepower|hp|bhp|PS"),
    "millivolt": ("voltage", 0.001, r"millivolts?|mV"),
    "volt": ("voltage", 1, r"volts?|V"),
    "kilovolt": ("voltage", 1000, r"kilovolts?|kV"),
    "milliampere": ("current", 0.001, r"milliamp(?:ere)?s?|mA"),
    "ampere": ("current", 1, r"amp(?:ere)?s?"),
    "milliampere-hour": ("charge", 0.001, r"milliamp(?:ere)?[- ]hours?|mAh"),
    "ampere-hour": ("charge", 1, r"amp(?:ere)?[- ]hours?|Ah"),
    "hertz": ("frequency", 1, r"hertz|Hz"),
    "kilohertz": ("frequency", 1e3, r"kilohertz|kHz"),
    "megahertz": ("frequency", 1e6, r"megahertz|MHz"),
    "gigahertz": ("frequency", 1e9, r"gigahertz|GHz"),
    "decibel": ("loudness", 1, r"decibels?|dB(?:\(A\)|A)?"),
    "millibar": ("pressure", 100, r"millibars?|mbar"),
    "bar": ("pressure", 1e5, r"bar"),
    "kilopascal": ("pressure", 1000, r"kilopascals?|kPa"),
    "megapascal": ("pressure", 1e6, r"megapascals?|MPa"),
    "psi": ("pressure", 6894.76, r"psi"),
    "newton": ("force", 1, r"newtons?|N"),
    "kilonewton": ("force", 1000, r"kilonewtons?|kN"),
    "newton metre": ("torque", 1, r"newton[ -]met(?:re|er)s?|Nm"),
    "lumen": ("light", 1, r"lumens?|lm"),
    "lux": ("illuminance", 1, r"lux"),
    "megapixel": ("pixels", 1e6, r"megapixels?|MP"),
    "rpm": ("rotation", 1, r"rpm|revolutions per minute"),
    "ppm": ("concentration", 1e-6, r"ppm|parts per million"),
    "ppb": ("concentration", 1e-9, r"ppb|parts per billion"),
    "degree": ("temperature", 1, r"°(?:\s?C)?|degrees?(?: (?:Celsius|C))?"),
    "degree Fahrenheit": ("temperature:F", 1, r"°\s?F|degrees? (?:Fahrenheit|F)"),
    "kelvin": ("temperature:K", 1, r"kelvins?"),
    "EUR": ("money:EUR", 1, r"€|EUR|euros?"),
    "USD": ("money:USD", 1, r"\$|USD|US\$|(?:US )?dollars?|bucks?"),
    "GBP": ("money:GBP", 1, r"£|GBP|pounds?(?: sterling)?|quid"),
    "CHF": ("money:CHF", 1, r"CHF|(?:Swiss )?francs?"),
    "JPY": ("money:JPY", 1, r"¥|JPY|yen"),
    "CAD": ("money:CAD", 1, r"CAD|Canadian dollars?"),
    "AUD": ("money:AUD", 1, r"AUD|Australian dollars?"),
    "NZD": ("money:NZD", 1, r"NZD|New Zealand dollars?"),
    "SGD": ("money:SGD", 1, r"SGD|Singapore dollars?"),
    "HKD": ("money:HKD", 1, r"HKD|Hong Kong dollars?"),
    "SEK": ("money:SEK", 1, r"SEK|Swedish (?:kron(?:a|or)|crowns?)|kronor"),
    "NOK": ("money:NOK", 1, r"NOK|Norwegian (?:kroner?|crowns?)"),
    "DKK": ("money:DKK", 1, r"DKK|Danish (?:kroner?|crowns?)"),
    "crown": ("money:crown", 1, r"kr\.?|kron(?:er|e|a)|crowns?"),
    "PLN": ("money:PLN", 1, r"PLN|zł|zlotys?|złoty(?:ch|s)?"),
    "CZK": ("money:CZK", 1, r"CZK|Kč|Czech (?:koruna|crowns?)"),
    "HUF": ("money:HUF", 1, r"HUF|forints?"),
    "RON": ("money:RON", 1, r"RON|lei"),
    "TRY": ("money:TRY", 1, r"TRY|₺|(?:Turkish )?lira"),
    "INR": ("money:INR", 1, r"INR|₹|(?:Indian )?rupees?"),
    "CNY": ("money:CNY", 1, r"CNY|RMB|yuan|renminbi"),
    "KRW": ("money:KRW", 1, r"KRW|₩"),
    "BRL": ("money:BRL", 1, r"BRL|(?:Brazilian )?reais"),
    "MXN": ("money:MXN", 1, r"MXN|(?:Mexican )?pesos?"),
    "ZAR": ("money:ZAR", 1, r"ZAR|rands?"),
    "ILS": ("money:ILS", 1, r"ILS|₪|shekels?"),
    "AED": ("money:AED", 1, r"AED|dirhams?"),
    "EUR cent": ("money:EUR", 0.01, r"(?:euro|EUR) ?cents?"),
    "cent": ("money:USD", 0.01, r"cents?|¢"),
    "pence": ("money:GBP", 0.01, r"pence|pennies|p"),
}
# Spellings that mean something only in this case: "m" is a metre, "M" a million, "W" a watt.
_CASED = {
    "m", "h", "s", "g", "p", "ms", "ns", "ng", "nm", "cl", "dl", "hl", "ha", "cc", "pp", "bps", "gal", "cal",
    "kt", "Mt", "hp", "PS", "W", "V", "mV", "kV", "mA", "mW", "MW", "kW", "GW", "TW", "MB", "GB", "TB", "PB",
    "EB", "KB", "kB", "Mb", "Gb", "Tb", "Mbps", "mbps", "Gbps", "gbps", "Tbps", "MBps", "GBps", "MP", "lm",
    "N", "Nm", "TRY", "RON",
}  # fmt: skip


def _after(spelling: str) -> re.Pattern[str]:
    spellings = "|".join(f"(?-i:{one})" if one in _CASED else one for one in spelling.split("|"))
    return re.compile(rf"[\s-]?(?:{spellings})(?![\w])", re.IGNORECASE)


_AFTER = [(name, _after(spelling)) for name, (_, _, spelling) in UNITS.items()]
# Speeds and rates whose name holds the period: spelling -> (unit, period).
_RATES = [
    (_after(spelling), unit, per)
    for spelling, unit, per in (
        (r"mph", "mile", "hour"),
        (r"km/?h|kph|kmh", "kilometre", "hour"),
        (r"knots?", "nautical mile", "hour"),
        (r"[kK]bps|kbit/s", "kilobit", "second"),
        (r"Mbps|mbps|Mbit/s", "megabit", "second"),
        (r"Gbps|gbps|Gbit/s", "gigabit", "second"),
        (r"Tbps|Tbit/s", "terabit", "second"),
        ("MBps", "megabyte", "second"),
        ("GBps", "gigabyte", "second"),
    )
]
_DOLLARS = {
    "C": "CAD",
    "CA": "CAD",
    "CAN": "CAD",
    "A": "AUD",
    "AU": "AUD",
    "NZ": "NZD",
    "S": "SGD",
    "HK": "HKD",
}
_CODES = "|".join(name for name in UNITS if re.fullmatch(r"[A-Z]{3}", name))
SYMBOLS = re.compile(
    rf"(?P<unit>€|US\$|(?<![A-Z])(?:{'|'.join(_DOLLARS)})\$|R\$|\$|£|¥|₹|₺|₩|₪|(?-i:\b(?:{_CODES}|RMB|Rs\.?|kr\.?|zł)))\s?$"
)
_SYMBOL_UNIT = {
    "€": "EUR", "US$": "USD", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "₺": "TRY", "₩": "KRW",
    "₪": "ILS", "R$": "BRL", "RMB": "CNY", "Rs": "INR", "Rs.": "INR", "kr": "crown", "kr.": "crown",
    "zł": "PLN",
} | {f"{letters}$": code for letters, code in _DOLLARS.items()}  # fmt: skip
_ARTICLE_UNITS = {"kilo": "kilogram", "meter": "metre", "kilometer": "kilometre"}
# A pound that is weighed and not paid.
_WEIGHED = re.compile(r"\b(?:weigh\w*|heav(?:y|ier)|lighter|ounces?|oz|lbs?|kgs?|kilograms?|kilos?)\b", re.I)
_THINGS = (
    r"employee|user|seat|room|account|driver|source|technician|licence|license|device|machine|project|"
    r"customer|site|person|order|pick|transaction|shift|night|unit|tonne|ton|km|kilometre|kilometer|"
    r"mile|line|visit|invoice|head|couple|household|family|group|team|guest|visitor|passenger|adult|"
    r"child|pupil|student|learner|patient|member|lawyer|adviser|advisor|agent|node|core|server|"
    r"container|host|cluster|bed|store|shop|branch|location|building|hotel|clinic|school|company|"
    r"organisation|organization|business|client|tenant|vehicle|bus|truck|lorry|van|car|trip|ride|"
    r"journey|flight|lesson|session|class|course|module|parcel|package|bottle|box|pack|packet|jar|tin|"
    r"can|ticket|event|page|word|call|message|email|document|image|query|request|lot|share|litre|"
    r"liter|kilo|kilogram|kg|gram|hectare|acre|barrel|gallon|kWh|MWh|kilowatt|kW|piece|item|serving|"
    r"portion|meal|dose|tablet|capsule|query|test|sample|case|claim|policy|contract|card|payment|"
    r"donation"
)
_PER = re.compile(
    r"\s*(?:(?:,?\s?(?:per|an?|each|every|the|/)\s?)(?P<unit>second|minute|hour|day|week|month|quarter|year|"
    rf"square (?:met(?:re|er)|f(?:oo|ee)t)|cubic met(?:re|er)|{_THINGS}"
    r")(?:e?s)?\b|,?\s?per (?:installed |active |registered |paying |named |new |individual |single )?"
    r"(?P<thing>(?!cent\b|annum\b|se\b|capita\b)[a-z][a-z-]{2,})\b|\sper (?P<capita>capita)\b)",
    re.IGNORECASE,
)
_PERIODS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")
_AND_PERIOD = re.compile(rf"\sand (?P<unit>{'|'.join(_PERIODS)})\b", re.IGNORECASE)
_PER_ADVERB = re.compile(
    r"\b(?P<unit>hour|dai|week|month|quarter|year|annual)ly\b|\b(?P<annum>per annum|p\.a\.)", re.IGNORECASE
)
# "30 litres to the top floor an hour": far from its figure, the period closes the clause.
_AT_CLAUSE_END = re.compile(
    r"\s(?:[A-Za-z'’-]+\s){0,7}?(?<!\bin )(?<!\bfor )(?<!\bwithin )(?<!\babout )(?<!\bthan )(?<!\bhalf )"
    r"(?<!\bof )(?<!\bafter )(?<!\bonce )(?<!\btwice )(?<!\btimes )(?<!\bunder )(?<!\bover )(?<!\bby )"
    r"(?<!\btakes )(?<!\bjust )(?<!\bonly )(?<!\bis )an?\s(second|minute|hour|day|week|month|quarter|year)"
    r"(?=\s*(?:[.,;:!?)]|$))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Denominator:
    """What a quantity is counted per: `per` a period where there is one, else a thing; `each` the thing."""

    per: str
    each: str
    end: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in a text: `factor` turns it into its dimension's base unit, `end` is where its words end.

    `per` is the period that a unit such as "mph" holds, "" for any other.
    """

    name: str
    dimension: str
    factor: float
    end: int
    per: str = ""


def read_unit(text: str, number: Numeral) -> Unit:
    """The unit of `number`: a currency before it or the longest unit after it, else a share or a count."""
    symbol = SYMBOLS.search(text[: number.start])
    if symbol:
        name = _SYMBOL_UNIT.get(symbol["unit"], symbol["unit"])
        return Unit(name, UNITS[name][0], 1.0, number.end)
    for pattern, name, per in _RATES:
        if match := pattern.match(text, number.end):
            return Unit(name, UNITS[name][0], UNITS[name][1], match.end(), per)
    best = None
    for name, pattern in _AFTER:
        match = pattern.match(text, number.end)
        if match and (best is None or match.end() > best[1].end()):
            best = (name, match)
    if best:
        weighed = best[0] == "GBP" and "pound" in best[1][0].lower() and _WEIGHED.search(text)
        name = "pound" if weighed else best[0]
        dimension, factor, _ = UNITS[name]
        return Unit(name, dimension, factor, best[1].end())
    if number.kind == "fraction":
        article = re.match(
            r"\s(?:an?|of an?)\s(second|minute|hour|day|week|month|quarter|year|decade|century|"
            r"percentage point|mile|kilomet(?:re|er)|met(?:re|er)|kilo|tonne|litre|pint|acre|hectare)\b",
            text[number.end :],
            re.I,
        )
        if article:
            name = _ARTICLE_UNITS.get(article[1].lower(), article[1].lower())
            dimension, factor, _ = UNITS[name]
            return Unit(name, dimension, factor, number.end + article.end())
        return Unit("part", "share", 1.0, number.end)
    return Unit("", "count", 1.0, number.end)


def read_denominator(text: str, end: int) -> Denominator:
    """What a quantity that ends at `end` is counted per, and where those words end.

    "per user per month" is per month, and each user.
    """
    first = _PER.match(text, end)
    if first:
        unit = _singular(first)
        if unit in _PERIODS:
            second = _PER.match(text, first.end())
            thing = _singular(second) if second else ""
            if second and thing not in _PERIODS and not _is_article(second):
                return Denominator(unit, thing, second.end())
            return Denominator(unit, "", first.end())
        over_time = _PER.match(text, first.end()) or _AND_PERIOD.match(text, first.end())
        if over_time and (period := (over_time["unit"] or "").lower()) in _PERIODS:
            return Denominator(period, unit, over_time.end())
        return Denominator(unit, unit, first.end())
    adverb = _PER_ADVERB.search(text[end : end + 30])
    if adverb:
        if adverb["annum"]:
            return Denominator("year", "", end + adverb.end())
        unit = {"dai": "day", "annual": "year"}.get(adverb["unit"].lower(), adverb["unit"].lower())
        return Denominator(unit, "", end)
    later = re.match(
        r"\s(?:[\w-]+\s){0,3}?(?:per|an?|each|every)\s(second|minute|hour|day|week|month|quarter|year|shift)\b",
        text[end:],
        re.I,
    )
    later = later or _AT_CLAUSE_END.match(text[end:])
    return Denominator(later[1].lower() if later else "", "", end)


def _is_article(match: re.Match[str]) -> bool:
    """ "€5 a month the customer keeps": only "per" and "each" join a thing to a period."""
    return not re.match(r"\s*,?\s?(?:per|each|every|/)", match[0], re.I)


def _singular(match: re.Match[str]) -> str:
    if match["capita"]:
        return "person"
    unit = (match["unit"] or match["thing"]).lower()
    return unit.removesuffix("s") if match["thing"] and not unit.endswith("ss") else unit
