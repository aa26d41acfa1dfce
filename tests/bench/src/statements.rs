//! Bank statements of our own making: a household with disputes, a year of its lines with what each
//! means, and very many lines. Always the same, so that runs can be compared.

use serde_json::{Value, json};

/// How many lines the year has.
pub const YEAR: usize = 3_000;
/// How many lines the large file has.
pub const MANY: usize = 50_000;
/// How many claims are open while they are looked at.
pub const CLAIMS: usize = 200;

/// A line that means something: its text, what it means, and of which dispute.
pub struct Truth {
    /// What the bank writes, which no other line has.
    pub text: &'static str,
    /// The kind of match.
    pub kind: &'static str,
    /// The dispute's title.
    pub dispute: &'static str,
}

/// A vendor, its dispute, the sum in cents, and how it is agreed.
struct Matter {
    vendor: &'static str,
    title: &'static str,
    cents: u32,
    remedy: (&'static str, &'static str),
}

const MATTERS: [Matter; 8] = [
    matter("Lakeside Travel Ltd", "The cancelled ferry", 14_000, ("refund", "The fare back")),
    matter("Corbel Appliances", "The oven that trips", 32_950, ("refund", "The price back")),
    matter("Granite Trust Bank", "The fee for nothing", 3_500, ("waiver", "The fee is waived")),
    matter(
        "Harbor Fitness Club",
        "The ended membership",
        4_990,
        ("other", "The membership is cancelled"),
    ),
    matter("Müller & Söhne", "The crooked door", 8_050, ("refund", "Half of the work back")),
    matter("Annie's Market", "The spoiled order", 2_345, ("refund", "The order back")),
    matter("Petrel Airways", "The lost suitcase", 60_000, ("refund", "Compensation in two parts")),
    matter("Cloverline Mobile", "The roaming bill", 9_600, ("credit", "A credit of the bill")),
];

const fn matter(
    vendor: &'static str,
    title: &'static str,
    cents: u32,
    remedy: (&'static str, &'static str),
) -> Matter {
    Matter { vendor, title, cents, remedy }
}

/// What truly means something, with day and cents: two refunds that are taken back, a waived fee
/// that is charged again, a charge after the end, one refund in two parts.
const TRUE_LINES: [(&str, i64, Truth); 13] = [
    ("2026-02-10", 14_000, truth("LAKESIDE TRAVEL REFUND 7731", "pays", "The cancelled ferry")),
    ("2026-03-24", -14_000, truth("LAKESIDE TRAVEL REVERSAL", "takes_back", "The cancelled ferry")),
    ("2026-02-12", 32_950, truth("PAYPAL *CORBEL APPL", "pays", "The oven that trips")),
    ("2026-04-09", -32_950, truth("CORBEL APPLIANCES 0042", "takes_back", "The oven that trips")),
    (
        "2026-05-04",
        -3_500,
        truth("GRANITE TRUST MONTHLY FEE", "charged_again", "The fee for nothing"),
    ),
    (
        "2026-03-05",
        -4_990,
        truth("HARBOR FITNESS 03/26", "charged_after_end", "The ended membership"),
    ),
    (
        "2026-04-05",
        -4_990,
        truth("HARBOR FITNESS 04/26", "charged_after_end", "The ended membership"),
    ),
    ("2026-02-15", 8_050, truth("MUELLER SOEHNE GUTSCHRIFT", "pays", "The crooked door")),
    ("2026-02-11", 2_345, truth("SQ *ANNIES MARKET #12", "pays", "The spoiled order")),
    ("2026-02-20", 35_000, truth("PETREL AIRWAYS PART 1", "pays", "The lost suitcase")),
    ("2026-03-02", 25_000, truth("PETREL AIRWAYS PART 2", "pays", "The lost suitcase")),
    ("2026-02-18", 9_600, truth("CLOVERLINE MOBILE CREDIT", "pays", "The roaming bill")),
    (
        "2026-06-05",
        -4_990,
        truth("HARBOR FITNESS 06/26", "charged_after_end", "The ended membership"),
    ),
];

const fn truth(text: &'static str, kind: &'static str, dispute: &'static str) -> Truth {
    Truth { text, kind, dispute }
}

/// The lines that mean something.
pub fn truths() -> impl Iterator<Item = &'static Truth> {
    TRUE_LINES.iter().map(|(_, _, truth)| truth)
}

/// The household whose year it is.
pub fn household() -> Value {
    let vendors = MATTERS.iter().enumerate();
    let vendors = vendors
        .map(|(at, of)| json!({ "key": format!("v{at}"), "name": of.vendor, "kind": "other" }));
    let disputes: Vec<_> = MATTERS.iter().enumerate().map(|(at, of)| dispute(at, of)).collect();
    whole(&vendors.collect::<Vec<_>>(), &disputes)
}

fn whole(vendors: &[Value], disputes: &[Value]) -> Value {
    json!({
        "format": "holdfast-household",
        "version": 1,
        "household": { "name": "The Marlows", "members": [{ "key": "m", "name": "Ida Marlow" }] },
        "vendors": vendors,
        "contacts": [],
        "disputes": disputes,
    })
}

fn dispute(at: usize, of: &Matter) -> Value {
    let (kind, what) = of.remedy;
    let waived =
        json!([{ "kind": "waived", "amount": decimal(of.cents.into()), "on": "2026-02-03" }]);
    let remedy = json!({
        "key": "r", "kind": kind, "vendor": format!("v{at}"), "agreed_on": "2026-02-01",
        "what": what, "expected_by": "2026-02-20",
        "checks": [{ "due_on": "2026-03-15" }],
    });
    let mut dispute = json!({
        "key": format!("d{at}"), "title": of.title, "goal": what, "opened_on": "2026-01-10",
        "lead": "m", "events": [],
        "parties": [{ "vendor": format!("v{at}"), "roles": ["holds_the_money"] }],
        "claims": [{
            "key": "c", "vendor": format!("v{at}"), "amount": decimal(of.cents.into()),
            "currency": "USD", "for": of.title, "arose_on": "2026-01-10",
            "due_on": "2026-02-20", "movements": [],
        }],
        "remedies": [remedy],
    });
    match kind {
        "waiver" => dispute["claims"][0]["movements"] = waived,
        // What was ended is no debt; its price is known from what it is about.
        "other" => {
            dispute["claims"] = json!([]);
            dispute["subject"] = json!({ "price": decimal(of.cents.into()), "currency": "USD" });
        }
        _ => dispute["remedies"][0]["claim"] = json!("c"),
    }
    dispute
}

/// A year of lines: those that mean something, decoys of the same sums from others and on the same
/// days, and what a household pays and gets anyway.
pub fn year() -> String {
    let mut lines: Vec<(String, i64, String)> = TRUE_LINES
        .iter()
        .map(|(on, cents, truth)| ((*on).to_owned(), *cents, truth.text.to_owned()))
        .collect();
    for (place, (on, cents, _)) in TRUE_LINES.iter().enumerate() {
        for other in ["WILLOW BOOKS", "ACH CREDIT 88", "Zephyr Cabs"] {
            lines.push(((*on).to_owned(), *cents, format!("{other} {place}")));
        }
    }
    let left = YEAR - lines.len();
    lines.extend((0..left).map(everyday));
    file(lines)
}

/// Very many lines of very many shops.
pub fn many() -> String {
    file((0..MANY).map(everyday).collect())
}

/// The household of so many open claims as are looked at with [`many`] lines.
pub fn large() -> Value {
    let vendor = |at: usize| {
        json!({ "key": format!("v{at}"), "name": format!("{} {}", shop(at), TRADES[at % 5]),
            "kind": "shop" })
    };
    let dispute = |at: usize| {
        json!({
            "key": format!("d{at}"), "title": format!("Matter {at}"), "goal": "the money back",
            "opened_on": "2025-01-10", "lead": "m", "events": [],
            "parties": [{ "vendor": format!("v{at}"), "roles": [], "reference":
                format!("CASE-{:05}", at * 37) }],
            "claims": [{
                "key": "c", "vendor": format!("v{at}"),
                "amount": decimal(1_000 + at as i64 * 17), "currency": "USD",
                "for": "the price", "arose_on": "2025-01-10", "due_on": "2025-12-31",
            }],
        })
    };
    let vendors: Vec<_> = (0..CLAIMS).map(vendor).collect();
    whole(&vendors, &(0..CLAIMS).map(dispute).collect::<Vec<_>>())
}

const TRADES: [&str; 5] = ["Books", "Garden Centre", "Cycles", "Kitchens", "Travel"];

/// An invented shop's name: of two syllables and a number's worth of ending.
fn shop(at: usize) -> String {
    const HEADS: [&str; 20] = [
        "Alder", "Birch", "Cedar", "Dapple", "Elder", "Fallow", "Gorse", "Hazel", "Iris",
        "Juniper", "Kelp", "Larch", "Maple", "Nettle", "Osier", "Poplar", "Quince", "Rowan",
        "Sedge", "Thistle",
    ];
    const TAILS: [&str; 20] = [
        "brook", "croft", "dale", "field", "ford", "gate", "ham", "holt", "hurst", "lane", "ley",
        "mere", "moor", "rise", "shaw", "stead", "ton", "wick", "wood", "worth",
    ];
    format!("{}{}", HEADS[at % 20], TAILS[at / 20 % 20])
}

/// What a household pays and gets in the course of things.
fn everyday(at: usize) -> (String, i64, String) {
    let day = at % 365;
    let (month, of_month) = (day / 31 + 1, day % 28 + 1);
    let cents = ((at * 7_919) % 18_000 + 100) as i64;
    let sign = if at.is_multiple_of(9) { 1 } else { -1 };
    let name = shop(200 + at * 13 % 200).to_uppercase();
    let text = format!("{name} {} {:06}", TRADES[at % 5].to_uppercase(), at);
    (format!("2026-{month:02}-{of_month:02}"), sign * cents, text)
}

fn file(mut lines: Vec<(String, i64, String)>) -> String {
    lines.sort();
    let mut file = String::from("Date,Amount,Description\n");
    for (on, cents, text) in lines {
        file.push_str(&format!("{on},{},{text}\n", decimal(cents)));
    }
    file
}

fn decimal(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}
