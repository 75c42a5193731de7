-- What one linking leaves for the next, so that a page costs what it touches. Everything is linked anew.

CREATE TABLE placements (
  account_id TEXT NOT NULL,
  cluster TEXT NOT NULL,
  position INTEGER NOT NULL,
  part TEXT,
  moved BOOLEAN NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  until INTEGER NOT NULL,
  grip INTEGER NOT NULL,
  news BOOLEAN NOT NULL,
  PRIMARY KEY (account_id)
);

CREATE INDEX placements_cluster ON placements (cluster, position);

CREATE INDEX placements_part ON placements (part);

CREATE TABLE cluster_keys (
  key TEXT NOT NULL,
  cluster TEXT NOT NULL,
  first INTEGER NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (key, cluster)
);

CREATE INDEX cluster_keys_cluster ON cluster_keys (cluster);

CREATE TABLE name_uses (
  mark TEXT NOT NULL,
  home TEXT NOT NULL,
  folded TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT,
  organization TEXT,
  offices TEXT NOT NULL,
  forms TEXT NOT NULL,
  deceased BOOLEAN NOT NULL,
  times INTEGER NOT NULL,
  person_id TEXT,
  PRIMARY KEY (mark)
);

CREATE INDEX name_uses_home ON name_uses (home);

CREATE INDEX name_uses_folded ON name_uses (folded);

CREATE INDEX name_uses_person ON name_uses (person_id);

CREATE TABLE alike_people (
  person_id TEXT NOT NULL,
  other_id TEXT NOT NULL,
  PRIMARY KEY (person_id, other_id)
);

CREATE TABLE thread_pages (
  thread TEXT NOT NULL,
  document_id TEXT NOT NULL,
  PRIMARY KEY (thread, document_id)
);

CREATE INDEX thread_pages_document ON thread_pages (document_id);

/* sqlite */ CREATE TABLE page_bands (
  document_id TEXT NOT NULL,
  runs BLOB NOT NULL,
  marks BLOB NOT NULL,
  PRIMARY KEY (document_id)
);

/* postgresql */ CREATE TABLE page_bands (
  document_id TEXT NOT NULL,
  runs BYTEA NOT NULL,
  marks BYTEA NOT NULL,
  PRIMARY KEY (document_id)
);

CREATE TABLE laid_decisions (
  id TEXT NOT NULL,
  told TEXT NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE changed_pages (
  document_id TEXT NOT NULL,
  change INTEGER NOT NULL,
  PRIMARY KEY (document_id, change)
);

ALTER TABLE linked_documents ADD COLUMN said_on TEXT;

ALTER TABLE linked_commitments ADD COLUMN thread TEXT;

CREATE INDEX linked_commitments_thread ON linked_commitments (thread);

CREATE INDEX mentions_person ON mentions (person);

CREATE INDEX relations_states ON relations (state_a, state_b);

CREATE INDEX party_people_person ON party_people (person_id);

UPDATE meta SET value = 'no' WHERE name = 'linked';
