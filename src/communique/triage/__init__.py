"""The triage: what holds no engagement is told from its bytes and its plain words, unread."""

from communique.triage.triage import ELSEWHERE, NOTHING, Triage, load_triage

__all__ = ["ELSEWHERE", "NOTHING", "Triage", "load_triage"]
