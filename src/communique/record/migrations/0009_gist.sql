-- A text's gist is of single content words now, no more of neighbours; sketches are made anew.

UPDATE meta SET value = 'no' WHERE name = 'linked';
