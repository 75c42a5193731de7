"""Officials in a list, each beside the state that sent him, in every way that lists are written."""

from __future__ import annotations

import pytest

from reading import analysed

ALL = {"Ingrid Solheim": "NOR", "Kofi Mensah": "GHA", "Luis Quispe": "PER"}
LISTS = [
    "The ambassadors are Ingrid Solheim of Norway, Kofi Mensah of Ghana and Luis Quispe of Peru.",
    "The new envoys are: Ingrid Solheim (Norway); Kofi Mensah (Ghana); Luis Quispe (Peru).",
    "The ambassadors of Norway (Ingrid Solheim), Ghana (Kofi Mensah) and Peru (Luis Quispe) came.",
    "He received the ambassadors of Norway, Ingrid Solheim; Ghana, Kofi Mensah; and Peru, Luis "
    "Quispe.",
    "The ambassadors are Ingrid Solheim, representing the Kingdom of Norway; Kofi Mensah of Ghana "
    "and Luis Quispe from Peru.",
    "Four ambassadors came on Friday. They were Ingrid Solheim, Norway; Kofi Mensah, Ghana; and "
    "Luis Quispe, Peru.",
    "Credentials were presented by Norway's Ingrid Solheim, Ghana's Kofi Mensah and Peru's Luis "
    "Quispe.",
    "Those attending included Ms Ingrid Solheim - Norway, Mr Kofi Mensah - Ghana and Mr Luis "
    "Quispe - Peru.",
]
NO_LISTS = [
    "The banks are Kofi Mensah of Ghana, Luis Quispe of Peru.",
    "The ambassadors read Kofi Mensah and left for Ghana.",
]
SINGLE = [
    ("The Ambassador of the People's Republic of Algeria, Ali Rady, spoke.", "Ali Rady", "DZA"),
    ("Her Excellency Ingrid Solheim from Norway spoke.", "Ingrid Solheim", "NOR"),
    ("Mr Kofi Mensah, representing Ghana, spoke.", "Kofi Mensah", "GHA"),
    ("The Ambassador from Peru, His Excellency Luis Quispe, spoke.", "Luis Quispe", "PER"),
    ("The representative of Ghana, Her Excellency, Ms Ama Osei, spoke.", "Ama Osei", "GHA"),
    ("His Excellency Domenico Borg became Malta's first envoy to Togo.", "Domenico Borg", "MLT"),
    ("Ms Ama Osei, who is the Ambassador of Ghana, spoke.", "Ama Osei", "GHA"),
    ("He met Governor-General, His Excellency, the Most Hon. Sir Dennis Okai, of Tuvalu.",
     "Dennis Okai", "TUV"),
]  # fmt: skip


@pytest.mark.parametrize("text", LISTS)
def test_each_is_of_the_state_beside(text: str) -> None:
    assert {p.name: p.state for p in analysed(text).people} == ALL


@pytest.mark.parametrize("text", NO_LISTS)
def test_other_names_are_left(text: str) -> None:
    assert not analysed(text).people


@pytest.mark.parametrize(("text", "name", "state"), SINGLE)
def test_one_introduced_with_a_state(text: str, name: str, state: str) -> None:
    assert (name, state) in {(p.name, p.state) for p in analysed(text).people}
