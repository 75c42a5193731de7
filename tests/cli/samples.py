"""An engagement and a commitment in the contract's form, for tests of what is shown."""

from typing import Any

Json = dict[str, Any]


def span(quote: str) -> Json:
    return {"start": 0, "end": len(quote), "quote": quote}


def party(person: str | None, state: str, role: str, office: str | None = None) -> Json:
    return {
        "person": person,
        "person_id": person and person.lower().replace(" ", "-"),
        "state": state,
        "organization": None,
        "office": office,
        "role": role,
        "evidence": [],
    }


GUEST = party("Aino Virtanen", "FIN", "guest", "President")
HOST = party(None, "CHL", "host")


def document(name: str, **known: Any) -> Json:
    return {
        "id": name,
        "path": f"pages/{name}.txt",
        "url": None,
        "title": f"A title of {name}",
        "outlet": None,
        "published": "2023-05-06",
        "copy_of": None,
        **known,
    }


def account(of: Json, **known: Any) -> Json:
    return {
        "document": of,
        "kind": "visit",
        "status": "held",
        "main": True,
        "visit_type": "state",
        "start": "2023-05-03",
        "end": "2023-05-05",
        "date_basis": "resolved",
        "place": {"name": "La Moneda", "city": "Santiago", "state": "CHL"},
        "parties": [GUEST, HOST],
        "topics": ["trade", "oil_gas"],
        "plover": {"event": "CONSULT", "mode": "visit"},
        "cameo": "042",
        "statements": [],
        "messages": [],
        "commitments": [],
        "evidence": {
            "kind": [span("paid a state visit")],
            "status": [],
            "start": [span("from Wednesday")],
            "end": [span("to Friday")],
            "place": [span("at La Moneda")],
            "visit_type": [],
            "parties": [[span("Finland's president")], [span("Chile")]],
            "topics": [[span("commerce")], [span("crude")]],
        },
        **known,
    }


def engagement(*accounts: Json, **known: Any) -> Json:
    first = accounts[0]
    same = ("kind", "status", "visit_type", "start", "end", "date_basis", "place", "parties")
    return {
        "id": "3f9c2a77",
        **{key: first[key] for key in same},
        "topics": first["topics"],
        "earliest": first["start"],
        "latest": first["end"],
        "documents": [each["document"] for each in accounts],
        "accounts": list(accounts),
        "comparison": [],
        "commitments": [],
        **known,
    }


COMMITMENT: Json = {
    "id": "c1",
    "kind": "invitation",
    "by": "CHL",
    "to": "Aino Virtanen",
    "via": None,
    "what": "come back for the centenary",
    "due": "2024",
    "open": True,
    "overdue": False,
    "open_since": "2023-05-05",
    "days_open": 240,
    "last_word": {"state": "accepted", "date": None, "outlet": "Gazette", "document": "a"},
    "states": [
        {"state": "extended", "date": "2023-05-05", "engagement": "3f9c2a77", "document": "a"},
        {"state": "accepted", "date": None, "engagement": "3f9c2a77", "document": "a"},
    ],
}
