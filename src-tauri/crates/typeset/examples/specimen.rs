//! Writes the specimen document on A4 and US Letter, to look at: `--example specimen -- FOLDER`.

#[path = "../tests/specimen/mod.rs"]
#[allow(dead_code, unreachable_pub, reason = "the tests use the rest")]
mod specimen;

use std::path::PathBuf;

use holdfast_domain::document::Paper;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder: PathBuf = std::env::args_os().nth(1).ok_or("name a folder")?.into();
    for (name, paper) in [("a4.pdf", Paper::A4), ("letter.pdf", Paper::UsLetter)] {
        let pdf = holdfast_typeset::pdf(&specimen::everything(paper))?;
        std::fs::write(folder.join(name), &pdf.bytes)?;
        println!("{name}: {} pages, missing {:?}", pdf.pages, pdf.missing);
    }
    Ok(())
}
