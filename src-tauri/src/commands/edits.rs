//! Commands that change. Each is one action, which can be undone.

use holdfast_app::wire::{
    Advocacy, Call, Check, CheckAnswer, CheckPlan, Claim, ClosedAs, Contact, Dispute, Done, Event,
    Member, Movement, NewDispute, NextStep, Offer, Party, PlanQuery, Promise, RecordKind, Remedy,
    RemedyAlong, Rung, Vendor, VendorChoice,
};

use super::{Answer, Open};

/// Names the household and saves one member.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_household(desk: Open<'_>, name: &str, member: Member) -> Answer<Done> {
    desk.with(|app| app.save_household(name, &member))
}

/// Saves a member.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_member(desk: Open<'_>, member: Member) -> Answer<Done> {
    desk.with(|app| app.save_member(&member))
}

/// Begins a dispute.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn start_dispute(desk: Open<'_>, dispute: NewDispute) -> Answer<Done> {
    desk.with(|app| app.start_dispute(&dispute))
}

/// Saves what a dispute says of itself.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_dispute(desk: Open<'_>, dispute: Dispute) -> Answer<Done> {
    desk.with(|app| app.save_dispute(&dispute))
}

/// Closes a dispute.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn close_dispute(desk: Open<'_>, id: &str, on: &str, how: ClosedAs) -> Answer<Done> {
    desk.with(|app| app.close_dispute(id, on, how))
}

/// Opens a closed dispute again.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reopen_dispute(desk: Open<'_>, id: &str) -> Answer<Done> {
    desk.with(|app| app.reopen_dispute(id))
}

/// Saves a vendor's part.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_party(
    desk: Open<'_>,
    dispute: &str,
    party: Party,
    vendor: VendorChoice,
) -> Answer<Done> {
    desk.with(|app| app.save_party(dispute, &party, &vendor))
}

/// Saves a claim.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_claim(desk: Open<'_>, dispute: &str, claim: Claim) -> Answer<Done> {
    desk.with(|app| app.save_claim(dispute, &claim))
}

/// Saves what happened to a claim.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_movement(
    desk: Open<'_>,
    dispute: &str,
    claim: &str,
    movement: Movement,
) -> Answer<Done> {
    desk.with(|app| app.save_movement(dispute, claim, &movement))
}

/// Saves an event.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_event(desk: Open<'_>, event: Event) -> Answer<Done> {
    desk.with(|app| app.save_event(&event))
}

/// Writes down a call with all that follows from it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn log_call(desk: Open<'_>, call: Call) -> Answer<Done> {
    desk.with(|app| app.log_call(&call))
}

/// Saves a promise.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_promise(desk: Open<'_>, dispute: &str, promise: Promise) -> Answer<Done> {
    desk.with(|app| app.save_promise(dispute, &promise))
}

/// Saves an offer.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_offer(desk: Open<'_>, dispute: &str, offer: Offer) -> Answer<Done> {
    desk.with(|app| app.save_offer(dispute, &offer))
}

/// Saves a rung of the ladder.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_rung(desk: Open<'_>, dispute: &str, rung: Rung) -> Answer<Done> {
    desk.with(|app| app.save_rung(dispute, &rung))
}

/// Saves what somebody did to help.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_advocacy(desk: Open<'_>, dispute: &str, advocacy: Advocacy) -> Answer<Done> {
    desk.with(|app| app.save_advocacy(dispute, &advocacy))
}

/// Marks somebody as thanked.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn thank(desk: Open<'_>, dispute: &str, contact: &str, on: &str) -> Answer<Done> {
    desk.with(|app| app.thank(dispute, contact, on))
}

/// Saves a remedy.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_remedy(
    desk: Open<'_>,
    dispute: &str,
    remedy: Remedy,
    along: RemedyAlong,
) -> Answer<Done> {
    desk.with(|app| app.save_remedy(dispute, &remedy, &along))
}

/// The looks that are proposed for a remedy.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn check_plan(desk: Open<'_>, query: PlanQuery) -> Answer<CheckPlan> {
    desk.with(|app| app.check_plan(&query))
}

/// Saves a look at a remedy.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_check(
    desk: Open<'_>,
    dispute: &str,
    remedy: &str,
    check: Check,
) -> Answer<Done> {
    desk.with(|app| app.save_check(dispute, remedy, &check))
}

/// Answers whether a remedy still holds.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn answer_check(desk: Open<'_>, answer: CheckAnswer) -> Answer<Done> {
    desk.with(|app| app.answer_check(&answer))
}

/// Saves what the household will do.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_next_step(desk: Open<'_>, dispute: &str, step: NextStep) -> Answer<Done> {
    desk.with(|app| app.save_next_step(dispute, &step))
}

/// Saves a vendor.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_vendor(desk: Open<'_>, vendor: Vendor) -> Answer<Done> {
    desk.with(|app| app.save_vendor(&vendor))
}

/// Saves a person.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_contact(desk: Open<'_>, contact: Contact) -> Answer<Done> {
    desk.with(|app| app.save_contact(&contact))
}

/// Puts a record into the bin.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove(desk: Open<'_>, kind: RecordKind, id: &str) -> Answer<Done> {
    desk.with(|app| app.remove(kind, id))
}

/// Takes a record out of the bin.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn restore(desk: Open<'_>, kind: RecordKind, id: &str) -> Answer<Done> {
    desk.with(|app| app.restore(kind, id))
}
