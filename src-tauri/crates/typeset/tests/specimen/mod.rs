//! Documents to set: one with everything, and a chronology of any length.

pub mod letters;
pub mod pictures;

use chrono::NaiveDate;
use holdfast_domain::document::{
    Align, Block, Column, Cover, Document, Emphasis, Paper, Row, Table, Text, Width,
};

fn document(paper: Paper, title: &str, blocks: Vec<Block>) -> Document {
    Document {
        title: title.into(),
        author: "Nora Lindqvist".into(),
        language: "en".into(),
        paper,
        running_head: "Cancelled ferry crossing · Case file".into(),
        dated: NaiveDate::from_ymd_opt(2026, 6, 20).expect("a day in the calendar"),
        blocks,
        attachments: Vec::new(),
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.into() }
}

fn column(head: &str, width: Width, align: Align) -> Column {
    Column { head: head.into(), width, align }
}

fn row<const N: usize>(cells: [&str; N]) -> Row {
    Row { cells: cells.into_iter().map(Text::from).collect(), is_total: false, place: None }
}

fn total<const N: usize>(cells: [&str; N]) -> Row {
    Row { is_total: true, ..row(cells) }
}

/// A document with every kind of block and with names in several scripts.
pub fn everything(paper: Paper) -> Document {
    let mut blocks = vec![cover(), heading(1, "1. Summary")];
    blocks.extend(summary());
    blocks.push(heading(1, "2. Parties and people"));
    blocks.extend(parties());
    blocks.push(heading(1, "3. Chronology"));
    blocks.push(Block::Table(chronology(60)));
    blocks.push(heading(1, "4. Money"));
    blocks.push(heading(2, "4.1 What was claimed and what came"));
    blocks.push(Block::Table(money()));
    blocks.push(heading(3, "How the sums were reckoned"));
    blocks.push(Block::Remark(
        "Outstanding is claimed less received, credited and waived, plus what was reversed. \
         Sums of different currencies stay apart; nothing is converted."
            .into(),
    ));
    blocks.push(Block::PageBreak);
    blocks.push(heading(1, "5. Things that do not fit"));
    blocks.extend(awkward());
    document(paper, "Cancelled ferry crossing", blocks)
}

fn cover() -> Block {
    Block::Cover(Cover {
        kind: "Case file".into(),
        title: "Cancelled ferry crossing and the refund that was reversed".into(),
        lead: "We ask Blue Strait Ferries to pay back EUR 1,840.00 for the crossing that it \
               cancelled, and Harbour Bank to let the credit stand."
            .into(),
        facts: vec![
            ("Household".into(), "Nora and Amir Lindqvist".into()),
            (
                "Vendors".into(),
                "Blue Strait Ferries (caused it)\nHarbour Bank (holds the money)".into(),
            ),
            ("Reference".into(), "HF-7Q2K · booking BSF-99120-A".into()),
            (
                "For".into(),
                Text::plain("Ferry Passengers’ Ombudsman ").and("(can compel)", Emphasis::Quiet),
            ),
            ("Date".into(), "20 June 2026".into()),
        ],
    })
}

fn summary() -> Vec<Block> {
    vec![
        Block::Paragraph(
            Text::plain("On 3 March 2026 the crossing was cancelled two hours before departure. ")
                .and("The fare of EUR 1,840.00 is still owed.", Emphasis::Strong)
                .and(" The ferry company offered a voucher; the family declined it in writing, \
                      because the fare was paid by card and the terms (section 7.2) promise money. \
                      The office’s officers filed the affidavit; efficient staff flew in, ", Emphasis::None)
                .and("source: Ex. 5 p. 2", Emphasis::Quiet),
        ),
        Block::Paragraph("Café Zürich, Łódź, Việt Nam, Ελλάδα, Москва: accents stay as they were typed.".into()),
        Block::List(vec![
            "The company cancelled, not the passengers.".into(),
            "The bank gave a provisional credit on 11 April and took it back on 2 May, without \
             saying why, although its own letter of 14 April calls the matter closed and asks for \
             no further papers."
                .into(),
            "لم تُجب الشركة على الرسالة المؤرخة في ٣ مارس".into(),
        ]),
        Block::Facts(vec![
            ("Outstanding".into(), Text::plain("EUR 1,840.00").and(" since 3 March 2026", Emphasis::Quiet)),
            ("Last offer".into(), "A voucher of EUR 500.00, declined on 28 March 2026 because it expires after a year and cannot be used by the two passengers who have moved away".into()),
            ("What it has meant for the family".into(), "A funeral was missed.".into()),
            ("Name".into(), "محمد العبدالله".into()),
            ("Address".into(), "רחוב הרצל 12, תל אביב".into()),
        ]),
    ]
}

fn parties() -> Vec<Block> {
    vec![Block::Table(Table {
        summary: "The vendors and their people".into(),
        columns: vec![
            column("Who", Width::Share(3), Align::Start),
            column("Part", Width::Share(2), Align::Start),
            column("Reached by", Width::Share(3), Align::Start),
        ],
        rows: vec![
            row(["Blue Strait Ferries", "caused it", "care@bluestrait.example\n+1 555 0134"]),
            row(["שרה כהן, Harbour Bank", "holds the money", "555-0171"]),
            row(["محمد العبدالله", "helped", "letters@harbourbank.example"]),
            row([
                "Zoë Ångström-Fitzwilliam",
                "must remedy",
                "Queue 3, complaints-and-redress-department@a-very-long-name-for-a-company.example",
            ]),
        ],
    })]
}

fn money() -> Table {
    Table {
        summary: "The sums claimed and received".into(),
        columns: vec![
            column("Claim", Width::Share(1), Align::Start),
            column("Claimed", Width::Fit, Align::End),
            column("Received", Width::Fit, Align::End),
            column("Provisional credit", Width::Fit, Align::End),
            column("Outstanding", Width::Fit, Align::End),
        ],
        rows: vec![
            row(["Fare of the cancelled crossing", "1,840.00", "0.00", "0.00", "1,840.00"]),
            row(["Hotel in the harbour, one night", "111.10", "111.10", "0.00", "0.00"]),
            row(["Taxi home", "47.25", "0.00", "47.25", "0.00"]),
            total(["EUR", "1,998.35", "111.10", "47.25", "1,840.00"]),
        ],
    }
}

/// The cells of an event, different for every number.
fn event(number: usize) -> Row {
    const SAID: [&str; 5] = [
        "Called the refund desk; nobody answered for 42 minutes.",
        "The representative said that the refund “is on its way” and would arrive within ten working days; asked for her name, she gave it.",
        "Letter sent by registered post, asking for payment by the end of the month and for the reasons if it is refused.",
        "The bank reversed the provisional credit. Its message gives no reason, and its hotline could not find one either; a supervisor was asked to call back, which has not happened.",
        "E-mail: the company offers a voucher instead of money.",
    ];
    let day = NaiveDate::from_ymd_opt(2026, 1, 5).expect("a day in the calendar")
        + chrono::Days::new(number as u64);
    let said = format!("{} Reference {}.", SAID[number % SAID.len()], 40_000 + number * 37);
    Row {
        cells: vec![
            number.to_string().into(),
            day.format("%-d %b %Y").to_string().into(),
            said.into(),
            ["undisputed", "disputed", "unsure"][number % 3].into(),
        ],
        is_total: false,
        place: None,
    }
}

/// A chronology of so many events.
pub fn chronology(events: usize) -> Table {
    Table {
        summary: "What happened, in order".into(),
        columns: vec![
            column("No.", Width::Fit, Align::End),
            column("Date", Width::Fit, Align::Start),
            column("What happened", Width::Share(1), Align::Start),
            column("Status", Width::Fit, Align::Start),
        ],
        rows: (1..=events).map(event).collect(),
    }
}

/// A document that is one long chronology.
pub fn long(events: usize) -> Document {
    let blocks = vec![cover(), heading(1, "1. Chronology"), Block::Table(chronology(events))];
    document(Paper::A4, "A long chronology", blocks)
}

fn awkward() -> Vec<Block> {
    let name = "Wolfeschlegelsteinhausenbergerdorff".repeat(6);
    vec![
        Block::Paragraph(Text::plain(&name[..200])),
        Block::Paragraph("Emoji 👍🏽 and 👨‍👩‍👧‍👦, Chinese 北京市朝阳区, a zero\u{0}byte, a tab\there.".into()),
        Block::Paragraph("כתבנו לבנק ב־14 באפריל 2026 וביקשנו להשאיר את הזיכוי (Harbour Bank) על כנו. התשובה הגיעה רק אחרי שלושה שבועות, ולא היה בה כל נימוק.".into()),
        Block::Paragraph("كَتَبنا إلى الشركة في ٣ مارس ٢٠٢٦ وطلبنا استرداد المبلغ (EUR 1,840.00) خلال أربعة عشر يوماً، ولم يصلنا أي رد حتى اليوم.".into()),
        Block::Paragraph("A name from the right, محمد العبدالله, within a sentence from the left, and שרה כהן too.".into()),
        Block::Table(Table {
            summary: "Long words in narrow columns".into(),
            columns: vec![
                column("Fit", Width::Fit, Align::Start),
                column("Share", Width::Share(1), Align::Start),
                column("Sum", Width::Fit, Align::End),
            ],
            rows: vec![
                row([&name[..200], "short", "1.00"]),
                row(["https://refunds.bluestrait.example/cases/2026/03/99120-A/correspondence?sort=ascending&page=1", &name[..90], "20.50"]),
                row(["محمد العبدالله", "שרה כהן", "-3.00"]),
            ],
        }),
    ]
}

/// A document of one paragraph.
pub fn paragraph(text: &str) -> Document {
    document(Paper::A4, "One paragraph", vec![Block::Paragraph(text.into())])
}

/// A document of some blocks on some paper.
pub fn of(paper: Paper, blocks: Vec<Block>) -> Document {
    document(paper, "Some blocks", blocks)
}

/// So many columns that fit.
pub fn columns(count: usize) -> Vec<Column> {
    vec![column("Head", Width::Fit, Align::End); count]
}

/// Every text of a block.
pub fn texts(block: &Block) -> Vec<String> {
    let facts = |facts: &[(String, Text)]| -> Vec<String> {
        facts.iter().flat_map(|(name, value)| [name.clone(), value.words()]).collect()
    };
    match block {
        Block::Cover(cover) => {
            let mut all = vec![cover.kind.clone(), cover.title.clone(), cover.lead.clone()];
            all.extend(facts(&cover.facts));
            all
        }
        Block::Heading { text, .. } => vec![text.clone()],
        Block::Paragraph(text) | Block::Remark(text) => vec![text.words()],
        Block::List(points) => points.iter().map(Text::words).collect(),
        Block::Facts(all) => facts(all),
        Block::Table(table) => {
            let heads = table.columns.iter().map(|column| column.head.clone());
            let cells = table.rows.iter().flat_map(|row| &row.cells).map(Text::words);
            heads.chain(cells).collect()
        }
        Block::Letterhead(head) => {
            let references = head.references.iter();
            let mut all =
                [&head.sender[..], &head.recipient, std::slice::from_ref(&head.date)].concat();
            all.extend(references.map(|(name, value)| format!("{name}: {value}")));
            all.push(head.subject.clone());
            all
        }
        Block::Signature(end) => {
            [&[end.closing.clone(), end.name.clone()][..], &end.enclosures].concat()
        }
        Block::Picture(picture) => vec![picture.label.clone()],
        Block::PageBreak | Block::Place(_) => Vec::new(),
    }
}

/// Whether a line is in letters from the left and has no word that must be broken or replaced.
pub fn is_plain(line: &str) -> bool {
    line.split_whitespace().all(|word| word.len() < 30)
        && line
            .chars()
            .all(|c| c < '\u{590}' && !c.is_control() || ('\u{1E00}'..'\u{2200}').contains(&c))
}

/// A table with one text in a fitting column and in one that shares.
pub fn table_of(text: Text) -> Block {
    Block::Table(Table {
        summary: "One text twice".into(),
        columns: vec![
            column("Fit", Width::Fit, Align::Start),
            column("Share", Width::Share(1), Align::Start),
            column("Sum", Width::Fit, Align::End),
        ],
        rows: vec![Row {
            cells: vec![text.clone(), text, "1.00".into()],
            is_total: false,
            place: None,
        }],
    })
}
