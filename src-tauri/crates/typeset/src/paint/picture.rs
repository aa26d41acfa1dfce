//! Drawing pictures, turned so that they stand upright, each in a fine frame: a white page within the
//! page would not be told from it.

use super::operators::Operators;
use crate::finish::picture_name;
use crate::page::{PlacedPicture, Size};

/// How wide the line around a picture is, in points.
const FRAME: f32 = 0.5;

/// Draws a picture at its place on a page of a size.
pub(super) fn draw(picture: &PlacedPicture, size: Size, content: &mut Operators) {
    content.push("q");
    content.numbers(&matrix(picture, size), "cm");
    content.push(&format!("/{} Do", picture_name(picture.number)));
    content.push("Q q 0.8 0.8 0.8 RG");
    content.numbers(&[FRAME], "w");
    let bottom = size.height - picture.y - picture.height;
    content.numbers(&[picture.x, bottom, picture.width, picture.height], "re");
    content.push("S Q");
}

/// From the unit square, in which the first row of what is stored is the upper edge, to the place on
/// the page (ISO 32000-1, 8.9.5.2), for the eight orientations of EXIF.
fn matrix(of: &PlacedPicture, size: Size) -> [f32; 6] {
    let (w, h) = (of.width, of.height);
    let (left, bottom) = (of.x, size.height - of.y - h);
    let (right, top) = (left + w, bottom + h);
    match of.orientation {
        2 => [-w, 0.0, 0.0, h, right, bottom],
        3 => [-w, 0.0, 0.0, -h, right, top],
        4 => [w, 0.0, 0.0, -h, left, top],
        5 => [0.0, -h, -w, 0.0, right, top],
        6 => [0.0, -h, w, 0.0, left, top],
        7 => [0.0, h, w, 0.0, left, bottom],
        8 => [0.0, h, -w, 0.0, right, bottom],
        _ => [w, 0.0, 0.0, h, left, bottom],
    }
}
