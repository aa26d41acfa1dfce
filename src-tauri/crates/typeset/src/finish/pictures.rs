//! The pictures' own bytes, under the names by which pages draw them (ISO 32000-1, 8.9.5).

use holdfast_domain::document::{Block, Document, Picture, PictureCoding};
use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::bulk::Bulk;
use super::{Parts, beneath};
use crate::beneath::FONT;
use crate::page::Page;

/// What a page calls the picture of a number.
pub(crate) fn name(number: usize) -> String {
    format!("Picture{number}")
}

/// Adds the pictures that stand on the pages.
pub(super) fn add<'a>(
    file: &mut lopdf::Document,
    parts: Parts<'_>,
    document: &'a Document,
    places: &[ObjectId],
    bulk: &mut Bulk<'a>,
) -> Result<(), lopdf::Error> {
    let Parts { pages, beneath, blank, .. } = parts;
    let beneath = (!beneath.is_empty()).then(|| beneath::font(file, beneath, blank));
    let pictures: Vec<&Picture> = document.blocks.iter().filter_map(picture).collect();
    for (page, id) in pages.pages.iter().zip(places) {
        if page.pictures.is_empty() {
            continue;
        }
        let objects = objects(file, page, &pictures, bulk);
        resources(file, *id)?.set("XObject", objects);
        let has_words = page.pictures.iter().any(|it| it.beneath.is_some());
        if let Some(font) = beneath.filter(|_| has_words) {
            let shared = resources(file, *id)?.get(b"Font").and_then(Object::as_reference).ok();
            let mut fonts = match shared {
                Some(shared) => file.get_dictionary(shared)?.clone(),
                None => own_fonts(resources(file, *id)?),
            };
            fonts.set(FONT, font);
            resources(file, *id)?.set("Font", fonts);
        }
    }
    Ok(())
}

/// The resources of a page, which stand in it or by themselves.
fn resources(file: &mut lopdf::Document, page: ObjectId) -> Result<&mut Dictionary, lopdf::Error> {
    match file.get_dictionary(page)?.get(b"Resources")?.as_reference() {
        Ok(apart) => file.get_dictionary_mut(apart),
        Err(_) => file.get_dictionary_mut(page)?.get_mut(b"Resources")?.as_dict_mut(),
    }
}

/// The fonts that stand in the resources; none where no text is on the page.
fn own_fonts(resources: &Dictionary) -> Dictionary {
    resources.get(b"Font").and_then(Object::as_dict).cloned().unwrap_or_default()
}

fn picture(block: &Block) -> Option<&Picture> {
    if let Block::Picture(picture) = block { Some(picture) } else { None }
}

fn objects<'a>(
    file: &mut lopdf::Document,
    page: &Page,
    pictures: &[&'a Picture],
    bulk: &mut Bulk<'a>,
) -> Dictionary {
    let mut objects = Dictionary::new();
    for placed in &page.pictures {
        if let Some(picture) = pictures.get(placed.number) {
            let stream = bulk.add(file, kind(picture), &picture.bytes, false);
            objects.set(name(placed.number), stream);
        }
    }
    objects
}

/// What is said of a picture, whose bytes stand in the file as they were given.
fn kind(picture: &Picture) -> Dictionary {
    let filter = match picture.coding {
        PictureCoding::Jpeg => "DCTDecode",
        PictureCoding::Deflated => "FlateDecode",
    };
    let colours = if picture.components == 1 { "DeviceGray" } else { "DeviceRGB" };
    dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(picture.width),
        "Height" => i64::from(picture.height),
        "ColorSpace" => colours,
        "BitsPerComponent" => 8,
        "Filter" => filter,
    }
}
