-- What is watched: lists of pages (feeds, sitemaps, listings), and the pages that they named.

CREATE TABLE watched_lists (
  source TEXT NOT NULL,
  url TEXT NOT NULL,
  kind TEXT NOT NULL,
  host TEXT NOT NULL,
  root BOOLEAN NOT NULL,
  stamp TEXT,
  etag TEXT,
  last_modified TEXT,
  due_at TEXT NOT NULL,
  checked_at TEXT,
  failures INTEGER NOT NULL,
  held_until TEXT,
  said TEXT,
  PRIMARY KEY (source, url)
);

CREATE TABLE watched_pages (
  url TEXT NOT NULL,
  source TEXT NOT NULL,
  host TEXT NOT NULL,
  stamp TEXT,
  state TEXT NOT NULL,
  etag TEXT,
  last_modified TEXT,
  found_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  done_at TEXT,
  tries INTEGER NOT NULL,
  said TEXT,
  PRIMARY KEY (url)
);

CREATE INDEX watched_pages_due ON watched_pages (state, due_at, url);
