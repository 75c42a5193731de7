-- The leads of related stories that date a visit which the page tells.

ALTER TABLE versions ADD COLUMN related TEXT;
