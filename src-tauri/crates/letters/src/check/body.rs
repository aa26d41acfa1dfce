//! The points of letters that ask for something, and of every letter's head.

use holdfast_domain::text::is_blank;
use holdfast_domain::{Channel, Currency, LetterKind, VendorKind};

use super::{Choice, Looked, Place, PointCode};
use crate::address;
use crate::context::sums;
use crate::draft::Standing;
use crate::prepare::is_thanks;

/// Who writes to whom, and when. A letter of thanks is a letter without an address of the writer
/// too.
pub(super) fn heads(looked: &mut Looked<'_>) {
    let record = looked.record;
    let (from, to, letter) = (record.from, record.to, record.letter);
    looked.refuse(!is_blank(&from.name), PointCode::SenderName, Place::Member(from.id));
    let asks = !is_thanks(letter.kind);
    if asks {
        let address = from.address.iter().any(|line| !is_blank(line));
        looked.refuse(address, PointCode::SenderAddress, Place::Member(from.id));
        let filled = |text: &Option<String>| text.as_deref().is_some_and(|text| !is_blank(text));
        let reach = filled(&from.phone) || filled(&from.email);
        looked.refuse(reach, PointCode::SenderReach, Place::Member(from.id));
    }
    let named = record.person.is_some() || letter.office.is_some();
    let gone = letter.to_contact.is_some() && record.person.is_none();
    let recipient = Place::Letter(Choice::Recipient);
    looked.refuse(!is_blank(&to.name) && !gone, PointCode::RecipientName, recipient);
    if !gone && !named && asks {
        looked.warn(false, PointCode::RecipientName, recipient);
    }
    let reached = !address::where_to(letter, to, record.person).is_empty();
    let place = match (letter.by, record.person) {
        (Channel::Email, Some(person)) => Place::Contact(person.id),
        _ => Place::Vendor(to.id),
    };
    looked.refuse(reached, PointCode::RecipientAddress, place);
    let known = letter.about.is_none_or(|about| {
        record.event(about).is_some() || record.sent.iter().any(|one| one.event == about)
    });
    let dated = known && record.on >= record.case.dispute.opened_on;
    looked.refuse(dated, PointCode::Date, Place::Letter(Choice::About));
}

/// The two tables of the reference for complaints and escalations.
pub(super) fn complaint(looked: &mut Looked<'_>) {
    reference(looked);
    subject(looked);
    facts(looked);
    request(looked);
    calculation(looked);
    reply_by(looked);
    let record = looked.record;
    let earlier = &looked.context.earlier;
    let contacts = earlier.people.is_some() || !earlier.items.is_empty();
    looked.warn(contacts, PointCode::EarlierContacts, Place::Events);
    effect(looked);
    basis(looked);
    let enclosed = !looked.draft.enclosures.is_empty();
    looked.warn(enclosed, PointCode::Enclosures, Place::Letter(Choice::Enclosures));
    let subject = &record.dispute.subject;
    let model = !is_goods(looked) || subject.model.is_some() || subject.serial.is_some();
    looked.warn(model, PointCode::ModelOrSerial, Place::Subject);
    // On the first rungs the next body is not named: it would read as a threat.
    if record.letter.kind == LetterKind::Escalation && !record.to_outside_body() {
        let next = looked.context.letter.next_body.is_some();
        looked.warn(next, PointCode::NextBody, Place::Letter(Choice::NextBody));
    }
}

pub(super) fn reference(looked: &mut Looked<'_>) {
    let subject = &looked.record.dispute.subject;
    let own = looked.record.party().and_then(|party| party.reference.as_ref());
    let any = [own, subject.order.as_ref(), subject.account.as_ref(), subject.serial.as_ref()];
    let any = any.into_iter().flatten().any(|text| !is_blank(text));
    looked.refuse(any, PointCode::Reference, Place::Party(looked.record.to.id));
}

/// What was bought or held, when, where, the price and how it was paid. What is held, such as an
/// account, has no price and no day of purchase.
fn subject(looked: &mut Looked<'_>) {
    let subject = &looked.record.dispute.subject;
    let bought = is_bought(looked);
    looked.refuse(subject.what.is_some(), PointCode::SubjectWhat, Place::Subject);
    looked.refuse(subject.place.is_some(), PointCode::SubjectWhere, Place::Subject);
    if bought {
        looked.refuse(subject.bought_on.is_some(), PointCode::SubjectWhen, Place::Subject);
        looked.refuse(subject.price.is_some(), PointCode::SubjectPrice, Place::Subject);
        looked.refuse(subject.paid_by.is_some(), PointCode::SubjectPaidBy, Place::Subject);
    }
}

/// Whether it was bought rather than held: where anything of a purchase is known, or a seller is the
/// recipient.
fn is_bought(looked: &Looked<'_>) -> bool {
    let subject = &looked.record.dispute.subject;
    let known = subject.bought_on.is_some()
        || subject.price.is_some()
        || subject.paid_by.is_some()
        || subject.order.is_some();
    known || sells(looked.record.to.kind)
}

fn is_goods(looked: &Looked<'_>) -> bool {
    matches!(looked.record.to.kind, VendorKind::Shop | VendorKind::Dealer)
}

fn sells(kind: VendorKind) -> bool {
    match kind {
        VendorKind::Shop | VendorKind::Airline | VendorKind::Travel | VendorKind::Dealer => true,
        VendorKind::Bank
        | VendorKind::CardIssuer
        | VendorKind::Insurer
        | VendorKind::Investment
        | VendorKind::Telecom
        | VendorKind::Utility
        | VendorKind::Landlord
        | VendorKind::Health
        | VendorKind::Agency
        | VendorKind::Regulator
        | VendorKind::Ombudsman
        | VendorKind::Court
        | VendorKind::Other => false,
    }
}

pub(super) fn facts(looked: &mut Looked<'_>) {
    let place = if looked.record.letter.leave_out.is_empty() {
        Place::Events
    } else {
        Place::Letter(Choice::Facts)
    };
    looked.refuse(!looked.context.facts.items.is_empty(), PointCode::Facts, place);
}

pub(super) fn request(looked: &mut Looked<'_>) {
    looked.refuse(looked.context.letter.request.is_some(), PointCode::Request, Place::Goal);
}

/// Where a sum is asked for, its calculation. A request that names a sum asks for one.
pub(super) fn calculation(looked: &mut Looked<'_>) {
    let asked = looked.context.letter.request.as_deref().is_some_and(names_a_sum);
    let record = looked.record;
    let left_out = !record.letter.leave_out_claims.is_empty();
    let told = looked.context.sum.is_some();
    let claimed = record.dispute.claims.iter().any(|claim| claim.vendor == record.to.id);
    // A sum too large to be reckoned, or one that was left out, has no calculation in the letter.
    let open = !sums::told(record).is_empty() || claimed && left_out;
    let place = if left_out { Place::Letter(Choice::Claims) } else { Place::Claims };
    looked.refuse(told || !(asked || open), PointCode::Calculation, place);
}

/// Whether the words hold an amount: digits beside a currency's code or sign.
fn names_a_sum(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = |word: &str| word.chars().any(|c| c.is_ascii_digit());
    let bare = |word: &str| -> String { word.chars().filter(char::is_ascii_alphabetic).collect() };
    let code = |word: &str| Currency::from_code(&bare(word)).is_ok();
    let sign = |word: &str| word.contains(['$', '€', '£', '¥', '₹']) && number(word);
    words.iter().any(|word| sign(word))
        || words
            .windows(2)
            .any(|pair| number(pair[0]) && code(pair[1]) || code(pair[0]) && number(pair[1]))
}

pub(super) fn reply_by(looked: &mut Looked<'_>) {
    let to_come = looked.record.letter.reply_by.is_some_and(|day| day > looked.record.on);
    looked.refuse(to_come, PointCode::ReplyBy, Place::Letter(Choice::ReplyBy));
}

pub(super) fn effect(looked: &mut Looked<'_>) {
    let known = looked.record.dispute.effect.is_some();
    let place = if known { Place::Letter(Choice::Effect) } else { Place::Effect };
    let told = known && looked.record.letter.with_effect;
    looked.warn(told, PointCode::Effect, place);
}

pub(super) fn basis(looked: &mut Looked<'_>) {
    let basis = looked.context.letter.basis.is_some();
    looked.warn(basis, PointCode::Basis, Place::Letter(Choice::Basis));
}

/// Words of the person's own whose facts have changed since.
pub(super) fn texts(looked: &mut Looked<'_>) {
    let outdated = looked.draft.paragraphs.iter().any(|one| match one.standing {
        Standing::Outdated { .. } => true,
        Standing::Composed | Standing::Edited | Standing::Added => false,
    });
    looked.warn(!outdated, PointCode::OutdatedWords, Place::Letter(Choice::Text));
}
