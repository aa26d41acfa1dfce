//! The household: how the window begins, its name and its members.

use holdfast_domain as domain;
use holdfast_domain::{MemberId, validity};
use holdfast_store::{DisputeScope, Writer};

use crate::clock::new_id;
use crate::edit::check_name;
use crate::error::{refused, sorted_out};
use crate::wire::Deed;
use crate::wire::{self, AppError, Done, Start};
use crate::{App, currency, from_wire, to_wire};

impl App {
    /// What the window needs to begin. `locale` is a tag such as `de-CH`.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn start(&self, locale: &str) -> Result<Start, AppError> {
        let day = to_wire::day(self.today_day());
        let is_sample = self.is_sample();
        self.read(|reader| {
            let disputes = reader.disputes_where(DisputeScope::All)?;
            let proposed = currency::of_household(&disputes)
                .or_else(|| domain::Currency::of_region(locale))
                .map(|currency| currency.code().to_owned());
            Ok(Start {
                household: reader.household_name()?.unwrap_or_default(),
                members: reader.members()?.iter().map(to_wire::member).collect(),
                is_empty: disputes.is_empty(),
                is_sample,
                currency: proposed,
                day,
                version: env!("CARGO_PKG_VERSION").to_owned(),
            })
        })
    }

    /// Names the household and adds or changes one member.
    ///
    /// # Errors
    /// `Refused` where a name is missing or cannot be kept.
    pub fn save_household(&self, name: &str, member: &wire::Member) -> Result<Done, AppError> {
        let name = from_wire::line(name);
        check_name("household", &name)?;
        self.change(Deed::SaveHousehold, &name, |writer| {
            writer.set_household_name(&name)?;
            let id = put_member(writer, member)?;
            Ok((Some(id.to_string()), Vec::new()))
        })
    }

    /// Adds or changes a member.
    ///
    /// # Errors
    /// `Refused` where the name is missing or cannot be kept.
    pub fn save_member(&self, member: &wire::Member) -> Result<Done, AppError> {
        self.change(Deed::SaveMember, &member.name, |writer| {
            let id = put_member(writer, member)?;
            Ok((Some(id.to_string()), Vec::new()))
        })
    }
}

fn put_member(writer: &mut Writer<'_>, form: &wire::Member) -> Result<MemberId, AppError> {
    let member = from_wire::member(form)?;
    sorted_out(&validity::member_problems(&member))?;
    writer.put_member(&member)?;
    Ok(member.id)
}

/// The first member, made with the first dispute: nobody should fill in a form about themselves
/// before they may write down what happened.
pub(crate) fn add_first_member(
    writer: &mut Writer<'_>,
    name: Option<&str>,
) -> Result<MemberId, AppError> {
    let name = from_wire::line_option(name).ok_or_else(|| refused("leadName", "missing", []))?;
    check_name("leadName", &name)?;
    let member =
        domain::Member { id: new_id(), name, address: Vec::new(), email: None, phone: None };
    writer.put_member(&member)?;
    if writer.household_name()?.is_none() {
        writer.set_household_name("Our household")?;
    }
    Ok(member.id)
}
