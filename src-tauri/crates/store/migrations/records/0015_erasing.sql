-- Erasing for good: the one way in which what was said before, the lines of a statement and what was
-- sent can change, and then only so that a mark stands where the erased words stood.

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

-- Originals that were erased for good. The file of originals says the same; here it goes along with an
-- archive.
CREATE TABLE erased_original (
    sha256 TEXT NOT NULL PRIMARY KEY
        CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    size INTEGER NOT NULL CHECK (size >= 0),
    erased_on TEXT NOT NULL CHECK (erased_on IS date(erased_on))
) STRICT;

DROP TRIGGER action_is_kept;
CREATE TRIGGER action_is_kept BEFORE UPDATE ON action
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE stage = 'replacing')
    OR NEW.number IS NOT OLD.number OR NEW.id IS NOT OLD.id OR NEW.what IS NOT OLD.what
    OR NEW.member IS NOT OLD.member OR NEW.device IS NOT OLD.device OR NEW.at IS NOT OLD.at
    OR NEW.undoes IS NOT OLD.undoes OR instr(NEW.about, '[erased]') = 0
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;

DROP TRIGGER change_is_kept;
CREATE TRIGGER change_is_kept BEFORE UPDATE ON change
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE stage = 'replacing')
    OR NEW.number IS NOT OLD.number OR NEW.action IS NOT OLD.action
    OR NEW.record IS NOT OLD.record OR NEW.field IS NOT OLD.field
    OR (NEW.before IS NOT OLD.before AND coalesce(instr(NEW.before, '[erased]'), 0) = 0)
    OR (NEW.after IS NOT OLD.after AND coalesce(instr(NEW.after, '[erased]'), 0) = 0)
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;

DROP TRIGGER statement_line_is_kept;
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

DROP TRIGGER sent_letter_is_kept;
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

DROP TRIGGER sent_dossier_is_kept;
CREATE TRIGGER sent_dossier_is_kept BEFORE UPDATE OF id, dispute, reader, recipient, sent_on, pdf,
    pdf_size, exhibits, marked_at ON sent_dossier
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE stage = 'replacing')
    OR NEW.id IS NOT OLD.id OR NEW.dispute IS NOT OLD.dispute OR NEW.reader IS NOT OLD.reader
    OR NEW.sent_on IS NOT OLD.sent_on OR NEW.pdf IS NOT OLD.pdf
    OR NEW.pdf_size IS NOT OLD.pdf_size OR NEW.exhibits IS NOT OLD.exhibits
    OR NEW.marked_at IS NOT OLD.marked_at
    OR (NEW.recipient IS NOT OLD.recipient AND coalesce(instr(NEW.recipient, '[erased]'), 0) = 0)
BEGIN SELECT RAISE(ABORT, 'what was sent is never changed'); END;
