-- By what a time limit was kept, and that one was noted as not kept.

ALTER TABLE clock ADD COLUMN met_by TEXT REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE clock ADD COLUMN missed_on TEXT CHECK (missed_on IS date(missed_on));
