//! The person's own words, laid over what was composed.

use holdfast_domain::LetterEdit;

use crate::draft::{Paragraph, ParagraphStyle, Standing};

/// Lays the edits over the composition. Nothing that the person wrote is lost: words whose
/// paragraph is gone stay at the end, and the person is asked about them.
pub(crate) fn lay_over(mut paragraphs: Vec<Paragraph>, edits: &[LetterEdit]) -> Vec<Paragraph> {
    let mut homeless: Vec<Paragraph> = Vec::new();
    for edit in edits.iter().filter(|edit| !is_added(edit)) {
        match paragraphs.iter_mut().find(|one| one.key == edit.key) {
            Some(paragraph) => change(paragraph, edit),
            // A paragraph that was left out and is gone has no words to be asked about.
            None if edit.text.trim().is_empty() => {}
            None => homeless.push(gone(edit)),
        }
    }
    paragraphs.extend(homeless);
    // An added paragraph may stand behind another that was added later, so they are looked through
    // until none finds its place any more.
    let mut waiting: Vec<&LetterEdit> = edits.iter().filter(|edit| is_added(edit)).collect();
    loop {
        let before = waiting.len();
        waiting.retain(|edit| !insert(&mut paragraphs, edit));
        if waiting.len() == before {
            break;
        }
    }
    paragraphs.extend(waiting.into_iter().map(added));
    paragraphs
}

/// Puts an added paragraph behind the one that it names, where that is there.
fn insert(paragraphs: &mut Vec<Paragraph>, edit: &LetterEdit) -> bool {
    let place = match &edit.after {
        None => Some(0),
        Some(after) => paragraphs.iter().position(|one| one.key == *after).map(|at| at + 1),
    };
    if let Some(place) = place {
        paragraphs.insert(place, added(edit));
    }
    place.is_some()
}

/// Composed paragraphs are never empty, so only an added one has no base.
fn is_added(edit: &LetterEdit) -> bool {
    edit.base.is_empty()
}

fn change(paragraph: &mut Paragraph, edit: &LetterEdit) {
    paragraph.standing = if paragraph.composed == edit.base {
        Standing::Edited
    } else {
        Standing::Outdated { was: edit.base.clone() }
    };
    paragraph.text = edit.text.trim().to_owned();
}

fn gone(edit: &LetterEdit) -> Paragraph {
    Paragraph {
        key: edit.key.clone(),
        style: ParagraphStyle::Prose,
        composed: String::new(),
        text: edit.text.trim().to_owned(),
        standing: Standing::Outdated { was: edit.base.clone() },
    }
}

fn added(edit: &LetterEdit) -> Paragraph {
    Paragraph {
        key: edit.key.clone(),
        style: ParagraphStyle::Prose,
        composed: String::new(),
        text: edit.text.trim().to_owned(),
        standing: Standing::Added,
    }
}
