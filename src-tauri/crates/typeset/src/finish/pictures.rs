//! The pictures' own bytes, under the names by which pages draw them (ISO 32000-1, 8.9.5).

use holdfast_domain::document::{Block, Document, Picture, PictureCoding};
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use crate::beneath::FONT;
use crate::page::{Page, Pages};

/// What a page calls the picture of a number.
pub(crate) fn name(number: usize) -> String {
    format!("Picture{number}")
}

/// Adds the pictures that stand on the pages.
pub(super) fn add(
    file: &mut lopdf::Document,
    pages: &Pages,
    document: &Document,
    places: &[ObjectId],
    beneath: Option<ObjectId>,
) -> Result<(), lopdf::Error> {
    let pictures: Vec<&Picture> = document.blocks.iter().filter_map(picture).collect();
    for (page, id) in pages.pages.iter().zip(places) {
        if page.pictures.is_empty() {
            continue;
        }
        let objects = objects(file, page, &pictures);
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

fn objects(file: &mut lopdf::Document, page: &Page, pictures: &[&Picture]) -> Dictionary {
    let mut objects = Dictionary::new();
    for placed in &page.pictures {
        if let Some(picture) = pictures.get(placed.number) {
            objects.set(name(placed.number), file.add_object(stream(picture)));
        }
    }
    objects
}

/// A picture whose bytes stand in the file as they were given.
fn stream(picture: &Picture) -> Stream {
    let filter = match picture.coding {
        PictureCoding::Jpeg => "DCTDecode",
        PictureCoding::Deflated => "FlateDecode",
    };
    let colours = if picture.components == 1 { "DeviceGray" } else { "DeviceRGB" };
    let kind = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(picture.width),
        "Height" => i64::from(picture.height),
        "ColorSpace" => colours,
        "BitsPerComponent" => 8,
        "Filter" => filter,
    };
    Stream::new(kind, picture.bytes.to_vec()).with_compression(false)
}
