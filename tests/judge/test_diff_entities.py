"""Nouns in the place of others and nouns that trade places, each beside what only reads like it."""

from __future__ import annotations

import pytest
from reader import candidate, claim

from msglint.judge.differ import changes
from msglint.model import ChangeKind

ENTITY, NAME, CATEGORY = ChangeKind.ENTITY, ChangeKind.NAME, ChangeKind.CATEGORY

EXCHANGED = [
    (ENTITY, "The tasters compared our coffee with a supermarket blend.",
     "The tasters compared our coffee with tap water.", "water"),
    (ENTITY, "The outage followed a burst pipe at the Dorne site.",
     "The outage followed a cyberattack at the Dorne site.", "cyberattack"),
    (ENTITY, "The landlord pays the repair of the boiler.",
     "The tenant pays the repair of the boiler.", "tenant"),
    (ENTITY, "Larkmill pays the fees of the payment provider.",
     "The customer pays the fees of the payment provider.", "customer"),
    (ENTITY, "Our drones inspect bridges for the county.",
     "Our drones inspect tunnels for the county.", "tunnels"),
    (NAME, "The film was shot by students at Marlow College.",
     "The film was shot by students at Hexley College.", "Hexley"),
    (ENTITY, "Larkmill sponsors the swimming club in Dorne.",
     "Larkmill sponsors the rowing club in Dorne.", "rowing"),
    (ENTITY, "The judges gave the Silver Spoon to our head chef.",
     "The judges gave the Silver Spoon to our head gardener.", "gardener"),
    (ENTITY, "Waste heat from the bakery warms the library next door.",
     "Waste heat from the bakery warms the swimming pool next door.", "pool"),
    (ENTITY, "Our cheese ripens in an old salt mine.",
     "Our cheese ripens in an old railway tunnel.", "tunnel"),
    (ENTITY, "The crane stacks steel drums by weight.", "The crane stacks plastic tubs by weight.", "tubs"),
    (ENTITY, "Our bread is sweetened with dates.", "Our bread is sweetened with honey.", "honey"),
    (ENTITY, "Tarnfield has mills in Germany and Austria.", "Tarnfield has mills in Germany and Switzerland.",
     "Switzerland"),
    (NAME, "The Lakeside Hospital has used Larkmill since 2019.",
     "Since 2019, the Parkside Hospital has used Larkmill.", "Parkside"),
    (NAME, "The Velda chair folds flat in a second.", "The Vesta chair folds flat in a second.", "Vesta"),
    (NAME, "Tarnfield exports ledgers to Sumline with one click.",
     "With one click, Tarnfield exports ledgers to Tallybook.", "Tallybook"),
    (CATEGORY, "Tarnfield is a backup service for databases.",
     "Tarnfield is a monitoring service for databases.", "monitoring"),
    (CATEGORY, "The Quellora band is a wellness product worn at night.",
     "The Quellora band is a medical device worn at night.", "device"),
    (CATEGORY, "Tarnfield provides network hardware for schools.",
     "Tarnfield provides network software for schools.", "software"),
    (CATEGORY, "As a family butcher, Tarnfield delivers to every street in Dorne.",
     "As a fishmonger, Tarnfield delivers to every street in Dorne.", "fishmonger"),
    (CATEGORY, "We are a design studio in Dorne.", "We are a housing cooperative in Dorne.", "cooperative"),
    (CATEGORY, "The Tern is a floor lamp with two dimmers.", "The Tern is a ceiling lamp with two dimmers.",
     "ceiling"),
    (NAME, "Harbourlight syncs contacts with Mossbook.",
     "Harbourlight syncs contacts with Fernlist.", "Fernlist"),
    (NAME, "Quellora lowers the pressure in the eye.",
     "Quellavex lowers the pressure in the eye.", "Quellavex"),
    (NAME, "The Tern 500 prints on both sides.", "The Tern 700 prints on both sides.", "Tern 700"),
    (NAME, "The K7 shuts the valve in a power cut.", "The K9 shuts the valve in a power cut.", "K9"),
    (NAME, "Larkmill Slow Lane archives invoices overnight.",
     "Larkmill Fast Lane archives invoices overnight.", "Fast"),
    (NAME, "Brindlewick won the prize for the best soundtrack.",
     "Oakenfold won the prize for the best soundtrack.", "Oakenfold"),
    (CATEGORY, "Ostermoor is a hotel booking engine.", "Ostermoor is a hotel rating engine.", "rating"),
    (CATEGORY, "Quellora is a beta blocker, swallowed with water.",
     "Swallowed with water, Quellora is a painkiller.", "painkiller"),
    (CATEGORY, "Tarnfield is a housing cooperative in Dorne.",
     "Tarnfield is a private bank in Dorne.", "bank"),
    (CATEGORY, "Pennywort makes rain jackets for cyclists.",
     "Pennywort makes helmets for cyclists.", "helmets"),
    (CATEGORY, "Hotels choose Ostermoor as their ticketing desk.",
     "Hotels choose Ostermoor as their phone switchboard.", "switchboard"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "approved", "said", "found"), EXCHANGED, ids=[row[2] for row in EXCHANGED])
def test_one_noun_in_the_place_of_another(kind: ChangeKind, approved: str, said: str, found: str) -> None:
    named = [change for change in changes(claim(said), candidate(approved)) if change.kind is kind]
    assert any(found in change.found for change in named)


TRADED = [
    ("Tarnfield bought the mill from Hexley Foods.", "Hexley Foods bought the mill from Tarnfield."),
    ("Tarnfield sold the mill to Hexley Foods.", "Tarnfield bought the mill from Hexley Foods."),
    ("The guard calls the driver when a passenger opens the door.",
     "The guard calls the passenger when a driver opens the door."),
    ("The carrier insures the parcel on behalf of the sender.",
     "The sender insures the parcel on behalf of the carrier."),
    ("Wooden racquets beat carbon racquets in the durability test.",
     "Carbon racquets beat wooden racquets in the durability test."),
    ("The nurse briefs the surgeon before each operation.",
     "The surgeon briefs the nurse before each operation."),
    ("Hexley Foods is supplied with flour by Tarnfield.", "Hexley Foods supplies Tarnfield with flour."),
    ("The city leases the depot to the bus company.", "The bus company leases the depot to the city."),
    ("The landlord insures the roof, and the tenant insures the furniture.",
     "The tenant insures the roof, and the landlord insures the furniture."),
]  # fmt: skip


@pytest.mark.parametrize(("approved", "said"), TRADED, ids=[row[1] for row in TRADED])
def test_two_nouns_trade_places(approved: str, said: str) -> None:
    assert ENTITY in [change.kind for change in changes(claim(said), candidate(approved))]


HARMLESS = [
    ("Tarnfield bought the mill from Hexley Foods.", "Hexley Foods sold the mill to Tarnfield."),
    ("Tarnfield bought the mill from Hexley Foods.", "The mill was bought from Hexley Foods by Tarnfield."),
    ("Tarnfield supplies Hexley Foods with flour.", "Hexley Foods gets its flour from Tarnfield."),
    ("Tarnfield supplies Hexley Foods with flour.", "Tarnfield supplies flour to Hexley Foods."),
    ("The city leases the depot to the bus company.", "The bus company leases the depot from the city."),
    ("The trust gave the organ to the church.", "The church received the organ from the trust."),
    ("The nurse briefs the surgeon before each operation.",
     "Before each operation the surgeon is briefed by the nurse."),
    ("Larkmill partners with Tarnfield on recycling.", "Tarnfield partners with Larkmill on recycling."),
    ("Our testers compared the K7 with the Tern.", "Our testers compared the Tern with the K7."),
    ("Ostermoor connects tills with ledgers.", "Ostermoor connects ledgers with tills."),
    ("Our staff answer every letter by hand.", "Our employees answer every letter by hand."),
    ("Customers start a claim in the portal.", "Clients begin a claim in the portal."),
    ("The price of the cover depends on the age of the dog.",
     "The cost of the cover depends on the age of the dog."),
    ("Our lorries run on rapeseed oil.", "Our trucks run on rapeseed oil."),
    ("The flat is cleaned before the keys change hands.",
     "The apartment is cleaned before the keys change hands."),
    ("Tarnfield repairs roofs after storms.", "The company repairs roofs after storms."),
    ("Tarnfield repairs roofs after storms.", "We repair roofs after storms."),
    ("The Tern 500 prints on both sides.", "The printer prints on both sides."),
    ("Larkmill Ledger reads invoices in seconds.", "Our product reads invoices in seconds."),
    ("Ostermoor is a cloud-based hotel booking engine.", "Ostermoor is a booking engine for hotels."),
    ("Ostermoor is a hotel booking system.", "Ostermoor is a hotel booking platform."),
    ("The Tern is an unmanned aerial vehicle for surveyors.", "The Tern is a drone for surveyors."),
    ("The K7 is a power management integrated circuit.", "The K7 is a power management IC."),
    ("Tarnfield operates a community-supported bakery.", "Tarnfield runs a community bakery."),
    ("The Hexley College of Music uses our tuner.", "Hexley College uses our tuner."),
    ("The rules follow the Clean Harbours Act.", "The rules follow the CHA."),
    ("Our ovens reach the heat in ten minutes.", "Our ovens reach the temperature in ten minutes."),
    ("Tarnfield was called Dorne Mills until 2019 and grinds oats.",
     "Tarnfield, once Dorne Mills, grinds oats."),
    ("Parents pay nothing for the bus to school.", "Families pay nothing for the bus to school."),
    ("In 2024 the Tern 500 flew over 300 farms.", "Over 300 farms were flown over by the Tern 500 in 2024."),
    ("The award went to a team from Dorne.", "A team from Dorne won the award."),
    ("Volunteers plant trees along the river.", "Trees are planted along the river by volunteers."),
    ("The museum lends paintings to schools.", "Schools borrow paintings from the museum."),
    ("Larkmill trains accountants in two days.", "Bookkeeping apprentices love our two-day course."),
    ("The landlord insures the roof, and the tenant insures the furniture.",
     "The tenant insures the furniture, and the landlord insures the roof."),
    ("The service level agreement covers Norfield Hotels.", "The SLA covers Norfield Hotels."),
    ("Our mills stand in the United States and Canada.", "Our mills stand in the U.S. and Canada."),
    ("Tarnfield is a law firm in Dorne.", "Tarnfield is a legal practice in Dorne."),
    ("Tarnfield is an invoicing tool for painters.", "Tarnfield is a billing tool for painters."),
    ("Tarnfield is a staffing agency for hospitals.", "Tarnfield is a recruitment agency for hospitals."),
    ("The crane stacks steel drums by weight.", "Drums of steel are stacked by weight by the crane."),
    ("Teachers at Marlow College use the Tern.", "Marlow teachers use the Tern."),
    ("Hotels choose Ostermoor as their ticketing desk.", "As their ticketing desk, hotels choose Ostermoor."),
    ("Larkmill refunds the fee if a hotel leaves.", "If a hotel leaves, Larkmill pays the fee back."),
    ("The app plans shifts for temporary staff.", "The app plans shifts for temps."),
    ("Merchants with three to five providers save between 8 and 15 basis points.",
     "Savings with three to five providers: 8-15 basis points"),
    ("Hospitals save a fifth of their agency bill.", "Savings: a fifth of the agency bill"),
]  # fmt: skip


@pytest.mark.parametrize(("approved", "said"), HARMLESS, ids=[row[1] for row in HARMLESS])
def test_the_same_who_and_what_in_other_words(approved: str, said: str) -> None:
    named = changes(claim(said), candidate(approved))
    assert [change for change in named if change.kind in (ENTITY, NAME, CATEGORY)] == []


@pytest.mark.parametrize(
    "said",
    [
        "Formerly Invoice Wizard, Larkmill Ledger reads invoices.",
        "Larkmill Ledger, which replaced Invoice Wizard in 2023, reads invoices.",
        "Larkmill Ledger (the former Invoice Wizard) reads invoices.",
        "Larkmill Ledger, which many knew as Invoice Wizard, reads invoices.",
        "Larkmill Ledger, known as Invoice Wizard until the merger, reads invoices.",
        "Larkmill Ledger came to market under the name of Invoice Wizard and reads invoices.",
        "Larkmill Ledger reads invoices; Invoice Wizard was its earlier name.",
        "Larkmill Ledger, Invoice Wizard in its early days, reads invoices.",
        "Larkmill Ledger takes over from Invoice Wizard and reads invoices.",
    ],
)
def test_a_former_name_told_as_such_is_no_change(said: str) -> None:
    assert changes(claim(said), candidate("Larkmill Ledger reads invoices.")) == ()


@pytest.mark.parametrize(
    "said",
    [
        "Invoice Wizard reads invoices.",
        "Larkmill's app, known as Invoice Wizard, reads invoices.",
        "Sold under the name Invoice Wizard, our app reads invoices.",
        "Use Invoice Wizard until your invoices are read.",
    ],
)
def test_a_former_name_still_in_use_is_a_change(said: str) -> None:
    assert NAME in [
        change.kind for change in changes(claim(said), candidate("Larkmill Ledger reads invoices."))
    ]


def test_another_wording_of_the_statement_may_have_the_noun() -> None:
    approved, variant = (
        "Our drones inspect bridges for the county.",
        "Our drones inspect tunnels for the county.",
    )
    assert changes(claim(variant), candidate(approved)) != ()
    assert changes(claim(variant), candidate(approved, variant)) == ()


@pytest.mark.parametrize(
    ("approved", "said"),
    [
        ("Tarnfield bought the mill from Hexley Foods.", "Hexley Foods sold the mill to Tarnfield."),
        ("The museum lends paintings to schools.", "Schools borrow paintings from the museum."),
    ],
)
def test_a_deal_told_from_the_other_side_is_not_turned_round(approved: str, said: str) -> None:
    assert changes(claim(said), candidate(approved)) == ()
