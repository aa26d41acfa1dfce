//! The short form of what `cargo xtask fuzz` does at length.

use std::process::Command;

#[test]
fn no_reader_panics_or_takes_too_much_whatever_it_is_given() {
    let done = Command::new(env!("CARGO_BIN_EXE_fuzz"))
        .args(["--times", "600"])
        .output()
        .expect("the program can be started");
    let table = String::from_utf8_lossy(&done.stdout);
    let errors = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{table}\n{errors}");
    println!("{table}");
}
