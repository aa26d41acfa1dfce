//! What a person types, as a question to the index. Nothing of it is an operator: “AT&T”, `"` and `OR`
//! are what they are.

use std::ops::Range;

use super::marks;
use super::terms::{Piece, Sort, Terms, are_neighbours, pieces, row, whole};

/// More words than anybody types; what stands behind them narrows nothing.
const WORDS: usize = 16;
/// The longest text that is looked at, in letters.
const LETTERS: usize = 300;
/// A number of fewer figures than this names nothing by itself.
const FIGURES: usize = 3;

/// A question: every word of it has to be found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Question {
    items: Vec<Item>,
}

/// A word, or several that mean a sum or a day together.
#[derive(Debug, Clone, Default)]
struct Item {
    /// Any of these will do.
    ways: Vec<Way>,
    /// Whether it is a reference, a sum or a day: what names one thing exactly.
    is_exact: bool,
}

/// Terms in a row, the last of which may be only begun.
#[derive(Debug, Clone)]
struct Way {
    terms: Vec<String>,
    begun: bool,
}

impl Question {
    /// Reads what was typed. `month_first` is the household's order of days in figures.
    pub(crate) fn read(typed: &str, month_first: bool) -> Self {
        let typed: String = typed.chars().take(LETTERS).collect();
        let pieces = pieces(&typed);
        let meanings = marks::of_question(&typed, &pieces, month_first);
        let mut items = Vec::new();
        let mut from = 0;
        while from < pieces.len() && items.len() < WORDS {
            let until = end_of_word(&pieces, &meanings, from);
            let within = meanings.iter().filter(|it| {
                (from..until).contains(&it.from) && says_all(&pieces, from..until, it)
            });
            let terms = within.flat_map(|meaning| meaning.terms.iter().cloned());
            items.push(Item::read(&pieces[from..until], terms, until == pieces.len()));
            from = until;
        }
        Self { items }
    }

    /// Whether nothing was asked.
    pub(crate) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// How many words have to be found.
    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// For the index: all words, each in any of these columns, `{title} :` or none for all.
    pub(crate) fn all_in(&self, columns: &str) -> String {
        let items: Vec<String> = self.items.iter().map(Item::expression).collect();
        format!("{columns} ({})", items.join(" AND "))
    }

    /// For the index: each word by itself.
    pub(crate) fn each_in(&self, columns: &str) -> Vec<String> {
        self.items.iter().map(|item| format!("{columns} ({})", item.expression())).collect()
    }

    /// For the index: any reference, sum or day of the question, whole, in any of these columns.
    /// Nothing where it has none.
    pub(crate) fn exact_in(&self, columns: &str) -> Option<String> {
        let exact = self.items.iter().filter(|item| item.is_exact);
        let ways: Vec<String> =
            exact.flat_map(|item| &item.ways).map(|way| way.expression(false)).collect();
        (!ways.is_empty()).then(|| format!("{columns} ({})", ways.join(" OR ")))
    }

    /// Where the words stand in a text: for each stretch its beginning, its end and which word.
    pub(crate) fn places(&self, text: &str) -> Vec<(usize, usize, usize)> {
        let terms = Terms::of(text);
        let mut found = Vec::new();
        for (which, item) in self.items.iter().enumerate() {
            for way in &item.ways {
                way.places(&terms, |start, end| found.push((start, end, which)));
            }
        }
        found
    }
}

/// Whether a meaning is that of its whole word: a currency may touch it, as in “USD1,840”, but the
/// figures of a reference such as “R-1” are no sum.
fn says_all(pieces: &[Piece], word: Range<usize>, meaning: &marks::Meaning) -> bool {
    let touch = |at: usize| pieces[at].end == pieces[at + 1].start;
    let is_name = |at: usize| pieces[at].sort == Sort::Letters;
    let before = meaning.from.checked_sub(1).filter(|at| *at >= word.start);
    let behind = Some(meaning.until).filter(|at| *at < word.end);
    let before_fits = before.is_none_or(|at| is_name(at) && touch(at));
    let behind_fits = behind.is_none_or(|at| is_name(at) && touch(at - 1));
    before_fits && behind_fits
}

/// Behind which piece a word ends: at a space, unless a meaning goes on over it.
fn end_of_word(pieces: &[Piece], meanings: &[marks::Meaning], from: usize) -> usize {
    let mut until = from + 1;
    while until < pieces.len() {
        let goes_on = pieces[until].stretch == pieces[until - 1].stretch
            || meanings.iter().any(|it| it.from < until && until < it.until);
        if !goes_on {
            break;
        }
        until += 1;
    }
    until
}

impl Item {
    fn read(pieces: &[Piece], meanings: impl Iterator<Item = String>, is_last: bool) -> Self {
        let is = |sort| pieces.iter().filter(move |piece| piece.sort == sort);
        let figures: usize = is(Sort::Figures).map(|piece| piece.text.len()).sum();
        let is_exact = figures >= FIGURES || (figures > 0 && is(Sort::Letters).next().is_some());
        let begun = pieces.last().is_some_and(|last| is_last || is_word(last));
        let may_go_on = begun && !ends_paired(pieces) && !ends_in_a_letter(pieces);
        let mut ways = vec![Way { terms: asked_row(pieces), begun: may_go_on }];
        if let Some(one) = whole(pieces) {
            ways.push(Way { terms: vec![one.text], begun });
        }
        ways.extend(meanings.map(|term| Way { terms: vec![term], begun: false }));
        if let Some(sum) = sum_being_typed(pieces).filter(|_| is_last) {
            ways.push(Way { terms: vec![marks::sum_begun(&sum)], begun: true });
        }
        Self { ways, is_exact }
    }

    fn expression(&self) -> String {
        let ways: Vec<String> = self.ways.iter().map(|way| way.expression(true)).collect();
        format!("({})", ways.join(" OR "))
    }
}

/// The terms that a text with these pieces in a row has. Of a last letter, whatever may follow it is
/// not known: its pair with the one before says all.
fn asked_row(pieces: &[Piece]) -> Vec<String> {
    let mut terms: Vec<String> = row(pieces).into_iter().map(|term| term.text).collect();
    if ends_paired(pieces) {
        terms.pop();
    }
    terms
}

/// Whether the last piece is paired with the one before.
fn ends_paired(pieces: &[Piece]) -> bool {
    matches!(pieces, [.., one, last] if are_neighbours(one, last))
}

/// Whether the last of several pieces is a single letter: “AT&T” is meant, and not “at the”.
fn ends_in_a_letter(pieces: &[Piece]) -> bool {
    matches!(pieces, [_, .., last] if last.sort == Sort::Letters && !is_word(last))
}

/// Whether a piece may be the beginning of a word, although others follow it.
fn is_word(piece: &Piece) -> bool {
    match piece.sort {
        Sort::Letters => piece.text.chars().nth(1).is_some(),
        Sort::Unspaced => true,
        Sort::Figures => false,
    }
}

/// The figures of a sum whose thousands are being typed: `18` and `1,84`.
fn sum_being_typed(pieces: &[Piece]) -> Option<String> {
    let is_sum = pieces.iter().all(|piece| piece.sort == Sort::Figures);
    let figures: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
    match figures[..] {
        [one] if is_sum => Some(one.to_owned()),
        [_, .., last] if is_sum && last.len() < 3 => Some(figures.concat()),
        _ => None,
    }
}

impl Way {
    /// Terms have letters and figures only, so that quotes make a string of them whatever they are.
    fn expression(&self, as_begun: bool) -> String {
        let star = if self.begun && as_begun { " *" } else { "" };
        format!("\"{}\"{star}", self.terms.join(" "))
    }

    fn places(&self, terms: &Terms, mut see: impl FnMut(usize, usize)) {
        let Some(last) = self.terms.last() else { return };
        let is = |found: &str, wanted: &str, may_go_on: bool| {
            found == wanted || (may_go_on && found.starts_with(wanted))
        };
        for row in terms.row.windows(self.terms.len()) {
            let before = row.iter().zip(&self.terms).take(self.terms.len() - 1);
            if let [first, .., end] | [first @ end] = row
                && is(&end.text, last, self.begun)
                && before.clone().all(|(found, wanted)| is(&found.text, wanted, false))
            {
                // Of a pair that was asked for by its first letter, that letter is shown.
                let is_one = last.chars().nth(1).is_none();
                see(first.start, if is_one { end.first_end } else { end.end });
            }
        }
        if self.terms.len() == 1 {
            let found = terms.meanings.iter().filter(|term| is(&term.text, last, self.begun));
            found.for_each(|term| see(term.start, term.end));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Question;

    /// Terms for sums and days begin with a sign that no text has.
    fn has_meanings(typed: &str) -> bool {
        Question::read(typed, false)
            .all_in("")
            .contains(|it| ('\u{E000}'..'\u{F8FF}').contains(&it))
    }

    #[test]
    fn figures_mean_a_sum_unless_a_sign_ties_them_to_a_name() {
        for (typed, is_sum) in [
            ("R-1", false),
            ("CP-118", false),
            ("REF 2291/a", false),
            ("USD1,840", true),
            ("1840EUR", true),
            ("1,840.00", true),
            ("-35.00", true),
        ] {
            assert_eq!(has_meanings(typed), is_sum, "{typed}");
        }
    }
}
