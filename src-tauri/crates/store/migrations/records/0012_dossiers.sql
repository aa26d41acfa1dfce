-- What is chosen for the dossier of a dispute and each of its readers, and the editions that were sent.
--
-- A dossier keeps no text of its own: it is composed from the record each time. What was sent is kept
-- whole: of `sent_dossier` nothing changes but `deleted_at`, where “sent” was taken back.

CREATE TABLE dossier_choice (
    id TEXT NOT NULL PRIMARY KEY,
    dispute TEXT NOT NULL REFERENCES dispute (id) DEFERRABLE INITIALLY DEFERRED,
    reader TEXT NOT NULL CHECK (reader IN ('ombudsman', 'vendor', 'issuer', 'court', 'other')),
    recipient TEXT,
    -- The parts that are left out, a line each. Which there are grows with Holdfast.
    without TEXT NOT NULL,
    -- Ids of facts, a line each. What they name may go to the bin; it is then left out anyway.
    leave_out TEXT NOT NULL,
    show_accounts INTEGER NOT NULL CHECK (show_accounts IN (0, 1)),
    us_letter INTEGER NOT NULL CHECK (us_letter IN (0, 1)),
    with_exhibits INTEGER NOT NULL CHECK (with_exhibits IN (0, 1)),
    -- Words and phrases that are covered, a line each.
    covered TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX dossier_choice_of_reader ON dossier_choice (dispute, reader)
    WHERE deleted_at IS NULL;

CREATE TABLE sent_dossier (
    id TEXT NOT NULL PRIMARY KEY,
    dispute TEXT NOT NULL REFERENCES dispute (id) DEFERRABLE INITIALLY DEFERRED,
    reader TEXT NOT NULL CHECK (reader IN ('ombudsman', 'vendor', 'issuer', 'court', 'other')),
    recipient TEXT,
    sent_on TEXT NOT NULL CHECK (sent_on IS date(sent_on)),
    -- Names the PDF in the evidence file, lower-case hexadecimal.
    pdf TEXT NOT NULL CHECK (length(pdf) = 64 AND pdf NOT GLOB '*[^0-9a-f]*'),
    pdf_size INTEGER NOT NULL CHECK (pdf_size > 0),
    -- The number and the hash of each exhibit, a line each.
    exhibits TEXT NOT NULL,
    marked_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX sent_dossier_of_dispute ON sent_dossier (dispute, marked_at, id)
    WHERE deleted_at IS NULL;

CREATE TRIGGER sent_dossier_is_kept BEFORE UPDATE OF id, dispute, reader, recipient, sent_on, pdf,
    pdf_size, exhibits, marked_at ON sent_dossier
BEGIN SELECT RAISE(ABORT, 'what was sent is never changed'); END;
CREATE TRIGGER sent_dossier_stays BEFORE DELETE ON sent_dossier
BEGIN SELECT RAISE(ABORT, 'what was sent is never deleted'); END;
