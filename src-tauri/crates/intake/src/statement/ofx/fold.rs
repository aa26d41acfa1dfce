//! Aggregates with their fields, out of tags of which some are never closed.
//!
//! An element with a value is a field. One without may be an aggregate or an empty field that
//! nobody closed; which, shows only later: an aggregate is closed by name. So each is opened as an
//! aggregate, and when the one around it ends first, it was a field, and what seemed to lie in it
//! belongs to the one around it.

use holdfast_domain::text::is_blank;

use super::super::problem::{Problem, ProblemCode};
use super::draft::Drafts;
use super::fields::{self, Field};

/// How many elements may be open: the standard's own come to a dozen.
const DEEPEST: usize = 256;

/// How many fields may wait for the end of their aggregate: the largest has some fifty.
const MOST_FIELDS: usize = 1_000;

/// The aggregates without whose ends a file is not whole.
const MUST_END: &[&str] =
    &["OFX", "STMTTRN", "BANKTRANLIST", "INVTRANLIST", "STMTRS", "CCSTMTRS", "INVSTMTRS"];

/// An element that has no value so far.
struct Open<'a> {
    name: &'a str,
    line: u32,
    /// How many fields there were when it began.
    fields: usize,
}

/// Puts tags and texts together.
pub(super) struct Fold<'a> {
    open: Vec<Open<'a>>,
    /// The element that began last, as long as no other tag has come.
    last: Option<(&'a str, u32)>,
    text: String,
    fields: Vec<Field>,
    drafts: Drafts,
}

impl<'a> Fold<'a> {
    pub(super) fn new(drafts: Drafts) -> Self {
        Self { open: Vec::new(), last: None, text: String::new(), fields: Vec::new(), drafts }
    }

    /// An element begins.
    ///
    /// # Errors
    /// What lies too deep, and a transaction within a transaction.
    pub(super) fn open(&mut self, name: &'a str, line: u32) -> Result<(), Problem> {
        self.settle()?;
        self.last = Some((name, line));
        Ok(())
    }

    /// Text. It belongs to the element that began last.
    ///
    /// # Errors
    /// Words of a transaction that stand in none of its fields.
    pub(super) fn text(&mut self, text: &str, line: u32) -> Result<(), Problem> {
        if self.last.is_some() {
            self.text.push_str(text);
            return Ok(());
        }
        let inside = self.open.iter().any(|open| is(open.name, "STMTTRN"));
        if inside && !is_blank(text) {
            return Err(Problem::error(ProblemCode::UnexpectedLine, Some(line), text.trim()));
        }
        Ok(())
    }

    /// An element ends.
    ///
    /// # Errors
    /// A transaction or a statement that ends without having begun, or that is still open when what
    /// is around it ends.
    pub(super) fn close(&mut self, name: &str, line: u32) -> Result<(), Problem> {
        if self.last.is_some_and(|(last, _)| is(last, name)) && !must_end(name) {
            return self.field();
        }
        self.settle()?;
        let Some(at) = self.open.iter().rposition(|open| is(open.name, name)) else {
            if must_end(name) {
                return Err(Problem::error(ProblemCode::NotWellFormed, Some(line), name));
            }
            return Ok(());
        };
        if let Some(inner) = self.open[at + 1..].iter().find(|open| must_end(open.name)) {
            return Err(Problem::error(ProblemCode::NotWellFormed, Some(inner.line), inner.name));
        }
        let around = self.open.get(at.wrapping_sub(1)).map_or("", |open| open.name);
        let own = self.fields.split_off(self.open[at].fields);
        let kept = self.drafts.ended(self.open[at].name, around, self.open[at].line, own);
        self.fields.extend(kept);
        self.open.truncate(at);
        Ok(())
    }

    /// The file ends.
    ///
    /// # Errors
    /// [`ProblemCode::CutShort`] where something that must be closed is not.
    pub(super) fn ended(&mut self, line: u32) -> Result<(), Problem> {
        self.settle()?;
        match self.open.iter().rfind(|open| must_end(open.name)) {
            Some(open) => Err(Problem::error(ProblemCode::CutShort, Some(line), open.name)),
            None => Ok(()),
        }
    }

    /// What was put together.
    pub(super) fn finish(self) -> Drafts {
        self.drafts
    }

    /// Takes the element that began last for what it is, now that another tag has come: a field
    /// where it has a value.
    fn settle(&mut self) -> Result<(), Problem> {
        let Some((name, line)) = self.last else { return Ok(()) };
        if !is_blank(&self.text) {
            return self.field();
        }
        self.last = None;
        self.text.clear();
        if self.open.len() == DEEPEST {
            return Err(Problem::error(ProblemCode::TooDeep, Some(line), name));
        }
        if is(name, "STMTTRN") && self.open.iter().any(|open| is(open.name, "STMTTRN")) {
            return Err(Problem::error(ProblemCode::NotWellFormed, Some(line), name));
        }
        self.open.push(Open { name, line, fields: self.fields.len() });
        Ok(())
    }

    /// Keeps the field that began last, if it is one that is read and has a value.
    fn field(&mut self) -> Result<(), Problem> {
        let Some((name, line)) = self.last.take() else { return Ok(()) };
        let value = std::mem::take(&mut self.text);
        let Some(name) = fields::known(name) else { return Ok(()) };
        if is_blank(&value) {
            return Ok(());
        }
        if self.fields.len() == MOST_FIELDS {
            return Err(Problem::error(ProblemCode::NotWellFormed, Some(line), name));
        }
        self.fields.push(Field { name, value: value.trim().to_owned(), line });
        Ok(())
    }
}

/// Whether the name of an element is this one; some banks write small letters.
fn is(name: &str, wanted: &str) -> bool {
    name.eq_ignore_ascii_case(wanted)
}

fn must_end(name: &str) -> bool {
    MUST_END.iter().any(|it| is(name, it))
}
