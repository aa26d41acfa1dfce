//! Exhibits that are words: a text, an e-mail.

use holdfast_domain::document::{Block, Text};

use crate::tables::{Facts, paragraph, remark};

/// How many lines are one paragraph at most, so that pages can end between them.
const LINES: usize = 30;

/// What stands above the words, and the words line by line.
pub(super) fn blocks(head: &[(String, String)], text: &str, is_cut: bool) -> Vec<Block> {
    let mut facts = Facts::default();
    for (name, value) in head {
        facts.add(name.as_str(), readable(value));
    }
    let mut blocks = Vec::new();
    if !facts.is_empty() {
        blocks.push(facts.block());
    }
    let text = readable(text);
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end).chain([""]) {
        if !line.is_empty() {
            lines.push(line);
        }
        if (line.is_empty() || lines.len() == LINES) && !lines.is_empty() {
            blocks.push(paragraph(Text::plain(lines.join("\n"))));
            lines.clear();
        }
    }
    if is_cut {
        blocks.push(remark("The text goes on; all of it is in the attached original."));
    }
    blocks
}

/// The text without what would make it look other than it is: characters that control printing, and
/// marks that turn the direction of what follows.
fn readable(text: &str) -> String {
    let turns = |it: char| matches!(it, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let kept =
        text.chars().filter(|it| (!it.is_control() || *it == '\n' || *it == '\t') && !turns(*it));
    kept.map(|it| if it == '\t' { ' ' } else { it }).collect()
}
