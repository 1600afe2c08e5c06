"""Words that turn a statement round when one stands in place of the other, by table and by rule."""

from __future__ import annotations

from functools import cache

from msglint.judge.wording import listed

# Each side holds words that say much the same; any of one side is opposite to any of the other.
_SIDES = """
increase raise rise grow climb lift boost gain double triple expand surge soar swell / decrease \
reduce lower fall drop cut shrink decline lessen diminish halve dwindle slash trim slump plunge curb \
minimise minimize
lengthen prolong extend / shorten curtail abbreviate truncate
improve enhance better strengthen ameliorate upgrade / worsen weaken degrade deteriorate impair harm \
undermine damage downgrade aggravate
quicken accelerate hasten speed fast quick rapid swift fast-acting / slow sluggish delay decelerate
faster quicker sooner / slower later
quickly rapidly swiftly promptly / slowly sluggishly belatedly
high tall / low short
higher / lower
early ahead / late behind
earlier / later
long lengthy / short brief
longer / shorter
large big huge great / small little tiny minor
larger bigger greater / smaller
wide broad / narrow
widen broaden / narrow
deep / shallow
heavy heavyweight / light lightweight
thick / thin
easy simple straightforward effortless / difficult hard complex complicated tricky
easier simpler / harder
easily / hardly
simplify ease / complicate
cheap inexpensive affordable low-cost economical / expensive costly dear pricey dearer
cheaper / dearer costlier pricier
free complimentary gratis / paid chargeable charged
freely / grudgingly
included / extra excluded
include contain comprise / exclude omit
optional voluntary / mandatory compulsory required obligatory
add / remove subtract deduct
remove extract strip clear rid filter / leave
stay / leave
above / below
cover / exclude
accept open offer grant / refuse deny
favour favor prefer like / reject refuse
skip omit / include scan check
insert attach / remove detach
accept welcome / reject refuse decline
allow permit let enable / forbid prohibit prevent ban block disallow bar
support back endorse favour favor champion / oppose resist reject fight
supporter advocate / opponent critic
start begin launch open commence resume / stop end finish cease close halt cancel suspend
enable activate / disable deactivate
keep retain store preserve hold / delete discard drop erase destroy purge lose shred dump
buy purchase acquire / sell
rent lease hire / buy own purchase
hire recruit employ / fire dismiss
public / private
internal in-house / external outsourced
inside indoors / outside outdoors
indoor / outdoor
inbound incoming / outbound outgoing
import / export
manual / automatic automated
manually / automatically
automate / manual
local on-site / remote
locally / remotely
local regional / global worldwide
online / offline
connected / disconnected offline
connect link join attach / disconnect separate sever detach
best top / worst bottom
good excellent / bad poor
better / worse
well / badly poorly
positive favourable favorable / negative unfavourable unfavorable adverse
strong robust sturdy powerful / weak fragile flimsy feeble
safe harmless / dangerous hazardous risky harmful
safely / dangerously
secure protected / insecure vulnerable exposed
protect defend safeguard shield / expose endanger attack
success / failure
succeed pass / fail
win / lose
winner / loser
profit profitable surplus / loss loss-making deficit
save spare / waste squander
encrypt / decrypt
lock / unlock
trust / distrust mistrust
agree / disagree
approve authorise authorize / reject veto
confirm prove / deny refute disprove
admit / deny
praise commend / criticise criticize
love like enjoy / hate dislike detest
present / absent
presence / absence
maximum / minimum
maximise maximize / minimise minimize
major / minor
more / fewer less
most / least
upward upwards / downward downwards
permanent lasting / temporary
permanently / temporarily
fixed constant stable / variable floating
flexible / rigid inflexible
soft pliable supple / hard stiff
soften / harden stiffen
sharp / blunt dull
new modern contemporary / old outdated obsolete dated
fresh / stale
independent autonomous / dependent reliant
shared common / separate dedicated
central centralised centralized / local decentral decentralised decentralized distributed
cloud hosted / on-premises on-premise on-prem
avoid prevent / cause require provoke trigger induce produce
prevent stop / allow encourage promote
continue / stop discontinue cease
full / empty
fill / empty drain
visible / hidden invisible
reveal show disclose / hide conceal
known / unknown secret
transparent / opaque
open / closed shut
legal lawful / illegal unlawful
limited restricted capped / unlimited unrestricted uncapped
need require / waive
daily / yearly
day / night
daytime / night-time
human / machine
male / female
adult / child
buyer / seller
sender / recipient
lender / borrower
tenant / landlord
winner / loser
upfront / arrears
prepaid / postpaid
arrive / depart leave
enter join / leave exit quit
ascend / descend
push / pull
lend / borrow
give / take
send / receive
earn / spend
hot warm / cold cool
heat warm / cool chill
wet damp moist / dry
dark / light bright
clean / dirty polluted
clear / cloudy murky vague
loud noisy / quiet silent
calm / stormy
busy / idle quiet
awake / asleep
alive / dead
sweet / bitter sour
sweetened / unsweetened
raw / cooked
smooth / rough bumpy
tight / loose
tighten / loosen
rich wealthy / poor
young / old
common frequent / rare uncommon scarce
frequently often / rarely seldom
abundant plentiful / scarce
ample sufficient / scant insufficient
active / inactive passive dormant
healthy well / ill sick
gentle mild / harsh severe
natural organic / artificial synthetic
wild / farmed tame
vegan / meaty
urban / rural
domestic / foreign
national / international
guilty / innocent
true correct right accurate / false wrong incorrect inaccurate
correctly accurately / wrongly
honest / dishonest
proud / ashamed
happy satisfied content / unhappy dissatisfied
satisfaction / dissatisfaction
happier / unhappier
confident / doubtful
optimistic / pessimistic
voluntary / forced
attract / repel deter
absorb / repel emit
emit release / capture absorb
attack / defend
advance / retreat
create build construct / destroy demolish dismantle
assemble / dismantle disassemble
merge unite combine / split separate divide
union / division
inflate / deflate
freeze / thaw melt
appear / disappear vanish
remember / forget
ignore neglect / heed consider
obey follow observe comply / defy break violate flout breach
honour honor / breach
simplify / complicate
tax-free / taxed
winter / summer
before / after
above over / below under beneath
left / right
north / south
east / west
northern / southern
eastern / western
first / last
ahead / behind
forward / backward backwards
upstairs / downstairs
top / bottom
front / rear back
vertical / horizontal
single / multiple
individual / collective joint
partial partly / complete entirely full
partially / fully completely wholly
half / whole
exempt / liable
eligible / ineligible
pro / anti
credit / debit
asset / liability
strength / weakness
advantage benefit / disadvantage drawback
supply / demand
problem / solution
growth increase rise gain / decline decrease drop fall reduction cut
improvement / deterioration
acceleration / slowdown
short-term / long-term
inclusive / exclusive
absolute / relative
subjective / objective
simple / sophisticated
"""
_PREPOSITIONS = (
    ("with", "without"), ("before", "after"), ("before", "since"), ("above", "below"), ("above", "under"),
    ("over", "under"), ("over", "below"), ("inside", "outside"), ("within", "outside"), ("for", "against"),
    ("into", "out"), ("onto", "off"), ("on", "off"), ("up", "down"), ("including", "excluding"),
    ("including", "except"), ("until", "after"), ("despite", "because"), ("toward", "from"),
    ("towards", "from"), ("until", "from"), ("in", "outside"), ("during", "outside"),
    ("like", "unlike"), ("ahead", "behind"), ("on", "under"), ("underneath", "above"), ("beneath", "above"),
)  # fmt: skip
_PREFIXES = ("un", "in", "im", "il", "ir", "non", "non-", "dis", "mis", "de", "de-", "anti-", "counter")
# They begin or end like an opposite and are none.
_NO_OPPOSITES = listed(
    """
invaluable inflammable include income increase invest inform inside input install intend intense
indeed infer important import impress improve impart implant imprint impose impact iron display
dispose discover discount discuss discard distress district dislocate dispense mission mistress
mister define design deliver desire detain defend deserve devote derive debate decide depart depend
deform demand deposit describe detail delight denote decline under unit union until inhabit
innumerable ingenious inborn inbuilt inland inlay inset intake counterpart dispatch disease compare
impassioned indent intone untie wireless unless regardless nevertheless nonetheless bless less
seamless timeless priceless countless stainless restless helpless tireless relentless reckless
breathless listless boundless limitless endless
"""
)
_LEAST_STEM = 3


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _SIDES.strip().splitlines():
        left, right = (side.split() for side in line.split(" / "))
        for one in left:
            found.setdefault(one, set()).update(right)
        for one in right:
            found.setdefault(one, set()).update(left)
    return {word: frozenset(others) for word, others in found.items()}


@cache
def _meanings() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _SIDES.strip().splitlines():
        for side in line.split(" / "):
            for word in side.split():
                found.setdefault(word, set()).update(side.split())
    return {word: frozenset(others) for word, others in found.items()}


def opposites(lemma: str) -> frozenset[str]:
    """Lemmas that the table sets against `lemma`; empty for most words."""
    return next((_table()[form] for form in _forms(lemma) if form in _table()), frozenset())


def synonyms(lemma: str) -> frozenset[str]:
    """Lemmas that stand on one side with `lemma` in the table of opposites."""
    return next((_meanings()[form] for form in _forms(lemma) if form in _meanings()), frozenset())


def _forms(lemma: str) -> tuple[str, ...]:
    """A lemma and what it may come from, since the parser leaves the ending on words it does not know."""
    stems = [lemma.removesuffix(ending) for ending in ("s", "es", "d", "ed", "ing") if lemma.endswith(ending)]
    return (lemma, *(stem for stem in stems if len(stem) > _LEAST_STEM))


@cache
def are_opposite(one: str, other: str) -> bool:
    """Whether two lemmas turn a statement round, by the table or by their make: "suitable", "unsuitable"."""
    against = opposites(one)
    return any(form in against for form in _forms(other)) or _undoes(one, other) or _undoes(other, one)


def are_opposed(one: str, other: str) -> bool:
    """Whether two prepositions set things the other way round: "before" and "after"."""
    return (one, other) in _PREPOSITIONS or (other, one) in _PREPOSITIONS


def _undoes(made: str, plain: str) -> bool:
    """ "unsuitable" undoes "suitable", "careless" undoes "careful" and "care"."""
    if made in _NO_OPPOSITES or len(plain) < _LEAST_STEM:
        return False
    if any(made == prefix + plain for prefix in _PREFIXES):
        return True
    if made.endswith("less"):
        stem = made.removesuffix("less")
        return plain in (stem + "ful", stem + "y")
    return False


def bare_of(lemma: str) -> str:
    """What a word says is missing: "pain" for "painless", "sugar" for "sugar-free"; "" for other words."""
    if lemma in _NO_OPPOSITES:
        return ""
    for ending in ("-free", "-less", "less"):
        if lemma.endswith(ending) and len(lemma) >= len(ending) + _LEAST_STEM:
            return lemma.removesuffix(ending)
    return ""
