//! The letter as a draft for a mail program, with its PDF attached.

use chrono::{DateTime, FixedOffset};
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::message_id::MessageId;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::text::Text;
use mail_builder::mime::MimePart;
use sha2::{Digest as _, Sha256};

use crate::{Draft, plain_text};

/// A file that goes with the letter.
#[derive(Debug, Clone, Copy)]
pub struct Attached<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its media type: `image/jpeg`.
    pub media_type: &'a str,
    /// Its bytes, which are sent as they are.
    pub bytes: &'a [u8],
}

/// How the machines between two mail programs tell messages apart; no computer is called so
/// (RFC 2606), so the writer's own is not named.
const DOMAIN: &str = "letters.invalid";

/// What a file is whose media type is none.
const UNKNOWN: &str = "application/octet-stream";

/// Writes the letter as a message that a mail program opens as a draft: nothing is sent.
///
/// Its text is the letter's plain text. It bears the writer's name and address where the letter
/// does, and the recipient's where it is known; the person can still change both. `at` is the time
/// that it bears. Identifiers come from the content, so the same letter gives the same bytes, and
/// nothing of the computer that it was written on.
pub fn eml(
    draft: &Draft,
    to: Option<&str>,
    files: &[Attached<'_>],
    at: DateTime<FixedOffset>,
) -> Vec<u8> {
    let text = plain_text(draft);
    let identity = identity(draft, to, &text, files, at);
    let mut message = MessageBuilder::new()
        .header("X-Unsent", Raw::new("1"))
        .message_id(MessageId::new(format!("{identity}@{DOMAIN}")))
        .header("Date", Raw::new(at.to_rfc2822()))
        .subject(Text::new(one_line(&draft.subject)));
    if let Some(from) = draft.sender.iter().find_map(|line| address(line)) {
        message = message.from(Address::new_address(Some(one_line(&draft.signature)), from));
    }
    if let Some(to) = to.and_then(address) {
        message = message.to(Address::new_address(None::<&str>, to));
    }
    let mut parts = vec![MimePart::new("text/plain", text)];
    parts.extend(files.iter().map(part));
    let mixed = ContentType::new("multipart/mixed").attribute("boundary", format!("={identity}"));
    let mut bytes = Vec::new();
    message.body(MimePart::new(mixed, parts)).serialize(&mut bytes);
    bytes
}

fn part<'a>(file: &Attached<'a>) -> MimePart<'a> {
    let media_type = if is_media_type(file.media_type) { file.media_type } else { UNKNOWN };
    MimePart::new(ContentType::new(media_type), file.bytes).attachment(one_line(file.name))
}

/// Two words of RFC 6838 with a slash between them.
fn is_media_type(words: &str) -> bool {
    let word = |word: &str| {
        let plain = |char: char| char.is_ascii_alphanumeric() || "!#$&-^_.+".contains(char);
        !word.is_empty() && word.chars().all(plain)
    };
    words.split_once('/').is_some_and(|(kind, part)| word(kind) && word(part))
}

/// Words for a header, in which a line break would begin another one.
fn one_line(words: &str) -> String {
    let words = words.replace(|char: char| char.is_control() || is_line_end(char), " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_line_end(char: char) -> bool {
    matches!(char, '\u{2028}' | '\u{2029}')
}

/// An e-mail address, where a line is nothing else.
fn address(line: &str) -> Option<String> {
    let line = line.trim();
    let (name, host) = line.rsplit_once('@')?;
    let plain = |char: char| char.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(char);
    (!name.is_empty() && !host.is_empty() && name.chars().chain(host.chars()).all(plain))
        .then(|| line.to_owned())
}

/// A name for the message, made from all that it holds.
fn identity(
    draft: &Draft,
    to: Option<&str>,
    text: &str,
    files: &[Attached<'_>],
    at: DateTime<FixedOffset>,
) -> String {
    let mut hash = Sha256::new();
    let mut take = |bytes: &[u8]| {
        hash.update(bytes.len().to_le_bytes());
        hash.update(bytes);
    };
    [&draft.subject, text, to.unwrap_or_default(), &at.to_rfc3339()]
        .into_iter()
        .for_each(|words| take(words.as_bytes()));
    for file in files {
        take(file.name.as_bytes());
        take(file.bytes);
    }
    let hash = hash.finalize();
    hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
