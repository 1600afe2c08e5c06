"""Numbers, units, dates and qualifiers: what the differ names, and the look-alikes it leaves alone."""

from __future__ import annotations

import pytest
from reader import candidate, claim

from msglint.judge.differ import changes
from msglint.model import ChangeKind

NUMBER, UNIT, DATE, QUALIFIER = ChangeKind.NUMBER, ChangeKind.UNIT, ChangeKind.DATE, ChangeKind.QUALIFIER
SAID_OF = (NUMBER, UNIT, DATE, QUALIFIER)

CHANGED = [
    (UNIT, "The pump moves 40 litres a minute.", "The pump moves 40 gallons a minute."),
    (UNIT, "Each sachet holds 5 milligrams of iron.", "Each sachet holds 5 micrograms of iron."),
    (UNIT, "The link carries 10 gigabits per second.", "The link carries 10 gigabytes per second."),
    (UNIT, "The farm covers 300 hectares of pasture.", "The farm covers 300 acres of pasture."),
    (UNIT, "The park produced 80 GWh of electricity.", "The park produced 80 MWh of electricity."),
    (UNIT, "The shelf is 30 centimetres deep.", "The shelf is 30 inches deep."),
    (UNIT, "The oven heats to 200 °C in minutes.", "The oven heats to 200 °F in minutes."),
    (UNIT, "The train runs at 120 km/h on this line.", "The train runs at 120 mph on this line."),
    (UNIT, "Margins grew by 4 percentage points in Spain.", "Margins in Spain grew by 4 percent."),
    (UNIT, "The rate fell by 25 basis points.", "The rate fell by 25 percentage points."),
    (UNIT, "Hotels pay €9 per room per month.", "Hotels pay €9 per user per month."),
    (UNIT, "The museum charges £12 per person.", "The museum charges £12 per family."),
    (UNIT, "The tariff is 9 cents per kWh.", "The tariff is 9 cents per km."),
    (UNIT, "The licence costs CAD 300 a year.", "The licence costs EUR 300 a year."),
    (UNIT, "The fee is 400 SEK for each invoice.", "The fee is 400 NOK for each invoice."),
    (UNIT, "Refunds are paid within 3 working days.", "Refunds are paid within 3 working hours."),
    (
        UNIT,
        "The lamp gives 20 lux at the desk, from 60 watts.",
        "The lamp gives 20 lux at the desk, from 60 kilowatts.",
    ),
    (NUMBER, "Larkmill reads version 6 of the format.", "Larkmill reads version 7 of the format."),
    (
        NUMBER,
        "The clinic has level 2 accreditation for surgery.",
        "The clinic has level 3 accreditation for surgery.",
    ),
    (NUMBER, "Sales rose from €21 to €30 million.", "Sales rose from €21 to €36 million."),
    (DATE, "Larkmill has mended clocks since 1894.", "Larkmill has mended clocks since 1849."),
    (DATE, "Entries for the prize close on 3 June.", "Entries for the prize close on 13 June."),
    (DATE, "The market opens in September.", "The market opens in November."),
    (DATE, "The ferry stops running next spring.", "The ferry stops running next autumn."),
    (DATE, "The hall was built in the 1920s.", "The hall was built in the 1930s."),
    (DATE, "The plant opened in early 2021.", "The plant opened in late 2021."),
    (DATE, "The price is fixed until 2027.", "The price is fixed from 2027."),
    (DATE, "The old interface works until 30 June 2027.", "The old interface works from 30 June 2027."),
    (DATE, "The desk answers calls until 8 pm.", "The desk answers calls until 6 pm."),
    (DATE, "The shop is closed on Mondays.", "The shop is closed on Sundays."),
    (DATE, "The gift cards arrive before Christmas.", "The gift cards arrive before Easter."),
    (DATE, "The second line starts running this year.", "The second line starts running next year."),
    (DATE, "The bridge opened to traffic on 4 May 2019.", "The bridge opened to traffic on 4 July 2019."),
    (QUALIFIER, "The tank lasts up to 12 days.", "The tank lasts at least 12 days."),
    (QUALIFIER, "The loader lifts up to 900 kg of gravel.", "The loader lifts 900 kg of gravel."),
    (QUALIFIER, "Larkmill saves hotels up to 5 hours a week.", "Larkmill saves hotels 5 hours a week."),
    (QUALIFIER, "Orders leave the depot within 2 days.", "On average, orders leave the depot in 2 days."),
    (QUALIFIER, "The guild has about 700 members in Wales.", "The guild has over 700 members in Wales."),
    (QUALIFIER, "The guild has about 700 members in Wales.", "The guild has 700 members in Wales."),
    (QUALIFIER, "Fewer than 40 parcels a year get lost.", "At least 40 parcels a year get lost."),
    (QUALIFIER, "Hotels save an average of 6 hours a week.", "Hotels save 6 hours a week."),
    (QUALIFIER, "The paint dries in an hour if the room is heated.", "The paint dries in an hour."),
    (QUALIFIER, "Delivery is free for orders over €50.", "Delivery is free."),
    (
        QUALIFIER,
        "Repairs are free, provided the seal is intact.",
        "Repairs are free, whether or not the seal is intact.",
    ),
    (
        QUALIFIER,
        "When parked overnight, the cart needs no brake.",
        "When moving uphill, the cart needs no brake.",
    ),
    (
        QUALIFIER,
        "Under normal driving, the tyre lasts four years.",
        "Under extreme driving, the tyre lasts four years.",
    ),
    (QUALIFIER, "Damage is covered, subject to an excess of £100.", "Damage is covered."),
    (QUALIFIER, "Calls are answered in 20 seconds on the Gold plan.", "Calls are answered in 20 seconds."),
    (QUALIFIER, "The suite costs €90 a month, plus VAT.", "The suite costs €90 a month."),
    (QUALIFIER, "With the extended battery, the drone flies 50 minutes.", "The drone flies 50 minutes."),
    (QUALIFIER, "Parking costs £2 during office hours.", "Parking costs £2."),
    (QUALIFIER, "The studio costs £400 for the first six months.", "The studio costs £400."),
    (QUALIFIER, "In dry weather, the lacquer hardens within a day.", "The lacquer hardens within a day."),
    (
        NUMBER,
        "The app speaks 12 languages, Polish among them.",
        "The app speaks Polish and fourteen other languages.",
    ),
    (QUALIFIER, "Waste fell by a fifth at 58 sites.", "Waste fell by a fifth at over 58 sites."),
    (QUALIFIER, "Up to seven in ten shifts are filled.", "At least seven in ten shifts are filled."),
    (QUALIFIER, "The wall heats up in under 15 minutes.", "The wall never heats up in less than 15 minutes."),
    (
        QUALIFIER,
        "Logs are kept for a month unless a court wants more.",
        "Logs are kept for a month unless they are encrypted.",
    ),
    (QUALIFIER, "Members get a refund if the ferry is late.", "Members get a refund."),
]


@pytest.mark.parametrize(("kind", "approved", "said"), CHANGED, ids=[row[2] for row in CHANGED])
def test_names_the_change(kind: ChangeKind, approved: str, said: str) -> None:
    found = changes(claim(said), candidate(approved))
    assert kind in {change.kind for change in found}
    marked = [change for change in found if change.kind is kind]
    assert all(said[change.start : change.end].lower() in change.found.lower() for change in marked)


ALIKE = [
    ("The pump moves 60 litres a minute.", "The pump moves one litre a second."),
    ("Each sachet holds 0.5 milligrams of iron.", "Each sachet holds 500 micrograms of iron."),
    ("The link carries 8 gigabits per second.", "The link carries one gigabyte per second."),
    ("The park produced 0.8 GWh of electricity.", "The park produced 800 MWh of electricity."),
    ("The bag weighs two pounds.", "The bag weighs 32 ounces."),
    ("The bottle holds 750 ml.", "The bottle holds 75 cl."),
    ("The train runs at 36 km/h on this line.", "The train runs at 10 metres per second on this line."),
    ("The rate fell by 25 basis points.", "The rate fell by a quarter of a percentage point."),
    ("Margins rose from 12 % to 16 % in Spain.", "Margins in Spain rose by 4 percentage points."),
    ("Hotels pay €9 per seat per month.", "Hotels pay €9 a month for each user."),
    ("The licence costs CAD 300 a year.", "The licence costs $300 a year."),
    ("The fee is 400 SEK for each invoice.", "The fee is 400 kronor per invoice."),
    ("The garden covers two square kilometres.", "The garden covers 200 hectares."),
    ("The trial runs for two weeks.", "The trial runs for a fortnight."),
    ("Sales grew to €30 million.", "Sales grew to €30m."),
    ("Larkmill reads version 6 of the format.", "Larkmill reads v6 of the format."),
    ("Thieves took 9,400 bikes in the city.", "Thieves took thousands of bikes in the city."),
    ("The filter stops 99.95 % of spores.", "The filter stops more than 99.9 % of spores."),
    ("Larkmill has mended clocks since 1894.", "Larkmill has been mending clocks from 1894 onwards."),
    ("Entries for the prize close on 3 June.", "The prize closes for entries on June 3rd."),
    ("The bridge opened to traffic in May 2019.", "The bridge opened to traffic in spring 2019."),
    ("The hall was built in 1927.", "The hall was built in the late 1920s."),
    ("The plant opened in October 2021.", "The plant opened in late 2021."),
    ("The desk answers calls until 8 pm.", "The desk answers calls until 20:00."),
    ("The desk answers calls from noon.", "The desk answers calls from 12 pm."),
    ("The works finish by the end of September 2026.", "The works finish before October 2026."),
    ("The museum is open Monday to Friday.", "The museum is open on Tuesdays and Thursdays."),
    ("The market opens on 4 September.", "The market opens in September."),
    ("Between 2015 and 2025 the club won four cups.", "The club won four cups from 2015 to 2025."),
    ("The tank lasts up to 12 days.", "The tank lasts as long as 12 days."),
    ("The loader lifts up to 900 kg of gravel.", "The loader lifts no more than 900 kg of gravel."),
    ("The guild has about 700 members in Wales.", "The guild has some 700 members in Wales."),
    ("The guild has more than 700 members.", "The guild has upwards of 700 members."),
    ("The grant covers at least half of the costs.", "The grant covers no less than 50 % of the costs."),
    ("Orders leave the depot within 2 days.", "No order leaves the depot more than 2 days later."),
    ("Hotels save an average of 6 hours a week.", "On average, hotels save 6 hours a week."),
    (
        "The paint dries in an hour if the room is heated.",
        "If the room is heated, the paint dries in an hour.",
    ),
    ("The paint dries in an hour if the room is heated.", "In a heated room, the paint dries in an hour."),
    ("Repairs are free, provided the seal is intact.", "As long as the seal is intact, repairs are free."),
    ("Damage is covered, subject to an excess of £100.", "Damage is covered, with an excess of £100."),
    ("Forms are reviewed once a year, in January.", "Forms are reviewed every January."),
    (
        "A guest may cancel, unless the room was sold at a discount.",
        "A guest may cancel, except for discount rooms.",
    ),
    (
        "The kiln is fitted in under 15 minutes.",
        "No tools and less than a quarter of an hour: the kiln is fitted.",
    ),
    ("The form is filled in within half an hour.", "No paper, but less than half an hour for the form."),
    ("Up to 70 % of open shifts are filled.", "As many as seven in ten open shifts are filled."),
    ("Fewer than 1 in 20 alerts is false.", "Fewer than five in a hundred alerts are false."),
    (
        "The median build took 26 days across 58 studies.",
        "26 days was the median build, taken over 58 studies.",
    ),
    ("The median across 212 clinics was 19 days.", "The median over 212 clinics was 19 days."),
    ("The stock lies in 9 silos.", "The stock is spread over nine silos."),
    ("Delays cost about 1.9 million pounds a year.", "Delays cost something like £1.9m a year."),
    ("The archive holds about 40,000 maps.", "The archive holds 40,000 maps, give or take."),
    (
        "The app speaks 12 languages, including Polish and Romanian.",
        "Speak Polish, Romanian or any of ten other languages to the app.",
    ),
    (
        "The editor reads 9 languages, among them Rust and Kotlin.",
        "The editor reads Rust, Kotlin and seven more languages.",
    ),
    ("The Tern carries totes of up to 60 kg.", "The Tern can take 60 kilos of totes."),
    ("The hall seats up to 90 guests at a time.", "The hall seats 90 guests at a time."),
    ("Models open in the browser, up to 4 GB.", "Open models as large as 4 GB in the browser."),
    ("Up to five engines can be connected to the desk.", "Five engines can be connected to the desk."),
    (
        "Members borrow 20 items at once, and loans renew themselves twice.",
        "Two automatic renewals per loan.",
    ),
    (
        "Larkmill guarantees 98 percent availability and credits the fee if it is missed.",
        "Should availability drop below the 98 percent we guarantee, we credit the fee.",
    ),
    ("Members get a refund if the ferry is late.", "In case the ferry is late, members get a refund."),
    (
        "Logs are kept for 90 days unless the customer sets another period.",
        "Logs are kept for 90 days, unless you decide otherwise.",
    ),
]


@pytest.mark.parametrize(("approved", "said"), ALIKE, ids=[row[1] for row in ALIKE])
def test_leaves_the_same_meaning_alone(approved: str, said: str) -> None:
    found = changes(claim(said), candidate(approved))
    assert [change for change in found if change.kind in SAID_OF] == []


PARTS = [
    (
        "Calls are answered in 20 seconds on the Gold plan, in six languages.",
        "Calls are answered in six languages.",
    ),
    ("When cleaned daily, the fryer lasts ten years and uses half the oil.", "The fryer uses half the oil."),
    ("Larkmill has mended clocks in Bern since 1894.", "In 1932 Larkmill mended clocks in Bern."),
]


@pytest.mark.parametrize(("approved", "said"), PARTS, ids=[row[1] for row in PARTS])
def test_a_part_of_a_statement_changes_nothing(approved: str, said: str) -> None:
    found = changes(claim(said), candidate(approved))
    assert [change for change in found if change.kind in SAID_OF] == []


def test_a_wording_without_the_proviso_is_approved_too() -> None:
    approved, said = "The paint dries in an hour if the room is heated.", "The paint dries in an hour."
    assert changes(claim(said), candidate(approved, "Paint that dries in an hour.")) == ()
