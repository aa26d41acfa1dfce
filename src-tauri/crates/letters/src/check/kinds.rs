//! The points that one kind of letter has of its own.

use chrono::Days;
use holdfast_domain::LetterKind;
use holdfast_domain::text::is_blank;

use super::{Choice, Looked, Place, PointCode, body};
use crate::address;
use crate::context::history::{self, Followed};
use crate::context::thanks;
use crate::draft::Standing;

pub(super) fn follow_up(looked: &mut Looked<'_>) {
    let record = looked.record;
    let followed = history::followed(record);
    // Declining an offer says itself what it follows, and what is asked for now.
    let declines = looked.context.declined.is_some();
    let follows = followed.is_some() || declines;
    looked.refuse(follows, PointCode::Follows, Place::Letter(Choice::About));
    let promised = !looked.context.promises.unkept.is_empty();
    let asked = matches!(followed, Some(Followed::Letter(_)));
    // A letter that asked for an answer stands for the promise: then the answer has not come.
    looked.warn(promised || asked || declines, PointCode::Promised, Place::Promises);
    let lapsed = !looked.context.remedies.is_empty();
    let has_reason = promised || asked || lapsed || declines;
    looked.refuse(has_reason, PointCode::NotHappened, Place::Promises);
    if !promised {
        body::request(looked);
    }
    body::reply_by(looked);
    // The letter that is followed is enclosed by itself; one that went before a call is not.
    let before = history::letters_to_recipient(record).next().is_some();
    let enclosed = asked || !before || !looked.draft.enclosures.is_empty();
    looked.warn(enclosed, PointCode::EarlierLetter, Place::Letter(Choice::Enclosures));
    body::reference(looked);
}

pub(super) fn confirmation(looked: &mut Looked<'_>) {
    let record = looked.record;
    let followed = history::followed(record);
    looked.refuse(followed.is_some(), PointCode::Follows, Place::Letter(Choice::About));
    let agreed = !looked.context.agreed.is_empty() || !looked.context.facts.items.is_empty();
    let place = record.letter.about.map_or(Place::Events, Place::Event);
    looked.refuse(agreed, PointCode::Agreed, place);
    let with = match followed {
        Some(Followed::Event(event)) => !event.contacts.is_empty(),
        Some(Followed::Letter(_)) => true,
        None => false,
    };
    looked.refuse(with, PointCode::AgreedWith, place);
    let by = record.letter.reply_by.is_some();
    looked.warn(by, PointCode::ReplyBy, Place::Letter(Choice::ReplyBy));
}

pub(super) fn escalation(looked: &mut Looked<'_>) {
    let reason = looked.context.letter.reason.is_some();
    looked.refuse(reason, PointCode::Reason, Place::Letter(Choice::Reason));
    let asked = !looked.context.earlier.items.is_empty();
    looked.refuse(asked, PointCode::AskedAndAnswered, Place::Rungs);
    let record = looked.record;
    let helped = !record.dispute.advocates.is_empty();
    let credited = looked.context.credits.any();
    looked.warn(
        !helped || credited || record.to_outside_body(),
        PointCode::Credits,
        Place::Advocates,
    );
    looked.refuse(record.letter.with_dossier, PointCode::Dossier, Place::Letter(Choice::Dossier));
}

pub(super) fn thanks(looked: &mut Looked<'_>) {
    let record = looked.record;
    let help = thanks::chosen(record);
    // Where nothing can be chosen, the help has to be written down first.
    let place = match thanks::fitting(record).next() {
        Some(_) => Place::Letter(Choice::Help),
        None => Place::Advocates,
    };
    looked.refuse(help.is_some(), PointCode::Help, place);
    let commends = record.letter.kind == LetterKind::Commendation;
    if let Some(help) = help {
        let told = looked.context.help.as_ref();
        let did = !is_blank(&help.did);
        let changed = told.is_some_and(|told| told.changed.is_some());
        let place = Place::Advocacy(help.id);
        looked.refuse(did, PointCode::Did, place);
        // A commendation is read by others: it is not written about a favour that may not be told.
        if commends {
            looked.refuse(help.may_quote, PointCode::MayQuote, place);
        } else {
            looked.warn(help.may_quote, PointCode::MayQuote, place);
        }
        looked.warn(changed || !help.may_quote, PointCode::Changed, Place::Remedies);
    }
    let asks = looked.draft.paragraphs.iter().any(|one| match one.standing {
        Standing::Composed => false,
        Standing::Edited | Standing::Outdated { .. } | Standing::Added => asks(&one.text),
    });
    let asks = asks || record.letter.reply_by.is_some() || record.letter.request.is_some();
    looked.warn(!asks, PointCode::AsksForSomething, Place::Letter(Choice::Text));
}

/// Whether the words ask for something.
fn asks(text: &str) -> bool {
    const WORDS: [&str; 7] =
        ["?", "please ", "could you", "would you", "i ask ", "i request", "i expect"];
    let text = text.to_lowercase();
    WORDS.iter().any(|word| text.contains(word))
}

pub(super) fn final_notice(looked: &mut Looked<'_>) {
    let earlier = &looked.context.earlier;
    let asked = !earlier.items.is_empty() || earlier.people.is_some();
    looked.refuse(asked, PointCode::AskedBefore, Place::Letter(Choice::Recipient));
    let next = looked.context.letter.next_body.is_some();
    looked.refuse(next, PointCode::NextBody, Place::Letter(Choice::NextBody));
    fourteen_days(looked);
}

/// Fourteen days to answer; where no day is named at all, that is a point of its own.
fn fourteen_days(looked: &mut Looked<'_>) {
    let record = looked.record;
    let Some(reply_by) = record.letter.reply_by.filter(|day| *day > record.on) else { return };
    let enough = record.on.checked_add_days(Days::new(14)).is_some_and(|day| day <= reply_by);
    looked.warn(enough, PointCode::FourteenDays, Place::Letter(Choice::ReplyBy));
}

pub(super) fn billing_error(looked: &mut Looked<'_>) {
    let record = looked.record;
    let (letter, to) = (record.letter, record.to);
    let written = !address::postal(letter, to).is_empty();
    let own = to.channels.iter().any(|channel| {
        let label = channel.label.as_deref().unwrap_or_default().to_lowercase();
        channel.kind == holdfast_domain::Channel::Letter && label.contains("billing")
    });
    looked.warn(!written || own, PointCode::BillingAddress, Place::Vendor(to.id));
    let account = record.dispute.subject.account.is_some();
    looked.refuse(account, PointCode::Account, Place::Subject);
    let whole = !account || letter.show_accounts;
    looked.warn(whole, PointCode::AccountInFull, Place::Letter(Choice::Accounts));
    let error = looked.context.sum.is_some();
    looked.refuse(error, PointCode::BilledError, Place::Claims);
    let why = looked.context.letter.reason.is_some() || !looked.context.facts.items.is_empty();
    looked.refuse(why, PointCode::Why, Place::Letter(Choice::Reason));
    body::request(looked);
    body::reply_by(looked);
    body::effect(looked);
    let enclosed = !looked.draft.enclosures.is_empty();
    looked.warn(enclosed, PointCode::Enclosures, Place::Letter(Choice::Enclosures));
}

pub(super) fn before_claim(looked: &mut Looked<'_>) {
    body::reference(looked);
    body::facts(looked);
    let claim = looked.context.sum.is_some();
    looked.refuse(claim, PointCode::Claim, Place::Claims);
    let basis = looked.context.letter.basis.is_some();
    looked.refuse(basis, PointCode::Basis, Place::Letter(Choice::Basis));
    if claim {
        body::calculation(looked);
    }
    body::request(looked);
    let documents = !looked.draft.enclosures.is_empty();
    looked.refuse(documents, PointCode::Documents, Place::Letter(Choice::Enclosures));
    body::reply_by(looked);
    fourteen_days(looked);
    body::effect(looked);
}

pub(super) fn refusal_request(looked: &mut Looked<'_>) {
    let record = looked.record;
    let followed = history::followed(record).is_some();
    looked.refuse(followed, PointCode::Follows, Place::Letter(Choice::About));
    let place = record.letter.about.map_or(Place::Events, Place::Event);
    looked.refuse(!looked.context.facts.items.is_empty(), PointCode::Refused, place);
    body::request(looked);
    body::reply_by(looked);
    body::reference(looked);
}
