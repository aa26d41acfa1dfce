//! Each point of completeness appears when the one thing that it asks for is taken away.

use holdfast_domain::{Channel, FactStatus, Letter, LetterEdit, LetterKind, Role, VendorKind};
use holdfast_letters::{Place, PointCode, Weight, check};
use uuid::Uuid;

use crate::family::{Family, money};
use crate::{composed, day, prepared, records};

/// A record and a letter in which nothing is missing.
fn complete(kind: LetterKind) -> (Family, Letter) {
    let mut family = Family::empty();
    family.lead.phone = Some("+1 555 0142".to_owned());
    let roles = [Role::MustRemedy, Role::HoldsTheMoney];
    let shop = family.vendor("Copper & Pine", VendorKind::Shop, &roles);
    family.vendors[0].address = vec!["9 Mill Road".to_owned(), "Dunmore".to_owned()];
    family.vendor("Consumer Panel", VendorKind::Ombudsman, &[Role::CanCompel]);
    family.dispute.parties[0].reference = Some("CP-881".to_owned());
    family.dispute.effect = Some("No tea for a week".to_owned());
    let subject = &mut family.dispute.subject;
    subject.what = Some("Kettle of two litres".to_owned());
    (subject.bought_on, subject.price) = (Some(day("2026-01-15")), Some(money("59.90", "USD")));
    subject.place = Some("Dunmore branch".to_owned());
    (subject.paid_by, subject.model) = (Some("Card".to_owned()), Some("K2".to_owned()));
    subject.account = Some("000123454471".to_owned());
    let (nora, joe) = (family.contact(shop, "Nora Finch"), family.contact(shop, "Joe Park"));
    family.contacts[0].supervisor = Some(joe);
    let facts = [("The kettle leaks at the seam.", FactStatus::Undisputed)];
    let call = family.event("2026-06-03", Channel::Phone, &facts);
    call.contacts = vec![nora];
    let call = call.id;
    family.rung(nora, "2026-06-03", "No refund without the box");
    family.promise(nora, "2026-06-03", "A call back").due_on = Some(day("2026-06-05"));
    family.claim(shop, money("59.90", "USD"), "The price of the kettle", "2026-06-03");
    family.helped(nora, "2026-06-03", "Explained the form", true);
    let remedy =
        family.remedy(holdfast_domain::RemedyKind::Refund, "2026-06-03", "The price in full");
    (remedy.by, remedy.delivered_on) = (Some(nora), Some(day("2026-06-04")));
    let receipt = family.attach("The receipt");
    family.vendors[0].channels.push(holdfast_domain::VendorChannel {
        id: Uuid::from_u128(7).into(),
        kind: Channel::Letter,
        value: "PO Box 9, Dunmore".to_owned(),
        label: Some("Billing inquiries".to_owned()),
    });
    let mut letter = prepared(&family, kind);
    (letter.to_vendor, letter.basis) = (shop, Some("The guarantee of two years".to_owned()));
    if kind == LetterKind::FollowUp {
        family.sent(LetterKind::Complaint, shop, "2026-06-04", "2026-06-18");
        letter.about = family.sent.first().map(|one| one.event);
    }
    if matches!(kind, LetterKind::Confirmation | LetterKind::RefusalRequest) {
        letter.about = Some(call);
    }
    if kind == LetterKind::Escalation {
        letter.to_contact = Some(joe);
        letter.reason = Some("Advisers may not refund".to_owned());
    }
    letter.enclosures = vec![receipt];
    (family, letter)
}

type Take = fn(&mut Family, &mut Letter);

fn codes(kind: LetterKind, take: Take) -> Vec<(PointCode, Weight)> {
    let (mut family, mut letter) = complete(kind);
    take(&mut family, &mut letter);
    let draft = composed(&family, &letter);
    check(&family.case(), &letter, &draft).iter().map(|one| (one.code, one.weight)).collect()
}

#[test]
fn a_complete_letter_of_each_kind_lacks_nothing() {
    for kind in LetterKind::ALL {
        assert_eq!(codes(*kind, |_, _| ()), [], "{kind}: the tests below take one thing away each");
    }
}

const REFUSE: Weight = Weight::Refuse;
const WARN: Weight = Weight::Warn;

/// For each kind: the code, its weight, and what is taken away for it to appear.
fn rows() -> Vec<(LetterKind, PointCode, Weight, Take)> {
    use LetterKind as K;
    use PointCode as P;
    let mut rows: Vec<(LetterKind, PointCode, Weight, Take)> = Vec::new();
    for kind in LetterKind::ALL {
        rows.push((*kind, P::SenderName, REFUSE, |family, _| family.lead.name = " ".to_owned()));
        rows.push((*kind, P::RecipientName, REFUSE, |family, letter| {
            letter.to_contact = Some(Uuid::from_u128(5).into());
            family.contacts.retain(|one| Some(one.id) != letter.to_contact);
        }));
        rows.push((*kind, P::RecipientAddress, REFUSE, |family, _| {
            family.vendors[0].address.clear();
            family.vendors[0].channels.clear();
        }));
        rows.push((*kind, P::Date, REFUSE, |family, _| {
            family.dispute.opened_on = day("2026-06-21")
        }));
        rows.push((*kind, P::OutdatedWords, WARN, |_, letter| {
            letter.edits.push(edit("gone", "What it said once", "What I say"));
        }));
    }
    for kind in [
        K::Complaint,
        K::Escalation,
        K::FinalNotice,
        K::FollowUp,
        K::Confirmation,
        K::BillingError,
        K::BeforeClaim,
        K::RefusalRequest,
    ] {
        rows.push((kind, P::SenderAddress, REFUSE, |family, _| family.lead.address.clear()));
        rows.push((kind, P::SenderReach, REFUSE, |family, _| {
            (family.lead.phone, family.lead.email) = (None, None);
        }));
    }
    for kind in [K::Complaint, K::Escalation, K::FinalNotice] {
        rows.extend(of_complaints(kind));
    }
    rows.extend(of_single_kinds());
    rows
}

fn edit(key: &str, base: &str, text: &str) -> LetterEdit {
    let (key, base, text) = (key.to_owned(), base.to_owned(), text.to_owned());
    LetterEdit { id: Uuid::from_u128(6).into(), key, base, text, after: None }
}

fn no_reference(family: &mut Family) {
    family.dispute.parties[0].reference = None;
    family.dispute.subject.account = None;
}

fn of_complaints(kind: LetterKind) -> Vec<(LetterKind, PointCode, Weight, Take)> {
    use PointCode as P;
    let rows: Vec<(PointCode, Weight, Take)> = vec![
        (P::Reference, REFUSE, |family, _| no_reference(family)),
        (P::SubjectWhat, REFUSE, |family, _| family.dispute.subject.what = None),
        (P::SubjectWhen, REFUSE, |family, _| family.dispute.subject.bought_on = None),
        (P::SubjectWhere, REFUSE, |family, _| family.dispute.subject.place = None),
        (P::SubjectPrice, REFUSE, |family, _| family.dispute.subject.price = None),
        (P::SubjectPaidBy, REFUSE, |family, _| family.dispute.subject.paid_by = None),
        (P::Facts, REFUSE, |family, _| family.events[0].facts.clear()),
        (P::Request, REFUSE, |family, _| family.dispute.goal = " ".to_owned()),
        (P::Calculation, REFUSE, |family, letter| {
            letter.leave_out_claims = family.dispute.claims.iter().map(|one| one.id).collect();
        }),
        (P::Calculation, REFUSE, |family, letter| {
            letter.request = Some("Payment of 59.90 USD".to_owned());
            family.dispute.claims.clear();
        }),
        (P::ReplyBy, REFUSE, |_, letter| letter.reply_by = None),
        (P::EarlierContacts, WARN, |family, _| {
            family.events[0].contacts.clear();
            family.dispute.rungs.clear();
        }),
        (P::Effect, WARN, |family, _| family.dispute.effect = None),
        (P::Effect, WARN, |_, letter| letter.with_effect = false),
        (P::Basis, WARN, |_, letter| letter.basis = None),
        (P::Enclosures, WARN, |_, letter| {
            letter.enclosures.clear();
            letter.with_dossier = false;
        }),
        (P::ModelOrSerial, WARN, |family, _| family.dispute.subject.model = None),
    ];
    rows.into_iter().map(|(code, weight, take)| (kind, code, weight, take)).collect()
}

fn of_single_kinds() -> Vec<(LetterKind, PointCode, Weight, Take)> {
    use LetterKind as K;
    use PointCode as P;
    vec![
        (K::FollowUp, P::Follows, REFUSE, |_, letter| {
            letter.about = Some(Uuid::from_u128(5).into())
        }),
        (K::FollowUp, P::Promised, WARN, |family, letter| {
            family.dispute.promises.clear();
            letter.about = family.events.first().map(|event| event.id);
        }),
        (K::FollowUp, P::NotHappened, REFUSE, |family, letter| {
            family.dispute.promises.clear();
            letter.about = family.events.first().map(|event| event.id);
        }),
        (K::FollowUp, P::Request, REFUSE, |family, _| {
            family.dispute.promises.clear();
            family.dispute.goal = String::new();
        }),
        (K::FollowUp, P::EarlierLetter, WARN, |family, letter| {
            letter.about = family.events.first().map(|event| event.id);
            letter.enclosures.clear();
        }),
        (K::FollowUp, P::ReplyBy, REFUSE, |_, letter| letter.reply_by = None),
        (K::FollowUp, P::Reference, REFUSE, |family, _| no_reference(family)),
        (K::Confirmation, P::Follows, REFUSE, |_, letter| {
            letter.about = Some(Uuid::from_u128(5).into())
        }),
        (K::Confirmation, P::Agreed, REFUSE, |family, _| {
            family.events[0].facts.clear();
            family.dispute.promises.clear();
            family.dispute.remedies.clear();
        }),
        (K::Confirmation, P::AgreedWith, REFUSE, |family, _| {
            family.events[0].contacts.clear();
            family.events[0].vendor = Some(family.vendors[0].id);
        }),
        (K::Confirmation, P::ReplyBy, WARN, |_, letter| letter.reply_by = None),
        (K::Escalation, P::Reason, REFUSE, |family, letter| {
            letter.reason = None;
            family.dispute.rungs.iter_mut().for_each(|rung| rung.reason = String::new());
        }),
        (K::Escalation, P::AskedAndAnswered, REFUSE, |family, _| family.dispute.rungs.clear()),
        (K::Escalation, P::Credits, WARN, |family, _| {
            let joe = family.contacts[1].id;
            family.dispute.advocates[0].contact = joe;
        }),
        (K::Escalation, P::Dossier, REFUSE, |_, letter| letter.with_dossier = false),
        (K::Escalation, P::NextBody, WARN, |family, _| {
            family.dispute.parties.truncate(1);
        }),
        (K::ThankYou, P::Help, REFUSE, |family, _| family.dispute.advocates.clear()),
        (K::ThankYou, P::Did, REFUSE, |family, _| family.dispute.advocates[0].did = " ".to_owned()),
        (K::ThankYou, P::MayQuote, WARN, |family, _| family.dispute.advocates[0].may_quote = false),
        (K::ThankYou, P::Changed, WARN, |family, _| family.dispute.remedies.clear()),
        (K::ThankYou, P::AsksForSomething, WARN, |_, letter| {
            letter.reply_by = Some(day("2026-07-01"))
        }),
        (K::ThankYou, P::AsksForSomething, WARN, |_, letter| {
            letter.edits.push(edit("own", "", "Could you also look into the fee?"));
        }),
        (K::Commendation, P::MayQuote, REFUSE, |family, _| {
            family.dispute.advocates[0].may_quote = false
        }),
        (K::Commendation, P::Changed, WARN, |family, _| family.dispute.remedies.clear()),
        (K::FinalNotice, P::AskedBefore, REFUSE, |family, _| {
            family.dispute.rungs.clear();
            family.events[0].contacts.clear();
        }),
        (K::FinalNotice, P::NextBody, REFUSE, |family, _| family.dispute.parties.truncate(1)),
        (K::FinalNotice, P::FourteenDays, WARN, |_, letter| {
            letter.reply_by = Some(day("2026-06-27"))
        }),
        (K::BillingError, P::BillingAddress, WARN, |family, _| family.vendors[0].channels.clear()),
        (K::BillingError, P::Account, REFUSE, |family, _| family.dispute.subject.account = None),
        (K::BillingError, P::AccountInFull, WARN, |_, letter| letter.show_accounts = false),
        (K::BillingError, P::BilledError, REFUSE, |family, _| family.dispute.claims.clear()),
        (K::BillingError, P::Why, REFUSE, |family, _| family.events[0].facts.clear()),
        (K::BillingError, P::Request, REFUSE, |family, _| family.dispute.goal = String::new()),
        (K::BillingError, P::ReplyBy, REFUSE, |_, letter| letter.reply_by = None),
        (K::BeforeClaim, P::Claim, REFUSE, |family, _| family.dispute.claims.clear()),
        (K::BeforeClaim, P::Basis, REFUSE, |_, letter| letter.basis = None),
        (K::BeforeClaim, P::Documents, REFUSE, |_, letter| {
            letter.enclosures.clear();
            letter.with_dossier = false;
        }),
        (K::BeforeClaim, P::FourteenDays, WARN, |_, letter| {
            letter.reply_by = Some(day("2026-06-27"))
        }),
        (K::BeforeClaim, P::Facts, REFUSE, |family, _| family.events[0].facts.clear()),
        (K::RefusalRequest, P::Follows, REFUSE, |_, letter| {
            letter.about = Some(Uuid::from_u128(5).into())
        }),
        (K::RefusalRequest, P::Refused, REFUSE, |family, _| family.events[0].facts.clear()),
        (K::RefusalRequest, P::Request, REFUSE, |family, _| family.dispute.goal = String::new()),
        (K::RefusalRequest, P::ReplyBy, REFUSE, |_, letter| letter.reply_by = None),
    ]
}

#[test]
fn each_point_appears_when_its_one_thing_is_missing() {
    for (place, (kind, code, weight, take)) in rows().into_iter().enumerate() {
        let found = codes(kind, take);
        assert!(
            found.contains(&(code, weight)),
            "row {place}: {kind} lacks {code:?}, found {found:?}"
        );
    }
}

/// A code that no row can bring about would be a promise of the check that nobody has seen kept.
#[test]
fn every_code_is_shown_by_a_row() {
    let rows = rows();
    for code in PointCode::ALL {
        let shown = rows.iter().any(|(_, shown, ..)| shown == code);
        assert!(shown, "{code:?} is brought about by no row of the table");
    }
}

/// A point leads to where it can be mended: a list with nothing in it mends nothing.
#[test]
fn help_that_nobody_wrote_down_is_asked_for_where_it_is_written_down() {
    let place = |family: &Family, to: usize| {
        let mut letter = prepared(family, LetterKind::ThankYou);
        (letter.help, letter.to_contact) = (None, Some(family.contacts[to].id));
        let points = check(&family.case(), &letter, &composed(family, &letter));
        points.into_iter().find(|point| point.code == PointCode::Help).map(|point| point.place)
    };
    let mut family = records::two_vendors();
    assert_eq!(place(&family, 0), None, "their own help is taken");
    let first = family.contacts[0].id;
    family.dispute.advocates.retain(|help| help.contact == first);
    assert_eq!(place(&family, 1), Some(Place::Advocates), "another one's help is none of theirs");
    family.dispute.advocates.clear();
    assert_eq!(place(&family, 0), Some(Place::Advocates));
}
