//! Originals come back byte for byte, and a dossier is what was looked at.

use std::io::Write;

use holdfast_app::files;
use holdfast_app::wire::{
    AppError, Cited, CitedKind, Done, DossierChoice, DossierReader, ErrorCode, Evidence,
};

use crate::evidence::unsaid;
use crate::support::{Home, attach, call, id_of};

/// Says what a file shows.
fn say(home: &Home, id: &str, caption: &str) -> Result<Done, AppError> {
    home.app.save_evidence(&Evidence { caption: Some(caption.into()), ..unsaid(id) })
}

#[test]
fn an_original_is_kept_byte_for_byte_and_typed_by_its_content() {
    let (home, dispute) = Home::with_dispute();
    let pdf = b"%PDF-1.7\n\x00\x01\xff binary".to_vec();
    let id = attach(&home, &dispute, "../../holiday.jpg", &pdf, Vec::new());
    let shown = home.app.dispute(&dispute).expect("it is there").attachments[0].clone();
    assert_eq!(shown.media_type, "application/pdf", "the content decides, not the name");
    assert_eq!(shown.name, "../../holiday.jpg", "the name is shown as it was");
    assert_eq!(shown.sha256.len(), 64);
    let mut back = Vec::new();
    home.app.write_attachment(&id, &mut back).expect("given back");
    assert_eq!(back, pdf);
    assert!(home.app.verify().expect("looked").is_empty(), "the store is whole");
}

#[test]
fn an_attachment_belongs_to_its_event_or_claim() {
    let (home, dispute) = Home::with_dispute();
    let event = id_of(&home.app.log_call(&call(&dispute)).expect("accepted"));
    let of = Cited { kind: CitedKind::Event, id: event.clone() };
    attach(&home, &dispute, "note.txt", b"a note", vec![of]);
    let shown = home.app.evidence().expect("listed").attachments;
    let cited = &shown[0].citations[0];
    assert_eq!((cited.of.kind, &cited.of.id), (CitedKind::Event, &event), "the call rests on it");
    assert_eq!(cited.words, "Telephone call");
    assert_eq!(shown[0].media_type, "text/plain");
}

#[test]
fn a_caption_says_what_a_file_shows_and_can_be_taken_back() {
    let (home, dispute) = Home::with_dispute();
    let id = attach(&home, &dispute, "scan-0041.txt", b"a receipt", Vec::new());
    let shown = || home.app.evidence().expect("listed").attachments[0].clone();
    let original = shown();
    let done = say(&home, &id, "  The receipt of 1 June ").expect("accepted");
    assert_eq!(shown().caption.as_deref(), Some("The receipt of 1 June"));
    assert_eq!(shown().sha256, original.sha256, "the original is never touched");
    let refused = say(&home, &id, &"x".repeat(100_000)).expect_err("far too long");
    assert_eq!((refused.code, refused.problems[0].field.as_str()), (ErrorCode::Refused, "caption"));
    say(&home, &id, " ").expect("accepted");
    assert_eq!(shown().caption, None, "blanks take the words away");
    home.app.undo_last().expect("undone");
    assert_eq!(shown().caption.as_deref(), Some("The receipt of 1 June"));
    home.app.undo(&done.action.expect("something changed")).expect("undone");
    assert_eq!(shown(), original, "undo takes the words back");
}

pub(crate) fn choice(dispute: &str) -> DossierChoice {
    DossierChoice {
        dispute: dispute.into(),
        reader: DossierReader::Other,
        prepared_for: Some("The Ombudsman".into()),
        leave_out: Vec::new(),
        without: Vec::new(),
        show_accounts: false,
        us_letter: true,
        with_exhibits: false,
        covered: Vec::new(),
    }
}

#[test]
fn a_dossier_is_looked_at_page_by_page_and_saved_as_it_was_looked_at() {
    let (home, dispute) = Home::with_dispute();
    let preview = home.app.compose_dossier(&choice(&dispute)).expect("composed");
    assert!(preview.pages >= 2 && preview.missing.is_empty());
    assert_eq!((preview.width, preview.height), (612, 792), "US Letter in points");
    let page = home.app.document_page(&preview.id, 0, 300).expect("drawn");
    assert_eq!(&page[..4], b"\x89PNG");
    let (name, bytes) = home.app.document_file(&preview.id).expect("held");
    assert_eq!(name, "Dossier The lamp that hums 2026-06-20.pdf");
    let path = home.folder.path().join(name);
    files::write_bytes(&path, &bytes).expect("saved");
    assert!(std::fs::read(&path).expect("there").starts_with(b"%PDF-"));
    let next = home.app.compose_dossier(&choice(&dispute)).expect("composed");
    let gone = home.app.document_page(&preview.id, 0, 300).expect_err("another took its place");
    assert_eq!(gone.code, ErrorCode::PreviewGone);
    let (_, again) = home.app.document_file(&next.id).expect("held");
    assert_eq!(bytes, again, "the same record on the same day gives the same bytes");
}

#[test]
fn a_file_that_cannot_be_written_leaves_what_was_there() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("kept.pdf");
    files::write_bytes(&path, b"old").expect("saved");
    let fails = |_: &mut dyn Write| files::read(folder.path());
    assert!(files::write(&path, fails).is_err(), "a folder cannot be read");
    assert_eq!(std::fs::read(&path).expect("there"), b"old");
    assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 1, "no half file stays");
}

/// A picture of Windows, two pixels by two.
fn bmp() -> Vec<u8> {
    let mut file = b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0".to_vec();
    file.extend(b"\x28\0\0\0\x02\0\0\0\x02\0\0\0\x01\0\x18\0\0\0\0\0\x10\0\0\0");
    file.extend([0; 16]);
    file.extend([255, 0, 0, 0, 255, 0, 0, 0, 0, 0, 255, 9, 9, 9, 0, 0]);
    file
}

#[test]
fn a_dossier_has_the_exhibits_themselves_only_where_asked() {
    let (home, dispute) = Home::with_dispute();
    attach(&home, &dispute, "screen.bmp", &bmp(), Vec::new());
    attach(&home, &dispute, "note.txt", b"a note, kept as it is", Vec::new());
    let set = |with_exhibits| {
        let choice = DossierChoice { with_exhibits, ..choice(&dispute) };
        let preview = home.app.compose_dossier(&choice).expect("composed");
        let (_, bytes) = home.app.document_file(&preview.id).expect("held");
        (preview.pages, String::from_utf8_lossy(&bytes).into_owned())
    };
    let (pages, without) = set(false);
    let (more, within) = set(true);
    assert_eq!(more, pages + 2, "the picture and the note stand on pages of their own");
    let files = |pdf: &str| pdf.matches("/EmbeddedFile").count();
    assert_eq!(files(&without), 0, "an index alone gives nothing away");
    assert_eq!(files(&within), 2, "both originals are attached, shown or not");
    assert!(within.contains("/Image") && !without.contains("/Image"));
}
