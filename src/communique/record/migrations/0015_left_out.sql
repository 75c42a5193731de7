-- Addresses of pages that were read, told nothing and were left out, so that they need not be read again.

CREATE TABLE left_out (
  address TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  coder TEXT NOT NULL,
  PRIMARY KEY (address)
)
