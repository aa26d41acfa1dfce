//! How the parts of a letter look, as named styles, so that a person can change them all at once.

use docx_rs::{
    AbstractNumbering, Docx, Level, LevelJc, LevelText, LineSpacing, LineSpacingType, NumberFormat,
    Numbering, RunFonts, SpecialIndentType, Start, Style, StyleType,
};

use super::form::Form;

/// The numbering of the lists.
pub(super) const LIST: usize = 2;

/// The height of a line of an address, in twentieths of a point.
pub(super) const ADDRESS_LINE: u32 = 260;

/// A serif that every office computer has or has a twin of with the same widths.
const FONT: &str = "Times New Roman";

/// Sizes are in half points.
const SIZE: usize = 22;
const SMALL: usize = 20;

/// A part of a letter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    SenderName,
    Sender,
    Recipient,
    Date,
    Reference,
    Subject,
    Body,
    Item,
    LastItem,
    Closing,
    Signature,
    EnclosuresHead,
    Enclosure,
}

const PARTS: [Part; 13] = [
    Part::SenderName,
    Part::Sender,
    Part::Recipient,
    Part::Date,
    Part::Reference,
    Part::Subject,
    Part::Body,
    Part::Item,
    Part::LastItem,
    Part::Closing,
    Part::Signature,
    Part::EnclosuresHead,
    Part::Enclosure,
];

impl Part {
    pub(super) fn id(self) -> &'static str {
        self.names().0
    }

    /// The style's name in the file, and as it is shown in a word processor.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::SenderName => ("LetterSenderName", "Letter Sender Name"),
            Self::Sender => ("LetterSender", "Letter Sender"),
            Self::Recipient => ("LetterRecipient", "Letter Recipient"),
            Self::Date => ("LetterDate", "Letter Date"),
            Self::Reference => ("LetterReference", "Letter Reference"),
            Self::Subject => ("LetterSubject", "Letter Subject"),
            Self::Body => ("LetterBody", "Letter Body"),
            Self::Item => ("LetterItem", "Letter Item"),
            Self::LastItem => ("LetterLastItem", "Letter Last Item"),
            Self::Closing => ("LetterClosing", "Letter Closing"),
            Self::Signature => ("LetterSignature", "Letter Signature"),
            Self::EnclosuresHead => ("LetterEnclosures", "Letter Enclosures"),
            Self::Enclosure => ("LetterEnclosure", "Letter Enclosure"),
        }
    }

    fn style(self, form: &Form) -> Style {
        let (id, name) = self.names();
        let style = Style::new(id, StyleType::Paragraph).name(name).size(SIZE);
        let spaced = |style: Style, before, after| {
            style.line_spacing(LineSpacing::new().line(259).before(before).after(after))
        };
        match self {
            Self::SenderName => address(style.bold(), form.sender, 0),
            Self::Sender => address(style.size(SMALL), form.sender, 0),
            Self::Recipient => address(style, 0, form.recipient),
            Self::Date | Self::Reference => style,
            Self::Subject => spaced(style.bold(), 240, 200),
            Self::Body | Self::LastItem => spaced(style, 0, 140),
            Self::Item => spaced(style, 0, 60),
            Self::Closing => spaced(style, 200, 0),
            // Room for a signature by hand.
            Self::Signature => spaced(style, 640, 0),
            Self::EnclosuresHead => spaced(style.size(SMALL).bold(), 320, 0),
            Self::Enclosure => style.size(SMALL),
        }
    }
}

fn address(style: Style, start: i32, end: i32) -> Style {
    style.indent(Some(start), None, Some(end), None).line_spacing(address_lines())
}

/// Lines of a known height, so that an address stands where a window shows it.
pub(super) fn address_lines() -> LineSpacing {
    LineSpacing::new()
        .line_rule(LineSpacingType::Exact)
        .line(ADDRESS_LINE.cast_signed())
        .before(0)
        .after(0)
}

/// Gives a document the styles of a letter.
pub(super) fn of(docx: Docx, form: &Form) -> Docx {
    let fonts = RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT);
    let bullet = Level::new(
        0,
        Start::new(1),
        NumberFormat::new("bullet"),
        LevelText::new("•"),
        LevelJc::new("left"),
    );
    let bullet = bullet.indent(Some(425), Some(SpecialIndentType::Hanging(283)), None, None);
    let docx = docx
        .default_fonts(fonts)
        .default_size(SIZE)
        .add_abstract_numbering(AbstractNumbering::new(LIST).add_level(bullet))
        .add_numbering(Numbering::new(LIST, LIST));
    PARTS.into_iter().fold(docx, |docx, part| docx.add_style(part.style(form)))
}
