//! Setting the words beneath a picture.

use super::operators::Operators;
use crate::beneath::{BELOW, FONT, HEIGHT, Letters};
use crate::page::{PlacedPicture, Size};

/// Sets the words of a picture on a page of a size; `advance` is how wide a character is, as a share
/// of the type's size. Text of mode 3 is not drawn, that of mode 0 is filled as all other is
/// (ISO 32000-1, 9.3.6).
pub(super) fn set(
    of: &PlacedPicture,
    size: Size,
    (letters, advance): (&Letters, f32),
    content: &mut Operators,
) {
    content.font(FONT, 1.0);
    content.push("3 Tr");
    for word in of.words.iter() {
        let (data, count) = letters.word(&word.text);
        if count == 0 {
            continue;
        }
        let share = |part: u16, of: f32| f32::from(part) / 1_000.0 * of;
        let width = share(word.area.right - word.area.left, of.width);
        let height = share(word.area.bottom - word.area.top, of.height);
        let high = height / HEIGHT;
        let wide = width / (f32::from(count) * advance);
        let bottom = size.height - of.y - share(word.area.bottom, of.height);
        let x = of.x + share(word.area.left, of.width);
        content.stretch([wide.max(0.01), high.max(0.01)], x, bottom + BELOW * high);
        content.bytes(&data);
    }
    content.push("0 Tr");
}
