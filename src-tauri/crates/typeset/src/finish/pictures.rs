//! The pictures' own bytes, under the names by which pages draw them (ISO 32000-1, 8.9.5).

use holdfast_domain::document::{Block, Document, Picture, PictureCoding};
use lopdf::{Dictionary, ObjectId, Stream, dictionary};

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
) -> Result<(), lopdf::Error> {
    let pictures: Vec<&Picture> = document.blocks.iter().filter_map(picture).collect();
    for (page, id) in pages.pages.iter().zip(places) {
        if page.pictures.is_empty() {
            continue;
        }
        let objects = objects(file, page, &pictures);
        let own = file.get_dictionary(*id)?.get(b"Resources")?;
        let resources = own.as_reference().unwrap_or(*id);
        let dictionary = file.get_dictionary_mut(resources)?;
        if resources == *id {
            dictionary.get_mut(b"Resources")?.as_dict_mut()?.set("XObject", objects);
        } else {
            dictionary.set("XObject", objects);
        }
    }
    Ok(())
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
