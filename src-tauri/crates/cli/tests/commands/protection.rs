//! An encrypted record in scripts.

use holdfast_app::App;

use crate::support::{Home, code, errors, json};

#[test]
fn an_encrypted_record_answers_to_its_passphrase_alone() {
    let home = Home::new();
    let before = json(&home.run(&["owed", "--json"]));
    App::encrypt(&home.path("home.db"), "mild winds of may").expect("encrypted");
    let without = home.run_with(&["owed", "--json"], "HOLDFAST_PASSPHRASE", "");
    assert_eq!(code(&without), 1);
    assert!(errors(&without).contains("the passphrase is empty"), "{}", errors(&without));
    let wrong = home.run_with(&["owed", "--json"], "HOLDFAST_PASSPHRASE", "mild winds of June");
    assert_eq!(code(&wrong), 1);
    assert!(errors(&wrong).contains("that is not the passphrase"), "{}", errors(&wrong));
    let right = home.run_with(&["owed", "--json"], "HOLDFAST_PASSPHRASE", "mild winds of may");
    assert_eq!(json(&right), before, "all is as it was");
}
