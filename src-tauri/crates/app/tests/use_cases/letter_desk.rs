//! A desk at which letters are written, sent and answered.

use holdfast_app::App;
use holdfast_app::wire::{
    Channel, Contact, Direction, Done, Event, Fact, FactStatus, Letter, LetterKind, LetterView,
    Member, NewLetter, Party, Precision, Sending, Subject, Vendor, VendorChoice, VendorKind,
};

use crate::support::{Home, id_of, money, new_vendor};

/// A dispute from which a complete letter can be written, at a vendor with one person.
pub(crate) struct Desk {
    pub(crate) home: Home,
    pub(crate) dispute: String,
    pub(crate) vendor: String,
    pub(crate) person: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let (home, dispute) = Home::with_dispute();
        let vendor = home.vendor();
        let app = &home.app;
        let member = app.start("").expect("begins").members[0].clone();
        let address = vec!["12 Hill Road".into(), "Asheville, NC 28801".into()];
        let member = Member { address, email: Some("ida@marlow.example".into()), ..member };
        app.save_member(&member).expect("the writer has an address");
        let shop = Vendor {
            address: vec!["4 Dock Street".into(), "Portland, OR 97205".into()],
            country: Some("United States".into()),
            ..app.vendor(&vendor).expect("shown").vendor
        };
        app.save_vendor(&shop).expect("the vendor has an address");
        let person = app.save_contact(&contact(&vendor, "Dana Reyes")).expect("somebody there");
        let desk = Self { person: id_of(&person), home, dispute, vendor };
        desk.say("2026-06-02", Direction::Out, "The lamp hums whenever it is switched on.");
        desk.describe();
        desk
    }

    pub(crate) fn app(&self) -> &App {
        &self.home.app
    }

    fn describe(&self) {
        let mut dispute = self.app().dispute(&self.dispute).expect("shown").dispute;
        dispute.effect = Some("The children cannot sleep in the room".into());
        dispute.subject = Subject {
            what: Some("a reading lamp".into()),
            bought_on: Some("2026-05-20".into()),
            place: Some("the shop in Asheville".into()),
            price: Some(money("80.00", "USD")),
            paid_by: Some("debit card".into()),
            order: Some("A-1001".into()),
            ..Subject::default()
        };
        self.app().save_dispute(&dispute).expect("described");
    }

    /// Writes an event down with one fact.
    pub(crate) fn say(&self, on: &str, direction: Direction, text: &str) -> String {
        id_of(&self.app().save_event(&self.event(on, direction, text)).expect("written down"))
    }

    /// The form of a new event with one fact.
    pub(crate) fn event(&self, on: &str, direction: Direction, text: &str) -> Event {
        Event {
            id: None,
            dispute: self.dispute.clone(),
            at: on.into(),
            precision: Precision::Exact,
            channel: Channel::Phone,
            direction,
            vendor: Some(self.vendor.clone()),
            contacts: Vec::new(),
            answered: Some(true),
            waited_minutes: None,
            minutes: None,
            facts: vec![Fact {
                id: None,
                text: text.into(),
                status: FactStatus::Undisputed,
                acknowledged_by: None,
            }],
            note: None,
        }
    }

    pub(crate) fn start(&self, kind: LetterKind) -> String {
        id_of(&self.app().start_letter(&self.new_letter(kind)).expect("begun"))
    }

    pub(crate) fn new_letter(&self, kind: LetterKind) -> NewLetter {
        NewLetter {
            dispute: self.dispute.clone(),
            kind,
            about: None,
            to_vendor: None,
            to_contact: None,
            help: None,
        }
    }

    pub(crate) fn letter(&self, id: &str) -> LetterView {
        self.app().letter(id).expect("shown")
    }

    /// Changes what was chosen.
    pub(crate) fn choose(&self, id: &str, change: impl FnOnce(&mut Letter)) {
        let mut letter = self.letter(id).letter;
        change(&mut letter);
        self.app().save_letter(&letter).expect("kept");
    }

    pub(crate) fn send(&self, id: &str, on: &str) -> Done {
        self.app().mark_sent(id, &sending(on)).expect("the letter is complete and goes out")
    }

    pub(crate) fn plain_text(&self, id: &str) -> String {
        self.letter(id).draft.expect("it is composed").plain_text
    }
}

pub(crate) fn sending(on: &str) -> Sending {
    Sending {
        on: on.into(),
        by: Channel::Letter,
        tracking: Some("RR 123 456".into()),
        next_step_on: None,
        without_next_step: false,
        finished_steps: Vec::new(),
    }
}

fn contact(vendor: &str, name: &str) -> Contact {
    Contact {
        id: None,
        vendor: vendor.into(),
        name: name.into(),
        job: None,
        department: None,
        phone: None,
        email: None,
        supervisor: None,
    }
}

impl Desk {
    pub(crate) fn choose_goal(&self, goal: &str) {
        let mut dispute = self.app().dispute(&self.dispute).expect("shown").dispute;
        dispute.goal = goal.into();
        self.app().save_dispute(&dispute).expect("changed");
    }
}

pub(crate) fn ombudsman() -> Vendor {
    Vendor {
        id: None,
        name: "Lamplight Ombudsman".into(),
        kind: VendorKind::Ombudsman,
        address: vec!["1 Fair Way".into(), "Salem, OR 97301".into()],
        country: Some("United States".into()),
        channels: Vec::new(),
        known_as: Vec::new(),
    }
}

pub(crate) fn new_party(vendor: &str) -> Party {
    Party {
        id: None,
        vendor: vendor.into(),
        roles: Vec::new(),
        reference: None,
        policy: None,
        rationale: None,
    }
}

pub(crate) fn known(vendor: &str) -> VendorChoice {
    VendorChoice { id: Some(vendor.into()), ..new_vendor("") }
}
