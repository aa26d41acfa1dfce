//! The household's record on disk: SQLite, journal, bin, evidence, backups.
