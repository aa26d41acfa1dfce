//! Judges PDF files by PDF/A-3a and PDF/UA-1: `--example archive -- FILE…`.

use page_validation::{SafetyLimits, ValidationOptions, ValidationProfile, validate_pdf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for file in std::env::args_os().skip(1) {
        for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
            let options = ValidationOptions::default().profile(profile);
            let report = validate_pdf(&file, &options.limits(SafetyLimits::unlimited()))?;
            println!("{}: {report}", file.display());
        }
    }
    Ok(())
}
