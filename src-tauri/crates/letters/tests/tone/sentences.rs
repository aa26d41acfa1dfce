//! Sixty sentences: thirty that should be marked, each with the habit, and thirty that should not.

use holdfast_letters::tone::ToneRule;

use crate::{complaint, read};

/// Sentences that hurt the writer's case, with the habit that should be seen in each.
const HURT: &[(&str, ToneRule)] = &[
    ("Your agents are idiots who cannot add two numbers.", ToneRule::Insult),
    ("The service in your branch is a joke.", ToneRule::Insult),
    (
        "I have dealt with crooks before, but your company is in a class of its own.",
        ToneRule::Insult,
    ),
    ("What a bloody waste of an afternoon this was.", ToneRule::Insult),
    ("You should be running a circus and no bank.", ToneRule::Insult),
    ("You always charge the fee before the statement is due.", ToneRule::Absolute),
    ("Your drivers never ring the bell.", ToneRule::Absolute),
    ("I have called you hundreds of times about this parcel.", ToneRule::Absolute),
    ("Every single bill since the spring has been wrong.", ToneRule::Absolute),
    ("I want my money back NOW.", ToneRule::Capitals),
    ("This is COMPLETELY different from what was agreed.", ToneRule::Capitals),
    ("Thank you for nothing.", ToneRule::Sarcasm),
    ("How generous of you to send me a voucher for two dollars.", ToneRule::Sarcasm),
    ("Your “help” cost me a day's wages.", ToneRule::Sarcasm),
    ("Great job on losing the second parcel as well.", ToneRule::Sarcasm),
    ("The washing machine has broken down again!", ToneRule::Exclamation),
    ("Where is the refund??", ToneRule::Exclamation),
    ("If I do not hear from you this week, I will go to the newspapers.", ToneRule::Threat),
    ("I will see you in court.", ToneRule::Threat),
    ("You’ll be hearing from my lawyer.", ToneRule::Threat),
    ("We are going to post this on social media.", ToneRule::Threat),
    ("Marcus Bell lied to me about the delivery date.", ToneRule::Blame),
    ("Your incompetent agent cut me off twice.", ToneRule::Blame),
    ("You just don't care about people who have been with you for years.", ToneRule::Blame),
    ("You deliberately hid the fee in the small print.", ToneRule::Blame),
    ("Clearly the fee was charged by mistake.", ToneRule::Opinion),
    ("It is unacceptable that a refund takes ten weeks.", ToneRule::Opinion),
    ("Any reasonable person would agree that the sofa is faulty.", ToneRule::Opinion),
    ("Please refund the fare of USD 412.00. Please also cancel my membership.", ToneRule::Requests),
    (
        "I bought the boiler on 4 January and it stopped on 9 January and your engineer came on 12 \
         January and said that the pump was broken and would be replaced within a week and then \
         nobody came and on 2 February I rang again and was told to wait.",
        ToneRule::LongSentence,
    ),
];

/// Sentences that a calm and experienced advocate would leave as they are.
const HARMLESS: &[&str] = &[
    "I never received the parcel that you sent on 3 March.",
    "The refund has never arrived.",
    "I have always paid the account on time.",
    "We were told that the engineer would come on Tuesday, and nobody came.",
    "On 5 March Marcus Bell told me that the fee would be waived.",
    "Ms Rahman was patient and solved it within the hour, for which I am grateful.",
    "Your letter says: “We always refund within five days.”",
    "The agent said ‘you are an idiot’ and hung up.",
    "She wrote \"this is CLEARLY your fault!\" in her message of 9 May.",
    "I paid USD 1,240.00 from my account ending 4417, IBAN on file.",
    "My reference is NORTH-88120-ABANDONED and the order is ORD/2231.",
    "The model is WASHMASTER 400, serial number AXB2291.",
    "HARBOUR AIR cancelled flight HA 212 on 4 June.",
    "The parcel was handed to Never Late Couriers on 2 April.",
    "I reported the theft to the police on 3 March; the police report is enclosed.",
    "The court fee was 35 pounds and is part of the sum.",
    "Your press office referred me to you on 6 March.",
    "Pressing the button did nothing, and the media player stayed dark.",
    "The terms are clearly marked on page 4 of the contract.",
    "The parcel lies in your depot in Easton, as the tracking page shows.",
    "You failed to deliver the worktop by 20 March, the day we had agreed.",
    "I would be grateful for a reply by 14 April.",
    "Please refund the fare of USD 412.00. Please reply in writing by 14 April.",
    "I ask you to refund the fee; please let me know if you need anything else from me.",
    "If we cannot settle this, I will bring it to the ombudsman for travel, as your terms provide.",
    "The voucher is useless to me, because the ferry no longer runs.",
    "The scammer called me on 3 March and pretended to be from your bank.",
    "The line has been dead since Monday, so my mother could not call her doctor.",
    "It has cost us 19 evenings and two days of unpaid leave.",
    "Thank you for the time that you have given to this, and for the call on Friday.",
];

/// How many of the first must be seen, and how many marks the second may have: what holds today.
const SEEN: usize = 30;
const MARKED_WRONGLY: usize = 0;

#[test]
fn what_hurts_is_marked_and_what_does_not_is_left_alone() {
    assert_eq!((HURT.len(), HARMLESS.len()), (30, 30), "the table is the one that is spoken of");
    let mut seen = 0;
    for (text, rule) in HURT {
        let tone = read(text, &complaint());
        if tone.marks.iter().any(|mark| mark.rule == *rule) {
            seen += 1;
        } else {
            println!("missed {}: {text} {:?}", rule.as_str(), tone.marks);
        }
    }
    let mut wrong = 0;
    for text in HARMLESS {
        for mark in read(text, &complaint()).marks {
            wrong += 1;
            println!("marked wrongly as {}: “{}” in: {text}", mark.rule.as_str(), mark.words);
        }
    }
    println!("{seen} of {} seen, {wrong} marks in {} harmless ones", HURT.len(), HARMLESS.len());
    assert_eq!((seen, wrong), (SEEN, MARKED_WRONGLY), "seen where it hurts, marked where not");
}

#[test]
fn every_habit_of_words_is_in_the_table() {
    for rule in ToneRule::ALL.iter().filter(|rule| **rule != ToneRule::LongLetter) {
        assert!(HURT.iter().any(|(_, it)| it == rule), "no sentence shows {}", rule.as_str());
    }
}
