//! The two sorts of files that a store has, and what tells them from other SQLite files.

/// The records or the evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kind {
    /// SQLite's `application_id`.
    pub(crate) application: i32,
    /// The schema, a step an entry. The version of a file is how many it has taken.
    pub(crate) migrations: &'static [&'static str],
    /// The tables that make a file large. Opening a large file leaves them to the daily backup and
    /// to `verify`, which look at everything.
    pub(crate) bulk: &'static [&'static str],
}

/// The records: “HFRC”.
pub(crate) const RECORDS: Kind = Kind {
    application: 0x4846_5243,
    migrations: &[
        include_str!("../migrations/records/0001_record.sql"),
        include_str!("../migrations/records/0002_letters.sql"),
        include_str!("../migrations/records/0003_statements.sql"),
        include_str!("../migrations/records/0004_persistence.sql"),
        include_str!("../migrations/records/0005_region.sql"),
        include_str!("../migrations/records/0006_remedies.sql"),
        include_str!("../migrations/records/0007_clocks.sql"),
        include_str!("../migrations/records/0008_clock_outcomes.sql"),
        include_str!("../migrations/records/0009_citations.sql"),
        include_str!("../migrations/records/0010_search.sql"),
        include_str!("../migrations/records/0011_issues.sql"),
        include_str!("../migrations/records/0012_dossiers.sql"),
        include_str!("../migrations/records/0013_covered_areas.sql"),
        include_str!("../migrations/records/0014_refund_layouts.sql"),
        include_str!("../migrations/records/0015_erasing.sql"),
    ],
    bulk: &[
        "change",
        "changed_record",
        "statement_line",
        "search_entry",
        "search_terms",
        "search_terms_data",
        "search_terms_docsize",
        "search_terms_idx",
    ],
};

/// The evidence: “HFEV”.
pub(crate) const EVIDENCE: Kind = Kind {
    application: 0x4846_4556,
    migrations: &[
        include_str!("../migrations/evidence/0001_originals.sql"),
        include_str!("../migrations/evidence/0002_text.sql"),
        include_str!("../migrations/evidence/0003_erasing.sql"),
    ],
    bulk: &[
        "chunk",
        "page",
        "page_terms",
        "page_terms_data",
        "page_terms_docsize",
        "page_terms_idx",
    ],
};

impl Kind {
    /// The version that this build writes.
    pub(crate) fn version(self) -> i32 {
        i32::try_from(self.migrations.len()).unwrap_or(i32::MAX)
    }
}
