//! Whether a printed file is fit for archives (PDF/A-3a) and for those who cannot see its pages
//! (PDF/UA-1), and whether its structure holds together.

mod structure;
mod widths;

use page_validation::{SafetyLimits, ValidationOptions, ValidationProfile, validate_pdf_bytes};

pub use structure::Structure;

/// Has a file judged by both standards, and checks what no judge looks at: that every sequence of
/// every page belongs to one element, and leads back to it. Gives the structure, for more questions.
///
/// # Panics
/// Where the file breaks a rule; the message begins with `why` and names every one that it breaks.
#[track_caller]
pub fn judged(bytes: &[u8], why: &str) -> Structure {
    for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
        // Without limits, since it would look at no table of more than 1,024 rows.
        let options = ValidationOptions::default().profile(profile);
        let options = options.limits(SafetyLimits::unlimited());
        let report = validate_pdf_bytes(bytes, &options).expect("the file can be judged");
        let failures = report.failures.iter().map(ToString::to_string);
        let failures: Vec<String> = failures.filter(|said| !is_misread(said)).collect();
        assert!(failures.is_empty(), "{why}: {}", failures.join("\n"));
        assert!(report.rules.total > 100, "{why}: only {} rules", report.rules.total);
    }
    widths::check(bytes, why);
    let structure = Structure::of(bytes);
    structure.check(why);
    structure
}

/// Whether the judge says that glyphs of a CFF program are of another width. It takes the first move
/// of a glyph for a width, and the dictionary of the range behind a glyph for the glyph's own;
/// [`widths`] looks at the same more closely.
fn is_misread(failure: &str) -> bool {
    failure.contains("in its embedded CIDFontType0C program but")
}
