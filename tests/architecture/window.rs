//! What the window may do, as it stands in the committed files. A change of these lists is a change
//! of what a page that was taken over could reach, so it is made here too, knowingly.

use holdfast_tests::project_folder;
use serde_json::Value;

use crate::workspace::{list, sources, text};

/// The content security policy, a directive a line.
const POLICY: &[(&str, &str)] = &[
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("font-src", "'self'"),
    ("img-src", "'self' blob: data:"),
    ("connect-src", "ipc: http://ipc.localhost"),
    ("worker-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
    ("frame-ancestors", "'none'"),
    ("require-trusted-types-for", "'script'"),
    ("trusted-types", "svelte-trusted-html"),
];

fn json(path: &str) -> Value {
    let file = std::fs::read_to_string(project_folder().join(path)).expect("the file is there");
    serde_json::from_str(&file).expect("it is JSON")
}

#[test]
fn the_page_may_load_and_reach_nothing_but_itself() {
    let settings = json("src-tauri/tauri.conf.json");
    let security = &settings["app"]["security"];
    let policy = text(&security["csp"]).split("; ").filter_map(|it| it.split_once(' '));
    assert_eq!(policy.collect::<Vec<_>>(), POLICY, "the policy is the one that was agreed");
    assert!(!text(&security["csp"]).contains("unsafe"), "nothing in it is unsafe");
    assert_eq!(settings["app"]["withGlobalTauri"], false, "scripts find no handle on the program");
    assert_eq!(security["capabilities"], serde_json::json!(["window"]), "one set of rights");
    let known = ["capabilities", "freezePrototype", "csp"];
    let others: Vec<_> = security.as_object().expect("an object").keys().collect();
    assert!(others.iter().all(|key| known.contains(&key.as_str())), "no other door: {others:?}");
}

#[test]
fn the_window_has_rights_to_named_commands_and_to_nothing_of_tauri() {
    let folder = project_folder().join("src-tauri/capabilities");
    let files = std::fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file"));
    let names: Vec<_> = files.map(|file| file.file_name()).collect();
    assert_eq!(names, ["window.json"], "one file of rights");
    let rights = json("src-tauri/capabilities/window.json");
    let fields: Vec<_> = rights.as_object().expect("an object").keys().collect();
    let agreed = ["$schema", "description", "identifier", "permissions", "windows"];
    // A field such as `remote` would give the rights to a page of somebody else.
    assert!(fields.iter().all(|field| agreed.contains(&field.as_str())), "no more: {fields:?}");
    assert_eq!(rights["windows"], serde_json::json!(["main"]), "one window has them");
    for right in list(&rights["permissions"]) {
        let right = text(right);
        let command = right.strip_prefix("allow-").unwrap_or_default();
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
        assert!(!command.is_empty() && command.bytes().all(plain), "{right} is not a command");
    }
}

#[test]
fn no_command_takes_or_gives_a_path() {
    let commands = sources("src-tauri/src/commands", &[".rs"]);
    let mut seen = 0;
    for source in &commands {
        for command in source.text.split("#[tauri::command").skip(1) {
            let signature = command.split('{').next().unwrap_or_default();
            seen += 1;
            assert!(!signature.contains("Path"), "{}: {signature}", source.path);
        }
    }
    assert!(seen > 100, "the commands were read: {seen}");
}

/// How a page would open an address, or take text for markup.
const WAYS_OUT: &[&str] = &[
    "href=\"http",
    "href='http",
    "target=\"_blank\"",
    "window.open",
    "location.href =",
    "{@html",
    "innerHTML",
    "<iframe",
    "eval(",
];

#[test]
fn the_page_opens_no_address_and_takes_no_text_for_markup() {
    for source in sources("ui/src", &[".ts", ".svelte"]) {
        if source.path.ends_with(".test.ts") {
            continue;
        }
        for way in WAYS_OUT {
            assert!(!source.text.contains(way), "{} has {way}", source.path);
        }
    }
}
