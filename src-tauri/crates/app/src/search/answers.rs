//! What was found, as the command line says it: a row each, with names, and text without marks.

use serde::Serialize;

use crate::App;
use crate::wire::{AppError, Hit, HitGroup, HitKind, HitWhat, Money, SearchQuery, Span};

/// What was found.
#[derive(Debug, Serialize)]
pub struct FoundRows {
    /// Sort by sort, those first in which something fits best.
    pub found: Vec<FoundRow>,
    /// The sorts of which more was found than was asked for.
    pub more: Vec<HitKind>,
    /// How much more the private notes would show, which were not looked at for this answer; nought
    /// where they were.
    pub in_private_notes: usize,
}

/// Something that was found.
#[derive(Debug, Serialize)]
pub struct FoundRow {
    /// Which sort.
    pub kind: HitKind,
    /// What it is.
    pub what: HitWhat,
    /// Which.
    pub id: String,
    /// The title of the dispute that it lies in.
    pub dispute: Option<String>,
    /// What it is called; empty where it has no name of its own.
    pub title: String,
    /// The words where they stand in it, or its beginning.
    pub text: String,
    /// The vendors and people that it names.
    pub names: Vec<String>,
    /// Its day.
    pub on: Option<String>,
    /// The page of a document where the words stand, from 1.
    pub page: Option<u32>,
    /// Of a bank's statement, which of its lines; its id is that of the statement.
    pub line: Option<u32>,
    /// What that line paid in, or out where it is negative.
    pub amount: Option<Money>,
    /// Whether it was found by a private note.
    pub private: bool,
}

impl App {
    /// What has all of the words. Private notes are looked at only where that is asked for.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn search_answer(
        &self,
        query: &SearchQuery,
        with_private: bool,
    ) -> Result<FoundRows, AppError> {
        let groups = self.search(query, with_private)?;
        let in_private_notes =
            if with_private { 0 } else { private_hits(&self.search(query, true)?) };
        let more = groups.iter().filter(|group| group.more).map(|group| group.kind).collect();
        let rows = groups
            .into_iter()
            .flat_map(|group| group.hits.into_iter().map(move |hit| row(group.kind, hit)));
        Ok(FoundRows { found: rows.collect(), more, in_private_notes })
    }
}

/// How many of these were found by a private note alone.
fn private_hits(groups: &[HitGroup]) -> usize {
    groups.iter().flat_map(|group| &group.hits).filter(|hit| hit.private).count()
}

fn row(kind: HitKind, hit: Hit) -> FoundRow {
    let text = |spans: Vec<Span>| spans.into_iter().map(|span| span.text).collect();
    FoundRow {
        kind,
        what: hit.what,
        id: hit.id,
        dispute: hit.dispute.map(|dispute| dispute.name),
        title: text(hit.title),
        text: text(hit.excerpt),
        names: hit.names,
        on: hit.on,
        page: hit.page,
        line: hit.line,
        amount: hit.amount,
        private: hit.private,
    }
}
