//! Texts and e-mails as words.

use std::sync::Arc;

use holdfast_dossier::Shown;
use holdfast_intake::mail::{MailDraft, Mailbox};
use holdfast_intake::original::{Kind, ProblemCode};

use crate::evidence::look;
use crate::foreign;

/// The longest text that stands in a dossier, in characters: some thirty pages.
const LONGEST: usize = 80_000;

/// What is said where the words cannot be read.
const UNREADABLE: &str = "Its text cannot be read here; open the attached original.";

/// The words of an original.
pub(super) fn shown(kind: Kind, bytes: &Arc<[u8]>) -> Result<Shown, String> {
    if kind == Kind::Mail {
        return foreign::mail(bytes).map(of_mail).map_err(|_| UNREADABLE.to_owned());
    }
    let text = look::whole(&foreign::text(bytes, foreign::PATIENCE)).map_err(why)?;
    let (text, is_cut) = look::beginning(&text, LONGEST);
    Ok(Shown::Words { head: Vec::new(), text, is_cut })
}

fn why(code: ProblemCode) -> String {
    let why = if code == ProblemCode::Encrypted {
        "It cannot be opened without a password; open the attached original."
    } else if code == ProblemCode::Empty {
        "Nothing is in it."
    } else if code == ProblemCode::NoText {
        "There is no text in it; open the attached original."
    } else {
        UNREADABLE
    };
    why.to_owned()
}

fn of_mail(mail: MailDraft) -> Shown {
    let people = |all: &[Mailbox]| all.iter().map(look::person).collect::<Vec<_>>().join(", ");
    let enclosed: Vec<String> = mail.attachments.iter().map(look::enclosed_name).collect();
    let lines = [
        ("From", people(&mail.from)),
        ("To", people(&mail.to)),
        ("Copy to", people(&mail.cc)),
        ("Sent", mail.sent_at.map(|at| at.to_rfc2822()).unwrap_or_default()),
        ("Subject", mail.subject),
        ("Files in it", enclosed.join(", ")),
    ];
    let head = lines.into_iter().filter(|(_, value)| !value.trim().is_empty());
    let (text, is_cut) = look::beginning(&mail.text, LONGEST);
    Shown::Words {
        head: head.map(|(name, value)| (name.to_owned(), value)).collect(),
        text,
        is_cut,
    }
}
