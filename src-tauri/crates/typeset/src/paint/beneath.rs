//! Setting the words beneath a picture.

use printpdf::{DictItem, Op, TextMatrix};

use super::hundredths;
use crate::beneath::{BELOW, FONT, HEIGHT, Letters};
use crate::page::{PlacedPicture, Size};

/// Text that is not drawn (ISO 32000-1, 9.3.6).
const INVISIBLE: i64 = 3;
/// Text that is filled, as all other is.
const FILLED: i64 = 0;

/// Sets the words of a picture on a page of a size; `advance` is how wide a character is, as a share
/// of the type's size.
pub(super) fn ops(of: &PlacedPicture, size: Size, letters: &Letters, advance: f32) -> Vec<Op> {
    let mut ops = vec![
        operation("Tf", vec![DictItem::Name(FONT.as_bytes().to_vec()), DictItem::Int(1)]),
        operation("Tr", vec![DictItem::Int(INVISIBLE)]),
    ];
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
        let matrix = [wide, 0.0, 0.0, high, x, bottom + BELOW * high].map(hundredths);
        let matrix = [matrix[0].max(0.01), 0.0, 0.0, matrix[3].max(0.01), matrix[4], matrix[5]];
        ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw(matrix) });
        ops.push(operation("Tj", vec![DictItem::String { data, literal: false }]));
    }
    ops.push(operation("Tr", vec![DictItem::Int(FILLED)]));
    ops
}

fn operation(key: &str, value: Vec<DictItem>) -> Op {
    Op::Unknown { key: key.to_owned(), value }
}
