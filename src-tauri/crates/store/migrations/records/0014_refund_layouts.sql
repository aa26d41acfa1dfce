-- How the household's own list of refunds is read, so that next month's needs no questions.

CREATE TABLE refund_layout (
    id TEXT NOT NULL PRIMARY KEY,
    -- What the columns are called.
    signature TEXT NOT NULL,
    delimiter TEXT NOT NULL CHECK (length(delimiter) = 1),
    day_order TEXT NOT NULL CHECK (day_order IN ('dmy', 'mdy', 'ymd')),
    decimal_comma INTEGER NOT NULL CHECK (decimal_comma IN (0, 1)),
    -- Of sums that name none.
    currency TEXT,
    -- A word of the vocabulary a line.
    columns TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

CREATE INDEX refund_layout_of_signature ON refund_layout (signature) WHERE deleted_at IS NULL;
