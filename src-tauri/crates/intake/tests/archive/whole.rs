//! An archive that was written is read as it was, be it in a file or where one cannot go back.

use std::io::{Cursor, Read as _};

use holdfast_intake::archive::{ArchiveWriter, Cell, Made, Part, Problem};

use crate::check;
use crate::make::{BILL, good, hash, zip};

fn made() -> Made {
    Made {
        schema: 14,
        at: "2026-06-20T13:00:00.000Z".to_owned(),
        by: "Holdfast 0.1.0".to_owned(),
        lacking: vec![hash(b"gone").parse().expect("a hash")],
    }
}

fn columns() -> Vec<String> {
    ["id", "note"].map(str::to_owned).into()
}

fn rows() -> Vec<Vec<Cell>> {
    let text = |text: &str| Cell::Text(text.to_owned());
    vec![vec![text("a"), Cell::Nothing], vec![text("b"), text("=1+1\n\"é\"")]]
}

fn fill<W: std::io::Write + std::io::Seek>(mut archive: ArchiveWriter<W>) -> W {
    archive.text(Part::Guide, "what an archive is").expect("written");
    let put =
        archive.table("dispute", &columns(), |put| rows().iter().try_for_each(|row| put(row)));
    put.expect("written");
    archive.table("claim", &[], |_| Ok::<_, Problem>(())).expect("an empty one");
    let bill = hash(BILL).parse().expect("a hash");
    archive.original(bill, |out| out.write_all(BILL).map_err(Problem::of_io)).expect("written");
    archive.finish(made()).expect("written")
}

#[test]
fn what_was_written_is_read() {
    let file = fill(ArchiveWriter::new(Cursor::new(Vec::new()))).into_inner();
    let mut streamed = Vec::new();
    fill(ArchiveWriter::stream(&mut streamed));
    for bytes in [&file, &streamed] {
        let mut archive = check(bytes).expect("it is whole");
        assert_eq!(archive.manifest().made, made());
        assert_eq!(archive.manifest().entries.len(), 4);
        let mut found = Vec::new();
        let read = archive.rows("dispute", |names, cells| {
            assert_eq!(names, columns());
            found.push(cells);
            Ok::<_, Problem>(())
        });
        read.expect("read");
        assert_eq!(found, rows());
        let bill = Part::Original(hash(BILL).parse().expect("a hash"));
        let mut content = Vec::new();
        archive.content(&bill).expect("there").read_to_end(&mut content).expect("read");
        assert_eq!(content, BILL);
        let gone = archive.rows("vendor", |_, _| Ok::<_, Problem>(()));
        assert_eq!(gone.expect_err("not there").code.as_str(), "missing_entry");
    }
    let again = fill(ArchiveWriter::new(Cursor::new(Vec::new()))).into_inner();
    assert!(file == again, "the same record gives the same bytes");
}

#[test]
fn another_program_reads_what_was_written() {
    let file = fill(ArchiveWriter::new(Cursor::new(Vec::new()))).into_inner();
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("it is a zip");
    let mut text = String::new();
    let entry = archive.by_name("records/dispute.jsonl").expect("there").read_to_string(&mut text);
    entry.expect("it unpacks");
    assert_eq!(text.lines().next(), Some("{\"id\":\"a\",\"note\":null}"));
}

#[test]
fn an_archive_made_by_hand_is_taken() {
    check(&zip(&good())).map(|_| ()).expect("nothing is wrong with it");
}
