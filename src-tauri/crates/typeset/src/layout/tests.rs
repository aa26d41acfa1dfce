//! What must hold of every page, asked of the page model.

mod heights;
mod letters;
mod scripts;

use holdfast_domain::document::{Block, Document, Paper, Text};

use super::measure::{self, Frame};
use super::specimen;
use crate::fonts::Fallback;
use crate::page::{Ink, Mark, Page, Pages, PlacedLine};
use crate::shape::{Line, Shaper};
use crate::tags::{Kid, NodeId, Role, Tree};

fn set(document: &Document) -> Pages {
    let mut shaper = Shaper::new(Fallback::Nothing).expect("the shipped fonts are sound");
    super::pages(document, &mut shaper)
}

/// What a line says, from left to right.
fn words(line: &Line) -> String {
    let pieces = line.stretches.iter().flat_map(|stretch| {
        stretch.run.clusters[stretch.clusters.clone()]
            .iter()
            .map(|cluster| stretch.run.text_of(cluster))
    });
    pieces.collect()
}

/// The lines of a page that belong to the document's blocks.
fn body(page: &Page) -> Vec<&PlacedLine> {
    page.lines.iter().filter(|line| matches!(line.mark, Mark::Node(_))).collect()
}

/// What stands in the document and its sections, in order: a node for every block.
fn parts(tree: &Tree, of: NodeId) -> Vec<NodeId> {
    let kids = tree.node(of).kids.iter().flat_map(|kid| match kid {
        Kid::Node(node) if tree.node(*node).role == Role::Section => parts(tree, *node),
        Kid::Node(node) => vec![*node],
        Kid::Marked { .. } | Kid::Area(_) => Vec::new(),
    });
    kids.collect()
}

/// Which of the document's parts a line belongs to, by number; none for what furnishes the page.
fn part(pages: &Pages, line: &PlacedLine) -> Option<usize> {
    let Mark::Node(node) = line.mark else { return None };
    let parts = parts(&pages.tree, NodeId::DOCUMENT);
    // A part's own nodes are made after it and before the next part.
    parts.partition_point(|part| *part <= node).checked_sub(1)
}

fn assert_within(pages: &Pages, frame: Frame, why: &str) {
    let right = frame.left + frame.width;
    for (number, page) in pages.pages.iter().enumerate() {
        for line in &page.lines {
            let said = words(&line.line);
            assert!(
                line.x >= frame.left - 0.1,
                "{why}, page {number}: starts at {}: {said}",
                line.x
            );
            let end = line.right();
            assert!(end <= right + 0.1, "{why}, page {number}: ends at {end} of {right}: {said}");
        }
        for line in body(page) {
            let said = words(&line.line);
            assert!(line.y - line.size > frame.top - 4.0, "{why}, page {number}: too high: {said}");
            assert!(line.y <= frame.bottom, "{why}, page {number}: too low, {}: {said}", line.y);
        }
        for rule in &page.rules {
            assert!(rule.x >= frame.left && rule.x + rule.width <= right + 0.1, "{why}: {rule:?}");
        }
    }
}

#[test]
fn nothing_stands_in_the_margins() {
    for paper in [Paper::A4, Paper::UsLetter] {
        let document = specimen::everything(paper);
        assert_within(&set(&document), Frame::of(paper), "everything");
    }
    let cases = [
        ("one long word", "W".repeat(5_000)),
        ("wide letters", "Ǆ㎢—".repeat(800)),
        ("Arabic without spaces", "ب".repeat(2_000)),
        ("Hebrew with spaces", "שלום עליכם ".repeat(400)),
        ("no-break spaces", "word\u{A0}".repeat(900)),
        ("many spaces", format!("a{}b", " ".repeat(3_000))),
        ("brackets that cling", "((( ))) ".repeat(700)),
    ];
    for (why, text) in cases {
        let text = Text::plain(text);
        let blocks = vec![
            Block::Heading { level: 1, text: text.words() },
            Block::Paragraph(text.clone()),
            Block::List(vec![text.clone()]),
            Block::Facts(vec![(text.words(), text.clone())]),
            specimen::table_of(text),
        ];
        let pages = set(&specimen::of(Paper::A4, blocks));
        assert_within(&pages, Frame::of(Paper::A4), why);
    }
}

#[test]
fn a_long_tables_head_is_repeated_on_every_page_it_reaches() {
    let pages = set(&specimen::long(200));
    assert!(pages.pages.len() > 10, "the table is long: {} pages", pages.pages.len());
    for (number, page) in pages.pages.iter().enumerate().skip(1) {
        let heads: Vec<&PlacedLine> =
            page.lines.iter().filter(|line| words(&line.line) == "What happened").collect();
        assert_eq!(heads.len(), 1, "page {number}");
        let is_first = number == 1;
        assert_eq!(
            part(&pages, heads[0]).is_some(),
            is_first,
            "only the first belongs to the table"
        );
    }
}

#[test]
fn a_row_stays_on_one_page() {
    let pages = set(&specimen::long(300));
    // Every event ends with “Reference” and its number, and begins with its number in column one.
    for page in &pages.pages {
        let all: String = body(page).iter().map(|line| words(&line.line) + " ").collect();
        let days = all.matches(" 2026 ").count();
        assert_eq!(days, all.matches("Reference ").count(), "rows are divided: {all}");
    }
}

#[test]
fn a_row_taller_than_a_page_is_divided_and_loses_nothing() {
    let text: String = (0..3_000).map(|n| format!("word{n} ")).collect();
    let pages = set(&specimen::of(Paper::A4, vec![specimen::table_of(Text::plain(text.as_str()))]));
    assert!(pages.pages.len() > 3, "it takes {} pages", pages.pages.len());
    let all: String = pages.pages.iter().flat_map(body).map(|line| words(&line.line)).collect();
    for n in [0, 1, 999, 1_000, 2_998, 2_999] {
        assert!(all.contains(&format!("word{n} ")), "word{n} is lost");
    }
}

#[test]
fn paragraphs_leave_no_line_alone() {
    let sentence = "The company cancelled the crossing two hours before it was to depart. ";
    for count in 1..60 {
        let blocks = vec![
            Block::Paragraph("Filler.\n".repeat(count).into()),
            Block::Paragraph(sentence.repeat(8).into()),
        ];
        let pages = set(&specimen::of(Paper::A4, blocks));
        let is_second = |line: &&&PlacedLine| part(&pages, line) == Some(1);
        let on_page = |page: &Page| body(page).iter().filter(is_second).count();
        for (number, page) in pages.pages.iter().enumerate() {
            assert_ne!(on_page(page), 1, "{count} lines before: a line alone on page {number}");
        }
    }
}

#[test]
fn a_heading_stays_with_two_lines_of_what_follows() {
    let sentence = "The company cancelled the crossing two hours before it was to depart. ";
    for count in 1..60 {
        let blocks = vec![
            Block::Paragraph("Filler.\n".repeat(count).into()),
            Block::Heading { level: 1, text: "Heading".into() },
            Block::Heading { level: 2, text: "And another".into() },
            Block::Paragraph(sentence.repeat(8).into()),
        ];
        let pages = set(&specimen::of(Paper::A4, blocks));
        let page = pages.bookmarks[0].place.page;
        assert_eq!(page, pages.bookmarks[1].place.page, "{count}: headings are parted");
        let is_paragraph = |line: &&&PlacedLine| part(&pages, line) == Some(3);
        let below = body(&pages.pages[page]).iter().filter(is_paragraph).count();
        assert!(below >= 2, "{count} lines before: {below} lines below the heading");
    }
}

#[test]
fn a_heading_stays_with_its_tables_head_and_first_row() {
    for count in 1..60 {
        let blocks = vec![
            Block::Paragraph("Filler.\n".repeat(count).into()),
            Block::Heading { level: 1, text: "Heading".into() },
            Block::Table(specimen::chronology(4)),
        ];
        let pages = set(&specimen::of(Paper::A4, blocks));
        let page = &pages.pages[pages.bookmarks[0].place.page];
        let said: Vec<String> = body(page).iter().map(|line| words(&line.line)).collect();
        assert!(
            said.iter().any(|words| words == "What happened"),
            "{count}: the head is elsewhere"
        );
        assert!(said.iter().any(|words| words == "6 Jan 2026"), "{count}: the row is elsewhere");
    }
}

#[test]
fn a_sum_stays_with_the_row_before_it() {
    for count in 1..60 {
        let mut table = specimen::chronology(count);
        for row in table.rows.iter_mut().skip(count - 1) {
            row.is_total = true;
        }
        let pages = set(&specimen::of(Paper::A4, vec![Block::Table(table)]));
        let Some(last) = pages.pages.last() else { panic!("no page") };
        let rows = body(last).iter().filter(|line| words(&line.line).contains("Reference")).count();
        assert!(rows != 1 || count == 1, "{count} rows: the sum stands alone");
    }
}

#[test]
fn figures_stand_in_columns() {
    let pages = set(&specimen::everything(Paper::A4));
    let lines = pages.pages.iter().flat_map(|page| &page.lines);
    let sums: Vec<&PlacedLine> = lines
        .filter(|line| ["0.00", "47.25", "1,840.00"].contains(&words(&line.line).as_str()))
        .collect();
    let mut edges: Vec<i32> =
        sums.iter().map(|line| (line.right() * 10.0).round() as i32).collect();
    edges.sort_unstable();
    edges.dedup();
    assert_eq!(edges.len(), 4, "all sums end at one of four right edges: {edges:?}");
    let width = |line: &PlacedLine| line.line.width / words(&line.line).len() as f32;
    let digits =
        |wanted: &str| sums.iter().find(|line| words(&line.line) == wanted).map(|l| width(l));
    assert_eq!(digits("0.00"), digits("0.00"), "figures are of one width");
}

#[test]
fn text_from_the_right_stands_at_the_right() {
    let right = Frame::of(Paper::A4).left + Frame::of(Paper::A4).width;
    let text = "התשובה הגיעה רק אחרי שלושה שבועות ולא היה בה כל נימוק. ".repeat(4);
    let pages = set(&specimen::paragraph(text.trim()));
    let lines = body(&pages.pages[0]);
    assert!(lines.len() > 2, "the paragraph has several lines");
    for line in lines {
        assert!((line.right() - right).abs() < 0.1, "it ends at {}, not {right}", line.right());
    }
}

#[test]
fn manners_show() {
    let text = Text::plain("plain ")
        .and("strong", holdfast_domain::document::Emphasis::Strong)
        .and(" quiet", holdfast_domain::document::Emphasis::Quiet);
    let pages = set(&specimen::of(Paper::A4, vec![Block::Paragraph(text)]));
    let stretches = &body(&pages.pages[0])[0].line.stretches;
    let seen: Vec<(String, u16, Ink)> = stretches
        .iter()
        .map(|s| (s.run.text.trim().to_owned(), s.run.face.weight(), s.ink))
        .filter(|(text, _, _)| !text.is_empty())
        .collect();
    let expected = [
        ("plain".to_owned(), 400, Ink::Text),
        ("strong".to_owned(), 600, Ink::Text),
        ("quiet".to_owned(), 400, Ink::Quiet),
    ];
    assert_eq!(seen, expected);
    // The same manners in a paragraph that is shaped as a whole.
    let text = Text::plain("שלום ").and("חזק", holdfast_domain::document::Emphasis::Strong);
    let pages = set(&specimen::of(Paper::A4, vec![Block::Paragraph(text)]));
    let weights: Vec<u16> = body(&pages.pages[0])[0]
        .line
        .stretches
        .iter()
        .filter(|s| !s.run.text.trim().is_empty())
        .map(|s| s.run.face.weight())
        .collect();
    assert_eq!(weights, [600, 400], "from the left: the strong word is the second");
}

#[test]
fn a_line_is_as_long_as_it_can_be() {
    let pages = set(&specimen::paragraph(&"abcdefg ".repeat(400)));
    let lines = body(&pages.pages[0]);
    let word =
        lines[0].line.width / lines[0].line.stretches.len() as f32 * measure::BODY.size / 1000.0;
    let frame = Frame::of(Paper::A4);
    for line in &lines[..lines.len() - 1] {
        assert!(line.right() + word > frame.left + frame.width, "a word more would have fitted");
    }
}

#[test]
fn every_line_knows_its_block() {
    let document = specimen::everything(Paper::A4);
    let pages = set(&document);
    let mut last = 0;
    for line in pages.pages.iter().flat_map(body) {
        let block = part(&pages, line).expect("body lines have one");
        assert!(block >= last, "blocks stand in order");
        last = block;
    }
    let blocks = document.blocks.iter().filter(|block| !matches!(block, Block::PageBreak));
    assert_eq!(last, blocks.count() - 1, "the last block is set");
    for page in &pages.pages {
        let furniture = page.lines.iter().filter(|line| part(&pages, line).is_none());
        for line in furniture {
            let said = words(&line.line);
            let is_known = said.starts_with("Page ")
                || said.starts_with("Cancelled ferry")
                || ["No.", "Date", "What happened", "Status"].contains(&said.as_str());
            assert!(is_known, "{said:?} belongs to no block");
        }
    }
}

#[test]
fn a_sum_is_not_parted_from_its_currency() {
    for count in 1..80 {
        let text = format!("{}EUR 1,840.00 and p. 7", "a ".repeat(count));
        let pages = set(&specimen::paragraph(&text));
        let lines: Vec<String> = body(&pages.pages[0]).iter().map(|l| words(&l.line)).collect();
        for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
            let parted = line.ends_with("EUR ") || line.ends_with("p. ");
            assert!(!parted, "{count} words before: {line:?} / {next:?}");
        }
    }
}
