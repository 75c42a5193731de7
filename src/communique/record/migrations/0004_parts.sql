-- The visit of which an engagement was a part.

ALTER TABLE engagements ADD COLUMN part_of TEXT;

UPDATE meta SET value = 'no' WHERE name = 'linked';
