//! A composed letter: its parts in reading order, before it becomes a page, plain text or a file.

use chrono::NaiveDate;
use holdfast_domain::LetterKind;
use holdfast_domain::document::LetterForm;

/// A whole letter in its parts. None of them is ever blank: what is missing is absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What the letter is for.
    pub kind: LetterKind,
    /// How its page is laid out, by the recipient's country.
    pub form: LetterForm,
    /// Name, address, telephone number and e-mail address of the writer, a line an entry.
    pub sender: Vec<String>,
    /// Name or office, organisation and address of the recipient, a line an entry.
    pub recipient: Vec<String>,
    /// The day that it bears.
    pub date: NaiveDate,
    /// References and accounts, each with what it is called: `Your reference`, `CASE-88120`.
    pub references: Vec<(String, String)>,
    /// The subject line.
    pub subject: String,
    /// `Dear Marcus Bell,`
    pub salutation: String,
    /// The body, edits included.
    pub paragraphs: Vec<Paragraph>,
    /// `Yours sincerely,`
    pub closing: String,
    /// Who signs.
    pub signature: String,
    /// What is enclosed, a line an entry.
    pub enclosures: Vec<String>,
}

/// A paragraph of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Names the paragraph in this letter, whatever its words: the link between an edit and the
    /// facts that it was written from.
    pub key: String,
    /// How it stands among the others.
    pub style: ParagraphStyle,
    /// How the record composes it now; empty for one that the person added, or whose facts are gone.
    pub composed: String,
    /// How it stands in the letter: the person's words where they changed it. Empty where they left
    /// it out.
    pub text: String,
    /// Whether the person changed it, and whether the facts have moved on since.
    pub standing: Standing,
}

/// How a paragraph stands among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ParagraphStyle {
    /// Running text.
    Prose,
    /// One of several points below each other: a dated fact, a line of a sum.
    Item,
}

/// How a paragraph stands to the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// As the record composes it.
    Composed,
    /// The person changed it or left it out, and the facts are as they were then.
    Edited,
    /// The person changed it, and the facts have changed since: they are asked.
    Outdated {
        /// How it was composed when the person changed it.
        was: String,
    },
    /// The person added it.
    Added,
}
