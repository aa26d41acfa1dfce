//! Covering words wherever a document has text.

use super::Covered;
use crate::document::{Block, COVERED, COVERED_WORDS, Document, Text};

/// Covers the phrases wherever they stand in a document: in what is drawn a bar stands in their
/// place; in properties, names of files and what pictures show, the words for one. What attached
/// files hold stays as it is: whoever attaches them looks first.
pub fn in_document(document: &mut Document, covered: &Covered) {
    if covered.is_empty() {
        return;
    }
    said(&mut document.title, covered);
    said(&mut document.author, covered);
    drawn(&mut document.running_head, covered);
    document.blocks.iter_mut().for_each(|block| in_block(block, covered));
    for file in &mut document.attachments {
        said(&mut file.name, covered);
        said(&mut file.description, covered);
    }
}

fn in_block(block: &mut Block, covered: &Covered) {
    match block {
        Block::Cover(front) => {
            [&mut front.kind, &mut front.title, &mut front.lead]
                .into_iter()
                .for_each(|text| drawn(text, covered));
            in_facts(&mut front.facts, covered);
        }
        Block::Heading { text, .. } => drawn(text, covered),
        Block::Paragraph(text) | Block::Remark(text) => in_text(text, covered),
        Block::List(items) => items.iter_mut().for_each(|text| in_text(text, covered)),
        Block::Facts(facts) => in_facts(facts, covered),
        Block::Table(table) => {
            said(&mut table.summary, covered);
            table.columns.iter_mut().for_each(|column| drawn(&mut column.head, covered));
            let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
            cells.for_each(|cell| in_text(cell, covered));
        }
        Block::Picture(picture) => {
            drawn(&mut picture.label, covered);
            said(&mut picture.alternative, covered);
        }
        Block::Letterhead(head) => {
            let lines = head.sender.iter_mut().chain(&mut head.recipient);
            lines.chain([&mut head.date, &mut head.subject]).for_each(|text| drawn(text, covered));
            for (name, value) in &mut head.references {
                drawn(name, covered);
                drawn(value, covered);
            }
        }
        Block::Signature(end) => {
            let lines = end.enclosures.iter_mut().chain([&mut end.closing, &mut end.name]);
            lines.for_each(|text| drawn(text, covered));
        }
        Block::PageBreak | Block::Place(_) => {}
    }
}

fn in_facts(facts: &mut [(String, Text)], covered: &Covered) {
    for (name, value) in facts {
        drawn(name, covered);
        in_text(value, covered);
    }
}

fn drawn(text: &mut String, covered: &Covered) {
    replace(text, covered, COVERED.encode_utf8(&mut [0; 4]));
}

fn said(text: &mut String, covered: &Covered) {
    replace(text, covered, COVERED_WORDS);
}

fn replace(text: &mut String, covered: &Covered, with: &str) {
    for place in covered.places(text).into_iter().rev() {
        text.replace_range(place, with);
    }
}

/// A phrase may go over several pieces of a text: the bar stands in the first of them.
fn in_text(text: &mut Text, covered: &Covered) {
    for place in covered.places(&text.words()).into_iter().rev() {
        let mut start = 0;
        let mut is_first = true;
        for span in &mut text.spans {
            let length = span.text.len();
            let (from, to) = (place.start.max(start), place.end.min(start + length));
            if from < to {
                let bar = if is_first { COVERED.to_string() } else { String::new() };
                span.text.replace_range(from - start..to - start, &bar);
                is_first = false;
            }
            start += length;
        }
    }
    text.spans.retain(|span| !span.text.is_empty());
}

#[cfg(test)]
mod tests {
    use super::in_text;
    use crate::cover::Covered;
    use crate::document::{COVERED, Emphasis, PlaceId, Text};

    #[test]
    fn a_phrase_over_several_pieces_is_one_bar() {
        let bold = Text::plain("Ask Dana").and(" Ruiz", Emphasis::Strong);
        let mut text =
            bold.and_link(" of the bank; Ex. 2", PlaceId(2)).and("Dana Ruiz", Emphasis::None);
        in_text(&mut text, &Covered::of(["Dana Ruiz of"]));
        let pieces: Vec<&str> = text.spans.iter().map(|span| span.text.as_str()).collect();
        assert_eq!(pieces, [&format!("Ask {COVERED}"), " the bank; Ex. 2", "Dana Ruiz"]);
        assert_eq!(text.spans[1].target, Some(PlaceId(2)), "what is left of a link still leads");
    }
}
