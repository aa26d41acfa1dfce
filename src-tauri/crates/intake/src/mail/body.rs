//! The text of an e-mail.

use holdfast_domain::text::is_blank;
use mail_parser::{Message, MessagePart, PartType};

use super::attachment::raw;
use crate::encoding;
use crate::original::Kind;
use crate::original::problem::{Problem, ProblemCode};
use crate::original::text::{tidy, words};

/// The words of all parts that are meant to be read one after the other. Where the sender gave
/// them as plain text and as a page, the plain text is taken.
pub(super) fn text(message: &Message<'_>, bytes: &[u8], remarks: &mut Vec<Problem>) -> String {
    let mut texts = Vec::new();
    for part in message.text_bodies() {
        let text = match &part.body {
            PartType::Text(text) => plain(part, text, bytes),
            PartType::Html(text) => words(text, Kind::Html).text,
            PartType::Binary(_)
            | PartType::InlineBinary(_)
            | PartType::Message(_)
            | PartType::Multipart(_) => continue,
        };
        let text = tidy(&text);
        if !is_blank(&text) {
            texts.push(text.trim_end().to_owned());
        }
    }
    tell_of_pages(message, remarks);
    let text = texts.join("\n\n");
    let lost = text.matches('\u{FFFD}').count();
    if lost > 0 {
        remarks.push(Problem::remark(ProblemCode::LostCharacters, lost));
    }
    if text.is_empty() {
        remarks.push(Problem::remark(ProblemCode::NoText, ""));
    }
    text
}

/// The characters of a plain text. Where the sender says no encoding, or a wrong one, it is found
/// out by the bytes.
fn plain(part: &MessagePart<'_>, text: &str, bytes: &[u8]) -> String {
    if !text.contains('\u{FFFD}') {
        return text.to_owned();
    }
    let Some(bytes) = raw(part, bytes) else { return text.to_owned() };
    let (encoding, mark) = encoding::of(&bytes);
    let (found, had_errors) = encoding.decode_without_bom_handling(&bytes[mark..]);
    if had_errors { text.to_owned() } else { found.into_owned() }
}

/// Says what the pages in an e-mail would have run or loaded, whether or not their words were taken.
fn tell_of_pages(message: &Message<'_>, remarks: &mut Vec<Problem>) {
    let mut counts: Vec<(ProblemCode, u32)> = Vec::new();
    for part in message.html_bodies() {
        let PartType::Html(page) = &part.body else { continue };
        words(page, Kind::Html).tell(|code, count| {
            match counts.iter_mut().find(|(known, _)| *known == code) {
                Some((_, sum)) => *sum += count,
                None => counts.push((code, count)),
            }
        });
    }
    let found = counts.into_iter().filter(|(_, count)| *count > 0);
    remarks.extend(found.map(|(code, count)| Problem::remark(code, count)));
}
