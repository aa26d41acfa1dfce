//! Marking content as what it is (ISO 32000-1, 14.6 to 14.8).

use super::operators::Operators;
use crate::marks::Owner;
use crate::page::Artifact;
use crate::tags::Role;

/// Begins content that belongs to its owner, whose role is given if it is part of the document.
pub(super) fn begin(owner: Owner, role: Option<&Role>, content: &mut Operators) {
    match owner {
        Owner::Artifact(what) => begin_artifact(what, content),
        Owner::Node { number, .. } => {
            let name = role.map_or("Span", Role::name);
            content.push(&format!("/{name}<</MCID {number}>>BDC"));
        }
    }
}

/// Begins content that only furnishes the page.
pub(super) fn begin_artifact(what: Artifact, content: &mut Operators) {
    let properties = match what {
        Artifact::Header => "/Type/Pagination/Subtype/Header",
        Artifact::Footer => "/Type/Pagination/Subtype/Footer",
        Artifact::Repeated => "/Type/Pagination",
        Artifact::Layout => "/Type/Layout",
    };
    content.push(&format!("/Artifact<<{properties}>>BDC"));
}

/// Begins content that reads as something else than its glyphs say.
pub(super) fn begin_reading(text: &str, content: &mut Operators) {
    let units = text.encode_utf16().map(|unit| format!("{unit:04X}"));
    content.push(&format!("/Span <</ActualText<FEFF{}>>>BDC", units.collect::<String>()));
}

/// Ends what was begun last.
pub(super) fn end(content: &mut Operators) {
    content.push("EMC");
}
