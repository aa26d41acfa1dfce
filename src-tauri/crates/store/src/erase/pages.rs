//! The texts that were read out of originals. They lie in the other file, so that where the words
//! stood is written down with the erasure, and the mark is put there afterwards, once.

use std::ops::Range;

use rusqlite::{Connection, OptionalExtension, params};

use super::text::Eraser;
use super::words::marked;
use crate::StoreError;
use crate::search::pages::{OF_AN_ORIGINAL, make_anew};

/// Where in the text of a page something is to go: the original's name, the page's number, and the
/// places in bytes.
pub(super) type OfPage = (String, i64, Vec<Range<usize>>);

/// The pages whose text has the words.
pub(super) fn having(
    evidence: &Connection,
    eraser: &Eraser<'_>,
) -> Result<Vec<OfPage>, StoreError> {
    let mut all = Vec::new();
    each(evidence, |sha256, page, text| {
        let places = eraser.places_in(text);
        if !places.is_empty() {
            all.push((sha256.to_owned(), page, places));
        }
    })?;
    Ok(all)
}

/// Shows the text of each page, with the name of its original and its number.
pub(super) fn each(
    evidence: &Connection,
    mut see: impl FnMut(&str, i64, &str),
) -> Result<(), StoreError> {
    let sql = format!(
        "SELECT o.sha256, p.number & {}, p.text FROM page p
         JOIN original o ON o.number = p.number >> {OF_AN_ORIGINAL} ORDER BY p.number",
        (1 << OF_AN_ORIGINAL) - 1
    );
    let mut statement = evidence.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (sha256, text) = (row.get_ref(0)?, row.get_ref(2)?);
        let (Ok(sha256), Ok(text)) = (sha256.as_str(), text.as_str()) else { continue };
        see(sha256, row.get(1)?, text);
    }
    Ok(())
}

/// The places as they are written down.
pub(super) fn written(pages: &[OfPage]) -> Result<String, StoreError> {
    serde_json::to_string(pages).map_err(|error| StoreError::Internal { detail: error.to_string() })
}

/// Puts the mark in the places that were written down, within a transaction that is open, and makes
/// the index of the texts anew. A text that was read again since is left as it is where the places do
/// not fit it.
pub(super) fn replace(evidence: &Connection, written: &str) -> Result<(), StoreError> {
    let pages: Vec<OfPage> = serde_json::from_str(written)
        .map_err(|error| StoreError::Damaged { detail: error.to_string() })?;
    if pages.is_empty() {
        return Ok(());
    }
    for (sha256, page, places) in pages {
        let sql = format!(
            "SELECT p.number, p.text FROM page p JOIN original o
             ON p.number = (o.number << {OF_AN_ORIGINAL}) + ?2 WHERE o.sha256 = ?1"
        );
        let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let found: Option<(i64, String)> =
            evidence.query_row(&sql, params![sha256, page], row).optional()?;
        if let Some((number, text)) = found
            && places.iter().all(|place| text.get(place.clone()).is_some())
        {
            let sql = "UPDATE page SET text = ?2 WHERE number = ?1";
            evidence.execute(sql, params![number, marked(&text, &places)])?;
        }
    }
    make_anew(evidence)
}
