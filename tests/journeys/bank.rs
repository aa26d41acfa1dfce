//! The bank as witness: a refund that was promised comes, holds, and is taken back, and the
//! household learns of it from its statements.

use std::fs;
use std::process::Command;

use holdfast_tests::{Find, Home, Setup, Window};
use serde_json::json;

use crate::record::import;
use crate::sheet::{Sheet, menu};

/// The title of the dispute.
const DEPOSIT: &str = "Deposit for the camper van";
/// What the rental firm agreed to.
const REFUND: &str = "The whole deposit comes back to the account it was paid from";

/// The day so many days before today, as files write it. The program goes by the computer's clock,
/// so the story has to lie in its recent past.
pub(crate) fn ago(days: u32) -> String {
    let day = Command::new("date").args(["-d", &format!("{days} days ago"), "+%F"]).output();
    let day = day.expect("the computer tells the day");
    String::from_utf8(day.stdout).expect("the day is written in figures").trim().to_owned()
}

/// A household to which a refund was promised, and that waits for it.
fn waiting() -> Home {
    let household = json!({
        "format": "holdfast-household",
        "version": 1,
        "household": {
            "name": "The Abernathy-Osei household",
            "members": [{ "key": "kofi", "name": "Kofi Osei", "address": ["3 Mill Row", "Halmouth"] }],
        },
        "vendors": [{
            "key": "larkspur", "name": "Larkspur Rentals", "kind": "shop",
            "address": ["Customer desk", "18 Harbour Street", "Halmouth"],
        }],
        "contacts": [{
            "key": "mara", "vendor": "larkspur", "name": "Mara Quill", "job": "Deposits desk",
        }],
        "disputes": [{
            "key": "deposit", "title": DEPOSIT, "goal": "340.00 USD back in our account",
            "opened_on": ago(70), "lead": "kofi",
            "subject": { "what": "a camper van for a week", "paid_by": "debit card" },
            "parties": [{ "vendor": "larkspur", "roles": ["holds_the_money"], "reference": "LR-5520" }],
            "claims": [{
                "key": "c", "vendor": "larkspur", "amount": "340.00", "currency": "USD",
                "for": "The deposit", "arose_on": ago(70),
            }],
            "events": [{
                "at": ago(60), "channel": "phone", "direction": "out", "vendor": "larkspur",
                "contacts": ["mara"], "answered": true,
                "facts": [{ "text": "Mara Quill saw no damage on the return sheet." }],
            }],
            "remedies": [{
                "key": "r", "kind": "refund", "by": "mara", "agreed_on": ago(60), "what": REFUND,
                "claim": "c", "expected_by": ago(45),
            }],
        }],
    });
    let home = Home::new();
    fs::create_dir_all(home.folder().join("files/saved")).expect("the home can be written to");
    let file = home.folder().join("household.json");
    fs::write(&file, household.to_string()).expect("the home can be written to");
    import(&home.store(), &file);
    home
}

/// A bank's file with one line of the rental firm among others, one of them an equal sum.
fn statement(from: u32, until: u32, line: (u32, &str)) -> String {
    let day = |days: u32| ago(days).replace('-', "");
    let (on, amount) = line;
    let transactions: String = [
        (from, "-61.20", "GREENLEAF GROCER 0311"),
        (from - 1, "340.00", "PAYROLL OFFICE"),
        (on, amount, "LARKSPUR RENTALS 0423 HALMOUTH"),
        (until, "-12.00", "CITY TRAMS"),
    ]
    .iter()
    .map(|(days, amount, name)| {
        format!(
            "<STMTTRN><TRNTYPE>OTHER<DTPOSTED>{}<TRNAMT>{amount}<FITID>{}-{amount}<NAME>{name}\
             </STMTTRN>\n",
            day(*days),
            day(*days),
        )
    })
    .collect();
    format!(
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\n\
         COMPRESSION:NONE\nOLDFILEUID:NONE\nNEWFILEUID:NONE\n\n\
         <OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>{0}\
         <LANGUAGE>ENG<FI><ORG>Millrace Bank<FID>555</FI></SONRS></SIGNONMSGSRSV1>\n\
         <BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS>\
         <CURDEF>USD<BANKACCTFROM><BANKID>555<ACCTID>000555013377<ACCTTYPE>CHECKING\
         </BANKACCTFROM>\n<BANKTRANLIST><DTSTART>{1}<DTEND>{0}\n{transactions}</BANKTRANLIST>\n\
         <LEDGERBAL><BALAMT>1000.00<DTASOF>{0}</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n",
        day(until),
        day(from),
    )
}

/// Takes in a file of the bank from the page of the remedies.
fn take_in(window: &Window, name: &str, content: &str, is_first: bool) {
    let files = window.home().folder().join("files");
    for earlier in fs::read_dir(&files).expect("the folder is there").flatten() {
        if earlier.path().is_file() {
            fs::remove_file(earlier.path()).expect("an earlier statement can be taken away");
        }
    }
    fs::write(files.join(name), content).expect("the home can be written to");
    window.press("g r");
    window.wait_for(&Find::role("heading", "Remedies"));
    window.click(&Find::button("Bank statements"));
    window.wait_for(&Find::role("heading", "Bank statements"));
    window.click(&Find::button("Import a bank statement"));
    let sheet = Sheet::titled(window, "Take in a bank statement");
    if is_first {
        sheet.name_new("Which account is it?", "Everyday account");
        window.picture("statement-found");
    }
    sheet.save_by("Take it in");
    window.wait_for_text("What it seems to say about your disputes");
}

#[test]
fn a_refund_comes_holds_and_is_taken_back_and_the_letter_is_proposed() {
    let home = waiting();
    let files = home.folder().join("files").display().to_string();
    let window = Window::open(Setup::at(home).environment("HOLDFAST_TEST_FILES", &files));
    window.wait_for(&Find::role("heading", "Today"));

    take_in(&window, "first.ofx", &statement(55, 30, (43, "340.00")), true);
    window.wait_for_text("Larkspur Rentals paid 340.00 USD");
    assert!(!window.shows("PAYROLL OFFICE paid"), "an equal sum from elsewhere is not proposed");
    window.picture("statement-says");
    window.click(&Find::button("Yes, that is it"));
    window.wait_for_text("Noted as paid.");

    // The refund holds: it came, nothing is owed, and a look has its answer in one click.
    window.press("g r");
    window.wait_for_text(REFUND);
    window.wait_gone(&Find::any("status").containing("Late"));
    window.click(&Find::button("Still holds"));
    window.wait_for_text("It still holds.");

    window.click(&Find::any("link").containing(DEPOSIT).inside(&Find::any("main")));
    window.wait_for(&Find::role("heading", DEPOSIT));
    menu(&window, "More on this dispute", "Close");
    Sheet::titled(&window, "Close the dispute").save_by("Close the dispute");
    window.wait_for_text("Closed.");

    // The next statement takes it back. The household says so, and the rest follows.
    take_in(&window, "second.ofx", &statement(29, 1, (2, "-340.00")), false);
    window.wait_for_text("Larkspur Rentals took back 340.00 USD");
    window.click(&Find::button("Yes, it was taken back"));
    window.wait_for_text("is open again");
    window.wait_for_text("is owed again");
    window.picture("statement-taken-back");
    window.click(&Find::button("Write the letter"));
    window.wait_for(&Find::any("heading").containing("to Mara Quill"));
    window.wait_for_text("340.00 USD");
    window.picture("statement-letter");

    window.press("g r");
    window.wait_for_text("Does not hold any more");
    window.press("g d");
    window.click(&Find::any("link").containing(DEPOSIT).inside(&Find::any("main")));
    window.wait_for(&Find::role("heading", DEPOSIT));
    window.wait_for_text("340.00 USD");
    window.picture("statement-dispute-open-again");
}
