//! Which letters fit when, and to whom they go.

use holdfast_domain::document::{Block, LetterForm};
use holdfast_domain::rules::Cadence;
use holdfast_domain::rules::clock::ClosedWay;
use holdfast_domain::{
    Channel, Direction, FactStatus, LetterKind, LetterTone, Role, VendorChannel, VendorKind,
};
use holdfast_letters::{document, plain_text, prepare_proposed, propose};
use uuid::Uuid;

use crate::family::Family;
use crate::{composed, day, prepared, records};

fn kinds(family: &Family, on: &str) -> Vec<LetterKind> {
    propose(&family.case(), day(on)).iter().map(|one| one.kind).collect()
}

/// A shop that was written to on 1 March, and followed up on 16 March.
fn written_to() -> Family {
    let mut family = Family::empty();
    let shop = family.vendor("Copper & Pine", VendorKind::Shop, &[Role::MustRemedy]);
    let joe = family.contact(shop, "Joe Park");
    family.contact(shop, "Ann Lee");
    family.contacts[0].supervisor = Some(family.contacts[1].id);
    let facts = [("The kettle leaks.", FactStatus::Undisputed)];
    family.event("2026-02-10", Channel::Phone, &facts).contacts = vec![joe];
    family.sent(LetterKind::Complaint, shop, "2026-03-01", "2026-03-15");
    family.sent(LetterKind::FollowUp, shop, "2026-03-16", "2026-03-23");
    family
}

#[test]
fn the_cadence_of_letters_without_an_answer() {
    use LetterKind as K;
    let rows: [(&str, &[K], &str); 9] = [
        ("2026-02-28", &[K::Complaint], "nothing has been sent"),
        ("2026-03-15", &[], "on the day itself it has not passed"),
        ("2026-03-16", &[], "it was followed up that day"),
        ("2026-03-24", &[K::FollowUp], "the follow-up's day has passed"),
        ("2026-03-29", &[K::FollowUp], "28 days, a Sunday"),
        ("2026-03-30", &[K::Escalation, K::FollowUp], "the business day after it"),
        ("2026-04-12", &[K::Escalation, K::FollowUp], "42 days, a Sunday"),
        ("2026-04-13", &[K::FinalNotice, K::Escalation, K::FollowUp], "the business day after it"),
        ("2026-06-01", &[K::FinalNotice, K::Escalation, K::FollowUp], "and later"),
    ];
    for (on, expected, why) in rows {
        assert_eq!(kinds(&written_to(), on), expected, "{on}: {why}");
    }
}

#[test]
fn letters_keep_the_households_own_cadence() {
    use LetterKind as K;
    let own = Cadence::new([5, 20, 30, 60]).expect("these days rise");
    let rows: [(&str, &[K], &str); 4] = [
        ("2026-03-24", &[K::FollowUp], "the follow-up's own day has passed"),
        ("2026-03-31", &[K::Escalation, K::FollowUp], "30 days, where those are chosen"),
        ("2026-04-29", &[K::Escalation, K::FollowUp], "59 days"),
        ("2026-04-30", &[K::FinalNotice, K::Escalation, K::FollowUp], "60 days"),
    ];
    for (on, expected, why) in rows {
        let mut family = written_to();
        family.pace.cadence = own;
        assert_eq!(kinds(&family, on), expected, "{on}: {why}");
    }
    let mut family = written_to();
    family.sent.truncate(1);
    (family.sent[0].reply_by, family.pace.cadence) = (None, own);
    assert_eq!(kinds(&family, "2026-03-23"), [], "20 days after 1 March end on a Saturday");
    assert_eq!(kinds(&family, "2026-03-24"), [K::FollowUp], "the Monday after it has passed");
}

#[test]
fn an_escalation_goes_where_the_ladder_says_and_never_too_late() {
    let mut family = written_to();
    let shop = family.vendors[0].id;
    family.contacts.truncate(1);
    let ombudsman = family.vendor("Retail Ombudsman", VendorKind::Ombudsman, &[Role::CanCompel]);
    let escalation = |family: &Family, on: &str| {
        let all = propose(&family.case(), day(on));
        all.into_iter().find(|one| one.kind == LetterKind::Escalation)
    };
    let to = |family: &Family, on: &str| escalation(family, on).map(|one| one.to_vendor);
    assert_eq!(to(&family, "2026-04-01"), Some(ombudsman), "nobody above is known at the shop");
    let (limit, last_day) = ("Ask the ombudsman".to_owned(), day("2026-03-31"));
    family.closed = vec![ClosedWay { body: ombudsman, limit, last_day }];
    assert_eq!(to(&family, "2026-04-01"), None, "its time limit has passed");
    let desk = VendorChannel {
        id: family.id(),
        kind: Channel::Email,
        value: "complaints@copper.example".to_owned(),
        label: Some("Complaints".to_owned()),
    };
    family.vendors[0].channels.push(desk);
    let proposal = escalation(&family, "2026-04-01").expect("the shop has a desk for complaints");
    let id = Uuid::from_u128(9).into();
    let letter = prepare_proposed(&family.case(), &proposal, id, day("2026-04-01"));
    let found = (letter.to_vendor, letter.office.as_deref());
    assert_eq!(found, (shop, Some("Complaints")), "and it is named in the address");

    family.sent(LetterKind::FinalNotice, shop, "2026-04-13", "2026-04-27");
    assert_eq!(to(&family, "2026-04-28"), None, "nor after the final notice");
    family.closed.clear();
    assert_eq!(to(&family, "2026-04-28"), Some(ombudsman), "where there is time, it is next");
}

#[test]
fn an_answer_begins_the_count_again_and_a_closed_matter_asks_for_nothing() {
    let mut family = written_to();
    let shop = family.vendors[0].id;
    let answer = family.event("2026-03-20", Channel::Email, &[]);
    (answer.vendor, answer.direction) = (Some(shop), Direction::In);
    assert_eq!(kinds(&family, "2026-04-12"), [], "they have answered");
    let mut family = written_to();
    family.dispute.closed_on = Some(day("2026-04-01"));
    assert_eq!(kinds(&family, "2026-04-12"), [], "the matter is closed");
}

#[test]
fn what_was_said_calls_for_a_letter_until_it_is_written() {
    use LetterKind as K;
    let mut family = records::two_vendors();
    let expected =
        [K::Confirmation, K::FollowUp, K::FollowUp, K::Complaint, K::ThankYou, K::ThankYou];
    assert_eq!(kinds(&family, "2026-06-20"), expected);
    let bank = family.vendors[0].id;
    let written = family.event("2026-06-12", Channel::Letter, &[]);
    (written.vendor, written.direction) = (Some(bank), Direction::In);
    assert!(!kinds(&family, "2026-06-20").contains(&K::Confirmation), "the bank wrote");
    let refused = records::all().remove(4).1;
    assert_eq!(kinds(&refused, "2026-06-20")[0], K::RefusalRequest, "the no was only spoken");
}

#[test]
fn a_proposal_prepares_the_letter_that_it_names() {
    for (name, family) in records::all() {
        for proposal in propose(&family.case(), day("2026-06-20")) {
            let letter = prepare_proposed(
                &family.case(),
                &proposal,
                Uuid::from_u128(9).into(),
                day("2026-06-20"),
            );
            let to = (letter.to_vendor, letter.to_contact, letter.about);
            let wanted = (proposal.to_vendor, proposal.to_contact, proposal.about);
            assert_eq!(to, wanted, "{name}: {}", proposal.why);
            composed(&family, &letter);
            assert!(!proposal.why.to_string().is_empty(), "every reason has words");
        }
    }
}

#[test]
fn the_second_follow_up_is_firm_and_days_are_left_to_answer() {
    use LetterKind as K;
    assert_eq!(prepared(&records::two_vendors(), K::FollowUp).tone, LetterTone::Gentle);
    assert_eq!(prepared(&written_to(), K::FollowUp).tone, LetterTone::Firm, "it was chased before");
    for kind in LetterKind::ALL {
        let letter = prepared(&records::two_vendors(), *kind);
        let days = letter.reply_by.map(|by| (by - day("2026-06-20")).num_days());
        let expected = match kind {
            K::ThankYou | K::Commendation => None,
            K::FollowUp | K::Confirmation | K::RefusalRequest => Some(7),
            K::Complaint | K::Escalation | K::FinalNotice | K::BillingError | K::BeforeClaim => {
                Some(14)
            }
        };
        assert_eq!(days, expected, "{kind}");
        let dossier = matches!(kind, K::Escalation | K::FinalNotice | K::BeforeClaim);
        assert_eq!(letter.with_dossier, dossier, "{kind}");
    }
}

#[test]
fn forms_follow_the_recipients_country() {
    use LetterForm::{A4, Din5008, UsLetter};
    let rows: [(Option<&str>, &[&str], LetterForm); 10] = [
        (Some("US"), &[], UsLetter),
        (Some("Canada"), &["1 Road"], UsLetter),
        (Some("CL"), &[], UsLetter),
        (Some("Germany"), &[], Din5008),
        (Some("at"), &[], Din5008),
        (Some("Switzerland"), &[], A4),
        (Some("Atlantis"), &[], A4),
        (None, &["1 Road", "Boston, MA 02110"], UsLetter),
        (None, &["Weg 1", "Österreich"], Din5008),
        (None, &["1 Road", "Somewhere"], A4),
    ];
    for (country, address, form) in rows {
        let mut family = Family::empty();
        family.vendor("Copper & Pine", VendorKind::Shop, &[Role::MustRemedy]);
        family.vendors[0].country = country.map(str::to_owned);
        family.vendors[0].address = address.iter().map(|line| (*line).to_owned()).collect();
        let draft = composed(&family, &prepared(&family, LetterKind::Complaint));
        assert_eq!(draft.form, form, "{country:?} {address:?}");
    }
    let mut family = Family::empty();
    family.vendor("Copper & Pine", VendorKind::Shop, &[Role::MustRemedy]);
    family.lead.address.push("USA".to_owned());
    let draft = composed(&family, &prepared(&family, LetterKind::Complaint));
    assert_eq!(draft.form, UsLetter, "the writer's country, where nothing is known of the other's");
}

#[test]
fn the_page_and_the_plain_text_have_the_same_words_in_the_same_order() {
    for (name, family) in records::all() {
        for kind in LetterKind::ALL {
            let draft = composed(&family, &prepared(&family, *kind));
            let mut page: Vec<String> = Vec::new();
            for block in document(&draft).blocks {
                match block {
                    Block::Letterhead(head) => {
                        page.extend(head.sender.into_iter().chain(head.recipient));
                        page.push(head.date);
                        page.extend(
                            head.references
                                .into_iter()
                                .map(|(name, text)| format!("{name}: {text}")),
                        );
                        page.push(head.subject);
                    }
                    Block::Paragraph(text) => page.push(text.words()),
                    Block::List(items) => {
                        page.extend(items.iter().map(|item| format!("- {}", item.words())))
                    }
                    Block::Signature(end) => {
                        page.extend([end.closing, end.name]);
                        let words = match end.enclosures.len() {
                            0 => None,
                            1 => Some("Enclosure"),
                            _ => Some("Enclosures"),
                        };
                        page.extend(words.map(str::to_owned));
                        page.extend(end.enclosures);
                    }
                    other @ (Block::Cover(_)
                    | Block::Heading { .. }
                    | Block::Remark(_)
                    | Block::Facts(_)
                    | Block::Table(_)
                    | Block::Picture(_)
                    | Block::PageBreak
                    | Block::Place(_)) => panic!("a letter has no {other:?}"),
                }
            }
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(words(&page.join("\n")), words(&plain_text(&draft)), "{kind} of {name}");
        }
    }
}
