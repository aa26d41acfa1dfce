//! From a document to pages of lines and rules.

mod columns;
mod cover;
mod facts;
mod flow;
mod furniture;
mod letter;
mod measure;
mod picture;
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

use flow::{Flow, Notes};
use measure::{Frame, Manner};

/// Sets a document on pages.
pub(crate) fn pages(document: &Document, shaper: &mut Shaper) -> Pages {
    if let Some(Block::Letterhead(head)) = document.blocks.first() {
        return letter::pages(document, head, shaper);
    }
    let frame = Frame::of(document.paper);
    let (mut pages, notes) = flow(document, frame, Manner::DOCUMENT, shaper);
    furniture::furnish(&mut pages, &notes, document, shaper, frame);
    pages
}

/// Puts a document's blocks below one another.
fn flow(document: &Document, frame: Frame, manner: Manner, shaper: &mut Shaper) -> (Pages, Notes) {
    let mut flow = Flow::new(frame, manner);
    for (number, block) in document.blocks.iter().enumerate() {
        let behind = &document.blocks[number + 1..];
        flow.keeps = prose::leads_to_list(block, behind)
            || letter::leads_to_signature(behind, shaper, frame, manner);
        set(block, shaper, &mut flow);
    }
    flow.finish()
}

/// Sets one block.
fn set(block: &Block, shaper: &mut Shaper, flow: &mut Flow) {
    match block {
        Block::Cover(cover) => cover::set(cover, shaper, flow),
        Block::Letterhead(head) => letter::head(head, shaper, flow),
        Block::Heading { level, text } => prose::heading(*level, text, shaper, flow),
        Block::Paragraph(text) => prose::paragraph(text, flow.manner.body, shaper, flow),
        Block::Remark(text) => prose::paragraph(text, measure::REMARK, shaper, flow),
        Block::List(points) => prose::list(points, shaper, flow),
        Block::Facts(facts) => facts::set(facts, shaper, flow),
        Block::Table(table) => table::set(table, shaper, flow),
        Block::Picture(picture) => picture::set(picture, shaper, flow),
        Block::Signature(signature) => letter::signature(signature, shaper, flow),
        Block::PageBreak => flow.break_page(),
        Block::Place(place) => flow.name(*place),
    }
}
