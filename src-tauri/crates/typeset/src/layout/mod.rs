//! From a document to pages of lines and rules.

mod columns;
mod cover;
mod facts;
mod flow;
mod furniture;
mod measure;
mod prose;
mod table;
mod text;

#[cfg(test)]
#[path = "../../tests/specimen/mod.rs"]
#[allow(dead_code, unreachable_pub, reason = "the tests of the file use the rest")]
mod specimen;
#[cfg(test)]
mod tests;

use holdfast_domain::document::{Block, Document};

use crate::page::Pages;
use crate::shape::Shaper;

use flow::Flow;
use measure::Frame;

/// Sets a document on pages.
pub(crate) fn pages(document: &Document, shaper: &mut Shaper) -> Pages {
    let frame = Frame::of(document.paper);
    let mut flow = Flow::new(frame);
    for (number, block) in document.blocks.iter().enumerate() {
        flow.block = number;
        set(block, shaper, &mut flow);
    }
    let (mut pages, notes) = flow.finish();
    furniture::furnish(&mut pages, &notes, document, shaper, frame);
    pages
}

/// Sets one block.
fn set(block: &Block, shaper: &mut Shaper, flow: &mut Flow) {
    match block {
        Block::Cover(cover) => cover::set(cover, shaper, flow),
        Block::Heading { level, text } => prose::heading(*level, text, shaper, flow),
        Block::Paragraph(text) => prose::paragraph(text, measure::BODY, shaper, flow),
        Block::Remark(text) => prose::paragraph(text, measure::REMARK, shaper, flow),
        Block::List(points) => prose::list(points, shaper, flow),
        Block::Facts(facts) => facts::set(facts, shaper, flow),
        Block::Table(table) => table::set(table, shaper, flow),
        Block::PageBreak => flow.break_page(),
    }
}
