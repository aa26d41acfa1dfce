//! The letter for a word processor: the same words in the same order as in its plain text.

mod form;
mod styles;

use std::io::Cursor;

use docx_rs::{BreakType, Docx, IndentLevel, LineSpacing, NumberingId, Paragraph, Run};
use holdfast_domain::words::date;
use unicode_bidi::{Direction, get_base_direction};

use self::form::Form;
use self::styles::Part;
use super::OutError;
use crate::Draft;
use crate::plain;

/// Writes the letter as an Office Open XML document, on the paper of its form and with the address
/// where an envelope's window shows it. The same draft gives the same bytes.
///
/// # Errors
/// When the archive cannot be packed.
pub fn docx(draft: &Draft) -> Result<Vec<u8>, OutError> {
    let form = form::of(draft.form);
    let mut letter = Letter { docx: styles::of(blank(draft, form), form), paragraphs: 0 };
    head(draft, form, &mut letter);
    body(draft, &mut letter);
    end(draft, &mut letter);
    let mut bytes = Cursor::new(Vec::new());
    letter.docx.pack(&mut bytes).map_err(|error| OutError(error.to_string()))?;
    Ok(bytes.into_inner())
}

fn blank(draft: &Draft, form: &Form) -> Docx {
    let (width, height) = form.paper;
    let day = format!("{}T00:00:00Z", draft.date);
    Docx::new()
        .page_size(width, height)
        .page_margin(form.margins())
        .created_at(&day)
        .updated_at(&day)
}

/// The document as far as it is written.
struct Letter {
    docx: Docx,
    paragraphs: u32,
}

impl Letter {
    /// Adds a paragraph. Its number is ours, so that the same letter is the same file.
    fn add(&mut self, paragraph: Paragraph, part: Part) {
        self.paragraphs += 1;
        let paragraph = paragraph.style(part.id()).id(format!("{:08x}", self.paragraphs));
        self.docx = std::mem::take(&mut self.docx).add_paragraph(paragraph);
    }

    fn text(&mut self, words: &str, part: Part) {
        self.add(paragraph(words), part);
    }
}

/// A paragraph of some words, its lines below one another.
fn paragraph(words: &str) -> Paragraph {
    Paragraph::new().add_run(run(words))
}

fn run(words: &str) -> Run {
    let mut run = Run::new();
    for (at, line) in words.split('\n').enumerate() {
        if at > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        for (at, stretch) in line.split('\t').enumerate() {
            if at > 0 {
                run = run.add_tab();
            }
            // XML has no place for other control characters, and a reader no use.
            let words: String = stretch.chars().filter(|char| is_written(*char)).collect();
            if !words.is_empty() {
                run = run.add_text(words);
            }
        }
    }
    run
}

fn is_written(char: char) -> bool {
    !char.is_control() && !matches!(char, '\u{fffe}' | '\u{ffff}')
}

fn head(draft: &Draft, form: &Form, letter: &mut Letter) {
    for (at, line) in draft.sender.iter().enumerate() {
        letter.text(line, if at == 0 { Part::SenderName } else { Part::Sender });
    }
    let mut above = form.above_recipient(&draft.sender);
    for line in &draft.recipient {
        letter.add(paragraph(line).line_spacing(exactly(above)), Part::Recipient);
        above = 0;
    }
    let below = LineSpacing::new().before(form.below_recipient(&draft.recipient));
    letter.add(paragraph(&date(draft.date)).line_spacing(below), Part::Date);
    for (name, value) in &draft.references {
        letter.text(&format!("{name}: {value}"), Part::Reference);
    }
    letter.add(paragraph(&draft.subject).keep_next(true), Part::Subject);
    letter.text(&draft.salutation, Part::Body);
}

/// The spacing of an address line, which a paragraph's own spacing replaces as a whole.
fn exactly(above: u32) -> LineSpacing {
    styles::address_lines().before(above)
}

fn body(draft: &Draft, letter: &mut Letter) {
    let mut runs = plain::runs(draft).peekable();
    while let Some(run) = runs.next() {
        // The last words stay with the closing: a name alone on a page looks like a mistake.
        let is_end = runs.peek().is_none();
        match run {
            plain::Run::Prose(words) => letter.add(directed(words).keep_next(is_end), Part::Body),
            plain::Run::Items(items) => list(&items, is_end, letter),
        }
    }
}

fn list(items: &[&str], is_end: bool, letter: &mut Letter) {
    for (at, item) in items.iter().enumerate() {
        let is_last = at + 1 == items.len();
        let (list, level) = (NumberingId::new(styles::LIST), IndentLevel::new(0));
        let item = directed(item).numbering(list, level).keep_next(is_end && is_last);
        letter.add(item, if is_last { Part::LastItem } else { Part::Item });
    }
}

/// A paragraph that runs in the direction of its own words.
fn directed(words: &str) -> Paragraph {
    let mut paragraph = paragraph(words);
    if get_base_direction(words) == Direction::Rtl {
        paragraph.property = paragraph.property.bidi(true);
    }
    paragraph
}

fn end(draft: &Draft, letter: &mut Letter) {
    letter.add(paragraph(&draft.closing).keep_next(true), Part::Closing);
    letter.text(&draft.signature, Part::Signature);
    if !draft.enclosures.is_empty() {
        let head = paragraph(plain::enclosed(draft)).keep_next(true);
        letter.add(head, Part::EnclosuresHead);
        for line in &draft.enclosures {
            letter.text(line, Part::Enclosure);
        }
    }
}
