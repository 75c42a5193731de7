-- What lists count: outlets, pairs of states by month, the texts behind each engagement. Everything is
-- linked anew.

CREATE TABLE linked_outlets (
  outlet TEXT NOT NULL, 
  pages INTEGER NOT NULL, 
  copies INTEGER NOT NULL, 
  engagements INTEGER NOT NULL, 
  published_first TEXT, 
  published_last TEXT, 
  PRIMARY KEY (outlet)
);

CREATE TABLE linked_pairs (
  state_a TEXT NOT NULL, 
  state_b TEXT NOT NULL, 
  month TEXT NOT NULL, 
  engagements INTEGER NOT NULL, 
  first_day TEXT, 
  last_day TEXT, 
  PRIMARY KEY (state_a, state_b, month)
);

CREATE TABLE engagement_passages (
  engagement_id TEXT NOT NULL, 
  number INTEGER NOT NULL, 
  PRIMARY KEY (number, engagement_id), 
  FOREIGN KEY(engagement_id) REFERENCES engagements (id)
);

CREATE INDEX engagement_passages_engagement ON engagement_passages (engagement_id, number);

DROP INDEX versions_listed;

/* sqlite */ CREATE INDEX versions_listed ON versions (current, published, document_id, id);

/* postgresql */ CREATE INDEX versions_listed ON versions (current, published DESC NULLS LAST, document_id DESC, id);

CREATE INDEX engagements_days ON engagements (first_day, last_day, id);

UPDATE meta SET value = 'no' WHERE name = 'linked';
