//! Whatever a letter says stands in the record or in its choices.

use std::collections::BTreeSet;

use holdfast_domain::words::date;
use holdfast_domain::{Letter, LetterKind};
use holdfast_letters::builtin_template;

use crate::family::Family;
use crate::{ON, day, prepared, records, text};

/// Every name, date and sum of the record and of the letter's choices, as one text.
fn record(family: &Family, letter: &Letter) -> String {
    // The debug form holds every field; the days in it are written as letters write them.
    let shown = format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {letter:?} {}",
        family.lead,
        family.dispute,
        family.events.iter().map(|one| (one.time, &one.facts)).collect::<Vec<_>>(),
        family.vendors,
        family.contacts,
        family.sent,
        family.dispute.id.reference(),
    );
    let days = shown.split(|c: char| !c.is_ascii_digit() && c != '-');
    let days: Vec<String> = days.filter_map(|word| word.parse().ok()).map(date).collect();
    format!("{shown} {} {}", days.join(" "), date(day(ON)))
}

/// The words of our own: those of the template and the few that the code adds.
fn own_words(kind: LetterKind) -> BTreeSet<String> {
    const OF_THE_CODE: &str = "Dear Sir Madam Sincerely Yours With Your Our Account Order Model \
        Serial Enclosure Enclosures Dossier Copy Still On It I You The As About January February \
        March April May June July August September October November December Thank This Day";
    let all = format!("{} {OF_THE_CODE}", builtin_template(kind));
    all.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
}

#[test]
fn no_name_day_or_sum_is_in_a_letter_that_is_not_in_the_record() {
    for (name, family) in records::all() {
        for kind in LetterKind::ALL {
            let letter = prepared(&family, *kind);
            let (record, own) = (record(&family, &letter), own_words(*kind));
            let plain = record.replace(',', "");
            for word in
                text(&family, &letter).split(|c: char| c.is_whitespace() || "()“”:;-".contains(c))
            {
                let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
                let bare = bare.trim_end_matches("'s");
                let number = bare.chars().any(|c| c.is_ascii_digit());
                let proper = bare.chars().next().is_some_and(char::is_uppercase);
                if !(number || proper) || own.contains(bare) {
                    continue;
                }
                let known = plain.contains(&bare.replace(',', ""));
                assert!(
                    known || is_reckoned(bare, &family),
                    "{kind} of {name}: “{word}” is in no record"
                );
            }
        }
    }
}

/// What is left of a claim is reckoned from the record, and stands nowhere in it.
fn is_reckoned(word: &str, family: &Family) -> bool {
    use holdfast_domain::rules;
    let Ok(balances) = rules::balances(&family.dispute, day(ON)) else { return false };
    let claims =
        family.dispute.claims.iter().filter_map(|one| rules::claim_balance(one, day(ON)).ok());
    let all = balances.iter().map(|one| one.balance).chain(claims);
    let totals = rules::totals(balances.iter().map(|one| &one.balance)).unwrap_or_default();
    let sums = all.flat_map(|one| [one.claimed, one.outstanding]);
    sums.chain(totals.iter().map(|one| one.outstanding))
        .any(|sum| sum.to_string().starts_with(word))
        || capital_number(word, family)
}

/// `Twelve claims`, `12 claims`: how many there are is counted.
fn capital_number(word: &str, family: &Family) -> bool {
    word == family.dispute.claims.len().to_string()
}

#[test]
fn nothing_private_is_in_a_letter_and_no_favour_is_told() {
    for (name, family) in records::all() {
        for kind in LetterKind::ALL {
            let letter = prepared(&family, *kind);
            let text = text(&family, &letter);
            assert!(!text.contains("PRIVATE"), "{kind} of {name} tells a private note:\n{text}");
            assert!(!text.contains("Favour"), "{kind} of {name} tells a favour:\n{text}");
        }
    }
}

#[test]
fn no_blank_and_no_word_of_the_machine_is_in_a_letter() {
    for (name, family) in records::all() {
        for kind in LetterKind::ALL {
            let letter = prepared(&family, *kind);
            let text = text(&family, &letter);
            for fault in [
                "none",
                "None",
                "undefined",
                "  ",
                " .",
                " ,",
                "..",
                "::",
                "{",
                "}",
                "\u{1}",
                "\u{2}",
                "\u{3}",
            ] {
                assert!(!text.contains(fault), "{kind} of {name} holds {fault:?}:\n{text}");
            }
        }
    }
}

#[test]
fn what_is_dated_after_the_letter_does_not_count() {
    let family = records::two_vendors();
    let mut letter = prepared(&family, LetterKind::Escalation);
    letter.to_contact = Some(family.contacts[1].id);
    let early = holdfast_letters::compose(&family.case(), &letter, day("2026-06-04"));
    let text = holdfast_letters::plain_text(&early.expect("the letter of an earlier day"));
    for later in ["10 June", "6 June", "15 June", "Rosa Lind"] {
        assert!(!text.contains(later), "on 4 June nobody knew of “{later}”:\n{text}");
    }
}
