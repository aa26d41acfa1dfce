//! Writes letters in every form, to look at: `--example letters -- FOLDER`.

#[path = "../tests/specimen/mod.rs"]
#[allow(dead_code, unreachable_pub, reason = "the tests use the rest")]
mod specimen;

use std::path::PathBuf;

use specimen::letters;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder: PathBuf = std::env::args_os().nth(1).ok_or("name a folder")?.into();
    for form in letters::FORMS {
        let cases = [
            ("short", letters::letter(letters::head(form), 0)),
            ("full", letters::letter(letters::head(form), 3)),
            ("long", letters::letter(letters::head(form), 16)),
            ("address", letters::letter(letters::long_head(form), 1)),
            ("right", letters::letter(letters::head_from_the_right(form), 1)),
        ];
        for (name, letter) in cases {
            let pdf = holdfast_typeset::pdf(&letter)?;
            let name = format!("{form:?}-{name}.pdf");
            std::fs::write(folder.join(&name), &pdf.bytes)?;
            println!("{name}: {} pages, missing {:?}", pdf.pages, pdf.missing);
        }
    }
    Ok(())
}
