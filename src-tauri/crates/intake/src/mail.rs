//! E-mails, read into drafts of what happened: who wrote to whom, when, what, with which files.
//!
//! The text is text: of a page of the web in it only the words are taken, and nothing that it would
//! load. What cannot be read is a remark beside what can.

mod attachment;
mod body;
mod date;
pub mod thread;

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset};
use mail_parser::{HeaderValue, Message, MessageParser};

use crate::encoding;
use crate::original::problem::{Problem, ProblemCode, shown_name};
use crate::original::{Kind, LARGEST};

/// How many parts may hold other parts. A thread that was forwarded whole has some dozens; more
/// would take the parser much time, or lie too deep in one another to be let go of.
const MOST_CONTAINERS: usize = 300;

/// An e-mail as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MailDraft {
    /// When it was sent, by the sender's clock.
    pub sent_at: Option<DateTime<FixedOffset>>,
    /// From whom it is; hardly ever more than one.
    pub from: Vec<Mailbox>,
    /// To whom it was sent.
    pub to: Vec<Mailbox>,
    /// To whom a copy was.
    pub cc: Vec<Mailbox>,
    /// Its subject on one line; empty where it has none.
    pub subject: String,
    /// The name that the sender's program gave it, without angle brackets.
    pub message_id: Option<String>,
    /// The names of those that it answers: the one answered last, those before it first.
    pub answers: Vec<String>,
    /// Its text, lines ended by line feeds.
    pub text: String,
    /// The files and other e-mails in it.
    pub attachments: Vec<MailAttachment>,
    /// What could not be read, or was left out. None of it is an error.
    pub remarks: Vec<Problem>,
}

/// Someone's address as an e-mail names it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mailbox {
    /// The name that stands beside it.
    pub name: Option<String>,
    /// The address, as it is written: nobody has checked whether it is one.
    pub address: Option<String>,
}

/// A file in an e-mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailAttachment {
    /// The name that the sender gave it, to be shown and never to be used as a path; for an e-mail
    /// its subject.
    pub name: Option<String>,
    /// What it is, by its content.
    pub kind: Kind,
    /// The file, byte for byte as it was sent. An e-mail may be given to [`read`] in turn.
    pub bytes: Vec<u8>,
    /// Whether it stands within the text, as a company's sign does.
    pub is_inline: bool,
}

/// Reads an e-mail. It need not be known to be one: whoever imports a file as an e-mail says so.
///
/// # Errors
/// [`ProblemCode::Empty`], [`ProblemCode::TooLarge`], [`ProblemCode::TooDeep`], and
/// [`ProblemCode::Damaged`] where there is no header at all.
pub fn read(bytes: &[u8]) -> Result<MailDraft, Problem> {
    if bytes.is_empty() {
        return Err(Problem::error(ProblemCode::Empty, ""));
    }
    if bytes.len() > LARGEST {
        return Err(Problem::error(ProblemCode::TooLarge, bytes.len()));
    }
    let bytes = &with_told_headers(without_envelope(bytes))[..];
    if containers(bytes) > MOST_CONTAINERS {
        return Err(Problem::error(ProblemCode::TooDeep, MOST_CONTAINERS));
    }
    let message = MessageParser::default().parse(bytes);
    let message = message.filter(|it| !it.headers().is_empty());
    let message = message.ok_or_else(|| Problem::error(ProblemCode::Damaged, ""))?;
    Ok(draft(&message, bytes))
}

/// The name that the sender's program gave to an e-mail, without angle brackets. The beginning of
/// the e-mail is enough, for it stands above the text.
pub fn message_id(beginning: &[u8]) -> Option<String> {
    let headers = with_told_headers(without_envelope(beginning));
    let message = MessageParser::default().parse_headers(&headers[..])?;
    message.message_id().map(shown_name)
}

fn draft(message: &Message<'_>, bytes: &[u8]) -> MailDraft {
    let mut remarks = Vec::new();
    let from = mailboxes(message.from());
    if from.is_empty() {
        remarks.push(Problem::remark(ProblemCode::NoSender, ""));
    }
    let sent_at = date::sent_at(message, &mut remarks);
    let text = body::text(message, bytes, &mut remarks);
    let attachments = attachment::all(message, bytes, &mut remarks);
    MailDraft {
        sent_at,
        from,
        to: mailboxes(message.to()),
        cc: mailboxes(message.cc()),
        subject: message.subject().map(shown_name).unwrap_or_default(),
        message_id: message.message_id().map(shown_name),
        answers: answers(message),
        text,
        attachments,
        remarks,
    }
}

/// The line that mailboxes of old systems put before each e-mail is none of its headers.
fn without_envelope(bytes: &[u8]) -> &[u8] {
    if !bytes.starts_with(b"From ") && !bytes.starts_with(b">From ") {
        return bytes;
    }
    let end = bytes.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |end| end + 1);
    &bytes[end..]
}

/// The e-mail with headers in UTF-8: what stands above the text in another encoding, as some
/// programs leave it, is told by its bytes, line by line, for each line may come from another
/// program. Most e-mails stay as they are.
fn with_told_headers(bytes: &[u8]) -> Cow<'_, [u8]> {
    let is_empty_line = |at: &usize| {
        let rest = &bytes[at + 1..];
        rest.starts_with(b"\n") || rest.starts_with(b"\r\n")
    };
    let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at);
    let end = { ends }.find(is_empty_line).unwrap_or(bytes.len());
    let (headers, rest) = bytes.split_at(end);
    if std::str::from_utf8(headers).is_ok() {
        return Cow::Borrowed(bytes);
    }
    let mut told = Vec::with_capacity(bytes.len() + 64);
    for line in headers.split_inclusive(|byte| *byte == b'\n') {
        // What is packed in words of its own names its encoding itself.
        if line.windows(2).any(|it| it == b"=?") {
            told.extend(line);
        } else {
            let (encoding, _) = encoding::of(line);
            told.extend(encoding.decode_without_bom_handling(line).0.bytes());
        }
    }
    told.extend(rest);
    Cow::Owned(told)
}

/// How many parts of an e-mail may hold others, at the most.
fn containers(bytes: &[u8]) -> usize {
    const MARKS: [&[u8]; 2] = [b"multipart/", b"message/"];
    let slashes = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/');
    let is_mark = |end: usize| {
        let before = &bytes[..=end];
        MARKS.iter().any(|mark| {
            let start = before.len().checked_sub(mark.len());
            start.is_some_and(|start| before[start..].eq_ignore_ascii_case(mark))
        })
    };
    slashes.filter(|(end, _)| is_mark(*end)).count()
}

/// The people of a header. Groups are the people in them.
fn mailboxes(address: Option<&mail_parser::Address<'_>>) -> Vec<Mailbox> {
    let shown = |text: Option<&str>| {
        text.map(shown_name).map(|it| it.trim().to_owned()).filter(|it| !it.is_empty())
    };
    let all = address.into_iter().flat_map(|it| it.iter());
    all.map(|it| Mailbox { name: shown(it.name()), address: shown(it.address()) })
        .filter(|it| it.name.is_some() || it.address.is_some())
        .collect()
}

/// The names of the e-mails that this one answers: first those of `References`, the one answered
/// last.
fn answers(message: &Message<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for header in [message.references(), message.in_reply_to()] {
        let texts: Vec<&str> = match header {
            HeaderValue::Text(text) => vec![text],
            HeaderValue::TextList(texts) => texts.iter().map(AsRef::as_ref).collect(),
            HeaderValue::Address(_)
            | HeaderValue::DateTime(_)
            | HeaderValue::ContentType(_)
            | HeaderValue::Received(_)
            | HeaderValue::Empty => Vec::new(),
        };
        for name in texts.into_iter().map(shown_name) {
            names.retain(|it| *it != name);
            names.push(name);
        }
    }
    names
}
