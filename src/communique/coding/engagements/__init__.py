"""Who met, called, visited, wrote: words that report it, parties, status, one draft a contact."""
