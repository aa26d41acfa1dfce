//! Changing a draft: what was chosen for it, and the person's own words over what the record says.

use holdfast_domain::text::{self, LINE, PROSE};
use holdfast_domain::validity::ProblemCode;
use holdfast_domain::{
    Channel, Dispute, Letter, LetterEdit, LetterId, LetterKind, LetterTemplateId,
};
use holdfast_store::Writer;

use crate::clock::new_id;
use crate::error::{code_problem, not_found, plain, refused, refused_with};
use crate::wire::Deed;
use crate::wire::{self, AppError, Done, ErrorCode, FieldProblem};
use crate::{App, from_wire};

impl App {
    /// Keeps what was chosen for a letter. Its kind and its dispute stay.
    ///
    /// # Errors
    /// `NotFound`; `LetterSent`; `Refused` with the fields that stand in the way.
    pub fn save_letter(&self, form: &wire::Letter) -> Result<Done, AppError> {
        self.change_letter(&form.id, Deed::SaveLetter, |letter, writer| {
            let chosen = from_wire_letter(form, letter)?;
            let dispute = writer.dispute(letter.dispute)?.ok_or_else(not_found)?;
            check(writer, &dispute, &chosen)?;
            *letter = chosen;
            Ok(())
        })
    }

    /// Keeps a paragraph in the person's own words. Empty words leave it out. Where they are those
    /// of the record, the record has the word again.
    ///
    /// `base` is how the paragraph was composed when they were written, empty for one that was
    /// added; `after` is the key of the one that an added paragraph stands behind.
    ///
    /// # Errors
    /// `NotFound`; `LetterSent`; `Refused` where the words cannot be kept.
    pub fn save_letter_edit(
        &self,
        letter: &str,
        key: &str,
        base: &str,
        text: &str,
        after: Option<&str>,
    ) -> Result<Done, AppError> {
        let edit = LetterEdit {
            id: new_id(),
            key: key.to_owned(),
            base: base.to_owned(),
            text: text.trim().to_owned(),
            after: from_wire::line_option(after),
        };
        let problems: Vec<FieldProblem> = [
            problem("key", &edit.key, LINE),
            problem("base", &edit.base, PROSE),
            problem("text", &edit.text, PROSE),
        ]
        .into_iter()
        .flatten()
        .collect();
        if !problems.is_empty() {
            return Err(refused_with(problems));
        }
        self.change_letter(letter, Deed::SaveLetterEdit, |letter, _| {
            let known = letter.edits.iter().position(|it| it.key == edit.key);
            if edit.text == edit.base {
                letter.edits.retain(|it| it.key != edit.key);
            } else if let Some(at) = known {
                let id = letter.edits[at].id;
                letter.edits[at] = LetterEdit { id, ..edit };
            } else {
                letter.edits.push(edit);
            }
            Ok(())
        })
    }

    /// Uses the record's words again, or drops a paragraph that was added.
    ///
    /// # Errors
    /// `NotFound`; `LetterSent`.
    pub fn drop_letter_edit(&self, letter: &str, key: &str) -> Result<Done, AppError> {
        self.change_letter(letter, Deed::DropLetterEdit, |letter, _| {
            let dropped = letter.edits.iter().find(|it| it.key == key).cloned();
            letter.edits.retain(|it| it.key != key);
            // What stood behind a paragraph that was added now stands behind the one before it.
            if let Some(dropped) = dropped.filter(|it| it.base.is_empty()) {
                let behind = letter.edits.iter_mut().filter(|it| it.after.as_deref() == Some(key));
                behind.for_each(|it| it.after.clone_from(&dropped.after));
            }
            Ok(())
        })
    }

    /// Puts a draft into the bin.
    ///
    /// # Errors
    /// `NotFound`; `LetterSent`.
    pub fn drop_letter(&self, id: &str) -> Result<Done, AppError> {
        let letter: LetterId = from_wire::id("id", id)?;
        self.change(Deed::DropLetter, "", |writer| {
            draft(writer, letter)?;
            writer.bin(letter)?;
            Ok((Some(id.to_owned()), Vec::new()))
        })
    }

    fn change_letter(
        &self,
        id: &str,
        what: Deed,
        edit: impl FnOnce(&mut Letter, &mut Writer<'_>) -> Result<(), AppError>,
    ) -> Result<Done, AppError> {
        let id: LetterId = from_wire::id("id", id)?;
        self.change(what, "", |writer| {
            let mut letter = draft(writer, id)?;
            edit(&mut letter, writer)?;
            writer.put_letter(&letter)?;
            Ok((Some(id.to_string()), Vec::new()))
        })
    }
}

/// The letter, which must not have gone out.
pub(super) fn draft(writer: &Writer<'_>, id: LetterId) -> Result<Letter, AppError> {
    let letter = writer.letter(id)?.ok_or_else(not_found)?;
    match writer.sending_of(id)? {
        Some(_) => Err(plain(ErrorCode::LetterSent)),
        None => Ok(letter),
    }
}

/// How a letter can go out, and a dossier.
pub(crate) fn channel(field: &str, by: wire::Channel) -> Result<Channel, AppError> {
    match Channel::from(by) {
        by @ (Channel::Letter | Channel::Email | Channel::WebForm) => Ok(by),
        Channel::Phone
        | Channel::Chat
        | Channel::Social
        | Channel::Visit
        | Channel::Statement
        | Channel::Other => Err(refused(field, "not_for_letters", [])),
    }
}

fn from_wire_letter(form: &wire::Letter, known: &Letter) -> Result<Letter, AppError> {
    let text = |text: &Option<String>| from_wire::line_option(text.as_deref());
    Ok(Letter {
        id: known.id,
        dispute: known.dispute,
        kind: known.kind,
        template: from_wire::id_option("template", form.template.as_deref())?,
        to_vendor: from_wire::id("toVendor", &form.to_vendor)?,
        to_contact: from_wire::id_option("toContact", form.to_contact.as_deref())?,
        office: text(&form.office),
        by: channel("by", form.by)?,
        from: from_wire::id("from", &form.from)?,
        about: from_wire::id_option("about", form.about.as_deref())?,
        help: from_wire::id_option("help", form.help.as_deref())?,
        request: text(&form.request),
        reason: text(&form.reason),
        basis: text(&form.basis),
        next_body: text(&form.next_body),
        reply_by: from_wire::day_option("replyBy", form.reply_by.as_deref())?,
        tone: form.tone.into(),
        with_effect: form.with_effect,
        with_dossier: form.with_dossier,
        show_accounts: form.show_accounts,
        leave_out: ids("leaveOut", &form.leave_out)?,
        leave_out_claims: ids("leaveOutClaims", &form.leave_out_claims)?,
        enclosures: ids("enclosures", &form.enclosures)?,
        edits: known.edits.clone(),
    })
}

fn ids<I: std::str::FromStr>(field: &str, texts: &[String]) -> Result<Vec<I>, AppError> {
    texts.iter().map(|text| from_wire::id(field, text)).collect()
}

/// That what was chosen is there and belongs together.
/// Refuses what a letter names and cannot.
pub(crate) fn check(
    writer: &Writer<'_>,
    dispute: &Dispute,
    letter: &Letter,
) -> Result<(), AppError> {
    writer.vendor(letter.to_vendor)?.ok_or_else(not_found)?;
    writer.member(letter.from)?.ok_or_else(not_found)?;
    let mut problems: Vec<FieldProblem> = [
        ("office", &letter.office, LINE),
        ("request", &letter.request, PROSE),
        ("reason", &letter.reason, PROSE),
        ("basis", &letter.basis, PROSE),
        ("nextBody", &letter.next_body, LINE),
    ]
    .into_iter()
    .filter_map(|(field, text, limit)| problem(field, text.as_deref()?, limit))
    .collect();
    let mut refuse = |field: &str, code: &str| problems.extend(refused(field, code, []).problems);
    if let Some(contact) = letter.to_contact
        && writer.contact(contact)?.is_none_or(|it| it.vendor != letter.to_vendor)
    {
        refuse("toContact", "not_at_vendor");
    }
    if let Some(event) = letter.about
        && writer.event(event)?.is_none_or(|it| it.dispute != letter.dispute)
    {
        refuse("about", "unknown_reference");
    }
    if let Some(help) = letter.help
        && dispute.advocates.iter().all(|it| it.id != help)
    {
        refuse("help", "unknown_reference");
    }
    if let Some(template) = letter.template
        && kind_of(writer, template)? != Some(letter.kind)
    {
        refuse("template", "unknown_reference");
    }
    if problems.is_empty() { Ok(()) } else { Err(refused_with(problems)) }
}

fn kind_of(
    writer: &Writer<'_>,
    template: LetterTemplateId,
) -> Result<Option<LetterKind>, AppError> {
    let all = writer.letter_templates()?;
    Ok(all.into_iter().find(|it| it.id == template).map(|it| it.kind))
}

/// What keeps a text from being kept.
pub(super) fn problem(field: &str, value: &str, limit: usize) -> Option<FieldProblem> {
    let error = text::check(value, limit).err()?;
    Some(code_problem(field, &ProblemCode::from(error)))
}
