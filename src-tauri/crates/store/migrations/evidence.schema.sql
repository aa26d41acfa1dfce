CREATE TRIGGER chunk_is_kept BEFORE UPDATE ON chunk
BEGIN SELECT RAISE(ABORT, 'originals are only added'); END;
CREATE TRIGGER chunk_stays BEFORE DELETE ON chunk
BEGIN SELECT RAISE(ABORT, 'originals are only added'); END;
CREATE TABLE chunk (
    original INTEGER NOT NULL REFERENCES original (number) DEFERRABLE INITIALLY DEFERRED,
    place INTEGER NOT NULL CHECK (place >= 0),
    bytes BLOB NOT NULL,
    PRIMARY KEY (original, place)
) STRICT;
CREATE TRIGGER original_is_kept BEFORE UPDATE ON original
BEGIN SELECT RAISE(ABORT, 'originals are only added'); END;
CREATE TRIGGER original_stays BEFORE DELETE ON original
BEGIN SELECT RAISE(ABORT, 'originals are only added'); END;
CREATE TABLE original (
    number INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    size INTEGER NOT NULL CHECK (size >= 0)
) STRICT;
