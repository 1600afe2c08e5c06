"""Pairs of words that turn a statement round when one stands in place of the other."""

from __future__ import annotations

_PAIRS = """
increase decrease|increase reduce|raise lower|raise reduce|rise fall|rise drop|grow shrink|grow fall
gain lose|high low|fast slow|faster slower|quick slow|quickly slowly|early late|earlier later
long short|large small|easy difficult|easy hard|simple complex|simple complicated|cheap expensive
free paid|included extra|optional mandatory|optional required|include exclude|add remove
accept reject|accept refuse|allow forbid|allow prevent|allow block|enable disable|enable prevent
permit prohibit|start stop|open close|open closed|keep delete|keep discard|keep drop|keep replace
retain delete|store delete|buy sell|rent buy|hire fire|public private|internal external
inside outside|inbound outbound|incoming outgoing|manual automatic|manually automatically
manual automated|local remote|local global|online offline|improve worsen|better worse|best worst
strong weak|safe dangerous|safe unsafe|secure insecure|success failure|succeed fail|win lose
save waste|encrypt decrypt|trust distrust|agree disagree|approve reject|connect disconnect
present absent|maximum minimum|major minor|permanent temporary|fixed variable|fixed flexible
rigid flexible|new old|modern outdated|independent dependent|shared separate|shared dedicated
central decentral|centralised decentralised|cloud on-premises|cloud on-premise|avoid cause
avoid require|prevent cause|prevent allow|lose keep|continue stop|shut open|full empty
upgrade downgrade|visible hidden|known unknown|possible impossible|compatible incompatible
legal illegal|available unavailable|limited unlimited|reversible irreversible|necessary unnecessary
need unneeded|daily yearly|human machine|buyer seller|supplier customer|employer employee
sender recipient|seller buyer|lender borrower|tenant landlord|upfront arrears|prepaid postpaid
arrive depart
"""
_OPPOSITES: dict[str, set[str]] = {}
for _pair in _PAIRS.replace("\n", "|").split("|"):
    if len(_pair.split()) == 2:
        _left, _right = _pair.split()
        _OPPOSITES.setdefault(_left, set()).add(_right)
        _OPPOSITES.setdefault(_right, set()).add(_left)


def opposites(lemma: str) -> frozenset[str]:
    """Lemmas that say the opposite of `lemma`; empty for most words."""
    return frozenset(_OPPOSITES.get(lemma, ()))
