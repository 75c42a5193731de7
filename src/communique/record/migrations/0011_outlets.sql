-- Outlets that people named or assigned to a state. What a page prints as its outlet stays beside
-- what the page is listed under.

ALTER TABLE versions ADD COLUMN printed_outlet TEXT;

UPDATE versions SET printed_outlet = outlet;

CREATE TABLE told_outlets (
  sort TEXT NOT NULL, 
  mark TEXT NOT NULL, 
  name TEXT, 
  state TEXT, 
  owner TEXT, 
  PRIMARY KEY (sort, mark)
);
