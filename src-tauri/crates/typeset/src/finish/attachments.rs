//! Files kept inside the file (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8).

use std::collections::BTreeSet;

use holdfast_domain::document::{AttachedFile, Relationship};
use lopdf::{Object, ObjectId, StringFormat, dictionary};

use super::bulk::Bulk;

/// The files in the form that the document's catalogue wants.
pub(super) struct Attached {
    /// By name, for viewers that list them.
    pub(super) names: Object,
    /// In order, as parts of the document.
    pub(super) associated: Object,
}

/// Adds the files; none if there are none.
pub(super) fn add<'a>(
    file: &mut lopdf::Document,
    attachments: &'a [AttachedFile],
    bulk: &mut Bulk<'a>,
) -> Option<Attached> {
    if attachments.is_empty() {
        return None;
    }
    let mut taken = BTreeSet::new();
    let mut names = Vec::with_capacity(attachments.len() * 2);
    let mut associated = Vec::with_capacity(attachments.len());
    for (number, attachment) in attachments.iter().enumerate() {
        let shown = shown(&attachment.name, &mut taken);
        let id = specification(file, attachment, &shown, bulk);
        // Viewers list files in the order of these names.
        let name = format!("file-{:06}", number + 1).into_bytes();
        names.extend([Object::String(name, StringFormat::Literal), id.into()]);
        associated.push(Object::Reference(id));
    }
    Some(Attached {
        names: Object::Dictionary(dictionary! { "Names" => names }),
        associated: Object::Array(associated),
    })
}

fn specification<'a>(
    file: &mut lopdf::Document,
    attached: &'a AttachedFile,
    shown: &str,
    bulk: &mut Bulk<'a>,
) -> ObjectId {
    let kind = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => Object::Name(media_type(&attached.media_type).into_bytes()),
        "Params" => dictionary! { "Size" => attached.bytes.size() as i64 },
    };
    let stream = bulk.add(file, kind, &attached.bytes, shrinks(&attached.media_type));
    file.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal(plain(shown)),
        "UF" => lopdf::text_string(shown),
        "Desc" => lopdf::text_string(&attached.description),
        "AFRelationship" => relationship(attached.relationship),
        "EF" => dictionary! { "F" => stream, "UF" => stream },
    })
}

fn relationship(relationship: Relationship) -> &'static str {
    match relationship {
        Relationship::Source => "Source",
        Relationship::Data => "Data",
        Relationship::Alternative => "Alternative",
        Relationship::Supplement => "Supplement",
        Relationship::Unspecified => "Unspecified",
    }
}

/// A media type if it is one, else the type of any bytes.
fn media_type(given: &str) -> String {
    let is_token = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$&^_.+-".contains(&b))
    };
    match given.split_once('/') {
        Some((kind, of)) if is_token(kind) && is_token(of) => given.to_ascii_lowercase(),
        Some(_) | None => "application/octet-stream".to_owned(),
    }
}

/// Whether files of a type become smaller when they are compressed; most are already.
fn shrinks(media_type: &str) -> bool {
    let known = ["text/", "image/svg", "image/bmp", "image/tiff", "message/", "application/rtf"];
    known.iter().any(|kind| media_type.starts_with(kind))
        || ["xml", "json"].iter().any(|kind| media_type.ends_with(kind))
}

/// The name that viewers show and save under: the last part of what may be a path, without
/// characters that control printing, and different from all others.
fn shown(name: &str, taken: &mut BTreeSet<String>) -> String {
    let last = name.rsplit(['/', '\\']).find(|part| !part.trim().is_empty()).unwrap_or_default();
    let clean: String = last.chars().filter(|c| !misleads(*c)).collect();
    let clean = clean.trim().trim_start_matches('.');
    let clean = if clean.is_empty() { "file" } else { clean };
    let (stem, ending) = match clean.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => (stem, format!(".{ending}")),
        Some(_) | None => (clean, String::new()),
    };
    let numbered = (2..).map(|number| format!("{stem} ({number}){ending}"));
    let mut candidates = std::iter::once(clean.to_owned()).chain(numbered);
    // Some systems take names for the same that differ only in capitals.
    let free = candidates.find(|name| taken.insert(name.to_lowercase()));
    free.unwrap_or_else(|| clean.to_owned())
}

/// Whether a character ends a line, turns text around (`fdp.exe` read from the right) or belongs to
/// paths.
fn misleads(c: char) -> bool {
    c.is_control()
        || matches!(c, ':' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A name in the letters that any program knows.
fn plain(name: &str) -> String {
    name.chars().map(|c| if matches!(c, ' '..='~') { c } else { '_' }).collect()
}
