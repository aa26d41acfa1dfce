//! The outline that viewers show beside the pages.

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::links;
use crate::page::{Bookmark, Pages};

/// A bookmark and those below it.
struct Entry<'a> {
    bookmark: &'a Bookmark,
    below: Vec<Entry<'a>>,
}

/// Adds the outline to the file; none if there are no bookmarks.
pub(super) fn add(
    file: &mut lopdf::Document,
    pages: &Pages,
    places: &[ObjectId],
) -> Option<Object> {
    let entries = nested(&pages.bookmarks);
    if entries.is_empty() {
        return None;
    }
    let root = file.new_object_id();
    let level = Level { places, height: pages.size.height };
    let (first, last) = level.add(file, root, &entries)?;
    let count = pages.bookmarks.len() as i64;
    file.objects.insert(
        root,
        Object::Dictionary(dictionary! {
            "Type" => "Outlines",
            "First" => first,
            "Last" => last,
            "Count" => count,
        }),
    );
    Some(Object::Reference(root))
}

/// The bookmarks of level 2 below those of level 1 before them.
fn nested(bookmarks: &[Bookmark]) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for bookmark in bookmarks {
        let entry = Entry { bookmark, below: Vec::new() };
        match entries.last_mut() {
            Some(above) if bookmark.level > 1 && above.bookmark.level == 1 => {
                above.below.push(entry);
            }
            _ => entries.push(entry),
        }
    }
    entries
}

/// Where bookmarks lead to.
struct Level<'a> {
    places: &'a [ObjectId],
    height: f32,
}

impl Level<'_> {
    /// Adds entries below a parent; gives the first and the last.
    fn add(
        &self,
        file: &mut lopdf::Document,
        parent: ObjectId,
        entries: &[Entry<'_>],
    ) -> Option<(ObjectId, ObjectId)> {
        let ids: Vec<ObjectId> = entries.iter().map(|_| file.new_object_id()).collect();
        for (number, entry) in entries.iter().enumerate() {
            let mut item = self.item(entry.bookmark, parent);
            if let Some(before) = number.checked_sub(1).and_then(|at| ids.get(at)) {
                item.set("Prev", *before);
            }
            if let Some(next) = ids.get(number + 1) {
                item.set("Next", *next);
            }
            if let Some((first, last)) = self.add(file, ids[number], &entry.below) {
                item.set("First", first);
                item.set("Last", last);
                item.set("Count", entry.below.len() as i64);
            }
            file.objects.insert(ids[number], Object::Dictionary(item));
        }
        Some((*ids.first()?, *ids.last()?))
    }

    fn item(&self, bookmark: &Bookmark, parent: ObjectId) -> Dictionary {
        let mut item = dictionary! {
            "Title" => lopdf::text_string(&bookmark.title),
            "Parent" => parent,
        };
        let place = bookmark.place;
        if let Some(page) = self.places.get(place.page) {
            item.set("Dest", links::destination(*page, self.height, place));
        }
        item
    }
}
