"""Lists of the record, filtered, ordered and cut into pieces by the database."""

from communique.record.finding.asked import Asked as Asked
from communique.record.finding.asked import AskedCommitments as AskedCommitments
from communique.record.finding.asked import AskedDocuments as AskedDocuments
from communique.record.finding.asked import Order as Order
from communique.record.finding.entries import Found as Found
from communique.record.finding.questions import Finding as Finding
