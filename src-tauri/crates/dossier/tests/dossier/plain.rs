//! A document as plain text, one block below another.

use holdfast_domain::document::{Block, Document, Row, Table};

pub(crate) fn text(document: &Document) -> String {
    let blocks = document.blocks.iter().map(block);
    let head = format!("[{} | {}]\n", document.title, document.author);
    std::iter::once(head).chain(blocks).collect::<Vec<_>>().join("\n")
}

fn block(block: &Block) -> String {
    match block {
        Block::Cover(cover) => {
            format!("{}\n{}\n{}\n{}", cover.kind, cover.title, cover.lead, facts(&cover.facts))
        }
        Block::Heading { level, text } => format!("{} {text}\n", "#".repeat(usize::from(*level))),
        Block::Paragraph(text) => format!("{}\n", text.words()),
        Block::Remark(text) => format!("({})\n", text.words()),
        Block::List(items) => items.iter().map(|item| format!("* {}\n", item.words())).collect(),
        Block::Facts(all) => facts(all),
        Block::Table(table) => self::table(table),
        Block::Letterhead(head) => {
            let lines = [head.sender.join("\n"), head.recipient.join("\n"), head.subject.clone()];
            format!("{}\n", lines.join("\n"))
        }
        Block::Signature(end) => format!("{}\n{}\n", end.closing, end.name),
        Block::Picture(picture) => format!("[{}: {}]\n", picture.label, picture.alternative),
        Block::PageBreak => "----\n".to_owned(),
        Block::Place(_) => String::new(),
    }
}

fn facts(facts: &[(String, holdfast_domain::document::Text)]) -> String {
    facts.iter().map(|(name, value)| format!("{name}: {}\n", value.words())).collect()
}

fn table(table: &Table) -> String {
    let head: Vec<&str> = table.columns.iter().map(|column| column.head.as_str()).collect();
    let row = |row: &Row| {
        assert_eq!(row.cells.len(), table.columns.len(), "a cell a column: {row:?}");
        let cells: Vec<String> = row.cells.iter().map(|cell| cell.words()).collect();
        format!("{}{}\n", if row.is_total { "= " } else { "" }, cells.join(" | "))
    };
    format!("{}\n{}", head.join(" | "), table.rows.iter().map(row).collect::<String>())
}
