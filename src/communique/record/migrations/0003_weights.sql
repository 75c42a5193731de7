-- What speaks for each account's being of its engagement. Everything is linked anew: accounts are
-- joined by weights now.

ALTER TABLE engagement_accounts ADD COLUMN weights TEXT;

UPDATE meta SET value = 'no' WHERE name = 'linked';
