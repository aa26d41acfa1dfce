//! What each reader gets of the same record, and what is covered for them.

use holdfast_domain::cover::Covered;
use holdfast_domain::document::COVERED;
use holdfast_domain::{DossierChoice, DossierReader};
use holdfast_dossier::{Options, Sections, compose};

use crate::family::Family;
use crate::{case, day, plain, printed_with};

fn options(family: &Family, reader: DossierReader) -> Options {
    let id = uuid::Uuid::nil().into();
    let preset = DossierChoice::preset(id, family.dispute.id, reader);
    Options { sections: Sections::without(&preset.without), ..Options::new(day("2026-06-20")) }
}

#[test]
fn a_reader_gets_what_is_theirs_to_know() {
    let mut family = Family::kettle();
    let quiet = family.contact(family.vendors[0].id, "Quiet Voice");
    family.helped(quiet, "2026-03-03", "Opened a door", true);
    let family = family;
    let has =
        |reader, words: &str| printed_with(&family, &options(&family, reader)).contains(words);
    use DossierReader::{Court, Issuer, Ombudsman, Other, Vendor};
    for (words, readers, why) in [
        ("# Who helped", &[Ombudsman, Other][..], "who helped inside is not for the other side"),
        ("Quiet Voice", &[Ombudsman, Other], "nor a name that only the help brings in"),
        ("# Steps of the household", &[Other], "plans are the household's own"),
        ("# Contact log", &[Ombudsman, Vendor, Court, Other], "an issuer decides on a payment"),
        ("# Chronology", &[Ombudsman, Vendor, Issuer, Court, Other], "everybody gets the facts"),
        ("# Money", &[Ombudsman, Vendor, Issuer, Court, Other], "and the sums"),
    ] {
        for reader in DossierReader::ALL {
            assert_eq!(has(*reader, words), readers.contains(reader), "{reader}: {words}: {why}");
        }
    }
}

#[test]
fn covered_words_stand_nowhere() {
    let family = Family::kettle();
    let title = family.dispute.title.clone();
    let mut options = options(&family, DossierReader::Other);
    let before = printed_with(&family, &options);
    assert!(
        before.contains("Copper & Pine") && before.contains(&title),
        "there is something to find"
    );
    options.covered = Covered::of(["copper pine", &title.to_uppercase()]);
    let document = compose(&case(&family), &options);
    let text = format!("{} {} {}", plain::text(&document), document.title, document.running_head);
    assert!(!text.contains("Pine") && !text.contains(&title), "{text}");
    assert!(text.contains(COVERED), "a bar stands there instead");
    assert!(text.contains("Where a solid bar stands, words are covered"), "and is explained");
    assert!(!before.contains("solid bar"), "where nothing is covered, nothing is said");
}
