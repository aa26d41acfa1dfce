//! Pictures: as wide as the text, upright, their labels beside them in the margin.

use std::sync::Arc;

use holdfast_domain::document::{Align, Picture};

use super::flow::{Flow, Strip};
use super::measure::{BLOCK_GAP, FURNITURE, Type};
use super::text::{self, Column};
use crate::page::{Artifact, Ink, Mark, PlacedPicture};
use crate::shape::Shaper;
use crate::tags::Role;

/// What a page keeps free for the heading above a picture.
const HEADROOM: f32 = 84.0;
/// The largest that a pixel is set, in points: a small picture is not blown up.
const PIXEL: f32 = 1.5;
/// From the text to a label in the margin, and from the label to the paper's edge.
const ASIDE: f32 = 9.0;

/// Sets the next picture of the document.
pub(super) fn set(picture: &Picture, shaper: &mut Shaper, flow: &mut Flow) {
    let number = flow.pictures;
    flow.pictures += 1;
    let (wide, high) = picture.upright();
    let (wide, high) = (wide.max(1) as f32, high.max(1) as f32);
    let room = flow.frame.height() - HEADROOM;
    let scale = (flow.frame.width / wide).min(room / high).min(PIXEL);
    let alternative = picture.alternative.clone();
    let node = flow.tree.add_here(Role::Figure { alternative });
    let beneath = (!picture.words.is_empty()).then(|| flow.tree.add_here(Role::Paragraph));
    let placed = PlacedPicture {
        number,
        x: flow.frame.left,
        y: 0.0,
        width: wide * scale,
        height: high * scale,
        orientation: picture.orientation,
        node,
        words: Arc::clone(&picture.words),
        beneath,
    };
    let kind = Type { strong: true, ink: Ink::Accent, ..FURNITURE };
    let left = flow.frame.left + flow.frame.width + ASIDE;
    let width = (flow.frame.size.width - left - ASIDE).max(1.0);
    let margin = Column { left, width, align: Align::Start };
    let label = text::prepare_words(&picture.label, &kind, shaper);
    let mark = Mark::Artifact(Artifact::Layout);
    let label = text::lines(label, &kind, width, shaper);
    let mut top = 0.0;
    let lines = label.iter().map(|line| {
        let placed = margin.place(line, &kind, top, mark);
        top += text::height(line, &kind);
        placed
    });
    flow.push(Strip {
        before: BLOCK_GAP,
        height: placed.height,
        lines: lines.collect(),
        pictures: vec![placed],
        ..Strip::default()
    });
    flow.space(BLOCK_GAP);
}
