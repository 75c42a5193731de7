"""Who said what to whom: speech acts, speakers, quotations, voices of pages."""
