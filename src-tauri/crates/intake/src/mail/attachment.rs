//! The files in an e-mail.

use std::borrow::Cow;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessagePart, MimeHeaders, PartType};

use super::MailAttachment;
use crate::original::problem::{Problem, ProblemCode, shown_name};
use crate::original::{Kind, kind};

/// Every file of an e-mail; what is in an e-mail within it is that one's.
pub(super) fn all(
    message: &Message<'_>,
    bytes: &[u8],
    remarks: &mut Vec<Problem>,
) -> Vec<MailAttachment> {
    let attachments = message.attachments().map(|part| attachment(part, bytes, remarks));
    attachments.collect()
}

fn attachment(part: &MessagePart<'_>, bytes: &[u8], remarks: &mut Vec<Problem>) -> MailAttachment {
    let name = part.attachment_name().map(shown_name).filter(|it| !it.trim().is_empty());
    if part.is_encoding_problem {
        let name = name.clone().unwrap_or_default();
        remarks.push(Problem::remark(ProblemCode::BadAttachment, name));
    }
    let (name, bytes, is_mail) = match &part.body {
        PartType::Message(inner) => {
            let name = name.or_else(|| inner.subject().map(shown_name));
            (name, raw(part, bytes).unwrap_or_default().into_owned(), true)
        }
        PartType::Binary(content) | PartType::InlineBinary(content) => {
            (name, content.to_vec(), false)
        }
        // A text is given as its bytes were: in its own encoding, with its own line ends.
        PartType::Text(text) | PartType::Html(text) => {
            let content =
                raw(part, bytes).map_or_else(|| text.as_bytes().to_vec(), Cow::into_owned);
            (name, content, false)
        }
        PartType::Multipart(_) => (name, Vec::new(), false),
    };
    // An e-mail in an e-mail may have few headers: the one around it says what it is.
    let kind = if is_mail { Kind::Mail } else { kind(&bytes) };
    MailAttachment { name, kind, bytes, is_inline: is_inline(part) }
}

/// Whether the sender's program put it into the text.
fn is_inline(part: &MessagePart<'_>) -> bool {
    match part.content_disposition() {
        Some(disposition) => disposition.is_inline(),
        None => part.content_id().is_some(),
    }
}

/// The bytes of a part as they were before they were packed for the way; `None` where they cannot
/// be unpacked.
pub(super) fn raw<'a>(part: &MessagePart<'_>, bytes: &'a [u8]) -> Option<Cow<'a, [u8]>> {
    let [from, to] = [part.offset_body, part.offset_end].map(usize::try_from);
    let packed = bytes.get(from.ok()?..to.ok()?)?;
    match part.encoding {
        Encoding::None => Some(Cow::Borrowed(packed)),
        Encoding::Base64 => base64_decode(packed).map(Cow::Owned),
        Encoding::QuotedPrintable => quoted_printable_decode(packed).map(Cow::Owned),
    }
}
