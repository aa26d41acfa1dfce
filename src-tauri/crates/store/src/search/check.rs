//! Whether everything is found by its words: the index beside one that was made anew.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::index;
use crate::reader::begin_writing;
use crate::{Reader, StoreError};

/// What an index says of each entry: of which record it is, and its terms as one number.
type Terms = BTreeMap<String, u64>;

/// The entries of which the index does not say what one made anew would say: the id of the record,
/// with the line's number where a record has several. An index of another version has none, since it
/// is made anew at the next opening.
///
/// It writes, and gives up what it wrote: nobody else can write meanwhile.
pub(crate) fn stale(writing: &Reader) -> Result<Vec<String>, StoreError> {
    if index::version(&writing.connection)? != Some(index::VERSION) {
        return Ok(Vec::new());
    }
    writing.connection.execute_batch(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_inside
         USING fts5vocab(main, search_terms, instance)",
    )?;
    let transaction = begin_writing(&writing.connection)?;
    let kept = terms(writing)?;
    index::make_anew(writing)?;
    let anew = terms(writing)?;
    transaction.rollback()?;
    let differing = |(record, terms): &(&String, &u64)| anew.get(*record) != Some(*terms);
    let mut stale: Vec<String> =
        kept.iter().filter(differing).map(|(record, _)| record.clone()).collect();
    stale.extend(anew.into_keys().filter(|record| !kept.contains_key(record)));
    Ok(stale)
}

/// The terms of an entry in one number, in whichever order they come: thousands of entries with
/// dozens of terms each would not fit twice into memory as texts.
fn terms(reader: &Reader) -> Result<Terms, StoreError> {
    let sql = "SELECT e.record, coalesce(e.dispute, ''), e.number >> 25, e.number & 31,
            v.col, v.offset, v.term
        FROM temp.search_inside v JOIN search_entry e ON e.number = v.doc";
    let mut statement = reader.connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut all = Terms::new();
    while let Some(row) = rows.next()? {
        let mut hasher = DefaultHasher::new();
        row.get_ref(1)?.as_str().unwrap_or_default().hash(&mut hasher);
        (row.get::<_, i64>(2)?, row.get::<_, i64>(3)?).hash(&mut hasher);
        row.get_ref(4)?.as_str().unwrap_or_default().hash(&mut hasher);
        row.get::<_, i64>(5)?.hash(&mut hasher);
        row.get_ref(6)?.as_str().unwrap_or_default().hash(&mut hasher);
        let sum = all.entry(row.get(0)?).or_default();
        *sum = sum.wrapping_add(hasher.finish());
    }
    Ok(all)
}
