//! What goes out with the letter. Copies, never originals.

use holdfast_domain::words::{date, occasion};
use holdfast_domain::{Attachment, LetterKind};

use crate::context::history::{Followed, followed};
use crate::record::Record;

/// What is enclosed, a line an entry: the dossier, the letter that is followed up, the copies that
/// were chosen.
pub(crate) fn lines(record: &Record<'_>) -> Vec<String> {
    let letter = record.letter;
    let mut lines = Vec::new();
    if letter.with_dossier {
        lines.push(format!("Dossier of the matter, {}", date(record.on)));
    }
    if letter.kind == LetterKind::FollowUp
        && let Some(Followed::Letter(earlier)) = followed(record)
    {
        lines.push(format!("Copy of my {} of {}", occasion(earlier.by), date(earlier.on)));
    }
    let all = record.case.attachments;
    let chosen = letter.enclosures.iter().filter_map(|id| all.iter().find(|one| one.id == *id));
    lines.extend(chosen.map(|one| format!("Copy: {}", name(one))));
    lines
}

fn name(attachment: &Attachment) -> &str {
    let caption = attachment.caption.as_deref().map(str::trim).filter(|text| !text.is_empty());
    caption.unwrap_or(&attachment.name)
}
