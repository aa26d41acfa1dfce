-- Evidence: what is known of an original, and what in its dispute rests on it.
--
-- Until now an attachment belonged to one event or one claim. From now on any number of records may
-- rest on it, each with its place in it; an event or a claim that it belonged to rests on it.

ALTER TABLE attachment RENAME TO attachment_before;

CREATE TABLE attachment (
    id TEXT NOT NULL PRIMARY KEY,
    dispute TEXT NOT NULL REFERENCES dispute (id) DEFERRABLE INITIALLY DEFERRED,
    -- Names the original in the evidence file, lower-case hexadecimal.
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    caption TEXT,
    -- The day or instant that it bears, how sure that is, and what orders it.
    dated_at TEXT,
    dated_precision TEXT CHECK (dated_precision IN ('exact', 'about', 'unknown')),
    dated_key TEXT,
    obtained TEXT,
    vendor TEXT REFERENCES vendor (id) DEFERRABLE INITIALLY DEFERRED,
    author TEXT,
    added_at TEXT NOT NULL,
    deleted_at TEXT,
    CHECK ((dated_at IS NULL) = (dated_precision IS NULL)),
    CHECK ((dated_at IS NULL) = (dated_key IS NULL))
) STRICT;

CREATE TABLE citation (
    id TEXT NOT NULL PRIMARY KEY,
    attachment TEXT NOT NULL REFERENCES attachment (id) DEFERRABLE INITIALLY DEFERRED,
    event TEXT REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    fact TEXT REFERENCES fact (id) DEFERRABLE INITIALLY DEFERRED,
    claim TEXT REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    promise TEXT REFERENCES promise (id) DEFERRABLE INITIALLY DEFERRED,
    remedy TEXT REFERENCES remedy (id) DEFERRABLE INITIALLY DEFERRED,
    letter TEXT REFERENCES letter (id) DEFERRABLE INITIALLY DEFERRED,
    place TEXT,
    deleted_at TEXT,
    CHECK ((event IS NOT NULL) + (fact IS NOT NULL) + (claim IS NOT NULL) + (promise IS NOT NULL)
        + (remedy IS NOT NULL) + (letter IS NOT NULL) = 1)
) STRICT;

INSERT INTO attachment
    (id, dispute, sha256, name, media_type, size, caption, added_at, deleted_at)
SELECT id, dispute, sha256, name, media_type, size, caption, added_at, deleted_at
FROM attachment_before;

-- Such a citation has the id of its attachment, so that it is the same on every computer.
INSERT INTO citation (id, attachment, event, claim)
SELECT id, id, event, claim FROM attachment_before
WHERE event IS NOT NULL OR claim IS NOT NULL;

-- The action that attached the original is the one that cited it, so that its undo takes back both.
-- What the journal says of the event or the claim is of the citation now.
INSERT INTO changed_record (id, noun) SELECT id, 'citation' FROM citation;
DROP TRIGGER change_is_kept;
UPDATE change SET record = (
    SELECT c.number FROM changed_record a JOIN changed_record c ON c.id = a.id AND c.noun = 'citation'
    WHERE a.number = change.record)
WHERE field IN ('event', 'claim')
    AND record IN (SELECT number FROM changed_record WHERE noun = 'attachment');
CREATE TRIGGER change_is_kept BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
INSERT INTO change (action, record, field, before, after)
SELECT e.action, c.number, f.field, NULL, a.id
FROM changed_record a
JOIN changed_record c ON c.id = a.id AND c.noun = 'citation'
JOIN change e ON e.record = a.number AND e.field = 'id'
CROSS JOIN (SELECT 'id' AS field UNION ALL SELECT 'attachment') f
WHERE a.noun = 'attachment';

DROP TABLE attachment_before;
CREATE INDEX attachment_of_dispute ON attachment (dispute, id) WHERE deleted_at IS NULL;
CREATE INDEX attachment_of_original ON attachment (sha256);
CREATE INDEX citation_of_attachment ON citation (attachment, id) WHERE deleted_at IS NULL;
