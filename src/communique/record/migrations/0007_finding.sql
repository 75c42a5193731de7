-- What lists are filtered and ordered by, written when linking is. Everything is linked anew.

DROP INDEX engagements_position;

DELETE FROM commitment_engagements;

DELETE FROM linked_steps;

DELETE FROM linked_commitments;

DELETE FROM engagement_accounts;

DELETE FROM engagement_parties;

DELETE FROM engagements;

DELETE FROM party_people;

DELETE FROM tenures;

DELETE FROM linked_people;

ALTER TABLE engagements DROP COLUMN position;

ALTER TABLE engagements ADD COLUMN sorted_on TEXT;

ALTER TABLE engagements ADD COLUMN first_day TEXT;

ALTER TABLE engagements ADD COLUMN last_day TEXT;

ALTER TABLE engagements ADD COLUMN month TEXT;

ALTER TABLE engagements ADD COLUMN pages INTEGER;

ALTER TABLE engagements ADD COLUMN differs BOOLEAN;

CREATE INDEX engagements_in_time ON engagements (sorted_on, id);

CREATE INDEX engagements_part_of ON engagements (part_of);

CREATE TABLE engagement_topics (
  engagement_id TEXT NOT NULL, 
  topic TEXT NOT NULL, 
  PRIMARY KEY (topic, engagement_id), 
  FOREIGN KEY(engagement_id) REFERENCES engagements (id)
);

CREATE INDEX engagement_topics_engagement ON engagement_topics (engagement_id);

CREATE TABLE engagement_outlets (
  engagement_id TEXT NOT NULL, 
  outlet TEXT NOT NULL, 
  PRIMARY KEY (outlet, engagement_id), 
  FOREIGN KEY(engagement_id) REFERENCES engagements (id)
);

CREATE INDEX engagement_outlets_engagement ON engagement_outlets (engagement_id);

CREATE TABLE engagement_pairs (
  engagement_id TEXT NOT NULL, 
  state_a TEXT NOT NULL, 
  state_b TEXT NOT NULL, 
  PRIMARY KEY (state_a, state_b, engagement_id), 
  FOREIGN KEY(engagement_id) REFERENCES engagements (id)
);

CREATE INDEX engagement_pairs_engagement ON engagement_pairs (engagement_id);

ALTER TABLE linked_people ADD COLUMN folded TEXT;

ALTER TABLE linked_people ADD COLUMN office TEXT;

ALTER TABLE linked_people ADD COLUMN seen_first TEXT;

ALTER TABLE linked_people ADD COLUMN seen_last TEXT;

ALTER TABLE linked_people ADD COLUMN engagements INTEGER;

CREATE INDEX linked_people_engagements ON linked_people (engagements);

ALTER TABLE linked_commitments DROP COLUMN position;

ALTER TABLE linked_commitments ADD COLUMN sorted_on TEXT;

ALTER TABLE linked_commitments ADD COLUMN standing TEXT;

ALTER TABLE linked_commitments ADD COLUMN last_day TEXT;

ALTER TABLE linked_commitments ADD COLUMN due_by TEXT;

CREATE INDEX linked_commitments_in_time ON linked_commitments (sorted_on, id);

CREATE INDEX linked_commitments_standing ON linked_commitments (standing, sorted_on);

CREATE TABLE commitment_sides (
  commitment_id TEXT NOT NULL, 
  state TEXT NOT NULL, 
  PRIMARY KEY (state, commitment_id), 
  FOREIGN KEY(commitment_id) REFERENCES linked_commitments (id)
);

CREATE INDEX commitment_sides_commitment ON commitment_sides (commitment_id);

CREATE INDEX linked_documents_date ON linked_documents (date);

CREATE INDEX linked_documents_copy_of ON linked_documents (copy_of);

CREATE INDEX versions_listed ON versions (current, published, document_id, outlet);

CREATE INDEX versions_outlet ON versions (current, outlet, published, document_id);

UPDATE meta SET value = 'no' WHERE name = 'linked';
