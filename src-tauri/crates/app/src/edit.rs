//! The one way in which a dispute is changed: read it, change it in memory, let the rules look at
//! it, and write what differs, all in one transaction with its journal.

use holdfast_domain as domain;
use holdfast_domain::validity;
use holdfast_domain::{ContactId, Dispute, Event, NaiveDate, VendorId};
use holdfast_store::Writer;
use uuid::Uuid;

use crate::App;
use crate::clock::new_id;
use crate::error::{code_problem, not_found, refused, refused_with, sorted_out, uuid_of};
use crate::from_wire;
use crate::wire::Deed;
use crate::wire::{self, AppError, Done, FieldProblem};

/// Puts `item` where its id already stands in `list`, or at its end.
pub(crate) fn place<T>(list: &mut Vec<T>, item: T, id: impl Fn(&T) -> Uuid) {
    match list.iter().position(|known| id(known) == id(&item)) {
        Some(at) => list[at] = item,
        None => list.push(item),
    }
}

/// Makes the vendor a party of the dispute, unless it is one.
pub(crate) fn join(dispute: &mut Dispute, vendor: VendorId) {
    if !dispute.parties.iter().any(|party| party.vendor == vendor) {
        dispute.parties.push(domain::Party {
            id: new_id(),
            vendor,
            roles: domain::Roles::default(),
            reference: None,
            policy: None,
            rationale: None,
        });
    }
}

/// What every change needs of the transaction, beyond writing rows.
pub(crate) trait Choices {
    /// The vendor that was chosen, or the one of that name, or a new one; it becomes a party of the
    /// dispute.
    fn choose_vendor(
        &mut self,
        dispute: &mut Dispute,
        choice: &wire::VendorChoice,
    ) -> Result<VendorId, AppError>;

    /// The person who was chosen, or the one of that name at that vendor, or a new one.
    fn choose_person(
        &mut self,
        vendor: Option<VendorId>,
        choice: &wire::PersonChoice,
    ) -> Result<ContactId, AppError>;

    /// Writes a dispute after the rules have looked at it. What stands in the way of the records
    /// `touched` (all of them for `None`) refuses the change; what only looks like a slip comes back.
    fn put_checked(
        &mut self,
        dispute: &Dispute,
        events: &[Event],
        today: NaiveDate,
        touched: Option<&[Uuid]>,
    ) -> Result<Vec<FieldProblem>, AppError>;
}

impl Choices for Writer<'_> {
    fn choose_vendor(
        &mut self,
        dispute: &mut Dispute,
        choice: &wire::VendorChoice,
    ) -> Result<VendorId, AppError> {
        let id = match from_wire::id_option("vendor", choice.id.as_deref())? {
            Some(id) => self.vendor(id)?.ok_or_else(not_found)?.id,
            None => {
                let name = from_wire::line(&choice.name);
                let known = self.vendors()?.into_iter().find(|it| is_same(&it.name, &name));
                match known {
                    Some(vendor) => vendor.id,
                    None => new_vendor(self, name, choice.kind)?,
                }
            }
        };
        join(dispute, id);
        Ok(id)
    }

    fn choose_person(
        &mut self,
        vendor: Option<VendorId>,
        choice: &wire::PersonChoice,
    ) -> Result<ContactId, AppError> {
        let phone = from_wire::line_option(choice.phone.as_deref());
        if let Some(id) = from_wire::id_option("people", choice.id.as_deref())? {
            let known = self.contact(id)?.ok_or_else(not_found)?;
            return reached_at(self, known, phone);
        }
        let vendor = vendor.ok_or_else(|| refused("vendor", "missing", []))?;
        let name = from_wire::line(&choice.name);
        let known = self.contacts()?.into_iter();
        let known = known.filter(|it| it.vendor == vendor).find(|it| is_same(&it.name, &name));
        if let Some(contact) = known {
            return reached_at(self, contact, phone);
        }
        let contact = domain::Contact {
            id: new_id(),
            vendor,
            name,
            job: from_wire::line_option(choice.job.as_deref()),
            department: None,
            phone,
            email: None,
            supervisor: None,
        };
        check_name("people", &contact.name)?;
        self.put_contact(&contact)?;
        Ok(contact.id)
    }

    fn put_checked(
        &mut self,
        dispute: &Dispute,
        events: &[Event],
        today: NaiveDate,
        touched: Option<&[Uuid]>,
    ) -> Result<Vec<FieldProblem>, AppError> {
        let contacts = self.contacts()?;
        let mut problems = validity::problems(dispute, events, &contacts, today);
        if let Some(touched) = touched {
            problems.retain(|problem| {
                uuid_of(problem.at.record).is_some_and(|id| touched.contains(&id))
            });
        }
        let warnings = sorted_out(&problems)?;
        self.put_dispute(dispute)?;
        for event in events {
            self.put_event(event)?;
        }
        Ok(warnings)
    }
}

/// Somebody who is known, with the direct number that they gave now.
fn reached_at(
    writer: &mut Writer<'_>,
    known: domain::Contact,
    phone: Option<String>,
) -> Result<ContactId, AppError> {
    let id = known.id;
    if phone.is_some() && phone != known.phone {
        let contact = domain::Contact { phone, ..known };
        sorted_out(&validity::contact_problems(&contact))?;
        writer.put_contact(&contact)?;
    }
    Ok(id)
}

/// Whether two names mean the same: a name typed on the phone, before the list has come, is not a
/// second vendor for want of a capital.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

fn new_vendor(
    writer: &mut Writer<'_>,
    name: String,
    kind: wire::VendorKind,
) -> Result<VendorId, AppError> {
    let vendor = domain::Vendor {
        id: new_id(),
        name,
        kind: kind.into(),
        address: Vec::new(),
        country: None,
        channels: Vec::new(),
        known_as: Vec::new(),
    };
    check_name("vendor", &vendor.name)?;
    writer.put_vendor(&vendor)?;
    Ok(vendor.id)
}

/// Refuses a name that is missing, too long or cannot be printed.
pub(crate) fn check_name(field: &str, name: &str) -> Result<(), AppError> {
    validity::name(name).map_err(|code| refused_with(vec![code_problem(field, &code)]))
}

impl App {
    /// Changes one dispute: `edit` gets it as it stands and says which record it touched.
    pub(crate) fn change_dispute(
        &self,
        id: &str,
        what: Deed,
        about: &str,
        edit: impl FnOnce(&mut Dispute, &mut Writer<'_>) -> Result<Uuid, AppError>,
    ) -> Result<Done, AppError> {
        self.change_several(id, what, about, |dispute, writer| Ok(vec![edit(dispute, writer)?]))
    }

    /// As [`App::change_dispute`], where further records may be touched along with the first; the
    /// answer names the first.
    pub(crate) fn change_several(
        &self,
        id: &str,
        what: Deed,
        about: &str,
        edit: impl FnOnce(&mut Dispute, &mut Writer<'_>) -> Result<Vec<Uuid>, AppError>,
    ) -> Result<Done, AppError> {
        let today = self.today_day();
        let id = from_wire::id("dispute", id)?;
        self.change(what, about, |writer| {
            let mut dispute = writer.dispute(id)?.ok_or_else(not_found)?;
            let touched = edit(&mut dispute, writer)?;
            let warnings = writer.put_checked(&dispute, &[], today, Some(&touched))?;
            Ok((touched.first().map(Uuid::to_string), warnings))
        })
    }

    /// Puts one entry into a list of a dispute, or in place of the one with its id.
    fn save_entry<T>(
        &self,
        dispute: &str,
        what: Deed,
        about: &str,
        entry: T,
        id: fn(&T) -> Uuid,
        list: fn(&mut Dispute) -> &mut Vec<T>,
    ) -> Result<Done, AppError> {
        self.change_dispute(dispute, what, about, |dispute, _| {
            let touched = id(&entry);
            place(list(dispute), entry, id);
            Ok(touched)
        })
    }

    /// Adds a vendor's part to a dispute, or changes it.
    ///
    /// # Errors
    /// `NotFound`, or `Refused` with the fields that stand in the way; so for all that follow.
    pub fn save_party(
        &self,
        dispute: &str,
        form: &wire::Party,
        vendor: &wire::VendorChoice,
    ) -> Result<Done, AppError> {
        self.change_dispute(dispute, Deed::SaveParty, &vendor.name, |dispute, writer| {
            let known = from_wire::id_option("id", form.id.as_deref())?;
            let vendor = match dispute.parties.iter().find(|party| Some(party.id) == known) {
                Some(party) => party.vendor,
                None => writer.choose_vendor(dispute, vendor)?,
            };
            let mut party = from_wire::party(form, vendor)?;
            // A vendor has one part in a dispute, however often it is added.
            if let Some(before) = dispute.parties.iter().find(|before| before.vendor == vendor) {
                party.id = before.id;
                party = if known.is_none() { before.clone().with(party) } else { party };
            }
            let touched = party.id.uuid();
            place(&mut dispute.parties, party, |party| party.id.uuid());
            Ok(touched)
        })
    }

    /// Adds a claim or changes it; its movements stay.
    ///
    /// # Errors
    /// As [`App::save_party`].
    pub fn save_claim(&self, dispute: &str, form: &wire::Claim) -> Result<Done, AppError> {
        self.change_dispute(dispute, Deed::SaveClaim, &form.reason, |dispute, _| {
            let mut claim = from_wire::claim(form)?;
            if let Some(known) = dispute.claims.iter_mut().find(|known| known.id == claim.id) {
                claim.movements = std::mem::take(&mut known.movements);
            }
            let touched = claim.id.uuid();
            place(&mut dispute.claims, claim, |claim| claim.id.uuid());
            Ok(touched)
        })
    }

    /// Adds something that happened to a claim, or changes it.
    ///
    /// # Errors
    /// As [`App::save_party`].
    pub fn save_movement(
        &self,
        dispute: &str,
        claim: &str,
        form: &wire::Movement,
    ) -> Result<Done, AppError> {
        let claim = from_wire::id("claim", claim)?;
        self.change_dispute(dispute, Deed::SaveMovement, &form.amount.amount, |dispute, _| {
            let movement = from_wire::movement(form)?;
            let touched = movement.id.uuid();
            let of = dispute.claims.iter_mut().find(|known| known.id == claim);
            place(&mut of.ok_or_else(not_found)?.movements, movement, |known| known.id.uuid());
            Ok(touched)
        })
    }

    /// Adds a promise or changes it.
    ///
    /// # Errors
    /// As [`App::save_party`].
    pub fn save_promise(&self, dispute: &str, form: &wire::Promise) -> Result<Done, AppError> {
        let entry = from_wire::promise(form)?;
        self.save_entry(
            dispute,
            Deed::SavePromise,
            &form.what,
            entry,
            |it| it.id.uuid(),
            |dispute| &mut dispute.promises,
        )
    }

    /// Adds an offer or changes it.
    ///
    /// # Errors
    /// As [`App::save_party`].
    pub fn save_offer(&self, dispute: &str, form: &wire::Offer) -> Result<Done, AppError> {
        let entry = from_wire::offer(form)?;
        self.save_entry(
            dispute,
            Deed::SaveOffer,
            &form.terms,
            entry,
            |it| it.id.uuid(),
            |dispute| &mut dispute.offers,
        )
    }

    /// Adds a rung or changes it.
    ///
    /// # Errors
    /// As [`App::save_party`].
    pub fn save_rung(&self, dispute: &str, form: &wire::Rung) -> Result<Done, AppError> {
        let entry = from_wire::rung(form)?;
        self.save_entry(
            dispute,
            Deed::SaveRung,
            &form.reason,
            entry,
            |it| it.id.uuid(),
            |dispute| &mut dispute.rungs,
        )
    }

    /// Adds what somebody did to help, or changes it.
    ///
    /// # Errors
    /// As [`App::save_party`].
    pub fn save_advocacy(&self, dispute: &str, form: &wire::Advocacy) -> Result<Done, AppError> {
        let entry = from_wire::advocacy(form)?;
        self.save_entry(
            dispute,
            Deed::SaveAdvocacy,
            &form.did,
            entry,
            |it| it.id.uuid(),
            |dispute| &mut dispute.advocates,
        )
    }

    /// Marks all that somebody did to help in a dispute as thanked on that day.
    ///
    /// # Errors
    /// As [`App::save_party`].
    pub fn thank(&self, dispute: &str, contact: &str, on: &str) -> Result<Done, AppError> {
        let contact: ContactId = from_wire::id("contact", contact)?;
        let on = from_wire::day("on", on)?;
        self.change_dispute(dispute, Deed::Thank, "", |dispute, _| {
            let helps = dispute.advocates.iter_mut().filter(|help| help.contact == contact);
            for help in helps.filter(|help| help.thanked_on.is_none()) {
                help.thanked_on = Some(on);
            }
            Ok(contact.uuid())
        })
    }

    /// Adds what the household will do, or changes it, or marks it as done.
    ///
    /// # Errors
    /// As [`App::save_party`].
    pub fn save_next_step(&self, dispute: &str, form: &wire::NextStep) -> Result<Done, AppError> {
        let entry = from_wire::next_step(form)?;
        self.save_entry(
            dispute,
            Deed::SaveNextStep,
            &form.what,
            entry,
            |it| it.id.uuid(),
            |dispute| &mut dispute.next_steps,
        )
    }
}
