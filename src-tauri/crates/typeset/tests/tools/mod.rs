//! Asking other programs about a PDF file.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use holdfast_typeset::Pdf;
use tempfile::TempDir;

/// A PDF file on disk.
pub struct File {
    _folder: TempDir,
    path: PathBuf,
}

/// A font as `pdffonts` lists it.
#[derive(Debug)]
pub struct Font {
    pub name: String,
    pub embedded: bool,
    pub subset: bool,
    pub unicode: bool,
}

/// A word and where it stands, in points from the page's upper left corner.
#[derive(Debug)]
pub struct Word {
    pub text: String,
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl File {
    pub fn of(pdf: &Pdf) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("document.pdf");
        std::fs::write(&path, &pdf.bytes).expect("writing the file");
        Self { _folder: folder, path }
    }

    /// What a program prints about the file; it must be installed and must find nothing wrong.
    fn ask(&self, program: &str, before: &[&str], after: &[&str]) -> String {
        let output =
            Command::new(program).args(before).arg(&self.path).args(after).output().unwrap_or_else(
                |why| panic!("{program} cannot be run ({why}): install poppler-utils and qpdf"),
            );
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{program} failed: {errors}");
        assert!(errors.trim().is_empty(), "{program} complains: {errors}");
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    pub fn text(&self) -> String {
        self.ask("pdftotext", &["-enc", "UTF-8"], &["-"])
    }

    /// The text of a page, counted from 1.
    pub fn page_text(&self, page: usize) -> String {
        let page = page.to_string();
        self.ask("pdftotext", &["-enc", "UTF-8", "-f", &page, "-l", &page], &["-"])
    }

    /// The words of a page, counted from 1, and their places.
    pub fn words(&self, page: usize) -> Vec<Word> {
        let page = page.to_string();
        let listed = self.ask("pdftotext", &["-bbox", "-f", &page, "-l", &page], &["-"]);
        let words = listed.lines().filter(|line| line.trim_start().starts_with("<word "));
        words
            .map(|line| {
                let number = |name: &str| -> f32 {
                    let value = line.split(&format!("{name}=\"")).nth(1).expect("an attribute");
                    value.split('"').next().and_then(|v| v.parse().ok()).expect("a number")
                };
                let text = line.split('>').nth(1).and_then(|rest| rest.split('<').next());
                Word {
                    text: text.expect("a text").to_owned(),
                    left: number("xMin"),
                    top: number("yMin"),
                    right: number("xMax"),
                    bottom: number("yMax"),
                }
            })
            .collect()
    }

    pub fn check(&self) {
        let said = self.ask("qpdf", &["--check"], &[]);
        assert!(said.contains("No syntax or stream encoding errors"), "qpdf says: {said}");
    }

    pub fn fonts(&self) -> Vec<Font> {
        let listed = self.ask("pdffonts", &[], &[]);
        listed
            .lines()
            .skip(2)
            .map(|line| {
                let words: Vec<&str> = line.split_whitespace().collect();
                let flags = &words[words.len() - 5..words.len() - 2];
                Font {
                    name: words[0].to_owned(),
                    embedded: flags[0] == "yes",
                    subset: flags[1] == "yes",
                    unicode: flags[2] == "yes",
                }
            })
            .collect()
    }

    pub fn info(&self) -> BTreeMap<String, String> {
        let listed = self.ask("pdfinfo", &[], &[]);
        let pairs = listed.lines().filter_map(|line| line.split_once(':'));
        pairs.map(|(name, value)| (name.to_owned(), value.trim().to_owned())).collect()
    }

    pub fn json(&self) -> String {
        self.ask("qpdf", &["--json"], &[])
    }

    /// The file with its pages' operations readable.
    pub fn uncompressed(&self) -> String {
        let options = ["--stream-data=uncompress", "--object-streams=disable"];
        let out = Command::new("qpdf").args(options).arg(&self.path).arg("-").output();
        let out = out.unwrap_or_else(|why| panic!("qpdf cannot be run ({why}): install qpdf"));
        String::from_utf8_lossy(&out.stdout).into_owned()
    }

    /// The bookmarks: how deep, what they say, which page (from 1) they lead to.
    pub fn outline(&self) -> Vec<(usize, String, usize)> {
        let json = self.ask("qpdf", &["--json", "--json-key=outlines"], &[]);
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let mut found = Vec::new();
        collect(&json["outlines"], 1, &mut found);
        found
    }
}

fn collect(items: &serde_json::Value, depth: usize, found: &mut Vec<(usize, String, usize)>) {
    for item in items.as_array().into_iter().flatten() {
        let title = item["title"].as_str().expect("a title").to_owned();
        let page = item["destpageposfrom1"].as_u64().expect("a page") as usize;
        found.push((depth, title, page));
        collect(&item["kids"], depth + 1, found);
    }
}
