//! In which form a file is, told from what stands in it: its name says nothing that can be relied on.

use holdfast_domain::StatementFormat;

use super::problem::{Problem, ProblemCode};

/// How far one has to look: the heads of all forms are shorter.
const HEAD: usize = 8_192;

/// The form, or `None` where it is none that is known. What is no markup and has no other mark is
/// taken to be separated values, whose reader looks closer.
pub(super) fn of(text: &str) -> Option<StatementFormat> {
    let head = head(text).trim_start();
    let capitals = head.to_ascii_uppercase();
    if is_ofx(&capitals) {
        Some(StatementFormat::Ofx)
    } else if head.starts_with('<') {
        is_camt(head).then_some(StatementFormat::Camt)
    } else if is_qif(&capitals) {
        Some(StatementFormat::Qif)
    } else if is_mt940(head) {
        Some(StatementFormat::Mt940)
    } else if head.starts_with(['{', '[']) {
        // What programs hand to one another (JSON), which no bank gives a household.
        None
    } else {
        Some(StatementFormat::Csv)
    }
}

/// Why no reader is let near the text, if so: it is a page of the web, which is what one gets who
/// saves the bank's page instead of its file; or it defines a document type or entities.
pub(super) fn refusal(text: &str) -> Option<Problem> {
    let capitals = head(text).to_ascii_uppercase();
    let start = capitals.trim_start();
    if start.starts_with("<!DOCTYPE HTML") || start.starts_with("<HTML") {
        return Some(Problem::error(ProblemCode::UnknownForm, Some(1), "HTML"));
    }
    let found = ["<!DOCTYPE", "<!ENTITY"].into_iter().filter_map(|mark| capitals.find(mark)).min();
    found.map(|place| {
        let line = capitals[..place].bytes().filter(|byte| *byte == b'\n').count() + 1;
        let mark = capitals[place..].split(|it: char| it.is_whitespace()).next();
        Problem::error(
            ProblemCode::DocumentType,
            u32::try_from(line).ok(),
            mark.unwrap_or_default().trim_start_matches("<!"),
        )
    })
}

/// That it is none of the forms, with the line on which it begins.
pub(super) fn unknown(text: &str) -> Problem {
    let mut lines = (1..).zip(text.lines()).filter(|(_, content)| !content.trim().is_empty());
    let (line, content) = lines.next().unwrap_or((1, ""));
    Problem::error(ProblemCode::UnknownForm, Some(line), content.trim())
}

/// The beginning of a text, as far as a head may reach.
pub(super) fn head(text: &str) -> &str {
    let end = (0..=HEAD.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    &text[..end.unwrap_or(0)]
}

/// OFX begins with its head, in one of two ways, or without any.
fn is_ofx(capitals: &str) -> bool {
    let starts = ["OFXHEADER", "DATA:OFXSGML", "<OFX>", "<?OFX"];
    capitals.lines().any(|line| starts.iter().any(|start| line.trim_start().starts_with(start)))
        || (capitals.starts_with("<?XML") && capitals.contains("<?OFX"))
}

/// A CAMT message of any version: the root is `Document`, and its namespace or first element says
/// that it is a report (`.052`), a statement (`.053`) or a notice (`.054`).
fn is_camt(head: &str) -> bool {
    let marks = ["camt.05", "BkToCstmrStmt", "BkToCstmrAcctRpt", "BkToCstmrDbtCdtNtfctn"];
    head.contains("Document") && marks.iter().any(|mark| head.contains(mark))
}

fn is_qif(capitals: &str) -> bool {
    let marks = ["!TYPE:", "!ACCOUNT", "!OPTION:", "!CLEAR:"];
    marks.iter().any(|mark| capitals.starts_with(mark))
}

/// MT940 begins with the reference of the message, in an envelope or without; the account or a
/// balance follows.
fn is_mt940(head: &str) -> bool {
    let content =
        |line: &str| line.rsplit("{4:").next().unwrap_or_default().trim_start().to_owned();
    let mut lines = head.lines().map(content).filter(|line| !line.is_empty());
    let next = [":25", ":28", ":60", ":61:"];
    lines.by_ref().take(12).any(|line| line.starts_with(":20:"))
        && lines.take(12).any(|line| next.iter().any(|start| line.starts_with(start)))
}
