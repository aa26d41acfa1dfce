//! Account numbers with all but their last four characters covered.

use crate::document::{Block, Document, Text};

/// How many characters at the end stay readable.
const READABLE: usize = 4;

/// The shortest account number that is looked for in sentences; a shorter one could be any figure.
const RECOGNISABLE: usize = 6;

/// The shortest run of digits that is taken for a card or account number.
const NUMBER: usize = 8;

/// The account number with its last four letters or digits; blanks and dashes stay.
pub fn account(number: &str) -> String {
    let letters = number.chars().filter(|c| c.is_alphanumeric()).count();
    let mut place = 0;
    let cover = |c: char| {
        if !c.is_alphanumeric() {
            return c;
        }
        place += 1;
        if place + READABLE <= letters { '•' } else { c }
    };
    number.chars().map(cover).collect()
}

/// The text with every long run of digits covered, as in “card 4000 0000 0000 1234”.
pub fn long_numbers(text: &str) -> String {
    let mut covered = String::with_capacity(text.len());
    let mut run = String::new();
    let flush = |run: &mut String, covered: &mut String| {
        let digits = run.chars().filter(char::is_ascii_digit).count();
        let piece = if digits >= NUMBER { account(run) } else { run.clone() };
        covered.push_str(&piece);
        run.clear();
    };
    for character in text.chars() {
        let joins = matches!(character, ' ' | '-') && !run.is_empty();
        if character.is_ascii_digit() || joins {
            run.push(character);
        } else {
            flush(&mut run, &mut covered);
            covered.push(character);
        }
    }
    flush(&mut run, &mut covered);
    covered
}

/// The text with the account number covered wherever it is repeated; one that is too short to be
/// told from any other figure stays.
pub fn in_text(text: &str, number: &str) -> String {
    if number.chars().count() < RECOGNISABLE {
        return text.to_owned();
    }
    text.replace(number, &account(number))
}

/// Covers the account number wherever a sentence of the document repeats it.
pub fn in_document(document: &mut Document, number: &str) {
    if number.chars().count() < RECOGNISABLE {
        return;
    }
    let covered = account(number);
    let cover = |text: &mut String| {
        if text.contains(number) {
            *text = text.replace(number, &covered);
        }
    };
    cover(&mut document.title);
    cover(&mut document.running_head);
    for block in &mut document.blocks {
        in_block(block, &cover);
    }
    for file in &mut document.attachments {
        cover(&mut file.name);
        cover(&mut file.description);
    }
}

fn in_block(block: &mut Block, cover: &impl Fn(&mut String)) {
    let all = |text: &mut Text| text.spans.iter_mut().for_each(|span| cover(&mut span.text));
    match block {
        Block::Cover(front) => {
            cover(&mut front.title);
            cover(&mut front.lead);
            front.facts.iter_mut().for_each(|(_, value)| all(value));
        }
        Block::Heading { text, .. } => cover(text),
        Block::Paragraph(text) | Block::Remark(text) => all(text),
        Block::List(items) => items.iter_mut().for_each(all),
        Block::Facts(facts) => facts.iter_mut().for_each(|(_, value)| all(value)),
        Block::Table(table) => {
            table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(all);
        }
        Block::Picture(picture) => cover(&mut picture.alternative),
        Block::Letterhead(head) => {
            head.sender.iter_mut().chain(&mut head.recipient).for_each(cover);
            head.references.iter_mut().for_each(|(_, value)| cover(value));
            cover(&mut head.subject);
        }
        Block::Signature(end) => {
            end.enclosures.iter_mut().chain([&mut end.closing, &mut end.name]).for_each(cover);
        }
        Block::PageBreak | Block::Place(_) => {}
    }
}
