//! Dossiers without a window: for their readers, and as they were sent.

use std::fs;

use crate::support::{DISPUTE, Home, text};

#[test]
fn a_reader_gets_their_own_dossier_and_what_was_sent_comes_back_as_it_was() {
    let home = Home::new();
    let path = |name| text(&home.path(name));
    let (whole, issuer, back) = (path("whole.pdf"), path("i.pdf"), path("back.pdf"));
    home.done(&["dossier", DISPUTE, "--to", &whole]);
    home.done(&[
        "dossier", DISPUTE, "--to", &issuer, "--for", "issuer", "--sent", "--by", "letter",
    ]);
    let read = |path: &str| fs::read(path).expect("written");
    assert!(read(&issuer).len() < read(&whole).len(), "an issuer gets less than everything");

    let listed = home.done(&["editions", DISPUTE, "--json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed).expect("JSON");
    assert_eq!(listed.as_array().map(Vec::len), Some(1), "what was not sent is not listed");
    assert_eq!(listed[0]["reader"], "issuer");
    let id = listed[0]["id"].as_str().expect("an id");
    home.done(&["editions", DISPUTE, "--save", id, "--to", &back]);
    assert_eq!(read(&back), read(&issuer), "byte for byte");
    assert!(home.done(&["editions", DISPUTE]).contains("for the card issuer"));

    let wrong = home.run(&["dossier", DISPUTE, "--to", &whole, "--for", "enemy"]);
    assert_eq!(wrong.status.code(), Some(2), "there is no such reader");
}
