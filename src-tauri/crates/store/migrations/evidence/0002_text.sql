-- The text of originals, as far as it could be read. It can be forgotten and read again.

-- That an original was read, whether it has text or not.
CREATE TABLE reading (
    original INTEGER PRIMARY KEY REFERENCES original (number) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- The number of a page begins with that of its original.
CREATE TABLE page (
    number INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;

-- The terms come folded and parted by spaces, as those of the records do.
CREATE VIRTUAL TABLE page_terms USING fts5 (
    text,
    content = '', contentless_delete = 1, prefix = '1 2 3',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'"
);

CREATE TABLE search_version (version INTEGER NOT NULL) STRICT;
