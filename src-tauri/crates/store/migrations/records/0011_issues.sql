-- What is in question between the household and a vendor, and the facts that it rests on.

CREATE TABLE issue (
    id TEXT NOT NULL PRIMARY KEY,
    dispute TEXT NOT NULL REFERENCES dispute (id) DEFERRABLE INITIALLY DEFERRED,
    vendor TEXT REFERENCES vendor (id) DEFERRABLE INITIALLY DEFERRED,
    question TEXT NOT NULL,
    -- The term or rule relied on, and where it stands.
    term TEXT,
    source TEXT,
    -- The vendor's reply, its day and its event, and what it comes to.
    reply TEXT,
    replied_on TEXT CHECK (replied_on IS date(replied_on)),
    replied_at TEXT REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    answer TEXT CHECK (answer IN ('conceded', 'refused')),
    deleted_at TEXT
) STRICT;
CREATE INDEX issue_of_dispute ON issue (dispute, id) WHERE deleted_at IS NULL;

CREATE TABLE issue_fact (
    id TEXT NOT NULL PRIMARY KEY,
    issue TEXT NOT NULL REFERENCES issue (id) DEFERRABLE INITIALLY DEFERRED,
    fact TEXT NOT NULL REFERENCES fact (id) DEFERRABLE INITIALLY DEFERRED,
    deleted_at TEXT
) STRICT;
CREATE INDEX issue_fact_of_issue ON issue_fact (issue, fact) WHERE deleted_at IS NULL;

-- An issue rests on evidence too: the term that it relies on is in it, or the reply.
ALTER TABLE citation RENAME TO citation_before;

CREATE TABLE citation (
    id TEXT NOT NULL PRIMARY KEY,
    attachment TEXT NOT NULL REFERENCES attachment (id) DEFERRABLE INITIALLY DEFERRED,
    event TEXT REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    fact TEXT REFERENCES fact (id) DEFERRABLE INITIALLY DEFERRED,
    claim TEXT REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    promise TEXT REFERENCES promise (id) DEFERRABLE INITIALLY DEFERRED,
    remedy TEXT REFERENCES remedy (id) DEFERRABLE INITIALLY DEFERRED,
    letter TEXT REFERENCES letter (id) DEFERRABLE INITIALLY DEFERRED,
    issue TEXT REFERENCES issue (id) DEFERRABLE INITIALLY DEFERRED,
    place TEXT,
    deleted_at TEXT,
    CHECK ((event IS NOT NULL) + (fact IS NOT NULL) + (claim IS NOT NULL) + (promise IS NOT NULL)
        + (remedy IS NOT NULL) + (letter IS NOT NULL) + (issue IS NOT NULL) = 1)
) STRICT;

INSERT INTO citation
    (id, attachment, event, fact, claim, promise, remedy, letter, place, deleted_at)
SELECT id, attachment, event, fact, claim, promise, remedy, letter, place, deleted_at
FROM citation_before;

DROP TABLE citation_before;
CREATE INDEX citation_of_attachment ON citation (attachment, id) WHERE deleted_at IS NULL;
