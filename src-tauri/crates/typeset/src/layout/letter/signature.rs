//! The end of a letter: closing, room to sign, name, enclosures.

use std::rc::Rc;

use holdfast_domain::document::{Align, Signature};

use crate::layout::flow::{Flow, Strip};
use crate::layout::measure::{BODY, Type};
use crate::layout::text::{self, Column};
use crate::page::{Ink, Mark};
use crate::shape::{Line, Shaper};
use crate::tags::{NodeId, Role};

/// What is enclosed.
const ENCLOSED: Type = Type { size: 9.0, leading: 12.5, ..BODY };
/// The word above it.
const HEAD: Type = Type { ink: Ink::Quiet, strong: true, ..ENCLOSED };
/// Above the enclosures.
const ABOVE: f32 = 14.0;
/// So many lines of enclosures stay with the name; more may go on on the next page.
const TOGETHER: usize = 12;

/// Sets the end of a letter.
pub(in crate::layout) fn set(signature: &Signature, shaper: &mut Shaper, flow: &mut Flow) {
    let body = flow.manner.body;
    let end = flow.tree.add_here(Role::Division);
    let paragraph = (end, Role::Paragraph);
    let mut strips = strips(&signature.closing, (body, 4.0), paragraph.clone(), shaper, flow);
    let room = flow.manner.signature;
    strips.extend(self::strips(&signature.name, (body, room), paragraph, shaper, flow));
    let enclosures = enclosures(&signature.enclosures, end, shaper, flow);
    let stays = enclosures.len() <= TOGETHER;
    strips.iter_mut().for_each(|strip| strip.holds = true);
    let signed = strips.len();
    strips.extend(enclosures);
    let count = strips.len();
    for (at, mut strip) in strips.into_iter().enumerate() {
        // The first of many enclosures stays with the name.
        strip.holds = at + 1 < count && (stays || at <= signed);
        flow.push(strip);
    }
    flow.space(flow.manner.block_gap);
}

/// What is enclosed, below the word that says so.
fn enclosures(
    enclosed: &[String],
    end: NodeId,
    shaper: &mut Shaper,
    flow: &mut Flow,
) -> Vec<Strip> {
    let enclosed: Vec<&String> = enclosed.iter().filter(|what| !what.trim().is_empty()).collect();
    if enclosed.is_empty() {
        return Vec::new();
    }
    let word = if enclosed.len() == 1 { "Enclosure" } else { "Enclosures" };
    let mut all = strips(word, (HEAD, ABOVE), (end, Role::Paragraph), shaper, flow);
    let list = flow.tree.add(end, Role::List);
    for words in enclosed {
        let item = flow.tree.add(list, Role::Item);
        all.extend(strips(words, (ENCLOSED, 0.0), (item, Role::Body), shaper, flow));
    }
    all
}

/// A text's lines with space above, as a part of a node; none for a text without letters.
fn strips(
    words: &str,
    (kind, above): (Type, f32),
    (parent, role): (NodeId, Role),
    shaper: &mut Shaper,
    flow: &mut Flow,
) -> Vec<Strip> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    let mark = Mark::Node(flow.tree.add_text(parent, role, words));
    let (left, width) = (flow.frame.left, flow.frame.width);
    let column = Column { left, width, align: Align::Start };
    let prepared = text::prepare_words(words, &kind, shaper);
    let strip = |(at, line): (usize, Rc<Line>)| Strip {
        before: if at == 0 { above } else { 0.0 },
        height: text::height(&line, &kind),
        lines: vec![column.place(&line, &kind, 0.0, mark)],
        ..Strip::default()
    };
    text::lines(prepared, &kind, width, shaper).into_iter().enumerate().map(strip).collect()
}
