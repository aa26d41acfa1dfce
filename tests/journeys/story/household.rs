//! Who writes, the vendors, and the people who work there.

use holdfast_tests::{Find, Window};
use serde_json::Value;

use super::told::{Story, list, maybe, text};
use super::typing::word;
use crate::sheet::{Sheet, menu};

/// The members and the vendors, beside what the first dispute asked for already.
pub(crate) fn type_in(window: &Window, story: &Story) {
    members(window, story);
    for vendor in story.vendors() {
        vendor_and_people(window, story, vendor);
    }
}

fn members(window: &Window, story: &Story) {
    let lead = story.disputes().next().map(|dispute| text(dispute, "lead"));
    window.click(&Find::link("Settings"));
    window.click(&Find::button("Rename"));
    let sheet = Sheet::titled(window, "Name the household");
    sheet.write("Household", story.household());
    sheet.save();
    for member in story.members() {
        let name = text(member, "name");
        // Whoever leads the first dispute said their name at its beginning.
        let sheet = if Some(text(member, "key")) == lead {
            menu(window, &format!("More about {name}"), "Edit");
            Sheet::titled(window, "Edit the member")
        } else {
            window.click(&Find::button("Add a member"));
            let sheet = Sheet::titled(window, "Add a member");
            sheet.write("Name", name);
            sheet
        };
        address(&sheet, member);
        sheet.write_if("E-mail", maybe(member, "email"));
        sheet.write_if("Phone", maybe(member, "phone"));
        sheet.save();
        window.wait_for(&Find::button(&format!("More about {name}")));
    }
    window.picture("story-settings");
}

fn vendor_and_people(window: &Window, story: &Story, vendor: &Value) {
    let name = text(vendor, "name");
    window.click(&Find::link("People & vendors").inside(&Find::role("navigation", "Places")));
    window.wait_for(&Find::role("heading", "People & vendors"));
    // The first dispute brought one along.
    window.wait_until("the vendors stood there", |page| page.count(&Find::any("searchbox")) == 1);
    let known = Find::link(name).inside(&Find::any("main"));
    let sheet = if window.count(&known) == 1 {
        window.click(&known);
        menu(window, "More", "Edit");
        Sheet::titled(window, "Edit the vendor")
    } else {
        window.click(&Find::button("Add a vendor"));
        let sheet = Sheet::titled(window, "Add a vendor");
        sheet.write("Name", name);
        sheet
    };
    sheet.choose("Kind", word("vendor", text(vendor, "kind")));
    channels(&sheet, vendor);
    address(&sheet, vendor);
    sheet.write_if("Country", maybe(vendor, "country"));
    if !vendor["known_as"].is_null() {
        sheet.write("Other names", &lines(vendor, "known_as"));
    }
    sheet.save();
    window.wait_for(&Find::role("heading", name));
    for person in story.people_of(text(vendor, "key")) {
        contact(window, story, person);
    }
    window.picture(&format!("story-vendor-{}", text(vendor, "key")));
}

fn channels(sheet: &Sheet, vendor: &Value) {
    for (index, channel) in list(vendor, "channels").enumerate() {
        let number = index + 1;
        if number > 1 {
            sheet.press("Another channel");
        }
        sheet.choose(&format!("Channel {number}"), word("channel", text(channel, "kind")));
        sheet.write(&format!("Number, address or page {number}"), text(channel, "value"));
        sheet.write_if(&format!("Department or purpose {number}"), maybe(channel, "label"));
    }
}

fn contact(window: &Window, story: &Story, person: &Value) {
    window.click(&Find::button("Add a person"));
    let sheet = Sheet::titled(window, "Add a person");
    sheet.write("Name", text(person, "name"));
    sheet.write_if("Job", maybe(person, "job"));
    sheet.write_if("Department", maybe(person, "department"));
    sheet.write_if("Direct number", maybe(person, "phone"));
    sheet.write_if("E-mail", maybe(person, "email"));
    sheet.pick_if("Supervisor", story.contact_in(person, "supervisor"));
    sheet.save();
    window.wait_for(&Find::link(text(person, "name")));
}

fn address(sheet: &Sheet, record: &Value) {
    if !record["address"].is_null() {
        sheet.write("Postal address", &lines(record, "address"));
    }
}

fn lines(record: &Value, field: &str) -> String {
    list(record, field).filter_map(Value::as_str).collect::<Vec<_>>().join("\n")
}
