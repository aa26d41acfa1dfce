//! Whether files are fit for archives (PDF/A-3a) and for those who cannot see their pages (PDF/UA-1).

#[allow(dead_code, unreachable_pub, reason = "the other tests use the rest")]
mod specimen;
#[allow(dead_code, unreachable_pub, reason = "the other tests use the rest")]
mod tools;

use holdfast_domain::document::{
    AttachedFile, Block, Bytes, COVERED, Cover, Document, Emphasis, Paper, PlaceId, Relationship,
    Row, Table, Text,
};
use holdfast_judge::{Structure, judged};
use holdfast_typeset::{Fallback, Pdf, pdf_with};
use specimen::letters::{self, FORMS};
use specimen::pictures;

/// Sets a document with the shipped fonts alone, so that every machine judges the same file.
fn set(document: &Document) -> Pdf {
    pdf_with(document, &Fallback::Nothing).expect("any document can be set")
}

/// Sets a document and has it judged.
#[track_caller]
fn checked(document: &Document, why: &str) -> Structure {
    judged(&set(document).bytes, why)
}

#[test]
fn bars_over_covered_words_keep_both_standards() {
    let bar = COVERED;
    let link = Text::plain(format!("{bar} and ")).and_link(format!("{bar} there"), PlaceId(7));
    let blocks = vec![
        Block::Heading { level: 1, text: format!("{bar} on the line") },
        Block::Place(PlaceId(7)),
        Block::Paragraph(Text::plain("Ask ").and(bar.to_string(), Emphasis::Strong)),
        Block::Paragraph(format!("وقالت {bar} نعم").into()),
        Block::Paragraph(link),
        specimen::table_of(bar.to_string().into()),
    ];
    checked(&specimen::of(Paper::A4, blocks), "bars");
}

#[test]
fn a_document_with_everything_keeps_both_standards() {
    for paper in [Paper::A4, Paper::UsLetter] {
        let structure = checked(&specimen::everything(paper), "everything");
        for kind in ["H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "TH", "TD", "Span"]
        {
            assert!(structure.count(kind) > 0, "there is no {kind}");
        }
    }
}

#[test]
fn letters_keep_both_standards() {
    for form in FORMS {
        for (why, head, paragraphs) in [
            ("short", letters::head(form), 0),
            ("long", letters::head(form), 16),
            ("many lines of address", letters::long_head(form), 1),
            ("names from the right", letters::head_from_the_right(form), 1),
        ] {
            let structure = checked(&letters::letter(head, paragraphs), why);
            assert_eq!(structure.count("H1"), 1, "{form:?}, {why}: the subject is the heading");
        }
    }
}

#[test]
fn a_table_of_many_pages_keeps_both_standards() {
    let structure = checked(&specimen::long(300), "a long table");
    assert_eq!(structure.count("TH"), 4, "heads repeated on later pages are no part of the table");
    assert_eq!(structure.count("TD"), 1_200, "a cell a column, wherever pages end");
    assert_eq!(structure.count("TR"), 301);
}

#[test]
fn odd_documents_keep_both_standards() {
    let table = |columns, rows| Block::Table(Table { summary: String::new(), columns, rows });
    let row = |cells: Vec<Text>| Row { cells, is_total: true, place: None };
    let empty =
        Cover { kind: String::new(), title: String::new(), lead: String::new(), facts: Vec::new() };
    let heading = |level, text: &str| Block::Heading { level, text: text.into() };
    let cases: Vec<(&str, Vec<Block>)> = vec![
        ("nothing", vec![]),
        (
            "empty texts",
            vec![
                heading(1, ""),
                heading(2, "Below an empty one"),
                Block::Paragraph(Text::default()),
                Block::List(vec![Text::default()]),
                Block::Facts(vec![(String::new(), Text::default())]),
            ],
        ),
        ("no columns", vec![table(vec![], vec![row(vec!["a".into()])])]),
        ("fewer cells than columns", vec![table(specimen::columns(3), vec![row(vec![])])]),
        ("no rows", vec![table(specimen::columns(2), vec![])]),
        ("an empty cover", vec![Block::Cover(empty)]),
        (
            "a row taller than a page",
            vec![table(specimen::columns(2), vec![row(vec!["word ".repeat(4_000).into(); 2])])],
        ),
        (
            "levels passed over",
            [3, 3, 1, 3, 2, 3, 9, 0, 2].map(|level| heading(level, "Heading")).into(),
        ),
    ];
    for (why, blocks) in cases {
        checked(&specimen::of(Paper::A4, blocks), why);
    }
}

#[test]
fn headings_pass_no_level_over() {
    let levels = [3, 3, 1, 3, 2, 3, 1];
    let blocks = levels.map(|level| Block::Heading { level, text: "Heading".into() });
    let structure = checked(&specimen::of(Paper::A4, blocks.into()), "levels");
    let told: Vec<&str> = structure
        .elements
        .iter()
        .map(|(_, kind)| kind.as_str())
        .filter(|kind| kind.starts_with('H'))
        .collect();
    assert_eq!(told, ["H1", "H1", "H1", "H2", "H2", "H3", "H1"]);
}

/// Two exhibits, each on a page of its own, and a paragraph that cites them.
fn citing() -> Document {
    let cited = |text: Text| {
        text.and_link("Ex. 1 p. 2", PlaceId(1_002))
            .and(", ", Emphasis::None)
            .and_link("Ex. 2", PlaceId(2_000))
            .and(" and ", Emphasis::None)
            .and_link("Ex. 9", PlaceId(9_000))
            .and(".", Emphasis::None)
    };
    let long = "a very long sentence that brings the citation to the end of its line: ";
    specimen::of(
        Paper::A4,
        vec![
            Block::Heading { level: 1, text: "Chronology".into() },
            Block::Paragraph(cited(Text::plain("The bank took the credit back: "))),
            specimen::table_of(cited("See ".into())),
            Block::Paragraph(
                Text::plain(long)
                    .and_link("the letter of 14 April, which calls the matter closed and asks for no further papers", PlaceId(1_002)),
            ),
            Block::PageBreak,
            Block::Place(PlaceId(1_000)),
            Block::Heading { level: 1, text: "Exhibit 1".into() },
            Block::PageBreak,
            Block::Place(PlaceId(1_002)),
            Block::Paragraph("The second page.".into()),
            Block::PageBreak,
            Block::Place(PlaceId(2_000)),
            Block::Heading { level: 1, text: "Exhibit 2".into() },
            Block::Place(PlaceId(3_000)),
        ],
    )
}

#[test]
fn citations_lead_to_the_page_that_they_cite() {
    let structure = checked(&citing(), "citations");
    let links = structure.links();
    let expected = [(2, "Ex. 1 p. 2"), (3, "Ex. 2")];
    let links: Vec<(usize, &str)> = links.iter().map(|(at, says)| (*at, says.as_str())).collect();
    assert_eq!(&links[..2], &expected, "in the paragraph; what is nowhere is no link");
    assert_eq!(&links[2..6], [expected, expected].concat(), "in each cell");
    let (last, says) = links[links.len() - 1];
    assert_eq!((last, says.ends_with("further papers")), (2, true), "{says}");
    assert_eq!(links.len(), 8, "a link on two lines has two areas");
    assert_eq!(structure.count("Link"), 7, "and is one link: {links:?}");
}

#[test]
fn attached_files_come_out_as_they_went_in() {
    let file = |name: &str, media_type: &str, bytes: &[u8]| AttachedFile {
        name: name.into(),
        media_type: media_type.into(),
        description: "What it shows".into(),
        relationship: Relationship::Source,
        bytes: bytes.to_vec().into(),
    };
    let every_byte: Vec<u8> = (0..=255).cycle().take(70_000).collect();
    let mut document = specimen::everything(Paper::A4);
    document.attachments = vec![
        file("receipt.jpg", "image/jpeg", &every_byte),
        file("../../etc/Receipt.jpg", "IMAGE/JPEG", b"\xFF\xD8 another\r"),
        file("C:\\letters\\\u{202E}Größe (1).txt", "text/plain", "Größe ".repeat(500).as_bytes()),
        file("", "no type", b""),
        file(".hidden", "application/vnd.oasis.opendocument.text", b"PK"),
    ];
    let files = checked(&document, "attached files").files();
    let expected = [
        ("receipt.jpg", "image/jpeg"),
        ("Receipt (2).jpg", "image/jpeg"),
        ("Größe (1).txt", "text/plain"),
        ("file", "application/octet-stream"),
        ("hidden", "application/vnd.oasis.opendocument.text"),
    ];
    for ((shown, kind, relationship, bytes), (given, (name, media_type))) in
        files.iter().zip(document.attachments.iter().zip(expected))
    {
        assert_eq!((shown.as_str(), kind.as_str()), (name, media_type), "of {:?}", given.name);
        assert_eq!(relationship, "Source", "{name}");
        assert_eq!(Bytes::from(bytes.clone()), given.bytes, "{name}: byte for byte");
    }
    assert_eq!(files.len(), 5);
    assert_eq!(set(&document), set(&document), "the same bytes");
}

#[test]
fn pictures_keep_both_standards_and_say_what_they_show() {
    let mut document = specimen::of(Paper::A4, Vec::new());
    for number in 1..=3 {
        document.blocks.push(Block::PageBreak);
        document.blocks.push(Block::Heading { level: 2, text: format!("Exhibit {number}") });
        document.blocks.push(Block::Picture(pictures::jpeg(number + 4)));
    }
    document.blocks.push(Block::Picture(pictures::deflated(1)));
    document.blocks.push(Block::Picture(pictures::with_words()));
    let jpeg = pictures::jpeg(1);
    document.attachments = vec![AttachedFile {
        name: "photo.jpg".into(),
        media_type: "image/jpeg".into(),
        description: "Exhibit 1".into(),
        relationship: Relationship::Source,
        bytes: jpeg.bytes,
    }];
    let structure = checked(&document, "pictures");
    assert_eq!(structure.count("Figure"), 5, "each picture is one figure");
    let bytes = set(&document).bytes;
    let alternatives = lopdf::Document::load_mem(&bytes).expect("it can be read");
    let said = alternatives.objects.values().filter_map(|object| object.as_dict().ok());
    let figures: Vec<&lopdf::Dictionary> = said.filter(|it| it.has(b"Alt")).collect();
    assert_eq!(figures.len(), 5, "each says what it shows");
    for figure in figures {
        let place = figure.get(b"A").and_then(lopdf::Object::as_dict).expect("attributes");
        let edges = place.get(b"BBox").and_then(lopdf::Object::as_array).expect("a place");
        let edges: Vec<f32> = edges.iter().map(|edge| edge.as_float().expect("a number")).collect();
        assert!(0.0 < edges[0] && edges[0] < edges[2] && edges[2] < 596.0, "{edges:?}");
        assert!(0.0 < edges[1] && edges[1] < edges[3] && edges[3] < 842.0, "{edges:?}");
    }
}

#[test]
fn a_link_in_text_from_the_right_is_told_as_a_link() {
    let text = Text::plain("הבנק ביטל את הזיכוי: ").and_link("Ex. 2", PlaceId(2_000));
    let text = text.and(", וכך כתב.", Emphasis::None);
    let blocks = vec![
        Block::Paragraph(text.clone()),
        specimen::table_of(text),
        Block::PageBreak,
        Block::Place(PlaceId(2_000)),
        Block::Heading { level: 1, text: "Exhibit 2".into() },
    ];
    let document = specimen::of(Paper::A4, blocks);
    assert_eq!(checked(&document, "links").count("Link"), 3, "in the paragraph and in two cells");
    let file = lopdf::Document::load_mem(&set(&document).bytes).expect("it can be read");
    let elements = file.objects.values().filter_map(|object| object.as_dict().ok());
    for link in elements.filter(|it| it.get(b"S").ok() == Some(&"Link".into())) {
        let mut above = Some(link);
        while let Some(element) = above {
            assert!(!element.has(b"ActualText"), "who hears the text in its place hears no link");
            let parent = element.get(b"P").and_then(lopdf::Object::as_reference);
            above = parent.ok().and_then(|parent| file.get_dictionary(parent).ok());
        }
    }
}

/// Characters that most machines have only in fonts with cubic curves.
const CHINESE: &str = "北京市朝阳区。株式会社の返事、서울 大韓民國 (12,345.00)";

#[test]
fn fonts_of_the_machine_with_cubic_curves_keep_both_standards() {
    let blocks = vec![Block::Paragraph(Text::plain(CHINESE).and(CHINESE, Emphasis::Strong))];
    let pdf = pdf_with(&specimen::of(Paper::A4, blocks), &Fallback::System);
    let pdf = pdf.expect("any document can be set");
    judged(&pdf.bytes, "fonts of the machine");
    let file = lopdf::Document::load_mem(&pdf.bytes).expect("it can be read");
    let has_curves = |object: &lopdf::Object| {
        object.as_dict().is_ok_and(|descriptor| descriptor.has(b"FontFile3"))
    };
    if !file.objects.values().any(has_curves) {
        eprintln!("skipped: no font of this machine draws Chinese with cubic curves");
    }
}
