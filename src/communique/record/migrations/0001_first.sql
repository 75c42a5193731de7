-- The first form of the record. Plain SQL that SQLite and PostgreSQL both take; never edited once released.

CREATE TABLE documents (
  id TEXT NOT NULL, 
  identity TEXT NOT NULL, 
  PRIMARY KEY (id), 
  UNIQUE (identity)
);

CREATE TABLE engagements (
  id TEXT NOT NULL, 
  position INTEGER NOT NULL, 
  kind TEXT, 
  status TEXT, 
  start_date TEXT, 
  end_date TEXT, 
  date_basis TEXT, 
  place_name TEXT, 
  place_city TEXT, 
  place_state TEXT, 
  visit_type TEXT, 
  topics TEXT NOT NULL, 
  earliest TEXT, 
  latest TEXT, 
  main BOOLEAN NOT NULL, 
  witnesses INTEGER NOT NULL, 
  comparison TEXT NOT NULL, 
  PRIMARY KEY (id)
);

CREATE INDEX engagements_position ON engagements (position);

CREATE TABLE linked_commitments (
  id TEXT NOT NULL, 
  position INTEGER NOT NULL, 
  kind TEXT, 
  by_name TEXT, 
  by_id TEXT, 
  to_name TEXT, 
  to_id TEXT, 
  states TEXT NOT NULL, 
  via TEXT, 
  what TEXT, 
  due TEXT, 
  open BOOLEAN NOT NULL, 
  PRIMARY KEY (id)
);

CREATE TABLE linked_people (
  id TEXT NOT NULL, 
  person TEXT, 
  state TEXT, 
  organization TEXT, 
  names TEXT NOT NULL, 
  deceased BOOLEAN NOT NULL, 
  PRIMARY KEY (id)
);

CREATE TABLE linked_relations (
  state_a TEXT NOT NULL, 
  state_b TEXT NOT NULL, 
  levels TEXT NOT NULL, 
  milestones TEXT NOT NULL, 
  PRIMARY KEY (state_a, state_b)
);

CREATE TABLE meta (
  name TEXT NOT NULL, 
  value TEXT, 
  PRIMARY KEY (name)
);

CREATE TABLE commitment_engagements (
  commitment_id TEXT NOT NULL, 
  engagement_id TEXT NOT NULL, 
  PRIMARY KEY (commitment_id, engagement_id), 
  FOREIGN KEY(commitment_id) REFERENCES linked_commitments (id), 
  FOREIGN KEY(engagement_id) REFERENCES engagements (id)
);

CREATE INDEX commitment_engagements_engagement ON commitment_engagements (engagement_id);

CREATE TABLE engagement_parties (
  engagement_id TEXT NOT NULL, 
  position INTEGER NOT NULL, 
  person TEXT, 
  person_id TEXT, 
  state TEXT, 
  organization TEXT, 
  office TEXT, 
  role TEXT, 
  PRIMARY KEY (engagement_id, position), 
  FOREIGN KEY(engagement_id) REFERENCES engagements (id)
);

CREATE INDEX engagement_parties_person ON engagement_parties (person_id);

CREATE INDEX engagement_parties_state ON engagement_parties (state);

CREATE TABLE linked_documents (
  document_id TEXT NOT NULL, 
  copy_of TEXT, 
  date TEXT, 
  PRIMARY KEY (document_id), 
  FOREIGN KEY(document_id) REFERENCES documents (id), 
  FOREIGN KEY(copy_of) REFERENCES documents (id)
);

CREATE TABLE linked_steps (
  commitment_id TEXT NOT NULL, 
  position INTEGER NOT NULL, 
  state TEXT, 
  date TEXT, 
  engagement_id TEXT, 
  via TEXT, 
  worked_from TEXT, 
  sources TEXT NOT NULL, 
  PRIMARY KEY (commitment_id, position), 
  FOREIGN KEY(commitment_id) REFERENCES linked_commitments (id)
);

CREATE TABLE tenures (
  person_id TEXT NOT NULL, 
  position INTEGER NOT NULL, 
  office TEXT NOT NULL, 
  offices TEXT NOT NULL, 
  seen_first TEXT, 
  seen_last TEXT, 
  ended_by TEXT, 
  why TEXT, 
  documents TEXT NOT NULL, 
  PRIMARY KEY (person_id, position), 
  FOREIGN KEY(person_id) REFERENCES linked_people (id)
);

CREATE TABLE versions (
  id TEXT NOT NULL, 
  document_id TEXT NOT NULL, 
  number INTEGER NOT NULL, 
  current BOOLEAN NOT NULL, 
  path TEXT, 
  url TEXT, 
  title TEXT, 
  outlet TEXT, 
  byline TEXT, 
  language TEXT, 
  published TEXT, 
  published_precision TEXT, 
  text TEXT NOT NULL, 
  sha256 TEXT NOT NULL, 
  photo_credit TEXT, 
  dateline_place TEXT, 
  dateline_date TEXT, 
  title_span TEXT, 
  captions TEXT, 
  sketch TEXT NOT NULL, 
  reading_hash TEXT NOT NULL, 
  PRIMARY KEY (id), 
  FOREIGN KEY(document_id) REFERENCES documents (id)
);

CREATE INDEX versions_document ON versions (document_id);

CREATE INDEX versions_sha256 ON versions (sha256);

CREATE TABLE accounts (
  id TEXT NOT NULL, 
  version_id TEXT NOT NULL, 
  position INTEGER NOT NULL, 
  kind TEXT NOT NULL, 
  status TEXT NOT NULL, 
  main BOOLEAN NOT NULL, 
  visit_type TEXT, 
  start_date TEXT, 
  end_date TEXT, 
  date_basis TEXT, 
  place_name TEXT, 
  place_city TEXT, 
  place_state TEXT, 
  plover_event TEXT, 
  plover_mode TEXT, 
  cameo TEXT, 
  date_rule TEXT, 
  date_worked_from TEXT, 
  weekday TEXT, 
  after_date TEXT, 
  before_date TEXT, 
  frame TEXT, 
  uncertain TEXT, 
  PRIMARY KEY (id), 
  FOREIGN KEY(version_id) REFERENCES versions (id)
);

CREATE INDEX accounts_version ON accounts (version_id);

CREATE TABLE spans (
  version_id TEXT NOT NULL, 
  owner TEXT NOT NULL, 
  field TEXT NOT NULL, 
  position INTEGER NOT NULL, 
  number INTEGER NOT NULL, 
  start_at INTEGER NOT NULL, 
  end_at INTEGER NOT NULL, 
  quote TEXT NOT NULL, 
  PRIMARY KEY (owner, field, position, number), 
  FOREIGN KEY(version_id) REFERENCES versions (id)
);

CREATE INDEX spans_version ON spans (version_id);

CREATE TABLE claims (
  account_id TEXT NOT NULL, 
  field TEXT NOT NULL, 
  position INTEGER NOT NULL, 
  value TEXT NOT NULL, 
  PRIMARY KEY (account_id, field, position), 
  FOREIGN KEY(account_id) REFERENCES accounts (id)
);

CREATE TABLE commitments (
  id TEXT NOT NULL, 
  version_id TEXT NOT NULL, 
  account_id TEXT, 
  position INTEGER NOT NULL, 
  kind TEXT, 
  by_name TEXT, 
  to_name TEXT, 
  via TEXT, 
  what TEXT, 
  due TEXT, 
  PRIMARY KEY (id), 
  FOREIGN KEY(version_id) REFERENCES versions (id), 
  FOREIGN KEY(account_id) REFERENCES accounts (id)
);

CREATE INDEX commitments_version ON commitments (version_id);

CREATE TABLE engagement_accounts (
  engagement_id TEXT NOT NULL, 
  position INTEGER NOT NULL, 
  account_id TEXT NOT NULL, 
  PRIMARY KEY (engagement_id, position), 
  FOREIGN KEY(engagement_id) REFERENCES engagements (id), 
  UNIQUE (account_id), 
  FOREIGN KEY(account_id) REFERENCES accounts (id)
);

CREATE TABLE mentions (
  id TEXT NOT NULL, 
  version_id TEXT NOT NULL, 
  account_id TEXT, 
  position INTEGER NOT NULL, 
  person TEXT, 
  state TEXT, 
  organization TEXT, 
  offices TEXT NOT NULL, 
  names TEXT NOT NULL, 
  deceased BOOLEAN NOT NULL, 
  former BOOLEAN NOT NULL, 
  PRIMARY KEY (id), 
  FOREIGN KEY(version_id) REFERENCES versions (id), 
  FOREIGN KEY(account_id) REFERENCES accounts (id)
);

CREATE INDEX mentions_version ON mentions (version_id);

CREATE TABLE messages (
  id TEXT NOT NULL, 
  version_id TEXT NOT NULL, 
  account_id TEXT, 
  position INTEGER NOT NULL, 
  kind TEXT, 
  medium TEXT, 
  sender TEXT NOT NULL, 
  recipients TEXT NOT NULL, 
  via TEXT, 
  occasion TEXT, 
  PRIMARY KEY (id), 
  FOREIGN KEY(version_id) REFERENCES versions (id), 
  FOREIGN KEY(account_id) REFERENCES accounts (id)
);

CREATE INDEX messages_version ON messages (version_id);

CREATE TABLE parties (
  account_id TEXT NOT NULL, 
  position INTEGER NOT NULL, 
  person TEXT, 
  state TEXT, 
  organization TEXT, 
  office TEXT, 
  role TEXT, 
  worked_from TEXT, 
  uncertain TEXT, 
  PRIMARY KEY (account_id, position), 
  FOREIGN KEY(account_id) REFERENCES accounts (id)
);

CREATE TABLE party_people (
  account_id TEXT NOT NULL, 
  position INTEGER NOT NULL, 
  person_id TEXT NOT NULL, 
  PRIMARY KEY (account_id, position), 
  FOREIGN KEY(account_id) REFERENCES accounts (id), 
  FOREIGN KEY(person_id) REFERENCES linked_people (id)
);

CREATE TABLE relations (
  id TEXT NOT NULL, 
  version_id TEXT NOT NULL, 
  account_id TEXT, 
  position INTEGER NOT NULL, 
  state_a TEXT, 
  state_b TEXT, 
  level TEXT, 
  PRIMARY KEY (id), 
  FOREIGN KEY(version_id) REFERENCES versions (id), 
  FOREIGN KEY(account_id) REFERENCES accounts (id)
);

CREATE INDEX relations_version ON relations (version_id);

CREATE TABLE statements (
  id TEXT NOT NULL, 
  version_id TEXT NOT NULL, 
  account_id TEXT, 
  position INTEGER NOT NULL, 
  speaker TEXT NOT NULL, 
  addressee TEXT, 
  act TEXT, 
  content TEXT, 
  topics TEXT NOT NULL, 
  quoted BOOLEAN NOT NULL, 
  PRIMARY KEY (id), 
  FOREIGN KEY(version_id) REFERENCES versions (id), 
  FOREIGN KEY(account_id) REFERENCES accounts (id)
);

CREATE INDEX statements_version ON statements (version_id);

CREATE TABLE unread (
  id TEXT NOT NULL, 
  version_id TEXT NOT NULL, 
  account_id TEXT, 
  position INTEGER NOT NULL, 
  reason TEXT NOT NULL, 
  PRIMARY KEY (id), 
  FOREIGN KEY(version_id) REFERENCES versions (id), 
  FOREIGN KEY(account_id) REFERENCES accounts (id)
);

CREATE INDEX unread_version ON unread (version_id);

CREATE TABLE commitment_states (
  commitment_id TEXT NOT NULL, 
  position INTEGER NOT NULL, 
  state TEXT NOT NULL, 
  date TEXT, 
  PRIMARY KEY (commitment_id, position), 
  FOREIGN KEY(commitment_id) REFERENCES commitments (id)
);

CREATE TABLE milestones (
  relation_id TEXT NOT NULL, 
  position INTEGER NOT NULL, 
  what TEXT NOT NULL, 
  year INTEGER, 
  PRIMARY KEY (relation_id, position), 
  FOREIGN KEY(relation_id) REFERENCES relations (id)
);
