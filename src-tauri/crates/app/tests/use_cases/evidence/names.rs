//! Names that people gave are shown and never used as paths; folders are taken as people mean them.

use holdfast_app::wire::EvidenceAdding;
use std::fs;

use holdfast_app::{Incoming, files};

use super::{add, added, evidence_of};
use crate::support::Home;

#[test]
fn a_name_is_shown_and_leads_nowhere() {
    let (home, dispute) = Home::with_dispute();
    let long = "n".repeat(5_000);
    for (name, shown) in [
        ("../../etc/passwd", "../../etc/passwd"),
        ("C:\\Users\\ida\\scan.pdf", "C:\\Users\\ida\\scan.pdf"),
        ("bell\u{7}\u{1b}[2Jand\nlines.txt", "bell[2Jandlines.txt"),
        ("invoice\u{202e}fdp.exe", "invoice\u{202e}fdp.exe"),
        ("فاتورة.pdf", "فاتورة.pdf"),
        (&long, &long[..300]),
        ("", "file"),
        ("\n", "file"),
    ] {
        let id = added(&home, &dispute, name, &format!("content of {name:?}"));
        let kept = home.app.attachment(&id).expect("shown");
        assert_eq!(kept.name, shown, "{name:?}");
    }
    let files = fs::read_dir(home.folder.path()).expect("listed").flatten();
    let strange =
        files.map(|it| it.file_name()).find(|it| !it.to_string_lossy().starts_with("home.db"));
    assert_eq!(strange, None, "no name became a file");
}

#[cfg(unix)]
#[test]
fn a_name_that_would_steer_a_terminal_is_shown_without_that_wherever_it_is_told() {
    let (home, dispute) = Home::with_dispute();
    let path = home.folder.path().join("a\u{1b}[2Jb.txt");
    fs::write(&path, b"").expect("written");
    let mut told = Vec::new();
    let done = home.app.add_evidence(
        &EvidenceAdding::to(&dispute),
        vec![Incoming::File(path)],
        &mut |how_far| {
            told.push(how_far.name);
            true
        },
    );
    let done = done.expect("accepted");
    assert_eq!(told, ["a[2Jb.txt"]);
    assert_eq!(done.left_out[0].name, "a[2Jb.txt");
    assert_eq!(done.left_out[0].error.values["name"], "a[2Jb.txt");
}

#[cfg(unix)]
#[test]
fn of_a_folder_all_is_taken_that_people_put_there() {
    let (home, dispute) = Home::with_dispute();
    let root = home.folder.path().join("shoe box");
    fs::create_dir_all(root.join("2026/June")).expect("made");
    fs::create_dir_all(root.join(".hidden")).expect("made");
    let outside = home.folder.path().join("private.txt");
    fs::write(&outside, "nobody chose this").expect("written");
    for name in [
        "b.txt",
        "a.txt",
        "2026/June/c.txt",
        ".hidden/d.txt",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
    ] {
        fs::write(root.join(name), name).expect("written");
    }
    std::os::unix::fs::symlink(&outside, root.join("link.txt")).expect("linked");
    std::os::unix::fs::symlink(&root, root.join("2026/round")).expect("linked");
    let done =
        add(&home, &EvidenceAdding::to(&dispute), std::slice::from_ref(&root)).expect("accepted");
    let names: Vec<_> = done.added.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["c.txt", "a.txt", "b.txt"], "no link, nothing hidden, by name");
    assert!(done.left_out.is_empty(), "what nobody put there is no failure: {:?}", done.left_out);
    let kept = evidence_of(&home, &dispute);
    assert!(kept.iter().all(|it| !it.name.contains('/')), "folders are forgotten");
}

#[test]
fn what_is_chosen_comes_in_the_order_chosen_and_an_empty_folder_is_nothing() {
    let folder = tempfile::tempdir().expect("made");
    fs::create_dir(folder.path().join("empty")).expect("made");
    let chosen = ["z.txt", "empty", "a.txt"].map(|name| folder.path().join(name));
    let gathered =
        files::gathered(&chosen).expect("not too many").into_iter().map(|one| match one {
            Incoming::File(path) => files::name(&path),
            Incoming::Pasted { name, .. } => panic!("{name} was not pasted"),
        });
    assert_eq!(gathered.collect::<Vec<_>>(), ["z.txt", "a.txt"]);
}
