//! A record: the lines up to the next `^`.

use super::super::problem::{ProblemCode, Problems};
use super::super::words;

/// How many fields a record may have: a transaction with very many splits has some hundreds.
const MOST_FIELDS: usize = 10_000;

/// One field: the letter, the value behind it, its line.
#[derive(Debug, Clone, Copy)]
struct Field<'a> {
    letter: char,
    value: &'a str,
    line: u32,
}

/// The fields of one record.
#[derive(Debug, Default)]
pub(super) struct Record<'a> {
    fields: Vec<Field<'a>>,
}

/// A transaction as it is written; day and amount wait until the file's habits are known.
#[derive(Debug)]
pub(super) struct Transaction {
    pub(super) day: String,
    pub(super) day_line: u32,
    pub(super) amount: String,
    pub(super) amount_line: u32,
    pub(super) party: Option<String>,
    pub(super) text: String,
    pub(super) reference: Option<String>,
}

impl<'a> Record<'a> {
    /// Takes a line of the record. A field begins with a letter, or with one of the signs of splits
    /// and of repeated payments; what begins otherwise is an error.
    pub(super) fn take(&mut self, text: &'a str, line: u32, problems: &mut Problems) {
        let Some(letter) = text.chars().next() else { return };
        if !letter.is_ascii_alphanumeric() && !matches!(letter, '$' | '%' | '*') {
            problems.error(ProblemCode::UnexpectedLine, line, text);
            return;
        }
        if self.fields.len() == MOST_FIELDS {
            problems.error(ProblemCode::UnexpectedLine, line, text);
            return;
        }
        let value = text[letter.len_utf8()..].trim();
        self.fields.push(Field { letter, value, line });
    }

    /// Whether nothing stands in it.
    pub(super) fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// The value of the first field of that letter, if it has one.
    pub(super) fn value(&self, letter: char) -> Option<&'a str> {
        let found = self.fields.iter().find(|field| field.letter == letter)?;
        Some(found.value).filter(|value| !value.is_empty())
    }

    /// The transaction that the record says; the problems say why it is none.
    pub(super) fn transaction(&self, end: u32, problems: &mut Problems) -> Option<Transaction> {
        let day = self.once('D', end, problems);
        // `U` is the same amount again, written by newer programs; at times it stands alone.
        let alone = self.value('T').is_none() && self.value('U').is_some();
        let amount = self.once(if alone { 'U' } else { 'T' }, end, problems);
        let party = self.words('P', problems);
        let text = self.words('M', problems).or_else(|| party.clone());
        let text = text.or_else(|| self.words('L', problems));
        let reference = self.words('N', problems);
        let (day, amount) = (day?, amount?);
        Some(Transaction {
            day: day.value.to_owned(),
            day_line: day.line,
            amount: amount.value.to_owned(),
            amount_line: amount.line,
            party,
            text: text.unwrap_or_default(),
            reference,
        })
    }

    /// A field that every transaction has once. Where it stands twice, the sign that parts two
    /// transactions is missing.
    fn once(&self, letter: char, end: u32, problems: &mut Problems) -> Option<Field<'a>> {
        let mut all = self.fields.iter().filter(|field| field.letter == letter);
        let first = all.next().filter(|field| !field.value.is_empty());
        if first.is_none() {
            let line = self.fields.first().map_or(end, |field| field.line);
            problems.error(ProblemCode::MissingField, line, letter.encode_utf8(&mut [0; 4]));
        }
        if let Some(second) = all.next() {
            problems.error(ProblemCode::UnexpectedLine, second.line, second.value);
        }
        first.copied()
    }

    fn words(&self, letter: char, problems: &mut Problems) -> Option<String> {
        let field = self.fields.iter().find(|field| field.letter == letter)?;
        words::kept(field.value, field.line, problems)
    }
}
