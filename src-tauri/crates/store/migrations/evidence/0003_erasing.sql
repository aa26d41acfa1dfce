-- An original that was erased for good keeps its name, its size and the day; its bytes go.

ALTER TABLE original ADD COLUMN erased_on TEXT CHECK (erased_on IS date(erased_on));

-- Which erasures have been done in this file and not yet cleaned up in the records.
CREATE TABLE erased (action TEXT NOT NULL PRIMARY KEY) STRICT;

DROP TRIGGER original_is_kept;
CREATE TRIGGER original_is_kept BEFORE UPDATE ON original
WHEN NEW.number IS NOT OLD.number OR NEW.sha256 IS NOT OLD.sha256 OR NEW.size IS NOT OLD.size
    OR OLD.erased_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'originals are only added'); END;

-- One that was erased makes room for the same file where somebody adds it anew.
DROP TRIGGER original_stays;
CREATE TRIGGER original_stays BEFORE DELETE ON original WHEN OLD.erased_on IS NULL
BEGIN SELECT RAISE(ABORT, 'originals are only added'); END;

DROP TRIGGER chunk_stays;
CREATE TRIGGER chunk_stays BEFORE DELETE ON chunk
WHEN NOT EXISTS (SELECT 1 FROM original WHERE number = OLD.original AND erased_on IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'originals are only added'); END;
