-- What everything is found by. All of it follows from the other tables, and is made anew where it was
-- made by other rules.

-- An entry is a record that a person would speak of. Its number begins with its day, so that rows come
-- by their age.
CREATE TABLE search_entry (
    number INTEGER PRIMARY KEY,
    record TEXT NOT NULL UNIQUE,
    dispute TEXT
) STRICT;

-- The terms come folded and parted by spaces; only spaces part them here. No text is kept: it stands
-- in the record.
CREATE VIRTUAL TABLE search_terms USING fts5 (
    exact, days, title, words, names, private,
    content = '', contentless_delete = 1, prefix = '1 2 3',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'"
);

CREATE TABLE search_version (version INTEGER NOT NULL) STRICT;
