//! Taking a list in: its disputes with all that is in them, and how its columns are read, as one
//! action with one undo.

use std::collections::HashSet;

use holdfast_domain::{MemberId, RefundLayout};
use holdfast_intake::refund_list::RefundRow;
use holdfast_store::Writer;

use super::desk::{Held, find};
use super::draft::{Draft, For};
use super::preview::{counted, problem};
use crate::App;
use crate::clock::new_id;
use crate::edit::check_name;
use crate::error::not_found;
use crate::statements::count;
use crate::wire::Deed;
use crate::wire::{
    AppError, ErrorCode, FieldProblem, RefundListTaken, RefundListTaking, RefundStanding,
};
use crate::{from_wire, household};

impl App {
    /// Takes in the list that is held, as one action: its rows that are new, but for those that are
    /// left out, and how its columns are read. Where every row is there already, nothing is written.
    ///
    /// # Errors
    /// `PreviewGone`; `FileNotUnderstood` where it cannot be taken in as it is read; `Refused` where
    /// nobody is there to lead the disputes.
    pub fn take_in_refund_list(
        &self,
        taking: &RefundListTaking,
    ) -> Result<RefundListTaken, AppError> {
        let mut desk = self.held_list();
        let held = find(desk.as_mut(), &taking.preview)?;
        let layout = layout(held).ok_or_else(|| not_understood(held))?;
        let rows = &held.read.list.rows;
        let leave_out: HashSet<u32> = taking.leave_out.iter().copied().collect();
        let today = self.today_day();
        let mut taken = None;
        let done = self.change(Deed::TakeInRefundList, &held.file_name, |writer| {
            let lead = lead(writer, taking, rows, &leave_out)?;
            let whom = For { leave_out: &leave_out, lead, today };
            let draft = Draft::of(writer, rows, &whom)?;
            write(writer, &draft)?;
            remember(writer, layout)?;
            taken = Some(told(&draft, rows, &leave_out));
            Ok((None, Vec::new()))
        })?;
        *desk = None;
        let taken = taken.ok_or_else(not_found)?;
        Ok(RefundListTaken { done, ..taken })
    }
}

/// Who leads the new disputes: who is said, else the first member, else somebody new.
fn lead(
    writer: &mut Writer<'_>,
    taking: &RefundListTaking,
    rows: &[RefundRow],
    leave_out: &HashSet<u32>,
) -> Result<MemberId, AppError> {
    let members = writer.members()?;
    if let Some(id) = from_wire::id_option::<MemberId>("lead", taking.lead.as_deref())? {
        return members.iter().find(|it| it.id == id).map(|it| it.id).ok_or_else(not_found);
    }
    let is_taken =
        |row: &RefundRow| !row.is_total && !row.is_unreadable() && !leave_out.contains(&row.line);
    match members.first() {
        Some(first) => Ok(first.id),
        None if rows.iter().any(is_taken) => {
            household::add_first_member(writer, taking.lead_name.as_deref())
        }
        // Nothing is begun, so nobody need lead it.
        None => Ok(new_id()),
    }
}

/// Writes the draft down. What it holds was looked at by the rules while it was made.
fn write(writer: &mut Writer<'_>, draft: &Draft) -> Result<(), AppError> {
    for vendor in &draft.vendors {
        check_name("vendor", &vendor.name)?;
        writer.put_vendor(vendor)?;
    }
    for contact in &draft.contacts {
        check_name("people", &contact.name)?;
        writer.put_contact(contact)?;
    }
    for matter in &draft.matters {
        writer.put_dispute(&matter.dispute)?;
        for event in &matter.events {
            writer.put_event(event)?;
        }
    }
    Ok(())
}

/// How the list is read, where it can be taken in as it is.
fn layout(held: &Held) -> Option<RefundLayout> {
    let list = &held.read.list;
    let found = list.found.as_ref()?;
    if list.problems.iter().any(|problem| problem.is_error) {
        return None;
    }
    Some(RefundLayout {
        id: new_id(),
        signature: found.signature.clone(),
        delimiter: found.how.delimiter,
        day_order: found.how.day_order,
        decimal_comma: found.how.decimal_comma,
        currency: held.read.currency,
        columns: found.how.columns.clone(),
    })
}

/// Remembers how lists with these columns are read.
fn remember(writer: &mut Writer<'_>, layout: RefundLayout) -> Result<(), AppError> {
    let known = writer.refund_layout(&layout.signature)?;
    let id = known.map_or(layout.id, |known| known.id);
    Ok(writer.put_refund_layout(&RefundLayout { id, ..layout })?)
}

/// What comes of writing the draft down; the action is not known yet.
fn told(draft: &Draft, rows: &[RefundRow], leave_out: &HashSet<u32>) -> RefundListTaken {
    let counts = counted(&draft.rows);
    let new = draft.matters.iter().filter(|matter| matter.is_new).count();
    let is_said = |(row, placed): &(&RefundRow, &super::draft::Placed)| {
        leave_out.contains(&row.line)
            && matches!(placed.standing, RefundStanding::Fresh | RefundStanding::More)
    };
    let said = rows.iter().zip(&draft.rows).filter(is_said).count();
    RefundListTaken {
        done: crate::wire::Done { action: None, id: None, warnings: Vec::new() },
        disputes: count(new),
        added_to: count(draft.matters.len() - new),
        claims: draft.matters.iter().map(|matter| matter.claims).sum(),
        remedies: draft.matters.iter().map(|matter| matter.remedies).sum(),
        vendors: count(draft.vendors.len()),
        people: count(draft.contacts.len()),
        known: counts.known,
        left_out: counts.unreadable + count(said),
    }
}

/// That a list cannot be taken in, with what is wrong and where.
fn not_understood(held: &Held) -> AppError {
    let errors = held.read.list.problems.iter().filter(|problem| problem.is_error);
    let said = errors.map(problem).map(|problem| FieldProblem {
        field: problem.line.map_or_else(String::new, |line| format!("line {line}")),
        code: problem.code,
        values: [("text".to_owned(), problem.text)].into_iter().collect(),
    });
    let problems = said.collect();
    AppError { code: ErrorCode::FileNotUnderstood, values: Default::default(), problems }
}
