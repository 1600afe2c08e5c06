"""Provisos: phrases that say under which condition the rest of a sentence holds, or that none is needed."""

from __future__ import annotations

import re

from msglint.model import Cue

_PEOPLE = (
    r"(?:new |existing |eligible |selected |registered |paying )?(?:customers|clients|users|members|teams|"
    r"accounts|subscribers|orders|purchases|homes|companies|organisations|organizations|businesses|patients|"
    r"students|guests)"
)
_SETTING = (
    r"conditions?|tests?|testing|trials?|use|driving|load|settings?|environments?|circumstances|simulations?|"
    r"benchmarks?|pilots?|storage|light"
)
_ASKED_FOR = (
    r"battery|plan|referral|prescription|subscription|membership|contract|deposit|voucher|upgrade|add-on|"
    r"option|"
    r"licence|license|permit|maintenance|care|exercise|insulation|approval|supervision|adapter|filter|"
    r"deductible|"
    r"excess|discount|commitment|guarantor|coupon|code|sensor|module|kit|attachment"
)
_PACE = (
    r"(?:low|lowest|high|highest|full|half|top|medium|walking|cruising|"
    r"constant|moderate|reduced|maximum|normal|slow)"
)
_STATES = (
    r"in (?:[\w-]+ )?(?:(?:still|dry|moist|humid|clean|cold|warm|open|calm) (?:air|water|seas?|rooms?|"
    r"conditions?|places?)|"
    r"(?:sheltered|level|flat|easy|open|urban|soft|hard) (?:terrain|ground|country|water|soil)|"
    r"direct sunlight|"
    r"(?:flight|eco|economy|silent|quiet|sleep|power-saving|energy-saving|standby|manual|night|hybrid|"
    r"electric|offline|"
    r"sport|comfort|demo|test|low-dose|low-power) mode|standby)",
    rf"at {_PACE} (?:speed|power|load|volume|brightness|heat|pace|capacity|intensity|settings?)",
    r"at (?:about |around |up to |below |above |under |over )?(?:minus |-|−)?\d[\d.,]*\s?(?:°|degrees|"
    r"km/h|kph|mph|knots|bar|"
    r"rpm|volts?|V|% (?:brightness|volume|load|humidity|capacity|charge))(?:\s?[CF])?",
    r"at (?:idle|rest|sea level|room temperature|walking pace|ambient temperature)",
    r"on (?:level|flat|dry|paved|smooth|even|firm|good|hard|wet) (?:ground|roads?|surfaces?|terrain|"
    r"tracks?|tarmac|soil)",
    rf"on (?:the|its) {_PACE} (?:settings?|level|power|speed)",
    r"on an? (?:full|single) (?:charge|battery|tank)|on (?:battery(?: power)?|mains|Wi-Fi|wifi|standby)",
    r"(?:on|for) (?:orders|purchases|bookings|deposits|balances|loans|stays|baskets|invoices|"
    r"transactions|donations) "
    r"(?:over|above|of|from|under|below|worth|exceeding|up to) (?:at least |more than |"
    r"up to )?[^\s,;]+(?: or more)?",
    r"from (?:standby|cold|a cold start|a standing start)",
    r"with(?:out| no) (?:an? |any )?(?:[\w-]+ )?(?:payload|load|passengers?|trailer|luggage|cargo|wind|"
    r"headwind|heating|"
    r"air conditioning|accessories|attachments|lights?|rider)",
    r"with (?:the |its |all )?[\w-]+ (?:dimmed|switched (?:on|off)|turned (?:on|off|down)|on|off|down|"
    r"closed|shut|open|"
    r"disabled|enabled|folded|removed|attached|fitted)",
    r"before (?:fees|charges|costs|interest|deductions|commission|expenses|tax(?:es)?|inflation|discounts?)",
    r"within (?:the )?(?:city|city limits|EU|UK|country|mainland|metropolitan area|delivery area|catchment)",
    r"(?:(?<=free )|(?<=refunded )|(?<=returned )|(?<=exchanged )|(?<=cancelled )|(?<=canceled ))"
    r"(?:of charge )?within (?:\S+ ){1,2}(?:hours?|days?|weeks?|months?)",
    r"outside (?:the |of )?(?:[\w-]+ )?(?:season|hours|periods?|times|holidays?|weekends?)",
    r"(?:in|during|over|within) the first (?:\w+ )?(?:days?|weeks?|months?|years?)|in year one",
)
_TRIGGERS = {
    "state": "|".join(_STATES),
    "whatever": r"whether (?=[^.;:!?]{3,60} or not\b)|\w+ or no \w+|whether or not|"
    r"regardless of|irrespective of|no matter|however \w+|"
    r"even (?:if|when|with|without|where|in|at|on|under|during)|whatever|with or without|"
    r"under (?:any|all) (?:circumstances|conditions)|in any case|unconditionally",
    "clause": r"if|when(?:ever)?|^(?:should|were)|in case(?: of)?|as long as|so long as|"
    r"provid(?:ed|ing)(?: that)?|"
    r"on (?:the )?condition(?: that)?|assuming(?: that)?|in the event (?:of|that)|only after|"
    r"once(?! (?:an?|per|every|each|more|again|and|in|or)\b)",
    "unless": r"unless|except(?: (?:for|where|when|if|in|on))?|excepting|excluding|excl\.|not including|"
    r"with the exception of|apart from|other than",
    "limit": r"subject to|up to an? (?:\w+ )?(?:limit|cap|maximum|ceiling) of|limited to|depending (?:up)?on|"
    r"until (?:\S+ ){1,2}(?:hours?|days?|weeks?|months?) before|at least (?:\S+ ){1,2}(?:hours?|days?|weeks?|"
    r"months?) (?:before|in advance|ahead)|with (?:\S+ ){1,2}(?:hours?|days?|weeks?|months?)['’]? notice|"
    r"while (?:stocks|supplies) last|by (?:prior )?(?:arrangement|appointment)|(?:up)?on request",
    "money": r"before (?:tax|VAT|deductions)|(?:plus|without) (?:tax|VAT)|(?:net|exclusive) of (?:tax|VAT)",
    "time": r"for the first (?:\w+ )?(?:days?|weeks?|months?|years?)|for a limited (?:time|period)|"
    r"(?:during|outside|in) (?:office|opening|business|working|school|peak|off-peak) hours|off-peak|"
    r"at participating \w+|where (?:available|permitted|possible|allowed)",
    "weather": r"in (?:dry|good|calm|clear|wet|cold|warm|mild|fair) (?:weather|conditions|water|light|seas)|"
    r"at (?:room temperature|temperatures (?:of|below|above|under|over|between)|sea level)",
    "setting": rf"(?:under|in) (?!(?:the|an?|this|that|our|your|its) )(?:[\w-]+ ){{1,2}}(?:{_SETTING})",
    "with": r"(?:(?:when )?(?:used|taken|combined|paired|bundled|applied) )(?:together |along |alongside |in "
    rf"(?:combination|conjunction) )?with|with (?:(?:an?|the|regular|proper|good) )(?:[\w-]+ ){{0,2}}"
    rf"(?:{_ASKED_FOR})|in (?:combination|conjunction) with|together with|alongside",
    "group": rf"(?:only )?for {_PEOPLE}(?: (?:on|with|who|that|in|under|over|above|below|of|from|outside))|"
    r"on the (?:[\w-]+ ){1,2}(?:plan|tier|edition|tariff|package)|only (?:for|in|on|with|at|during)",
}
_PROVISO = re.compile(
    "|".join(rf"(?P<{kind}>(?<![\w-])(?:{words})(?![\w-]))" for kind, words in _TRIGGERS.items()),
    re.IGNORECASE,
)
_END = re.compile(r"[,;:()–—?!]|\.(?=\s|$)|\s-\s")


def provisos(text: str) -> tuple[Cue, ...]:
    """Each proviso from its first word to the next break; `kind` is its sort, "whatever" for the lack of one.

    A proviso inside another belongs to it.
    """
    found: list[Cue] = []
    for match in _PROVISO.finditer(text):
        if found and match.start() < found[-1].end:
            continue
        stop = _END.search(text, match.end())
        end = stop.start() if stop else len(text)
        if match.lastgroup == "state":
            end = match.end()
        found.append(
            Cue(text[match.start() : end].strip().lower(), match.start(), end, match.lastgroup or "")
        )
    return tuple(found)
