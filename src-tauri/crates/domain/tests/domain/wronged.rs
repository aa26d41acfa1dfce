//! “Were we wronged?”: which questions matter, what follows from answers, and what the record has.

use holdfast_domain::calendar::Region;
use holdfast_domain::rules::wronged::{
    Answers, Beside, Following, PartyStanding, asked, claim_there, findings, next, party_standing,
};
use holdfast_domain::wronged::{
    Answer, AnswerOption, Condition, Finding, Owed, Problem, Question, Runs, Wanted, Whom,
};
use holdfast_domain::{AnswerKind, Dispute, OwedKind, Role, Vendor, VendorKind};

use crate::build::{claim, day, dispute, id, party, sum};

fn question(key: &str, kind: AnswerKind, options: &[&str]) -> Question {
    let options =
        options.iter().map(|key| AnswerOption { key: (*key).into(), words: String::new() });
    Question {
        key: key.into(),
        words: String::new(),
        why: String::new(),
        kind,
        options: options.collect(),
    }
}

/// A condition such as `how = card | unsure`.
fn condition(text: &str) -> Condition {
    let (question, answers) = text.split_once(" = ").expect("the test names a condition");
    let any_of = answers.split(" | ").map(|answer| match answer {
        "yes" => Wanted::Yes,
        "no" => Wanted::No,
        "unsure" => Wanted::Unsure,
        "given" => Wanted::Given,
        key => Wanted::Chosen(key.into()),
    });
    Condition { question: question.into(), any_of: any_of.collect() }
}

fn finding(key: &str, place: &str, when: &[&str], kinds: &[VendorKind]) -> Finding {
    Finding {
        key: key.into(),
        words: String::new(),
        jurisdiction: place.into(),
        when: when.iter().map(|text| condition(text)).collect(),
        owed: None,
        whom: Whom { words: String::new(), kinds: kinds.to_vec(), role: Role::MustRemedy },
        clocks: Vec::new(),
        source: None,
    }
}

/// A bill that was paid somehow, told of or not; the bill may exceed its estimate.
fn problem() -> Problem {
    use AnswerKind::{Day, OneOf, Sum, YesNo};
    let over = Owed {
        kind: OwedKind::Difference,
        reason: "The difference".into(),
        sum: Some("bill".into()),
        less: Some("estimate".into()),
        since: Some("billed".into()),
    };
    let card = finding("card", "GB", &["how = card"], &[VendorKind::CardIssuer]);
    let runs = Runs { rule: "r".into(), from: Some("paid".into()) };
    let above = finding("above", "*", &["told = no | unsure"], &[]);
    Problem {
        key: "p".into(),
        title: String::new(),
        questions: vec![
            question("how", OneOf, &["card", "cash"]),
            question("paid", Day, &[]),
            question("told", YesNo, &[]),
            question("bill", Sum, &[]),
            question("estimate", Sum, &[]),
            question("billed", Day, &[]),
        ],
        findings: vec![
            Finding { clocks: vec![runs], ..card },
            Finding { owed: Some(over), ..above },
        ],
    }
}

fn vendor(number: u128, kind: VendorKind, country: Option<&str>) -> Vendor {
    Vendor {
        id: id(number),
        name: format!("Vendor {number}"),
        kind,
        address: Vec::new(),
        country: country.map(str::to_owned),
        channels: Vec::new(),
        known_as: Vec::new(),
    }
}

fn of_parties(vendors: &[Vendor]) -> Dispute {
    let mut dispute = dispute();
    dispute.parties = (1..=vendors.len()).map(|number| party(number as u128)).collect();
    dispute
}

/// Answers such as `how=card told=no bill=100.00_USD paid=2026-05-01`.
fn answers(text: &str) -> Answers {
    let read = |value: &str| match value {
        "yes" => Answer::Yes,
        "no" => Answer::No,
        "unsure" => Answer::Unsure,
        value if value.contains('_') => Answer::Sum(sum(&value.replace('_', " "))),
        value if value.contains('-') => Answer::Day(day(value)),
        key => Answer::Chosen(key.into()),
    };
    let pairs = text.split_whitespace().filter_map(|pair| pair.split_once('='));
    pairs.map(|(key, value)| (key.to_owned(), read(value))).collect()
}

/// What is asked, what is next, and what follows, for a household in the place given.
fn looked_at(given: &str, home: &str, vendors: &[Vendor]) -> (String, String, String) {
    let problem = problem();
    let dispute = of_parties(vendors);
    let beside = Beside { dispute: &dispute, vendors, home: Region::parse(home) };
    let given = answers(given);
    let keys: Vec<_> = asked(&problem, &given, &beside).iter().map(|it| it.key.as_str()).collect();
    let next = next(&problem, &given, &beside).map_or("", |it| it.key.as_str());
    let found = findings(&problem, &given, &beside);
    let found: Vec<_> = found.iter().map(|it| it.finding.key.as_str()).collect();
    (keys.join(" "), next.to_owned(), found.join(" "))
}

#[test]
fn a_question_that_no_longer_matters_is_not_asked() {
    let all = "how paid told bill estimate billed";
    let cases = [
        ("", "GB", all, "how", "", "at first everything may matter"),
        ("how=card", "GB", all, "paid", "card", "a card: its day matters, and the issuer may help"),
        ("how=cash", "GB", "how told bill estimate billed", "told", "", "no card, no day of it"),
        ("how=unsure", "GB", "how told bill estimate billed", "told", "", "not sure is no card"),
        (
            "how=cash paid=2026-05-01",
            "GB",
            "how told bill estimate billed",
            "told",
            "",
            "what was answered before the answer changed is no longer shown",
        ),
        ("told=yes", "GB", "how paid told", "how", "", "told of it: the sums lead nowhere"),
        ("how=cash told=yes", "GB", "how told", "", "", "nothing is left to be asked"),
        ("told=unsure", "GB", all, "how", "above", "not sure may be enough"),
        (
            "how=card told=no",
            "US",
            "told bill estimate billed",
            "bill",
            "above",
            "elsewhere the card does not matter, and is not asked about",
        ),
        (
            "told=no",
            "",
            "told bill estimate billed",
            "bill",
            "above",
            "where nothing is known of the place, no country's rule is claimed",
        ),
        ("how=yes", "GB", all, "how", "", "an answer that does not fit its question is none"),
        ("how=cheque", "GB", all, "how", "", "nor is a choice that is not there"),
    ];
    for (given, home, keys, next, found, why) in cases {
        let expected = (keys.to_owned(), next.to_owned(), found.to_owned());
        assert_eq!(looked_at(given, home, &[]), expected, "{given} in {home}: {why}");
    }
}

#[test]
fn the_vendor_concerned_decides_which_country_it_is() {
    use VendorKind::{CardIssuer, Shop};
    let cases = [
        (vec![], "GB", "card", "no issuer is known: the household's own country"),
        (vec![vendor(1, CardIssuer, Some("US"))], "GB", "", "the issuer is elsewhere"),
        (vec![vendor(1, CardIssuer, Some("uk"))], "US", "card", "the issuer is there"),
        (vec![vendor(1, CardIssuer, None)], "GB-SCT", "card", "its country was not said"),
        (vec![vendor(1, Shop, Some("US"))], "GB", "card", "the shop is not whom it concerns"),
        (
            vec![vendor(1, CardIssuer, Some("US")), vendor(2, CardIssuer, Some("GB"))],
            "US",
            "card",
            "one of them is there",
        ),
    ];
    for (vendors, home, found, why) in cases {
        assert_eq!(looked_at("how=card", home, &vendors).2, found, "{why}");
    }
}

#[test]
fn a_sum_is_what_the_answers_say_and_nothing_is_not_owed() {
    let cases = [
        ("", Some(None), "no sum was said"),
        ("bill=640.00_USD estimate=500.00_USD", Some(Some("140.00 USD")), "the difference"),
        ("bill=640.00_USD", Some(None), "without the estimate there is no difference"),
        ("bill=640.00_USD estimate=unsure", Some(None), "nor where nobody is sure of it"),
        ("bill=640.00_USD estimate=500.00_EUR", Some(None), "nothing is converted"),
        ("bill=500.00_USD estimate=500.00_USD", None, "the bill is as it was estimated"),
        ("bill=400.00_USD estimate=500.00_USD", None, "the bill is lower"),
    ];
    let problem = problem();
    let dispute = dispute();
    let beside = Beside { dispute: &dispute, vendors: &[], home: None };
    for (given, amount, why) in cases {
        let given = answers(&format!("told=no billed=2026-05-02 {given}"));
        let found = findings(&problem, &given, &beside);
        let amounts = found.first().map(|it| it.amount);
        assert_eq!(amounts, amount.map(|amount| amount.map(sum)), "{why}");
        assert!(found.iter().all(|it| it.since == Some(day("2026-05-02"))), "{why}: since its day");
    }
}

#[test]
fn a_clock_is_counted_from_the_day_that_was_answered() {
    let problem = problem();
    let dispute = dispute();
    let beside = Beside { dispute: &dispute, vendors: &[], home: Region::parse("GB") };
    for (given, expected) in
        [("paid=2026-05-01", Some(day("2026-05-01"))), ("paid=unsure", None), ("", None)]
    {
        let found = findings(&problem, &answers(&format!("how=card {given}")), &beside);
        let clocks: Vec<_> = found[0].clocks.iter().map(|(runs, day)| (&runs.rule, *day)).collect();
        assert_eq!(clocks, [(&"r".to_owned(), expected)], "answered: {given}");
    }
}

#[test]
fn the_record_is_asked_who_plays_that_part_already() {
    use PartyStanding::{Missing, There, WithoutRole};
    use VendorKind::{Bank, CardIssuer, Shop};
    let of = |kinds: &[VendorKind]| Whom {
        words: String::new(),
        kinds: kinds.to_vec(),
        role: Role::MustRemedy,
    };
    let cases = [
        (vec![], vec![CardIssuer], None, Missing, "nobody is there"),
        (vec![Shop], vec![CardIssuer], None, Missing, "somebody else is"),
        (
            vec![Shop, CardIssuer],
            vec![CardIssuer],
            None,
            WithoutRole(id(2)),
            "there, without that part",
        ),
        (vec![Shop, CardIssuer], vec![CardIssuer], Some(1), There(id(2)), "there, with it"),
        (vec![Bank, Bank], vec![Bank], Some(1), There(id(2)), "the one that has it, not the first"),
        (vec![Shop], vec![], None, WithoutRole(id(1)), "whoever it may be, there is only one"),
        (vec![Shop, Bank], vec![], None, Missing, "any of several: nobody is taken to be it"),
    ];
    for (parties, kinds, with_role, expected, why) in cases {
        let vendors: Vec<_> =
            parties.iter().zip(1..).map(|(kind, number)| vendor(number, *kind, None)).collect();
        let mut dispute = of_parties(&vendors);
        if let Some(at) = with_role {
            dispute.parties[at].roles.must_remedy = true;
        }
        let beside = Beside { dispute: &dispute, vendors: &vendors, home: None };
        assert_eq!(party_standing(&of(&kinds), &beside), expected, "{why}");
    }
}

#[test]
fn a_claim_that_says_the_same_is_found_by_its_words_or_its_sum() {
    let problem = problem();
    let vendors = [vendor(1, VendorKind::Shop, None)];
    let given = answers("told=no bill=640.00_USD estimate=500.00_USD");
    let cases = [
        ("THE difference ", "9.00 USD", true, "the same words"),
        ("Something", "140.00 USD", true, "the same sum"),
        ("Something", "140.00 EUR", false, "another currency"),
        ("Something", "141.00 USD", false, "another sum"),
    ];
    for (reason, amount, is_there, why) in cases {
        let mut dispute = of_parties(&vendors);
        let mut claim = claim(1, 1, amount, "2026-05-01", &[]);
        claim.reason = reason.into();
        dispute.claims = vec![claim];
        let beside = Beside { dispute: &dispute, vendors: &vendors, home: None };
        let found = findings(&problem, &given, &beside);
        assert_eq!(claim_there(&found[0], &beside).is_some(), is_there, "{why}");
    }
}

#[test]
fn while_no_sum_is_known_a_claim_of_that_kind_says_the_same() {
    use VendorKind::{Airline, Shop};
    let owed = Owed {
        kind: OwedKind::Compensation,
        reason: "Compensation for the flight".into(),
        sum: None,
        less: None,
        since: None,
    };
    let cases: [(&[VendorKind], VendorKind, &str, bool, &str); 4] = [
        (&[Airline], Airline, "Compensation for three of us", true, "the airline, the same kind"),
        (&[Airline], Airline, "One night in a hotel", false, "the airline, for something else"),
        (&[Airline], Shop, "Compensation for three of us", false, "another vendor"),
        (&[], Airline, "Compensation for three of us", false, "it may be anybody’s"),
    ];
    for (kinds, kind, reason, is_there, why) in cases {
        let vendors = [vendor(1, kind, None)];
        let mut dispute = of_parties(&vendors);
        let mut claim = claim(1, 1, "750.00 EUR", "2026-05-01", &[]);
        claim.reason = reason.into();
        dispute.claims = vec![claim];
        let beside = Beside { dispute: &dispute, vendors: &vendors, home: None };
        let finding = Finding { owed: Some(owed.clone()), ..finding("f", "*", &[], kinds) };
        let following =
            Following { finding: &finding, amount: None, since: None, clocks: Vec::new() };
        assert_eq!(claim_there(&following, &beside).is_some(), is_there, "{why}");
    }
}

#[test]
fn what_is_said_of_a_part_once_more_adds_to_it() {
    let mut before = party(1);
    before.roles.caused_it = true;
    before.reference = Some("R-1".into());
    before.policy = Some("30 days".into());
    let mut more = party(1);
    more.roles.must_remedy = true;
    more.policy = Some("14 days".into());
    let both = before.with(more);
    assert!(both.roles.caused_it && both.roles.must_remedy, "the roles add up");
    assert_eq!(both.reference.as_deref(), Some("R-1"), "silence takes nothing back");
    assert_eq!(both.policy.as_deref(), Some("14 days"), "what is new counts");
}
