"""When: whose date an expression is, and which day a sentence is told of."""
