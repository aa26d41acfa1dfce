CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    bank TEXT,
    number TEXT,
    currency TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE TRIGGER action_is_kept BEFORE UPDATE ON action
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE stage = 'replacing')
    OR NEW.number IS NOT OLD.number OR NEW.id IS NOT OLD.id OR NEW.what IS NOT OLD.what
    OR NEW.member IS NOT OLD.member OR NEW.device IS NOT OLD.device OR NEW.at IS NOT OLD.at
    OR NEW.undoes IS NOT OLD.undoes OR instr(NEW.about, '[erased]') = 0
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER action_stays BEFORE DELETE ON action
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TABLE action (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    what TEXT NOT NULL,
    about TEXT NOT NULL,
    member TEXT REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    device TEXT NOT NULL,
    at TEXT NOT NULL,
    undoes INTEGER REFERENCES action (number)
) STRICT;
CREATE INDEX action_undoes ON action (undoes) WHERE undoes IS NOT NULL;
CREATE TABLE advocacy (
    id TEXT NOT NULL PRIMARY KEY,
    dispute TEXT NOT NULL REFERENCES dispute (id) DEFERRABLE INITIALLY DEFERRED,
    contact TEXT NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    helped_on TEXT NOT NULL CHECK (helped_on IS date(helped_on)),
    did TEXT NOT NULL,
    thanked_on TEXT CHECK (thanked_on IS date(thanked_on)),
    may_quote INTEGER NOT NULL CHECK (may_quote IN (0, 1)),
    deleted_at TEXT
) STRICT;
CREATE INDEX advocacy_of_dispute ON advocacy (dispute, id) WHERE deleted_at IS NULL;
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
CREATE INDEX attachment_of_dispute ON attachment (dispute, id) WHERE deleted_at IS NULL;
CREATE INDEX attachment_of_original ON attachment (sha256);
CREATE TRIGGER change_is_kept BEFORE UPDATE ON change
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE stage = 'replacing')
    OR NEW.number IS NOT OLD.number OR NEW.action IS NOT OLD.action
    OR NEW.record IS NOT OLD.record OR NEW.field IS NOT OLD.field
    OR (NEW.before IS NOT OLD.before AND coalesce(instr(NEW.before, '[erased]'), 0) = 0)
    OR (NEW.after IS NOT OLD.after AND coalesce(instr(NEW.after, '[erased]'), 0) = 0)
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER change_stays BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TABLE change (
    number INTEGER PRIMARY KEY,
    action INTEGER NOT NULL REFERENCES action (number),
    record INTEGER NOT NULL REFERENCES changed_record (number),
    -- `id`, from nothing to the id, says that the record was entered.
    field TEXT NOT NULL,
    before ANY,
    after ANY
) STRICT;
CREATE INDEX change_of_action ON change (action);
CREATE INDEX change_of_record ON change (record);
CREATE TRIGGER changed_record_is_kept BEFORE UPDATE ON changed_record
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER changed_record_stays BEFORE DELETE ON changed_record
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TABLE changed_record (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    noun TEXT NOT NULL,
    UNIQUE (id, noun)
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
    issue TEXT REFERENCES issue (id) DEFERRABLE INITIALLY DEFERRED,
    place TEXT,
    deleted_at TEXT,
    CHECK ((event IS NOT NULL) + (fact IS NOT NULL) + (claim IS NOT NULL) + (promise IS NOT NULL)
        + (remedy IS NOT NULL) + (letter IS NOT NULL) + (issue IS NOT NULL) = 1)
) STRICT;
CREATE INDEX citation_of_attachment ON citation (attachment, id) WHERE deleted_at IS NULL;
CREATE TABLE claim (
    id TEXT NOT NULL PRIMARY KEY,
    dispute TEXT NOT NULL REFERENCES dispute (id) DEFERRABLE INITIALLY DEFERRED,
    vendor TEXT NOT NULL REFERENCES vendor (id) DEFERRABLE INITIALLY DEFERRED,
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    amount_currency TEXT NOT NULL,
    reason TEXT NOT NULL,
    arose_on TEXT NOT NULL CHECK (arose_on IS date(arose_on)),
    due_on TEXT CHECK (due_on IS date(due_on)),
    because_of TEXT REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    deleted_at TEXT
) STRICT;
CREATE INDEX claim_because_of ON claim (because_of)
    WHERE deleted_at IS NULL AND because_of IS NOT NULL;
CREATE INDEX claim_of_dispute ON claim (dispute, id) WHERE deleted_at IS NULL;
CREATE INDEX claim_of_vendor ON claim (vendor) WHERE deleted_at IS NULL;
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
, met_by TEXT REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED, missed_on TEXT CHECK (missed_on IS date(missed_on))) STRICT;
CREATE INDEX clock_of_dispute ON clock (dispute, id) WHERE deleted_at IS NULL;
CREATE TABLE contact (
    id TEXT NOT NULL PRIMARY KEY,
    vendor TEXT NOT NULL REFERENCES vendor (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    job TEXT,
    department TEXT,
    phone TEXT,
    email TEXT,
    supervisor TEXT REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    deleted_at TEXT
) STRICT;
CREATE INDEX contact_of_vendor ON contact (vendor, id) WHERE deleted_at IS NULL;
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
CREATE TABLE dispute (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    goal TEXT NOT NULL,
    opened_on TEXT NOT NULL CHECK (opened_on IS date(opened_on)),
    lead TEXT NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    closed_on TEXT CHECK (closed_on IS date(closed_on)),
    closed_as TEXT CHECK (closed_as IN ('settled', 'accepted_less', 'dropped')),
    subject_what TEXT,
    subject_bought_on TEXT CHECK (subject_bought_on IS date(subject_bought_on)),
    subject_place TEXT,
    subject_price_minor INTEGER,
    subject_price_currency TEXT,
    subject_paid_by TEXT,
    subject_order TEXT,
    subject_account TEXT,
    subject_model TEXT,
    subject_serial TEXT,
    effect TEXT,
    deleted_at TEXT,
    CHECK ((subject_price_minor IS NULL) = (subject_price_currency IS NULL))
) STRICT;
CREATE INDEX dispute_by_closing ON dispute (closed_on) WHERE deleted_at IS NULL;
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
CREATE TABLE draft (
    key TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
CREATE TABLE erased_original (
    sha256 TEXT NOT NULL PRIMARY KEY
        CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    size INTEGER NOT NULL CHECK (size >= 0),
    erased_on TEXT NOT NULL CHECK (erased_on IS date(erased_on))
) STRICT;
CREATE TABLE erasing (
    action TEXT NOT NULL PRIMARY KEY,
    -- `replacing` only within the transaction that erases; `cleaning` until nothing is left in the
    -- bytes of the files.
    stage TEXT NOT NULL CHECK (stage IN ('replacing', 'cleaning')),
    -- Where in the texts that were read from originals the words stood, as JSON; not the words.
    pages TEXT NOT NULL,
    -- The SHA-256 of an original that goes as a whole.
    original TEXT
) STRICT;
CREATE TABLE event (
    id TEXT NOT NULL PRIMARY KEY,
    dispute TEXT NOT NULL REFERENCES dispute (id) DEFERRABLE INITIALLY DEFERRED,
    -- The day or the instant with its offset, as it was recorded.
    at TEXT NOT NULL,
    precision TEXT NOT NULL CHECK (precision IN ('exact', 'about', 'unknown')),
    -- The day where it was recorded and then the instant in UTC: what lists are ordered and paged
    -- by. Derived from `at`.
    sort_key TEXT NOT NULL CHECK (substr(sort_key, 1, 10) IS date(substr(sort_key, 1, 10))
        AND substr(sort_key, 1, 10) = substr(at, 1, 10)),
    channel TEXT NOT NULL CHECK (channel IN ('phone', 'email', 'letter', 'web_form', 'chat',
        'social', 'visit', 'statement', 'other')),
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out', 'internal')),
    vendor TEXT REFERENCES vendor (id) DEFERRABLE INITIALLY DEFERRED,
    answered INTEGER CHECK (answered IN (0, 1)),
    waited_minutes INTEGER CHECK (waited_minutes >= 0),
    minutes INTEGER CHECK (minutes >= 0),
    note TEXT,
    deleted_at TEXT
) STRICT;
CREATE INDEX event_of_dispute ON event (dispute, sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX event_of_vendor ON event (vendor) WHERE deleted_at IS NULL AND vendor IS NOT NULL;
CREATE TABLE event_contact (
    id TEXT NOT NULL PRIMARY KEY,
    event TEXT NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    contact TEXT NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    -- In which order the people were named.
    place INTEGER NOT NULL CHECK (place >= 0),
    deleted_at TEXT
) STRICT;
CREATE INDEX event_contact_of_contact ON event_contact (contact) WHERE deleted_at IS NULL;
CREATE INDEX event_contact_of_event ON event_contact (event, place) WHERE deleted_at IS NULL;
CREATE TABLE fact (
    id TEXT NOT NULL PRIMARY KEY,
    event TEXT NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('undisputed', 'disputed', 'unsure')),
    acknowledged_by TEXT REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    deleted_at TEXT
) STRICT;
CREATE INDEX fact_of_contact ON fact (acknowledged_by)
    WHERE deleted_at IS NULL AND acknowledged_by IS NOT NULL;
CREATE INDEX fact_of_event ON fact (event, id) WHERE deleted_at IS NULL;
CREATE TABLE household (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    deleted_at TEXT
, cadence TEXT, region TEXT) STRICT;
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
CREATE TABLE member (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    email TEXT,
    phone TEXT,
    deleted_at TEXT
) STRICT;
CREATE TABLE movement (
    id TEXT NOT NULL PRIMARY KEY,
    claim TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('received', 'credited', 'provisional_credit', 'waived',
        'written_off', 'reversed')),
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    amount_currency TEXT NOT NULL,
    moved_on TEXT NOT NULL CHECK (moved_on IS date(moved_on)),
    reference TEXT,
    remedy TEXT REFERENCES remedy (id) DEFERRABLE INITIALLY DEFERRED,
    deleted_at TEXT
) STRICT;
CREATE INDEX movement_of_claim ON movement (claim, id) WHERE deleted_at IS NULL;
CREATE INDEX movement_of_remedy ON movement (remedy)
    WHERE deleted_at IS NULL AND remedy IS NOT NULL;
CREATE TABLE next_step (
    id TEXT NOT NULL PRIMARY KEY,
    dispute TEXT NOT NULL REFERENCES dispute (id) DEFERRABLE INITIALLY DEFERRED,
    planned_on TEXT NOT NULL CHECK (planned_on IS date(planned_on)),
    planned_at TEXT CHECK (substr(planned_at, 1, 8) IS time(planned_at)),
    what TEXT NOT NULL,
    channel TEXT CHECK (channel IN ('phone', 'email', 'letter', 'web_form', 'chat', 'social',
        'visit', 'statement', 'other')),
    contact TEXT REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    done_on TEXT CHECK (done_on IS date(done_on)),
    deleted_at TEXT
) STRICT;
CREATE INDEX next_step_of_dispute ON next_step (dispute, id) WHERE deleted_at IS NULL;
CREATE TABLE offer (
    id TEXT NOT NULL PRIMARY KEY,
    dispute TEXT NOT NULL REFERENCES dispute (id) DEFERRABLE INITIALLY DEFERRED,
    made_by TEXT REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    vendor TEXT REFERENCES vendor (id) DEFERRABLE INITIALLY DEFERRED,
    made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
    terms TEXT NOT NULL,
    amount_minor INTEGER,
    amount_currency TEXT,
    open_until TEXT CHECK (open_until IS date(open_until)),
    answer TEXT CHECK (answer IN ('accepted', 'declined')),
    answered_on TEXT CHECK (answered_on IS date(answered_on)),
    deleted_at TEXT,
    CHECK ((amount_minor IS NULL) = (amount_currency IS NULL))
) STRICT;
CREATE INDEX offer_of_dispute ON offer (dispute, id) WHERE deleted_at IS NULL;
CREATE TABLE party (
    id TEXT NOT NULL PRIMARY KEY,
    dispute TEXT NOT NULL REFERENCES dispute (id) DEFERRABLE INITIALLY DEFERRED,
    vendor TEXT NOT NULL REFERENCES vendor (id) DEFERRABLE INITIALLY DEFERRED,
    caused_it INTEGER NOT NULL CHECK (caused_it IN (0, 1)),
    holds_the_money INTEGER NOT NULL CHECK (holds_the_money IN (0, 1)),
    must_remedy INTEGER NOT NULL CHECK (must_remedy IN (0, 1)),
    can_compel INTEGER NOT NULL CHECK (can_compel IN (0, 1)),
    reference TEXT,
    policy TEXT,
    rationale TEXT,
    deleted_at TEXT
) STRICT;
CREATE INDEX party_of_dispute ON party (dispute, id) WHERE deleted_at IS NULL;
CREATE INDEX party_of_vendor ON party (vendor) WHERE deleted_at IS NULL;
CREATE TABLE promise (
    id TEXT NOT NULL PRIMARY KEY,
    dispute TEXT NOT NULL REFERENCES dispute (id) DEFERRABLE INITIALLY DEFERRED,
    given_by TEXT REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    vendor TEXT REFERENCES vendor (id) DEFERRABLE INITIALLY DEFERRED,
    made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
    what TEXT NOT NULL,
    due_on TEXT CHECK (due_on IS date(due_on)),
    outcome TEXT CHECK (outcome IN ('kept', 'broken', 'withdrawn')),
    outcome_on TEXT CHECK (outcome_on IS date(outcome_on)),
    deleted_at TEXT,
    CHECK (due_on >= made_on)
) STRICT;
CREATE INDEX promise_of_dispute ON promise (dispute, id) WHERE deleted_at IS NULL;
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
CREATE TABLE remedy (
    id TEXT NOT NULL PRIMARY KEY,
    dispute TEXT NOT NULL REFERENCES dispute (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('refund', 'credit', 'voucher', 'waiver', 'replacement',
        'repair', 'policy_exception', 'apology', 'other')),
    agreed_by TEXT REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    vendor TEXT REFERENCES vendor (id) DEFERRABLE INITIALLY DEFERRED,
    agreed_on TEXT NOT NULL CHECK (agreed_on IS date(agreed_on)),
    what TEXT NOT NULL,
    caveat TEXT,
    claim TEXT REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    expected_by TEXT CHECK (expected_by IS date(expected_by)),
    delivered_on TEXT CHECK (delivered_on IS date(delivered_on)),
    ends_on TEXT CHECK (ends_on IS date(ends_on)),
    deleted_at TEXT
, scope TEXT, before_use TEXT, satisfied_on TEXT CHECK (satisfied_on IS date(satisfied_on))) STRICT;
CREATE INDEX remedy_of_dispute ON remedy (dispute, id) WHERE deleted_at IS NULL;
CREATE TABLE remedy_check (
    id TEXT NOT NULL PRIMARY KEY,
    remedy TEXT NOT NULL REFERENCES remedy (id) DEFERRABLE INITIALLY DEFERRED,
    due_on TEXT NOT NULL CHECK (due_on IS date(due_on)),
    done_on TEXT CHECK (done_on IS date(done_on)),
    result TEXT CHECK (result IN ('holds', 'does_not_hold', 'unclear')),
    note TEXT,
    deleted_at TEXT
) STRICT;
CREATE INDEX remedy_check_of_remedy ON remedy_check (remedy, id) WHERE deleted_at IS NULL;
CREATE TABLE rung (
    id TEXT NOT NULL PRIMARY KEY,
    dispute TEXT NOT NULL REFERENCES dispute (id) DEFERRABLE INITIALLY DEFERRED,
    contact TEXT REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    vendor TEXT REFERENCES vendor (id) DEFERRABLE INITIALLY DEFERRED,
    reached_on TEXT CHECK (reached_on IS date(reached_on)),
    reason TEXT NOT NULL,
    result TEXT,
    deleted_at TEXT
) STRICT;
CREATE INDEX rung_of_dispute ON rung (dispute, id) WHERE deleted_at IS NULL;
CREATE TABLE search_entry (
    number INTEGER PRIMARY KEY,
    record TEXT NOT NULL UNIQUE,
    dispute TEXT
) STRICT;
CREATE VIRTUAL TABLE search_terms USING fts5 (
    exact, days, title, words, names, private,
    content = '', contentless_delete = 1, prefix = '1 2 3',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'"
);
CREATE TABLE 'search_terms_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'search_terms_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'search_terms_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
CREATE TABLE 'search_terms_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE search_version (version INTEGER NOT NULL) STRICT;
CREATE TRIGGER sent_dossier_is_kept BEFORE UPDATE OF id, dispute, reader, recipient, sent_on, pdf,
    pdf_size, exhibits, marked_at ON sent_dossier
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE stage = 'replacing')
    OR NEW.id IS NOT OLD.id OR NEW.dispute IS NOT OLD.dispute OR NEW.reader IS NOT OLD.reader
    OR NEW.sent_on IS NOT OLD.sent_on OR NEW.pdf IS NOT OLD.pdf
    OR NEW.pdf_size IS NOT OLD.pdf_size OR NEW.exhibits IS NOT OLD.exhibits
    OR NEW.marked_at IS NOT OLD.marked_at
    OR (NEW.recipient IS NOT OLD.recipient AND coalesce(instr(NEW.recipient, '[erased]'), 0) = 0)
BEGIN SELECT RAISE(ABORT, 'what was sent is never changed'); END;
CREATE TRIGGER sent_dossier_stays BEFORE DELETE ON sent_dossier
BEGIN SELECT RAISE(ABORT, 'what was sent is never deleted'); END;
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
CREATE TRIGGER sent_letter_is_kept BEFORE UPDATE OF id, dispute, letter, kind, to_vendor, to_contact,
    addressee, sent_on, channel, tracking, reply_by, subject, text, pdf, pdf_size, dossier, event,
    marked_at ON sent_letter
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE stage = 'replacing')
    OR NEW.id IS NOT OLD.id OR NEW.dispute IS NOT OLD.dispute OR NEW.letter IS NOT OLD.letter
    OR NEW.kind IS NOT OLD.kind OR NEW.to_vendor IS NOT OLD.to_vendor
    OR NEW.to_contact IS NOT OLD.to_contact OR NEW.sent_on IS NOT OLD.sent_on
    OR NEW.channel IS NOT OLD.channel OR NEW.reply_by IS NOT OLD.reply_by
    OR NEW.pdf IS NOT OLD.pdf OR NEW.pdf_size IS NOT OLD.pdf_size
    OR NEW.dossier IS NOT OLD.dossier OR NEW.event IS NOT OLD.event
    OR NEW.marked_at IS NOT OLD.marked_at
    OR (NEW.addressee IS NOT OLD.addressee AND instr(NEW.addressee, '[erased]') = 0)
    OR (NEW.tracking IS NOT OLD.tracking AND coalesce(instr(NEW.tracking, '[erased]'), 0) = 0)
    OR (NEW.subject IS NOT OLD.subject AND instr(NEW.subject, '[erased]') = 0)
    OR (NEW.text IS NOT OLD.text AND instr(NEW.text, '[erased]') = 0)
BEGIN SELECT RAISE(ABORT, 'what was sent is never changed'); END;
CREATE TRIGGER sent_letter_stays BEFORE DELETE ON sent_letter
BEGIN SELECT RAISE(ABORT, 'what was sent is never deleted'); END;
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
CREATE UNIQUE INDEX sent_letter_of_letter ON sent_letter (letter) WHERE deleted_at IS NULL;
CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
CREATE TABLE snooze (
    id TEXT NOT NULL PRIMARY KEY,
    dispute TEXT NOT NULL REFERENCES dispute (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('promise', 'next_step', 'check', 'clock', 'letter', 'quiet')),
    -- Names a record of that kind, and is no reference: what was put off may go to the bin.
    item TEXT NOT NULL,
    made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
    until TEXT NOT NULL CHECK (until IS date(until)),
    until_answer INTEGER NOT NULL CHECK (until_answer IN (0, 1)),
    deleted_at TEXT
) STRICT;
CREATE INDEX snooze_of_dispute ON snooze (dispute, id) WHERE deleted_at IS NULL;
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
CREATE TRIGGER statement_line_is_kept BEFORE UPDATE ON statement_line
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE stage = 'replacing')
    OR NEW.statement IS NOT OLD.statement OR NEW.number IS NOT OLD.number
    OR NEW.booked_on IS NOT OLD.booked_on OR NEW.amount_minor IS NOT OLD.amount_minor
    OR NEW.amount_currency IS NOT OLD.amount_currency OR NEW.nth IS NOT OLD.nth
    OR (NEW.party IS NOT OLD.party AND coalesce(instr(NEW.party, '[erased]'), 0) = 0)
    OR (NEW.text IS NOT OLD.text AND instr(NEW.text, '[erased]') = 0)
    OR (NEW.reference IS NOT OLD.reference
        AND coalesce(instr(NEW.reference, '[erased]'), 0) = 0)
    OR (NEW.bank_id IS NOT OLD.bank_id AND coalesce(instr(NEW.bank_id, '[erased]'), 0) = 0)
BEGIN SELECT RAISE(ABORT, 'lines are only added'); END;
CREATE TRIGGER statement_line_stays BEFORE DELETE ON statement_line
BEGIN SELECT RAISE(ABORT, 'lines are only added'); END;
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
CREATE TABLE vendor (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('shop', 'bank', 'card_issuer', 'insurer', 'investment',
        'airline', 'travel', 'telecom', 'utility', 'landlord', 'dealer', 'health', 'agency',
        'regulator', 'ombudsman', 'court', 'other')),
    address TEXT NOT NULL,
    country TEXT,
    known_as TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE TABLE vendor_channel (
    id TEXT NOT NULL PRIMARY KEY,
    vendor TEXT NOT NULL REFERENCES vendor (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'letter', 'web_form', 'chat', 'social',
        'visit', 'statement', 'other')),
    value TEXT NOT NULL,
    label TEXT,
    deleted_at TEXT
) STRICT;
CREATE INDEX vendor_channel_of_vendor ON vendor_channel (vendor, id) WHERE deleted_at IS NULL;
