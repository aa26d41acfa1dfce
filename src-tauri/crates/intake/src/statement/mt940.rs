//! MT940: SWIFT's customer statement, in fields that begin with a tag such as `:61:`.
//!
//! A message is a statement of one account and one day or page; a file holds many. Read by hand:
//! the one library there is accepts SWIFT's own letters only, which no bank keeps to, and says
//! nothing of lines.
//!
//! Source: SWIFT User Handbook, category 9, MT 940; for field 86, DFÜ-Abkommen, annex 3, chapter 8
//! (`?20`), and the code words that Dutch banks agreed on (`/NAME/`).

mod balance;
mod details;
mod line;
mod tagged;

use holdfast_domain::StatementEntry;

use super::problem::{ProblemCode, Problems};
use super::{Found, StatementDraft, words};

use balance::Balance;
use line::Line;
use tagged::Field;

/// Reads a file.
pub(super) fn read(text: &str) -> Found {
    let mut reader = Reader::default();
    let fields = tagged::fields(text);
    for field in &fields {
        reader.take(field);
    }
    reader.end_message(fields.last().map_or(1, |field| field.line), ProblemCode::CutShort);
    let Reader { statements, mut problems, .. } = reader;
    if statements.is_empty() && !problems.has_error() {
        problems.error(ProblemCode::NoStatement, 1, ":20:");
    }
    Found { statements, problems, ..Found::default() }
}

/// A message on the way.
#[derive(Default)]
struct Message {
    line: u32,
    account: Option<String>,
    opening: Option<Balance>,
    closing: Option<Balance>,
    lines: Vec<Line>,
}

#[derive(Default)]
struct Reader {
    message: Option<Message>,
    statements: Vec<StatementDraft>,
    problems: Problems,
}

impl Reader {
    fn take(&mut self, field: &Field) {
        if field.tag == "20" {
            self.end_message(field.line, ProblemCode::MissingField);
            self.message = Some(Message { line: field.line, ..Message::default() });
            return;
        }
        let Some(message) = &mut self.message else {
            // Before the first message stand the marks of whoever sent it.
            return;
        };
        let problems = &mut self.problems;
        match field.tag {
            "25" | "25P" => message.account = words::kept(&field.joined(), field.line, problems),
            "60F" | "60M" => message.opening = Balance::read(field, problems),
            "61" => message.add(field, problems),
            // Behind the closing balance it speaks of the statement as a whole.
            "86" if message.closing.is_none() => {
                if let Some(line) = message.lines.last_mut() {
                    line.details.push_str(&field.joined());
                }
            }
            "62F" | "62M" => message.closing = Balance::read(field, problems),
            _ => {}
        }
    }

    /// Makes a draft of the message that ends before that line. `cut` is what it means when it has
    /// no closing balance.
    fn end_message(&mut self, line: u32, cut: ProblemCode) {
        let Some(message) = self.message.take() else { return };
        if self.problems.has_error() {
            return;
        }
        let missing = [
            (message.account.is_none(), ":25:", ProblemCode::MissingField, message.line),
            (message.opening.is_none(), ":60F:", ProblemCode::MissingField, message.line),
            (message.closing.is_none(), ":62F:", cut, line),
        ];
        if let Some((_, tag, code, line)) = missing.iter().find(|(missing, ..)| *missing) {
            self.problems.error(*code, *line, tag);
        } else if let Some(draft) = message.draft(&mut self.problems) {
            self.statements.push(draft);
        }
    }
}

impl Message {
    /// Adds a transaction, which stands between the balances.
    fn add(&mut self, field: &Field, problems: &mut Problems) {
        let Some(opening) = self.opening.as_ref().filter(|_| self.closing.is_none()) else {
            problems.error(ProblemCode::UnexpectedLine, field.line, ":61:");
            return;
        };
        let currency = opening.amount.currency();
        self.lines.extend(Line::read(field, currency, problems));
    }

    fn draft(self, problems: &mut Problems) -> Option<StatementDraft> {
        let (account, opening, closing) = (self.account?, self.opening?, self.closing?);
        compare(&opening, &self.lines, &closing, problems);
        let entries = self.lines.into_iter().map(|line| entry(line, problems));
        Some(StatementDraft {
            bank: account.split_once('/').map(|(bank, _)| bank.to_owned()),
            number: Some(account),
            name: None,
            currency: Some(opening.amount.currency()),
            from: Some(opening.on),
            until: Some(closing.on),
            entries: entries.collect(),
        })
    }
}

/// Says so where the transactions do not lead from the one balance to the other: some may be
/// missing.
fn compare(opening: &Balance, lines: &[Line], closing: &Balance, problems: &mut Problems) {
    let end = lines.iter().try_fold(opening.amount, |sum, line| sum.plus(line.amount));
    if end != Ok(closing.amount) {
        let text = closing.amount.to_string();
        problems.warning(ProblemCode::BalanceDiffers, closing.line, &text);
    }
}

fn entry(line: Line, problems: &mut Problems) -> StatementEntry {
    let details = details::read(&line.details);
    let mut text = details.text;
    if !text.contains(line.addition.trim()) {
        text = format!("{} {text}", line.addition);
    }
    StatementEntry {
        on: line.on,
        amount: line.amount,
        party: words::kept(&details.party, line.line, problems),
        text: words::kept(&text, line.line, problems).unwrap_or_default(),
        reference: details.reference.or(line.reference),
        bank_id: line.bank_id,
    }
}
