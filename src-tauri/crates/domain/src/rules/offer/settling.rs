//! Wordings by which an offer settles more than it says: who accepts gives something up for good.

/// Any of these words, as they stand or, with a star, as they begin; several are parted by `|`.
enum Piece {
    Word(&'static str),
    /// Up to so many other words, none of which belongs to the one who offers.
    Gap(usize),
}

use Piece::{Gap, Word};

/// What the household would not be able to ask for any more.
const CLAIMS: &str = "claim*|demand*|liabilit*|recourse|obligation*";

/// The wordings, each a row of words within one sentence.
const WORDINGS: &[&[Piece]] = &[
    &[
        Word("full"),
        Word("and"),
        Word("final"),
        Gap(2),
        Word("settl*|satisf*|resol*|discharg*|pay*|releas*"),
    ],
    &[
        Word("final"),
        Word("and"),
        Word("full"),
        Gap(2),
        Word("settl*|satisf*|resol*|discharg*|pay*|releas*"),
    ],
    &[Word("full|complete|final|entire"), Word("settlement|satisfaction|discharge|resolution")],
    &[
        Word("fully|finally|completely"),
        Word("and"),
        Word("fully|finally|completely"),
        Word("settl*|resol*|discharg*|releas*|satisf*"),
    ],
    &[Word("accord"), Word("and"), Word("satisfaction")],
    &[Word("final"), Word("and"), Word("binding")],
    &[Word("releas*"), Gap(4), Word("all|any|every|further|future|other"), Gap(2), Word(CLAIMS)],
    &[Word("releas*"), Gap(3), Word("liabilit*")],
    &[Word("general|mutual"), Word("release*")],
    &[Word("no|without"), Word("further|future|additional|other|more"), Gap(1), Word(CLAIMS)],
    &[
        Word("waiv*|forgo*|forego*|relinquish*|surrender*|renounc*"),
        Gap(3),
        Word("right*|claim*|entitlement*|remedies|remedy"),
    ],
    &[Word("give|gives|giving|gave|given"), Word("up"), Gap(3), Word("right*|claim*|entitlement*")],
    &[
        Word("agree*|undertak*|promis*|covenant*|commit*"),
        Gap(3),
        Word("not"),
        Gap(1),
        Word("make|bring|pursue|raise|file|assert|lodge|start|take"),
        Gap(3),
        Word("claim*|complaint*|action*|dispute*|chargeback*|proceedings"),
    ],
    &[
        Word("settl*|discharg*|extinguish*|satisf*"),
        Gap(2),
        Word("all|any|every"),
        Gap(2),
        Word(CLAIMS),
    ],
    &[
        Word("settl*|resolv*|clos*|conclud*|end|ends|ending"),
        Gap(2),
        Word("matter|case|complaint|claim*|dispute|issue"),
        Gap(1),
        Word("finally|fully|entirely|completely|permanently|definitively"),
    ],
];

/// A word of the terms: lower-case, with its place in the text.
struct Token {
    word: String,
    start: usize,
    end: usize,
    /// Whether a sentence ended before it.
    begins: bool,
}

/// The words in the terms by which accepting may settle everything for good, as they stand there, in
/// their order. Empty where nothing looks so. It asks, and decides nothing: the terms are English
/// prose, and a wording may mean less than it seems to.
pub fn settling_words(terms: &str) -> Vec<String> {
    let tokens = tokens(terms);
    let mut found: Vec<(usize, usize)> = Vec::new();
    for start in 0..tokens.len() {
        let ends = WORDINGS.iter().filter_map(|wording| matched(wording, &tokens, start));
        if let Some(end) = ends.max()
            && found.last().is_none_or(|(_, last)| end > *last)
        {
            match found.last_mut() {
                // Wordings that overlap are shown as one.
                Some(last) if start <= last.1 => last.1 = end,
                Some(_) | None => found.push((start, end)),
            }
        }
    }
    found
        .into_iter()
        .map(|(start, end)| {
            let words = &terms[tokens[start].start..tokens[end].end];
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect()
}

fn tokens(text: &str) -> Vec<Token> {
    let mut all: Vec<Token> = Vec::new();
    let mut begins = true;
    let mut rest = text.char_indices().peekable();
    while let Some((start, character)) = rest.next() {
        if !character.is_alphanumeric() && character != '&' {
            // A line may end within a sentence; an empty line does not stand in one.
            let empty_line =
                character == '\n' && rest.peek().is_some_and(|(_, next)| *next == '\n');
            begins |= empty_line || matches!(character, '.' | '!' | '?' | ';');
            continue;
        }
        let mut end = start + character.len_utf8();
        while let Some((at, next)) = rest.next_if(|(_, next)| {
            character != '&' && (next.is_alphanumeric() || matches!(next, '\'' | '’'))
        }) {
            end = at + next.len_utf8();
        }
        let word = match &text[start..end] {
            "&" => "and".to_owned(),
            word => word.to_lowercase(),
        };
        all.push(Token { word, start, end, begins: std::mem::take(&mut begins) });
    }
    all
}

/// The last word of the wording where it begins at `at`.
fn matched(wording: &[Piece], tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    match wording {
        [] => None,
        [Word(words)] => is_one_of(&token.word, words).then_some(at),
        [Word(words), rest @ ..] => {
            let next = at + 1;
            let goes_on = is_one_of(&token.word, words) && tokens.get(next).is_some_and(within);
            goes_on.then(|| matched(rest, tokens, next)).flatten()
        }
        [Gap(most), rest @ ..] => {
            let reach = (at..=at + most).take_while(|place| {
                let before = &tokens[at..(*place).min(tokens.len())];
                let passed = tokens.get(*place).is_some_and(|it| *place == at || within(it));
                passed && !before.iter().any(is_theirs)
            });
            reach.filter_map(|place| matched(rest, tokens, place)).max()
        }
    }
}

/// Whether the word stands in the same sentence as the one before it.
fn within(token: &Token) -> bool {
    !token.begins
}

/// Whether what follows belongs to the one who offers: “we waive our right” takes nothing from us.
fn is_theirs(token: &Token) -> bool {
    matches!(token.word.as_str(), "our" | "ours" | "we")
}

fn is_one_of(word: &str, words: &str) -> bool {
    words.split('|').any(|one| match one.strip_suffix('*') {
        Some(beginning) => word.starts_with(beginning),
        None => word == one,
    })
}
