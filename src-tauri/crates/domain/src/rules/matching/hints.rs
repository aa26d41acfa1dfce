//! Words by which banks and people say what a line or a remedy is about, in the languages of the
//! households that we know of. A hint only makes a match surer; none is needed.

use super::fold::words;

/// Beginnings of words by which a bank says that it takes something back.
const TAKEN_BACK: &[&str] = &[
    "adjust",
    "annul",
    "chargeback",
    "clawback",
    "contrepass",
    "correct",
    "extourn",
    "korrektur",
    "recall",
    "retourn",
    "return",
    "revers",
    "rueckbuch",
    "rueckgab",
    "rueckgef",
    "ruecklast",
    "ruckbuch",
    "ruckgab",
    "rucklast",
    "storn",
    "terugboek",
    "withdrawn",
];

/// Beginnings of words by which a bank says that it asks for a fee.
const FEE: &[&str] = &[
    "charges",
    "comision",
    "commission",
    "cuota",
    "entgelt",
    "fee",
    "fees",
    "fine",
    "frais",
    "gebuehr",
    "gebuhr",
    "interest",
    "interes",
    "kosten",
    "late",
    "overdraft",
    "penalt",
    "surcharge",
    "zins",
];

/// Beginnings of words by which people say that something was ended.
const ENDED: &[&str] = &[
    "cancel",
    "discontinu",
    "gekuendigt",
    "gekundigt",
    "kuendig",
    "kundig",
    "resili",
    "rescind",
    "terminat",
    "unsubscri",
];

/// Beginnings of words for what goes on until it is ended.
const GOES_ON: &[&str] = &[
    "abo",
    "abonn",
    "agreement",
    "contract",
    "coverage",
    "direct",
    "insurance",
    "mandate",
    "member",
    "mitglied",
    "plan",
    "policy",
    "renewal",
    "service",
    "standing",
    "subscri",
    "vertrag",
];

/// Beginnings of words by which a bank says that it gives something back.
const GIVEN: &[&str] = &[
    "cashback",
    "courtesy",
    "credit",
    "erstatt",
    "goodwill",
    "gutschr",
    "provisional",
    "rebate",
    "refund",
    "rembours",
    "waive",
];

fn has(folded: &str, beginnings: &[&str]) -> bool {
    words(folded).any(|word| beginnings.iter().any(|beginning| word.starts_with(beginning)))
}

/// Whether a line says that something is taken back.
pub(super) fn takes_back(folded: &str) -> bool {
    has(folded, TAKEN_BACK)
}

/// Whether a line says that it is a fee.
pub(super) fn is_fee(folded: &str) -> bool {
    has(folded, FEE)
}

/// Whether a line is about the bank itself: a fee, its return, a credit of the house.
pub(super) fn is_banks_own(folded: &str) -> bool {
    takes_back(folded) || is_fee(folded) || has(folded, GIVEN)
}

/// Whether a remedy or promise says that something was ended: “cancelled”, where that is not the
/// name of a fee.
pub(super) fn ends(folded: &str) -> bool {
    let all: Vec<&str> = words(folded).collect();
    all.iter().enumerate().any(|(place, word)| {
        let next = all.get(place + 1);
        ENDED.iter().any(|beginning| word.starts_with(beginning))
            && next.is_none_or(|next| !FEE.iter().any(|fee| next.starts_with(fee)))
    })
}

/// Whether what was ended is something that goes on until then, and is paid for again and again.
pub(super) fn goes_on(folded: &str) -> bool {
    has(folded, GOES_ON)
}
