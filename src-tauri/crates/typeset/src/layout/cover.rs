//! The front page.

use holdfast_domain::document::{Align, Cover, Text};

use super::facts::Columns;
use super::flow::{Flow, Strip};
use super::measure::{self, KIND, LEAD, Type};
use super::text::{self, Column};
use crate::page::{Ink, Mark, Rule};
use crate::shape::Shaper;
use crate::tags::{NodeId, Role};

/// What the number of pages is called.
const PAGES: &str = "Pages";
/// From the top of the text to the front page's first line.
const DROP: f32 = 96.0;
/// The accent's rule.
const ACCENT: (f32, f32) = (48.0, 2.0);
/// Above and below a fact on the front page.
const FACT_PAD: f32 = 4.0;

/// Sets the front page.
pub(super) fn set(cover: &Cover, shaper: &mut Shaper, flow: &mut Flow) {
    let first = flow.begin_cover();
    flow.push(accent(flow));
    let title = measure::title(cover.title.chars().count());
    let front = flow.tree.add_here(Role::Division);
    for (words, kind, above, role) in [
        (&cover.kind, &KIND, 20.0, Role::Paragraph),
        (&cover.title, &title, 8.0, Role::Title),
        (&cover.lead, &LEAD, 12.0, Role::Paragraph),
    ] {
        let mark = Mark::Node(flow.tree.add_text(front, role, words));
        lines(words, kind, (above, mark), shaper, flow);
    }
    facts(cover, front, shaper, flow);
    flow.end_cover(first);
}

/// The empty space at the top with the accent's rule below it.
fn accent(flow: &Flow) -> Strip {
    let (width, height) = ACCENT;
    let rule = Rule { x: flow.frame.left, y: DROP, width, height, ink: Ink::Accent };
    Strip { height: DROP + height, rules: vec![rule], holds: true, ..Strip::default() }
}

/// Lines across the page with space above; a text with no letters takes no space.
fn lines(
    words: &str,
    kind: &Type,
    (above, mark): (f32, Mark),
    shaper: &mut Shaper,
    flow: &mut Flow,
) {
    let words = text::prepare_words(words, kind, shaper);
    if words.natural == 0.0 {
        return;
    }
    let (left, width) = (flow.frame.left, flow.frame.width);
    let column = Column { left, width, align: Align::Start };
    // Letterspacing widens a line behind shaping's back; a shorter measure makes up for it.
    let measure = width / (1.0 + kind.tracking / 400.0);
    for (at, line) in text::lines(words, kind, measure, shaper).iter().enumerate() {
        flow.push(Strip {
            before: if at == 0 { above } else { 0.0 },
            height: text::height(line, kind),
            lines: vec![column.place(line, kind, 0.0, mark)],
            ..Strip::default()
        });
    }
}

/// The facts, a thin rule above each, and the number of pages as the last.
fn facts(cover: &Cover, front: NodeId, shaper: &mut Shaper, flow: &mut Flow) {
    let names = cover.facts.iter().map(|(name, _)| name.as_str()).chain([PAGES]);
    let columns = Columns::for_names(names, shaper, flow);
    let list = flow.tree.add(front, Role::List);
    flow.space(40.0);
    for (name, value) in &cover.facts {
        let strips = columns.fact(name, value, (list, 0.0), shaper, flow);
        fact(strips, &columns, flow);
    }
    let mut strips = columns.fact(PAGES, &Text::plain("0"), (list, 0.0), shaper, flow);
    if let Some(first) = strips.first_mut() {
        first.count = first.lines.len().checked_sub(1);
    }
    fact(strips, &columns, flow);
    flow.push(Strip { height: 1.0, rules: vec![columns.rule(0.0)], ..Strip::default() });
}

/// Adds the strips of a fact, with a rule above and space around.
fn fact(mut strips: Vec<Strip>, columns: &Columns, flow: &mut Flow) {
    if let Some(first) = strips.first_mut() {
        first.height += FACT_PAD;
        first.lines.iter_mut().for_each(|line| line.y += FACT_PAD);
        first.rules.push(columns.rule(0.0));
    }
    if let Some(last) = strips.last_mut() {
        last.height += FACT_PAD;
    }
    strips.into_iter().for_each(|strip| flow.push(strip));
}
