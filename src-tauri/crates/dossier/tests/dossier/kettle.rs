//! A record with something in every field, and something private wherever that can be.

use holdfast_domain::{
    Attachment, Channel, CheckResult, Citation, Cited, ContactId, DateTime, Direction, FactStatus,
    MovementKind, Offer, OfferAnswer, Precision, PromiseOutcome, RemedyId, RemedyKind, Role, Rung,
    Sha256, Subject, VendorChannel, VendorId, VendorKind,
};

use crate::day;
use crate::family::{Family, money};

impl Family {
    /// A record with something in every field, and something private wherever that can be.
    pub(crate) fn kettle() -> Self {
        let mut family = Self::empty();
        let shop =
            family.vendor("Copper & Pine", VendorKind::Shop, &[Role::CausedIt, Role::MustRemedy]);
        let card = family.vendor("Lantern Card", VendorKind::CardIssuer, &[Role::HoldsTheMoney]);
        family.describe_shop();
        let nora = family.contact(shop, "Nora Finch");
        let joe = family.contact(shop, "Joe Park");
        let eve = family.contact(card, "Eve Sand");
        family.contacts[0].job = Some("Adviser".to_owned());
        family.contacts[0].department = Some("Help desk".to_owned());
        family.contacts[0].phone = Some("+1 555 0161".to_owned());
        family.contacts[0].email = Some("nora@copperpine.example".to_owned());
        family.contacts[0].supervisor = Some(joe);
        family.contacts[1].job = Some("Head of repairs".to_owned());
        family.talk(shop, nora, eve);
        family.owe(shop, card);
        family.agree(nora, joe);
        family.helped(nora, "2026-02-04", "Favour of Nora", false);
        family.helped(eve, "2026-02-09", "Explained the form over again", true);
        family.dispute.advocates[1].thanked_on = Some(day("2026-02-11"));
        family.step("2026-02-12", "Thank Nora for her trouble", Some("2026-02-13")).channel =
            Some(Channel::Letter);
        let visit = family.step("2026-07-01", "Bring the box", None);
        visit.contact = Some(joe);
        visit.at = chrono::NaiveTime::from_hms_opt(9, 30, 0);
        family
    }

    fn describe_shop(&mut self) {
        let id = self.id();
        let shop = &mut self.vendors[0];
        shop.address = vec!["9 Mill Road".to_owned(), "Dunmore".to_owned()];
        shop.country = Some("USA".to_owned());
        shop.known_as = vec!["CPINE ONLINE".to_owned()];
        shop.channels = vec![VendorChannel {
            id,
            kind: Channel::Phone,
            value: "+1 555 0160".to_owned(),
            label: Some("Help desk".to_owned()),
        }];
        let party = &mut self.dispute.parties[0];
        party.reference = Some("CP-881".to_owned());
        party.policy = Some("Leaks are covered for thirty days".to_owned());
        party.rationale = Some("The kettle left the shop whole.".to_owned());
        self.dispute.effect = Some("No tea for a week".to_owned());
        self.dispute.subject = Subject {
            what: Some("Kettle of two litres".to_owned()),
            bought_on: Some(day("2026-01-15")),
            place: Some("Dunmore branch".to_owned()),
            price: Some(money("59.90", "USD")),
            paid_by: Some("Card 4000 1234 5678 9010".to_owned()),
            order: Some("ORD-12".to_owned()),
            account: Some("000123454471".to_owned()),
            model: Some("K2".to_owned()),
            serial: Some("SN-9".to_owned()),
        };
    }

    fn talk(&mut self, shop: VendorId, nora: ContactId, eve: ContactId) {
        let unsure = ("Nora Finch thought that the seam was wet.", FactStatus::Unsure);
        let sold = ("The kettle was sold as new.", FactStatus::Undisputed);
        let visit = self.event("2026-02-03T10:15:00-05:00", Channel::Visit, &[sold, unsure]);
        visit.contacts = vec![nora];
        visit.minutes = Some(20);
        visit.note = Some("PRIVATE: she was kind".to_owned());
        visit.facts[0].acknowledged_by = Some(nora);
        let silent = self.event("2026-02-05T09:05:00+05:30", Channel::Phone, &[]);
        silent.vendor = Some(shop);
        silent.answered = Some(false);
        silent.waited_minutes = Some(65);
        let refused = ("The card issuer refused on account 000123454471.", FactStatus::Disputed);
        let letter = self.event("2026-02-06", Channel::Letter, &[refused]);
        letter.contacts = vec![eve];
        letter.direction = Direction::In;
        letter.time.precision = Precision::About;
        let (event, id, citation) = (letter.id, self.id(), self.id());
        self.attachments.push(Attachment {
            id,
            dispute: self.dispute.id,
            sha256: Sha256([0xAB; 32]),
            name: "refusal.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            size: 1,
            caption: Some("The refusal".to_owned()),
            dated: None,
            obtained: None,
            vendor: None,
            author: None,
            added_at: DateTime::UNIX_EPOCH,
            citations: vec![Citation { id: citation, of: Cited::Event(event), place: None }],
            covered: Vec::new(),
        });
        let inside = self.event("2026-02-07", Channel::Other, &[]);
        inside.direction = Direction::Internal;
        inside.note = Some("PRIVATE: we talked it over".to_owned());
    }

    fn owe(&mut self, shop: VendorId, card: VendorId) {
        let cause = self.events[2].id;
        self.claim(shop, money("59.90", "USD"), "The price of the kettle", "2026-02-03").due_on =
            Some(day("2026-03-10"));
        let paid = self.moved(MovementKind::Received, money("59.90", "USD"), "2026-03-01");
        paid.reference = Some("T-7".to_owned());
        self.moved(MovementKind::Reversed, money("10.00", "USD"), "2026-04-01");
        self.claim(card, money("1200", "JPY"), "Fee for a payment abroad", "2026-02-06")
            .because_of = Some(cause);
        self.moved(MovementKind::Waived, money("1200", "JPY"), "2026-02-20");
    }

    fn agree(&mut self, nora: ContactId, joe: ContactId) {
        let call_back = self.promise(nora, "2026-02-03", "A call back");
        call_back.due_on = Some(day("2026-02-04"));
        call_back.outcome = Some(PromiseOutcome::Broken);
        call_back.outcome_on = Some(day("2026-02-08"));
        self.promise(joe, "2026-02-10", "A written apology").due_on = Some(day("2026-02-24"));
        let (id, rung, planned) = (self.id(), self.id(), self.id());
        self.dispute.offers.push(Offer {
            id,
            by: Some(joe),
            vendor: None,
            on: day("2026-02-09"),
            terms: "Half of the price".to_owned(),
            amount: Some(money("29.95", "USD")),
            open_until: Some(day("2026-02-19")),
            answer: Some(OfferAnswer::Declined),
            answered_on: Some(day("2026-02-14")),
        });
        let climbed = Rung {
            id: rung,
            contact: Some(joe),
            vendor: None,
            reached_on: Some(day("2026-02-16")),
            reason: "Advisers may not refund".to_owned(),
            result: Some("He agreed".to_owned()),
        };
        let next = Rung {
            id: planned,
            contact: None,
            vendor: Some(self.vendors[1].id),
            reached_on: None,
            reason: "The money is held there".to_owned(),
            result: None,
        };
        self.dispute.rungs = vec![climbed, next];
        let claim = self.dispute.claims[0].id;
        let refund = self.remedy(RemedyKind::Refund, "2026-02-17", "The price in full");
        (refund.by, refund.claim) = (Some(joe), Some(claim));
        refund.caveat = Some("The box comes back".to_owned());
        refund.expected_by = Some(day("2026-03-05"));
        refund.delivered_on = Some(day("2026-03-02"));
        refund.ends_on = Some(day("2026-12-31"));
        let refund: RemedyId = refund.id;
        self.dispute.claims[0].movements[0].remedy = Some(refund);
        self.check("2026-03-20", Some(("2026-03-21", CheckResult::Holds)), "PRIVATE: phew");
        self.check("2026-04-20", Some(("2026-04-22", CheckResult::DoesNotHold)), "PRIVATE: again");
        self.check("2026-06-30", None, "PRIVATE: later");
        let voucher = self.remedy(RemedyKind::Voucher, "2026-05-05", "A voucher for two mugs");
        voucher.ends_on = Some(day("2026-11-30"));
    }
}
