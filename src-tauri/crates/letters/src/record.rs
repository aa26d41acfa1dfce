//! The record as a letter sees it: on its day, by its writer, for its recipient.

use chrono::NaiveDate;
use holdfast_domain::rules::{Balance, as_on, balances_of, claim_balance, parties};
use holdfast_domain::{
    Channel, Claim, Contact, ContactId, Direction, Dispute, Event, EventId, Letter, Member,
    MoneyError, Party, Role, SentLetter, Vendor, VendorId,
};

use crate::fit::Room;
use crate::{Case, ComposeError};

/// The record on the day of the letter.
pub(crate) struct Record<'a> {
    pub(crate) case: &'a Case<'a>,
    pub(crate) letter: &'a Letter,
    pub(crate) on: NaiveDate,
    /// The dispute without what is dated later.
    pub(crate) dispute: Dispute,
    /// The events up to that day in their order, without private notes and without the facts that
    /// stay out; the letter's own sending is none of them.
    pub(crate) events: Vec<Event>,
    /// The other letters that went out up to that day, the earliest first.
    pub(crate) sent: Vec<&'a SentLetter>,
    /// Who writes.
    pub(crate) from: &'a Member,
    /// To which vendor.
    pub(crate) to: &'a Vendor,
    /// To which person there.
    pub(crate) person: Option<&'a Contact>,
    /// How much of it the letter has room for.
    pub(crate) room: Room,
}

impl<'a> Record<'a> {
    pub(crate) fn new(
        case: &'a Case<'a>,
        letter: &'a Letter,
        on: NaiveDate,
    ) -> Result<Self, ComposeError> {
        let from = case.members.iter().find(|one| one.id == letter.from);
        let to = case.vendors.iter().find(|one| one.id == letter.to_vendor);
        let own: Vec<EventId> =
            case.sent.iter().filter(|one| one.letter == letter.id).map(|one| one.event).collect();
        let leave_out = letter.leave_out.iter().copied().collect();
        let mut events = as_on::events(case.events, on, &leave_out);
        events.retain(|event| !own.contains(&event.id));
        Ok(Self {
            case,
            letter,
            on,
            dispute: as_on::dispute(case.dispute, on),
            events,
            sent: sent_before(case, on).filter(|one| one.letter != letter.id).collect(),
            from: from.ok_or(ComposeError::UnknownMember(letter.from))?,
            to: to.ok_or(ComposeError::UnknownVendor(letter.to_vendor))?,
            person: case.contacts.iter().find(|one| Some(one.id) == letter.to_contact),
            room: Room::AMPLE,
        })
    }

    pub(crate) fn vendor(&self, id: VendorId) -> Option<&'a Vendor> {
        self.case.vendors.iter().find(|vendor| vendor.id == id)
    }

    pub(crate) fn contact(&self, id: ContactId) -> Option<&'a Contact> {
        self.case.contacts.iter().find(|contact| contact.id == id)
    }

    pub(crate) fn event(&self, id: EventId) -> Option<&Event> {
        self.events.iter().find(|event| event.id == id)
    }

    /// The recipient's part in the dispute.
    pub(crate) fn party(&self) -> Option<&Party> {
        self.dispute.parties.iter().find(|party| party.vendor == self.to.id)
    }

    pub(crate) fn has_role(&self, role: Role) -> bool {
        self.party().is_some_and(|party| party.roles.has(role))
    }

    /// Whether the recipient stands outside: a body that is asked to look at the matter between the
    /// household and others. It is told everything.
    pub(crate) fn to_outside_body(&self) -> bool {
        let beside = |roles: holdfast_domain::Roles| {
            !roles.caused_it && !roles.holds_the_money && !roles.must_remedy
        };
        let claimed = self.dispute.claims.iter().any(|claim| claim.vendor == self.to.id);
        !claimed && (self.to.kind.decides() || self.party().is_none_or(|one| beside(one.roles)))
    }

    /// Whether it climbs from one vendor to another, at which no rung was reached yet: then what was
    /// asked of the others, and what they owe, is the matter.
    pub(crate) fn climbs_to_another(&self) -> bool {
        let reached = self.dispute.rungs.iter().filter(|rung| rung.reached_on.is_some());
        let mut vendors =
            reached.filter_map(|rung| parties::vendor_of_rung(rung, self.case.contacts));
        self.letter.kind == holdfast_domain::LetterKind::Escalation
            && vendors.all(|vendor| vendor != self.to.id)
    }

    /// With which vendors the event was.
    pub(crate) fn vendors_of(&self, event: &Event) -> Vec<VendorId> {
        parties::vendors_of_event(event, self.case.contacts)
    }

    /// Whether the event was with the recipient.
    pub(crate) fn with_recipient(&self, event: &Event) -> bool {
        self.vendors_of(event).contains(&self.to.id)
    }

    /// Whether the person's help may be told, and they may be credited by name. Somebody who gave no
    /// help has nothing that could be disclosed.
    pub(crate) fn may_quote(&self, person: ContactId) -> bool {
        self.dispute.advocates.iter().all(|help| help.contact != person || help.may_quote)
    }

    /// How the claim stands on the day.
    pub(crate) fn balance(&self, claim: &Claim) -> Result<Balance, MoneyError> {
        claim_balance(claim, self.on)
    }

    /// Whether something of the claim is still to come, or may still be taken back. What came beyond
    /// one claim counts for the vendor's others in the currency, as it does in what is owed: so a
    /// claim that was overpaid is open as long as one of the others is, and none is once it covers
    /// them.
    pub(crate) fn is_open(&self, claim: &Claim) -> bool {
        let is_open = |balance: Balance| {
            balance.outstanding.is_positive() || balance.provisional_credit.is_positive()
        };
        let beside = |one: &&Claim| {
            one.vendor == claim.vendor && one.amount.currency() == claim.amount.currency()
        };
        let vendor = balances_of(self.dispute.claims.iter().filter(beside), self.on);
        let counts = |own: Balance| is_open(own) || own.overpaid.is_positive();
        self.balance(claim).is_ok_and(counts)
            && vendor.is_ok_and(|all| all.iter().any(|one| is_open(one.balance)))
    }
}

/// The letters of the case that had gone out by the day, the earliest first.
pub(crate) fn sent_before<'a>(
    case: &Case<'a>,
    on: NaiveDate,
) -> impl Iterator<Item = &'a SentLetter> + use<'a> {
    let mut sent: Vec<&SentLetter> = case.sent.iter().filter(|one| one.on <= on).collect();
    sent.sort_by_key(|one| (one.on, one.marked_at));
    sent.into_iter()
}

/// Whether people spoke with each other, with nothing in writing.
pub(crate) fn is_spoken(channel: Channel) -> bool {
    match channel {
        Channel::Phone | Channel::Visit => true,
        Channel::Email
        | Channel::Letter
        | Channel::WebForm
        | Channel::Chat
        | Channel::Social
        | Channel::Statement
        | Channel::Other => false,
    }
}

/// Whether the vendor wrote to the household.
pub(crate) fn is_written_answer(event: &Event) -> bool {
    event.direction == Direction::In
        && match event.channel {
            Channel::Email | Channel::Letter | Channel::WebForm | Channel::Chat => true,
            Channel::Phone
            | Channel::Visit
            | Channel::Social
            | Channel::Statement
            | Channel::Other => false,
        }
}
