-- Bank statements: the accounts, the files that were taken in, their lines, and what the household
-- said of a line.
--
-- A line is not journalled: there are tens of thousands, none ever changes, and all can be read again
-- from the original in the evidence. It belongs to its statement, which is journalled, and comes and
-- goes out of sight with it; so undo and the bin need know of the statement only.

CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    bank TEXT,
    number TEXT,
    currency TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

CREATE TABLE statement (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    file_name TEXT NOT NULL,
    format TEXT NOT NULL CHECK (format IN ('ofx', 'csv', 'camt', 'qif', 'mt940')),
    -- Names the original in the evidence file, lower-case hexadecimal.
    original TEXT NOT NULL CHECK (length(original) = 64 AND original NOT GLOB '*[^0-9a-f]*'),
    size INTEGER NOT NULL CHECK (size >= 0),
    covers_from TEXT CHECK (covers_from IS date(covers_from)),
    covers_until TEXT CHECK (covers_until IS date(covers_until)),
    imported_on TEXT NOT NULL CHECK (imported_on IS date(imported_on)),
    deleted_at TEXT
) STRICT;
CREATE INDEX statement_of_account ON statement (account, id) WHERE deleted_at IS NULL;

CREATE TABLE statement_line (
    statement TEXT NOT NULL REFERENCES statement (id) DEFERRABLE INITIALLY DEFERRED,
    -- The place in the file. Lines that an earlier file had brought are left out.
    number INTEGER NOT NULL CHECK (number >= 0),
    booked_on TEXT NOT NULL CHECK (booked_on IS date(booked_on)),
    amount_minor INTEGER NOT NULL,
    amount_currency TEXT NOT NULL,
    party TEXT,
    text TEXT NOT NULL,
    reference TEXT,
    bank_id TEXT,
    -- Which it is of the account's lines that say the same, from nought.
    nth INTEGER NOT NULL CHECK (nth >= 0),
    PRIMARY KEY (statement, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_line_of_day ON statement_line (statement, booked_on);

CREATE TRIGGER statement_line_is_kept BEFORE UPDATE ON statement_line
BEGIN SELECT RAISE(ABORT, 'lines are only added'); END;
CREATE TRIGGER statement_line_stays BEFORE DELETE ON statement_line
BEGIN SELECT RAISE(ABORT, 'lines are only added'); END;

CREATE TABLE statement_match (
    id TEXT NOT NULL PRIMARY KEY,
    statement TEXT NOT NULL REFERENCES statement (id) DEFERRABLE INITIALLY DEFERRED,
    line INTEGER NOT NULL CHECK (line >= 0),
    kind TEXT NOT NULL CHECK (kind IN ('pays', 'takes_back', 'charged_again',
        'charged_after_end')),
    confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
    dispute TEXT NOT NULL REFERENCES dispute (id) DEFERRABLE INITIALLY DEFERRED,
    claim TEXT REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    movement TEXT REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
    remedy TEXT REFERENCES remedy (id) DEFERRABLE INITIALLY DEFERRED,
    remedy_check TEXT REFERENCES remedy_check (id) DEFERRABLE INITIALLY DEFERRED,
    deleted_at TEXT
) STRICT;
CREATE INDEX statement_match_of_line ON statement_match (statement, line)
    WHERE deleted_at IS NULL;

CREATE TABLE csv_layout (
    id TEXT NOT NULL PRIMARY KEY,
    signature TEXT NOT NULL,
    delimiter TEXT NOT NULL CHECK (length(delimiter) = 1),
    skip INTEGER NOT NULL CHECK (skip >= 0),
    day_order TEXT NOT NULL CHECK (day_order IN ('dmy', 'mdy', 'ymd')),
    decimal_comma INTEGER NOT NULL CHECK (decimal_comma IN (0, 1)),
    -- A word of the vocabulary a line.
    columns TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX csv_layout_of_signature ON csv_layout (signature) WHERE deleted_at IS NULL;
