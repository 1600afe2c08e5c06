"""Rhythms, places, edges of the month, states and waivers: changes named, and the look-alikes left alone."""

from __future__ import annotations

import pytest
from reader import candidate, claim

from msglint.judge.differ import changes
from msglint.model import ChangeKind

NUMBER, UNIT, DATE, QUALIFIER = ChangeKind.NUMBER, ChangeKind.UNIT, ChangeKind.DATE, ChangeKind.QUALIFIER

CHANGED = [
    (NUMBER, "Our line offers 45 flavours in 12 sizes.", "In 33 sizes, our line offers 45 flavours."),
    (NUMBER, "The kit includes 5 brushes and 5 rollers.", "The kit includes 5 brushes and 8 rollers."),
    (
        NUMBER,
        "The third generation of the family runs the mill.",
        "The fourth generation of the family runs the mill.",
    ),
    (UNIT, "The mill grinds 12 tonnes of flour a day.", "The mill grinds 12 tonnes of flour an hour."),
    (
        UNIT,
        "The pump moves 30 litres a minute to the top floor.",
        "The pump moves 30 litres to the top floor an hour.",
    ),
    (
        UNIT,
        "Our presses print 600 sheets of card an hour.",
        "Every minute, our presses print 600 sheets of card.",
    ),
    (UNIT, "The course lasts two semesters.", "The course lasts two years."),
    (UNIT, "Each crate holds 12 bottles of cider.", "Each crate holds 12 litres of cider."),
    (UNIT, "Boards meet twice a week.", "Boards meet twice a month."),
    (
        DATE,
        "Meetings take place on the first Monday of each month.",
        "Meetings take place on the last Monday of each month.",
    ),
    (
        DATE,
        "The bill falls due at the end of the month.",
        "The bill falls due at the beginning of the month.",
    ),
    (DATE, "From 3 May, the ferry sails daily.", "The ferry sails daily until 3 May."),
    (DATE, "The bus runs Monday to Friday.", "The bus runs Monday to Saturday."),
    (DATE, "Our story began in the nineteenth century.", "Our story began in the eighteenth century."),
    (QUALIFIER, "Assembly takes about twenty minutes.", "Assembly takes less than twenty minutes."),
    (QUALIFIER, "The torch shines for up to 30 hours in dry air.", "The torch shines for up to 30 hours."),
    (QUALIFIER, "The battery lasts 12 hours in flight mode.", "The battery lasts 12 hours."),
    (
        QUALIFIER,
        "Coverage applies to drivers who hold a licence.",
        "Coverage applies to drivers, licence or no licence.",
    ),
]
SAME = [
    ("Our presses print 600 sheets of card per hour.", "Per minute, our presses print 10 sheets of card."),
    ("Boards meet twice a year.", "Boards meet every six months."),
    ("Reports arrive quarterly.", "Reports arrive four times a year."),
    (
        "The lease runs for 18 months and can be renewed.",
        "The lease runs for a year and a half and can be renewed.",
    ),
    ("Rent is due on the 1st of the month.", "On the first day of each month, rent is due."),
    ("The bus runs Monday to Friday.", "The bus runs on weekdays."),
    ("Our story began in 1872.", "Our story began in the nineteenth century."),
    ("Assembly takes almost twenty minutes.", "Assembly takes under twenty minutes."),
    ("Savers earn 4 % for the first 12 months.", "Savers earn 4 % for the first year."),
    ("The torch shines for up to 30 hours in dry air.", "In dry air, the torch shines for up to 30 hours."),
    ("The hotel, set in quiet gardens, has 30 rooms.", "The hotel has 30 rooms."),
]


@pytest.mark.parametrize(("kind", "approved", "said"), CHANGED)
def test_a_change_is_named(kind: ChangeKind, approved: str, said: str) -> None:
    assert kind in {change.kind for change in changes(claim(said), candidate(approved))}


@pytest.mark.parametrize(("approved", "said"), SAME)
def test_the_same_in_other_words_is_left_alone(approved: str, said: str) -> None:
    assert changes(claim(said), candidate(approved)) == ()
