//! The short form of what `cargo xtask torture` does at length. Each part is a test of its own, so
//! that what fails is named.

use std::process::Command;

/// Runs one part, and shows the table where something was lost.
#[track_caller]
fn torture(part: &str) {
    let done = Command::new(env!("CARGO_BIN_EXE_torture"))
        .args(["--short", part])
        .output()
        .expect("the program can be started");
    let table = String::from_utf8_lossy(&done.stdout);
    let errors = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{table}\n{errors}");
    println!("{table}");
}

#[test]
fn no_kill_loses_what_was_acknowledged() {
    torture("kills");
}

#[test]
fn no_power_cut_loses_what_was_acknowledged() {
    torture("power");
}

#[test]
fn a_disk_that_refuses_loses_nothing_and_may_come_back() {
    torture("faults");
}

#[test]
fn no_kill_leaves_a_record_half_encrypted() {
    torture("turns");
}
