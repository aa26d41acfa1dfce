-- What was put off, and how long the household waits for an answer.

CREATE TABLE snooze (
    id TEXT NOT NULL PRIMARY KEY,
    dispute TEXT NOT NULL REFERENCES dispute (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('promise', 'next_step', 'check', 'clock', 'letter', 'quiet')),
    -- Names a record of that kind, and is no reference: what was put off may go to the bin.
    item TEXT NOT NULL,
    made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
    until TEXT NOT NULL CHECK (until IS date(until)),
    until_answer INTEGER NOT NULL CHECK (until_answer IN (0, 1)),
    deleted_at TEXT
) STRICT;
CREATE INDEX snooze_of_dispute ON snooze (dispute, id) WHERE deleted_at IS NULL;

-- Four numbers of days, rising, separated by spaces; nothing where the usual ones hold.
ALTER TABLE household ADD COLUMN cadence TEXT;
