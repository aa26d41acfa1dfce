//! Whole letters, as they read. A change of words should be a decision, not an accident.

use holdfast_domain::{LetterKind, LetterTone};

use crate::{prepared, records, text};

/// One snapshot for each kind, with its letter from every record.
#[test]
fn each_kind_from_each_record() {
    for kind in LetterKind::ALL {
        let letters = records::all().into_iter().map(|(name, family)| {
            let letter = prepared(&family, *kind);
            format!("######## {name}\n\n{}", text(&family, &letter))
        });
        let whole = letters.collect::<Vec<_>>().join("\n");
        insta::with_settings!({ prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(kind.as_str(), whole);
        });
    }
}

#[test]
fn gentle_and_firm_differ_in_a_few_words_and_in_no_fact() {
    for (name, family) in records::all() {
        for kind in LetterKind::ALL {
            let mut letter = prepared(&family, *kind);
            letter.tone = LetterTone::Gentle;
            let gentle = text(&family, &letter);
            letter.tone = LetterTone::Firm;
            let firm = text(&family, &letter);
            // The days, sums and names of a letter, and its points.
            let facts = |text: &str| -> Vec<String> {
                let told = |word: &&str| word.chars().any(|c| c.is_ascii_digit());
                let words = text.split(|c: char| c.is_whitespace() || ".,:;?".contains(c));
                let words = words.filter(told).map(str::to_owned);
                let points = text.lines().filter(|line| line.starts_with("- "));
                words.chain(points.map(str::to_owned)).collect()
            };
            assert_eq!(facts(&gentle), facts(&firm), "{kind} of {name}: the facts are the same");
        }
    }
}
