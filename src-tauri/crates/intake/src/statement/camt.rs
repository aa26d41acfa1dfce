//! ISO 20022: CAMT.052 (report), CAMT.053 (statement) and CAMT.054 (notice), of any version.
//!
//! The versions differ in where some parts lie, not in what they mean, so one reader knows all of
//! their places. What is meant is said in the standard's message definition reports,
//! “Bank-to-Customer Cash Management”.
//!
//! The library `camt053` was tried: it knows the statement alone, and refuses one whose balances
//! do not add up, which ends with another day's, or which says no balance at all.

mod account;
mod details;
mod entry;
mod party;

use std::borrow::Cow;

use chrono::NaiveDate;

use super::problem::{Problem, ProblemCode, Problems};
use super::xml::{Element, Token, Xml};
use super::{Found, How};
use account::Account;
use entry::Entry;

/// The longest text of one element, in bytes: none in the standard has more than 500 characters.
const LONGEST: usize = 64 << 10;

/// Reads a CAMT message.
pub(super) fn read(text: &str, how: &How) -> Found {
    let mut reader =
        Reader { how, path: Vec::new(), accounts: Vec::new(), problems: Problems::default() };
    if let Err(problem) = reader.document(text) {
        reader.problems.push(problem);
    }
    let Reader { accounts, mut problems, .. } = reader;
    if accounts.is_empty() && !problems.has_error() {
        problems.error(ProblemCode::NoStatement, None, "");
    }
    let pending: usize = accounts.iter().map(|account| account.pending).sum();
    if pending > 0 {
        problems.warning(ProblemCode::PendingEntries, None, &pending.to_string());
    }
    let statements = accounts.into_iter().map(Account::into_draft).collect();
    Found { statements, problems, ..Found::default() }
}

struct Reader<'a> {
    how: &'a How,
    /// The names of the elements that are open.
    path: Vec<&'a str>,
    accounts: Vec<Account>,
    problems: Problems,
}

/// Where the elements for one account begin: below the document and the message.
const ACCOUNT_DEPTH: usize = 3;

impl<'a> Reader<'a> {
    fn document(&mut self, text: &'a str) -> Result<(), Problem> {
        let mut xml = Xml::of(text);
        let mut words = String::new();
        let mut currency: Option<Cow<'a, str>> = None;
        let mut entry: Option<Entry> = None;
        while let Some(token) = xml.next()? {
            match token {
                Token::Open(element) => {
                    self.opened(&element, &mut entry)?;
                    currency = if element.name == "Amt" { element.attribute("Ccy")? } else { None };
                    words.clear();
                }
                Token::Text(piece) if words.len() + piece.len() > LONGEST => {
                    return Err(Problem::error(ProblemCode::TextTooLong, Some(xml.line()), &piece));
                }
                Token::Text(piece) => words.push_str(&piece),
                Token::Close => {
                    let leaf =
                        Leaf { text: words.trim(), currency: currency.take(), line: xml.line() };
                    self.closed(&leaf, &mut entry);
                    words.clear();
                    self.path.pop();
                }
            }
        }
        Ok(())
    }

    /// Notes that an element begins, and begins what it stands for.
    fn opened(&mut self, element: &Element<'a>, entry: &mut Option<Entry>) -> Result<(), Problem> {
        self.path.push(element.name);
        let unknown = || Problem::error(ProblemCode::UnknownForm, Some(element.line), element.name);
        match self.path[..] {
            ["Document"] => {}
            [_, message] if is_message(message) => {}
            [_] | [_, _] => return Err(unknown()),
            [_, _, "Stmt" | "Rpt" | "Ntfctn"] => self.accounts.push(Account::default()),
            [_, _, _, "Ntry"] => *entry = Some(Entry::at(element.line)),
            [_, _, _, "Ntry", .., "TxDtls"] => {
                if let Some(entry) = entry {
                    entry.begin_details();
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Takes what an element says when it ends.
    fn closed(&mut self, leaf: &Leaf<'_>, entry: &mut Option<Entry>) {
        let Some(account) = self.accounts.last_mut() else { return };
        match self.path.get(ACCOUNT_DEPTH..).unwrap_or_default() {
            ["Ntry"] => {
                if let Some(entry) = entry.take() {
                    account.take_entry(entry, self.how.currency, &mut self.problems);
                }
            }
            ["Ntry", place @ ..] => {
                if let Some(entry) = entry {
                    entry.take(place, leaf);
                }
            }
            place => account.take(place, leaf, &mut self.problems),
        }
    }
}

/// The three messages; the first version bore its number in the name.
fn is_message(name: &str) -> bool {
    ["BkToCstmrStmt", "BkToCstmrAcctRpt", "BkToCstmrDbtCdtNtfctn"]
        .iter()
        .any(|message| name.starts_with(message))
}

/// What an element without others in it says.
struct Leaf<'a> {
    text: &'a str,
    /// The currency of an amount.
    currency: Option<Cow<'a, str>>,
    /// The line on which it ends.
    line: u32,
}

impl Leaf<'_> {
    /// The text, or nothing where there is none.
    fn some(&self) -> Option<String> {
        (!self.text.is_empty()).then(|| self.text.to_owned())
    }
}

/// The day of a date or of a date with a time, as it is written, whatever the zone: it is the day
/// that the bank means.
fn day(text: &str) -> Option<NaiveDate> {
    let date = text.get(..10)?;
    let rest = &text[10..];
    let is_known = rest.is_empty() || rest.starts_with(['T', 'Z', '+', '-']);
    let written = date.bytes().enumerate().all(|(place, byte)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    super::day::read(date, holdfast_domain::DayOrder::YearFirst).filter(|_| is_known && written)
}
