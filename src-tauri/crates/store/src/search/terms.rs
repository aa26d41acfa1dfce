//! A text as terms: its words, pairs of neighbours where a script has no spaces, and behind them what
//! parts of it mean: sums, days, and words written in one piece.

use super::marks;
use holdfast_domain::fold::{fold, fold_letter, is_unspaced, joined};

/// The longest word in one piece that is kept beside its parts, in letters.
const LONGEST: usize = 40;

/// So many bytes of a text are looked at, which are some two hundred pages. Nobody has written more at
/// once; what was pasted may be anything.
const WHOLE: usize = 1 << 20;

/// A word, a row of figures, or one letter of a script without spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Folded.
    pub(super) text: String,
    /// Where it begins in the text, in bytes.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    pub(super) sort: Sort,
    /// Which of the stretches between spaces it is part of.
    pub(super) stretch: usize,
}

/// What a piece is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Letters,
    Figures,
    /// One letter of a script without spaces between words.
    Unspaced,
}

/// What is searched for, and where it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) text: String,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the first of two neighbours ends; else the same as `end`.
    pub(super) first_end: usize,
}

/// The terms of a text.
#[derive(Debug, Default)]
pub(super) struct Terms {
    /// One behind the other, as they stand in the text.
    pub(super) row: Vec<Term>,
    /// Meanings, which have no neighbours.
    pub(super) meanings: Vec<Term>,
}

impl Terms {
    /// The terms of a text that a person or a machine wrote.
    pub(super) fn of(text: &str) -> Self {
        let text = &text[..text.floor_char_boundary(WHOLE)];
        let pieces = pieces(text);
        let mut meanings = in_one_piece(&pieces);
        meanings.extend(written_out(text, &pieces));
        meanings.extend(marks::of_text(text, &pieces));
        Self { row: row(&pieces), meanings }
    }

    /// As the index takes them: words between spaces, meanings set off from them.
    pub(super) fn write(&self, to: &mut String) {
        for term in &self.row {
            to.push_str(&term.text);
            to.push(' ');
        }
        to.push_str(APART);
        for term in &self.meanings {
            to.push_str(&term.text);
            to.push_str(APART);
        }
    }
}

/// A term that no word is, so that what stands on its two sides is not taken for neighbours.
const APART: &str = " \u{E001} ";

/// The terms of pieces in a row. Letters of scripts without spaces go in pairs, and the last of them
/// by itself too, so that each begins a term.
pub(super) fn row(pieces: &[Piece]) -> Vec<Term> {
    let mut terms = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        let mut term = Term {
            text: piece.text.clone(),
            start: piece.start,
            end: piece.end,
            first_end: piece.end,
        };
        if let Some(next) = pieces.get(at + 1).filter(|next| are_neighbours(piece, next)) {
            term.text.push_str(&next.text);
            term.end = next.end;
        }
        terms.push(term);
    }
    terms
}

/// Whether two pieces are neighbours in a script without spaces.
pub(super) fn are_neighbours(one: &Piece, next: &Piece) -> bool {
    one.sort == Sort::Unspaced && next.sort == Sort::Unspaced && one.end == next.start
}

/// Takes a text apart. Figures and letters are parted where they touch.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut all: Vec<Piece> = Vec::with_capacity(text.len() / 6);
    let (mut stretch, mut open) = (0, false);
    for (start, letter) in text.char_indices() {
        let end = start + letter.len_utf8();
        if letter.is_whitespace() {
            (stretch, open) = (stretch + 1, false);
            continue;
        }
        let mut silent = true;
        fold_letter(letter, |part| {
            silent = false;
            open = match sort_of(part) {
                Some(sort) => {
                    add(&mut all, Piece { text: part.into(), start, end, sort, stretch }, open);
                    true
                }
                None => false,
            };
        });
        // An accent that stands by itself belongs to the letter before it.
        if silent
            && open
            && let Some(last) = all.last_mut()
        {
            last.end = end;
        }
    }
    all
}

/// Puts a letter behind the piece that it goes on, or begins another with it.
fn add(all: &mut Vec<Piece>, new: Piece, open: bool) {
    let letter = new.text.chars().next();
    match all.last_mut().filter(|last| open && last.sort == new.sort) {
        Some(last) if new.sort != Sort::Unspaced => {
            last.text.push_str(&new.text);
            last.end = new.end;
        }
        Some(last) => match last.text.chars().next().zip(letter).and_then(|(a, b)| joined(a, b)) {
            Some(one) => {
                last.text = one.into();
                last.end = new.end;
            }
            None => all.push(new),
        },
        None => all.push(new),
    }
}

fn sort_of(part: char) -> Option<Sort> {
    if part.is_ascii_digit() {
        Some(Sort::Figures)
    } else if is_unspaced(part) {
        Some(Sort::Unspaced)
    } else if part.is_alphanumeric() || unicode_normalization::char::is_combining_mark(part) {
        Some(Sort::Letters)
    } else {
        None
    }
}

/// What stands between two spaces in several pieces, in one: “REF-2291” is also “ref2291”.
fn in_one_piece(pieces: &[Piece]) -> Vec<Term> {
    let stretches = pieces.chunk_by(|one, next| one.stretch == next.stretch);
    stretches.filter_map(whole).collect()
}

/// The pieces of one stretch as one word, unless it is one already or none that anybody would type.
pub(super) fn whole(pieces: &[Piece]) -> Option<Term> {
    let (first, last) = (pieces.first()?, pieces.last()?);
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let is_spaced = pieces.iter().all(|piece| piece.sort != Sort::Unspaced);
    let is_word = pieces.len() > 1 && is_spaced && text.chars().count() <= LONGEST;
    is_word.then_some(Term { text, start: first.start, end: last.end, first_end: last.end })
}

/// Words with umlauts as they are typed where there are none: “mueller” for “Müller”.
fn written_out(text: &str, pieces: &[Piece]) -> Vec<Term> {
    const UMLAUTS: [(char, &str); 5] =
        [('ä', "ae"), ('ö', "oe"), ('ü', "ue"), ('ø', "oe"), ('å', "aa")];
    if text.is_ascii() {
        return Vec::new();
    }
    let written = |piece: &Piece| {
        let word = text.get(piece.start..piece.end)?.to_lowercase();
        let mut out = String::new();
        for letter in word.chars() {
            match UMLAUTS.iter().find(|(umlaut, _)| *umlaut == letter) {
                Some((_, letters)) => out.push_str(letters),
                None => out.push(letter),
            }
        }
        let (start, end) = (piece.start, piece.end);
        (out != word).then(|| Term { text: fold(&out), start, end, first_end: end })
    };
    pieces.iter().filter_map(written).collect()
}

#[cfg(test)]
mod tests {
    use super::{Terms, pieces};

    fn row(text: &str) -> Vec<String> {
        Terms::of(text).row.into_iter().map(|term| term.text).collect()
    }

    #[test]
    fn words_are_parted_as_they_are_written() {
        for (text, terms, why) in [
            ("The Refund, please!", vec!["the", "refund", "please"], "words"),
            ("REF-2291/a", vec!["ref", "2291", "a"], "a reference"),
            ("USD1,840", vec!["usd", "1", "840"], "figures that touch letters"),
            ("退款单", vec!["退款", "款单", "单"], "neighbours in pairs"),
            ("iPhone手机", vec!["iphone", "手机", "机"], "two scripts that touch"),
            ("환불", vec!["환불", "불"], "Korean"),
            ("\u{1112}\u{116A}\u{11AB}\u{1107}\u{116E}\u{11AF}", vec!["환불", "불"], "taken apart"),
            ("", vec![], "nothing"),
            ("* - \"", vec![], "signs alone"),
        ] {
            assert_eq!(row(text), terms, "{why}");
        }
    }

    #[test]
    fn a_piece_knows_where_it_stood() {
        let text = "Cafe\u{301} Ärger";
        let found: Vec<&str> = pieces(text).iter().map(|it| &text[it.start..it.end]).collect();
        assert_eq!(found, ["Cafe\u{301}", "Ärger"], "with the accents that belong to it");
    }

    #[test]
    fn words_are_also_found_in_one_piece_and_without_umlauts() {
        let all = |text: &str| -> Vec<String> {
            Terms::of(text).meanings.into_iter().map(|term| term.text).collect()
        };
        assert!(all("REF-2291").contains(&"ref2291".to_owned()), "a reference");
        assert!(all("AT&T don't").contains(&"att".to_owned()), "a name with a sign in it");
        assert!(all("AT&T don't").contains(&"dont".to_owned()), "an apostrophe that nobody types");
        assert!(all("Herr Müller").contains(&"mueller".to_owned()), "an umlaut written out");
    }
}
