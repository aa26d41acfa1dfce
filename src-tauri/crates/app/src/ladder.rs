//! The ladder of a dispute, as its page shows it.

use holdfast_domain::rules::ladder::{self, Beside, Next, Step};
use holdfast_domain::rules::letter;
use holdfast_domain::{Contact, DisputeId, Vendor};

use crate::directory::Directory;
use crate::error::not_found;
use crate::view::Lens;
use crate::wire::{AppError, LadderClosed, LadderNext, LadderStep, LadderView};
use crate::{App, clocks, from_wire, to_wire};

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
            let (events, sent) = (reader.events_of(id)?, reader.sent_letters_of(id)?);
            let spoken = ladder::spoken_with(&events, on);
            let of = letter::Beside {
                dispute: &dispute,
                events: &events,
                contacts: &contacts,
                sent: &sent,
            };
            let closed = clocks::closed_ways(reader, &of, on)?;
            let beside = Beside {
                dispute: &dispute,
                vendors: &vendors,
                contacts: &contacts,
                spoken: &spoken,
                closed: &closed,
            };
            let steps = ladder::ladder(&beside, on);
            Ok(LadderView {
                steps: steps.iter().map(|it| step(&lens, it)).collect(),
                next: ladder::next(&beside, on).map(|it| next(&lens, &beside, it)),
            })
        })
    }
}

fn step(lens: &Lens<'_>, of: &Step) -> LadderStep {
    LadderStep {
        level: of.level.into(),
        is_reached: of.is_reached,
        is_current: of.is_current,
        rungs: of.rungs.iter().map(ToString::to_string).collect(),
        people: of.people.iter().filter_map(|id| lens.names.person(*id)).collect(),
        bodies: of.bodies.iter().map(|id| lens.names.vendor(*id)).collect(),
        closed: of
            .closed
            .iter()
            .map(|way| LadderClosed {
                body: lens.names.vendor(way.body),
                limit: way.limit.clone(),
                last_day: to_wire::day(way.last_day),
            })
            .collect(),
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
