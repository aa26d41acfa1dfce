//! A dispute: how it begins, and all that hangs on it, each noun through its own form.

use holdfast_tests::{Find, Window};
use serde_json::Value;

use super::happened;
use super::told::{Story, by_key, list, maybe, text};
use super::typing::{typed_day, typed_sum, word};
use crate::sheet::{Sheet, menu};

const ADD: &str = "Add to the dispute";

/// Writes a dispute down through the short form. The first time the form lies open already.
pub(crate) fn begin(window: &Window, story: &Story, dispute: &Value, first: bool) {
    let sheet = if first {
        Sheet::titled(window, "Your first dispute")
    } else {
        window.press("g d");
        window.wait_for(&Find::role("heading", "Disputes"));
        window.press("Control+n");
        Sheet::titled(window, "New dispute")
    };
    let lead = story.member_name(text(dispute, "lead"));
    if first {
        sheet.write("Your name", lead);
    } else if story.members().count() > 1 {
        sheet.choose("Who leads it", lead);
    }
    sheet.write("What happened?", text(dispute, "title"));
    sheet.write("What outcome do you want?", text(dispute, "goal"));
    if let Some(party) = list(dispute, "parties").next() {
        let vendor = story.vendor(text(party, "vendor"));
        if first {
            sheet.name_new("With whom?", text(vendor, "name"));
            sheet.choose("What sort of vendor?", word("vendor", text(vendor, "kind")));
        } else {
            sheet.pick("With whom?", text(vendor, "name"));
        }
        sheet.write_if("Their reference", maybe(party, "reference"));
    }
    sheet.write("Since when?", &typed_day(text(dispute, "opened_on")));
    window.picture("story-first-dispute");
    sheet.save_by("Write it down");
    window.wait_for(&Find::role("heading", text(dispute, "title")));
}

/// Goes to a dispute's page.
pub(crate) fn open(window: &Window, dispute: &Value) {
    window.press("g d");
    window.click(&Find::any("link").containing(text(dispute, "title")).inside(&Find::any("main")));
    window.wait_for(&Find::role("heading", text(dispute, "title")));
}

/// All that hangs on a dispute, in the order in which one thing needs another.
pub(crate) fn type_in(window: &Window, story: &Story, dispute: &Value) {
    subject_and_effect(window, dispute);
    for (index, party) in list(dispute, "parties").enumerate() {
        type_party(window, story, party, index == 0);
    }
    for event in list(dispute, "events") {
        happened::type_in(window, story, event);
    }
    for claim in list(dispute, "claims") {
        type_claim(window, story, dispute, claim);
    }
    for promise in list(dispute, "promises") {
        type_promise(window, story, promise);
    }
    for offer in list(dispute, "offers") {
        type_offer(window, story, offer);
    }
    for rung in list(dispute, "rungs") {
        type_rung(window, story, rung);
    }
    for help in list(dispute, "advocates") {
        type_help(window, story, help);
    }
    for remedy in list(dispute, "remedies") {
        type_remedy(window, story, dispute, remedy);
    }
    for step in list(dispute, "next_steps") {
        type_step(window, story, step);
    }
    type_movements(window, dispute);
    type_checks(window, dispute);
    close(window, dispute);
    for tab in ["People", "Promises", "Steps", "About", "Timeline"] {
        show(window, tab);
        window.picture(&format!("story-dispute-{}", tab.to_lowercase()));
    }
}

fn show(window: &Window, tab: &str) {
    window.click(&Find::role("tab", tab));
}

fn day(sheet: &Sheet, label: &str, record: &Value, field: &str) {
    if let Some(day) = maybe(record, field) {
        sheet.write(label, &typed_day(day));
    }
}

fn choose(sheet: &Sheet, label: &str, vocabulary: &str, value: Option<&str>) {
    if let Some(value) = value {
        sheet.choose(label, word(vocabulary, value));
    }
}

/// By whom and which vendor, as many forms ask.
fn who(sheet: &Sheet, story: &Story, record: &Value, field: &str) {
    sheet.pick_if("Who", story.contact_in(record, field));
    sheet.pick_if("Vendor", story.vendor_name(record));
}

fn subject_and_effect(window: &Window, dispute: &Value) {
    let subject = &dispute["subject"];
    if subject.is_object() {
        show(window, "About");
        window.click(&Find::button("Edit subject"));
        let sheet = Sheet::titled(window, "Edit the subject");
        day(&sheet, "Bought on", subject, "bought_on");
        if !subject["price"].is_null() {
            sheet.write("Price", &typed_sum(subject));
        }
        for (label, field) in [
            ("What", "what"),
            ("Where", "where"),
            ("Paid by", "paid_by"),
            ("Order number", "order"),
            ("Account number", "account"),
            ("Model", "model"),
            ("Serial number", "serial"),
        ] {
            sheet.write_if(label, maybe(subject, field));
        }
        sheet.save();
    }
    if let Some(effect) = maybe(dispute, "effect") {
        menu(window, "More on this dispute", "Edit");
        let sheet = Sheet::titled(window, "Edit the dispute");
        sheet.write("What it has meant for us", effect);
        sheet.save();
    }
}

fn type_party(window: &Window, story: &Story, party: &Value, known: bool) {
    let name = story.vendor_name(party).expect("a party is a vendor");
    let sheet = if known {
        show(window, "People");
        menu(window, &format!("More on “{name}”"), "Edit");
        Sheet::titled(window, &format!("Edit the part of {name}"))
    } else {
        menu(window, ADD, "A vendor");
        let sheet = Sheet::titled(window, "Add a vendor");
        sheet.pick("Vendor", name);
        sheet
    };
    for role in list(party, "roles").filter_map(Value::as_str) {
        sheet.tick(word("role", role));
    }
    sheet.write_if("Their reference", maybe(party, "reference"));
    sheet.write_if("Policy they rely on", maybe(party, "policy"));
    sheet.write_if("Reason they give", maybe(party, "rationale"));
    sheet.save();
}

fn type_claim(window: &Window, story: &Story, dispute: &Value, claim: &Value) {
    menu(window, ADD, "A claim");
    let sheet = Sheet::titled(window, "Add a claim");
    sheet.write("Amount", &typed_sum(claim));
    sheet.write("For what", text(claim, "for"));
    sheet.pick_if("Vendor", story.vendor_name(claim));
    day(&sheet, "Since", claim, "arose_on");
    day(&sheet, "Due by", claim, "due_on");
    if let Some(event) = maybe(claim, "because_of") {
        let event = by_key(list(dispute, "events"), event);
        sheet.pick("Because of", text(&event["facts"][0], "text"));
    }
    window.picture("story-claim");
    sheet.save();
}

fn type_promise(window: &Window, story: &Story, promise: &Value) {
    menu(window, ADD, "A promise");
    let sheet = Sheet::titled(window, "Add a promise");
    sheet.write("What was promised", text(promise, "what"));
    who(&sheet, story, promise, "by");
    day(&sheet, "Made on", promise, "made_on");
    day(&sheet, "Due", promise, "due_on");
    choose(&sheet, "How it ended", "outcome", maybe(promise, "outcome"));
    day(&sheet, "Ended on", promise, "outcome_on");
    window.picture("story-promise");
    sheet.save();
}

fn type_offer(window: &Window, story: &Story, offer: &Value) {
    menu(window, ADD, "An offer");
    let sheet = Sheet::titled(window, "Add an offer");
    sheet.write("What they propose", text(offer, "terms"));
    if !offer["amount"].is_null() {
        sheet.write("Amount", &typed_sum(offer));
    }
    who(&sheet, story, offer, "by");
    day(&sheet, "Made on", offer, "on");
    day(&sheet, "Open until", offer, "open_until");
    choose(&sheet, "Our answer", "answer", maybe(offer, "answer"));
    day(&sheet, "Answered on", offer, "answered_on");
    sheet.save();
}

fn type_rung(window: &Window, story: &Story, rung: &Value) {
    menu(window, ADD, "A step of the ladder");
    let sheet = Sheet::titled(window, "Add a step of the ladder");
    who(&sheet, story, rung, "contact");
    sheet.write("Reason", text(rung, "reason"));
    match maybe(rung, "reached_on") {
        Some(day) => sheet.write("Reached on", &typed_day(day)),
        None => sheet.empty("Reached on"),
    }
    sheet.write_if("What came of it", maybe(rung, "result"));
    sheet.save();
}

fn type_help(window: &Window, story: &Story, help: &Value) {
    menu(window, ADD, "Help");
    let sheet = Sheet::titled(window, "Add help");
    sheet.pick_if("Who", story.contact_in(help, "contact"));
    sheet.write("What they did", text(help, "did"));
    day(&sheet, "On", help, "on");
    day(&sheet, "Thanked on", help, "thanked_on");
    if help["may_quote"] == true {
        sheet.tick("May be quoted by name");
    }
    sheet.save();
}

fn type_remedy(window: &Window, story: &Story, dispute: &Value, remedy: &Value) {
    menu(window, ADD, "A remedy");
    let sheet = Sheet::titled(window, "Add a remedy");
    sheet.write("What was agreed", text(remedy, "what"));
    choose(&sheet, "Kind", "remedy", maybe(remedy, "kind"));
    day(&sheet, "Agreed on", remedy, "agreed_on");
    who(&sheet, story, remedy, "by");
    sheet.write_if("It depends on", maybe(remedy, "caveat"));
    if let Some(key) = maybe(remedy, "claim") {
        let claim = by_key(list(dispute, "claims"), key);
        sheet.choose("Settles", text(claim, "for"));
    }
    day(&sheet, "Expected by", remedy, "expected_by");
    day(&sheet, "Delivered on", remedy, "delivered_on");
    day(&sheet, "Ends on", remedy, "ends_on");
    window.picture("story-remedy");
    // The story says itself when one looks.
    window.rest();
    if window.shows("Plan no looks") {
        sheet.press("Plan no looks");
    }
    sheet.save();
}

fn type_step(window: &Window, story: &Story, step: &Value) {
    menu(window, ADD, "A next step");
    let sheet = Sheet::titled(window, "Add a next step");
    sheet.write("What", text(step, "what"));
    day(&sheet, "On", step, "on");
    sheet.write_if("At", maybe(step, "at"));
    choose(&sheet, "Channel", "channel", maybe(step, "channel"));
    sheet.pick_if("Who", story.contact_in(step, "contact"));
    day(&sheet, "Done on", step, "done_on");
    sheet.save();
}

fn type_movements(window: &Window, dispute: &Value) {
    show(window, "Money");
    for claim in list(dispute, "claims") {
        for movement in list(claim, "movements") {
            let about = Find::role("group", text(claim, "for"));
            window.click(&Find::button("Record a movement").inside(&about));
            let sheet = Sheet::titled(window, "Record a movement");
            sheet.answer("What happened", word("movement", text(movement, "kind")));
            // The claim's currency is understood where none is typed.
            sheet.write("Amount", &super::typing::grouped(text(movement, "amount")));
            day(&sheet, "On", movement, "on");
            sheet.write_if("Reference", maybe(movement, "reference"));
            if let Some(key) = maybe(movement, "remedy") {
                sheet.choose("Carries out", text(by_key(list(dispute, "remedies"), key), "what"));
            }
            sheet.save();
        }
    }
    window.picture("story-dispute-money");
}

fn type_checks(window: &Window, dispute: &Value) {
    show(window, "Remedies");
    for remedy in list(dispute, "remedies") {
        for check in list(remedy, "checks") {
            menu(window, &format!("More on “{}”", text(remedy, "what")), "Plan a check");
            let sheet = Sheet::titled(window, "Plan a check");
            day(&sheet, "Look on", check, "due_on");
            choose(&sheet, "What it showed", "check", maybe(check, "result"));
            day(&sheet, "Looked on", check, "done_on");
            sheet.write_if("Note", maybe(check, "note"));
            sheet.save();
        }
    }
    window.picture("story-dispute-remedies");
}

fn close(window: &Window, dispute: &Value) {
    let Some(how) = maybe(dispute, "closed_as") else { return };
    menu(window, "More on this dispute", "Close");
    let sheet = Sheet::titled(window, "Close the dispute");
    sheet.answer("How it ended", word("closed", how));
    day(&sheet, "On", dispute, "closed_on");
    sheet.save_by("Close the dispute");
}
