//! A thread of e-mails or a chat, pasted as text: what was said by whom and when, to be confirmed.
//!
//! Programs mark where one message ends and the next begins in a handful of ways; each is known
//! here. A text without any mark is one message without a date. Nothing is dated by guess: the
//! order of day and month is found out over the whole text, and said where it stays open.

mod chat;
mod header;
mod quote;
mod stamp;

use chrono::{NaiveDate, NaiveTime};
use holdfast_domain::DayOrder;
use holdfast_domain::text::is_blank;

use crate::original::problem::{Problem, ProblemCode};
use crate::original::text::tidy;
use crate::statement::day;

use super::Mailbox;
use stamp::Stamp;

/// The longest text that is read, in bytes: some years of chatting.
pub const LONGEST: usize = 16 << 20;

/// By which way something was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// By e-mail.
    Mail,
    /// In a chat.
    Chat,
    /// Nothing shows it.
    Unknown,
}

/// Something that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// On which day; `None` where nothing says it.
    pub on: Option<NaiveDate>,
    /// At which time of that day, by the clock of whoever's program wrote it down.
    pub at: Option<NaiveTime>,
    /// Who said it, where that stands there.
    pub who: Mailbox,
    /// Under which subject.
    pub subject: Option<String>,
    /// By which way.
    pub way: Way,
    /// The words, without the marks of quotation before their lines.
    pub text: String,
    /// The line of the pasted text on which it begins, counted from one.
    pub line: u32,
}

/// What was read of a pasted text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Thread {
    /// What was said, in the order of the text, which in e-mails is from the last to the first.
    pub said: Vec<Said>,
    /// In which order its days were read, where they are written in figures.
    pub day_order: Option<DayOrder>,
    /// What could not be read: days that no calendar has, and an order of days that stays open.
    pub problems: Vec<Problem>,
}

/// Where a message begins, and what stands there about it.
#[derive(Debug, Default)]
struct Mark {
    stamp: Stamp,
    who: Mailbox,
    subject: Option<String>,
    /// How many lines the mark takes.
    lines: usize,
    /// The words that stand behind it on its own line.
    rest: String,
}

/// Reads a pasted text. `order` is what the person said of its days; else it is found out.
pub fn read(text: &str, order: Option<DayOrder>) -> Thread {
    if text.len() > LONGEST {
        let problem = Problem::error(ProblemCode::TooLarge, text.len());
        return Thread { problems: vec![problem], ..Thread::default() };
    }
    let text = stamp::without_marks(&tidy(text));
    let lines: Vec<&str> = text.lines().collect();
    let pieces = pieces(&lines);
    let days: Vec<&str> = pieces.iter().filter_map(|it| it.mark.stamp.day.as_deref()).collect();
    let found = day::order(days.iter().copied());
    let mut thread = Thread { day_order: order.or(found.map(|it| it.order)), ..Thread::default() };
    if order.is_none() && found.is_some_and(|it| !it.sure) {
        let example = days.first().copied().unwrap_or_default();
        thread.problems.push(Problem::remark(ProblemCode::DayOrderUnsure, example));
    }
    for piece in pieces {
        thread.take(piece);
    }
    if thread.said.iter().any(|it| it.on.is_none()) {
        thread.problems.push(Problem::remark(ProblemCode::NoDate, ""));
    }
    thread
}

impl Thread {
    fn take(&mut self, piece: Piece) {
        let Piece { mark, way, text, line } = piece;
        let order = self.day_order.unwrap_or(DayOrder::DayFirst);
        let on = mark.stamp.day.as_deref().and_then(|it| day::read(it, order));
        if let (None, Some(written)) = (on, &mark.stamp.day) {
            self.problems.push(Problem::remark(ProblemCode::BadDate, written));
        }
        let at = mark.stamp.time.filter(|_| on.is_some());
        self.said.push(Said { on, at, who: mark.who, subject: mark.subject, way, text, line });
    }
}

/// A message of the text before its day is read.
struct Piece {
    mark: Mark,
    way: Way,
    text: String,
    line: u32,
}

/// Cuts the text where messages begin.
fn pieces(lines: &[&str]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut open = Piece { mark: Mark::default(), way: Way::Unknown, text: String::new(), line: 1 };
    let mut at = 0;
    while at < lines.len() {
        let found = mark(&lines[at..]);
        let Some((mark, way)) = found else {
            if !quote::is_separator(lines[at]) {
                open.text.push_str(quote::content(lines[at]));
                open.text.push('\n');
            }
            at += 1;
            continue;
        };
        let line = u32::try_from(at + 1).unwrap_or(u32::MAX);
        at += mark.lines.max(1);
        let text = if mark.rest.is_empty() { String::new() } else { format!("{}\n", mark.rest) };
        finish(std::mem::replace(&mut open, Piece { mark, way, text, line }), &mut pieces);
    }
    finish(open, &mut pieces);
    pieces
}

/// Keeps a message in which something was said.
fn finish(mut piece: Piece, pieces: &mut Vec<Piece>) {
    piece.text = piece.text.trim().to_owned();
    let is_marked = piece.mark.lines > 0;
    if is_marked || !is_blank(&piece.text) {
        pieces.push(piece);
    }
}

/// The mark at the beginning of these lines, where there is one.
fn mark(lines: &[&str]) -> Option<(Mark, Way)> {
    if let Some(mark) = chat::mark(lines[0]) {
        return Some((mark, Way::Chat));
    }
    header::mark(lines).or_else(|| quote::mark(lines)).map(|mark| (mark, Way::Mail))
}
