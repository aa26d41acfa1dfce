//! Erasing for good: what a person is told, and that nothing of it goes along anywhere.

use std::path::Path;

use holdfast_app::App;
use holdfast_app::archives::Checked;
use holdfast_app::wire::{Deed, DeedState, EraseNoun, ErrorCode, FileKeeperKind};

use crate::support::*;

const NUMBER: &str = "4929 1234 5678 9012";
const FORMS: [&str; 2] = [NUMBER, "4929123456789012"];

/// A record with the number in a title, a note, a form and a file's text.
fn mistyped() -> (Home, String) {
    let (home, dispute) = Home::with_dispute();
    let mut typed = call(&dispute);
    typed.note = Some(format!("paid with {NUMBER}"));
    home.app.log_call(&typed).expect("a call is accepted");
    home.app.save_draft("edit:call", r#"{"note":"card 4929123456789012"}"#).expect("kept");
    // The file itself writes it otherwise: only the text that is read out of it has the number so.
    let page = "<html><body><p>Card 4929&#32;1234&#32;5678&#32;9012 was charged.</p></body></html>";
    attach(&home, &dispute, "bill.html", page.as_bytes(), Vec::new());
    (home, dispute)
}

/// The files below a folder that have the number.
fn having_it(folder: &Path) -> Vec<String> {
    let mut having = Vec::new();
    for entry in std::fs::read_dir(folder).expect("listed") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            having.extend(having_it(&path));
            continue;
        }
        let bytes = std::fs::read(&path).expect("read");
        let has = |form: &&&str| bytes.windows(form.len()).any(|at| at == form.as_bytes());
        let of = path.display().to_string();
        having.extend(FORMS.iter().filter(has).map(|form| format!("{form} in {of}")));
    }
    having
}

#[test]
fn a_look_says_where_and_what_keeps_it_and_nothing_of_it_goes_along_afterwards() {
    let (home, dispute) = mistyped();
    home.app.back_up_now().expect("backed up");
    let look = home.app.look_to_erase("4929123456789012").expect("looked");
    let found: Vec<_> = look.places.iter().map(|it| (it.noun, it.count)).collect();
    let wanted = [(EraseNoun::Note, 1), (EraseNoun::Draft, 1), (EraseNoun::Document, 1)];
    assert_eq!(found, wanted);
    let note = &look.places[0];
    assert_eq!(note.dispute.as_ref().map(|it| it.name.as_str()), Some("The lamp that hums"));
    assert_eq!(
        (note.excerpts[0].before.as_str(), note.excerpts[0].words.as_str()),
        ("paid with ", NUMBER)
    );
    assert_eq!(look.places[2].name.as_deref(), Some("bill.html"));
    let kept: Vec<_> = look.keepers.iter().map(|it| (it.kind, it.name.as_str())).collect();
    assert_eq!(kept, [(FileKeeperKind::File, "bill.html")]);
    assert_eq!((look.backups.count, look.backups.oldest.as_deref()), (1, Some(TODAY)));

    let done = home.app.erase_words(NUMBER).expect("erased");
    assert_eq!((done.places, done.is_clean, done.backups.count), (3, true, 1));
    assert_eq!(home.app.verify().expect("verified"), Vec::<String>::new());
    let still = having_it(home.folder.path());
    assert!(!still.is_empty() && still.iter().all(|it| it.contains("backups")), "{still:?}");
    assert_eq!(home.app.renew_backups().expect("renewed").removed, 0, "made in the same second");
    let (out, archive) = (home.folder.path().join("Marlow"), home.folder.path().join("a.holdfast"));
    home.app.save_folder(&out).expect("written");
    home.app.save_archive(&archive, None).expect("written");
    let to = home.folder.path().join("to");
    std::fs::create_dir(&to).expect("made");
    let path = to.join("home.db");
    Checked::open(&archive, None)
        .and_then(|it| it.take(&path, None, clock(), false))
        .expect("taken");
    assert_eq!(having_it(home.folder.path()), Vec::<String>::new());
    let taken = App::open(&path, clock()).expect("it opens");
    assert_eq!(taken.verify().expect("verified"), Vec::<String>::new());
    let page = taken.journal(None).expect("listed");
    assert_eq!((page.lines[0].deed, page.lines[0].state), (Some(Deed::Erase), DeedState::ForGood));
    assert!(!dispute.is_empty());
}

#[test]
fn an_erasure_is_stepped_over_by_undo_and_never_undone_itself() {
    let (home, _) = mistyped();
    home.app.erase_words(NUMBER).expect("erased");
    let last = home.app.journal(None).expect("listed").lines[0].action.clone();
    let refused = home.app.undo(&last).expect_err("it is for good");
    assert_eq!(refused.code, ErrorCode::NeverUndone);
    let undone = home.app.undo_last().expect("what was done before it");
    assert_eq!(undone.deed, Some(Deed::Attach));
}

#[test]
fn older_backups_go_only_when_that_is_asked_for() {
    let (home, _) = mistyped();
    home.app.back_up_now().expect("backed up");
    let home = home.reopened_at("2026-06-21T09:00:00-04:00");
    home.app.erase_words(NUMBER).expect("erased");
    assert_eq!(home.app.backups().len(), 1, "the one of before is there");
    let renewed = home.app.renew_backups().expect("renewed");
    assert_eq!((renewed.removed, renewed.not_reached), (1, None));
    let [only] = home.app.backups().try_into().expect("the new one");
    assert_eq!(only.on, "2026-06-21");
    assert_eq!(having_it(home.folder.path()), Vec::<String>::new());
}

#[test]
fn the_copies_in_a_second_folder_are_renewed_too_or_named() {
    let (home, _) = mistyped();
    let drive = tempfile::tempdir().expect("a folder");
    home.app.choose_backup_place(drive.path()).expect("chosen");
    assert!(!having_it(drive.path()).is_empty(), "it has what was copied there");
    let home = home.reopened_at("2026-06-21T09:00:00-04:00");
    let done = home.app.erase_words(NUMBER).expect("erased");
    assert!(done.backups.elsewhere.is_some(), "that is told");
    let away = drive.path().with_extension("away");
    std::fs::rename(drive.path(), &away).expect("unplugged");
    let renewed = home.app.renew_backups().expect("renewed");
    assert_eq!((renewed.removed, renewed.not_reached), (1, done.backups.elsewhere));
    std::fs::rename(&away, drive.path()).expect("plugged in");
    assert_eq!(home.app.renew_backups().expect("renewed").not_reached, None);
    assert_eq!(having_it(drive.path()), Vec::<String>::new());
}

#[test]
fn too_little_is_refused() {
    let (home, _) = mistyped();
    for (words, code) in [("a b", "too_short"), ("card [", "brackets"), ("erase", "the_mark")] {
        let refused = home.app.look_to_erase(words).expect_err("refused");
        assert_eq!(refused.problems[0].code, code, "{words}");
        assert!(home.app.erase_words(words).is_err(), "{words}");
    }
}

#[test]
fn a_file_that_came_after_the_backup_which_was_restored_is_found_by_its_words_and_goes_as_a_whole()
{
    let (home, dispute) = Home::with_dispute();
    home.app.back_up_now().expect("backed up");
    let before = home.app.backups()[0].id.clone();
    attach(&home, &dispute, "bill.txt", format!("Card {NUMBER}").as_bytes(), Vec::new());
    home.app.read_documents().expect("read");
    let Home { app, folder, .. } = home;
    let path = app.path().to_owned();
    drop(app);
    App::restore_backup(&path, None, &before, clock()).expect("restored");

    let app = App::open(&path, clock()).expect("it opens");
    let look = app.look_to_erase(NUMBER).expect("looked");
    let found: Vec<_> = look.places.iter().map(|it| (it.noun, it.name.clone())).collect();
    assert_eq!(found, [(EraseNoun::Unnamed, None)]);
    assert_eq!(look.keepers, [], "nobody could ask for it by itself");
    let done = app.erase_words(NUMBER).expect("erased");
    assert_eq!((done.places, done.is_clean), (1, true));
    assert_eq!(app.verify().expect("verified"), Vec::<String>::new());
    let still = having_it(folder.path());
    assert!(still.iter().all(|it| it.contains("backups")), "{still:?}");
    let line = &app.journal(None).expect("listed").lines[0];
    assert_eq!((line.deed, line.state), (Some(Deed::Erase), DeedState::ForGood));
}
