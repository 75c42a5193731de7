"""What is uncertain in a record, one question after another, and what people have accepted."""

from communique.record.review.entries import Doubt as Doubt
from communique.record.review.entries import Question as Question
