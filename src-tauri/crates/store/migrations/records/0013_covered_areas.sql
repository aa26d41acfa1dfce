-- What of an original is covered where a dossier shows it. The original itself stays whole.

CREATE TABLE covered_area (
    id TEXT NOT NULL PRIMARY KEY,
    attachment TEXT NOT NULL REFERENCES attachment (id) DEFERRABLE INITIALLY DEFERRED,
    -- Counted from 1; a picture is its own first page.
    page INTEGER NOT NULL CHECK (page >= 1),
    -- Thousandths of the width and of the height of the upright page.
    left_edge INTEGER NOT NULL CHECK (left_edge >= 0),
    top_edge INTEGER NOT NULL CHECK (top_edge >= 0),
    right_edge INTEGER NOT NULL CHECK (right_edge > left_edge AND right_edge <= 1000),
    bottom_edge INTEGER NOT NULL CHECK (bottom_edge > top_edge AND bottom_edge <= 1000),
    deleted_at TEXT
) STRICT;

CREATE INDEX covered_area_of_attachment ON covered_area (attachment, id) WHERE deleted_at IS NULL;
