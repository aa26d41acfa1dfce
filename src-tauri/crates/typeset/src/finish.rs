//! What printpdf lacks: nested bookmarks, properties, identity, and writing the file.

mod outline;
mod properties;

use chrono::NaiveDate;
use holdfast_domain::document::Document;
use lopdf::{Object, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use crate::TypesetError;
use crate::page::Pages;

/// Completes a painted file and writes it.
pub(crate) fn finish(
    mut file: lopdf::Document,
    pages: &Pages,
    document: &Document,
) -> Result<Vec<u8>, TypesetError> {
    let outline = outline::add(&mut file, pages);
    let metadata = properties::metadata(&mut file, document);
    let catalog = file.catalog_mut().map_err(failed)?;
    catalog.set("Lang", lopdf::text_string(&document.language));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("Metadata", metadata);
    catalog.set("PageMode", if outline.is_some() { "UseOutlines" } else { "UseNone" });
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
    }
    let info = file.add_object(properties::info(document));
    if let Ok(Object::Reference(old)) = file.trailer.get(b"Info").cloned() {
        file.objects.remove(&old);
    }
    file.trailer.set("Info", info);
    let id = identity(&file, document);
    file.trailer.set("ID", vec![id.clone(), id]);
    file.version = "1.7".to_owned();
    file.compress();
    file.renumber_objects();
    let mut bytes = Vec::new();
    file.save_modern(&mut bytes).map_err(|why| TypesetError::Write(why.to_string()))?;
    Ok(bytes)
}

/// The file's identity: a digest of what is in it, so that the same document has the same.
fn identity(file: &lopdf::Document, document: &Document) -> Object {
    let mut hash = Sha256::new();
    hash.update(document.dated.to_string());
    hash.update(&document.title);
    for object in file.objects.values() {
        if let Object::Stream(stream) = object {
            hash.update(&stream.content);
        }
    }
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
