//! Letters: from the first complaint to the thank-you, and what went out stays as it was.

use std::fs;

use holdfast_tests::{Find, Setup, Window};

use crate::printed::{save, wait_for_page, words};
use crate::record::{open_crossing, to_crossing};
use crate::sheet::{Sheet, menu};

/// A sentence of the household's own, which no record holds.
const OWN: &str = "We have travelled with you for eleven years and would like to again.";

/// Begins a letter of a kind, told by what it is for.
fn begin(window: &Window, purpose: &str, heading: &str) {
    to_crossing(window);
    window.click(&Find::button("Write a letter"));
    let sheet = Find::role("dialog", "Write a letter");
    window.click(&Find::any("button").containing(purpose).inside(&sheet));
    window.wait_for(&Find::role("heading", heading));
    wait_for_page(window);
}

/// Marks the letter that is shown as sent, with what is asked for and what comes next as proposed.
fn send(window: &Window, tracking: Option<&str>) {
    window.click(&Find::button("Mark as sent"));
    let sheet = Sheet::titled(window, "Mark as sent");
    sheet.write_if("Tracking number", tracking);
    sheet.save_by("Mark as sent");
    window.wait_for_text("Sent. This is how it went out.");
    wait_for_page(window);
}

#[test]
fn a_complaint_is_followed_up_escalated_and_ends_in_thanks() {
    let window = open_crossing();
    begin(&window, "Says what went wrong", "Complaint to Tidewater Ferries");
    // The person's own words stand in the letter and on its page.
    menu(&window, "Change Paragraph 1", "Add a paragraph below");
    window.type_text(OWN);
    window.wait_until("it was kept", |page| page.shows("Saved"));
    window.picture("letter-complaint");
    send(&window, Some("RR 555 018 220 NO"));
    window.picture("letter-sent");
    let complaint = save(&window, "Save the PDF");
    let said = words(&complaint);
    let left = ["112.40 EUR is still to be paid", "25.00 USD is still to be paid"];
    for wanted in ["Ingrid Lindqvist", "Tidewater Ferries", "PC-30771", left[0], left[1], OWN] {
        assert!(said.contains(wanted), "the complaint says “{wanted}”:\n{said}");
    }
    for private in ["blue folder", "reads every line", "550044117723", "Waived the fee"] {
        assert!(!said.contains(private), "the complaint gives away “{private}”");
    }

    window.click(&Find::button("Follow up"));
    window.wait_for(&Find::any("heading").containing("Follow-up to"));
    wait_for_page(&window);
    window.picture("letter-follow-up");
    send(&window, None);
    let follow_up = save(&window, "Save the PDF");
    assert!(words(&follow_up).contains("my letter of"), "the follow-up names what it follows");

    to_crossing(&window);
    window.click(&Find::button("Write a letter"));
    let sheet = Find::role("dialog", "Write a letter");
    window.click(&Find::any("button").containing("Goes to the next person").inside(&sheet));
    window.wait_for(&Find::any("heading").containing("Escalation to"));
    let reason = "The line keeps the seat fee; you can take the payment back.";
    window.click(&Find::role("tab", "Choices"));
    window.fill(&Find::field("Why it goes one step up"), reason);
    window.wait_until("it was kept", |page| page.shows("Saved"));
    window.picture("letter-escalation");
    send(&window, None);
    window.wait_for(&Find::button("Look at the dossier"));
    let escalation = words(&save(&window, "Save the PDF"));
    assert!(escalation.contains(reason), "the escalation gives its reason:\n{escalation}");
    let dossier = words(&save(&window, "Save the dossier"));
    assert!(dossier.contains("Chronology"), "the dossier went along");

    begin(&window, "Thanks somebody who helped", "Thank-you to Noor Haddad");
    window.picture("letter-thank-you");
    send(&window, None);
    // Whoever was thanked in writing is thanked.
    window.press("g t");
    window.wait_for(&Find::role("heading", "Today"));
    window.wait_until("nobody was left to thank", |page| {
        !page.shows("Waived the fee without being asked")
    });
    window.press("g l");
    window.wait_for(&Find::role("heading", "Letters"));
    window.wait_for_text("Complaint to Tidewater Ferries");
    window.picture("letters");
}

#[test]
fn what_was_sent_stays_as_it_was_and_can_be_taken_back() {
    let window = open_crossing();
    begin(&window, "Puts in writing what was agreed", "Confirmation to Samuel Østby");
    send(&window, None);
    let first = fs::read(save(&window, "Save the PDF")).expect("the file can be read");

    // The contact gets another name and a fact other words.
    window.press("g p");
    window.click(&Find::any("link").containing("Samuel Østby").inside(&Find::any("main")));
    window.click(&Find::button("Edit"));
    let sheet = Sheet::titled(&window, "Edit the person");
    sheet.write("Name", "Samuel Berg");
    sheet.save();
    window.press("g l");
    window.wait_for(&Find::role("heading", "Letters"));
    window.click(&Find::any("link").containing("Confirmation to Samuel Østby"));
    window.wait_for_text("Sent. This is how it went out.");
    let again = fs::read(save(&window, "Save the PDF")).expect("the file can be read");
    assert_eq!(first, again, "the PDF that went out is the same byte for byte");

    window.click(&Find::button("Take it back"));
    window.wait_for(&Find::role("heading", "Confirmation to Samuel Berg"));
    window.press("g l");
    window.wait_for(&Find::role("heading", "Letters"));
    // The copy of what was taken back is still there to be read.
    window.wait_for_text("Taken back");
    window.script("document.querySelector('main summary').click()", vec![]);
    window.click(&Find::any("link").containing("Confirmation to Samuel Østby"));
    window.wait_for_text("Marked as sent by mistake, and taken back.");
}

#[test]
fn a_letter_keeps_what_a_power_cut_ends_and_says_what_is_needed() {
    let window = open_crossing();
    begin(&window, "Says what went wrong", "Complaint to Tidewater Ferries");
    menu(&window, "Change Paragraph 1", "Add a paragraph below");
    window.type_text("They always ignore us!");
    // It says so, and stands in nobody's way.
    window.click(&Find::any("tab").containing("Before it goes"));
    window.wait_for_text("How it sounds");
    window.picture("letter-tone");
    let home = window.crash();
    let files = home.folder().join("files").display().to_string();
    let window = Window::open(Setup::at(home).environment("HOLDFAST_TEST_FILES", &files));
    window.wait_for(&Find::role("heading", "Today"));
    window.press("g l");
    window.wait_for(&Find::role("heading", "Letters"));
    window.click(&Find::any("link").containing("Complaint to Tidewater Ferries"));
    window.wait_until("what was typed is there again", |page| {
        let all = "return [...document.querySelectorAll('main textarea')].map((one) => one.value).join('\\n')";
        page.script(all, vec![]).as_str().is_some_and(|all| all.contains("They always ignore us!"))
    });
}
