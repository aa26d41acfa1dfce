//! Finding everything by words.

use std::collections::HashSet;

use holdfast_domain::{DisputeId, NaiveDate};
use uuid::Uuid;

use super::disputes::{EVERYWHERE, OPEN_COLUMNS};
use super::entry::{Entry, Key};
use super::excerpt::{Places, Span};
use super::index::{day_of, shape_of};
use super::question::Question;
use super::shape::{self, Field, SHAPES, Shape};
use super::terms::{Sort, pieces};
use crate::{Noun, Reader, Record, Store, StoreError};

/// So many entries that nobody wants in a row, and the index is asked for the wanted ones only.
const PATIENCE: u32 = 64;

/// A question to everything.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// As they were typed; every one has to be found, the beginning of a word is enough.
    pub words: &'a str,
    /// Whether `03/05/2026` is the fifth of March.
    pub month_first: bool,
    /// Whether the private notes are looked at too.
    pub with_private: bool,
    /// Which nouns are asked for, those together that are shown together.
    pub groups: &'a [&'a [Noun]],
    /// How many are wanted of a group.
    pub limit: usize,
}

/// Why something stands where it stands among what was found. The best comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// A reference, a sum or a day of it is exactly what was asked for.
    Exact,
    /// It is called so.
    Title,
    /// The words stand in it.
    Text,
    /// The words stand in the text of its document.
    Document,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What.
    pub record: Record,
    /// Of a statement, which of its lines.
    pub line: Option<u32>,
    /// The dispute that it lies in.
    pub dispute: Option<DisputeId>,
    /// Its day, where it has one: by it the newer stands before the older.
    pub day: Option<NaiveDate>,
    /// Why it stands where it stands.
    pub rank: Rank,
    /// What it is called; empty where it has no name of its own.
    pub title: Vec<Span>,
    /// The words where they stand in it, or its beginning where only its title has them.
    pub excerpt: Vec<Span>,
    /// The vendors and people that it names, in the order of the record.
    pub names: Vec<String>,
    /// Whether it was found by a private note.
    pub private: bool,
    /// The page of its document where the words stand, from 1; or that which a citation of it names.
    pub page: Option<u32>,
}

/// What was found of one group of nouns, the best first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FoundGroup {
    /// At most as many as were wanted.
    pub hits: Vec<Found>,
    /// Whether there are more.
    pub more: bool,
}

/// An entry that was found, not yet looked into.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    pub(super) number: i64,
    pub(super) key: Key,
    pub(super) dispute: Option<Uuid>,
    pub(super) rank: Rank,
}

impl Store {
    /// Finds in one view of the record what has all of the words, and of documents what has them on
    /// one page or over several. Gives a group for each that was asked for. Nothing typed finds
    /// nothing.
    ///
    /// # Errors
    /// When the store cannot be read. No text that is typed is an error.
    pub fn search(
        &self,
        reader: &Reader,
        asked: &Asked<'_>,
    ) -> Result<Vec<FoundGroup>, StoreError> {
        let question = Question::read(asked.words, asked.month_first);
        let mut groups = vec![FoundGroup::default(); asked.groups.len()];
        if question.is_empty() {
            return Ok(groups);
        }
        let hits = entries(reader, asked, &question)?;
        for ((group, nouns), hits) in groups.iter_mut().zip(asked.groups).zip(hits) {
            let mut found = Vec::with_capacity(hits.len());
            for hit in hits {
                found.extend(looked_into(reader, &question, hit)?);
            }
            // Documents are found by their names first, then by their text.
            if nouns.contains(&Noun::Attachment) && found.len() <= asked.limit {
                self.search_documents(reader, asked, &question, &mut found)?;
            }
            group.more = found.len() > asked.limit;
            found.truncate(asked.limit);
            group.hits = found;
        }
        Ok(groups)
    }
}

/// The entries of each group, the best first: one more than are wanted, so that it is known whether
/// there are more.
fn entries(
    reader: &Reader,
    asked: &Asked<'_>,
    question: &Question,
) -> Result<Vec<Vec<Hit>>, StoreError> {
    let all = question.all_in(if asked.with_private { EVERYWHERE } else { OPEN_COLUMNS });
    let exact = question.exact_in("{exact days} :").map(|exact| format!("({all}) AND ({exact})"));
    let mut walk =
        Walk { reader, asked, found: vec![Vec::new(); asked.groups.len()], seen: HashSet::new() };
    if let Some(exact) = exact {
        walk.over(Rank::Exact, &exact, |_| true)?;
    }
    walk.over(Rank::Title, &question.all_in("{title} :"), Shape::has_title)?;
    walk.over(Rank::Text, &all, |_| true)?;
    Ok(walk.found)
}

/// A walk over the index, from the newest entry to the oldest, once for each reason to be found.
struct Walk<'a> {
    reader: &'a Reader,
    asked: &'a Asked<'a>,
    /// The entries of each group.
    found: Vec<Vec<Hit>>,
    /// The numbers of all of them.
    seen: HashSet<i64>,
}

impl Walk<'_> {
    /// Takes what the expression finds of the shapes that fit, until every group has enough. Where
    /// many are passed over in a row, because their group is full, only the others are asked for
    /// from there on: of a common word, nearly every event has it, and hardly a vendor.
    fn over(
        &mut self,
        rank: Rank,
        expression: &str,
        fits: impl Fn(&Shape) -> bool,
    ) -> Result<(), StoreError> {
        let mut below = Some(i64::MAX);
        while let Some(number) = below {
            let is_open = |place: &usize| fits(&SHAPES[*place]) && self.is_open(&SHAPES[*place]);
            let open: Vec<usize> = (0..SHAPES.len()).filter(is_open).collect();
            if open.is_empty() {
                return Ok(());
            }
            below = if open.len() == SHAPES.len() {
                self.stretch(rank, expression, number, &open)?
            } else {
                let narrowed = format!("{} AND ({expression})", shape::any_of(&open));
                self.stretch(rank, &narrowed, number, &open)?
            };
        }
        Ok(())
    }

    /// Takes entries below a number until so many were passed over that it is worth asking for fewer;
    /// gives the number from which to go on.
    fn stretch(
        &mut self,
        rank: Rank,
        expression: &str,
        below: i64,
        open: &[usize],
    ) -> Result<Option<i64>, StoreError> {
        let sql = "SELECT rowid FROM search_terms WHERE search_terms MATCH ?1 AND rowid < ?2
            ORDER BY rowid DESC";
        let mut statement = self.reader.connection.prepare_cached(sql)?;
        let mut rows = statement.query((expression, below))?;
        let mut passed = 0;
        while let Some(row) = rows.next()? {
            let number: i64 = row.get(0)?;
            passed = if self.take(rank, number)? { 0 } else { passed + 1 };
            if passed == PATIENCE {
                if open.iter().any(|place| !self.is_open(&SHAPES[*place])) {
                    return Ok(Some(number));
                }
                passed = 0;
            }
        }
        Ok(None)
    }

    /// Takes an entry, if its group is not full; says whether it was of such a group.
    fn take(&mut self, rank: Rank, number: i64) -> Result<bool, StoreError> {
        let shape = shape_of(number).filter(|shape| self.is_open(shape));
        let Some(group) = shape.and_then(|shape| self.group(shape)) else { return Ok(false) };
        if self.seen.insert(number) {
            self.found[group].extend(in_sight(self.reader, number, rank)?);
        }
        Ok(true)
    }

    /// Whether entries of a shape are asked for, and their group is not full.
    fn is_open(&self, shape: &Shape) -> bool {
        self.group(shape).is_some_and(|group| self.found[group].len() <= self.asked.limit)
    }

    /// In which group entries of a shape are shown.
    fn group(&self, shape: &Shape) -> Option<usize> {
        self.asked.groups.iter().position(|nouns| nouns.contains(&shape.noun))
    }
}

/// An entry, unless its dispute lies in the bin.
pub(super) fn in_sight(
    reader: &Reader,
    number: i64,
    rank: Rank,
) -> Result<Option<Hit>, StoreError> {
    let sql = "SELECT e.record, e.dispute FROM search_entry e
        LEFT JOIN dispute d ON d.id = e.dispute
        WHERE e.number = ?1 AND (e.dispute IS NULL OR (d.id IS NOT NULL AND d.deleted_at IS NULL))";
    reader.row(sql, [number], |cells| {
        let key = Key::read(&cells.take::<String>()?)?;
        Ok(Hit { number, key, dispute: cells.take()?, rank })
    })
}

/// What to show of an entry.
pub(super) fn looked_into(
    reader: &Reader,
    question: &Question,
    hit: Hit,
) -> Result<Option<Found>, StoreError> {
    let Some(shape) = shape_of(hit.number) else { return Ok(None) };
    let Some(entry) = Entry::of(reader, shape, hit.key)? else { return Ok(None) };
    let places: Vec<(Field, Places<'_>)> =
        entry.texts.iter().map(|(field, text)| (*field, Places::of(question, text))).collect();
    let open = places.iter().filter(|(field, _)| *field != Field::Private);
    let openly_found = open.fold(0, |all, (_, places)| all | places.words);
    let all = (1_u32 << question.len()) - 1;
    let private = openly_found != all && hit.rank != Rank::Document;
    // The first of those that have the most of the words.
    let best = |fields: &[Field]| {
        let wanted = places.iter().filter(|(field, _)| fields.contains(field)).rev();
        wanted.map(|(_, places)| places).max_by_key(|places| places.words.count_ones())
    };
    let title = best(&[Field::Title]).map(Places::whole).unwrap_or_default();
    let found_in = context(&places).filter(|_| !private);
    let excerpt = found_in.map(|(_, places)| places).or_else(|| best(&[Field::Private]));
    let page = found_in.filter(|(field, _)| *field == Field::Place);
    Ok(Some(Found {
        record: shape.noun.record(hit.key.record),
        line: hit.key.line,
        dispute: hit.dispute.map(DisputeId::from),
        day: day_of(hit.number),
        rank: hit.rank,
        title,
        excerpt: excerpt.map(Places::excerpt).unwrap_or_default(),
        names: names(&entry),
        private,
        page: page.and_then(|(_, places)| page_named(places.text)),
    }))
}

/// The page that the place of a citation names: `p. 2, second paragraph`.
fn page_named(place: &str) -> Option<u32> {
    let pieces = pieces(place);
    let named = pieces.windows(2).find(|two| {
        matches!(two[0].text.as_str(), "p" | "pp" | "pg" | "page" | "pages")
            && two[1].sort == Sort::Figures
    });
    named.and_then(|two| two[1].text.parse().ok()).filter(|page| *page > 0)
}

/// The text of an entry, besides its title, that shows best why it was found, and what it is to it.
fn context<'p, 't>(places: &'p [(Field, Places<'t>)]) -> Option<(Field, &'p Places<'t>)> {
    const ORDER: [Field; 6] =
        [Field::Words, Field::Place, Field::Exact, Field::Name, Field::Names, Field::Sum];
    let order = |field: Field| ORDER.iter().position(|it| *it == field);
    let mut best: Option<(u32, usize, (Field, &Places<'_>))> = None;
    for (field, places) in places {
        let Some(order) = order(*field) else { continue };
        let found = places.words.count_ones();
        let is_better =
            best.is_none_or(|(most, first, _)| found > most || (found == most && order < first));
        if is_better && (found > 0 || order == 0) {
            best = Some((found, order, (*field, places)));
        }
    }
    let sum = || places.iter().find(|(field, _)| *field == Field::Sum);
    best.map(|(_, _, it)| it).or_else(|| sum().map(|(field, sum)| (*field, sum)))
}

fn names(entry: &Entry) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (field, name) in &entry.texts {
        if *field == Field::Name && !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}
