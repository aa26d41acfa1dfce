//! A document as letters and dossiers compose it and the typesetter reads it.
//!
//! It says what stands in the document and in which order, never where on a page or in which font:
//! those are the typesetter's. All text is plain text in any script.

mod attached;
mod bytes;
mod covered;
mod picture;

pub use attached::{AttachedFile, Relationship};
pub use bytes::{Bytes, StoredBytes};
pub use covered::{COVERED, COVERED_WORDS, readable};
pub use picture::{Picture, PictureCoding, PicturedWord};

/// The paper that a document is set on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Paper {
    /// 210 × 297 millimetres.
    A4,
    /// 8½ × 11 inches.
    UsLetter,
}

/// A whole document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The title, for the cover, the running head and the file's properties.
    pub title: String,
    /// Who wrote it, for the file's properties.
    pub author: String,
    /// The language of its own words, as a BCP 47 tag such as `en`.
    pub language: String,
    /// The paper.
    pub paper: Paper,
    /// What stands at the top of every page but the first, beside “page x of y”.
    pub running_head: String,
    /// The day that the document bears, for the file's properties: the same record on the same day
    /// gives the same bytes.
    pub dated: chrono::NaiveDate,
    /// What stands in it, from the top.
    pub blocks: Vec<Block>,
    /// Files that go with it, kept inside its file as they are.
    pub attachments: Vec<AttachedFile>,
}

/// One thing below another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The front page: everything until the next block stands alone on it.
    Cover(Cover),
    /// The top of a letter, the first block of its document. Then its form says what the paper is,
    /// there is no running head on the first page and no page number on an only one, and from the
    /// second page on the running head names recipient and date.
    Letterhead(Letterhead),
    /// A heading. Level 1 and 2 become bookmarks; a heading never stands alone at a page's foot.
    Heading {
        /// 1, 2 or 3.
        level: u8,
        /// The words.
        text: String,
    },
    /// A paragraph of running text.
    Paragraph(Text),
    /// A quieter paragraph, for remarks about the document itself.
    Remark(Text),
    /// Points, each with a bullet.
    List(Vec<Text>),
    /// Names and values side by side.
    Facts(Vec<(String, Text)>),
    /// A table.
    Table(Table),
    /// A picture.
    Picture(Picture),
    /// The end of a letter. It never stands alone on a page.
    Signature(Signature),
    /// The next block begins on a new page.
    PageBreak,
    /// The next block can be linked to by this name.
    Place(PlaceId),
}

/// The name of a place within one document, for links: a number that whoever composes the document
/// chooses, a different one for every place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(pub u32);

/// The front page of a case file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// What sort of document it is, in small type above the title.
    pub kind: String,
    /// The title.
    pub title: String,
    /// A sentence below the title: the remedy sought.
    pub lead: String,
    /// Names and values: parties, references, date. The typesetter adds the number of pages.
    pub facts: Vec<(String, Text)>,
}

/// The top of a letter. Lines that are empty are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterhead {
    /// Where things stand on the page, so that the address shows in an envelope's window.
    pub form: LetterForm,
    /// The writer's name and address, a line an entry, then telephone number and e-mail address.
    pub sender: Vec<String>,
    /// The recipient's name and address, a line an entry.
    pub recipient: Vec<String>,
    /// The day, as it is printed.
    pub date: String,
    /// References and accounts, each with what it is called.
    pub references: Vec<(String, String)>,
    /// The subject line, in bold.
    pub subject: String,
}

/// Where things stand on a letter's first page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LetterForm {
    /// US Letter, folded in three for a number 10 window envelope.
    UsLetter,
    /// A4 with the address at the left, folded in three for a DL window envelope, as in most of the
    /// world.
    A4,
    /// A4 by DIN 5008 form B, with the return address above the recipient's, as in Germany and
    /// Austria.
    Din5008,
}

impl LetterForm {
    /// The paper that it is set on.
    pub fn paper(self) -> Paper {
        match self {
            Self::UsLetter => Paper::UsLetter,
            Self::A4 | Self::Din5008 => Paper::A4,
        }
    }
}

/// The end of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The words before the name: `Yours sincerely,`
    pub closing: String,
    /// Who signs; above it is room for a signature by hand.
    pub name: String,
    /// What is enclosed, a line an entry.
    pub enclosures: Vec<String>,
}

/// A table. It breaks between rows, and its head is repeated on each page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the table shows, for those who cannot see it.
    pub summary: String,
    /// The columns from the left.
    pub columns: Vec<Column>,
    /// The rows; each has as many cells as there are columns.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The words at its head.
    pub head: String,
    /// How wide it is.
    pub width: Width,
    /// On which side its text stands.
    pub align: Align,
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// As wide as its widest cell, for numbers and dates.
    Fit,
    /// A share of what is left, in proportion to the other shares.
    Share(u8),
}

/// On which side text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Where the text's own direction begins.
    #[default]
    Start,
    /// At the other side, for figures.
    End,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The cells from the left.
    pub cells: Vec<Text>,
    /// Whether it is a sum of what stands above.
    pub is_total: bool,
    /// What links call it.
    pub place: Option<PlaceId>,
}

/// Text in pieces, each in one manner.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The pieces, in reading order.
    pub spans: Vec<Span>,
}

/// A piece of text in one manner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// How they are set.
    pub emphasis: Emphasis,
    /// Where in the document they lead. Words that lead to a place which no block has are set like
    /// any others.
    pub target: Option<PlaceId>,
}

/// How a piece of text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Emphasis {
    /// As the text around it.
    #[default]
    None,
    /// Bold.
    Strong,
    /// Lighter, for what explains.
    Quiet,
}

impl Text {
    /// Text in the ordinary manner.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::default().and(text, Emphasis::None)
    }

    /// The same text with another piece behind it.
    #[must_use]
    pub fn and(mut self, text: impl Into<String>, emphasis: Emphasis) -> Self {
        self.spans.push(Span { text: text.into(), emphasis, target: None });
        self
    }

    /// The same text with a piece behind it that leads to a place in the document.
    #[must_use]
    pub fn and_link(mut self, text: impl Into<String>, target: PlaceId) -> Self {
        let emphasis = Emphasis::None;
        self.spans.push(Span { text: text.into(), emphasis, target: Some(target) });
        self
    }

    /// The words alone.
    pub fn words(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}

impl<T: Into<String>> From<T> for Text {
    fn from(text: T) -> Self {
        Self::plain(text)
    }
}
