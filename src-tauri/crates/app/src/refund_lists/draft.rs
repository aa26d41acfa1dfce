//! What a list would become: each row's standing, and the disputes with all that is new in them.

use std::collections::{HashMap, HashSet};

use holdfast_domain::{
    Contact, ContactId, DisputeId, MemberId, NaiveDate, RefundColumn, Vendor, VendorId, VendorKind,
};
use holdfast_intake::refund_list::{Problem, ProblemCode, RefundRow};
use holdfast_store::Reader;

use super::known::{Known, News, Same, name_key};
use super::matter::{Matter, With, given_up_on};
use crate::clock::new_id;
use crate::wire::{AppError, RefundStanding};

/// What a list would become.
pub(super) struct Draft {
    pub(super) rows: Vec<Placed>,
    pub(super) matters: Vec<Matter>,
    /// The vendors that the record lacks, those alone that a matter names.
    pub(super) vendors: Vec<Vendor>,
    /// The people that the record lacks, those alone that a matter names.
    pub(super) contacts: Vec<Contact>,
}

/// What becomes of one row.
pub(super) struct Placed {
    pub(super) standing: RefundStanding,
    pub(super) vendor_known: bool,
    /// The line of the first row of the list in the same dispute.
    pub(super) joined_with: Option<u32>,
    /// The dispute of the record that it is in or joins.
    pub(super) dispute: Option<(DisputeId, String)>,
    /// What is the matter with it besides what its reader said.
    pub(super) problems: Vec<Problem>,
}

/// For whom a draft is made, and what is left out of it.
pub(super) struct For<'a> {
    pub(super) leave_out: &'a HashSet<u32>,
    pub(super) lead: MemberId,
    pub(super) today: NaiveDate,
}

impl Draft {
    /// Makes the draft of rows.
    pub(super) fn of(
        reader: &Reader,
        rows: &[RefundRow],
        whom: &For<'_>,
    ) -> Result<Self, AppError> {
        let mut making = Making {
            known: Known::read(reader)?,
            rows,
            whom,
            matters: Vec::new(),
            by_reference: HashMap::new(),
            by_dispute: HashMap::new(),
            vendors: HashMap::new(),
            people: HashMap::new(),
            new_vendors: Vec::new(),
            new_contacts: Vec::new(),
        };
        let placed = (0..rows.len()).map(|at| making.place(reader, at));
        let mut placed: Vec<Placed> = placed.collect::<Result<_, _>>()?;
        making.settle(&mut placed);
        Ok(making.into_draft(placed))
    }
}

struct Making<'a> {
    known: Known,
    rows: &'a [RefundRow],
    whom: &'a For<'a>,
    matters: Vec<Matter>,
    /// The matters by vendor and reference.
    by_reference: HashMap<(VendorId, String), usize>,
    /// The matters that are disputes of the record, by their place there.
    by_dispute: HashMap<usize, usize>,
    /// The vendors that the record lacks, by their names as they are compared.
    vendors: HashMap<String, VendorId>,
    /// The people that it lacks, by where they work and their names.
    people: HashMap<(VendorId, String), ContactId>,
    new_vendors: Vec<Vendor>,
    new_contacts: Vec<Contact>,
}

impl Making<'_> {
    /// Says what becomes of a row, and enters it where it is new.
    fn place(&mut self, reader: &Reader, at: usize) -> Result<Placed, AppError> {
        let row = &self.rows[at];
        let vendor_known = self.known.vendor(&row.vendor).is_some();
        let standing = if row.is_total {
            RefundStanding::Total
        } else if row.is_unreadable() {
            RefundStanding::Unreadable
        } else {
            RefundStanding::Fresh
        };
        let mut placed = Placed {
            standing,
            vendor_known,
            joined_with: None,
            dispute: None,
            problems: Vec::new(),
        };
        if standing != RefundStanding::Fresh {
            return Ok(placed);
        }
        // A row that is there already is known also where the person leaves it out, so that an equal
        // one is not taken for it.
        if let Some(same) = self.known.same(row) {
            let news = self.known.lacks(reader, row, same)?;
            placed.standing =
                if news.is_none() { RefundStanding::Known } else { RefundStanding::More };
            placed.dispute = Some(self.named(same.dispute));
            if !news.is_none() && !self.is_left_out(row) {
                self.add(at, same, news)?;
            }
        } else if !self.is_left_out(row) {
            self.enter(at, &mut placed)?;
        }
        if placed.standing != RefundStanding::Known {
            placed.problems = odd(row, self.whom.today);
        }
        Ok(placed)
    }

    fn is_left_out(&self, row: &RefundRow) -> bool {
        self.whom.leave_out.contains(&row.line)
    }

    fn named(&self, dispute: usize) -> (DisputeId, String) {
        let dispute = &self.known.disputes[dispute];
        (dispute.id, dispute.title.clone())
    }

    /// Adds what came of a row to the dispute that has its claim.
    fn add(&mut self, at: usize, same: Same, news: News) -> Result<(), AppError> {
        let row = &self.rows[at];
        let with = self.with(row);
        let matter = self.matter_of(same.dispute);
        self.matters[matter].rows.push(at);
        self.matters[matter].add(row, same.claim, &with, news)
    }

    /// Enters a new row: into the matter of its reference, or one of its own.
    fn enter(&mut self, at: usize, placed: &mut Placed) -> Result<(), AppError> {
        let row = &self.rows[at];
        let Some(asked_on) = row.asked_on else { return Ok(()) };
        let with = self.with(row);
        let key = row.reference.as_deref().map(|it| (with.vendor, name_key(it)));
        let there = row.reference.as_deref();
        let there = there.and_then(|it| self.known.dispute_with(with.vendor, it));
        let joined = key.as_ref().and_then(|key| self.by_reference.get(key)).copied();
        let matter = match (joined, there) {
            (Some(matter), _) => matter,
            (None, Some(dispute)) => self.matter_of(dispute),
            (None, None) => {
                self.matters.push(Matter::begun(row, asked_on, self.whom.lead));
                self.matters.len() - 1
            }
        };
        if let Some(key) = key {
            self.by_reference.insert(key, matter);
        }
        placed.dispute = there.map(|dispute| self.named(dispute));
        let of = &mut self.matters[matter];
        placed.joined_with = of.rows.first().map(|first| self.rows[*first].line);
        of.rows.push(at);
        of.enter(row, &with)
    }

    /// The matter that a dispute of the record is in this draft.
    fn matter_of(&mut self, dispute: usize) -> usize {
        *self.by_dispute.entry(dispute).or_insert_with(|| {
            self.matters.push(Matter::joined(self.known.disputes[dispute].clone()));
            self.matters.len() - 1
        })
    }

    fn with(&mut self, row: &RefundRow) -> With {
        let vendor = self.vendor(&row.vendor);
        let contact = row.contact.as_deref().map(|name| self.contact(vendor, name));
        With { vendor, contact, today: self.whom.today }
    }

    fn vendor(&mut self, name: &str) -> VendorId {
        if let Some(known) = self.known.vendor(name) {
            return known;
        }
        *self.vendors.entry(name_key(name)).or_insert_with(|| {
            let vendor = Vendor {
                id: new_id(),
                name: name.to_owned(),
                kind: VendorKind::Other,
                address: Vec::new(),
                country: None,
                channels: Vec::new(),
                known_as: Vec::new(),
            };
            let id = vendor.id;
            self.new_vendors.push(vendor);
            id
        })
    }

    fn contact(&mut self, vendor: VendorId, name: &str) -> ContactId {
        if let Some(known) = self.known.contact(vendor, name) {
            return known;
        }
        *self.people.entry((vendor, name_key(name))).or_insert_with(|| {
            let contact = Contact {
                id: new_id(),
                vendor,
                name: name.to_owned(),
                job: None,
                department: None,
                phone: None,
                email: None,
                supervisor: None,
            };
            let id = contact.id;
            self.new_contacts.push(contact);
            id
        })
    }

    /// Finishes the matters; the rows of one that the record would refuse cannot be taken in.
    fn settle(&mut self, placed: &mut [Placed]) {
        let mut sound = Vec::new();
        for mut matter in std::mem::take(&mut self.matters) {
            matter.finish(self.rows);
            let Some(why) = matter.refused_because(self.whom.today) else {
                sound.push(matter);
                continue;
            };
            for at in matter.rows {
                let line = self.rows[at].line;
                let problem = Problem::error(ProblemCode::NotAccepted, line, None, &why);
                placed[at].standing = RefundStanding::Unreadable;
                placed[at].problems.push(problem);
            }
        }
        self.matters = sound;
    }

    /// The draft, with the vendors and people alone that it names.
    fn into_draft(self, rows: Vec<Placed>) -> Draft {
        let Self { matters, mut new_vendors, mut new_contacts, .. } = self;
        let vendors: HashSet<VendorId> =
            matters.iter().flat_map(|it| &it.dispute.parties).map(|it| it.vendor).collect();
        let people: HashSet<ContactId> =
            matters.iter().flat_map(|it| &it.events).flat_map(|it| &it.contacts).copied().collect();
        new_vendors.retain(|vendor| vendors.contains(&vendor.id));
        new_contacts.retain(|contact| people.contains(&contact.id));
        Draft { rows, matters, vendors: new_vendors, contacts: new_contacts }
    }
}

/// What looks odd in a row on this day.
fn odd(row: &RefundRow, today: NaiveDate) -> Vec<Problem> {
    let warning = |code, column, text: &str| Problem::warning(code, row.line, Some(column), text);
    let later = |day: Option<NaiveDate>| day.filter(|day| *day > today);
    let asked = later(row.asked_on).map(|day| (RefundColumn::AskedOn, day));
    let came = later(row.paid().map(|(_, day)| day)).map(|day| (RefundColumn::RefundedOn, day));
    let later = asked.into_iter().chain(came);
    let mut odd: Vec<Problem> = later
        .map(|(column, day)| warning(ProblemCode::DayInFuture, column, &day.to_string()))
        .collect();
    if row.state == holdfast_domain::RefundState::GivenUp && given_up_on(row).is_none() {
        odd.push(warning(ProblemCode::ClosedToday, RefundColumn::State, ""));
    }
    odd
}
