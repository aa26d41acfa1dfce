//! On a machine without a network: all works, and nothing even tries to reach another computer.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use holdfast_tests::{Find, Home, Setup, Window, program};

/// What is set where this test runs itself again, in a network namespace of its own.
const INSIDE: &str = "HOLDFAST_TEST_WITHOUT_A_NETWORK";

#[test]
fn without_a_network_everything_works_and_nothing_asks_for_one() {
    if std::env::var_os(INSIDE).is_none() {
        return run_again_without_a_network();
    }
    let routes = std::fs::read_to_string("/proc/net/route").expect("routes can be listed");
    assert_eq!(routes.lines().count(), 1, "there is no way out of here: {routes}");
    let home = Home::new();
    let calls = home.folder().join("calls.txt");
    let watched = watched(&home, "holdfast", &calls);
    let window = Window::open(Setup::at(home).program(watched).argument("--sample"));
    window.wait_for(&Find::any("navigation"));
    for place in ["Disputes", "Remedies", "People & vendors", "Letters", "Evidence", "Today"] {
        window.click(&Find::any("link").containing(place));
        window.wait_for(&Find::any("heading").containing(place));
    }
    let home = window.close();
    let opened = seen(&calls);
    assert!(opened.iter().any(|call| call.contains("AF_UNIX")), "the screen was connected to");
    // The driver of this test is spoken to over the machine's own loop, and there is no other.
    let is_driver = |call: &&String| call.contains("inet_addr(\"127.0.0.1\")");
    let abroad = opened.iter().filter(|call| call.contains("AF_INET") && !is_driver(call));
    let abroad: Vec<_> = abroad.collect();
    assert!(abroad.is_empty(), "the window asked for the network: {abroad:?}");
    the_command_line_asks_for_nothing(&home);
}

fn the_command_line_asks_for_nothing(home: &Home) {
    let calls = home.folder().join("cli-calls.txt");
    let watched = watched(home, "holdfast-cli", &calls);
    let story = holdfast_tests::project_folder().join("tests/fixtures/cancelled-crossing.json");
    let story = story.to_str().expect("a plain path");
    let pdf = home.folder().join("dossier.pdf");
    let pdf = pdf.to_str().expect("a plain path");
    let store = home.folder().join("scripted.db");
    for words in [
        &["import", story][..],
        &["owed"],
        &["due"],
        &["search", "refund"],
        &["dossier", "Cancelled crossing, refund taken back", "--to", pdf],
        &["verify"],
    ] {
        let mut command = Command::new(&watched);
        command.arg("--store").arg(&store).args(words);
        let output = command.output().expect("it starts");
        assert!(output.status.success(), "{words:?}: {output:?}");
    }
    assert_eq!(seen(&calls), Vec::<String>::new(), "it connects to nothing at all");
}

/// Runs this very test again where there is no network but the machine's own loop, over which the
/// window's driver is spoken to.
fn run_again_without_a_network() {
    let test = std::env::current_exe().expect("a running program knows where it lies");
    let name = "network::without_a_network_everything_works_and_nothing_asks_for_one";
    let inside = "ip link set lo up && exec \"$0\" \"$@\"";
    let mut command = Command::new("unshare");
    // Who may not make a namespace as they are may make one as somebody who may.
    command.args(["--user", "--map-root-user", "--net", "sh", "-c", inside]);
    command.arg(test).args([name, "--exact", "--nocapture"]).env(INSIDE, "1");
    let output = command.output().expect("unshare can be started");
    let said = String::from_utf8_lossy(&output.stdout);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}\n{error}");
}

/// A program that does what another does, and has each connection that it opens written down.
fn watched(home: &Home, name: &str, calls: &Path) -> std::path::PathBuf {
    let script = home.folder().join(format!("watched-{name}"));
    let (calls, program) = (calls.display(), program(name));
    let text = format!(
        "#!/bin/sh\nexec strace -f -qq -A -e trace=connect,sendto -e signal=none -o '{calls}' '{}' \"$@\"\n",
        program.display()
    );
    std::fs::write(&script, text).expect("written");
    let may_run = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(&script, may_run).expect("it may be run");
    script
}

/// The calls that were written down, those that only end what began before left out.
fn seen(calls: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(calls).expect("what was called was written down");
    let asks = |line: &&str| line.contains("connect(") || line.contains("sa_family");
    text.lines().filter(asks).map(str::to_owned).collect()
}
