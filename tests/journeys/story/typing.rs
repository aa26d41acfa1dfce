//! Days and sums as people type them and as the dossier prints them, and the words of the lists.

use serde_json::Value;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day as the dossier prints it: `5 March 2026`.
pub(crate) fn printed_day(day: &str) -> String {
    let (year, month, date) = parts(day);
    format!("{date} {month} {year}")
}

/// A day as somebody types it: not always in the same way.
pub(crate) fn typed_day(day: &str) -> String {
    let (year, month, date) = parts(day);
    match date % 4 {
        0 => format!("{month} {date}, {year}"),
        1 => format!("{date} {} {year}", &month[..3]),
        2 => day.to_owned(),
        _ => printed_day(day),
    }
}

/// The time of an instant, as its place had it; nothing for a day.
pub(crate) fn time_of(at: &str) -> Option<&str> {
    at.split_once('T').map(|(_, time)| &time[..5])
}

/// The day of an instant or a day.
pub(crate) fn day_of(at: &str) -> &str {
    &at[..10]
}

/// A sum as the dossier prints it: `1,840.00 USD`.
pub(crate) fn printed_sum(amount: &str, currency: &str) -> String {
    format!("{} {currency}", grouped(amount))
}

/// A sum as somebody types it: `$35` where it is so plain, else with its currency.
pub(crate) fn typed_sum(record: &Value) -> String {
    let amount = record["amount"].as_str().or(record["price"].as_str()).expect("a sum");
    let currency = record["currency"].as_str().expect("a currency");
    match (amount.strip_suffix(".00"), currency) {
        (Some(whole), "USD") if whole.len() < 4 => format!("${whole}"),
        (Some(whole), _) if whole.len() < 4 => format!("{currency} {whole}"),
        _ => printed_sum(amount, currency),
    }
}

/// A decimal with commas between the thousands.
pub(crate) fn grouped(amount: &str) -> String {
    let (whole, fraction) = amount.split_at(amount.find('.').unwrap_or(amount.len()));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + fraction
}

/// Year, month in words and day of the month.
fn parts(day: &str) -> (&str, &'static str, u32) {
    let number = |range: std::ops::Range<usize>| -> u32 {
        day.get(range).and_then(|text| text.parse().ok()).unwrap_or_else(|| panic!("{day}: a day"))
    };
    let month = usize::try_from(number(5..7)).ok().and_then(|one| MONTHS.get(one.wrapping_sub(1)));
    (&day[..4], month.unwrap_or_else(|| panic!("{day}: a month")), number(8..10))
}

/// What the lists of the window show for the words of the file.
const WORDS: &[(&str, &[(&str, &str)])] = &[
    (
        "vendor",
        &[
            ("shop", "Shop"),
            ("bank", "Bank"),
            ("card_issuer", "Card issuer"),
            ("insurer", "Insurer"),
            ("investment", "Investment firm"),
            ("airline", "Airline"),
            ("travel", "Travel company"),
            ("telecom", "Phone or internet provider"),
            ("utility", "Utility"),
            ("landlord", "Landlord"),
            ("dealer", "Dealer"),
            ("health", "Health provider"),
            ("agency", "Agency"),
            ("regulator", "Regulator"),
            ("ombudsman", "Ombudsman"),
            ("court", "Court"),
        ],
    ),
    (
        "channel",
        &[
            ("phone", "Phone"),
            ("email", "E-mail"),
            ("letter", "Letter"),
            ("web_form", "Web form"),
            ("chat", "Chat"),
            ("social", "Social media"),
            ("visit", "Visit"),
            ("statement", "Statement"),
        ],
    ),
    (
        "direction",
        &[("in", "They reached us"), ("out", "We reached them"), ("internal", "Among ourselves")],
    ),
    ("precision", &[("exact", "Exact"), ("about", "About"), ("unknown", "Not known")]),
    (
        "role",
        &[
            ("caused_it", "Caused it"),
            ("holds_the_money", "Holds the money"),
            ("must_remedy", "Must put it right"),
            ("can_compel", "Can compel"),
        ],
    ),
    (
        "movement",
        &[
            ("received", "Received"),
            ("credited", "Credited"),
            ("provisional_credit", "Credited for now"),
            ("waived", "Waived"),
            ("written_off", "Given up"),
            ("reversed", "Taken back"),
        ],
    ),
    ("fact", &[("undisputed", "Undisputed"), ("disputed", "Disputed"), ("unsure", "Not sure")]),
    ("outcome", &[("kept", "Kept"), ("broken", "Broken"), ("withdrawn", "Withdrawn")]),
    ("answer", &[("accepted", "Accepted"), ("declined", "Declined")]),
    (
        "remedy",
        &[
            ("refund", "Refund"),
            ("credit", "Credit"),
            ("voucher", "Voucher"),
            ("waiver", "Waiver"),
            ("replacement", "Replacement"),
            ("repair", "Repair"),
            ("policy_exception", "Exception to a policy"),
            ("apology", "Apology"),
        ],
    ),
    (
        "check",
        &[
            ("holds", "Still holds"),
            ("does_not_hold", "No longer holds"),
            ("unclear", "Not clear yet"),
        ],
    ),
    (
        "closed",
        &[("settled", "Settled"), ("accepted_less", "Accepted less"), ("dropped", "Dropped")],
    ),
];

/// What the window shows for a word of one of the file's vocabularies.
pub(crate) fn word(vocabulary: &str, value: &str) -> &'static str {
    let table = WORDS.iter().find(|(name, _)| *name == vocabulary).map_or(&[][..], |one| one.1);
    table.iter().find(|(one, _)| *one == value).map_or("Other", |one| one.1)
}
