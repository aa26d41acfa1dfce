//! The same document for Typst: the same words in the same order, in the same fonts, sizes and
//! columns, on the same paper.

use std::fmt::Write as _;

use holdfast_domain::document::{
    Align, Block, Cover, Document, Emphasis, Paper, Picture, Table, Text, Width,
};

use crate::photographs;

/// A document as the source that Typst reads. Fonts are named, so their folder must be given to it;
/// pictures are the photographs that lie beside the source, in their order.
pub fn source(document: &Document) -> String {
    let mut out = head(document);
    let mut pictures = 0;
    for block in &document.blocks {
        if let Block::Picture(picture) = block {
            self::picture(picture, &photographs::name(pictures), &mut out);
            pictures += 1;
        } else {
            self::block(block, &mut out);
        }
    }
    out
}

/// The measures of the page and of the type, as `typeset` has them.
fn head(document: &Document) -> String {
    let (width, height) = match document.paper {
        Paper::A4 => ("595.28pt", "841.89pt"),
        Paper::UsLetter => ("612pt", "792pt"),
    };
    format!(
        r##"#set document(title: {title}, author: {author})
#let quiet = rgb("#5b6470")
#let hairline = 0.5pt + rgb("#c9cfd6")
#let furniture(body) = text(size: 8.5pt, fill: quiet, body)
#set page(width: {width}, height: {height}, margin: (x: 71pt, top: 84pt, bottom: 80pt),
  header: context if here().page() > 1 {{ furniture({running}); v(-4pt); line(length: 100%, stroke: hairline) }},
  footer: context if here().page() > 1 {{
    align(right, furniture([Page #here().page() of #counter(page).final().first()])) }})
#set text(font: ("Source Serif 4", "Noto Serif Hebrew", "Noto Naskh Arabic"), size: 10.5pt,
  lang: {language}, top-edge: 0.8em, bottom-edge: -0.2em, hyphenate: false)
#set par(leading: 4.5pt, spacing: 12.5pt)
#show strong: set text(weight: 600)
#show heading: set text(weight: 600)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 1): set block(above: 28pt, below: 8pt)
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading.where(level: 2): set block(above: 20pt, below: 4pt)
#show heading.where(level: 3): set text(size: 10.5pt)
#set list(spacing: 7.5pt, body-indent: 8pt)
#let cells(body) = {{ set text(size: 9.5pt, number-width: "tabular"); set par(leading: 3.5pt); body }}
"##,
        title = quoted(&document.title),
        author = quoted(&document.author),
        running = quoted(&document.running_head),
        language = quoted(&document.language),
    )
}

fn block(block: &Block, out: &mut String) {
    match block {
        Block::Cover(cover) => self::cover(cover, out),
        Block::Heading { level, text } => {
            line(out, &format!("#heading(level: {level}, {})", quoted(text)));
        }
        Block::Paragraph(text) => line(out, &format!("#par({})", content(text))),
        Block::Remark(text) => {
            let words = content(text);
            line(out, &format!("#par(text(size: 9pt, fill: quiet, {words}))"));
        }
        Block::List(points) => {
            let points: Vec<_> = points.iter().map(content).collect();
            line(out, &format!("#list({})", points.join(", ")));
        }
        Block::Facts(facts) => self::facts(facts, "3pt", out),
        Block::Table(table) => self::table(table, out),
        Block::Letterhead(head) => {
            let lines = head.sender.iter().chain(&head.recipient).chain([&head.date]);
            lines.for_each(|text| line(out, &format!("#par({})", quoted(text))));
            for (name, value) in &head.references {
                line(out, &format!("#par({})", quoted(&format!("{name}: {value}"))));
            }
            line(out, &format!("#par(strong({}))", quoted(&head.subject)));
        }
        Block::Signature(end) => {
            let lines = [&end.closing, &end.name].into_iter().chain(&end.enclosures);
            lines.for_each(|text| line(out, &format!("#par({})", quoted(text))));
        }
        Block::PageBreak => line(out, "#pagebreak(weak: true)"),
        // Nothing is drawn there, and pictures are drawn elsewhere.
        Block::Place(_) | Block::Picture(_) => {}
    }
}

/// A picture as wide as the text, with its label in the margin.
fn picture(picture: &Picture, file: &str, out: &mut String) {
    let (label, alternative) = (quoted(&picture.label), quoted(&picture.alternative));
    line(out, &format!("#block({{ place(top + right, dx: 40pt, furniture({label}));"));
    line(out, &format!("  image({}, width: 100%, alt: {alternative}) }})", quoted(file)));
}

fn cover(cover: &Cover, out: &mut String) {
    line(out, "#v(96pt)\n#line(length: 48pt, stroke: 2pt)");
    line(out, &format!("#text(size: 11pt, weight: 600, fill: quiet, {})", quoted(&cover.kind)));
    line(out, &format!("\n#text(size: 28pt, weight: 600, {})", quoted(&cover.title)));
    line(out, &format!("\n#text(size: 13pt, {})\n#v(40pt)", quoted(&cover.lead)));
    facts(&cover.facts, "8pt", out);
    line(out, "#context [Pages #counter(page).final().first()]\n#pagebreak()");
}

/// Names and values side by side.
fn facts(facts: &[(String, Text)], gap: &str, out: &mut String) {
    line(out, &format!("#grid(columns: (auto, 1fr), column-gutter: 14pt, row-gutter: {gap},"));
    for (name, value) in facts {
        let name = quoted(name);
        line(out, &format!("  text(size: 9pt, fill: quiet, {name}), {},", content(value)));
    }
    line(out, ")");
}

fn table(table: &Table, out: &mut String) {
    let each = |word: &dyn Fn(&holdfast_domain::document::Column) -> String| {
        table.columns.iter().map(word).collect::<Vec<_>>().join(", ")
    };
    let widths = each(&|column| match column.width {
        Width::Fit => "auto".to_owned(),
        Width::Share(share) => format!("{share}fr"),
    });
    let aligns = each(&|column| match column.align {
        Align::Start => "start".to_owned(),
        Align::End => "end".to_owned(),
    });
    let heads = each(&|column| {
        format!("text(size: 8.5pt, weight: 600, fill: quiet, {})", quoted(&column.head))
    });
    line(out, &format!("#cells(table(columns: ({widths},), align: ({aligns},),"));
    line(out, "  column-gutter: 14pt, inset: (x: 0pt, y: 4pt), stroke: (bottom: hairline),");
    line(out, &format!("  table.header({heads}),"));
    for row in &table.rows {
        let cells = row.cells.iter().map(content);
        let cells: Vec<_> = match row.is_total {
            true => cells.map(|cell| format!("strong({cell})")).collect(),
            false => cells.collect(),
        };
        line(out, &format!("  {},", cells.join(", ")));
    }
    line(out, "))");
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

/// Text in pieces as an expression.
fn content(text: &Text) -> String {
    let pieces = text.spans.iter().map(|span| match span.emphasis {
        Emphasis::None => quoted(&span.text),
        Emphasis::Strong => format!("strong({})", quoted(&span.text)),
        Emphasis::Quiet => format!("text(fill: quiet, {})", quoted(&span.text)),
    });
    let pieces: Vec<_> = pieces.collect();
    if pieces.is_empty() { "[]".to_owned() } else { pieces.join(" + ") }
}

/// A text between quotation marks.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            // Writing into a text cannot fail.
            _ if character.is_control() => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(character));
            }
            _ => out.push(character),
        }
    }
    out.push('"');
    out
}
