//! Markup that is typed is text, on every screen.

use holdfast_tests::{Find, Setup, Window};

use super::{screens, texts};
use crate::sheet::{Sheet, menu};

const SCRIPT: &str = "<script>alert(1)</script>";
const PICTURE: &str = "\"><img src=x onerror=alert(1)>";

/// An alert would end the conversation with the page by itself; this finds what came before it.
#[track_caller]
fn assert_all_is_text(window: &Window, screen: &str) {
    let made = "return [...document.querySelectorAll(
            'script:not([src]), img[src=x], [onerror], iframe, object, embed')]
        .map((one) => one.outerHTML).join(', ')";
    assert_eq!(window.script(made, vec![]), "", "{screen}: no element is made of what was typed");
}

#[track_caller]
fn assert_shown(window: &Window, screen: &str, texts: &[&str]) {
    assert_all_is_text(window, screen);
    for text in texts {
        assert!(window.shows(text), "{screen}: {text} stands there as it was typed");
    }
}

#[test]
fn markup_typed_into_forms_is_shown_as_it_was_typed() {
    let window = Window::open(Setup::empty());
    window.wait_for(&Find::role("heading", "Welcome to Holdfast"));
    window.click(&Find::any("button").containing("Write down your first dispute"));
    begin_dispute(&window);
    window.wait_for(&Find::role("heading", PICTURE));
    edit_dispute(&window);
    add_event(&window);
    edit_vendor_and_contact(&window);
    screens::visit(&window, |screen| {
        match screen {
            "today" | "disputes" | "settings" => assert_shown(&window, screen, &[PICTURE]),
            "vendors" | "vendor" | "person" | "dispute, Timeline" | "dispute, People"
            | "dispute, About" => assert_shown(&window, screen, &[SCRIPT, PICTURE]),
            _ => assert_all_is_text(&window, screen),
        }
        if ["dispute, Timeline", "dispute, About", "vendor", "person"].contains(&screen) {
            let name = screen.replace([' ', ','], "-").to_lowercase();
            window.picture(&format!("markup-{name}"));
        }
    });
}

#[test]
fn markup_in_every_field_of_a_record_is_shown_as_text() {
    let texts = [SCRIPT.to_owned(), PICTURE.to_owned()];
    let window = Window::open(Setup::at(texts::home(&texts)));
    window.wait_for(&Find::role("heading", "Today"));
    screens::visit(&window, |screen| assert_all_is_text(&window, screen));
}

fn begin_dispute(window: &Window) {
    let sheet = Sheet::titled(window, "Your first dispute");
    sheet.write("Your name", PICTURE);
    sheet.write("What happened?", PICTURE);
    sheet.write("What outcome do you want?", SCRIPT);
    sheet.name_new("With whom?", SCRIPT);
    sheet.write("Their reference", PICTURE);
    sheet.answer("Is money owed to you?", "Yes");
    sheet.write("How much?", "$35");
    sheet.write("For what?", PICTURE);
    sheet.save_by("Write it down");
}

fn edit_dispute(window: &Window) {
    menu(window, "More on this dispute", "Edit");
    let sheet = Sheet::titled(window, "Edit the dispute");
    sheet.write("What it has meant for us", SCRIPT);
    sheet.save();
    window.click(&Find::role("tab", "About"));
    window.click(&Find::button("Edit subject"));
    let sheet = Sheet::titled(window, "Edit the subject");
    let fields =
        ["What", "Where", "Paid by", "Order number", "Account number", "Model", "Serial number"];
    for (index, field) in fields.into_iter().enumerate() {
        sheet.write(field, [SCRIPT, PICTURE][index % 2]);
    }
    sheet.save();
    window.click(&Find::role("tab", "People"));
    menu(window, &format!("More on “{SCRIPT}”"), "Edit");
    let sheet = Sheet::titled(window, &format!("Edit the part of {SCRIPT}"));
    sheet.write("Policy they rely on", SCRIPT);
    sheet.write("Reason they give", PICTURE);
    sheet.save();
}

fn add_event(window: &Window) {
    menu(window, "Add to the dispute", "What happened");
    let sheet = Sheet::titled(window, "What happened");
    sheet.name_new("Who", PICTURE);
    sheet.write("Their job", SCRIPT);
    sheet.write("Fact 1", SCRIPT);
    sheet.press("Add another fact");
    sheet.write("Fact 2", PICTURE);
    sheet.write("Private note", PICTURE);
    sheet.save();
}

fn edit_vendor_and_contact(window: &Window) {
    window.click(&Find::link("People & vendors").inside(&Find::role("navigation", "Places")));
    window.click(&Find::link(SCRIPT));
    menu(window, "More", "Edit");
    let sheet = Sheet::titled(window, "Edit the vendor");
    sheet.write("Number, address or page 1", PICTURE);
    sheet.write("Department or purpose 1", SCRIPT);
    sheet.write("Postal address", &format!("{SCRIPT}\n{PICTURE}"));
    sheet.write("Country", PICTURE);
    sheet.write("Other names", PICTURE);
    sheet.save();
    // The person of the event works there now.
    window.click(&Find::link(PICTURE).inside(&Find::any("article")));
    window.click(&Find::button("Edit"));
    let sheet = Sheet::titled(window, "Edit the person");
    for (field, text) in
        [("Job", SCRIPT), ("Department", PICTURE), ("Direct number", SCRIPT), ("E-mail", PICTURE)]
    {
        sheet.write(field, text);
    }
    sheet.save();
}
