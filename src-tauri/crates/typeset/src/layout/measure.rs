//! The measures of a page: paper, margins, type and spacing, in points.

use holdfast_domain::document::Paper;

use crate::page::{Ink, Size};
use crate::shape::Forms;

/// A manner of setting text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Type {
    /// The size of the type.
    pub(super) size: f32,
    /// From one baseline to the next.
    pub(super) leading: f32,
    pub(super) ink: Ink,
    pub(super) strong: bool,
    pub(super) forms: Forms,
    /// What is added behind every letter, in thousandths of the size.
    pub(super) tracking: f32,
}

/// Running text.
pub(super) const BODY: Type = Type {
    size: 10.5,
    leading: 15.0,
    ink: Ink::Text,
    strong: false,
    forms: Forms::Text,
    tracking: 0.0,
};
/// Remarks about the document itself.
pub(super) const REMARK: Type = Type { size: 9.0, leading: 13.0, ink: Ink::Quiet, ..BODY };
/// Text in tables.
pub(super) const CELL: Type = Type { size: 9.5, leading: 13.0, forms: Forms::Tabular, ..BODY };
/// Text in the total rows of tables.
pub(super) const TOTAL: Type = Type { strong: true, ..CELL };
/// The head of a table.
pub(super) const HEAD: Type =
    Type { size: 8.5, leading: 11.0, ink: Ink::Quiet, strong: true, ..BODY };
/// The names of facts.
pub(super) const LABEL: Type = Type { size: 9.0, ink: Ink::Quiet, ..BODY };
/// The values of facts.
pub(super) const VALUE: Type = Type { forms: Forms::Tabular, ..BODY };
/// Running heads and page numbers.
pub(super) const FURNITURE: Type =
    Type { size: 8.5, leading: 12.0, ink: Ink::Quiet, forms: Forms::Tabular, ..BODY };
/// What sort of document it is, above the title.
pub(super) const KIND: Type = Type {
    size: 11.0,
    leading: 16.0,
    ink: Ink::Quiet,
    strong: true,
    forms: Forms::SmallCapitals,
    tracking: 80.0,
};
/// The sentence below the title.
pub(super) const LEAD: Type = Type { size: 13.0, leading: 20.0, ..BODY };

/// The title of the front page, smaller the longer it is.
pub(super) fn title(letters: usize) -> Type {
    let (size, leading) = match letters {
        0..=60 => (28.0, 34.0),
        61..=120 => (22.0, 28.0),
        _ => (16.0, 22.0),
    };
    Type { size, leading, strong: true, ..BODY }
}

/// A heading's type and the space above and below it.
pub(super) fn heading(level: u8) -> (Type, f32, f32) {
    let strong = Type { strong: true, ..BODY };
    match level {
        0 | 1 => (Type { size: 17.0, leading: 22.0, ..strong }, 28.0, 8.0),
        2 => (Type { size: 12.5, leading: 16.0, ..strong }, 20.0, 4.0),
        _ => (Type { size: 10.5, leading: 15.0, ..strong }, 12.0, 2.0),
    }
}

/// Below paragraphs, lists, facts and tables.
pub(super) const BLOCK_GAP: f32 = 8.0;
/// Below a table, which needs more air than a paragraph.
pub(super) const TABLE_GAP: f32 = 16.0;
/// Above a table.
pub(super) const TABLE_LEAD: f32 = 12.0;
/// Between the points of a list and between facts.
pub(super) const POINT_GAP: f32 = 3.0;
/// From a bullet to its text.
pub(super) const BULLET: f32 = 14.0;
/// Between columns.
pub(super) const GUTTER: f32 = 14.0;
/// Above and below the text of a table's row.
pub(super) const ROW_PAD: f32 = 4.0;
/// A thin rule.
pub(super) const THIN: f32 = 0.5;
/// A rule that closes a sum or a head.
pub(super) const FIRM: f32 = 0.75;

/// How running text is set, as far as documents differ.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    /// Paragraphs and lists.
    pub(super) body: Type,
    /// Below paragraphs and lists.
    pub(super) block_gap: f32,
    /// Between the points of a list.
    pub(super) point_gap: f32,
    /// Between a letter's closing and the name, for a signature by hand.
    pub(super) signature: f32,
}

impl Manner {
    /// The manner of every document that is not a letter.
    pub(super) const DOCUMENT: Self =
        Self { body: BODY, block_gap: BLOCK_GAP, point_gap: POINT_GAP, signature: 45.0 };
}

/// A paper's width and height.
pub(super) fn size(paper: Paper) -> Size {
    match paper {
        Paper::A4 => Size { width: 595.28, height: 841.89 },
        Paper::UsLetter => Size { width: 612.0, height: 792.0 },
    }
}

/// Where on the paper the text stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) size: Size,
    pub(super) left: f32,
    pub(super) width: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
}

impl Frame {
    /// The frame on a paper: 25 millimetres at the sides, a little more above and below.
    pub(super) fn of(paper: Paper) -> Self {
        let size = size(paper);
        let side = 71.0;
        Self {
            size,
            left: side,
            width: size.width - 2.0 * side,
            top: 84.0,
            bottom: size.height - 80.0,
        }
    }

    /// The baseline of the running head.
    pub(super) fn head_baseline(self) -> f32 {
        50.0
    }

    /// The baseline of the page number.
    pub(super) fn foot_baseline(self) -> f32 {
        self.size.height - 46.0
    }

    /// The height for text.
    pub(super) fn height(self) -> f32 {
        self.bottom - self.top
    }
}
