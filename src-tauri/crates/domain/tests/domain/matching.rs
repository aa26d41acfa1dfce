//! What lines of statements seem to mean: tables of lines against one small household.

use holdfast_domain::rules::matching::{Ground, Matcher, Proposal, Reason, UNNAMED};
use holdfast_domain::{
    Claim, Dispute, LineRef, MatchKind, NaiveDate, Party, RemedyKind, StatementEntry,
    StatementLine, StatementMatch, Vendor, VendorKind,
};

use crate::build::{claim, day, dispute, id, party, promise, remedy, sum};

/// Lakeside Travel owes 40.00 USD since January and 25.00 USD since February; Granite Trust, a
/// bank, owes 35.00 USD and has waived a fee of 12.00 USD.
struct House {
    disputes: Vec<Dispute>,
    vendors: Vec<Vendor>,
    said: Vec<StatementMatch>,
}

pub(crate) fn vendor(number: u128, name: &str, known_as: &[&str]) -> Vendor {
    Vendor {
        id: id(number),
        name: name.to_owned(),
        kind: VendorKind::Other,
        address: Vec::new(),
        country: None,
        channels: Vec::new(),
        known_as: known_as.iter().map(|name| (*name).to_owned()).collect(),
    }
}

const LAKESIDE: u128 = 1;
const GRANITE: u128 = 2;

fn house(claims: Vec<Claim>) -> House {
    let disputes = vec![Dispute {
        parties: vec![
            Party { reference: Some("CLM-2231-A".to_owned()), ..party(LAKESIDE) },
            party(GRANITE),
        ],
        claims,
        ..dispute()
    }];
    let vendors = vec![
        vendor(LAKESIDE, "Lakeside Travel Ltd", &["LKSD HOLIDAYS"]),
        vendor(GRANITE, "Granite Trust Bank", &[]),
        vendor(3, "Müller & Söhne GmbH", &[]),
        vendor(4, "Annie's Market", &[]),
    ];
    House { disputes, vendors, said: Vec::new() }
}

/// A line such as `"2026-03-02 40.00 USD LAKESIDE TRAVEL"`; what stands before a bar is the party.
pub(crate) fn line(number: u32, text: &str) -> StatementLine {
    let mut words = text.splitn(4, ' ');
    let mut next = || words.next().expect("the test names day, sum, currency and text").to_owned();
    let (on, amount, currency, text) = (next(), next(), next(), next());
    let (party, text) = match text.split_once('|') {
        Some((party, text)) => (Some(party.to_owned()), text.to_owned()),
        None => (None, text),
    };
    let entry = StatementEntry {
        on: day(&on),
        amount: sum(&format!("{amount} {currency}")),
        party,
        text,
        reference: None,
        bank_id: None,
    };
    StatementLine { statement: id(77), number, entry }
}

impl House {
    fn on(&self, on: NaiveDate, lines: &[&str]) -> Vec<Proposal> {
        let ground = Ground {
            disputes: &self.disputes,
            vendors: &self.vendors,
            contacts: &[],
            said: &self.said,
            on,
        };
        let mut matcher = Matcher::new(ground);
        let banks = matcher.banks("GRANITE TRUST");
        for (number, text) in (0..).zip(lines) {
            matcher.see(line(number, text), &banks);
        }
        matcher.proposals()
    }

    fn proposals(&self, lines: &[&str]) -> Vec<Proposal> {
        self.on(day("2026-12-31"), lines)
    }
}

/// Proposals as `line kind claims`, the claims by their numbers, none for a new one.
fn told(proposals: &[Proposal]) -> Vec<String> {
    let claims = |it: &Proposal| -> String {
        let ids = it.parts.iter().map(|part| match part.claim {
            Some(claim) => claim.uuid().as_u128().to_string(),
            None => "new".to_owned(),
        });
        ids.collect::<Vec<_>>().join("+")
    };
    proposals.iter().map(|it| format!("{} {} {}", it.line.number, it.kind, claims(it))).collect()
}

#[test]
fn a_credit_is_known_by_the_name_as_banks_write_it() {
    let open = || house(vec![claim(10, LAKESIDE, "40.00 USD", "2026-01-10", &[])]);
    let cases: [(&str, &str, bool); 21] = [
        ("in capitals", "LAKESIDE TRAVEL", true),
        ("with the legal form", "LAKESIDE TRAVEL LTD", true),
        ("with another one", "Lakeside Travel Inc.", true),
        ("with the store's number", "LAKESIDE TRAVEL #0423 SPRINGFIELD", true),
        ("cut short", "LAKESIDE TRAV", true),
        ("in one piece", "LAKESIDETRAVEL.EXAMPLE", true),
        ("behind who handles payments", "PAYPAL *LAKESIDE TRAVEL", true),
        ("behind another", "SQ *LAKESIDE TRAVEL 4029357733", true),
        ("as the party", "Lakeside Travel|Refund", true),
        ("with accents", "Lakesíde Travél", true),
        ("as it was learned", "LKSD HOLIDAYS REFUND", true),
        ("with the reference only", "REFUND CLM 2231 A", true),
        ("its first word only", "LAKESIDE REFUND", true),
        ("a word that many have", "TRAVEL REFUND", false),
        ("nobody", "TRANSFER", false),
        ("somebody else", "Harbor Cafe|Refund", false),
        ("an enterprise with a like name", "LAKEVIEW TRAVELLERS", false),
        ("the name of another that is known", "GRANITE TRUST BANK", false),
        ("a part of the reference", "REFUND 2231", false),
        ("the words far from each other", "LAKE SIDE STREET TRAVEL", false),
        ("a name within a word", "XLAKESIDE", false),
    ];
    for (what, text, is_named) in cases {
        let line = format!("2026-01-20 40.00 USD {text}");
        let proposals = open().proposals(&[&line]);
        let score = proposals.first().map_or(0, |proposal| proposal.score);
        assert_eq!(score > UNNAMED, is_named, "{what}: “{text}” has {score}");
    }
}

#[test]
fn umlauts_and_apostrophes_are_written_in_many_ways() {
    for (vendor, text) in [
        (3, "MUELLER SOEHNE"),
        (3, "MULLER SOHNE"),
        (3, "Müller und Söhne GmbH"),
        (4, "ANNIES MARKET"),
        (4, "ANNIE’S MARKET 12"),
    ] {
        let open = house(vec![claim(10, vendor, "40.00 USD", "2026-01-10", &[])]);
        let proposals = open.proposals(&[&format!("2026-01-20 40.00 USD {text}")]);
        assert!(proposals[0].why.contains(&Reason::VendorName), "“{text}” names vendor {vendor}");
    }
}

#[test]
fn sums_and_days_decide_among_the_credits_of_a_vendor() {
    let two = || {
        house(vec![
            claim(10, LAKESIDE, "40.00 USD", "2026-01-10", &[]),
            claim(11, LAKESIDE, "25.00 USD", "2026-02-01", &[]),
        ])
    };
    let cases: [(&str, &[&str], &[&str]); 16] = [
        ("exactly one", &["2026-02-20 25.00 USD LAKESIDE TRAVEL"], &["0 pays 11"]),
        ("both at once", &["2026-02-20 65.00 USD LAKESIDE TRAVEL"], &["0 pays 10+11"]),
        (
            "a part of either",
            &["2026-02-20 20.00 USD LAKESIDE TRAVEL"],
            &["0 pays 10", "0 pays 11"],
        ),
        (
            "two that make one",
            &["2026-02-20 15.00 USD LAKESIDE TRAVEL", "2026-03-01 10.00 USD LAKESIDE TRAVEL"],
            &["0 pays 11", "1 pays 11"],
        ),
        ("more than all", &["2026-02-20 65.01 USD LAKESIDE TRAVEL"], &[]),
        ("another currency", &["2026-02-20 25.00 EUR LAKESIDE TRAVEL"], &[]),
        ("before it arose", &["2026-01-09 40.00 USD LAKESIDE TRAVEL"], &[]),
        ("on the day", &["2026-01-10 40.00 USD LAKESIDE TRAVEL"], &["0 pays 10"]),
        ("a debit", &["2026-02-20 -25.00 USD LAKESIDE TRAVEL"], &[]),
        ("long after, exactly", &["2026-11-20 25.00 USD LAKESIDE TRAVEL"], &["0 pays 11"]),
        ("long after, a part", &["2026-11-20 20.00 USD LAKESIDE TRAVEL"], &[]),
        ("long after, without a name", &["2026-11-20 25.00 USD TRANSFER"], &[]),
        ("without a name", &["2026-02-20 25.00 USD TRANSFER"], &["0 pays 11"]),
        (
            "the named one alone where there is one",
            &["2026-02-20 25.00 USD TRANSFER", "2026-02-21 25.00 USD LAKESIDE TRAVEL"],
            &["1 pays 11"],
        ),
        (
            "another vendor of the household with the very sum",
            &["2026-02-20 25.00 USD GRANITE TRUST BANK", "2026-02-20 25.00 USD ANNIES MARKET"],
            &[],
        ),
        (
            "of many without a name, few",
            &["2026-02-20 25.00 USD TRANSFER"; 9],
            &["0 pays 11", "1 pays 11", "2 pays 11"],
        ),
    ];
    for (what, lines, wanted) in cases {
        let mut found = told(&two().proposals(lines));
        found.sort();
        assert_eq!(found, wanted, "{what}");
    }
}

#[test]
fn a_sum_alone_is_never_surer_than_its_bound_and_a_name_always_is() {
    let mut open = house(vec![claim(10, LAKESIDE, "40.00 USD", "2026-01-10", &[])]);
    open.disputes[0].claims[0].due_on = Some(day("2026-02-01"));
    for text in ["TRANSFER", "Harbor Cafe|Refund", "CREDIT"] {
        let found = open.proposals(&[&format!("2026-01-30 40.00 USD {text}")]);
        assert!(found.iter().all(|it| it.score <= UNNAMED), "{text}: {found:?}");
        assert!(found.iter().all(|it| it.why[0] == Reason::SameAmount), "{text}: {found:?}");
    }
    let named = open.proposals(&["2026-06-30 1.00 USD LAKESIDE", "2026-05-20 1.00 USD LAKESIDE"]);
    assert_eq!(told(&named), ["1 pays 10"], "a part, late, of half a name is still proposed");
    assert!(named[0].score > UNNAMED, "and before any sum alone");
}

#[test]
fn what_came_can_be_taken_back() {
    let paid: &[(&str, &str, &str)] = &[("received", "40.00 USD", "2026-03-01")];
    let cases: [(&str, &str, &[&str]); 12] = [
        ("the very sum", "2026-04-01 -40.00 USD LAKESIDE TRAVEL", &["0 takes_back 10"]),
        ("before it came", "2026-02-28 -40.00 USD LAKESIDE TRAVEL", &[]),
        ("a purchase there", "2026-04-01 -30.00 USD LAKESIDE TRAVEL", &[]),
        (
            "a part, and so said",
            "2026-04-01 -30.00 USD LAKESIDE TRAVEL REVERSAL",
            &["0 takes_back 10"],
        ),
        ("a part with the reference", "2026-04-01 -30.00 USD CLM-2231-A", &["0 takes_back 10"]),
        ("more than came", "2026-04-01 -41.00 USD LAKESIDE TRAVEL REVERSAL", &[]),
        (
            "without a name, but so said",
            "2026-04-01 -40.00 USD REVERSED CREDIT",
            &["0 takes_back 10"],
        ),
        ("without a name", "2026-04-01 -40.00 USD CASH", &[]),
        ("of another", "2026-04-01 -40.00 USD ANNIES MARKET REVERSAL", &[]),
        ("a year later", "2027-03-20 -40.00 USD LAKESIDE TRAVEL", &["0 takes_back 10"]),
        ("two years later", "2028-04-01 -40.00 USD LAKESIDE TRAVEL", &[]),
        ("a credit", "2026-04-01 40.00 USD LAKESIDE TRAVEL REVERSAL", &[]),
    ];
    for (what, line, wanted) in cases {
        let mut house = house(vec![claim(10, LAKESIDE, "40.00 USD", "2026-01-10", paid)]);
        house.disputes[0].closed_on = Some(day("2026-03-05"));
        house.said = vec![said(9, Some(1001), true)];
        let found = told(&house.on(day("2028-12-31"), &[line]));
        assert_eq!(found, wanted, "{what}, also where the dispute is closed");
    }
}

fn said(number: u32, movement: Option<u128>, confirmed: bool) -> StatementMatch {
    StatementMatch {
        id: id(500 + u128::from(number)),
        statement: id(77),
        line: number,
        kind: MatchKind::Pays,
        confirmed,
        dispute: id(1),
        claim: Some(id(10)),
        movement: movement.map(id),
        remedy: None,
        check: None,
    }
}

#[test]
fn what_was_waived_can_be_charged_again() {
    let waived: &[(&str, &str, &str)] = &[("waived", "12.00 USD", "2026-03-01")];
    let cases: [(&str, &str, &[&str]); 8] = [
        ("the very sum", "2026-04-01 -12.00 USD GRANITE TRUST", &["0 charged_again 10"]),
        ("by the bank itself", "2026-04-01 -12.00 USD OVERDRAFT FEE", &["0 charged_again 10"]),
        ("another sum", "2026-04-01 -13.00 USD GRANITE TRUST", &[]),
        ("another sum, a fee", "2026-04-01 -13.00 USD GRANITE TRUST FEE", &["0 charged_again 10"]),
        ("on the very day", "2026-03-01 -12.00 USD GRANITE TRUST", &[]),
        ("before", "2026-02-01 -12.00 USD GRANITE TRUST", &[]),
        ("by another", "2026-04-01 -12.00 USD LAKESIDE TRAVEL FEE", &[]),
        ("long after", "2027-12-01 -12.00 USD GRANITE TRUST", &[]),
    ];
    for (what, line, wanted) in cases {
        let house = house(vec![claim(10, GRANITE, "12.00 USD", "2026-01-10", waived)]);
        assert_eq!(told(&house.on(day("2028-12-31"), &[line])), wanted, "{what}");
    }
    let again: &[(&str, &str, &str)] =
        &[("waived", "12.00 USD", "2026-03-01"), ("reversed", "12.00 USD", "2026-03-20")];
    let mut known = house(vec![claim(10, GRANITE, "12.00 USD", "2026-01-10", again)]);
    known.said = vec![said(9, Some(1002), true)];
    let found = known.proposals(&["2026-04-01 -12.00 USD GRANITE TRUST"]);
    assert!(found.is_empty(), "what is known to be charged again is not charged a third time");
}

#[test]
fn a_waiver_needs_no_movement_to_be_watched() {
    let mut house = house(Vec::new());
    let mut waiver = remedy(5, &[("2026-04-15", "", "")]);
    (waiver.kind, waiver.claim, waiver.vendor) = (RemedyKind::Waiver, None, Some(id(GRANITE)));
    house.disputes[0].remedies = vec![waiver];
    let found = house.proposals(&[
        "2026-04-01 -12.00 USD MONTHLY FEE",
        "2026-04-02 -99.00 USD GRANITE TRUST LOAN",
    ]);
    assert_eq!(told(&found), ["0 charged_again new"], "its fees, and nothing else of the bank");
    let part = &found[0].parts[0];
    assert_eq!(part.remedy, Some(id(5)), "it names the waiver");
    assert_eq!(part.check, Some(id(501)), "and the look that it would answer");
}

#[test]
fn what_was_ended_can_go_on_being_charged() {
    let cases: [(&str, RemedyKind, &str, bool); 9] = [
        ("so agreed", RemedyKind::Other, "Subscription cancelled", true),
        ("in another language", RemedyKind::Other, "Vertrag gekündigt", true),
        ("with money back", RemedyKind::Refund, "Membership cancelled, last month back", true),
        ("the journey was", RemedyKind::Refund, "Refund of the cancelled flight", false),
        ("the fee for it", RemedyKind::Other, "No cancellation fee", false),
        ("its waiver", RemedyKind::Waiver, "Cancellation of the plan fee waived", false),
        ("nothing of the sort", RemedyKind::Other, "A new cable", false),
        ("by the mandate", RemedyKind::PolicyException, "Direct debit mandate terminated", true),
        ("goodwill", RemedyKind::Credit, "Goodwill credit", false),
    ];
    for (what, kind, words, ends) in cases {
        let mut house = house(Vec::new());
        let mut end = remedy(5, &[]);
        (end.kind, end.claim, end.what) = (kind, None, words.to_owned());
        house.disputes[0].remedies = vec![end];
        house.disputes[0].subject.price = Some(sum("9.99 USD"));
        let after = ["2026-04-01 -9.99 USD LAKESIDE TRAVEL"];
        let found = told(&house.proposals(&after));
        assert_eq!(found == ["0 charged_after_end new"], ends, "{what}: “{words}” gave {found:?}");
        let before = house.proposals(&["2026-03-01 -9.99 USD LAKESIDE TRAVEL"]);
        assert!(before.is_empty(), "{what}: on the day itself it may still be charged");
    }
}

#[test]
fn the_sum_that_was_paid_before_tells_a_charge_from_a_purchase() {
    let mut house = house(Vec::new());
    let mut given = promise(6, "2026-03-01", "2026-03-31");
    given.what = "To cancel the subscription".to_owned();
    house.disputes[0].promises = vec![given];
    house.disputes[0].subject.price = Some(sum("9.99 USD"));
    let found = house.proposals(&[
        "2026-04-10 -120.00 USD LAKESIDE TRAVEL",
        "2026-04-20 -9.99 USD LAKESIDE TRAVEL",
        "2026-03-31 -9.99 USD LAKESIDE TRAVEL",
    ]);
    assert_eq!(told(&found), ["1 charged_after_end new", "0 charged_after_end new"]);
    assert!(found[0].score > found[1].score + 10, "a purchase is far behind: {found:?}");
}

#[test]
fn a_movement_by_hand_finds_its_line() {
    let by_hand: &[(&str, &str, &str)] =
        &[("received", "40.00 USD", "2026-03-01"), ("reversed", "40.00 USD", "2026-05-01")];
    let cases: [(&str, &str, &[&str]); 6] = [
        ("three days later", "2026-03-04 40.00 USD LAKESIDE TRAVEL", &["0 pays 10"]),
        ("five days earlier", "2026-02-24 40.00 USD LAKESIDE TRAVEL", &["0 pays 10"]),
        ("the reversal", "2026-05-02 -40.00 USD LAKESIDE TRAVEL", &["0 takes_back 10"]),
        ("without a name", "2026-03-01 40.00 USD TRANSFER", &["0 pays 10"]),
        ("of another", "2026-03-01 40.00 USD ANNIES MARKET", &[]),
        ("of another sum", "2026-03-01 40.01 USD LAKESIDE TRAVEL", &[]),
    ];
    for (what, line, wanted) in cases {
        let house = house(vec![claim(10, LAKESIDE, "40.00 USD", "2026-01-10", by_hand)]);
        let found = house.proposals(&[line]);
        assert_eq!(told(&found), wanted, "{what}");
        assert!(found.iter().all(|it| it.parts[0].by_hand.is_some()), "{what}: it names it");
    }
}

#[test]
fn what_was_said_of_a_line_is_not_asked_again() {
    let open =
        |said| House { said, ..house(vec![claim(10, LAKESIDE, "40.00 USD", "2026-01-10", &[])]) };
    let lines = ["2026-01-20 40.00 USD LAKESIDE TRAVEL"];
    assert_eq!(told(&open(vec![]).proposals(&lines)), ["0 pays 10"]);
    assert!(open(vec![said(0, None, false)]).proposals(&lines).is_empty(), "dismissed");
    let other = StatementMatch { claim: Some(id(99)), ..said(0, None, false) };
    assert_eq!(told(&open(vec![other]).proposals(&lines)), ["0 pays 10"], "another was dismissed");
    let moved =
        claim(10, LAKESIDE, "80.00 USD", "2026-01-10", &[("received", "40.00 USD", "2026-01-20")]);
    let known = House { said: vec![said(0, Some(1001), true)], ..house(vec![moved]) };
    assert!(known.proposals(&lines).is_empty(), "a line that is spoken for is out");
    let more = known.proposals(&["2026-01-20 60.00 USD LAKESIDE TRAVEL"]);
    assert_eq!(told(&more), ["0 pays 10"], "what is left of a line is still asked about");
    assert_eq!(more[0].parts[0].amount, sum("20.00 USD"), "and only that");
}

#[test]
fn proposals_keep_their_names_and_order() {
    let house = house(vec![
        claim(10, LAKESIDE, "40.00 USD", "2026-01-10", &[]),
        claim(11, GRANITE, "35.00 USD", "2026-01-10", &[]),
    ]);
    let lines = ["2026-02-01 10.00 USD LAKESIDE", "2026-01-20 35.00 USD GRANITE TRUST BANK"];
    let found = house.proposals(&lines);
    assert_eq!(told(&found), ["1 pays 11", "0 pays 10"], "the surest first");
    let again = house.proposals(&lines);
    assert_eq!(found, again, "the same lines mean the same");
    let keys: Vec<String> = found.iter().map(Proposal::key).collect();
    assert_eq!(keys[0].len(), 10, "short enough to be typed");
    assert_ne!(keys[0], keys[1], "and of its own");
    let at = LineRef { statement: id(77), number: 1 };
    assert_eq!(found[0].line, at);
}
