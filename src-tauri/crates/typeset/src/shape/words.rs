//! Text whose words can be shaped one by one, and a cache of them.

use std::collections::HashMap;
use std::rc::Rc;

use parley::OverflowWrap;

use super::{Forms, How, Run, Shaper, Styled, glyphs};
use crate::bar::{BAR, LENGTHENS};
use crate::fonts::Region;
use crate::page::Ink;

/// A part of text within which no line is broken unless it is too long for any line.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) run: Rc<Run>,
    pub(super) ink: Ink,
    /// Whether a line may end behind it.
    pub(super) breaks: bool,
}

/// What one space-ended piece of text was shaped into: runs, and whether a line may end behind each.
type Shaped = Rc<[(Rc<Run>, bool)]>;

/// Pieces that were shaped before, by manner.
#[derive(Default)]
pub(super) struct WordCache {
    by_manner: [HashMap<Box<str>, Shaped>; Forms::COUNT * 2],
}

/// Text with line ends made one and without characters that cannot stand in print. `before` is what
/// stands before it. A word at a line's end is followed by a space, as it is where a line is broken:
/// who hears or copies the words hears two of them.
pub(super) fn clean(text: &str, before: Option<char>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{B}' | '\u{C}' => {
                let last = out.chars().next_back().or(before);
                out.extend(last.is_some_and(|last| !last.is_whitespace()).then_some(' '));
                out.push('\n');
            }
            '\t' => out.push(' '),
            c if c == BAR[0] => out.extend(BAR),
            LENGTHENS => out.push('\u{FFFD}'),
            c if c.is_control() => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

/// The spans between line feeds. There is always at least one paragraph, perhaps empty.
pub(super) fn paragraphs(spans: &[(String, bool, Ink)]) -> Vec<Vec<Styled<'_>>> {
    let mut out = vec![Vec::new()];
    for (text, strong, ink) in spans {
        for (number, text) in text.split('\n').enumerate() {
            if number > 0 {
                out.push(Vec::new());
            }
            if let Some(last) = out.last_mut()
                && !text.is_empty()
            {
                last.push(Styled { text, strong: *strong, ink: *ink });
            }
        }
    }
    out
}

/// Whether every character is of a kind that runs from left to right and takes no shape from other
/// words, so that its words may be shaped alone and broken at spaces.
pub(super) fn stands_alone(text: &str) -> bool {
    text.chars().all(|c| {
        matches!(c,
            ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2AF}' | '\u{300}'..='\u{52F}'
            | '\u{1E00}'..='\u{1FFF}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}'
            | '\u{20A0}'..='\u{20BF}' | '\u{2100}'..='\u{23FF}' | '\u{FB00}'..='\u{FB06}'
            | LENGTHENS)
            || c == BAR[0]
    })
}

/// The text cut behind each group of spaces.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let word = rest.find(' ').unwrap_or(rest.len());
        let spaces = rest[word..].find(|c| c != ' ').unwrap_or(rest.len() - word);
        let (piece, behind) = rest.split_at(word + spaces);
        rest = behind;
        Some(piece)
    })
}

/// Whether a line must not begin with the piece (UAX 14, LB13).
fn clings(piece: &str) -> bool {
    piece.starts_with(['!', '?', ':', ';', '/', ')', ']', '}', '\u{BB}', '\u{2026}'])
}

/// Whether a word is read together with a figure behind it: a currency's code, `p.`, `Ex.`, `No.`.
fn leads(word: &str) -> bool {
    let word = word.strip_suffix(' ').unwrap_or(word);
    let is_code = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code || matches!(word, "p." | "pp." | "Ex." | "No." | "§" | "№")
}

fn starts_with_figure(piece: &str) -> bool {
    piece.trim_start_matches(['-', '−', '(']).starts_with(|c: char| c.is_ascii_digit())
}

impl Shaper {
    /// The words of a paragraph whose text stands alone.
    pub(super) fn words_of(&mut self, spans: &[Styled<'_>], forms: Forms) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        for span in spans {
            for piece in pieces(span.text) {
                if let Some(before) = words.last_mut()
                    && (clings(piece) || leads(&before.run.text) && starts_with_figure(piece))
                {
                    before.breaks = false;
                }
                for (run, breaks) in self.piece(piece, span.strong, forms).iter() {
                    words.push(Word { run: Rc::clone(run), ink: span.ink, breaks: *breaks });
                }
            }
        }
        words
    }

    /// A piece from the cache, or shaped.
    fn piece(&mut self, piece: &str, strong: bool, forms: Forms) -> Shaped {
        let manner = forms as usize * 2 + usize::from(strong);
        if let Some(known) = self.words.by_manner[manner].get(piece) {
            return Rc::clone(known);
        }
        let shaped = self.shape(piece, strong, forms);
        self.words.by_manner[manner].insert(piece.into(), Rc::clone(&shaped));
        shaped
    }

    /// Shapes a piece and cuts it wherever a line may end.
    fn shape(&mut self, piece: &str, strong: bool, forms: Forms) -> Shaped {
        let how = How {
            features: forms.features(),
            region: Region::Any,
            wrap: OverflowWrap::Normal,
            // Lines of no width end wherever they may.
            width: Some(0.0),
        };
        let span = Styled { text: piece, strong, ink: Ink::default() };
        let layout = self.layout(piece, &[span], how);
        let mut out = Vec::new();
        for line in layout.lines() {
            let (stretches, _) = glyphs::stretches(&line, piece, &self.fonts, &mut self.missing);
            out.extend(stretches.into_iter().map(|stretch| (stretch.run, false)));
            if let Some(last) = out.last_mut() {
                last.1 = true;
            }
        }
        if let Some(last) = out.last_mut() {
            last.1 = piece.ends_with(' ');
        }
        out.into()
    }
}
