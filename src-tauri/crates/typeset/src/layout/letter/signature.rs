//! The end of a letter: closing, room to sign, name, enclosures.

use std::rc::Rc;

use holdfast_domain::document::{Align, Signature};

use crate::layout::flow::{Flow, Strip};
use crate::layout::measure::{BODY, Type};
use crate::layout::text::{self, Column};
use crate::page::Ink;
use crate::shape::{Line, Shaper};

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
    let mut strips = strips(&signature.closing, body, 4.0, shaper, flow);
    strips.extend(strips_of_name(signature, shaper, flow));
    let enclosures = enclosures(&signature.enclosures, shaper, flow);
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

/// The name, with room above it to sign.
fn strips_of_name(signature: &Signature, shaper: &mut Shaper, flow: &Flow) -> Vec<Strip> {
    strips(&signature.name, flow.manner.body, flow.manner.signature, shaper, flow)
}

/// What is enclosed, below the word that says so.
fn enclosures(enclosed: &[String], shaper: &mut Shaper, flow: &Flow) -> Vec<Strip> {
    let mut all = Vec::new();
    for words in enclosed {
        all.extend(strips(words, ENCLOSED, 0.0, shaper, flow));
    }
    if !all.is_empty() {
        let word = if enclosed.len() == 1 { "Enclosure" } else { "Enclosures" };
        all.splice(0..0, strips(word, HEAD, ABOVE, shaper, flow));
    }
    all
}

/// A text's lines with space above; none for a text without letters.
fn strips(words: &str, kind: Type, above: f32, shaper: &mut Shaper, flow: &Flow) -> Vec<Strip> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    let (left, width) = (flow.frame.left, flow.frame.width);
    let column = Column { left, width, align: Align::Start };
    let prepared = text::prepare_words(words, &kind, shaper);
    let strip = |(at, line): (usize, Rc<Line>)| Strip {
        before: if at == 0 { above } else { 0.0 },
        height: kind.leading,
        lines: vec![column.place(&line, &kind, 0.0, flow.block)],
        ..Strip::default()
    };
    text::lines(prepared, &kind, width, shaper).into_iter().enumerate().map(strip).collect()
}
