//! “I already have a list”: a household brings in the spreadsheet that it keeps of its refunds.

use std::fs;

use holdfast_tests::{Find, Home, Setup, Window};

use crate::bank::ago;

/// Who brings the list in.
const NAME: &str = "Ida Marlow";

/// A window on an empty record, in which the list is what a person chooses.
fn open(dark: bool) -> Window {
    let home = Home::new();
    let files = home.folder().join("files");
    fs::create_dir_all(&files).expect("the home can be written to");
    fs::write(files.join("our refunds.csv"), kept_by_hand()).expect("the home can be written to");
    let folder = files.display().to_string();
    let setup = Setup::at(home).environment("HOLDFAST_TEST_FILES", &folder);
    let window = Window::open(if dark { setup.dark() } else { setup });
    window.wait_for(&Find::role("heading", "Welcome to Holdfast"));
    window
}

/// The day so many days before today, as a household writes it: `3/28/2026`.
fn american(days: u32) -> String {
    let day = ago(days);
    let mut parts = day.split('-').map(|part| part.trim_start_matches('0').to_owned());
    let [year, month, date] =
        [parts.next(), parts.next(), parts.next()].map(|part| part.expect("a day has three parts"));
    format!("{month}/{date}/{year}")
}

/// A list with names of its own for its columns; `@30` is the day thirty days ago.
const KEPT_BY_HAND: &str = "\
Whom,Thing,How much,Asked,Back?,Got,On,Their number
Lumen Fiber,Router that never came,89.00,@120,yes,89.00,@90,LF-2209
Lumen Fiber,\"Second router, charged twice\",89.00,@118,waiting,,,LF-2209
Copper & Pine,\"Desk lamp, broken on arrival\",42.50,@96,partly,20.00,@80,
Copper & Pine,\"Shelf, wrong colour\",120.00,@90,refused,,,CP-118
Blue Ferry Line,Crossing that was cancelled,216.00,@75,promised,,,BF 77
Kestrel Outdoor,Tent with a torn seam,310.00,@60,open,,,
Juniper Books,Two parcels that were lost,18.00,@58,yes,18.00,@40,
مكتبة النخيل,كتاب لم يصل,31.00,@52,open,,,
Fernway Films,Subscription after cancelling,9.99,@45,no,,,
Maple & Sons Appliances,Toaster,34.99,@40,open,,,
Kestrel Outdoor,Sleeping bag,about 60,@33,open,,,
Larkspur Rentals,Deposit for the camper van,340.00,@30,given up,,,
";

/// The list as it lies on the disk.
fn kept_by_hand() -> String {
    let cell = |cell: &str| match cell.strip_prefix('@') {
        Some(days) => american(days.parse().expect("a number of days")),
        None => cell.to_owned(),
    };
    let line = |line: &str| line.split(',').map(cell).collect::<Vec<_>>().join(",");
    KEPT_BY_HAND.lines().map(|it| line(it) + "\n").collect()
}

/// From the first start to the list as it was understood.
fn choose(window: &Window) {
    window.click(&Find::link("Bring it in"));
    window.wait_for(&Find::role("heading", "Bring in your list of refunds"));
    window.picture("refunds-choose");
    window.click(&Find::button("Choose the file"));
    window.wait_for_text("What the columns mean");
}

/// Scrolls to the rows, as they will stand.
fn to_rows(window: &Window) {
    let to = "document.querySelector('main table').scrollIntoView()";
    window.script(to, vec![]);
    window.rest();
}

/// Says what every column means, in which currency the sums are, and who brings the list in.
fn say_all(window: &Window) {
    for (column, meaning) in [
        ("Whom", "Vendor"),
        ("Thing", "What it was for"),
        ("How much", "Amount asked for"),
        ("Asked", "Day you asked"),
        ("Back?", "How it stands"),
        ("Got", "Amount that came back"),
        ("On", "Day it came back"),
        ("Their number", "Reference"),
    ] {
        window.choose(&Find::field(&format!("What “{column}” means")), meaning);
    }
    window.fill(&Find::field("In which currency are the sums?"), "USD");
    window.fill(&Find::field("Your name"), NAME);
    window.press("Tab");
    window.wait_for(&Find::button("Bring in 11 rows"));
}

#[test]
fn a_list_kept_by_hand_becomes_disputes_and_is_taken_back_whole() {
    let window = open(false);
    window.resize(1280, 800);
    choose(&window);
    window.wait_for_text("Please say first in which currency the sums are.");
    window.picture("refunds-found");
    say_all(&window);
    window.wait_for_text("1,300.48 USD asked for, 127.00 USD came back.");
    window.wait_for_text("“about 60” is not understood as a sum.");
    window.picture("refunds-mapped");
    to_rows(&window);
    window.picture("refunds-rows");
    window.press("k k");
    window.picture("refunds-last-rows");
    window.click(&Find::role("checkbox", "Bring in line 10, Fernway Films"));
    window.wait_for_text(
        "This makes 9 disputes. 1 row is left out by you. 1 row is left out until mended.",
    );
    window.click(&Find::button("Bring in 10 rows"));

    window.wait_for(&Find::role("heading", "Disputes"));
    window.wait_for_text("9 disputes were begun");
    window.picture("refunds-brought-in");
    for title in ["Tent with a torn seam", "Crossing that was cancelled", "كتاب لم يصل"] {
        assert!(window.shows(title), "“{title}” is a dispute now");
    }
    assert!(!window.shows("Subscription after cancelling"), "what was left out is none");
    window.press("g t");
    window.wait_for(&Find::role("heading", "Today"));
    window.wait_for_text("823.49 USD");
    window.picture("refunds-today");

    window.press("Control+z");
    window.wait_for(&Find::role("heading", "No dispute is here now"));
    window.wait_for_text("9 disputes wait in the bin, with all that belongs to them.");
}

#[test]
fn a_list_is_read_again_as_was_said_in_a_small_dark_window() {
    let window = open(true);
    window.resize(900, 600);
    choose(&window);
    say_all(&window);
    to_rows(&window);
    let wider = "return document.documentElement.scrollWidth > innerWidth";
    assert_eq!(window.script(wider, vec![]), false, "nothing needs scrolling sideways");
    window.picture("refunds-rows-small-dark");
    window.click(&Find::button("Bring in 11 rows"));
    window.wait_for_text("10 disputes were begun");

    window.click(&Find::link("Settings"));
    window.click(&Find::link("Bring it in"));
    window.click(&Find::button("Choose the file"));
    window.wait_for_text("Read as you said for such a list.");
    window.wait_for_text("11 rows are here already.");
    window.wait_for_text("All of it that can be read is here already.");
    assert_eq!(window.count(&Find::field("Your name")), 0, "nobody is asked twice");
    window.picture("refunds-again-small-dark");
}
