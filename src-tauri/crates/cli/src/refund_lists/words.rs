//! The sentences for what is the matter with a list of refunds, and the words for its columns.

use holdfast_app::refund_lists::answers::ProblemRow;

/// What a column means, in the words of a sentence.
pub(super) fn column(field: &str) -> &'static str {
    match field {
        "vendor" => "the vendor",
        "what" => "what it is about",
        "amount" => "what you asked for",
        "currency" => "its currency",
        "asked_on" => "when you asked",
        "reference" => "their reference",
        "state" => "how it stands",
        "refunded" => "what came back",
        "refunded_on" => "when it came back",
        "contact" => "whom you spoke with",
        "notes" => "private notes, which no dossier prints",
        _ => "left out",
    }
}

/// What is the matter, as a sentence that says what can be done.
pub(super) fn sentence(of: &ProblemRow) -> String {
    let text = of.text.as_str();
    let named = if text.is_empty() { String::new() } else { format!("“{text}”") };
    let or = |other: &str| if named.is_empty() { other.to_owned() } else { named.clone() };
    let field = of.column.unwrap_or_default();
    match of.code.as_str() {
        "unknown_form" => "it is no table with columns. Save it as CSV.".to_owned(),
        "too_large" => format!("it is too large, with {text} bytes. Save it in parts."),
        "empty_file" => "it is an empty file.".to_owned(),
        "binary" => format!("it is binary, no text ({}). Save it as CSV.", or("of no known sort")),
        "cut_short" => "it ends in the middle.".to_owned(),
        "lost_characters" => format!("{text} characters could not be read."),
        "padded" => {
            "zero bytes stand behind its end, as in a copy that was not finished.".to_owned()
        }
        "open_quote" => "a quotation mark opens here and is not closed.".to_owned(),
        "too_many_rows" => format!("it has too many rows, {text}. Save it in parts."),
        "too_many_columns" => format!("it has too many columns, {text}."),
        "no_rows" => "it has no rows below the names of its columns.".to_owned(),
        "column_missing" => {
            format!("no column says {}. Name it: --map COLUMN={field}", column(field))
        }
        "columns_contradict" => format!("two columns are both taken for {}.", column(field)),
        "vendor_missing" => "it names no vendor.".to_owned(),
        "amount_missing" => "it does not say how much you asked for.".to_owned(),
        "bad_amount" => format!("{} is not understood as a sum.", or("the amount")),
        "amount_not_positive" => format!("{} is not more than nothing.", or("the amount")),
        "currency_unknown" => format!(
            "in which currency {} is, is not said. Name it, such as --currency USD",
            or("the amount")
        ),
        "bad_currency" => format!("{} is not a currency.", or("it")),
        "currencies_differ" => "it names two currencies.".to_owned(),
        "day_missing" => "it does not say when you asked.".to_owned(),
        "bad_day" => format!(
            "{} is not understood as a day: there is none such, or its order is another (--days dmy, mdy or ymd)",
            or("the day")
        ),
        "refund_missing" => {
            "money came back, and it does not say how much. Where a column does: --map COLUMN=refunded"
                .to_owned()
        }
        "refund_day_missing" => "money came back, and it does not say when.".to_owned(),
        "refund_exceeds" => format!("more came back than was asked for: {text}."),
        "refund_before_asked" => format!("it came back before you asked, on {text}."),
        "text_too_long" => format!("{} is longer than can be kept.", column(field)),
        "state_unknown" => {
            format!(
                "{} is not understood; it is kept as a note, and the row is open.",
                or("how it stands")
            )
        }
        "total_differs" => format!("the rows above do not come to its sum, but to {text}."),
        "day_in_future" => format!("{text} has not come yet."),
        "closed_today" => "it does not say when you gave it up; today is taken.".to_owned(),
        "not_accepted" => format!("it cannot be kept: {}.", text.replace('_', " ")),
        // How days and sums are read is said by itself; see `habits`.
        other => other.replace('_', " "),
    }
}
