//! Files that are text: an e-mail, a page of the web, or just words.

use super::super::Kind;
use super::markup;

/// The kind of a text; `None` where it is none.
pub(super) fn kind(bytes: &[u8]) -> Option<Kind> {
    let text = sample(super::head(bytes))?;
    if text.starts_with("{\\rtf") {
        return Some(Kind::Rtf);
    }
    if is_mail(&text) {
        return Some(Kind::Mail);
    }
    Some(markup::kind(&text).unwrap_or(Kind::Text))
}

/// The beginning of a text; `None` where characters stand in it that no text has.
fn sample(head: &[u8]) -> Option<String> {
    // A copy that was not finished may be filled up with zero bytes.
    let is_wide = crate::encoding::is_wide(head).is_some();
    let zeros = head.iter().rev().take_while(|byte| **byte == 0).count();
    let head = if is_wide { head } else { &head[..head.len() - zeros] };
    if head.is_empty() {
        return None;
    }
    let (encoding, mark) = crate::encoding::of(head);
    let (text, _) = encoding.decode_without_bom_handling(&head[mark..]);
    // An escape begins the letters of some East Asian encodings, and 0x1A ended texts once.
    let is_odd = |character: char| {
        character.is_ascii_control()
            && !matches!(character, '\t' | '\n' | '\r' | '\u{C}' | '\u{1A}' | '\u{1B}')
    };
    (!text.contains(is_odd)).then(|| text.into_owned())
}

/// The fields that people and their programs write into an e-mail.
const FIELDS: [&str; 7] = ["from", "to", "cc", "subject", "reply-to", "sender", "in-reply-to"];

/// Those that only programs write: a text in which a person wrote "From" and "To" is no e-mail.
const TECHNICAL: [&str; 9] = [
    "date",
    "received",
    "message-id",
    "mime-version",
    "content-type",
    "return-path",
    "delivered-to",
    "dkim-signature",
    "x-mailer",
];

/// Whether a text begins with the headers of an e-mail (RFC 5322).
fn is_mail(text: &str) -> bool {
    let (mut known, mut technical) = (0, 0);
    for (number, line) in text.lines().enumerate() {
        let is_envelope = line.starts_with("From ") || line.starts_with(">From ");
        let goes_on = line.starts_with([' ', '\t']);
        if (number == 0 && is_envelope) || (known + technical > 0 && goes_on) {
            continue;
        }
        let Some((name, value)) = line.split_once(':') else {
            break;
        };
        let name = name.trim_end().to_ascii_lowercase();
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_graphic()) {
            break;
        }
        if name == "content-type" && value.trim_start().starts_with("multipart/") {
            return true;
        }
        known += usize::from(FIELDS.contains(&name.as_str()));
        technical += usize::from(TECHNICAL.contains(&name.as_str()));
    }
    technical > 0 && known + technical > 1
}
