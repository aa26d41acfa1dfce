//! The page with the recovery code, to be printed and put away.

use holdfast_domain::document::{Block, Document, Emphasis, Paper, Text};
use holdfast_store::RecoveryCode;

use crate::App;
use crate::documents::{file_name, typesetting};
use crate::wire::AppError;

impl App {
    /// The page with the recovery code as a PDF, and the name proposed for it.
    ///
    /// # Errors
    /// `WrongRecoveryCode` where it cannot be one; `TypesettingFailed`.
    pub fn recovery_sheet(&self, code: &str) -> Result<(String, Vec<u8>), AppError> {
        let code = RecoveryCode::read(code)?;
        let document = self.sheet(&code.shown());
        let pdf = holdfast_typeset::pdf(&document).map_err(typesetting)?;
        let day = self.today_day().to_string();
        Ok((file_name("Recovery code", "for Holdfast", &day, "pdf"), pdf.bytes))
    }

    fn sheet(&self, code: &str) -> Document {
        let day = self.today_day();
        let name = self.path().file_name().unwrap_or_default().to_string_lossy();
        let said = |text: &str| Block::Paragraph(Text::plain(text));
        let title = "Recovery code for Holdfast".to_owned();
        let mut blocks = vec![
            Block::Heading { level: 1, text: title.clone() },
            said(
                "This code opens your record if the passphrase is forgotten. Print this page and \
                 put it where you keep what matters, away from the computer. Then delete the file.",
            ),
        ];
        // Two groups a line stay large, and are found again while they are typed.
        let groups: Vec<&str> = code.split('-').collect();
        blocks.extend(
            groups.chunks(2).map(|pair| Block::Heading { level: 2, text: pair.join(" \u{2013} ") }),
        );
        blocks.extend([
            said(
                "To use it, open Holdfast and choose to unlock with the recovery code. Small or \
                 capital letters, spaces and dashes make no difference; O counts as zero, I and L \
                 as one.",
            ),
            Block::Facts(vec![
                ("Record".to_owned(), Text::plain(name)),
                ("Made on".to_owned(), Text::plain(day.format("%-d %B %Y").to_string())),
            ]),
            Block::Remark(Text::default().and(
                "Whoever has this code and your files can read everything in them. A new code, \
                 under Settings, makes this one worthless for the files as they are from then on. \
                 Nobody else has a copy: without the passphrase and without this code, nothing can \
                 open the record again.",
                Emphasis::Quiet,
            )),
        ]);
        Document {
            running_head: title.clone(),
            title,
            author: String::new(),
            language: "en".to_owned(),
            paper: Paper::A4,
            dated: day,
            blocks,
            attachments: Vec::new(),
        }
    }
}
