"""Sets of nouns and verbs that say when one thing in the place of another is a change."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Sides of a deal, or people with a part in it: never a mere description of the company or product.
PARTIES = _set(
    """
customer client buyer user consumer recipient owner homeowner householder landlord tenant resident lodger
guest visitor passenger driver rider patient pupil student learner parent teacher child employee worker
applicant candidate jobseeker farmer grower installer contractor subcontractor supplier vendor retailer
wholesaler distributor dealer reseller importer insurer lender borrower bank broker agent administrator
developer partner member subscriber donor volunteer investor shareholder taxpayer council government state
municipality regulator authority ministry auditor assessor inspector police court employer union creditor
sender shipper carrier courier seller breeder vet doctor nurse pharmacist clinician physician surgeon
hospital school university citizen public community competitor rival
"""
)
# Of these, who stands on the other side: never another word for the company itself.
COUNTERPARTIES = _set(
    """
customer client buyer user consumer recipient owner homeowner householder landlord tenant resident lodger
guest visitor passenger rider patient pupil student learner parent child applicant candidate jobseeker farmer
grower administrator member subscriber donor taxpayer citizen public borrower sender competitor rival
"""
)
# So general that almost anything may be called it.
GENERIC = _set(
    """
product tool software solution platform service system app application company business organisation
organization firm provider device machine program programme scheme account material equipment thing item
way method approach process area place site part piece kind type sort range line offering offer package
plan group team people person number amount level use work job task step time help support information
data content case point fact need result benefit value feature function option choice example project
effort matter issue set unit model version name brand industry sector field market trade side end detail
facility resource measure activity operation arrangement environment setting situation experience world lot
bunch rest whole
"""
)
# What houses and bodies are called after their own name.
INSTITUTIONS = _set(
    """
academy agency airport archive army association authority bank board bureau castle cathedral centre center
chamber church clinic club coast college commission committee company corporation council county court
department district family federation festival forest forum foundation fund gallery government group hall
harbour hill hospital hotel house inn institute island kitchen lake laboratory library ministry mountain
museum office orchestra park parliament police port prize award river road school society square station
street theatre trust union university valley village
"""
)
# Of these and other heads, what is a place: its name tells where, not who.
PLACES = _set(
    """
airport area avenue bay beach bridge building campus canal castle cathedral city coast corner country county
depot district dock estate factory farm field floor forest garden harbour hill island junction lake lane
mill mine mountain office park peninsula plant plaza port province quarter quarry quay region reservoir river
road ruin sea shipyard shop shore site square state station store street suburb terminal territory town
valley village ward warehouse wharf wing wood workshop yard
"""
)
# Adjectives that say what a company or thing is, not how it is.
DEFINING = _set(
    """
private public listed commercial charitable cooperative co-operative mutual non-profit nonprofit for-profit
governmental state-owned family-owned employee-owned limited incorporated voluntary federal municipal
religious academic military medical clinical pharmaceutical cosmetic dietary herbal legal financial fiscal
educational agricultural nuclear solar electric electrical hydraulic pneumatic
wooden metallic woollen golden plastic ceramic
"""
)
# General words that still exclude each other as what is offered.
EXCLUDING = frozenset({frozenset({"hardware", "software"}), frozenset({"hardware", "service"})})
# Units, times and shares: other kinds of change tell of them.
MEASURES = _set(
    """
second minute hour day night week weekend fortnight month quarter semester season spring summer autumn
winter year decade century morning afternoon evening noon midday midnight today tomorrow yesterday
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday
metre meter kilometre kilometer mile inch centimetre millimetre km m cm mm acre hectare
litre liter gallon pint millilitre gram gramme kilogram kilo kg g mg tonne ton pound ounce lb oz
watt kilowatt megawatt gigawatt kwh mwh gwh twh volt amp ampere ohm hertz celsius fahrenheit
byte kilobyte megabyte gigabyte terabyte pixel
percent percentage per cent euro dollar sterling pound penny cent franc krone yen
half third quarter fifth tenth dozen hundred thousand million billion trillion
majority minority most rest all none share proportion portion
average mean median maximum minimum total sum peak limit
nanosecond microsecond millisecond
time period duration
"""
)
# What a company does with what it is known for.
OFFERS = _set(
    """
offer make build manufacture produce sell buy provide operate run develop create design publish craft brew
bake weave knit roast distil breed grow market supply get
"""
)
# Deals with two sides; slots are told from the side of who takes.
DEALS = _set("buy get borrow learn")
# Verbs and nouns that say the same whichever of the two comes first.
SYMMETRIC = _set(
    """
be meet marry resemble equal match compare connect link join pair combine mix blend merge integrate
partner collaborate cooperate work team ally unite cooperation partnership collaboration difference
similarity comparison connection link agreement treaty distance border share alternate differ agree overlap
coincide intersect coexist sync synchronise synchronize reconcile balance exchange swap trade negotiate talk
speak correspond
"""
)
