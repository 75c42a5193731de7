"""What the first reader would wait for, done before anybody comes: templates, first questions."""

from __future__ import annotations

from communique.exchange.compared_form import compared_to_json
from communique.exchange.record_form import engagement_to_json
from communique.record import Record
from communique.web.rendering import prepare_templates


def warm_up(record: Record) -> None:
    """Make the templates ready, and ask each list of the record once."""
    prepare_templates()
    record.finding.overview()
    record.review.piece_and_counts(limit=1)
    for listed in (
        record.finding.people,
        record.finding.pairs,
        record.finding.outlets,
        record.finding.documents,
        record.finding.commitments,
    ):
        listed(limit=1)
    record.corrections.lines(limit=1)
    record.finding.months()
    for line in record.finding.engagements(limit=1).items:
        for entry in record.finding.whole([line.id]):
            engagement_to_json(entry, why=True)
            compared_to_json(entry)
