//! What is proposed of an e-mail before somebody says what it is.

use holdfast_domain::Sha256;
use holdfast_intake::mail::{MailAttachment, MailDraft, Mailbox};
use holdfast_intake::original::Family;

use super::who::{Sides, host};
use crate::evidence::look::{enclosed_name, person};
use crate::wire::{MailEnclosed, MailProposal, Named};

/// So much of its text is shown, in characters.
const BEGINNING: usize = 600;

/// Pictures within the text that are smaller are signs, lines and dots, in bytes.
const SIGN: usize = 30_000;

pub(super) fn of(
    sha256: Sha256,
    mail: &MailDraft,
    sides: &Sides,
    known: Option<&Named>,
) -> MailProposal {
    let found = sides.find(mail);
    let vendor = found.vendor.or_else(|| sides.only_vendor());
    let people = |all: &[Mailbox]| all.iter().map(person).collect::<Vec<_>>();
    let addresses = found.others.iter().filter_map(|one| one.address.as_deref());
    MailProposal {
        id: sha256.to_string(),
        subject: mail.subject.trim().to_owned(),
        sent_at: mail.sent_at.map(|at| at.to_rfc3339()),
        from: people(&mail.from),
        to: [people(&mail.to), people(&mail.cc)].concat(),
        text: mail.text.chars().take(BEGINNING).collect(),
        direction: found.direction.into(),
        vendor: vendor.map(|id| Named { id: id.to_string(), name: sides.vendor_name(id) }),
        people: sides.people(&found.others, vendor),
        host: { addresses }.find_map(host),
        enclosed: mail.attachments.iter().map(enclosed).collect(),
        known: known.cloned(),
        problems: mail.remarks.iter().map(|it| it.code.as_str().to_owned()).collect(),
    }
}

fn enclosed(of: &MailAttachment) -> MailEnclosed {
    MailEnclosed {
        name: enclosed_name(of),
        media_type: of.kind.media_type().to_owned(),
        size: u32::try_from(of.bytes.len()).unwrap_or(u32::MAX),
        keep: is_worth_keeping(of),
    }
}

/// Whether a file of an e-mail is more than a company's sign within its text.
pub(super) fn is_worth_keeping(of: &MailAttachment) -> bool {
    let is_sign = of.is_inline && of.kind.family() == Family::Picture && of.bytes.len() < SIGN;
    !of.bytes.is_empty() && !is_sign
}
