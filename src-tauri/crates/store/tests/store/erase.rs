//! Erasing for good: gone from every text and every byte, and everything else as it was.

use std::path::Path;

use holdfast_domain::{Letter, LetterTemplate, SentLetter};
use holdfast_store::{
    ErasedWords, NewAction, Opening, Passphrase, PlaceOf, Record, StillThere, Store, StoreError,
};
use rusqlite::Connection;

use crate::letters::{letter, sent};
use crate::round_trip::{enter, rich};
use crate::statements::{entry, statement_id, take_in};
use crate::support::*;

const CARD: &str = "4929 1234 5678 9012";

/// The forms in which the number stands somewhere, or might.
const FORMS: [&str; 4] =
    ["4929 1234 5678 9012", "4929123456789012", "4929-1234-5678-9012", "492912345678"];

fn words(words: &str) -> ErasedWords {
    ErasedWords::new(words).expect("words that can be erased")
}

fn erase_action(number: u128) -> NewAction {
    NewAction { what: "erase", about: String::new(), ..action(number) }
}

/// A household with the number in every sort of place, in this form or that.
fn mistyped() -> Home {
    let home = home();
    enter(&home, 1, &rich());
    let mut call = event(3, "2026-03-01");
    call.facts[0].text = format!("I gave them my card, {CARD}.");
    call.note = some("4929123456789012 was refused");
    home.write(10, |w| w.put_event(&call));
    call.facts[0].text = "I gave them my card.".to_owned();
    home.write(11, |w| w.put_event(&call));
    call.facts[0].text = "I gave them my card, 4929-1234-5678-9012, twice.".to_owned();
    home.write(12, |w| w.put_event(&call));
    let mut gone = event(4, "2026-03-02");
    gone.note = some(CARD);
    home.write(13, |w| w.put_event(&gone));
    home.write(14, |w| w.bin(event_id(4)));
    let about = NewAction { about: format!("card {CARD}"), ..action(15) };
    home.store.write(about, |w| w.put_vendor(&vendor(7))).expect("written");
    let form = format!(r#"{{"note":"paid with {CARD}","by":"phone"}}"#);
    home.store.put_draft("call", &form, now()).expect("kept");
    home.store.put_draft("dropped", &form, now()).expect("kept");
    home.store.drop_draft("dropped").expect("dropped");
    let original = home.store.store_original(&b"a scan of a letter"[..], 100).expect("stored");
    let mut scan = attachment(1, original);
    scan.caption = some("the letter with 4929 1234 5678 9012");
    home.write(16, |w| w.put_attachment(&scan));
    let pages = [(1, "one".to_owned()), (2, format!("Card\n{CARD}\nand 4929123456789012"))];
    home.store.keep_text(original.sha256, &pages).expect("kept");
    take_in(&home, 17, 1, &[entry("2026-03-05", -500, "CARD 4929123456789012 LAKESIDE")]);
    let went = Letter { request: some(CARD), ..letter(1) };
    home.write(18, |w| w.put_letter(&went));
    let text = format!("Dear all,\nmy card {CARD} was charged.");
    let letter_sent = SentLetter { text, ..sent(&home, 1) };
    home.write(19, |w| w.put_sent_letter(&letter_sent));
    let template = LetterTemplate {
        id: id(0x83, 9),
        kind: holdfast_domain::LetterKind::Complaint,
        name: some("mine"),
        text: format!("== subject\nCard {CARD}\n== request\n{{{{ total }}}}"),
    };
    home.write(20, |w| w.put_letter_template(&template));
    home
}

/// Where any of the forms stands in the bytes of the files below a folder.
fn found(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("listed") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(self::found(&path));
            continue;
        }
        let bytes = std::fs::read(&path).expect("read");
        let has = |form: &&&str| bytes.windows(form.len()).any(|at| at == form.as_bytes());
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        found.extend(FORMS.iter().filter(has).map(|form| format!("{form} in {name}")));
    }
    found
}

#[test]
fn nothing_of_it_is_left_in_any_byte_and_the_record_is_sound() {
    let home = mistyped();
    let folder = home.path.parent().expect("a folder").to_owned();
    home.store.back_up(wall("2026-11-22T18:15:00")).expect("backed up");
    let before = found(&folder);
    for file in ["home.db-wal", "home.db-evidence-wal", "2026-11-22"] {
        let there = |form: &str| before.iter().any(|it| it.starts_with(form) && it.contains(file));
        assert!(there(CARD) && there(FORMS[1]), "{file} has it before: {before:?}");
    }
    std::fs::remove_dir_all(folder.join("home.db-backups")).expect("removed");

    let looked = home.store.places_of(&words(CARD)).expect("looked");
    let erased = home.store.erase_words(&erase_action(90), &words(CARD)).expect("erased");
    assert!(erased.is_clean);
    assert_eq!(found(&folder), Vec::<String>::new(), "while it is open");
    assert_eq!(home.store.verify().expect("verified"), []);
    home.store.back_up(wall("2026-11-23T18:15:00")).expect("backed up");
    assert_eq!(found(&folder), Vec::<String>::new(), "with a new backup");
    let again = home.store.places_of(&words(CARD)).expect("looked");
    assert_eq!(again.places, []);
    let nothing = home.store.erase_words(&erase_action(91), &words(CARD)).expect("nothing");
    assert_eq!(nothing.places, 0, "there is nothing left to erase");

    let r = home.store.reader().expect("a view");
    let call = r.event(event_id(3)).expect("read").expect("it is there");
    assert_eq!(call.facts[0].text, "I gave them my card, [erased], twice.");
    assert_eq!(call.note.as_deref(), Some("[erased] was refused"));
    let draft = r.draft("call").expect("read").expect("it is there");
    assert_eq!(draft.text, r#"{"note":"paid with [erased]","by":"phone"}"#);
    let last = r.last_action().expect("read").expect("an action");
    assert_eq!((last.what.as_str(), last.about.as_str()), ("erase", ""), "and no second one");
    drop(r);
    let now = looked
        .places
        .iter()
        .filter(|place| !matches!(place.of, PlaceOf::Before(_) | PlaceOf::Journal));
    assert_eq!(erased.places, now.count(), "what was looked for is what was erased");
    let (_folder, path) = home.closed();
    drop(open(&path));
    assert_eq!(found(&folder), Vec::<String>::new(), "closed, and opened again");
}

#[test]
fn a_look_names_each_place_and_what_keeps_the_words() {
    let home = mistyped();
    let looked = home.store.places_of(&words("4929123456789012")).expect("looked");
    let of = |wanted: &dyn Fn(&PlaceOf) -> bool| {
        looked.places.iter().filter(|place| wanted(&place.of)).count()
    };
    assert_eq!(of(&|it| matches!(it, PlaceOf::Record(Record::Fact(_)))), 1);
    assert_eq!(of(&|it| matches!(it, PlaceOf::Record(Record::Event(_)))), 2, "one in the bin");
    assert_eq!(of(&|it| matches!(it, PlaceOf::Before(Record::Fact(_)))), 1, "the first version");
    assert_eq!(of(&|it| matches!(it, PlaceOf::Journal)), 1);
    assert_eq!(of(&|it| matches!(it, PlaceOf::Draft)), 1);
    assert_eq!(of(&|it| matches!(it, PlaceOf::Line(_))), 1);
    let document = looked.places.iter().find(|it| matches!(it.of, PlaceOf::Document(_)));
    assert_eq!(document.map(|it| it.times), Some(2));
    let fact = looked.places.iter().find(|it| matches!(it.of, PlaceOf::Record(Record::Fact(_))));
    let fact = fact.expect("found");
    let wanted = ["I gave them my card, ", "4929-1234-5678-9012", ", twice."];
    assert_eq!((fact.excerpt.each_ref().map(String::as_str), fact.in_bin), (wanted, false));
    assert_eq!(fact.dispute, Some(dispute_id(1)));
    let wanted = [
        StillThere::Attachment(id(0x70, 1)),
        StillThere::With(Record::SentLetter(id(0x82, 1))),
        StillThere::With(Record::Statement(statement_id(1))),
    ];
    let still: Vec<_> = wanted.iter().filter(|it| looked.still_there.contains(it)).collect();
    assert_eq!(still.len(), 3, "{:?}", looked.still_there);
}

#[test]
fn other_actions_are_undone_and_done_again_and_this_one_never_is() {
    let home = mistyped();
    home.store.erase_words(&erase_action(90), &words(CARD)).expect("erased");
    let refused = home.undo(91, 90);
    assert!(matches!(refused, Err(StoreError::ForGood { .. })), "{refused:?}");
    let text = |home: &Home| {
        let r = home.store.reader().expect("a view");
        r.event(event_id(3)).expect("read").expect("there").facts[0].text.clone()
    };
    home.undo(92, 12).expect("the last correction is taken back");
    assert_eq!(text(&home), "I gave them my card.");
    home.undo(93, 11).expect("and the first");
    assert_eq!(text(&home), "I gave them my card, [erased].", "what stood there is gone");
    home.undo(94, 93).expect("done again");
    home.undo(95, 92).expect("done again");
    assert_eq!(text(&home), "I gave them my card, [erased], twice.");
    home.undo(96, 14).expect("out of the bin");
    assert_eq!(home.store.verify().expect("verified"), []);
    assert!(home.store.places_of(&words(CARD)).expect("looked").places.is_empty());
}

#[test]
fn an_encrypted_record_is_erased_as_well() {
    let (folder, path) = mistyped().closed();
    let (key, _) = Store::encrypt(&path, &Passphrase::new("correct horse battery")).expect("done");
    let opening = Opening { key: Some(key), ..opening() };
    let store = Store::open(&path, &opening).expect("opens");
    let erased = store.erase_words(&erase_action(90), &words(CARD)).expect("erased");
    assert!(erased.is_clean && erased.places > 5, "{erased:?}");
    assert_eq!(store.verify().expect("verified"), []);
    drop(store);
    let secret = holdfast_store::Secret::Passphrase(Passphrase::new("correct horse battery"));
    Store::decrypt(&path, &secret).expect("decrypted");
    assert_eq!(found(folder.path()), Vec::<String>::new());
}

#[test]
fn what_is_only_added_to_is_only_changed_by_an_erasure_and_only_to_the_mark() {
    let (_folder, path) = mistyped().closed();
    let connection = Connection::open(&path).expect("open");
    let tries = [
        "UPDATE change SET before = '[erased]'",
        "UPDATE change SET after = 'another'",
        "UPDATE change SET field = 'note'",
        "UPDATE action SET about = '[erased]'",
        "UPDATE action SET at = ''",
        "UPDATE statement_line SET text = '[erased]'",
        "UPDATE statement_line SET amount_minor = 1",
        "UPDATE sent_letter SET text = '[erased]'",
        "UPDATE sent_letter SET sent_on = '2026-01-01'",
        "DELETE FROM change",
        "DELETE FROM action",
        "DELETE FROM statement_line",
    ];
    let allowed = |stage: &str| -> Vec<&str> {
        let done = tries.iter().filter(|sql| {
            connection.execute_batch("BEGIN").expect("begun");
            let insert = "INSERT INTO erasing (action, stage, pages) VALUES ('a', ?1, '[]')";
            if !stage.is_empty() {
                connection.execute(insert, [stage]).expect("a row");
            }
            let done = connection.execute_batch(sql);
            connection.execute_batch("ROLLBACK").expect("given up");
            done.is_ok()
        });
        done.copied().collect()
    };
    assert_eq!(allowed(""), Vec::<&str>::new());
    assert_eq!(allowed("cleaning"), Vec::<&str>::new(), "nor once it is committed");
    let wanted = [tries[0], tries[3], tries[5], tries[7]];
    assert_eq!(allowed("replacing"), wanted, "words become the mark, and nothing else changes");
}
