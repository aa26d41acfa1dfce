//! The tone of hundreds of real complaints, in the words of the people who wrote them.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use holdfast_domain::LetterKind;
use holdfast_letters::tone::{Context, ToneRule, check};
use holdfast_letters::{Paragraph, ParagraphStyle, Standing};

use crate::source;

/// As many characters as a full page has.
const PAGE: usize = 3_000;

const CONTEXT: Context<'_> = Context {
    kind: LetterKind::Complaint,
    rung_is_early: true,
    vendor_people: &[],
    names: &[],
    pages: None,
};

fn paragraphs(text: &str) -> Vec<Paragraph> {
    let paragraphs = text.split("\n\n").enumerate();
    let paragraph = |(at, text): (usize, &str)| Paragraph {
        key: at.to_string(),
        style: ParagraphStyle::Prose,
        composed: String::new(),
        text: text.to_owned(),
        standing: Standing::Added,
    };
    paragraphs.map(paragraph).collect()
}

#[test]
fn every_complaint_can_be_read_for_its_tone() {
    let Some(rows) = source::table("complaints/cfpb_sample.csv") else { return };
    let mut rules: BTreeMap<ToneRule, usize> = BTreeMap::new();
    let (mut calm, mut time, mut characters) = (0, Duration::ZERO, 0);
    for row in &rows {
        let narrative = paragraphs(&row["Consumer complaint narrative"]);
        let start = Instant::now();
        let tone = check(&narrative, &CONTEXT);
        time += start.elapsed();
        characters += narrative.iter().map(|it| it.text.chars().count()).sum::<usize>();
        calm += usize::from(tone.marks.is_empty());
        for mark in tone.marks {
            let text = narrative.iter().find(|it| it.key == mark.paragraph).map(|it| &it.text);
            let words = text.and_then(|text| text.get(mark.start..mark.end));
            assert_eq!(words, Some(mark.words.as_str()), "a mark is where its words are");
            *rules.entry(mark.rule).or_default() += 1;
        }
    }
    assert!(rows.len() > 300, "the corpus has hundreds of complaints");
    assert!(calm > 0, "some people write calmly");
    for rule in ToneRule::ALL.iter().filter(|rule| **rule != ToneRule::LongLetter) {
        assert!(rules.contains_key(rule), "nobody in {} has {}", rows.len(), rule.as_str());
    }
    let page = time.as_nanos() * PAGE as u128 / characters as u128;
    let page = Duration::from_nanos(u64::try_from(page).expect("a page is read in this century"));
    println!("{} complaints, {calm} of them calm; {page:?} a page; {rules:?}", rows.len());
}
