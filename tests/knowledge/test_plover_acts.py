"""Speech acts carry the PLOVER event that their CAMEO cue belongs to."""

from __future__ import annotations

import pytest

from communique.knowledge.frames.codes import act_codes
from communique.model import Act

# CAMEO's root categories and the events of PLOVER made of them (CAMEO2PLOVER, 2021).
ROOTS = {
    "03": "AGREE",
    "04": "CONSULT",
    "05": "SUPPORT",
    "06": "COOPERATE",
    "07": "AID",
    "10": "REQUEST",
    "11": "ACCUSE",
    "12": "REJECT",
    "13": "THREATEN",
}
# statements and comments (CAMEO 01), which PLOVER leaves out
NO_EVENT = {Act.AFFIRM, Act.RECALL, Act.WISH, Act.HOPE, Act.INFORM, Act.CONVEY, Act.DENY}


@pytest.mark.parametrize("act", [act for act in Act if act not in NO_EVENT])
def test_an_act_is_the_event_of_its_cue(act: Act) -> None:
    codes = act_codes(act)
    assert codes is not None
    assert codes.event == ROOTS[codes.cameo[:2]]


@pytest.mark.parametrize("act", sorted(NO_EVENT))
def test_a_statement_alone_is_no_event(act: Act) -> None:
    assert act_codes(act) is None
