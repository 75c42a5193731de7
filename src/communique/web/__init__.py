"""The workspace in the browser: pages over one record, served to one reader or to a team."""
