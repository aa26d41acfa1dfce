//! The text of documents, a row for each page, beside the originals it was read from.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use holdfast_domain::Sha256;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::disputes::EVERYWHERE;
use super::excerpt::Places;
use super::find::{Asked, Found, Rank, in_sight, looked_into};
use super::index::{self, VERSION};
use super::question::Question;
use super::shape;
use super::terms::Terms;
use crate::reader::begin_writing;
use crate::{Noun, Reader, Store, StoreError};

/// The number of a page is that of its original and its own, from 1; nought for a text of one piece.
pub(crate) const OF_AN_ORIGINAL: u32 = 16;
const LAST_PAGE: i64 = (1 << OF_AN_ORIGINAL) - 1;

/// How many documents are looked up together.
const AT_ONCE: usize = 64;

/// Which words of a question an original has, a bit each, and on which page most of them.
#[derive(Debug, Clone, Copy, Default)]
struct Read {
    words: u32,
    page: i64,
    on_page: u32,
}

impl Store {
    /// Keeps the text of an original in place of what was kept of it before: each page by its number,
    /// from 1, and a text that has no pages by nought. Of what has no text, only that it was read is
    /// kept. Pages beyond the 65,535th are left out.
    ///
    /// # Errors
    /// [`StoreError::NoOriginal`]; what writing to a disk can meet.
    pub fn keep_text(&self, sha256: Sha256, pages: &[(u32, String)]) -> Result<(), StoreError> {
        let connection = self.evidence.connection();
        let transaction = begin_writing(&connection)?;
        // Somebody may have erased it while it was being read.
        let sql = "SELECT number FROM original WHERE sha256 = ?1 AND erased_on IS NULL";
        let original: Option<i64> =
            transaction.query_row(sql, [sha256.to_string()], |row| row.get(0)).optional()?;
        let original = original.ok_or(StoreError::NoOriginal { sha256 })?;
        forget(&transaction, original)?;
        transaction.execute("INSERT INTO reading (original) VALUES (?1)", [original])?;
        let first = original << OF_AN_ORIGINAL;
        for (page, text) in pages.iter().filter(|(_, text)| !text.trim().is_empty()) {
            let page = i64::from(*page);
            if page <= LAST_PAGE {
                let sql = "INSERT INTO page (number, text) VALUES (?1, ?2)";
                transaction.prepare_cached(sql)?.execute(params![first + page, text])?;
                add(&transaction, first + page, text)?;
            }
        }
        transaction.commit()?;
        Ok(())
    }

    /// The attached originals whose text has not been read, in the order in which they came.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn originals_without_text(&self) -> Result<Vec<Sha256>, StoreError> {
        let attached: HashSet<Sha256> = self.read(|reader| {
            let sql = "SELECT DISTINCT sha256 FROM attachment WHERE deleted_at IS NULL";
            Ok::<_, StoreError>(reader.rows(sql, [], |cells| cells.take())?.into_iter().collect())
        })?;
        let connection = self.evidence.connection();
        let mut statement = connection.prepare_cached(
            "SELECT sha256 FROM original WHERE erased_on IS NULL
                 AND number NOT IN (SELECT original FROM reading) ORDER BY number",
        )?;
        let names = statement.query_map([], |row| row.get::<_, String>(0))?;
        let unread: Vec<String> = names.collect::<Result<_, _>>()?;
        let unread = unread.iter().filter_map(|name| name.parse().ok());
        Ok(unread.filter(|sha256| attached.contains(sha256)).collect())
    }

    /// Forgets all text that was read, so that it is read anew.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn forget_text(&self) -> Result<(), StoreError> {
        let connection = self.evidence.connection();
        let transaction = begin_writing(&connection)?;
        index::clear(&transaction, "page_terms")?;
        transaction.execute("DELETE FROM page", [])?;
        transaction.execute("DELETE FROM reading", [])?;
        transaction.commit()?;
        Ok(())
    }

    /// Adds the attachments whose documents have the words to those that were found by their names:
    /// first those that have all of them on one page, then those that have them over several.
    pub(super) fn search_documents(
        &self,
        reader: &Reader,
        asked: &Asked<'_>,
        question: &Question,
        found: &mut Vec<Found>,
    ) -> Result<(), StoreError> {
        let known = found.iter().map(|found| found.record.uuid()).collect();
        let pages = self.evidence.reading();
        let mut documents = Documents { reader, pages: &pages, asked, question, known, found };
        documents.on_one_page()?;
        if documents.is_full() || question.len() == 1 {
            return Ok(());
        }
        documents.over_several()
    }
}

/// The documents that are found by their text, as they are gathered.
struct Documents<'a> {
    reader: &'a Reader,
    pages: &'a Connection,
    asked: &'a Asked<'a>,
    question: &'a Question,
    /// The attachments that were found before.
    known: HashSet<Uuid>,
    found: &'a mut Vec<Found>,
}

impl Documents<'_> {
    fn is_full(&self) -> bool {
        self.found.len() > self.asked.limit
    }

    /// What was added later comes before what was added earlier. A few at a time: of a common word,
    /// nearly all documents have it, and few are shown.
    fn on_one_page(&mut self) -> Result<(), StoreError> {
        let sql = "SELECT rowid FROM page_terms WHERE page_terms MATCH ?1 ORDER BY rowid DESC";
        let mut statement = self.pages.prepare_cached(sql)?;
        let mut rows = statement.query([self.question.all_in(EVERYWHERE)])?;
        // Of each original the first page that has them, which comes last.
        let mut some: Vec<(i64, i64)> = Vec::with_capacity(AT_ONCE);
        while let Some(row) = rows.next()? {
            let page: i64 = row.get(0)?;
            let original = page >> OF_AN_ORIGINAL;
            if let Some(last) = some.last_mut().filter(|last| last.0 == original) {
                last.1 = page;
                continue;
            }
            if some.len() == AT_ONCE {
                self.take(&some, |_, _| true)?;
                some.clear();
                if self.is_full() {
                    return Ok(());
                }
            }
            some.push((original, page));
        }
        self.take(&some, |_, _| true)
    }

    /// Takes the attachments of originals with their pages, the newest first, as far as they fit: by
    /// the number of the original and of the entry.
    fn take(
        &mut self,
        originals: &[(i64, i64)],
        fits: impl Fn(i64, i64) -> bool,
    ) -> Result<(), StoreError> {
        let pages: HashMap<i64, i64> = originals.iter().copied().collect();
        let attached = attached(self.reader, self.pages, pages.keys().copied())?;
        let mut fitting: Vec<(i64, Uuid, i64)> =
            attached.into_iter().map(|(original, id, number)| (number, id, original)).collect();
        fitting.sort_unstable_by_key(|(number, ..)| Reverse(*number));
        for (number, attachment, original) in fitting {
            if self.is_full() {
                break;
            }
            if fits(original, number) && self.known.insert(attachment) {
                let page = pages.get(&original).copied().unwrap_or_default();
                self.found.extend(on_page(self.reader, self.pages, self.question, number, page)?);
            }
        }
        Ok(())
    }

    /// Takes what has the words on several pages, or some of them in the names of its attachment.
    fn over_several(&mut self) -> Result<(), StoreError> {
        let all = (1_u32 << self.question.len()) - 1;
        let named = attachments(self.reader, self.question)?;
        let by_name = named.values().fold(0, |all, words| all | words);
        let read = originals(self.pages, self.question, by_name)?;
        let fit = read.iter().filter(|(_, read)| read.words | by_name == all);
        let mut wanted: Vec<(i64, i64)> =
            fit.map(|(original, read)| (*original, read.page)).collect();
        wanted.sort_unstable_by_key(|(original, _)| Reverse(*original));
        let fits = |original: i64, number: i64| {
            let words = read.get(&original).map_or(0, |read| read.words);
            words | named.get(&number).copied().unwrap_or_default() == all
        };
        for some in wanted.chunks(AT_ONCE) {
            self.take(some, fits)?;
            if self.is_full() {
                return Ok(());
            }
        }
        Ok(())
    }
}

/// What to show of an attachment whose document has the words on that page.
fn on_page(
    reader: &Reader,
    pages: &Connection,
    question: &Question,
    number: i64,
    page: i64,
) -> Result<Option<Found>, StoreError> {
    let Some(hit) = in_sight(reader, number, Rank::Document)? else { return Ok(None) };
    let Some(mut one) = looked_into(reader, question, hit)? else { return Ok(None) };
    let text = text_of(pages, page)?;
    one.excerpt = Places::of(question, &text).excerpt();
    one.page = u32::try_from(page & LAST_PAGE).ok().filter(|page| *page > 0);
    Ok(Some(one))
}

/// Which originals have which of the words; none where a word is in none of them and not among those
/// that names have.
fn originals(
    pages: &Connection,
    question: &Question,
    by_name: u32,
) -> Result<HashMap<i64, Read>, StoreError> {
    let mut on_page: HashMap<i64, u32> = HashMap::new();
    // The last word is the one that is being typed, and the likeliest to be nowhere.
    for (which, word) in question.each_in(EVERYWHERE).into_iter().enumerate().rev() {
        let mut statement =
            pages.prepare_cached("SELECT rowid FROM page_terms WHERE page_terms MATCH ?1")?;
        let mut rows = statement.query([word])?;
        let mut somewhere = by_name & (1 << which) != 0;
        while let Some(row) = rows.next()? {
            *on_page.entry(row.get(0)?).or_default() |= 1 << which;
            somewhere = true;
        }
        if !somewhere {
            return Ok(HashMap::new());
        }
    }
    let mut read: HashMap<i64, Read> = HashMap::new();
    for (page, words) in on_page {
        let read = read.entry(page >> OF_AN_ORIGINAL).or_default();
        read.words |= words;
        let (most, here) = (read.on_page.count_ones(), words.count_ones());
        if here > most || (here == most && page < read.page) {
            (read.page, read.on_page) = (page, words);
        }
    }
    Ok(read)
}

/// Which attachments have which of the words in their names, by the numbers of their entries.
fn attachments(reader: &Reader, question: &Question) -> Result<HashMap<i64, u32>, StoreError> {
    let mut named: HashMap<i64, u32> = HashMap::new();
    let Some((place, _)) = shape::of(Noun::Attachment) else { return Ok(named) };
    let attachments = shape::any_of(&[place]);
    for (which, word) in question.each_in("{title} :").into_iter().enumerate() {
        let sql = "SELECT rowid FROM search_terms WHERE search_terms MATCH ?1";
        reader.each(sql, [format!("{attachments} AND ({word})")], |cells| {
            *named.entry(cells.take()?).or_default() |= 1 << which;
            Ok(())
        })?;
    }
    Ok(named)
}

/// Originals with their attachments and the numbers of their entries.
fn attached(
    reader: &Reader,
    pages: &Connection,
    originals: impl Iterator<Item = i64>,
) -> Result<Vec<(i64, Uuid, i64)>, StoreError> {
    let numbers: Vec<String> = originals.map(|number| number.to_string()).collect();
    let sql =
        "SELECT sha256, number FROM original WHERE number IN (SELECT value FROM json_each(?1))";
    let mut statement = pages.prepare_cached(sql)?;
    let named = statement
        .query_map([format!("[{}]", numbers.join(","))], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let named: HashMap<String, i64> = named.collect::<Result<_, _>>()?;
    let names: Vec<String> = named.keys().map(|name| format!("\"{name}\"")).collect();
    let sql = "SELECT a.sha256, a.id, e.number FROM attachment a
        JOIN search_entry e ON e.record = a.id
        WHERE a.sha256 IN (SELECT value FROM json_each(?1)) AND a.deleted_at IS NULL";
    let found = reader.rows(sql, [format!("[{}]", names.join(","))], |cells| {
        Ok((cells.take::<String>()?, cells.take()?, cells.take()?))
    })?;
    let with = |(name, id, number)| Some((*named.get(&name)?, id, number));
    Ok(found.into_iter().filter_map(with).collect())
}

fn text_of(pages: &Connection, page: i64) -> Result<String, StoreError> {
    let sql = "SELECT text FROM page WHERE number = ?1";
    let text = pages.prepare_cached(sql)?.query_row([page], |row| row.get(0)).optional()?;
    Ok(text.unwrap_or_default())
}

fn add(connection: &Connection, number: i64, text: &str) -> Result<(), StoreError> {
    let mut terms = String::with_capacity(text.len() * 2);
    Terms::of(text).write(&mut terms);
    let sql = "INSERT INTO page_terms (rowid, text) VALUES (?1, ?2)";
    connection.prepare_cached(sql)?.execute(params![number, terms])?;
    Ok(())
}

/// Forgets the text of one original.
pub(crate) fn forget(connection: &Connection, original: i64) -> Result<(), StoreError> {
    let first = original << OF_AN_ORIGINAL;
    let pages = [first, first + LAST_PAGE];
    let sql = "DELETE FROM page_terms WHERE rowid IN
        (SELECT number FROM page WHERE number BETWEEN ?1 AND ?2)";
    connection.prepare_cached(sql)?.execute(pages)?;
    connection.prepare_cached("DELETE FROM page WHERE number BETWEEN ?1 AND ?2")?.execute(pages)?;
    connection.prepare_cached("DELETE FROM reading WHERE original = ?1")?.execute([original])?;
    Ok(())
}

/// Makes the index of the text anew where it is of another version. The text itself stays.
pub(crate) fn ensure(connection: &Connection) -> Result<(), StoreError> {
    if index::version(connection)? == Some(VERSION) {
        return Ok(());
    }
    let transaction = begin_writing(connection)?;
    make_anew(&transaction)?;
    transaction.commit()?;
    Ok(())
}

/// Makes the index of the text anew within the transaction that is open.
pub(crate) fn make_anew(connection: &Connection) -> Result<(), StoreError> {
    index::clear(connection, "page_terms")?;
    let mut numbers = connection.prepare("SELECT number FROM page ORDER BY number")?;
    let all: Vec<i64> =
        numbers.query_map([], |row| row.get(0))?.collect::<Result<_, rusqlite::Error>>()?;
    for number in all {
        add(connection, number, &text_of(connection, number)?)?;
    }
    Ok(())
}
