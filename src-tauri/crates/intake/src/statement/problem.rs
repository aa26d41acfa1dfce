//! What is wrong with a file, and where.

use crate::codes::codes;

/// Something about one place of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Whether it keeps the file from being read.
    pub is_error: bool,
    /// The line, counted from one, where there is one.
    pub line: Option<u32>,
    /// What is the matter.
    pub code: ProblemCode,
    /// The text in question, shortened, or the name of the field; else empty.
    pub text: String,
}

impl Problem {
    /// Something that keeps the file from being read. `text` is shortened.
    pub(super) fn error(code: ProblemCode, line: Option<u32>, text: &str) -> Self {
        Self { is_error: true, line, code, text: shown(text) }
    }

    /// Something that only looks odd. `text` is shortened.
    pub(super) fn warning(code: ProblemCode, line: Option<u32>, text: &str) -> Self {
        Self { is_error: false, ..Self::error(code, line, text) }
    }
}

codes! {
    /// What can be the matter with a file.
    ProblemCode:
    /// It is none of the forms that are known.
    UnknownForm = "unknown_form",
    /// It is larger than what is read.
    TooLarge = "too_large",
    /// Nothing stands in it.
    EmptyFile = "empty_file",
    /// It is no text; the problem's text names what it is (`PDF`, `ZIP`, …) where that shows.
    Binary = "binary",
    /// It ends in the middle.
    CutShort = "cut_short",
    /// Some characters are not of its encoding and were lost; the text says how many.
    LostCharacters = "lost_characters",
    /// It is filled up with zero bytes, as a copy that was not finished may be.
    Padded = "padded",
    /// It defines entities or a document type, which no bank does and attacks do.
    DocumentType = "document_type",
    /// Its elements are not closed in the order in which they were opened, or the like.
    NotWellFormed = "not_well_formed",
    /// Its elements lie too deep in one another.
    TooDeep = "too_deep",
    /// It is of the right form and holds no account's statement.
    NoStatement = "no_statement",
    /// Neither the file nor the caller says in which currency it counts: to be asked.
    CurrencyUnknown = "currency_unknown",
    /// The currency is none of ISO 4217.
    BadCurrency = "bad_currency",
    /// A day that cannot be read, or that no calendar has.
    BadDay = "bad_day",
    /// An amount that cannot be read for certain.
    BadAmount = "bad_amount",
    /// A transaction without a field that it needs; the text names it.
    MissingField = "missing_field",
    /// A text that is longer than a record holds.
    TextTooLong = "text_too_long",
    /// A line that does not belong where it stands.
    UnexpectedLine = "unexpected_line",
    /// The day from or until which the statement counts cannot be read; its lines can.
    BadPeriod = "bad_period",
    /// Transactions whose sort says that money went the other way than their sign does; the sign
    /// was believed. The text says how many.
    SignAgainstSort = "sign_against_sort",
    /// The transactions do not lead from the balance at the beginning to that at the end, which is
    /// the text.
    BalanceDiffers = "balance_differs",
    /// Transactions of a sort that is not read, such as of securities; the text says how many.
    SkippedEntries = "skipped_entries",
    /// Transactions that the bank has not booked yet; the text says how many.
    PendingEntries = "pending_entries",
    /// An entry that says no day: that on which the file was made is taken; the text names the field.
    AssumedDay = "assumed_day",
    /// There is no transaction in it.
    NoEntries = "no_entries",
    /// A quotation mark opens on that line and is not closed where it should be.
    OpenQuote = "open_quote",
    /// Nothing shows which column is the day: to be asked.
    DayColumnUnknown = "day_column_unknown",
    /// Nothing shows which column is the amount: to be asked.
    AmountColumnUnknown = "amount_column_unknown",
    /// Two columns are said to mean the same; the text says what.
    ColumnsContradict = "columns_contradict",
    /// The days can be read in another order as well; the text is one of them.
    DayOrderUnsure = "day_order_unsure",
    /// Comma and point may change places; the text is an amount.
    DecimalUnsure = "decimal_unsure",
    /// Nothing shows which amounts came in and which went out, or they look turned round.
    SignsUnsure = "signs_unsure",
    /// A word for what came in or went out that is not understood or contradicts the sign.
    BadSide = "bad_side",
    /// Lines that move nothing, such as remarks and balances; the text says how many.
    IgnoredLines = "ignored_lines",
}

/// How many problems of a file are given: whoever repairs it sees the manner after a few.
const MOST: usize = 100;

/// The problems of one file as they are found.
#[derive(Debug, Default)]
pub(super) struct Problems {
    list: Vec<Problem>,
    has_error: bool,
}

impl Problems {
    pub(super) fn push(&mut self, problem: Problem) {
        self.has_error |= problem.is_error;
        // An error is never crowded out by things that only look odd.
        if self.list.len() < MOST || (problem.is_error && self.list.len() < 2 * MOST) {
            self.list.push(problem);
        }
    }

    pub(super) fn error(&mut self, code: ProblemCode, line: impl Into<Option<u32>>, text: &str) {
        self.push(Problem::error(code, line.into(), text));
    }

    pub(super) fn warning(&mut self, code: ProblemCode, line: impl Into<Option<u32>>, text: &str) {
        self.push(Problem::warning(code, line.into(), text));
    }

    /// Puts what was found before the reader began in front.
    pub(super) fn put_first(&mut self, before: Vec<Problem>) {
        self.has_error |= before.iter().any(|problem| problem.is_error);
        self.list.splice(0..0, before);
    }

    /// An error of the whole file, however many places show it.
    pub(super) fn once(&mut self, code: ProblemCode) {
        if !self.list.iter().any(|problem| problem.code == code) {
            self.error(code, None, "");
        }
    }

    pub(super) fn has_error(&self) -> bool {
        self.has_error
    }

    pub(super) fn into_list(self) -> Vec<Problem> {
        self.list
    }
}

/// How many of something a file has, and where the first is.
#[derive(Debug, Default)]
pub(super) struct Tally {
    count: u32,
    first: Option<u32>,
}

impl Tally {
    pub(super) fn add(&mut self, line: u32) {
        self.count = self.count.saturating_add(1);
        self.first.get_or_insert(line);
    }

    /// The line of the first, where there is any.
    pub(super) fn first(&self) -> Option<u32> {
        self.first
    }

    /// Says how many there are, where there is any.
    pub(super) fn warn(&self, code: ProblemCode, problems: &mut Problems) {
        if let Some(line) = self.first {
            problems.warning(code, line, &self.count.to_string());
        }
    }
}

/// The beginning of a text, as a problem bears it, on one line.
pub(crate) fn shown(text: &str) -> String {
    const CHARACTERS: usize = 60;
    let plain = |character: char| if character.is_control() { ' ' } else { character };
    match text.char_indices().nth(CHARACTERS) {
        Some((end, _)) => format!("{}…", text[..end].replace(char::is_control, " ")),
        None => text.chars().map(plain).collect(),
    }
}
