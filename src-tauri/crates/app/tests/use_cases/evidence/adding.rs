//! Many at once: one action, each kept or said why not, and no original twice.

use holdfast_app::wire::{Cited, CitedKind, ErrorCode, EvidenceAdding};
use holdfast_app::{Incoming, files};

use super::{add, another, evidence_of, file};
use crate::support::{Home, call, id_of};

/// One byte more than is kept.
const TOO_LARGE: u64 = holdfast_app::evidence::LARGEST + 1;

#[test]
fn many_files_are_one_action_with_one_undo() {
    let (home, dispute) = Home::with_dispute();
    let before = home.app.export_household().expect("given out");
    let chosen = ["a.txt", "b.txt", "c.txt"].map(|name| file(&home, name, name.as_bytes()));
    let mut told = Vec::new();
    let done = home.app.add_evidence(
        &EvidenceAdding::to(&dispute),
        files::gathered(&chosen).expect("not too many"),
        &mut |how_far| {
            told.push((how_far.done, how_far.total, how_far.name));
            true
        },
    );
    let done = done.expect("accepted");
    assert_eq!(done.added.len(), 3, "each is named, in the order given");
    assert_eq!(done.added[0].name, "a.txt");
    assert!(!done.stopped && done.left_out.is_empty() && done.known.is_empty());
    let expected = [(0, 3, "a.txt"), (1, 3, "b.txt"), (2, 3, "c.txt")];
    assert_eq!(told, expected.map(|(done, of, name)| (done, of, name.to_owned())), "how far it is");
    let kept: Vec<_> = evidence_of(&home, &dispute).into_iter().map(|it| it.name).collect();
    assert_eq!(kept, ["a.txt", "b.txt", "c.txt"]);
    home.app.undo(&done.done.action.expect("it is an action")).expect("undone");
    assert_eq!(evidence_of(&home, &dispute), [], "one undo takes all of them back");
    assert_eq!(home.app.export_household().expect("given out"), before);
}

#[test]
fn the_same_original_is_kept_once_in_a_dispute_and_gains_what_rests_on_it() {
    let (home, dispute) = Home::with_dispute();
    let event = id_of(&home.app.log_call(&call(&dispute)).expect("accepted"));
    let first = add(&home, &EvidenceAdding::to(&dispute), &[file(&home, "scan.txt", b"receipt")])
        .expect("added");
    let resting = EvidenceAdding {
        cited: vec![Cited { kind: CitedKind::Event, id: event.clone() }],
        place: Some("the last line".into()),
        ..EvidenceAdding::to(&dispute)
    };
    let copy = [file(&home, "copy of scan.txt", b"receipt")];
    let again = add(&home, &resting, &copy).expect("accepted");
    assert!(again.added.is_empty(), "it is not doubled: {:?}", again.added);
    assert_eq!(again.known[0].name, "copy of scan.txt", "it is said of which file");
    assert_eq!(again.known[0].attachment, first.added[0], "and as what it is there");
    let kept = evidence_of(&home, &dispute);
    assert_eq!(kept.len(), 1);
    let cited = &kept[0].citations[0];
    assert_eq!((&cited.of.id, cited.place.as_deref()), (&event, Some("the last line")));

    let placeless = EvidenceAdding { place: None, ..resting };
    let third = add(&home, &placeless, &copy).expect("accepted");
    assert_eq!(third.done.action, None, "nothing is new, so there is nothing to undo");
    assert_eq!(evidence_of(&home, &dispute), kept, "a place that was said stays");
    home.app.undo(&again.done.action.expect("a citation is new")).expect("undone");
    let back = evidence_of(&home, &dispute);
    assert_eq!((back.len(), back[0].citations.len()), (1, 0), "the evidence itself stays");
}

#[test]
fn twice_in_one_go_is_once_too() {
    let (home, dispute) = Home::with_dispute();
    let chosen = ["a.txt", "b.txt"].map(|name| file(&home, name, b"the same"));
    let done = add(&home, &EvidenceAdding::to(&dispute), &chosen).expect("accepted");
    assert_eq!((done.added.len(), done.known.len()), (1, 1));
    assert_eq!(done.known[0].attachment, done.added[0]);
    assert_eq!(evidence_of(&home, &dispute).len(), 1);
}

#[test]
fn another_dispute_links_the_same_original_anew() {
    let (home, dispute) = Home::with_dispute();
    let other = another(&home);
    // Large enough that a second copy would show in the size of the file.
    let chosen = [file(&home, "scan.bin", &[7; 3_000_000])];
    add(&home, &EvidenceAdding::to(&dispute), &chosen).expect("accepted");
    let done = add(&home, &EvidenceAdding::to(&other), &chosen).expect("accepted");
    assert_eq!((done.added.len(), done.known.len()), (1, 0), "it is new to that dispute");
    let (here, there) = (evidence_of(&home, &dispute), evidence_of(&home, &other));
    assert_eq!(here[0].sha256, there[0].sha256);
    assert_ne!(here[0].id, there[0].id, "what is said of it in one is not said in the other");
    let home = home.reopened();
    let evidence = home.folder.path().join("home.db-evidence");
    let size = std::fs::metadata(evidence).expect("there").len();
    assert!(size < 5_000_000, "the original is stored once: {size} bytes");
}

#[test]
fn what_was_put_into_the_bin_can_be_added_again() {
    let (home, dispute) = Home::with_dispute();
    let chosen = [file(&home, "scan.txt", b"receipt")];
    let first = add(&home, &EvidenceAdding::to(&dispute), &chosen).expect("accepted");
    home.app.undo(&first.done.action.expect("an action")).expect("undone");
    let again = add(&home, &EvidenceAdding::to(&dispute), &chosen).expect("accepted");
    assert_eq!((again.added.len(), again.known.len()), (1, 0), "what is out of sight is not there");
    assert_eq!(evidence_of(&home, &dispute).len(), 1);
}

#[test]
fn what_cannot_be_kept_is_named_with_its_reason_and_the_rest_is_kept() {
    let (home, dispute) = Home::with_dispute();
    let large = home.folder.path().join("film.bin");
    // A file with a hole: it has the size, and takes no room.
    std::fs::File::create(&large).and_then(|it| it.set_len(TOO_LARGE)).expect("made");
    let chosen = [
        file(&home, "first.txt", b"first"),
        file(&home, "empty.txt", b""),
        large,
        home.folder.path().join("gone.txt"),
        file(&home, "last.txt", b"last"),
    ];
    let done = add(&home, &EvidenceAdding::to(&dispute), &chosen).expect("accepted");
    let left: Vec<_> =
        done.left_out.iter().map(|one| (one.name.as_str(), one.error.code)).collect();
    let expected = [
        ("empty.txt", ErrorCode::FileEmpty),
        ("film.bin", ErrorCode::FileTooLarge),
        ("gone.txt", ErrorCode::Io),
    ];
    assert_eq!(left, expected);
    assert_eq!(done.left_out[1].error.values["limit"], "250000000", "the sentence says the limit");
    let kept: Vec<_> = evidence_of(&home, &dispute).into_iter().map(|it| it.name).collect();
    assert_eq!(kept, ["first.txt", "last.txt"]);

    let none =
        add(&home, &EvidenceAdding::to(&dispute), &chosen[1..4]).expect("an answer, not a fault");
    assert_eq!((none.left_out.len(), none.done.action), (3, None), "nothing to undo");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let (home, dispute) = Home::with_dispute();
    let pipe = home.folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("started");
    assert!(made.success());
    let done = add(&home, &EvidenceAdding::to(&dispute), &[pipe]).expect("an answer");
    assert_eq!(done.left_out[0].error.code, ErrorCode::FileNotUnderstood);
}

#[test]
fn stopping_midway_keeps_what_was_read() {
    let (home, dispute) = Home::with_dispute();
    let chosen = ["a.txt", "b.txt", "c.txt"].map(|name| file(&home, name, name.as_bytes()));
    for (read, kept) in [(0, vec![]), (2, vec!["a.txt", "b.txt"])] {
        let mut watch = |how_far: holdfast_app::wire::EvidenceProgress| how_far.done < read;
        let done = home.app.add_evidence(
            &EvidenceAdding::to(&dispute),
            files::gathered(&chosen).expect("not too many"),
            &mut watch,
        );
        let done = done.expect("accepted");
        assert!(done.stopped, "it says that it did not come to the end");
        let names: Vec<_> = evidence_of(&home, &dispute).into_iter().map(|it| it.name).collect();
        assert_eq!(names, kept);
        assert_eq!(done.done.action.is_some(), read > 0, "there is something to undo, or not");
    }
}

#[test]
fn what_cannot_be_said_of_it_is_refused_before_anything_is_read() {
    let (home, dispute) = Home::with_dispute();
    let other = another(&home);
    let foreign = id_of(&home.app.log_call(&call(&other)).expect("accepted"));
    let long = || Some("x".repeat(100_000));
    let cases = [
        ("caption", EvidenceAdding { caption: long(), ..EvidenceAdding::to(&dispute) }),
        ("obtained", EvidenceAdding { obtained: long(), ..EvidenceAdding::to(&dispute) }),
        ("author", EvidenceAdding { author: long(), ..EvidenceAdding::to(&dispute) }),
        ("at", EvidenceAdding { at: Some("31 June".into()), ..EvidenceAdding::to(&dispute) }),
        (
            "cited",
            EvidenceAdding {
                cited: vec![Cited { kind: CitedKind::Event, id: foreign }],
                ..EvidenceAdding::to(&dispute)
            },
        ),
    ];
    for (field, adding) in cases {
        let one = vec![Incoming::Pasted { name: "note".into(), bytes: b"words".to_vec() }];
        let refused = home.app.add_evidence(&adding, one, &mut |_| {
            panic!("{field}: nobody waits for files that cannot be kept then");
        });
        let refused = refused.expect_err(field);
        assert_eq!(refused.code, ErrorCode::Refused, "{field}");
        assert_eq!(refused.problems[0].field, field);
    }
    assert_eq!(evidence_of(&home, &dispute), []);
}
