-- What is uncertain, to be looked through; and a digest of everything linked, by which the next
-- linking knows what it need not write again. Everything is linked anew.

ALTER TABLE engagements ADD COLUMN digest TEXT;

ALTER TABLE linked_people ADD COLUMN digest TEXT;

ALTER TABLE linked_commitments ADD COLUMN digest TEXT;

/* sqlite */ ALTER TABLE engagement_accounts ADD COLUMN weight FLOAT;

/* postgresql */ ALTER TABLE engagement_accounts ADD COLUMN weight DOUBLE PRECISION;

CREATE INDEX engagement_accounts_weight ON engagement_accounts (weight, account_id);

CREATE TABLE engagement_disputes (
  engagement_id TEXT NOT NULL, 
  field TEXT NOT NULL, 
  told TEXT NOT NULL, 
  PRIMARY KEY (engagement_id, field), 
  FOREIGN KEY(engagement_id) REFERENCES engagements (id)
);

CREATE TABLE settled (
  question TEXT NOT NULL, 
  decision_id TEXT NOT NULL, 
  PRIMARY KEY (question), 
  FOREIGN KEY(decision_id) REFERENCES decisions (id)
);

CREATE INDEX accounts_uncertain ON accounts (id) WHERE uncertain IS NOT NULL;

CREATE INDEX parties_uncertain ON parties (account_id, position) WHERE uncertain IS NOT NULL;

UPDATE meta SET value = 'no' WHERE name = 'linked';
