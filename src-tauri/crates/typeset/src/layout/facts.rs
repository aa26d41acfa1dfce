//! Names and values side by side.

use std::rc::Rc;

use holdfast_domain::document::{Align, Text};

use super::flow::{Flow, Strip};
use super::measure::{BLOCK_GAP, GUTTER, LABEL, POINT_GAP, THIN, VALUE};
use super::text::{self, Band, Column};
use crate::page::{Ink, Mark, Rule};
use crate::shape::{Line, Shaper};
use crate::tags::{NodeId, Role};

/// The widest that names may be, as a share of the page's text.
const WIDEST: f32 = 0.34;

/// Sets names and values in two columns.
pub(super) fn set(facts: &[(String, Text)], shaper: &mut Shaper, flow: &mut Flow) {
    let columns = Columns::for_names(facts.iter().map(|(name, _)| name.as_str()), shaper, flow);
    let list = flow.tree.add_here(Role::List);
    for (number, (name, value)) in facts.iter().enumerate() {
        let before = if number > 0 { POINT_GAP } else { 0.0 };
        for strip in columns.fact(name, value, (list, before), shaper, flow) {
            flow.push(strip);
        }
    }
    flow.space(BLOCK_GAP);
}

/// The two columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    names: Column,
    values: Column,
}

impl Columns {
    /// Columns for some names: as wide as the widest, within reason.
    pub(super) fn for_names<'a>(
        names: impl Iterator<Item = &'a str>,
        shaper: &mut Shaper,
        flow: &Flow,
    ) -> Self {
        let (left, width) = (flow.frame.left, flow.frame.width);
        let widest = names
            .map(|name| text::points(text::prepare_words(name, &LABEL, shaper).natural, &LABEL))
            .fold(0.0, f32::max);
        let own = (widest + 0.5).clamp(60.0, width * WIDEST);
        let values = left + own + GUTTER;
        Self {
            names: Column { left, width: own, align: Align::Start },
            values: Column { left: values, width: left + width - values, align: Align::Start },
        }
    }

    /// The strips of a name and its value in a list, one for each line, with space above.
    pub(super) fn fact(
        &self,
        name: &str,
        value: &Text,
        (list, before): (NodeId, f32),
        shaper: &mut Shaper,
        flow: &mut Flow,
    ) -> Vec<Strip> {
        let item = flow.tree.add(list, Role::Item);
        let label = Mark::Node(flow.tree.add_text(item, Role::Label, name));
        let body = Mark::Node(flow.tree.add_text(item, Role::Body, &value.words()));
        let prepared = text::prepare_words(name, &LABEL, shaper);
        let names = text::lines(prepared, &LABEL, self.names.width, shaper);
        let prepared = text::prepare(value, &VALUE, shaper);
        let values = text::lines(prepared, &VALUE, self.values.width, shaper);
        let count = names.len().max(values.len());
        let value_column = self.values_for(&values);
        (0..count)
            .map(|at| {
                let (name, value) = (names.get(at), values.get(at));
                // Names are smaller than values and stand on the same baseline.
                let band = Band::of(&VALUE);
                let band = name.map_or(band, |line| band.with(line, &LABEL));
                let band = value.map_or(band, |line| band.with(line, &VALUE));
                let name = name.map(|line| self.names.place_on(line, &LABEL, band.baseline, label));
                let value =
                    value.map(|line| value_column.place_on(line, &VALUE, band.baseline, body));
                let lines = name.into_iter().chain(value).collect();
                Strip {
                    before: if at == 0 { before } else { 0.0 },
                    height: band.height,
                    lines,
                    holds: text::holds(at, count),
                    ..Strip::default()
                }
            })
            .collect()
    }

    /// The values' column. A single line stays beside its name, whatever its direction.
    fn values_for(&self, lines: &[Rc<Line>]) -> Column {
        match lines {
            [line] if line.is_rtl => Column { align: Align::End, ..self.values },
            _ => self.values,
        }
    }

    /// A thin rule across both columns.
    pub(super) fn rule(&self, y: f32) -> Rule {
        Rule {
            x: self.names.left,
            y,
            width: self.values.left + self.values.width - self.names.left,
            height: THIN,
            ink: Ink::Hairline,
        }
    }
}
