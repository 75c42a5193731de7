-- Decisions of people, the coder's version beside each reading, and the words to search by.
-- A statement that opens with the name of a database is meant for that one alone.

ALTER TABLE versions ADD COLUMN coder TEXT;

ALTER TABLE engagements ADD COLUMN decided TEXT;

CREATE TABLE decisions (
  id TEXT NOT NULL, 
  made_at TEXT NOT NULL, 
  made_by TEXT NOT NULL, 
  why TEXT, 
  verb TEXT NOT NULL, 
  subject TEXT NOT NULL, 
  value TEXT, 
  undoes TEXT, 
  PRIMARY KEY (id)
);

CREATE TABLE passages (
  number INTEGER NOT NULL, 
  version_id TEXT NOT NULL, 
  owner TEXT NOT NULL, 
  part TEXT NOT NULL, 
  PRIMARY KEY (number), 
  FOREIGN KEY(version_id) REFERENCES versions (id)
);

CREATE INDEX passages_version ON passages (version_id);

/* sqlite */ CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = 'ascii');

/* postgresql */ ALTER TABLE passages ADD COLUMN words TSVECTOR;

/* postgresql */ CREATE INDEX passages_words ON passages USING GIN (words);
