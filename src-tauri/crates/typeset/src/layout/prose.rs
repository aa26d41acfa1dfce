//! Headings, paragraphs and lists.

use holdfast_domain::document::{Align, Block, Text};

use super::flow::{Flow, Strip};
use super::measure::{self, BULLET, Type};
use super::text::{self, Band, Column};
use crate::page::{Ink, Mark};
use crate::shape::{Shaper, Styled};
use crate::tags::Role;

/// Sets a heading; a number at its beginning takes the accent.
pub(super) fn heading(level: u8, words: &str, shaper: &mut Shaper, flow: &mut Flow) {
    let (kind, above, below) = measure::heading(level);
    let (number, rest) = words.split_at(number_length(words));
    let spans = [
        Styled { text: number, strong: kind.strong, ink: Ink::Accent },
        Styled { text: rest, strong: kind.strong, ink: kind.ink },
    ];
    let prepared = shaper.prepare(&spans, kind.forms);
    let lines = text::lines(prepared, &kind, flow.frame.width, shaper);
    let column = whole(flow);
    let mark = Mark::Node(flow.tree.heading(level, words));
    for (at, line) in lines.iter().enumerate() {
        let bookmark = (at == 0 && level <= 2).then(|| {
            let title: Vec<&str> = words.split_whitespace().collect();
            (level.max(1), title.join(" "))
        });
        flow.push(Strip {
            before: if at == 0 { above } else { 0.0 },
            height: text::height(line, &kind),
            lines: vec![column.place(line, &kind, 0.0, mark)],
            holds: true,
            bookmark,
            ..Strip::default()
        });
    }
    flow.space(below);
}

/// How many bytes at the beginning are a section's number, such as `3.` or `2.1`.
fn number_length(words: &str) -> usize {
    let length = words.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(0);
    let is_number = words.starts_with(|c: char| c.is_ascii_digit());
    if is_number && words[length..].starts_with(' ') { length } else { 0 }
}

/// Sets a paragraph.
pub(super) fn paragraph(words: &Text, kind: Type, shaper: &mut Shaper, flow: &mut Flow) {
    let prepared = text::prepare(words, &kind, shaper);
    let lines = text::lines(prepared, &kind, flow.frame.width, shaper);
    let column = whole(flow);
    let mark = Mark::Node(flow.tree.add_text_here(Role::Paragraph, &words.words()));
    for (at, line) in lines.iter().enumerate() {
        flow.push(Strip {
            height: text::height(line, &kind),
            lines: vec![column.place(line, &kind, 0.0, mark)],
            holds: text::holds(at, lines.len()) || (flow.keeps && at + 1 == lines.len()),
            ..Strip::default()
        });
    }
    flow.space(flow.manner.block_gap);
}

/// Whether the page may not end behind a block, since it says what the list behind it is.
pub(super) fn leads_to_list(block: &Block, behind: &[Block]) -> bool {
    matches!((block, behind), (Block::Paragraph(_), [Block::List(_), ..]))
}

/// Sets a list, each point with a bullet at the side where its text begins.
pub(super) fn list(points: &[Text], shaper: &mut Shaper, flow: &mut Flow) {
    let kind = flow.manner.body;
    let list = flow.tree.add_here(Role::Points);
    for (number, point) in points.iter().enumerate() {
        let prepared = text::prepare(point, &kind, shaper);
        let lines = text::lines(prepared, &kind, flow.frame.width - BULLET, shaper);
        let keeps = flow.keeps && number + 1 == points.len();
        let is_rtl = lines.first().is_some_and(|line| line.is_rtl);
        let (bullets, column) = bullet_columns(flow, is_rtl);
        let bullet = text::prepare_words("•", &kind, shaper);
        let bullet = text::lines(bullet, &kind, BULLET, shaper);
        let item = flow.tree.add(list, Role::Item);
        let label = Mark::Node(flow.tree.add(item, Role::Label));
        let body = Mark::Node(flow.tree.add_text(item, Role::Body, &point.words()));
        for (at, line) in lines.iter().enumerate() {
            let band = Band::of(&kind).with(line, &kind);
            let mut placed = Vec::new();
            if at == 0 {
                let bullet = bullet.iter();
                placed.extend(bullet.map(|b| bullets.place_on(b, &kind, band.baseline, label)));
            }
            placed.push(column.place_on(line, &kind, band.baseline, body));
            flow.push(Strip {
                before: if at == 0 && number > 0 { flow.manner.point_gap } else { 0.0 },
                height: band.height,
                lines: placed,
                holds: text::holds(at, lines.len()) || (keeps && at + 1 == lines.len()),
                ..Strip::default()
            });
        }
    }
    flow.space(flow.manner.block_gap);
}

/// The columns of the bullets and of the text.
fn bullet_columns(flow: &Flow, is_rtl: bool) -> (Column, Column) {
    let (left, width) = (flow.frame.left, flow.frame.width);
    let text_width = width - BULLET;
    if is_rtl {
        let bullets = Column { left: left + text_width, width: BULLET, align: Align::End };
        (bullets, Column { left, width: text_width, align: Align::Start })
    } else {
        let bullets = Column { left, width: BULLET, align: Align::Start };
        (bullets, Column { left: left + BULLET, width: text_width, align: Align::Start })
    }
}

/// The whole width of the page as a column.
fn whole(flow: &Flow) -> Column {
    Column { left: flow.frame.left, width: flow.frame.width, align: Align::Start }
}
