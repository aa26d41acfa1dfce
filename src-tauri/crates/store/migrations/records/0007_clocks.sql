-- Time limits: what the household says of a rule in a dispute. The rules themselves are no records.

CREATE TABLE clock (
    id TEXT NOT NULL PRIMARY KEY,
    dispute TEXT NOT NULL REFERENCES dispute (id) DEFERRABLE INITIALLY DEFERRED,
    -- The rule's code in the table of clocks, which never changes.
    rule TEXT NOT NULL,
    vendor TEXT REFERENCES vendor (id) DEFERRABLE INITIALLY DEFERRED,
    trigger_on TEXT NOT NULL CHECK (trigger_on IS date(trigger_on)),
    because_of TEXT REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    applies INTEGER NOT NULL CHECK (applies IN (0, 1)),
    met_on TEXT CHECK (met_on IS date(met_on)),
    deleted_at TEXT
) STRICT;
CREATE INDEX clock_of_dispute ON clock (dispute, id) WHERE deleted_at IS NULL;
