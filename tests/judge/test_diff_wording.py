"""Polarity, scope and strength: both sides of every rule, in sentences that are told in close wording."""

from __future__ import annotations

import pytest
from reader import candidate, claim

from msglint.judge.differ import changes
from msglint.model import ChangeKind

P, S, T = ChangeKind.POLARITY, ChangeKind.SCOPE, ChangeKind.STRENGTH

NAMED = [
    (P, "The soap contains palm oil.", "The soap does not contain palm oil."),
    (P, "The soap is made without palm oil.", "The soap is made with palm oil."),
    (P, "Our bread is free of sugar.", "Our bread contains sugar."),
    (P, "The lamp dims at night.", "The lamp fails to dim at night."),
    (P, "The crane can lift ten tonnes.", "The crane is unable to lift ten tonnes."),
    (P, "Fees are waived before the first delivery.", "Fees are waived after the first delivery."),
    (P, "The temperature stays above zero degrees.", "The temperature stays below zero degrees."),
    (P, "The new motor raises fuel consumption.", "The new motor lowers fuel consumption."),
    (P, "The glue is suitable for wet walls.", "The glue is unsuitable for wet walls."),
    (P, "The treatment is painful.", "The treatment is painless."),
    (P, "Letters are stored and never used for training.", "Letters are stored and used for training."),
    (P, "Bookings are refunded when a train is late.", "Bookings are not refunded when a train is late."),
    (P, "Trips became more expensive in June.", "Trips became less expensive in June."),
    (P, "Larkmill is not a bank.", "Larkmill is a bank."),
    (S, "Some farms harvest twice a year.", "All farms harvest twice a year."),
    (S, "Some farms harvest twice a year.", "Most farms harvest twice a year."),
    (S, "Most farms harvest twice a year.", "Farms harvest twice a year."),
    (S, "Few farms need a licence.", "None of the farms needs a licence."),
    (S, "Part of the harvest is dried.", "The whole harvest is dried."),
    (S, "Coaches run across the county.", "Coaches run around the world."),
    (S, "Loans are offered to small firms.", "Loans are offered to large firms."),
    (S, "Drones survey fields in dry regions.", "Drones survey fields in any type of region."),
    (S, "The app runs on phones and tablets.", "The app runs on phones, tablets and watches."),
    (S, "Our cheese is made in the valley.", "Our cheese is made only in the valley."),
    (P, "The council rejected the plan for a bridge.", "The council approved the plan for a bridge."),
    (S, "Almost all parcels arrive intact.", "All parcels arrive intact."),
    (S, "Nurses in three wards use the app.", "Nurses in all wards use the app."),
    (T, "The plan is expected to create jobs.", "The plan will create jobs."),
    (T, "The cream may soothe dry skin.", "The cream soothes dry skin."),
    (T, "The cream helps to soothe dry skin.", "The cream soothes dry skin."),
    (T, "Filters are designed to run for five years.", "Filters run for five years."),
    (T, "The course aims to double sales.", "The course guarantees to double sales."),
    (T, "Staff are likely to save time.", "Staff are certain to save time."),
    (T, "Sleep is linked to better marks.", "Sleep causes better marks."),
    (T, "A study suggests that walks ease stress.", "A study proves that walks ease stress."),
    (T, "Rooks is one of the largest mills in Kent.", "Rooks is the largest mill in Kent."),
    (T, "Rooks is a mill in Kent.", "Rooks is the leading mill in Kent."),
    (T, "The valve usually closes in a second.", "The valve closes in a second."),
    (P, "Boats run on batteries rather than diesel.", "Boats run on diesel rather than batteries."),
    (P, "The hut is built of stone instead of timber.", "The hut is built of timber instead of stone."),
    (P, "Pallets travel by barge rather than by lorry.", "Pallets travel by lorry rather than by barge."),
    (P, "Riders prefer trams to buses.", "Riders prefer buses to trams."),
    (P, "Members are charged unless they cancel.", "Members are charged if they cancel."),
    (P, "The plan has yet to be approved.", "The plan has been approved."),
    (P, "The price went up in spring.", "The price went down in spring."),
    (P, "The filter removes chlorine from the water.", "The filter leaves chlorine in the water."),
    (S, "Only our goat cheese is sold with the seal.", "Our entire range is sold with the seal."),
    (S, "The vaccine is licensed for adults.", "The vaccine is licensed for children."),
    (S, "The bus serves the eastern suburbs.", "The bus serves the western suburbs."),
    (S, "Pupils in two age groups slept longer.", "In every age group, pupils slept longer."),
    (S, "The heated tray comes with the Alto model.", "With each model comes the heated tray."),
    (S, "Some of our beans are shade-grown.", "Our beans are shade-grown."),
    (S, "The warranty covers parts.", "The warranty covers parts and labour."),
    (S, "Hardly any parcel gets lost.", "No parcel gets lost."),
    (T, "The seed mix can attract bees.", "The seed mix will attract bees."),
    (T, "Breaks might make drivers safer.", "Breaks do make drivers safer."),
    (T, "Water quality improved after the ban.", "Water quality improved because of the ban."),
    (T, "Farms with our probes report fewer losses.", "Our probes lead to fewer losses on farms."),
    (T, "The mower is quieter than our old model.", "The mower is quieter than any other model."),
    (T, "The tea eases colds.", "The tea cures colds."),
    (T, "The pump rarely fails.", "The pump never fails."),
    (T, "The motor is nearly silent.", "The motor is silent."),
]
SILENT = [
    ("The pass is not valid on Sundays.", "The pass is invalid on Sundays."),
    ("Nearly all guests return.", "Almost every guest returns."),
    ("The soap contains no palm oil.", "The soap does not contain any palm oil."),
    ("The soap is made without palm oil.", "The soap is made with no palm oil."),
    ("Our bread is free of sugar.", "Our bread is sugar-free."),
    ("Trains always arrive on time.", "Trains never fail to arrive on time."),
    ("The pump works on land.", "The pump works not only on land but also at sea."),
    ("The glue stays soft in winter.", "The glue does not harden in winter."),
    ("The coating keeps rust from forming.", "The coating prevents rust from forming."),
    ("The new motor reduces fuel consumption.", "The new motor cuts fuel consumption."),
    ("No letter is used for training.", "Letters are not used for training."),
    ("All farms harvest twice a year.", "Every farm harvests twice a year."),
    ("All farms harvest twice a year.", "Most farms harvest twice a year."),
    ("Most farms harvest twice a year.", "Some farms harvest twice a year."),
    ("No farm lacks a barn.", "Every farm has a barn."),
    ("Both farms kept the tractor.", "The two farms kept the tractor."),
    ("The app runs on phones and tablets.", "The app runs on phones."),
    ("Coaches run throughout the county.", "Coaches run everywhere in the county."),
    ("The cream soothes dry skin.", "The cream may soothe dry skin."),
    ("The cream may soothe dry skin.", "The cream might soothe dry skin."),
    ("The report can be exported as a table.", "The report is exported as a table."),
    ("Sensors enable staff to find leaks.", "Sensors allow staff to find leaks."),
    ("A study proved that walks ease stress.", "A study found that walks ease stress."),
    ("Rooks is the largest mill in Kent.", "Rooks is one of the largest mills in Kent."),
    ("Rooks is the largest mill in Kent.", "Rooks is the biggest mill in Kent."),
    ("The slides may be copied and translated.", "Copy and translate the slides."),
    ("The wood resists rot.", "The wood does not rot."),
    ("The coating resists rust.", "The coating is resistant to rust."),
    ("Boats run on batteries rather than diesel.", "Boats run on batteries, not diesel."),
    ("Boats run on batteries rather than diesel.", "Rather than diesel, boats run on batteries."),
    ("The door opens only with a badge.", "The door does not open without a badge."),
    ("Members are charged unless they cancel.", "If they do not cancel, members are charged."),
    ("Members pay nothing unless they win.", "Members pay only if they win."),
    ("The plan has yet to be approved.", "The plan has not yet been approved."),
    ("The plant no longer burns coal.", "The plant has stopped burning coal."),
    ("Our shops are found around the globe.", "Our shops are found all over the world."),
    ("Our ferries are electric.", "All our ferries are electric."),
    ("Few parcels get lost.", "Only a few parcels get lost."),
    ("The heated tray comes with the Alto model.", "With the Alto model comes the heated tray."),
    ("Water quality improved after the ban.", "Water quality improved following the ban."),
    ("The mower is quieter than any other model.", "The mower is quieter than our old model."),
    ("The pump rarely fails.", "The pump seldom fails."),
    ("Members may bring a guest.", "Members bring a guest if they wish."),
]


@pytest.mark.parametrize(("kind", "approved", "said"), NAMED, ids=[row[2] for row in NAMED])
def test_a_change_of_wording_is_named(kind: ChangeKind, approved: str, said: str) -> None:
    named = [change for change in changes(claim(said), candidate(approved)) if change.kind is kind]
    assert named
    for change in named:
        assert change.end <= len(said)


@pytest.mark.parametrize(("approved", "said"), SILENT, ids=[row[1] for row in SILENT])
def test_the_same_in_other_words_is_no_change(approved: str, said: str) -> None:
    assert changes(claim(said), candidate(approved)) == ()
