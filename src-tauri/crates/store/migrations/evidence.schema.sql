CREATE TRIGGER chunk_is_kept BEFORE UPDATE ON chunk
BEGIN SELECT RAISE(ABORT, 'originals are only added'); END;
CREATE TRIGGER chunk_stays BEFORE DELETE ON chunk
WHEN NOT EXISTS (SELECT 1 FROM original WHERE number = OLD.original AND erased_on IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'originals are only added'); END;
CREATE TABLE chunk (
    original INTEGER NOT NULL REFERENCES original (number) DEFERRABLE INITIALLY DEFERRED,
    place INTEGER NOT NULL CHECK (place >= 0),
    bytes BLOB NOT NULL,
    PRIMARY KEY (original, place)
) STRICT;
CREATE TABLE erased (action TEXT NOT NULL PRIMARY KEY) STRICT;
CREATE TRIGGER original_is_kept BEFORE UPDATE ON original
WHEN NEW.number IS NOT OLD.number OR NEW.sha256 IS NOT OLD.sha256 OR NEW.size IS NOT OLD.size
    OR OLD.erased_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'originals are only added'); END;
CREATE TRIGGER original_stays BEFORE DELETE ON original WHEN OLD.erased_on IS NULL
BEGIN SELECT RAISE(ABORT, 'originals are only added'); END;
CREATE TABLE original (
    number INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    size INTEGER NOT NULL CHECK (size >= 0)
, erased_on TEXT CHECK (erased_on IS date(erased_on))) STRICT;
CREATE TABLE page (
    number INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE page_terms USING fts5 (
    text,
    content = '', contentless_delete = 1, prefix = '1 2 3',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'"
);
CREATE TABLE 'page_terms_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'page_terms_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'page_terms_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
CREATE TABLE 'page_terms_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE reading (
    original INTEGER PRIMARY KEY REFERENCES original (number) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE search_version (version INTEGER NOT NULL) STRICT;
