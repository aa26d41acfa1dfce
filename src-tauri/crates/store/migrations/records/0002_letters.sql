-- Letters: what was chosen and written for them, what went out, and the household's own templates.
--
-- A letter keeps no text of its own: it is composed from the record each time. What went out is kept
-- whole in `sent_letter`, of which nothing changes but `deleted_at`: where “sent” was taken back,
-- the letter is a draft again and the copy stays.

CREATE TABLE letter_template (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('complaint', 'follow_up', 'confirmation', 'escalation',
        'thank_you', 'commendation', 'final_notice', 'billing_error', 'before_claim',
        'refusal_request')),
    -- Nothing where it stands in place of the one that Holdfast brings.
    name TEXT,
    text TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

CREATE TABLE letter (
    id TEXT NOT NULL PRIMARY KEY,
    dispute TEXT NOT NULL REFERENCES dispute (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('complaint', 'follow_up', 'confirmation', 'escalation',
        'thank_you', 'commendation', 'final_notice', 'billing_error', 'before_claim',
        'refusal_request')),
    template TEXT REFERENCES letter_template (id) DEFERRABLE INITIALLY DEFERRED,
    to_vendor TEXT NOT NULL REFERENCES vendor (id) DEFERRABLE INITIALLY DEFERRED,
    to_contact TEXT REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    office TEXT,
    channel TEXT NOT NULL CHECK (channel IN ('letter', 'email', 'web_form')),
    from_member TEXT NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    about TEXT REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    help TEXT REFERENCES advocacy (id) DEFERRABLE INITIALLY DEFERRED,
    request TEXT,
    reason TEXT,
    basis TEXT,
    next_body TEXT,
    reply_by TEXT CHECK (reply_by IS date(reply_by)),
    tone TEXT NOT NULL CHECK (tone IN ('gentle', 'firm')),
    with_effect INTEGER NOT NULL CHECK (with_effect IN (0, 1)),
    with_dossier INTEGER NOT NULL CHECK (with_dossier IN (0, 1)),
    show_accounts INTEGER NOT NULL CHECK (show_accounts IN (0, 1)),
    -- Ids, a line each. What they name may go to the bin; it is then left out anyway.
    leave_out TEXT NOT NULL,
    leave_out_claims TEXT NOT NULL,
    enclosures TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX letter_of_dispute ON letter (dispute, id) WHERE deleted_at IS NULL;

CREATE TABLE letter_edit (
    id TEXT NOT NULL PRIMARY KEY,
    letter TEXT NOT NULL REFERENCES letter (id) DEFERRABLE INITIALLY DEFERRED,
    key TEXT NOT NULL,
    base TEXT NOT NULL,
    text TEXT NOT NULL,
    after TEXT,
    deleted_at TEXT
) STRICT;
CREATE INDEX letter_edit_of_letter ON letter_edit (letter, id) WHERE deleted_at IS NULL;

CREATE TABLE sent_letter (
    id TEXT NOT NULL PRIMARY KEY,
    dispute TEXT NOT NULL REFERENCES dispute (id) DEFERRABLE INITIALLY DEFERRED,
    letter TEXT NOT NULL REFERENCES letter (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('complaint', 'follow_up', 'confirmation', 'escalation',
        'thank_you', 'commendation', 'final_notice', 'billing_error', 'before_claim',
        'refusal_request')),
    to_vendor TEXT NOT NULL REFERENCES vendor (id) DEFERRABLE INITIALLY DEFERRED,
    to_contact TEXT REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    addressee TEXT NOT NULL,
    sent_on TEXT NOT NULL CHECK (sent_on IS date(sent_on)),
    channel TEXT NOT NULL CHECK (channel IN ('letter', 'email', 'web_form')),
    tracking TEXT,
    reply_by TEXT CHECK (reply_by IS date(reply_by)),
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    -- Names the PDF in the evidence file, lower-case hexadecimal.
    pdf TEXT NOT NULL CHECK (length(pdf) = 64 AND pdf NOT GLOB '*[^0-9a-f]*'),
    pdf_size INTEGER NOT NULL CHECK (pdf_size > 0),
    dossier TEXT CHECK (length(dossier) = 64 AND dossier NOT GLOB '*[^0-9a-f]*'),
    event TEXT NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    marked_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX sent_letter_of_dispute ON sent_letter (dispute, sent_on, id)
    WHERE deleted_at IS NULL;
-- A letter goes out once; who wants to write again follows it with another.
CREATE UNIQUE INDEX sent_letter_of_letter ON sent_letter (letter) WHERE deleted_at IS NULL;

CREATE TRIGGER sent_letter_is_kept BEFORE UPDATE OF id, dispute, letter, kind, to_vendor, to_contact,
    addressee, sent_on, channel, tracking, reply_by, subject, text, pdf, pdf_size, dossier, event,
    marked_at ON sent_letter
BEGIN SELECT RAISE(ABORT, 'what was sent is never changed'); END;
CREATE TRIGGER sent_letter_stays BEFORE DELETE ON sent_letter
BEGIN SELECT RAISE(ABORT, 'what was sent is never deleted'); END;
