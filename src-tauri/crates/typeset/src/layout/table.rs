//! Tables: measured columns, thin rules, heads that are repeated on every page.

use std::ops::Range;
use std::rc::Rc;

use holdfast_domain::document::{self, Row, Table, Text, Width};

use super::columns::{Grid, Need};
use super::flow::{Flow, Strip};
use super::measure::{CELL, FIRM, HEAD, ROW_PAD, TABLE_GAP, TABLE_LEAD, THIN, TOTAL, Type};
use super::text::{self, Band, Column};
use crate::page::{Ink, Mark, Rule};
use crate::shape::{Line, Shaper};
use crate::tags::{NodeId, Role, Tree};

/// Sets a table.
pub(super) fn set(table: &Table, shaper: &mut Shaper, flow: &mut Flow) {
    if table.columns.is_empty() {
        return;
    }
    let layout = Layout::of(table, shaper, flow);
    let node = flow.tree.add_here(Role::Table { summary: table.summary.clone() });
    let heads = head_cells(table, node, &mut flow.tree);
    let head = layout.head(table, &heads, shaper);
    flow.push(Strip { before: TABLE_LEAD, holds: !table.rows.is_empty(), ..head.clone() });
    let head = Rc::new(head);
    let body = flow.tree.add(node, Role::TableBody);
    for (number, row) in table.rows.iter().enumerate() {
        // A sum never stands alone on a page.
        let holds = table.rows.get(number + 1).is_some_and(|next| next.is_total && !row.is_total);
        let cells = body_cells(row, body, &heads, &mut flow.tree);
        layout.row(row, &cells, (holds, &head), shaper, flow);
    }
    flow.space(TABLE_GAP);
}

/// A cell of the structure with the node that its lines belong to.
struct CellNode {
    cell: NodeId,
    lines: Mark,
}

impl CellNode {
    fn add(row: NodeId, role: Role, words: &str, tree: &mut Tree) -> Self {
        let cell = tree.add(row, role);
        Self { cell, lines: Mark::Node(tree.text_in(cell, words)) }
    }
}

/// The cells of a table's head.
fn head_cells(table: &Table, node: NodeId, tree: &mut Tree) -> Vec<CellNode> {
    // A table's head stands above a body.
    let head = if table.rows.is_empty() { node } else { tree.add(node, Role::TableHead) };
    let row = tree.add(head, Role::Row);
    let cell = |column: &document::Column| CellNode::add(row, Role::Head, &column.head, tree);
    table.columns.iter().map(cell).collect()
}

/// The cells of a row, one for each column, whatever the row has.
fn body_cells(row: &Row, body: NodeId, heads: &[CellNode], tree: &mut Tree) -> Vec<CellNode> {
    let node = tree.add(body, Role::Row);
    let cell = |(number, head): (usize, &CellNode)| {
        let words = row.cells.get(number).map(Text::words).unwrap_or_default();
        CellNode::add(node, Role::Cell { head: head.cell }, &words, tree)
    };
    heads.iter().enumerate().map(cell).collect()
}

/// Which lines of cells side by side stand on one baseline when some cells have fewer.
#[derive(Clone, Copy)]
enum End {
    /// The first ones.
    Head,
    /// The last ones.
    Foot,
}

/// The places of a table's columns.
struct Layout {
    columns: Vec<Column>,
    left: f32,
    width: f32,
    /// The height of a page's text.
    page: f32,
}

impl Layout {
    fn of(table: &Table, shaper: &mut Shaper, flow: &Flow) -> Self {
        let needs: Vec<Need> =
            (0..table.columns.len()).map(|number| need(table, number, shaper)).collect();
        let (left, width) = (flow.frame.left, flow.frame.width);
        let grid = Grid::of(&needs, width);
        let columns = table
            .columns
            .iter()
            .zip(grid.lefts.iter().zip(&grid.widths))
            .map(|(column, (x, width))| Column {
                left: left + x,
                width: *width,
                align: column.align,
            })
            .collect();
        Self { columns, left, width, page: flow.frame.height() }
    }

    /// The head: labels on a common last line, a firm rule below.
    fn head(&self, table: &Table, nodes: &[CellNode], shaper: &mut Shaper) -> Strip {
        let cells: Vec<Vec<Rc<Line>>> = table
            .columns
            .iter()
            .zip(&self.columns)
            .map(|(column, place)| {
                let words = text::prepare_words(&column.head, &HEAD, shaper);
                text::lines(words, &HEAD, place.width, shaper)
            })
            .collect();
        let mut strip = self.lay(&cells, 0..usize::MAX, (&HEAD, End::Foot), nodes);
        strip.height += ROW_PAD;
        strip.rules.push(self.rule(strip.height - FIRM, FIRM, Ink::Text));
        strip
    }

    /// Adds a row, whole if any page can hold it, else line by line.
    fn row(
        &self,
        row: &Row,
        nodes: &[CellNode],
        (holds, head): (bool, &Rc<Strip>),
        shaper: &mut Shaper,
        flow: &mut Flow,
    ) {
        let kind = if row.is_total { TOTAL } else { CELL };
        let cells = self.cells(row, &kind, shaper);
        let count = cells.iter().map(Vec::len).max().unwrap_or(1).max(1);
        let lay = |which| self.lay(&cells, which, (&kind, End::Head), nodes);
        let is_whole = lay(0..count).height + 2.0 * ROW_PAD <= self.page - head.height;
        let per_strip = if is_whole { count } else { 1 };
        if let Some(place) = row.place {
            flow.name(place);
        }
        for first in (0..count).step_by(per_strip) {
            let last = first + per_strip >= count;
            let mut strip = lay(first..first + per_strip);
            if first == 0 {
                self.open(&mut strip, row.is_total);
            }
            if last {
                strip.height += ROW_PAD;
                strip.rules.push(self.rule(strip.height - THIN, THIN, Ink::Hairline));
            }
            strip.holds = if last { holds } else { text::holds(first, count) };
            strip.head = Some(Rc::clone(head));
            flow.push(strip);
        }
    }

    /// The lines of a row's cells.
    fn cells(&self, row: &Row, kind: &Type, shaper: &mut Shaper) -> Vec<Vec<Rc<Line>>> {
        row.cells
            .iter()
            .zip(&self.columns)
            .map(|(cell, column)| {
                let words = text::prepare(cell, kind, shaper);
                text::lines(words, kind, column.width, shaper)
            })
            .collect()
    }

    /// Some of the lines of cells side by side, cell by cell, on common baselines.
    fn lay(
        &self,
        cells: &[Vec<Rc<Line>>],
        which: Range<usize>,
        (kind, end): (&Type, End),
        nodes: &[CellNode],
    ) -> Strip {
        let part = |cell: &Vec<Rc<Line>>| {
            cell.iter().skip(which.start).take(which.len()).cloned().collect()
        };
        let cells: Vec<Vec<Rc<Line>>> = cells.iter().map(part).collect();
        let count = cells.iter().map(Vec::len).max().unwrap_or(1).max(1);
        let skipped = |cell: &Vec<Rc<Line>>| match end {
            End::Head => 0,
            End::Foot => count - cell.len(),
        };
        let mut bands = vec![Band::of(kind); count];
        for cell in &cells {
            for (line, band) in cell.iter().zip(&mut bands[skipped(cell)..]) {
                *band = band.with(line, kind);
            }
        }
        let mut strip = Strip::default();
        let baseline = |band: &Band| {
            let top = strip.height;
            strip.height += band.height;
            top + band.baseline
        };
        let baselines: Vec<f32> = bands.iter().map(baseline).collect();
        for ((cell, column), node) in cells.iter().zip(&self.columns).zip(nodes) {
            let lines = cell.iter().zip(&baselines[skipped(cell)..]);
            strip.lines.extend(lines.map(|(line, y)| column.place_on(line, kind, *y, node.lines)));
        }
        strip
    }

    /// The space above a row, and the rule that a sum has.
    fn open(&self, strip: &mut Strip, is_total: bool) {
        strip.height += ROW_PAD;
        strip.lines.iter_mut().for_each(|line| line.y += ROW_PAD);
        if is_total {
            strip.rules.push(self.rule(-THIN, FIRM, Ink::Text));
        }
    }

    fn rule(&self, y: f32, height: f32, ink: Ink) -> Rule {
        Rule { x: self.left, y, width: self.width, height, ink }
    }
}

/// What a column needs. Only columns that fit look at their cells.
fn need(table: &Table, number: usize, shaper: &mut Shaper) -> Need {
    let column = &table.columns[number];
    let head = text::prepare_words(&column.head, &HEAD, shaper);
    let word = text::points(head.longest_word(), &HEAD) + 0.5;
    let natural = match column.width {
        Width::Share(_) => 0.0,
        Width::Fit => table
            .rows
            .iter()
            .filter_map(|row| Some((row.cells.get(number)?, row.is_total)))
            .map(|(cell, is_total)| cell_width(cell, is_total, shaper))
            .fold(0.0, f32::max),
    };
    Need { width: column.width, natural: natural + 0.5, word }
}

fn cell_width(cell: &Text, is_total: bool, shaper: &mut Shaper) -> f32 {
    let kind = if is_total { TOTAL } else { CELL };
    text::points(text::prepare(cell, &kind, shaper).natural, &kind)
}
