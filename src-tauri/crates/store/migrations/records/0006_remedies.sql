-- What a remedy covers, what is asked before each use of it, and when the household was satisfied.

ALTER TABLE remedy ADD COLUMN scope TEXT;
ALTER TABLE remedy ADD COLUMN before_use TEXT;
ALTER TABLE remedy ADD COLUMN satisfied_on TEXT CHECK (satisfied_on IS date(satisfied_on));
