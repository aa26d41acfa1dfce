//! What stands on every page around the text: running head, page number, number of pages.

use std::rc::Rc;

use holdfast_domain::document::{Align, Document, Letterhead, Text};

use super::flow::Notes;
use super::measure::{FURNITURE, Frame, GUTTER, THIN, VALUE};
use super::text::{self, Column};
use crate::page::{Artifact, Ink, Mark, Pages, PlacedLine, Rule};
use crate::shape::{Line, Shaper};

/// Adds to the pages what depends on all of them.
pub(super) fn furnish(
    pages: &mut Pages,
    notes: &Notes,
    document: &Document,
    shaper: &mut Shaper,
    frame: Frame,
) {
    let count = pages.pages.len();
    say_counts(pages, notes, count, shaper);
    let head = running_head(&document.running_head, "", frame.width, shaper);
    for (number, page) in pages.pages.iter_mut().enumerate() {
        if number > 0 {
            let y = frame.head_baseline();
            let column = Column { left: frame.left, width: frame.width, align: Align::Start };
            page.lines.insert(0, at(column, &head, y, Artifact::Header));
            page.rules.push(below_head(frame));
        }
        if !notes.covers.contains(&number) {
            let foot = format!("Page {} of {count}", number + 1);
            let foot = single(&foot, shaper);
            let column = Column { left: frame.left, width: frame.width, align: Align::End };
            page.lines.push(at(column, &foot, frame.foot_baseline(), Artifact::Footer));
        }
    }
}

/// Adds to a letter's pages, from the second on, whom it is to, of which day, and the page's number.
pub(super) fn furnish_letter(
    pages: &mut Pages,
    letterhead: &Letterhead,
    shaper: &mut Shaper,
    frame: Frame,
) {
    let count = pages.pages.len();
    let recipient = letterhead.recipient.iter().find(|line| !line.trim().is_empty());
    let recipient = recipient.map_or("", |line| line.trim());
    let date = letterhead.date.trim();
    let day = match (recipient, date) {
        ("", _) | (_, "") => date.to_owned(),
        _ => format!(" · {date}"),
    };
    let longest = single(&format!("Page {count} of {count}"), shaper);
    let width = frame.width - text::width(&longest, &FURNITURE) - GUTTER;
    let mut head = running_head(recipient, &day, width, shaper);
    if head.is_rtl && !single(date, shaper).is_rtl {
        // A name from the right does not put a day from the left before it.
        head = running_head(&format!("\u{200E}{recipient}"), &day, width, shaper);
    }
    let align = if head.is_rtl { Align::End } else { Align::Start };
    for (number, page) in pages.pages.iter_mut().enumerate().skip(1) {
        // Whatever its direction, the head stands at the left and the number at the right.
        let column = Column { left: frame.left, width: frame.width, align };
        let at_end = Column { align: Align::End, ..column };
        let foot = single(&format!("Page {} of {count}", number + 1), shaper);
        let y = frame.head_baseline();
        page.lines.splice(
            0..0,
            [(column, &head), (at_end, &foot)]
                .map(|(column, line)| at(column, line, y, Artifact::Header)),
        );
        page.rules.push(below_head(frame));
    }
}

/// The thin rule below a running head.
fn below_head(frame: Frame) -> Rule {
    Rule {
        x: frame.left,
        y: frame.head_baseline() + 7.0,
        width: frame.width,
        height: THIN,
        ink: Ink::Hairline,
    }
}

/// Writes the number of pages where a line was kept for it.
fn say_counts(pages: &mut Pages, notes: &Notes, count: usize, shaper: &mut Shaper) {
    let words = text::prepare(&Text::plain(count.to_string()), &VALUE, shaper);
    let Some(line) = text::lines(words, &VALUE, f32::MAX / 2000.0, shaper).into_iter().next()
    else {
        return;
    };
    for (page, number) in &notes.counts {
        let kept = pages.pages.get_mut(*page).and_then(|page| page.lines.get_mut(*number));
        if let Some(kept) = kept {
            kept.line = Rc::clone(&line);
        }
    }
}

/// The running head on one line: words that are shortened if they are too long for a width, and an
/// end that stays.
fn running_head(words: &str, end: &str, width: f32, shaper: &mut Shaper) -> Rc<Line> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let room = width * 1000.0 / FURNITURE.size;
    let whole = format!("{words}{end}");
    if text::prepare_words(&whole, &FURNITURE, shaper).natural <= room {
        return single(&whole, shaper);
    }
    let letters: Vec<char> = words.chars().collect();
    let fits = |count: usize, shaper: &mut Shaper| {
        let short: String = letters.iter().take(count).collect();
        let short = format!("{}…{end}", short.trim_end());
        (text::prepare_words(&short, &FURNITURE, shaper).natural <= room).then_some(short)
    };
    let (mut low, mut high) = (0, letters.len().min(400));
    let mut best = "…".to_owned();
    while low < high {
        let middle = (low + high).div_ceil(2);
        match fits(middle, shaper) {
            Some(short) => {
                best = short;
                low = middle;
            }
            None => high = middle - 1,
        }
    }
    single(&best, shaper)
}

/// Words on one line.
fn single(words: &str, shaper: &mut Shaper) -> Rc<Line> {
    let words = text::prepare_words(words, &FURNITURE, shaper);
    let lines = text::lines(words, &FURNITURE, f32::MAX / 2000.0, shaper);
    lines.into_iter().next().unwrap_or_default()
}

/// A line whose baseline is given and which is no part of the document.
fn at(column: Column, line: &Rc<Line>, baseline: f32, what: Artifact) -> PlacedLine {
    let placed = column.place(line, &FURNITURE, 0.0, Mark::Artifact(what));
    PlacedLine { y: baseline, ..placed }
}
