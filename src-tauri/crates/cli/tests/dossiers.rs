//! Dossiers without a window: for their readers, and as they were sent.
#![allow(missing_docs, reason = "tests say what they show in their names")]

use std::fs;
use std::process::{Command, Output};

use tempfile::TempDir;

const DISPUTE: &str = "Cancelled crossing, refund taken back";

struct Home(TempDir);

impl Home {
    fn new() -> Self {
        let home = Self(tempfile::tempdir().expect("a folder can be made"));
        let story =
            concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/cancelled-crossing.json");
        home.done(&["import", story]);
        home
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().expect("our own paths are text").to_owned()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_holdfast-cli"));
        command.arg("--store").arg(self.path("home.db")).args(arguments);
        command.output().expect("it can be started")
    }

    fn done(&self, arguments: &[&str]) -> String {
        let done = self.run(arguments);
        let errors = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{arguments:?}: {errors}");
        String::from_utf8(done.stdout).expect("text")
    }
}

#[test]
fn a_reader_gets_their_own_dossier_and_what_was_sent_comes_back_as_it_was() {
    let home = Home::new();
    let (whole, issuer, back) = (home.path("whole.pdf"), home.path("i.pdf"), home.path("back.pdf"));
    home.done(&["dossier", DISPUTE, "--to", &whole]);
    home.done(&["dossier", DISPUTE, "--to", &issuer, "--for", "issuer", "--sent"]);
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
