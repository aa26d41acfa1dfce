//! The shoe box: what is dropped on the window is kept, cited, found again by a word of it, and
//! printed where its reader can open it.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;

use holdfast_tests::{Find, Window};
use image::{ImageFormat, Rgb, RgbImage};

use crate::printed::{save, wait_for_page, words};
use crate::record::{open_crossing, to_crossing};
use crate::sheet::{Sheet, menu};

/// What is said of the photograph.
const TICKET: &str = "The ticket, with the fare";
/// The claim that rests on it.
const FARE: &str = "Fare of the crossing of 14 January";
/// A word that stands in the e-mail and nowhere else.
const WORD: &str = "breakwater";

/// A photograph as telephones make them: stored lying, and saying that it is to be turned.
fn photograph(folder: &Path) -> PathBuf {
    let picture = RgbImage::from_fn(640, 480, |x, y| {
        if x + y < 500 { Rgb([40, 90, 140]) } else { Rgb([210, 120, 80]) }
    });
    let mut jpeg = Vec::new();
    picture.write_to(&mut Cursor::new(&mut jpeg), ImageFormat::Jpeg).expect("it can be written");
    // A directory of one entry, the orientation: 6, a quarter turn to the right (EXIF 2.32, 4.6.4).
    let mut turned = b"\xFF\xE1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01".to_vec();
    turned.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0");
    jpeg.splice(2..2, turned);
    write(folder, "IMG_2041.jpg", &jpeg)
}

/// An answer of the line, as a mail program saves it.
fn email(folder: &Path) -> PathBuf {
    let text = format!(
        "From: Petra Vinje <petra.vinje@tidewater.example>\r\n\
         To: Ingrid Lindqvist <ingrid@home.example>\r\n\
         Date: Thu, 05 Mar 2026 10:12:00 +0100\r\n\
         Message-ID: <5520.1@tidewater.example>\r\n\
         Subject: Your crossing of 14 January\r\n\
         MIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\n\
         Dear Ms Lindqvist,\r\n\r\nthe sea was too high at the {WORD}.\r\n"
    );
    write(folder, "answer.eml", text.as_bytes())
}

fn write(folder: &Path, name: &str, content: &[u8]) -> PathBuf {
    fs::create_dir_all(folder).expect("the home can be written to");
    let path = folder.join(name);
    fs::write(&path, content).expect("the home can be written to");
    path
}

/// Says what a file shows, and what rests on it.
fn say(window: &Window, file: &str, caption: &str, claim: &str) {
    window.click(&Find::button(&format!("Open {file}")));
    window.wait_for(&Find::role("dialog", file));
    window.click(&Find::button("Edit"));
    let sheet = Sheet::titled(window, "About this piece");
    sheet.write("What it shows", caption);
    sheet.save();
    window.click(&Find::button("Link…"));
    let sheet = Sheet::titled(window, "What rests on it");
    sheet.pick("What rests on it", claim);
    sheet.save_by("Link");
    window.picture("evidence-cited");
    window.press("Escape");
}

#[test]
fn a_photograph_and_an_email_are_dropped_cited_found_and_printed() {
    let window = open_crossing();
    let desktop = window.home().folder().join("desktop");
    let (photo, mail) = (photograph(&desktop), email(&desktop));
    to_crossing(&window);

    window.drop_files(&[&photo, &mail], (640, 400));
    let sheet = Sheet::titled(&window, "Add 2 files");
    window.picture("evidence-dropped");
    sheet.save_by("Add");
    let sheet = Sheet::titled(&window, "An e-mail to write down");
    window.picture("evidence-mail");
    sheet.save_by("Add to the timeline");
    window.press("g e");
    window.wait_for(&Find::role("heading", "Evidence"));
    window.picture("evidence-list");
    say(&window, "IMG_2041.jpg", TICKET, FARE);

    // What rests on it leads back to it.
    to_crossing(&window);
    window.click(&Find::any("tab").containing("Money"));
    window.click(&Find::any("button").containing(TICKET).inside(&Find::any("main")));
    window.wait_for(&Find::role("dialog", TICKET));
    window.press("Escape");

    window.press("Control+k");
    window.type_text(WORD);
    window.wait_for_text("the sea was too high at the");
    window.picture("evidence-found");
    window.press("Enter");
    window.wait_for_text("Dear Ms Lindqvist,");
    window.picture("evidence-email");
    window.press("Escape");

    to_crossing(&window);
    menu(&window, "More on this dispute", "Print dossier");
    window.wait_for(&Find::role("heading", "Dossier"));
    window.click(&Find::role("checkbox", "With the exhibits themselves"));
    wait_for_page(&window);
    let file = save(&window, "Save as PDF");
    assert!(words(&file).contains(TICKET), "the exhibit is in the index");
    let bytes = fs::read(&file).expect("the file can be read");
    let photo = fs::read(&photo).expect("the file can be read");
    assert!(bytes.windows(photo.len()).any(|part| part == photo), "the photograph as it was taken");
    // The e-mail bears a day and comes first.
    opens_at(&file, &format!("Exhibit 2: {TICKET}"));
}

/// Checks that a link of the file leads to the page with that heading.
fn opens_at(file: &Path, heading: &str) {
    let mut pdfinfo = Command::new("pdfinfo");
    let read = pdfinfo.arg("-dests").arg(file).output().expect("pdfinfo is there");
    let said = String::from_utf8_lossy(&read.stdout).into_owned();
    let pages = said.lines().filter_map(|line| line.split_whitespace().next()?.parse().ok());
    let mut pages: Vec<u32> = pages.collect();
    pages.dedup();
    let shown = pages.iter().any(|page| {
        let page = page.to_string();
        let mut pdftotext = Command::new("pdftotext");
        let read = pdftotext.args(["-f", &page, "-l", &page]).arg(file).arg("-").output();
        let read = read.expect("pdftotext is there");
        String::from_utf8_lossy(&read.stdout).contains(heading)
    });
    assert!(shown, "a link leads to the page of “{heading}”:\n{said}");
}
