//! Hand-over archives: what comes out is what went in, and what is not sound is refused whole.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use holdfast_app::App;
use holdfast_app::archives::Checked;
use holdfast_app::wire::{AppError, ArchiveTaken, ErrorCode};
use holdfast_intake::archive::{Archive, ArchiveWriter, Cell, Made, Part, Problem};
use holdfast_store::{Opening, Plain, Store};

use crate::support::*;

/// The sample household with more of everything: files, a form being typed, a choice, something
/// undone and something in the bin.
fn household(folder: &Path) -> App {
    let app = App::open_sample(&folder.join("home.db"), clock()).expect("the sample opens");
    let home = Home { app, folder: tempfile::tempdir().expect("a folder") };
    let dispute = id_of(&home.app.start_dispute(&new_dispute()).expect("accepted"));
    attach(&home, &dispute, "bill.txt", b"80.00 for a lamp", Vec::new());
    attach(&home, &dispute, "large.bin", &[7; 600_000], Vec::new());
    attach(&home, &dispute, "empty.txt", b"\n", Vec::new());
    home.app.log_call(&call(&dispute)).expect("accepted");
    home.app.undo_last().expect("undone");
    home.app.save_draft("edit:call", "half a \u{0}sentence\n").expect("kept");
    home.app.want_reminders(false).expect("kept");
    home.app
}

type Tables = BTreeMap<String, Vec<Vec<Plain>>>;
type Originals = BTreeMap<String, Vec<u8>>;

/// Every row of every table, and every original.
fn all(path: &Path) -> (Tables, Originals) {
    let opening = Opening { now: clock().now(), device: "here".to_owned(), key: None };
    let store = Store::open(path, &opening).expect("it opens");
    let reader = store.reader().expect("a view");
    let mut tables = BTreeMap::new();
    for table in reader.plain_tables().expect("listed") {
        let mut rows = Vec::new();
        let read = reader.plain_rows(&table, |row| {
            rows.push(row.to_vec());
            Ok::<_, holdfast_store::StoreError>(())
        });
        read.expect("read");
        tables.insert(table.name, rows);
    }
    let mut originals = BTreeMap::new();
    for original in store.originals().expect("listed") {
        let mut bytes = Vec::new();
        store.read_original(original.sha256, &mut bytes).expect("sound");
        originals.insert(original.sha256.to_string(), bytes);
    }
    (tables, originals)
}

fn take(archive: &Path, to: &Path, replace: bool) -> Result<ArchiveTaken, AppError> {
    Checked::open(archive, None)?.take(to, None, clock(), replace)
}

fn entries(archive: &Path) -> Vec<holdfast_intake::archive::Listed> {
    let file = File::open(archive).expect("it opens");
    Archive::open(file).expect("it is sound").manifest().entries.clone()
}

#[test]
fn a_record_comes_out_of_an_archive_as_it_went_in() {
    let (old, new) =
        (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let app = household(old.path());
    let archive = old.path().join("marlow.holdfast");
    let saved = app.save_archive(&archive, None).expect("written");
    assert!(saved.disputes > 3 && saved.files >= 4, "{saved:?}");
    assert_eq!(saved.lacking, 0);
    drop(app);

    let path = new.path().join("home.db");
    let taken = take(&archive, &path, false).expect("taken in");
    assert_eq!((taken.look.disputes, taken.look.files), (saved.disputes, saved.files));
    assert_eq!((taken.kept, taken.unjournalled), (None, 0), "nothing was there");
    assert_eq!(names(new.path()), ["home.db", "home.db-evidence", "home.db-lock"]);
    let (before, after) = (all(&old.path().join("home.db")), all(&path));
    for (table, rows) in &before.0 {
        assert_eq!(Some(rows), after.0.get(table), "{table}");
    }
    assert!(before == after, "nothing more and nothing else");
    assert!(!before.0["change"].is_empty() && !before.0["draft"].is_empty());

    let app = App::open(&path, clock()).expect("it opens");
    assert_eq!(app.verify().expect("verified"), Vec::<String>::new());
    let found = app.disputes_answer(None).expect("listed");
    assert_eq!(found.disputes.len(), usize::try_from(saved.disputes).expect("few"));
    let again = new.path().join("again.holdfast");
    app.save_archive(&again, None).expect("written");
    assert_eq!(entries(&archive), entries(&again), "and the same comes out again");
}

#[test]
fn an_archive_is_never_mixed_into_a_record_that_holds_something() {
    let (other, _) = Home::with_dispute();
    let archive = other.folder.path().join("other.holdfast");
    other.app.save_archive(&archive, None).expect("written");
    let Home { app, folder } = Home::with_dispute().0;
    let path = app.path().to_owned();
    let open = take(&archive, &path, true).expect_err("it is open");
    assert_eq!(open.code, ErrorCode::StoreInUse);
    drop(app);
    let before = all(&path);
    let refused = take(&archive, &path, false).expect_err("it holds something");
    assert_eq!(refused.code, ErrorCode::RecordHoldsSomething);
    assert!(all(&path) == before, "it is as it was");

    let taken = take(&archive, &path, true).expect("that was asked for");
    let kept = taken.kept.expect("what was there is kept");
    let Home { app, folder: elsewhere } = other;
    drop(app);
    assert!(all(&path) == all(&elsewhere.path().join("home.db")), "it is the other one now");
    App::restore_backup(&path, None, &kept, clock()).expect("restored");
    assert!(all(&path).0 == before.0, "and can be had again");
    drop(folder);
}

/// An archive of one household, made by hand.
struct Draft {
    schema: i32,
    tables: BTreeMap<String, (Vec<String>, Vec<Vec<Cell>>)>,
    originals: Vec<Vec<u8>>,
    lacking: Vec<holdfast_domain::Sha256>,
}

impl Draft {
    /// What the archive of a record with one dispute and one file holds.
    fn new() -> Self {
        let (home, dispute) = Home::with_dispute();
        attach(&home, &dispute, "bill.txt", b"80.00", Vec::new());
        let path = home.folder.path().join("a.holdfast");
        home.app.save_archive(&path, None).expect("written");
        let mut archive = Archive::open(File::open(path).expect("open")).expect("sound");
        let mut draft = Self {
            schema: archive.manifest().made.schema,
            tables: BTreeMap::new(),
            originals: vec![b"80.00".to_vec()],
            lacking: Vec::new(),
        };
        let parts: Vec<Part> =
            archive.manifest().entries.iter().map(|it| it.part.clone()).collect();
        for part in parts {
            if let Part::Table(table) = part {
                let rows = draft.tables.entry(table.clone()).or_default();
                let read = archive.rows(&table, |columns, cells| {
                    rows.0 = columns.to_vec();
                    rows.1.push(cells);
                    Ok::<_, Problem>(())
                });
                read.expect("read");
            }
        }
        draft
    }

    fn set(&mut self, table: &str, column: &str, cell: Cell) {
        let (columns, rows) = self.tables.get_mut(table).expect("there");
        let place = columns.iter().position(|it| it == column).expect("there");
        rows[0][place] = cell;
    }

    fn write(&self, path: &Path) {
        let mut archive = ArchiveWriter::new(Cursor::new(Vec::new()));
        for (table, (columns, rows)) in &self.tables {
            let put = archive.table(table, columns, |put| rows.iter().try_for_each(|row| put(row)));
            put.expect("written");
        }
        for original in &self.originals {
            let hash = hash(original);
            let written = archive.original(hash, |out| {
                std::io::Write::write_all(out, original).map_err(Problem::of_io)
            });
            written.expect("written");
        }
        let made = Made {
            schema: self.schema,
            at: "2026-06-20T13:00:00Z".to_owned(),
            by: "a test".to_owned(),
            lacking: self.lacking.clone(),
        };
        let bytes = archive.finish(made).expect("written").into_inner();
        std::fs::write(path, bytes).expect("written");
    }
}

/// The name of an original, as the store finds it.
fn hash(content: &[u8]) -> holdfast_domain::Sha256 {
    let folder = tempfile::tempdir().expect("a folder");
    let opening = Opening { now: clock().now(), device: "here".to_owned(), key: None };
    let store = Store::open(&folder.path().join("x.db"), &opening).expect("opens");
    store.store_original(content, 1 << 20).expect("kept").sha256
}

type Harm = fn(&mut Draft);

#[test]
fn rows_that_make_no_sound_record_are_refused_and_nothing_is_written() {
    let harms: [(&str, &str, Harm); 13] = [
        ("a table that there is not", "unknown_table", |it| {
            it.tables.insert("sqlite_schema".into(), Default::default());
        }),
        ("the search index", "unknown_table", |it| {
            it.tables.insert("search_entry".into(), Default::default());
        }),
        ("a table that is missing", "missing_entry", |it| {
            it.tables.remove("claim");
        }),
        ("a column that there is not", "other_columns", |it| {
            it.tables.get_mut("dispute").expect("there").0[1] = "title\") VALUES (1); --".into();
        }),
        ("a column that is missing", "other_columns", |it| {
            let (columns, rows) = it.tables.get_mut("dispute").expect("there");
            columns.pop();
            rows.iter_mut().for_each(|row| drop(row.pop()));
        }),
        ("a number where text belongs", "not_accepted", |it| {
            it.set("claim", "amount_minor", Cell::Text("much".into()));
        }),
        ("nothing where something belongs", "not_accepted", |it| {
            it.set("dispute", "title", Cell::Nothing);
        }),
        ("a word that there is not", "not_accepted", |it| {
            it.set("vendor", "kind", Cell::Text("pirate".into()));
        }),
        ("a row twice", "not_accepted", |it| {
            let rows = &mut it.tables.get_mut("vendor").expect("there").1;
            rows.push(rows[0].clone());
        }),
        ("a name of what is not there", "dangling", |it| {
            it.set("claim", "vendor", Cell::Text("0198a8a0-0000-7000-8000-000000000000".into()));
        }),
        ("an original that is not there", "missing_original", |it| it.originals.clear()),
        ("a newer schema", "", |it| it.schema += 1),
        ("a much newer schema", "", |it| it.schema = i32::MAX),
    ];
    for (what, reason, harm) in harms {
        let folder = tempfile::tempdir().expect("a folder");
        let (archive, to) = (folder.path().join("a.holdfast"), folder.path().join("home.db"));
        let mut draft = Draft::new();
        harm(&mut draft);
        draft.write(&archive);
        let refused = take(&archive, &to, false).expect_err(what);
        if reason.is_empty() {
            assert_eq!(refused.code, ErrorCode::ArchiveNewer, "{what}");
        } else {
            assert_eq!(refused.code, ErrorCode::ArchiveRefused, "{what}: {refused:?}");
            assert_eq!(refused.values["reason"], reason, "{what}: {refused:?}");
        }
        assert_eq!(names(folder.path()), ["a.holdfast"], "{what}: nothing was written");
    }
}

#[test]
fn an_archive_of_an_older_schema_is_brought_up_to_this_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let archive = folder.path().join("a.holdfast");
    let mut draft = Draft::new();
    // These are the tables that the steps since the thirteenth made; they changed no other.
    draft.schema = 13;
    for table in ["refund_layout", "erased_original"] {
        assert!(draft.tables.remove(table).is_some(), "{table}");
    }
    draft.write(&archive);
    let to = folder.path().join("home.db");
    let taken = take(&archive, &to, false).expect("taken in");
    assert_eq!((taken.look.disputes, taken.unjournalled), (1, 0));
    assert!(all(&to).0.contains_key("refund_layout"), "the later steps were taken");
    let app = App::open(&to, clock()).expect("it opens");
    assert_eq!(app.verify().expect("verified"), Vec::<String>::new());
}

#[test]
fn a_record_that_lacks_an_original_or_its_history_is_taken_in_and_that_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let archive = folder.path().join("a.holdfast");
    let mut draft = Draft::new();
    draft.lacking = draft.originals.drain(..).map(|it| hash(&it)).collect();
    draft.set("dispute", "goal", Cell::Text("something else".into()));
    draft.write(&archive);
    let to: PathBuf = folder.path().join("home.db");
    let taken = take(&archive, &to, false).expect("what is left of a record is taken in");
    assert_eq!((taken.look.lacking, taken.unjournalled), (1, 1));
    let app = App::open(&to, clock()).expect("it opens");
    assert_eq!(app.verify().expect("verified").len(), 2, "and `verify` says it again");
    let again = folder.path().join("again.holdfast");
    assert_eq!(app.save_archive(&again, None).expect("written").lacking, 1);
}

#[test]
fn what_stood_there_stays_where_an_archive_cannot_be_written() {
    let (home, _) = Home::with_dispute();
    let gone = home.folder.path().join("gone").join("a.holdfast");
    let refused = home.app.save_archive(&gone, None).expect_err("there is no such folder");
    assert_eq!(refused.code, ErrorCode::Io);
    let folder = home.folder.path().join("b.holdfast");
    std::fs::create_dir(&folder).expect("made");
    home.app.save_archive(&folder, None).expect_err("it is a folder");
    assert_eq!(names(&folder), Vec::<String>::new());
}

#[test]
fn an_archive_with_a_passphrase_tells_nothing_without_it() {
    let (home, dispute) = Home::with_dispute();
    attach(&home, &dispute, "bill.txt", b"80.00 for a lamp", Vec::new());
    let archive = home.folder.path().join("sealed.holdfast");
    home.app.save_archive(&archive, Some("mild winds of may")).expect("written");
    let bytes = std::fs::read(&archive).expect("read");
    for plain in [&b"80.00 for a lamp"[..], b"The lamp that hums", b"manifest.json", b"records/"] {
        assert!(!bytes.windows(plain.len()).any(|it| it == plain), "{plain:?} can be read");
    }
    let open = |passphrase| Checked::open(&archive, passphrase).map(|_| ()).map_err(|it| it.code);
    assert_eq!(open(None), Err(ErrorCode::ArchiveSealed));
    assert_eq!(open(Some("mild winds of June")), Err(ErrorCode::ArchiveWrongPassphrase));
    let new = tempfile::tempdir().expect("a folder");
    let path = new.path().join("home.db");
    let checked = Checked::open(&archive, Some("mild winds of may")).expect("that is it");
    checked.take(&path, None, clock(), false).expect("taken in");
    let at = home.app.path().to_owned();
    let Home { app, folder } = home;
    drop(app);
    assert!(all(&path) == all(&at), "it is the same record");

    // One byte further on, or fewer of them: nothing is taken in.
    let mut changed = bytes.clone();
    let place = bytes.len() / 2;
    changed[place] ^= 1;
    for harmed in [&changed[..], &bytes[..bytes.len() - 1], &bytes[..300], &bytes[..60]] {
        let file = folder.path().join("harmed.holdfast");
        std::fs::write(&file, harmed).expect("written");
        let refused = Checked::open(&file, Some("mild winds of may")).map(|_| ());
        let code = refused.map_err(|it| it.code);
        assert!(
            matches!(code, Err(ErrorCode::ArchiveRefused | ErrorCode::Io)),
            "{} bytes: {code:?}",
            harmed.len()
        );
    }
    // A file that asks for days of work before it can be looked into.
    let text = String::from_utf8_lossy(&bytes[..200]).into_owned();
    let head = text.lines().nth(1).expect("who may read it");
    let work = head.replace(" 18", " 40");
    let at = text.find(head).expect("there");
    let greedy = [&bytes[..at], work.as_bytes(), &bytes[at + head.len()..]].concat();
    let file = folder.path().join("greedy.holdfast");
    std::fs::write(&file, greedy).expect("written");
    let refused = Checked::open(&file, Some("mild winds of may")).map(|_| ()).expect_err("refused");
    assert_eq!(refused.values["reason"], "too_much_work");
}
