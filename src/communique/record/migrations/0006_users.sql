-- Who may come in where the record is served to others; no password, token or session is kept as such.

CREATE TABLE users (
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  password TEXT,
  added_at TEXT NOT NULL,
  PRIMARY KEY (name)
);

CREATE TABLE tokens (
  id TEXT NOT NULL,
  digest TEXT NOT NULL,
  user_name TEXT NOT NULL,
  label TEXT NOT NULL,
  role TEXT NOT NULL,
  made_at TEXT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (digest),
  FOREIGN KEY(user_name) REFERENCES users (name)
);

CREATE TABLE sessions (
  digest TEXT NOT NULL,
  user_name TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  PRIMARY KEY (digest),
  FOREIGN KEY(user_name) REFERENCES users (name)
);
