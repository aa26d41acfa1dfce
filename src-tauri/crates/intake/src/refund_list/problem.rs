//! What is wrong with a list of refunds or one of its rows, and where.

use holdfast_domain::RefundColumn;

use crate::codes::codes;
use crate::statement::{self, problem::shown};

/// Something about a list or one of its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Whether it keeps the list, or the row, from being taken in.
    pub is_error: bool,
    /// The line, counted from one, where there is one.
    pub line: Option<u32>,
    /// The column, where it is of one.
    pub column: Option<RefundColumn>,
    /// What is the matter.
    pub code: ProblemCode,
    /// The text in question, shortened; else empty.
    pub text: String,
}

impl Problem {
    /// Something that keeps the list, or the row, from being taken in. `text` is shortened.
    pub fn error(
        code: ProblemCode,
        line: impl Into<Option<u32>>,
        column: Option<RefundColumn>,
        text: &str,
    ) -> Self {
        Self { is_error: true, line: line.into(), column, code, text: shown(text) }
    }

    /// Something that only looks odd. `text` is shortened.
    pub fn warning(
        code: ProblemCode,
        line: impl Into<Option<u32>>,
        column: Option<RefundColumn>,
        text: &str,
    ) -> Self {
        Self { is_error: false, ..Self::error(code, line, column, text) }
    }

    /// What the readers that banks' files are read with say of the file as a whole.
    pub(super) fn of_file(of: &statement::Problem) -> Self {
        let same = |code: &&ProblemCode| code.as_str() == of.code.as_str();
        let code = ProblemCode::ALL.iter().find(same).copied().unwrap_or(ProblemCode::UnknownForm);
        let is_error = of.is_error;
        Self { is_error, ..Self::error(code, of.line, None, &of.text) }
    }
}

codes! {
    /// What can be the matter with a list of refunds or one of its rows.
    ProblemCode:
    /// It is no table with columns; the text is its first line.
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
    /// A quotation mark opens on that line and is not closed where it should be.
    OpenQuote = "open_quote",
    /// It has more rows than are read; the text says how many.
    TooManyRows = "too_many_rows",
    /// It has more columns than are read; the text says how many.
    TooManyColumns = "too_many_columns",
    /// It has no rows below the names of its columns.
    NoRows = "no_rows",
    /// Nothing shows which column that is, and rows cannot do without: to be asked.
    ColumnMissing = "column_missing",
    /// Two columns are said to be that one.
    ColumnsContradict = "columns_contradict",
    /// The days can be read in another order as well; the text is one of them.
    DayOrderUnsure = "day_order_unsure",
    /// Comma and point may change places; the text is an amount.
    DecimalUnsure = "decimal_unsure",
    /// The row names no vendor.
    VendorMissing = "vendor_missing",
    /// The row names no sum.
    AmountMissing = "amount_missing",
    /// A sum that cannot be read for certain.
    BadAmount = "bad_amount",
    /// What was claimed, or came back, is not more than nothing.
    AmountNotPositive = "amount_not_positive",
    /// Neither the row nor the caller says in which currency: to be asked.
    CurrencyUnknown = "currency_unknown",
    /// What stands for the currency is none.
    BadCurrency = "bad_currency",
    /// The row names two currencies.
    CurrenciesDiffer = "currencies_differ",
    /// The row names no day on which the household asked.
    DayMissing = "day_missing",
    /// A day that cannot be read, or that no calendar has.
    BadDay = "bad_day",
    /// The row says that something came back, and not how much.
    RefundMissing = "refund_missing",
    /// The row says that something came back, and not when.
    RefundDayMissing = "refund_day_missing",
    /// More came back than was claimed; the text says what.
    RefundExceeds = "refund_exceeds",
    /// It came back before the household asked; the text is the day.
    RefundBeforeAsked = "refund_before_asked",
    /// A text that is longer than a record holds.
    TextTooLong = "text_too_long",
    /// Words for its state that are not understood; they are kept among the notes.
    StateUnknown = "state_unknown",
    /// A row that sums up the others says another sum, which is the text.
    TotalDiffers = "total_differs",
    /// A day that has not come yet; the text is the day. Said when the list is looked at.
    DayInFuture = "day_in_future",
    /// The row does not say when it was given up: today is taken. Said when the list is looked at.
    ClosedToday = "closed_today",
    /// The record does not accept the row; the text says why. Said when the list is looked at.
    NotAccepted = "not_accepted",
}
