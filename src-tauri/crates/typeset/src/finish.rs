//! What printpdf lacks: structure, links, nested bookmarks, attached files, properties, identity, and
//! writing the file.

mod attachments;
mod beneath;
mod bulk;
mod file;
mod intent;
mod links;
mod objects;
mod outline;
mod pictures;
mod properties;
mod structure;

use std::io::Write;

use chrono::NaiveDate;
use holdfast_domain::document::Document;
use lopdf::{Dictionary, Object, ObjectId, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use bulk::Bulk;
pub(crate) use pictures::name as picture_name;

use crate::beneath::Letters;
use crate::fonts::Blank;
use crate::marks::Marks;
use crate::page::Pages;
use crate::{Originals, TypesetError};

/// What a file is finished from beside its painted pages.
#[derive(Clone, Copy)]
pub(crate) struct Parts<'a> {
    pub(crate) pages: &'a Pages,
    pub(crate) marks: &'a Marks,
    pub(crate) beneath: &'a Letters,
    pub(crate) blank: &'a Blank,
}

/// Completes a painted file and writes it.
pub(crate) fn finish(
    mut file: lopdf::Document,
    parts: Parts<'_>,
    document: &Document,
    originals: &dyn Originals,
    to: &mut dyn Write,
) -> Result<(), TypesetError> {
    let places: Vec<ObjectId> = file.get_pages().into_values().collect();
    let mut bulk = Bulk::default();
    pictures::add(&mut file, parts, document, &places, &mut bulk).map_err(failed)?;
    let (additions, elements) = additions(&mut file, parts, document, &mut bulk);
    let catalog = file.catalog_mut().map_err(failed)?;
    additions.into_iter().for_each(|(key, value)| catalog.set(key, value));
    let info = file.add_object(properties::info(document));
    if let Ok(Object::Reference(old)) = file.trailer.get(b"Info").cloned() {
        file.objects.remove(&old);
    }
    file.trailer.set("Info", info);
    let id = identity(&file, &bulk, document);
    file.trailer.set("ID", vec![id.clone(), id]);
    file::write(file, &elements, &bulk, originals, to).map_err(TypesetError::Output)
}

/// What the file's catalogue says beside its pages, and the elements of the structure.
fn additions<'a>(
    file: &mut lopdf::Document,
    Parts { pages, marks, .. }: Parts<'_>,
    document: &'a Document,
    bulk: &mut Bulk<'a>,
) -> (Dictionary, objects::Written) {
    let places: Vec<ObjectId> = file.get_pages().into_values().collect();
    let areas = links::add(file, pages, marks, &places);
    let (structure, elements) = structure::add(file, pages, marks, &places, &areas);
    let mut catalog = dictionary! {
        "Lang" => lopdf::text_string(&document.language),
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        "MarkInfo" => dictionary! { "Marked" => true },
        "Metadata" => properties::metadata(file, document),
        "OutputIntents" => vec![intent::screen(file)],
        "StructTreeRoot" => structure,
    };
    let outline = outline::add(file, pages, &places);
    catalog.set("PageMode", if outline.is_some() { "UseOutlines" } else { "UseNone" });
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
    }
    let mut names = Dictionary::new();
    if let Some(destinations) = links::destinations(pages, &places) {
        names.set("Dests", destinations);
    }
    if let Some(attached) = attachments::add(file, &document.attachments, bulk) {
        names.set("EmbeddedFiles", attached.names);
        catalog.set("AF", attached.associated);
    }
    if !names.is_empty() {
        catalog.set("Names", names);
    }
    (catalog, elements)
}

/// The file's identity: a digest of what is in it, so that the same document has the same.
fn identity(file: &lopdf::Document, bulk: &Bulk<'_>, document: &Document) -> Object {
    let mut hash = Sha256::new();
    hash.update(document.dated.to_string());
    hash.update(&document.title);
    for object in file.objects.values() {
        if let Object::Stream(stream) = object {
            hash.update(&stream.content);
        }
    }
    bulk.digest(&mut hash);
    let digest = hash.finalize();
    Object::String(digest[..16].to_vec(), StringFormat::Hexadecimal)
}

/// A day as PDF writes it (ISO 32000-1, 7.9.4).
fn pdf_date(day: NaiveDate) -> String {
    day.format("D:%Y%m%d000000Z").to_string()
}

fn failed(why: lopdf::Error) -> TypesetError {
    TypesetError::Write(why.to_string())
}
