//! Links within the document, and the places that they lead to.

use std::collections::BTreeMap;

use holdfast_domain::document::PlaceId;
use lopdf::{Object, ObjectId, StringFormat, dictionary};

use crate::marks::{Area, Marks};
use crate::page::{Pages, Place};

/// Adds an annotation for every area that leads elsewhere; gives them in the areas' order.
pub(super) fn add(
    file: &mut lopdf::Document,
    pages: &Pages,
    marks: &Marks,
    places: &[ObjectId],
) -> Vec<ObjectId> {
    let mut by_page: BTreeMap<usize, Vec<Object>> = BTreeMap::new();
    let mut ids = Vec::with_capacity(marks.areas.len());
    for area in &marks.areas {
        let id = annotation(file, area, pages.size.height);
        ids.push(id);
        by_page.entry(area.page).or_default().push(id.into());
    }
    for (number, page) in places.iter().enumerate() {
        let Ok(page) = file.get_dictionary_mut(*page) else { continue };
        match by_page.remove(&number) {
            Some(annotations) => page.set("Annots", annotations),
            None => drop(page.remove(b"Annots")),
        }
    }
    ids
}

/// The annotation of an area (ISO 32000-1, 12.5.6.5). It is printed, as archives want, and has no
/// frame.
fn annotation(file: &mut lopdf::Document, area: &Area, height: f32) -> ObjectId {
    let [left, top, right, bottom] = area.edges;
    let edges = [left, height - bottom, right, height - top];
    let rectangle: Vec<Object> =
        edges.iter().map(|edge| Object::Real((edge * 100.0).round() / 100.0)).collect();
    file.add_object(dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => rectangle,
        "Border" => vec![Object::from(0), 0.into(), 0.into()],
        "F" => 4,
        "Dest" => name(area.target),
        "Contents" => lopdf::text_string(&area.words),
    })
}

/// The places that links lead to, by name; none if there are no places.
pub(super) fn destinations(pages: &Pages, places: &[ObjectId]) -> Option<Object> {
    if pages.places.is_empty() {
        return None;
    }
    let named = pages.places.iter().flat_map(|(id, place)| {
        [name(*id), destination(places[place.page], pages.size.height, *place)]
    });
    Some(Object::Dictionary(dictionary! { "Names" => named.collect::<Vec<Object>>() }))
}

/// A place on a page as viewers go to it, the zoom as it is.
pub(super) fn destination(page: ObjectId, height: f32, place: Place) -> Object {
    let top = (height - place.y).round();
    Object::Array(vec![page.into(), "XYZ".into(), Object::Null, Object::Real(top), Object::Null])
}

/// The name of a place in the file, with as many figures for each, so that their order is that of
/// the numbers.
fn name(place: PlaceId) -> Object {
    Object::String(format!("place-{:010}", place.0).into_bytes(), StringFormat::Literal)
}
