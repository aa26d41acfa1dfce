//! Templates: those that Holdfast brings, and the household's own.

use holdfast_domain::text::{LINE, PROSE};
use holdfast_domain::{LetterKind, LetterTemplate, LetterTemplateId};

use super::edits::problem;
use super::text::fault_error;
use crate::clock::new_id;
use crate::error::{not_found, refused_with};
use crate::wire::Deed;
use crate::wire::{self, AppError, Done};
use crate::{App, from_wire};

impl App {
    /// For each kind the template that it is written with, Holdfast's or the household's in its
    /// place, and behind it those that the household added.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn letter_templates(&self) -> Result<Vec<wire::LetterTemplate>, AppError> {
        let own = self.read(|reader| Ok(reader.letter_templates()?))?;
        let mut all = Vec::new();
        for kind in LetterKind::ALL.iter().copied() {
            let of_kind = || own.iter().filter(move |it| it.kind == kind);
            all.push(match of_kind().find(|it| it.name.is_none()) {
                Some(in_place) => shown(in_place),
                None => wire::LetterTemplate {
                    id: None,
                    kind: kind.into(),
                    name: None,
                    text: holdfast_letters::builtin_template(kind).to_owned(),
                },
            });
            all.extend(of_kind().filter(|it| it.name.is_some()).map(shown));
        }
        Ok(all)
    }

    /// Keeps a template: in place of Holdfast's where it has no name, beside it where it has one.
    ///
    /// # Errors
    /// `TemplateFault` with its line; `Refused` where it is too long; `NotFound`.
    pub fn save_letter_template(&self, form: &wire::LetterTemplate) -> Result<Done, AppError> {
        let kind = LetterKind::from(form.kind);
        let name = from_wire::line_option(form.name.as_deref());
        let problems: Vec<_> = [
            problem("name", name.as_deref().unwrap_or_default(), LINE),
            problem("text", &form.text, PROSE),
        ]
        .into_iter()
        .flatten()
        .collect();
        if !problems.is_empty() {
            return Err(refused_with(problems));
        }
        holdfast_letters::check_template(kind, &form.text).map_err(|fault| fault_error(&fault))?;
        let known: Option<LetterTemplateId> = from_wire::id_option("id", form.id.as_deref())?;
        let about = name.clone().unwrap_or_default();
        self.change(Deed::SaveLetterTemplate, &about, |writer| {
            let all = writer.letter_templates()?;
            // A kind has one template without a name, however often it is changed.
            let in_place = all.iter().find(|it| it.kind == kind && it.name.is_none());
            let in_place = in_place.filter(|_| name.is_none()).map(|it| it.id);
            let id = match known {
                Some(id) => {
                    all.iter().find(|it| it.id == id).map(|it| it.id).ok_or_else(not_found)?
                }
                None => in_place.unwrap_or_else(new_id),
            };
            writer.put_letter_template(&LetterTemplate {
                id,
                kind,
                name,
                text: form.text.clone(),
            })?;
            Ok((Some(id.to_string()), Vec::new()))
        })
    }

    /// Takes a template of the household's own away: where it stood in place of Holdfast's, that
    /// one writes the letters of its kind again.
    ///
    /// # Errors
    /// `NotFound`; `StillNamed` where a letter is written with it.
    pub fn reset_letter_template(&self, id: &str) -> Result<Done, AppError> {
        let template: LetterTemplateId = from_wire::id("id", id)?;
        self.change(Deed::ResetLetterTemplate, "", |writer| {
            writer.bin(template)?;
            Ok((Some(id.to_owned()), Vec::new()))
        })
    }
}

fn shown(of: &LetterTemplate) -> wire::LetterTemplate {
    wire::LetterTemplate {
        id: Some(of.id.to_string()),
        kind: of.kind.into(),
        name: of.name.clone(),
        text: of.text.clone(),
    }
}
