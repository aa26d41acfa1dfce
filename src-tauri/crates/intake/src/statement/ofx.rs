//! OFX and QFX: version 1, which is SGML, and version 2, which is XML.
//!
//! Version 1 has a reader of our own. It is no XML: values end where the next tag begins, and which
//! elements need an end is known only from the standard's tables. The libraries that there are turn
//! it into XML first and then insist on the tables; of files that banks really send they refuse
//! most (heads on one line or absent, `<MEMO/>`, empty fields, `+1 006,60`), and say no line.
//! Splitting such a file into tags takes less code (`sgml`) than repairing it for them would.
//!
//! Both versions come together in `fold`, which gives each aggregate with its fields when it ends,
//! and `draft` makes transactions and statements of them.
//!
//! Source: OFX 1.0.2 and 2.2, chapters 2 (format), 3.2.7 (amounts and their signs), 3.2.8 (dates)
//! and 11.4 (statements).

mod draft;
mod fields;
mod fold;
mod sgml;
mod transaction;

use super::problem::{Problem, ProblemCode};
use super::xml::{Token, Xml};
use super::{Found, How, form};

use draft::Drafts;
use fold::Fold;

/// Reads a file of either version.
pub(super) fn read(text: &str, how: &How) -> Found {
    let root = "<OFX";
    let is_root = |at: &usize| {
        text.get(*at..at + root.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(root))
    };
    let Some(start) = text.match_indices('<').map(|(at, _)| at).find(is_root) else {
        return Found::refused(Problem::error(ProblemCode::NoStatement, Some(1), "OFX"));
    };
    let capitals = form::head(&text[..start]).to_ascii_uppercase();
    let is_xml = ["<?XML", "<?OFX"].iter().any(|mark| capitals.contains(mark));
    let mut fold = Fold::new(Drafts::new(how.currency));
    let outcome =
        if is_xml { elements(text, &mut fold) } else { sgml::tags(text, start, &mut fold) };
    match outcome {
        Ok(()) => fold.finish().found(),
        Err(problem) => Found::refused(problem),
    }
}

/// Hands the elements of version 2 on.
fn elements<'a>(text: &'a str, fold: &mut Fold<'a>) -> Result<(), Problem> {
    let mut xml = Xml::of(text);
    let mut names = Vec::new();
    while let Some(token) = xml.next()? {
        match token {
            Token::Open(element) => {
                names.push(element.name);
                fold.open(element.name, element.line)?;
            }
            Token::Text(text) => {
                let line = xml.line();
                fold.text(&text, line)?;
            }
            Token::Close => {
                let line = xml.line();
                if let Some(name) = names.pop() {
                    fold.close(name, line)?;
                }
            }
        }
    }
    Ok(())
}
