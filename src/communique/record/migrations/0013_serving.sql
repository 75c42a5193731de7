-- What a server must not forget: logins that failed of late, and pages given to it to be read.

/* sqlite */ CREATE TABLE failed_logins (
  told TEXT NOT NULL,
  at FLOAT NOT NULL
);

/* postgresql */ CREATE TABLE failed_logins (
  told TEXT NOT NULL,
  at DOUBLE PRECISION NOT NULL
);

CREATE INDEX failed_logins_told ON failed_logins (told, at);

CREATE TABLE given_jobs (
  id TEXT NOT NULL,
  given_by TEXT NOT NULL,
  given_at TEXT NOT NULL,
  PRIMARY KEY (id)
);

/* sqlite */ CREATE TABLE given_pages (
  job_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  address TEXT,
  body BLOB,
  state TEXT NOT NULL,
  said TEXT NOT NULL,
  document TEXT,
  accounts INTEGER NOT NULL,
  unread INTEGER NOT NULL,
  PRIMARY KEY (job_id, position),
  FOREIGN KEY(job_id) REFERENCES given_jobs (id)
);

/* postgresql */ CREATE TABLE given_pages (
  job_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  address TEXT,
  body BYTEA,
  state TEXT NOT NULL,
  said TEXT NOT NULL,
  document TEXT,
  accounts INTEGER NOT NULL,
  unread INTEGER NOT NULL,
  PRIMARY KEY (job_id, position),
  FOREIGN KEY(job_id) REFERENCES given_jobs (id)
);
