//! Where things stand on a letter's first page, in twentieths of a point.

use docx_rs::PageMargin;
use holdfast_domain::document::LetterForm;

use super::styles::ADDRESS_LINE;

/// The measures of a form.
pub(super) struct Form {
    /// Width and height.
    pub(super) paper: (u32, u32),
    left: i32,
    right: i32,
    top: u32,
    /// From the left margin to the sender's lines.
    pub(super) sender: i32,
    /// From the recipient's lines to the right margin.
    pub(super) recipient: i32,
    /// From the top of the paper to the recipient's first line.
    address: u32,
    /// From the top of the paper to the date.
    text: u32,
    /// How many characters of the sender fit on a line.
    narrow: usize,
}

/// A tenth of a millimetre is 5.67 twentieths of a point.
const fn tenths_mm(tenths: u32) -> u32 {
    tenths * 567 / 100
}

const A4: (u32, u32) = (11_906, 16_838);
const INCH: u32 = 1_440;

/// A4, folded in three for a DL window envelope: the window shows 57 to 81 mm from the top.
const INTERNATIONAL: Form = Form {
    paper: A4,
    left: tenths_mm(250).cast_signed(),
    right: tenths_mm(200).cast_signed(),
    top: tenths_mm(200),
    sender: tenths_mm(1_000).cast_signed(),
    recipient: tenths_mm(900).cast_signed(),
    address: tenths_mm(590),
    text: tenths_mm(920),
    narrow: 36,
};

/// DIN 5008 form B: the address begins 62.7 mm from the top, the text 98.5 mm.
const DIN_5008: Form = Form {
    top: tenths_mm(170),
    recipient: tenths_mm(850).cast_signed(),
    address: tenths_mm(627),
    text: tenths_mm(985),
    ..INTERNATIONAL
};

/// US Letter, folded in three for a number 10 window envelope: the window shows 2.5 to 3.17 inches
/// from the top.
const US_LETTER: Form = Form {
    paper: (12_240, 15_840),
    left: INCH.cast_signed(),
    right: INCH.cast_signed(),
    top: INCH * 3 / 4,
    sender: 0,
    recipient: (INCH * 13 / 4).cast_signed(),
    address: INCH * 5 / 2,
    text: INCH * 363 / 100,
    narrow: 90,
};

/// The least space between two parts of the head.
const LEAST: u32 = 240;

pub(super) fn of(form: LetterForm) -> &'static Form {
    match form {
        LetterForm::UsLetter => &US_LETTER,
        LetterForm::A4 => &INTERNATIONAL,
        LetterForm::Din5008 => &DIN_5008,
    }
}

impl Form {
    pub(super) fn margins(&self) -> PageMargin {
        PageMargin {
            top: self.top.cast_signed(),
            left: self.left,
            bottom: tenths_mm(200).cast_signed(),
            right: self.right,
            header: 0,
            footer: 0,
            gutter: 0,
        }
    }

    /// From the sender's last line to the recipient's first, which the window must show.
    pub(super) fn above_recipient(&self, sender: &[String]) -> u32 {
        let wrapped = |line: &String| line.chars().count().div_ceil(self.narrow).max(1);
        let used = self.top + height(sender.iter().map(wrapped).sum());
        self.address.saturating_sub(used).max(LEAST)
    }

    /// From the recipient's last line to the date, which the window must not show.
    pub(super) fn below_recipient(&self, recipient: &[String]) -> u32 {
        let used = self.address + height(recipient.len());
        self.text.saturating_sub(used).max(LEAST)
    }
}

fn height(lines: usize) -> u32 {
    u32::try_from(lines).map_or(u32::MAX, |lines| lines.saturating_mul(ADDRESS_LINE)).min(A4.1)
}
