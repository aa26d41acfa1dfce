//! What people type, and what they find by it.

use holdfast_domain::{
    AccountId, Attachment, Citation, Cited, Contact, Dispute, Event, Fact, FactId, StatementEntry,
    Vendor,
};
use holdfast_store::{Asked, Noun, Rank, Record};

use super::{EVERYTHING, search, search_as, shown};
use crate::round_trip::full_dispute;
use crate::statements::{entry, statement_id, take_in};
use crate::support::*;

/// Events of the first dispute: each with its number, its day and what was said.
const SAID: [(u128, &str, &str); 9] = [
    (1, "2026-05-03", "Müller at the Café Noir promised a full refund."),
    (2, "2026-05-10", "我要求全额退款，他们同意了。"),
    (3, "2026-05-11", "طلبتُ إعادةَ المبلغ كاملاً"),
    (4, "2026-05-12", "ขอคืนเงินค่าตั๋วเครื่องบิน"),
    (5, "2026-05-13", "They offered 1.840,00 EUR by 03/06/2026, ref. AB-12/99."),
    (6, "2026-05-14", "AT&T said: \"don't call us OR write\" * -5%"),
    (7, "2026-05-15", "환불을 약속했습니다"),
    (8, "2026-05-16", "返金してもらえるカードの件"),
    (9, "2026-05-17", "The voucher lies with the Łódź office."),
];

fn filled() -> Home {
    let home = home().with_people();
    let bank = Vendor { name: "Harbour Funds".to_owned(), ..vendor(2) };
    let person = Contact { name: "Dana Ruíz".to_owned(), ..contact(2, 2) };
    home.write(2, |w| {
        w.put_vendor(&bank)?;
        w.put_contact(&person)?;
        w.put_dispute(&full_dispute())?;
        for (number, day, text) in SAID {
            let mut said = event(number, day);
            said.facts[0].text = text.to_owned();
            said.contacts = if number == 1 { vec![person.id] } else { Vec::new() };
            said.note = (number == 9).then(|| "privately: a lighthouse".to_owned());
            w.put_event(&said)?;
        }
        Ok(())
    });
    let lease = attachment(&home, 1, b"The lease.");
    home.write(13, |w| w.put_attachment(&lease));
    let paid = entry("2026-04-07", -184_050, "CARD PAYMENT");
    take_in(&home, 14, 1, &[StatementEntry { reference: None, ..paid }, taken_back()]);
    home
}

/// A document with the place on which an event rests.
fn attachment(home: &Home, number: u128, bytes: &[u8]) -> Attachment {
    let stored = home.store.store_original(bytes, u64::MAX).expect("stored");
    Attachment {
        id: id(0x70, number),
        dispute: dispute_id(1),
        sha256: stored.sha256,
        name: "lease.txt".to_owned(),
        media_type: "text/plain".to_owned(),
        size: stored.size,
        caption: None,
        dated: None,
        obtained: None,
        vendor: None,
        author: None,
        citations: vec![Citation {
            id: id(0x71, number),
            of: Cited::Event(event_id(1)),
            place: some("p. 12, margin note"),
        }],
        covered: Vec::new(),
        added_at: now(),
    }
}

fn taken_back() -> StatementEntry {
    StatementEntry {
        party: None,
        reference: None,
        ..entry("2026-04-09", 7_350, "GUTSCHRIFT Kiosk")
    }
}

#[test]
fn every_way_of_typing_finds_what_is_meant() {
    let home = filled();
    let event = |number| Record::from(event_id(number));
    let claim = |number| Record::Claim(id(0x61, number));
    let (file, statement) = (Record::Attachment(id(0x70, 1)), Record::from(statement_id(1)));
    for (words, wanted, why) in [
        ("muller", event(1), "without the dots"),
        ("mueller", event(1), "with the dots written out"),
        ("CAFE", event(1), "without the accent"),
        ("café", event(1), "with it"),
        ("ref prom", event(1), "beginnings of words"),
        ("dana refund", event(1), "a person spoken with, and a word of the fact"),
        ("ruiz", Record::from(contact_id(2)), "a person, without the accent"),
        ("lodz", event(9), "letters that have no accent to lose"),
        ("退款", event(2), "two signs in the midst of others"),
        ("全额退", event(2), "three signs"),
        ("款", event(2), "one sign"),
        ("同意", event(2), "signs behind a comma"),
        ("اعادة المبلغ", event(3), "Arabic without its marks, and another alef"),
        ("كاملا", event(3), "without the last mark"),
        ("คืนเงิน", event(4), "Thai in the midst of others"),
        ("ตั๋ว", event(4), "Thai with marks above"),
        ("환불", event(7), "Korean with an ending"),
        ("返金", event(8), "Japanese"),
        ("カード", event(8), "in kana"),
        ("1840", event(5), "a sum of a text, without its signs"),
        ("1,840.00", event(5), "as others write it"),
        ("1 840,00", event(5), "and others still"),
        ("1840.000", claim(1), "a sum owed"),
        ("1840 kwd", claim(1), "with its currency"),
        ("0.5", claim(1), "a sum that was credited"),
        ("3 May 2026", event(1), "the day of an event"),
        ("2026-05-03", event(1), "as computers write it"),
        ("03/05/2026", event(1), "in figures"),
        ("3.5.26", event(1), "in short"),
        ("May 3rd, 2026", event(1), "in words, the month first"),
        ("3 june 2026", event(5), "a day that was said"),
        ("AB-12/99", event(5), "a reference that was said"),
        ("ab1299", event(5), "without its signs"),
        ("ref-9", Record::from(dispute_id(1)), "a vendor's reference"),
        ("REF9", Record::from(dispute_id(1)), "in one piece"),
        ("PAY-1", claim(1), "a payment's reference"),
        ("555-0100", Record::from(vendor_id(2)), "a number to call"),
        ("5550100", Record::from(vendor_id(2)), "typed in one piece"),
        ("member 1", Record::from(member_id(1)), "somebody of the household"),
        ("margin", file, "a place that a citation names"),
        ("p. 12 lease", file, "its page, and the name of the file"),
        ("card payment", statement, "the text of a bank's line"),
        ("gutschrift", statement, "of another"),
        ("lakeside", statement, "who was paid"),
        ("1840.50", statement, "what was paid, without its sign"),
        ("$1,840.5", statement, "in another way"),
        ("73,50", statement, "what came back"),
        ("7 April 2026", statement, "the day of a bank's line"),
        ("at&t", event(6), "a name with a sign"),
        ("att", event(6), "and without it"),
        ("dont call", event(6), "an apostrophe that nobody types"),
        ("\"don't call\"", event(6), "with quotes"),
        ("write OR \"nowhere", event(6), ""),
    ] {
        let found: Vec<Record> = search(&home, words).iter().map(|it| it.record).collect();
        if why.is_empty() {
            assert_eq!(found, [], "“{words}”: OR is a word, and every word has to be found");
        } else {
            assert!(found.contains(&wanted), "“{words}”, {why}: {found:?}");
        }
    }
    let found: Vec<Record> = search(&home, "at&t").iter().map(|it| it.record).collect();
    assert!(!found.contains(&event(1)), "“at the Café” is not AT&T: {found:?}");
}

#[test]
fn a_line_and_a_page_are_found_exactly() {
    let home = filled();
    let only = |words: &str| {
        let mut found = search(&home, words);
        assert_eq!(found.len(), 1, "“{words}”: {found:?}");
        found.remove(0)
    };
    let back = only("gutschrift");
    assert_eq!((back.line, back.day), (Some(1), Some(day("2026-04-09"))), "the second line");
    assert_eq!(back.dispute, None, "a bank knows of no dispute");
    assert_eq!(shown(&back.excerpt), "[GUTSCHRIFT] Kiosk");
    let paid = only("lakeside payment");
    assert_eq!((paid.line, &*paid.names), (Some(0), &["Lakeside Travel".to_owned()][..]));
    let noted = only("margin note");
    assert_eq!(noted.page, Some(12), "the page that the citation names");
    assert_eq!(shown(&noted.excerpt), "p. 12, [margin] [note]");
    assert_eq!(only("lease").page, None, "its name alone leads to no page");
}

#[test]
fn lines_are_found_as_long_as_their_statement_is_in_sight() {
    let home = filled();
    let found = || search(&home, "gutschrift").len();
    home.undo(15, 14).expect("undone");
    assert_eq!(found(), 0, "what was taken in is taken back");
    home.undo(16, 15).expect("undone");
    assert_eq!(found(), 1, "and put in force again");
    let account: AccountId = id(0x90, 1);
    home.write(7, |w| w.bin(account));
    assert_eq!(found(), 0, "the account lies in the bin");
    home.write(8, |w| w.restore(account));
    assert_eq!(found(), 1, "and came out of it");
}

#[test]
fn a_month_and_a_day_of_any_year_find_their_events() {
    let home = filled();
    let events = |words: &str| -> usize {
        search(&home, words).iter().filter(|it| it.record.noun() == Noun::Event).count()
    };
    assert_eq!(events("May 2026"), 9, "all of that month");
    assert_eq!(events("12 may"), 1, "the day of whichever year");
    assert_eq!(events("June 2026"), 1, "and the one in which a day of June was named");
    let asked = Asked {
        words: "05/03/2026",
        month_first: true,
        with_private: false,
        groups: EVERYTHING,
        limit: 5,
    };
    let first = search_as(&home, &asked)[0].hits[0].record;
    assert_eq!(first, Record::from(event_id(1)), "in the order of the household");
}

#[test]
fn no_sign_that_is_typed_is_an_error() {
    let home = filled();
    let signs = [
        "\"",
        "'",
        "*",
        "-",
        "--",
        "OR",
        "AND",
        "NOT",
        "NEAR",
        "NEAR(",
        "a NEAR b",
        "(",
        ")",
        "^",
        ":",
        "title:x",
        "{title} : x",
        "+",
        "a + b",
        "^refund",
        "\\",
        "%",
        "_",
        ";",
        "\0",
        "a\0b",
        "\u{E001}",
        "\u{E002}1840",
        "“x”",
        "🏦",
        "refund*",
        "\"refund",
        "refund\"",
        "re\"fund",
        "-refund",
        "'; DROP TABLE dispute; --",
        "   ",
        "\n\t",
    ];
    for typed in signs {
        search(&home, typed);
    }
    search(&home, &"refund ".repeat(400));
    search(&home, &"款".repeat(5000));
    search(&home, &"1,".repeat(5000));
    assert!(!search(&home, "refund* -").is_empty(), "signs beside a word change nothing");
    assert_eq!(search(&home, "\" * -"), [], "signs alone find nothing");
}

#[test]
fn the_best_stands_first() {
    let home = filled();
    let mut named = Dispute { title: "The refund of the lamp".to_owned(), ..dispute(2) };
    named.parties.clear();
    let mut recent = event(20, "2026-06-01");
    recent.facts.push(Fact { id: id::<FactId>(0x51, 120), ..recent.facts[0].clone() });
    recent.facts[1].text = "The refund is late; see REF-9.".to_owned();
    home.write(3, |w| {
        w.put_dispute(&named)?;
        w.put_event(&recent)
    });
    let found = search(&home, "refund");
    let order: Vec<(Rank, Record)> = found.iter().map(|it| (it.rank, it.record)).collect();
    assert_eq!(order[0], (Rank::Title, named.id.into()), "what is called so");
    let texts: Vec<Record> = order.iter().filter(|it| it.0 == Rank::Text).map(|it| it.1).collect();
    assert_eq!(texts[0], recent.id.into(), "then the newest text: {order:?}");
    assert!(texts.contains(&event_id(1).into()), "and the older ones: {order:?}");
    let first = &search(&home, "ref-9")[0];
    assert_eq!(
        (first.rank, first.record),
        (Rank::Exact, dispute_id(1).into()),
        "what bears the reference stands before what speaks of it"
    );
    let late = &search(&home, "refund late")[0];
    assert_eq!(
        shown(&late.excerpt),
        "The [refund] is [late]; see REF-9.",
        "the fact that has both"
    );
    assert_eq!(late.dispute, Some(dispute_id(1)));
    assert_eq!(late.day, Some(day("2026-06-01")));
}

#[test]
fn private_notes_are_found_only_where_asked_for_and_say_so() {
    let home = filled();
    let asked = |with_private| Asked {
        words: "lighthouse voucher",
        month_first: false,
        with_private,
        groups: EVERYTHING,
        limit: 5,
    };
    assert_eq!(search_as(&home, &asked(false))[0].hits, [], "never unless asked for");
    let found = search_as(&home, &asked(true)).remove(0).hits;
    assert_eq!(found.len(), 1, "one word of the note and one of the fact");
    assert!(found[0].private, "that it is private is said");
    assert_eq!(shown(&found[0].excerpt), "privately: a [lighthouse]", "with the note's words");
    assert!(!search(&home, "voucher")[0].private, "the fact alone is not private");
}

#[test]
fn groups_are_filled_each_by_itself() {
    let home = filled();
    let groups: &[&[Noun]] = &[&[Noun::Event], &[Noun::Dispute, Noun::Claim], &[Noun::Vendor]];
    let asked = Asked { words: "2026", month_first: false, with_private: false, groups, limit: 3 };
    let found = search_as(&home, &asked);
    let days: Vec<_> = found[0].hits.iter().map(|it| it.day.expect("a day").to_string()).collect();
    assert_eq!(days, ["2026-05-17", "2026-05-16", "2026-05-15"], "the newest first");
    assert!(found[0].more, "six more were left out");
    assert!(!found[1].hits.is_empty() && !found[1].more, "these are all");
    assert_eq!(found[2].hits, [], "no vendor has a day");
    let gone = Event { facts: Vec::new(), ..event(9, "2026-05-17") };
    home.write(3, |w| w.bin(gone.id));
    let again = search_as(&home, &asked);
    assert_eq!(
        again[0].hits[0].record,
        event_id(8).into(),
        "what lies in the bin leaves its place"
    );
}
