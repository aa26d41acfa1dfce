//! For every column of every table: whether what stands there is somebody's own words. A new column
//! has to be put among one of the classes, or a test of the schema fails.

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Somebody's own words.
    Words,
    /// A letter's template: words, and marks for the program between them.
    Template,
    /// JSON with somebody's words among it.
    Json,
    /// What the column of the record had that the row speaks of.
    AsItsColumn,
}

/// A table of the records, or of the originals.
#[derive(Debug)]
pub(crate) struct Classed {
    pub(crate) table: &'static str,
    /// The columns that name a row.
    pub(crate) key: &'static [&'static str],
    /// The columns with words in them.
    pub(crate) words: &'static [(&'static str, Class)],
    /// The columns that are never touched: ids, days, sums, and words of the program.
    pub(crate) kept: &'static [&'static str],
}

macro_rules! classed {
    ($($table:ident by $key:tt { $($class:ident: $columns:tt;)* } kept $kept:tt)*) => {
        &[$(Classed {
            table: stringify!($table),
            key: &$key,
            words: &classed!(@words $($class: $columns;)*),
            kept: &$kept,
        }),*]
    };
    (@words $($class:ident: [$($column:literal),*];)*) => {
        [$($(($column, Class::$class),)*)*]
    };
}

/// The tables of the records. Those of the search index are made anew.
pub(crate) const RECORDS: &[Classed] = classed! {
    account by ["id"] { Words: ["name", "bank", "number"]; } kept ["currency", "deleted_at"]
    // What a computer is called would be written again by the next action.
    action by ["number"] {
        Words: ["about"];
        } kept ["id", "what", "member", "device", "at", "undoes"]
    advocacy by ["id"] {
        Words: ["did"];
        } kept ["dispute", "contact", "helped_on", "thanked_on", "may_quote", "deleted_at"]
    attachment by ["id"] {
        Words: ["name", "caption", "obtained", "author"];
        } kept ["dispute", "sha256", "media_type", "size", "dated_at", "dated_precision",
            "dated_key", "vendor", "added_at", "deleted_at"]
    change by ["number"] {
        AsItsColumn: ["before", "after"];
        } kept ["action", "record", "field"]
    changed_record by ["number"] { } kept ["id", "noun"]
    citation by ["id"] {
        Words: ["place"];
        } kept ["attachment", "event", "fact", "claim", "promise", "remedy", "letter", "issue",
            "deleted_at"]
    claim by ["id"] {
        Words: ["reason"];
        } kept ["dispute", "vendor", "amount_minor", "amount_currency", "arose_on", "due_on",
            "because_of", "deleted_at"]
    clock by ["id"] {
        } kept ["dispute", "rule", "vendor", "trigger_on", "because_of", "applies", "met_on",
            "deleted_at", "met_by", "missed_on"]
    contact by ["id"] {
        Words: ["name", "job", "department", "phone", "email"];
        } kept ["vendor", "supervisor", "deleted_at"]
    covered_area by ["id"] {
        } kept ["attachment", "page", "left_edge", "top_edge", "right_edge", "bottom_edge",
            "deleted_at"]
    csv_layout by ["id"] {
        Words: ["signature"];
        } kept ["delimiter", "skip", "day_order", "decimal_comma", "columns", "deleted_at"]
    dispute by ["id"] {
        Words: ["title", "goal", "subject_what", "subject_place", "subject_paid_by",
            "subject_order", "subject_account", "subject_model", "subject_serial", "effect"];
        } kept ["opened_on", "lead", "closed_on", "closed_as", "subject_bought_on",
            "subject_price_minor", "subject_price_currency", "deleted_at"]
    dossier_choice by ["id"] {
        Words: ["recipient", "covered"];
        } kept ["dispute", "reader", "without", "leave_out", "show_accounts", "us_letter",
            "with_exhibits", "deleted_at"]
    draft by ["key"] { Json: ["text"]; } kept ["updated_at"]
    erased_original by ["sha256"] { } kept ["size", "erased_on"]
    erasing by ["action"] { } kept ["stage", "pages", "original"]
    event by ["id"] {
        Words: ["note"];
        } kept ["dispute", "at", "precision", "sort_key", "channel", "direction", "vendor",
            "answered", "waited_minutes", "minutes", "deleted_at"]
    event_contact by ["id"] { } kept ["event", "contact", "place", "deleted_at"]
    fact by ["id"] {
        Words: ["text"];
        } kept ["event", "status", "acknowledged_by", "deleted_at"]
    household by ["id"] { Words: ["name"]; } kept ["deleted_at", "cadence", "region"]
    issue by ["id"] {
        Words: ["question", "term", "source", "reply"];
        } kept ["dispute", "vendor", "replied_on", "replied_at", "answer", "deleted_at"]
    issue_fact by ["id"] { } kept ["issue", "fact", "deleted_at"]
    letter by ["id"] {
        Words: ["office", "request", "reason", "basis", "next_body"];
        } kept ["dispute", "kind", "template", "to_vendor", "to_contact", "channel",
            "from_member", "about", "help", "reply_by", "tone", "with_effect", "with_dossier",
            "show_accounts", "leave_out", "leave_out_claims", "enclosures", "deleted_at"]
    letter_edit by ["id"] {
        Words: ["base", "text"];
        } kept ["letter", "key", "after", "deleted_at"]
    letter_template by ["id"] {
        Words: ["name"];
        Template: ["text"];
        } kept ["kind", "deleted_at"]
    member by ["id"] { Words: ["name", "address", "email", "phone"]; } kept ["deleted_at"]
    movement by ["id"] {
        Words: ["reference"];
        } kept ["claim", "kind", "amount_minor", "amount_currency", "moved_on", "remedy",
            "deleted_at"]
    next_step by ["id"] {
        Words: ["what"];
        } kept ["dispute", "planned_on", "planned_at", "channel", "contact", "done_on",
            "deleted_at"]
    offer by ["id"] {
        Words: ["terms"];
        } kept ["dispute", "made_by", "vendor", "made_on", "amount_minor", "amount_currency",
            "open_until", "answer", "answered_on", "deleted_at"]
    party by ["id"] {
        Words: ["reference", "policy", "rationale"];
        } kept ["dispute", "vendor", "caused_it", "holds_the_money", "must_remedy", "can_compel",
            "deleted_at"]
    promise by ["id"] {
        Words: ["what"];
        } kept ["dispute", "given_by", "vendor", "made_on", "due_on", "outcome", "outcome_on",
            "deleted_at"]
    refund_layout by ["id"] {
        Words: ["signature"];
        } kept ["delimiter", "day_order", "decimal_comma", "currency", "columns", "deleted_at"]
    remedy by ["id"] {
        Words: ["what", "caveat", "scope", "before_use"];
        } kept ["dispute", "kind", "agreed_by", "vendor", "agreed_on", "claim", "expected_by",
            "delivered_on", "ends_on", "deleted_at", "satisfied_on"]
    remedy_check by ["id"] {
        Words: ["note"];
        } kept ["remedy", "due_on", "done_on", "result", "deleted_at"]
    rung by ["id"] {
        Words: ["reason", "result"];
        } kept ["dispute", "contact", "vendor", "reached_on", "deleted_at"]
    sent_dossier by ["id"] {
        Words: ["recipient"];
        } kept ["dispute", "reader", "sent_on", "pdf", "pdf_size", "exhibits", "marked_at",
            "deleted_at"]
    sent_letter by ["id"] {
        Words: ["addressee", "tracking", "subject", "text"];
        } kept ["dispute", "letter", "kind", "to_vendor", "to_contact", "sent_on", "channel",
            "reply_by", "pdf", "pdf_size", "dossier", "event", "marked_at", "deleted_at"]
    // Words of the program, and the folder of the second backups, which it has to find.
    setting by ["key"] { } kept ["value"]
    snooze by ["id"] {
        } kept ["dispute", "kind", "item", "made_on", "until", "until_answer", "deleted_at"]
    statement by ["id"] {
        Words: ["file_name"];
        } kept ["account", "format", "original", "size", "covers_from", "covers_until",
            "imported_on", "deleted_at"]
    statement_line by ["statement", "number"] {
        Words: ["party", "text", "reference", "bank_id"];
        } kept ["booked_on", "amount_minor", "amount_currency", "nth"]
    statement_match by ["id"] {
        } kept ["statement", "line", "kind", "confirmed", "dispute", "claim", "movement",
            "remedy", "remedy_check", "deleted_at"]
    vendor by ["id"] {
        Words: ["name", "address", "known_as"];
        } kept ["kind", "country", "deleted_at"]
    vendor_channel by ["id"] {
        Words: ["value", "label"];
        } kept ["vendor", "kind", "deleted_at"]
};

/// The tables of the file of originals. The bytes of an original only go as a whole.
#[cfg(test)]
pub(crate) const EVIDENCE: &[Classed] = classed! {
    chunk by ["original", "place"] { } kept ["bytes"]
    erased by ["action"] { } kept []
    original by ["number"] { } kept ["sha256", "size", "erased_on"]
    page by ["number"] { Words: ["text"]; } kept []
    reading by ["original"] { } kept []
};

/// What stands in a column; nothing where it is never touched. What an older version of Holdfast wrote
/// and this one does not know counts as words.
pub(crate) fn class_of(table: &str, column: &str) -> Option<Class> {
    // A record's id, and when it went to the bin, are in the journal under these names.
    if matches!(column, "id" | "deleted_at") {
        return None;
    }
    let Some(classed) = RECORDS.iter().find(|it| it.table == table) else {
        return Some(Class::Words);
    };
    if classed.kept.contains(&column) || classed.key.contains(&column) {
        return None;
    }
    let found = classed.words.iter().find(|(name, _)| *name == column);
    Some(found.map_or(Class::Words, |(_, class)| *class))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rusqlite::Connection;

    use super::*;
    use crate::kind::{self, Kind};
    use crate::{connection, migrate};

    fn columns_of(connection: &Connection, table: &str) -> BTreeSet<String> {
        let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?1)");
        let statement = statement.as_mut().expect("prepared");
        let names = statement.query_map([table], |row| row.get(0)).expect("asked");
        names.collect::<rusqlite::Result<_>>().expect("read")
    }

    #[test]
    fn every_column_of_every_table_is_classed_and_none_twice() {
        for (kind, classes) in [(kind::RECORDS, RECORDS), (kind::EVIDENCE, EVIDENCE)] {
            let folder = tempfile::tempdir().expect("a folder");
            let connection = made(kind, folder.path());
            let sql = "SELECT name FROM pragma_table_list
                WHERE schema = 'main' AND type = 'table' AND strict AND name NOT LIKE 'search%'";
            let mut statement = connection.prepare(sql).expect("prepared");
            let tables = statement.query_map([], |row| row.get(0)).expect("asked");
            let tables: BTreeSet<String> = tables.collect::<rusqlite::Result<_>>().expect("read");
            let known: BTreeSet<String> = classes.iter().map(|it| it.table.to_owned()).collect();
            assert_eq!(known, tables);
            for it in classes {
                let words = it.words.iter().map(|(column, _)| *column);
                let all: Vec<&str> =
                    it.key.iter().copied().chain(words).chain(it.kept.iter().copied()).collect();
                let once: BTreeSet<String> = all.iter().map(|name| (*name).to_owned()).collect();
                assert_eq!(once.len(), all.len(), "{} names no column twice", it.table);
                assert_eq!(once, columns_of(&connection, it.table), "the columns of {}", it.table);
            }
        }
    }

    fn made(kind: Kind, folder: &std::path::Path) -> Connection {
        let connection = connection::creating(&folder.join("x.db"), None).expect("made");
        migrate::migrate(&connection, 0, kind.migrations).expect("migrated");
        connection
    }

    #[test]
    fn nothing_that_has_to_be_unique_is_somebody_s_words() {
        let folder = tempfile::tempdir().expect("a folder");
        let connection = made(kind::RECORDS, folder.path());
        let sql = "SELECT i.name FROM pragma_index_list(?1) l, pragma_index_info(l.name) i
            WHERE l.\"unique\"";
        for it in RECORDS {
            let mut statement = connection.prepare(sql).expect("prepared");
            let unique = statement.query_map([it.table], |row| row.get::<_, String>(0));
            for column in unique.expect("asked") {
                let column = column.expect("read");
                let is_words = it.words.iter().any(|(name, _)| *name == column);
                assert!(!is_words, "two of {} would become the same {column}", it.table);
            }
        }
    }
}
