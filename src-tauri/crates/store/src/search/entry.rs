//! One entry of the index, as it follows from the record.

use holdfast_domain::{DisputeId, Money, NaiveDate};
use uuid::Uuid;

use super::marks;
use super::shape::{self, Field, Shape};
use super::terms::Terms;
use crate::{Noun, Reader, Record, StoreError, references};

/// By what an entry is named: the id of its record and, of a statement, which of its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) record: Uuid,
    pub(super) line: Option<u32>,
}

impl Key {
    /// As the index has it: the id, and behind a stroke the number of the line.
    pub(super) fn text(self) -> String {
        let record = self.record.hyphenated();
        self.line.map_or_else(|| record.to_string(), |line| format!("{record}/{line}"))
    }

    /// Reads what [`Key::text`] wrote.
    pub(super) fn read(text: &str) -> Result<Self, StoreError> {
        let (record, line) = text.split_once('/').map_or((text, None), |(id, no)| (id, Some(no)));
        let key = match (Uuid::parse_str(record), line.map(str::parse).transpose()) {
            (Ok(record), Ok(line)) => Some(Self { record, line }),
            (Ok(_) | Err(_), Ok(_) | Err(_)) => None,
        };
        key.ok_or_else(|| StoreError::Damaged { detail: format!("an entry is named “{text}”") })
    }

    /// The keys of a record's entries: of a statement one for each line, of all else one.
    pub(super) fn all_of(reader: &Reader, record: Record) -> Result<Vec<Self>, StoreError> {
        let id = record.uuid();
        if record.noun() != Noun::Statement {
            return Ok(vec![Self { record: id, line: None }]);
        }
        let sql = "SELECT number FROM statement_line WHERE statement = ?1 ORDER BY number";
        reader.rows(sql, [references::key(record)], |cells| {
            Ok(Self { record: id, line: Some(cells.take()?) })
        })
    }
}

/// The texts of a record, and what they are to it.
#[derive(Debug)]
pub(super) struct Entry {
    /// Uuid of the dispute that it lies in.
    pub(super) dispute: Option<Uuid>,
    /// By which it is older or newer than another.
    pub(super) day: Option<NaiveDate>,
    pub(super) texts: Vec<(Field, String)>,
}

/// How many columns the index has.
pub(super) const COLUMNS: usize = 6;

impl Entry {
    /// The entry of a record; nothing where it is out of sight.
    pub(super) fn of(reader: &Reader, shape: &Shape, of: Key) -> Result<Option<Self>, StoreError> {
        let (id, key) = (of.record, of.text());
        let head = reader.row(shape.head, [&key], |cells| {
            Ok((cells.take()?, cells.take::<Option<NaiveDate>>()?))
        })?;
        let Some((dispute, day)) = head else { return Ok(None) };
        let mut texts = Vec::new();
        if shape.noun == Noun::Dispute {
            texts.push((Field::Exact, DisputeId::from(id).reference()));
        }
        for part in shape.parts {
            reader.each(part.sql, [&key], |cells| {
                for field in part.fields {
                    let text = match field {
                        Field::Sum => Some(cells.take::<Money>()?.to_string()),
                        Field::Title
                        | Field::Words
                        | Field::Exact
                        | Field::Name
                        | Field::Day
                        | Field::Private
                        | Field::Place
                        | Field::Names => cells.maybe_text()?.map(str::to_owned),
                    };
                    texts.extend(text.filter(|it| !it.is_empty()).map(|text| (*field, text)));
                }
                Ok(())
            })?;
        }
        Ok(Some(Self { dispute, day: day.or_else(|| entered_on(id)), texts }))
    }

    /// What the columns of the index hold: `exact`, `days`, `title`, `words`, `names`, `private`.
    pub(super) fn columns(&self) -> [String; COLUMNS] {
        let mut columns = [const { String::new() }; COLUMNS];
        for (field, text) in &self.texts {
            let column = &mut columns[column(*field)];
            match field {
                Field::Sum => write_sum(text, column),
                Field::Day => write_day(text, column),
                Field::Title
                | Field::Words
                | Field::Exact
                | Field::Name
                | Field::Private
                | Field::Place
                | Field::Names => Terms::of(text).write(column),
            }
        }
        columns
    }
}

fn column(field: Field) -> usize {
    match field {
        Field::Exact | Field::Sum => 0,
        Field::Day => 1,
        Field::Title => 2,
        Field::Words | Field::Place => 3,
        Field::Name | Field::Names => 4,
        Field::Private => 5,
    }
}

/// A sum as documents print it, `1,840.00 USD`. Only one reading of it is meant, so that its term is made
/// from the figures and not from the text. What an account lost is found as what it is, without its
/// sign: nobody types that.
fn write_sum(text: &str, to: &mut String) {
    let terms = Terms { meanings: Vec::new(), ..Terms::of(text) };
    terms.write(to);
    let decimal = text.split(' ').next().unwrap_or_default().replace([',', '-'], "");
    to.push_str(&marks::of_sum(&decimal));
    to.push(' ');
}

fn write_day(text: &str, to: &mut String) {
    let Ok(day) = text.parse::<NaiveDate>() else { return };
    to.push_str(&marks::day_in_words(day));
    for term in marks::of_day(day) {
        to.push(' ');
        to.push_str(&term);
    }
    to.push(' ');
}

/// The day on which an id was made, which it says itself.
fn entered_on(id: Uuid) -> Option<NaiveDate> {
    let (seconds, _) = id.get_timestamp()?.to_unix();
    let instant = holdfast_domain::DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)?;
    Some(instant.date_naive())
}

/// The records whose entries have words of this one.
pub(super) fn speaking_of(
    reader: &Reader,
    record: Record,
    renamed: bool,
) -> Result<Vec<Record>, StoreError> {
    let mut found = entries_with(reader, record)?;
    if renamed && matches!(record.noun(), Noun::Vendor | Noun::Contact) {
        for by in naming(reader, record)? {
            found.extend(entries_with(reader, by)?);
        }
    }
    Ok(found)
}

/// What else stands in an entry, or is hidden, with the words of a record of another noun.
const ALONG: [(Noun, Noun, &str); 3] = [
    (Noun::Account, Noun::Statement, "SELECT id FROM statement WHERE account = ?1"),
    (Noun::Claim, Noun::Dispute, "SELECT dispute FROM claim WHERE id = ?1"),
    (Noun::SentLetter, Noun::Letter, "SELECT letter FROM sent_letter WHERE id = ?1"),
];

/// The records whose entries have a record's own words, and what is hidden with it.
fn entries_with(reader: &Reader, record: Record) -> Result<Vec<Record>, StoreError> {
    let mut found = if shape::of(record.noun()).is_some() {
        vec![record]
    } else if record.noun() == Noun::StatementMatch {
        // What was said of a line is none of its words, and a statement has thousands of lines.
        Vec::new()
    } else {
        references::owner(reader, record)?.into_iter().collect()
    };
    for (_, noun, sql) in ALONG.into_iter().filter(|(of, _, _)| *of == record.noun()) {
        let ids: Vec<Uuid> = reader.rows(sql, [references::key(record)], |cells| cells.take())?;
        found.extend(ids.into_iter().map(|id| noun.record(id)));
    }
    Ok(found)
}

/// The records that name this one.
fn naming(reader: &Reader, record: Record) -> Result<Vec<Record>, StoreError> {
    let mut found = Vec::new();
    for noun in Noun::ALL.iter().copied() {
        for (column, named) in references::of(noun) {
            if named == record.noun() {
                let name = noun.as_str();
                let sql = format!("SELECT id FROM {name} WHERE {column} = ?1");
                let ids: Vec<Uuid> =
                    reader.rows(&sql, [references::key(record)], |cells| cells.take())?;
                found.extend(ids.into_iter().map(|id| noun.record(id)));
            }
        }
    }
    Ok(found)
}
