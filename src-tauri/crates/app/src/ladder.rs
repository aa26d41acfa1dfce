//! The ladder of a dispute, as its page shows it.

use holdfast_domain::rules::ladder::{self, Beside, Next, Step};
use holdfast_domain::{Contact, ContactId, DisputeId, Event, Vendor};

use crate::directory::Directory;
use crate::error::not_found;
use crate::view::Lens;
use crate::wire::{AppError, LadderNext, LadderStep, LadderView};
use crate::{App, from_wire, to_wire};

impl App {
    /// Which rungs were reached, which are open, and who is next.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn ladder(&self, dispute: &str) -> Result<LadderView, AppError> {
        let id: DisputeId = from_wire::id("dispute", dispute)?;
        let on = self.today_day();
        self.read(|reader| {
            let names = Directory::read(reader)?;
            let lens = Lens { on, names: &names };
            let dispute = reader.dispute(id)?.ok_or_else(not_found)?;
            let vendors: Vec<Vendor> = names.vendors.values().cloned().collect();
            let contacts: Vec<Contact> = names.contacts.values().cloned().collect();
            let spoken = spoken_with(&reader.events_of(id)?, &lens);
            let beside = Beside {
                dispute: &dispute,
                vendors: &vendors,
                contacts: &contacts,
                spoken: &spoken,
            };
            let steps = ladder::ladder(&beside, on);
            Ok(LadderView {
                steps: steps.iter().map(|it| step(&lens, it)).collect(),
                next: ladder::next(&beside, on).map(|it| next(&lens, &beside, it)),
            })
        })
    }
}

/// The people of events that took place, the last one last, each once.
fn spoken_with(events: &[Event], lens: &Lens<'_>) -> Vec<ContactId> {
    let happened = events
        .iter()
        .rev()
        .filter(|event| event.time.at.day() <= lens.on && event.answered != Some(false));
    let mut people: Vec<ContactId> = Vec::new();
    for id in happened.flat_map(|event| &event.contacts) {
        if !people.contains(id) {
            people.push(*id);
        }
    }
    people.reverse();
    people
}

fn step(lens: &Lens<'_>, of: &Step) -> LadderStep {
    LadderStep {
        level: of.level.into(),
        is_reached: of.is_reached,
        is_current: of.is_current,
        rungs: of.rungs.iter().map(ToString::to_string).collect(),
        people: of.people.iter().filter_map(|id| lens.names.person(*id)).collect(),
        bodies: of.bodies.iter().map(|id| lens.names.vendor(*id)).collect(),
    }
}

fn next(lens: &Lens<'_>, beside: &Beside<'_>, of: Next) -> LadderNext {
    let mut said = LadderNext { rung: None, person: None, vendor: None, channel: None };
    match of {
        Next::Planned(id) => {
            let rung = beside.dispute.rungs.iter().find(|rung| rung.id == id);
            said.rung = Some(id.to_string());
            said.person = rung.and_then(|it| it.contact).and_then(|it| lens.names.person(it));
            said.vendor = rung.and_then(|it| lens.names.vendor_behind(it.vendor, it.contact));
        }
        Next::Person(id) => {
            said.person = lens.names.person(id);
            said.vendor = said.person.as_ref().map(|person| person.vendor.clone());
        }
        Next::Channel(vendor, id) => {
            let of = lens.names.vendors.get(&vendor);
            let channel = of.and_then(|it| it.channels.iter().find(|one| one.id == id));
            said.vendor = Some(lens.names.vendor(vendor));
            said.channel = channel.map(to_wire::channel);
        }
        Next::Body(vendor) => said.vendor = Some(lens.names.vendor(vendor)),
    }
    said
}
