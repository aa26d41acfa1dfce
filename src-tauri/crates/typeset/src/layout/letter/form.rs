//! The measures of the forms of letters, in points.
//!
//! A letter slides in its envelope. An address shows in the window wherever the letter lies if it
//! stands in what all the window's places on the letter have in common.

use holdfast_domain::document::LetterForm;

use crate::layout::measure::{Frame, size};
use crate::page::Size;

/// A millimetre.
const MM: f32 = 72.0 / 25.4;
/// An inch.
const INCH: f32 = 72.0;

/// Where things stand on a letter's first page, from the paper's upper left corner.
pub(super) struct Form {
    /// The left edge of the sender's lines.
    pub(super) sender: f32,
    /// The upper edge of the sender's lines.
    pub(super) top: f32,
    /// The recipient's lines.
    pub(super) address: Address,
    /// Whether the sender's address stands on one line above the recipient's.
    pub(super) return_line: bool,
    /// Where date and references stand at the right, if they do not stand above the subject.
    pub(super) information: Option<f32>,
    /// Where what follows begins, if nothing above pushes it down.
    pub(super) text: f32,
    /// Marks at the left edge for folding and punching: how far down, how long.
    pub(super) marks: &'static [(f32, f32)],
}

/// The part of the page that an envelope's window shows.
pub(super) struct Address {
    /// The highest that an address of many lines may begin.
    pub(super) top: f32,
    /// Where an address of few lines begins.
    pub(super) begin: f32,
    /// Where it ends, unless it has more lines than the window shows.
    pub(super) bottom: f32,
    pub(super) width: f32,
}

impl Address {
    /// The upper edge of an address of some height.
    pub(super) fn place(&self, height: f32) -> f32 {
        self.begin.min(self.bottom - height).max(self.top)
    }
}

/// From the left edge of the paper to the marks, which printers can still print.
pub(super) const MARKS: f32 = 5.0 * MM;

/// DIN 5008:2020, form B: the address field is 85 by 45 mm, 20 mm from the left and 45 mm from the
/// top, its text 5 mm further in; of it 17.7 mm are for the return address and remarks and 27.3 mm
/// for six lines of the address; the information block begins 125 mm from the left and 50 mm from
/// the top; the text begins two lines below the field; fold marks are at 105 and 210 mm and the
/// punch mark at 148.5 mm.
const DIN_5008: Form = Form {
    sender: 125.0 * MM,
    top: 17.0 * MM,
    address: Address { top: 50.0 * MM, begin: 62.7 * MM, bottom: 90.0 * MM, width: 80.0 * MM },
    return_line: true,
    information: Some(50.0 * MM),
    text: 98.5 * MM,
    marks: &[(105.0 * MM, 3.0 * MM), (148.5 * MM, 5.0 * MM), (210.0 * MM, 3.0 * MM)],
};

/// A DL envelope is 220 by 110 mm (ISO 269), its usual window 90 by 35 mm, 20 mm from the left and
/// 18 mm from the bottom. A4 folded in three is 210 by 99 mm, so the window's upper edge is 46 to 57 mm
/// from the letter's top, its lower edge 81 to 92 mm, its sides 10 to 20 and 100 to 110 mm from the
/// letter's left. What must not be read through the window stands below 92 mm or at the right.
const A4: Form = Form {
    sender: 125.0 * MM,
    top: 20.0 * MM,
    address: Address { top: 49.0 * MM, begin: 59.0 * MM, bottom: 79.0 * MM, width: 75.0 * MM },
    return_line: false,
    information: Some(59.0 * MM),
    text: 95.0 * MM,
    marks: &[],
};

/// A number 10 envelope is 9½ by 4⅛ inches, its window 4½ by 1⅛, ⅞ from the left and ½ from the
/// bottom; around the address ⅛ inch must stay clear (USPS, Domestic Mail Manual 601.6.3). A letter
/// folded in three is 8½ by 3⅔ inches, so the window's upper edge is 2.04 to 2.5 inches from the letter's top,
/// its lower edge 3.17 to 3.63, its sides at most ⅞ and at least 4⅜ inches from the letter's left.
const US_LETTER: Form = Form {
    sender: INCH,
    top: 0.75 * INCH,
    address: Address {
        top: 2.1 * INCH,
        begin: 2.5 * INCH,
        bottom: 3.05 * INCH,
        width: 3.25 * INCH,
    },
    return_line: false,
    information: None,
    text: 3.35 * INCH,
    marks: &[],
};

/// The measures of a form.
pub(super) fn of(form: LetterForm) -> &'static Form {
    match form {
        LetterForm::UsLetter => &US_LETTER,
        LetterForm::A4 => &A4,
        LetterForm::Din5008 => &DIN_5008,
    }
}

/// The frame of a form's pages: 25 mm at the left and 20 mm at the right as DIN 5008 has it, on US
/// Letter an inch. It is deeper than that of other documents, since nothing stands below it.
pub(in crate::layout) fn frame(form: LetterForm) -> Frame {
    let Size { width, height } = size(form.paper());
    let (left, right) = match form {
        LetterForm::UsLetter => (INCH, INCH),
        LetterForm::A4 | LetterForm::Din5008 => (25.0 * MM, 20.0 * MM),
    };
    Frame {
        size: Size { width, height },
        left,
        width: width - left - right,
        top: 84.0,
        bottom: height - 22.0 * MM,
    }
}
