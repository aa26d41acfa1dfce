//! A dossier as other programs read it.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A PDF file on disk that `qpdf` finds no fault with.
pub(crate) struct Printed {
    file: PathBuf,
}

/// A word and where it stands on its page, in whole points from the left and from the top.
struct Word {
    left: u32,
    top: u32,
    text: String,
}

impl Printed {
    /// Saves and checks a file.
    pub(crate) fn save(bytes: &[u8], folder: &Path, name: &str) -> Self {
        let file = folder.join(name);
        std::fs::write(&file, bytes).expect("the folder can be written to");
        let said = ask(Command::new("qpdf").arg("--check").arg(&file), "qpdf");
        assert!(said.contains("No syntax or stream encoding errors"), "qpdf says: {said}");
        Self { file }
    }

    /// Checks that the chronology begins with a text, word for word and in its order.
    pub(crate) fn says(&self, text: &str) {
        let told = self.chronology();
        let mut told = told.iter();
        for word in text.split_whitespace() {
            // A word that is wider than its column is broken over lines.
            let mut read = String::new();
            while read.len() < word.len() {
                let part = told.next();
                read.push_str(part.unwrap_or_else(|| panic!("nothing is told after “{read}”")));
            }
            assert_eq!(read, word, "in {}", self.file.display());
        }
    }

    /// All that it says, as it is copied.
    pub(crate) fn text(&self) -> String {
        ask(Command::new("pdftotext").arg(&self.file).arg("-"), "poppler-utils")
    }

    /// The words of the column “What happened”, from the top of the table to its end.
    fn chronology(&self) -> Vec<String> {
        let pages = self.pages();
        let heads = |page: &&Vec<Word>| head(page).is_some();
        let of_table = pages.iter().skip_while(|page| !heads(page)).take_while(heads);
        let words = of_table.flat_map(|page| {
            let (top, columns) = head(page).unwrap_or_default();
            let within = |word: &&Word| word.top > top && columns.contains(&word.left);
            let mut words: Vec<_> = page.iter().filter(within).collect();
            words.sort_by_key(|word| (word.top, word.left));
            words
        });
        words.map(|word| word.text.clone()).collect()
    }

    /// The words of every page.
    fn pages(&self) -> Vec<Vec<Word>> {
        let said =
            ask(Command::new("pdftotext").arg("-bbox").arg(&self.file).arg("-"), "poppler-utils");
        said.split("<page ").skip(1).map(|page| page.lines().filter_map(word).collect()).collect()
    }
}

/// Where on a page the table's head stands, and from where to where its column goes.
fn head(page: &[Word]) -> Option<(u32, Range<u32>)> {
    let two = page.windows(2).find(|two| two[0].text == "What" && two[1].text == "happened")?;
    let (left, top) = (two[0].left, two[0].top);
    let next = page.iter().find(|word| word.text == "Source" && word.top == top)?;
    Some((top, left..next.left))
}

/// A line such as `<word xMin="71.0" yMin="84.2" xMax="90.1" yMax="95.0">said</word>`.
fn word(line: &str) -> Option<Word> {
    let line = line.trim().strip_prefix("<word ")?.strip_suffix("</word>")?;
    let (place, text) = line.split_once('>')?;
    let number = |name: &str| place.split(name).nth(1)?.split(['"', '.']).nth(1)?.parse().ok();
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'");
    Some(Word { left: number("xMin=")?, top: number("yMin=")?, text: text.replace("&amp;", "&") })
}

/// What a program prints; it must be installed and find nothing wrong.
fn ask(command: &mut Command, package: &str) -> String {
    let output = command.output().unwrap_or_else(|error| {
        let name = command.get_program().display();
        panic!("{name} cannot be started ({error}): sudo apt-get install {package}")
    });
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {said}{errors}", command.get_program().display());
    said
}
