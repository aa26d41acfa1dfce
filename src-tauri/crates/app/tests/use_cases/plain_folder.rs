//! Everything as plain files: originals under their own names, tables that run nothing, and data that
//! is taken in again.

use std::path::Path;

use holdfast_app::wire::{ErrorCode, NewDispute};
use holdfast_intake::refund_list;

use crate::support::*;
use crate::{clocks, statements};

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn files_lie_under_their_own_names_and_no_cell_runs() {
    let (home, dispute) = Home::with_dispute();
    let hostile = NewDispute { title: "=HYPERLINK(\"x\")/..".into(), ..new_dispute() };
    let other = id_of(&home.app.start_dispute(&hostile).expect("accepted"));
    attach(&home, &dispute, "bill.txt", b"80.00", Vec::new());
    attach(&home, &dispute, "BILL.txt", b"81.00", Vec::new());
    attach(&home, &other, "..\\..\\con.txt", b"82.00", Vec::new());
    let folder = home.folder.path().join("Marlow");
    let saved = home.app.save_folder(&folder).expect("written");
    assert_eq!((saved.disputes, saved.files, saved.lacking), (2, 3, 0));

    assert_eq!(names(&folder), ["Disputes", "READ ME.txt", "Tables", "household.json"]);
    let about = text(&folder.join("READ ME.txt"));
    assert!(about.contains("\nDisputes ") && about.contains("\nhousehold.json "), "{about}");
    assert!(
        !about.contains("Bank statements"),
        "it names what is there, and nothing else: {about}"
    );
    let disputes = folder.join("Disputes");
    assert_eq!(names(&disputes), ["=HYPERLINK(_x_)_", "The lamp that hums"]);
    let files = disputes.join("The lamp that hums").join("Files");
    assert_eq!(names(&files), ["BILL (2).txt", "bill.txt"], "also where capitals are the same");
    assert_eq!(text(&files.join("bill.txt")), "80.00");
    assert_eq!(text(&files.join("BILL (2).txt")), "81.00");
    assert_eq!(names(&disputes.join("=HYPERLINK(_x_)_").join("Files")), ["_.._con.txt"]);

    let table = text(&folder.join("Tables").join("Disputes.csv"));
    assert!(table.starts_with("\u{FEFF}Dispute,Goal,"), "{table}");
    assert!(table.contains("\"'=HYPERLINK(\"\"x\"\")/..\""), "it is text: {table}");
    let claims = text(&folder.join("Tables").join("Claims.csv"));
    assert!(claims.contains(",80.00,USD,"), "sums are numbers: {claims}");

    let json = std::fs::read(folder.join("household.json")).expect("read");
    let again = Home::new();
    assert!(again.app.import_household(&json).expect("read").imported, "it is taken in again");
    let refused = home.app.save_folder(&folder).expect_err("there is something in it");
    assert_eq!(refused.code, ErrorCode::FolderNotEmpty);
}

#[test]
fn a_table_of_claims_is_taken_in_as_a_list_of_refunds() {
    let home = Home::new();
    let mut wanted = new_dispute();
    wanted.vendor = Some(new_vendor("=Copper & +Pine"));
    home.app.start_dispute(&wanted).expect("accepted");
    let folder = home.folder.path().join("Marlow");
    home.app.save_folder(&folder).expect("written");
    let claims = std::fs::read(folder.join("Tables").join("Claims.csv")).expect("read");
    assert!(String::from_utf8_lossy(&claims).contains("'=Copper"), "it runs nothing");
    let reading = refund_list::read(&claims, &refund_list::How::default());
    let vendors: Vec<_> = reading.rows.iter().map(|row| row.vendor.as_str()).collect();
    assert_eq!(vendors, ["=Copper & +Pine"], "the apostrophe is off again");
}

#[test]
fn time_limits_bank_lines_and_templates_have_tables_of_their_own() {
    let (home, dispute) = clocks::told();
    let limit = clocks::find(&home, &dispute, clocks::RULE).expect("proposed");
    home.app.save_clock(&dispute, &clocks::form(&limit, true)).expect("kept");
    statements::take(&home, &["2026-06-08,-80.00,=COPPER", "2026-06-09,-4.20,TEA HOUSE"]);
    let mut template = home.app.letter_templates().expect("listed").remove(0);
    template.text.push_str("\n== farewell\nWith a wave from Hill Road.\n");
    home.app.save_letter_template(&template).expect("kept");
    let folder = home.folder.path().join("Marlow");
    home.app.save_folder(&folder).expect("written");
    let table = |name: &str| text(&folder.join("Tables").join(format!("{name}.csv")));
    let limits = table("Time limits");
    assert!(limits.contains(&limit.trigger_on) && limits.contains(&limit.source), "{limits}");
    assert_eq!(limits.lines().count(), 2, "what is only proposed is not there: {limits}");
    let lines = table("Bank lines");
    assert!(lines.contains("Joint account,june.csv,2026-06-08,-80.00,USD,,'=COPPER"), "{lines}");
    let templates = table("Templates");
    assert!(templates.contains("With a wave from Hill Road."), "{templates}");
}

#[test]
fn what_is_damaged_is_named_and_the_rest_is_there() {
    let (home, dispute) = Home::with_dispute();
    attach(&home, &dispute, "bill.txt", b"80.00 for a lamp that hums", Vec::new());
    attach(&home, &dispute, "other.txt", b"something else", Vec::new());
    let home = home.reopened();
    let evidence = home.folder.path().join("home.db-evidence");
    let Home { app, folder: at } = home;
    drop(app);
    let mut bytes = std::fs::read(&evidence).expect("read");
    let place = bytes.windows(10).position(|it| it == b"for a lamp").expect("it is in there");
    bytes[place] = b'F';
    std::fs::write(&evidence, bytes).expect("written");
    let app = holdfast_app::App::open(&at.path().join("home.db"), clock()).expect("it opens");
    let folder = at.path().join("Marlow");
    let saved = app.save_folder(&folder).expect("written");
    assert_eq!((saved.files, saved.lacking), (1, 1));
    let about = text(&folder.join("READ ME.txt"));
    assert!(about.contains("The lamp that hums/Files/bill.txt"), "{about}");
    let archive = at.path().join("a.holdfast");
    assert_eq!(app.save_archive(&archive, None).expect("written").lacking, 1);
}
