//! The code that is printed and put away, for the day on which the passphrase is forgotten.

use std::fmt;

use zeroize::Zeroizing;

use super::random;
use crate::{OpenError, StoreError};

/// The letters and figures of the code, after Douglas Crockford's base 32: those that look alike are
/// left out, and so is U.
const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many of its symbols are random: 135 bits.
const RANDOM: usize = 27;

/// How many there are with the one that checks the others.
const ALL: usize = RANDOM + 1;

/// So many figures at least are in all codes but one of a few hundred.
const FEWEST_FIGURES: usize = 3;

/// How many stand together when it is shown.
const GROUP: usize = 4;

/// A recovery code: seven groups of four, of which the last symbol checks the others. It is wiped
/// from memory when it is dropped.
pub struct RecoveryCode(Zeroizing<[u8; ALL]>);

impl RecoveryCode {
    /// A new one.
    pub(super) fn new() -> Result<Self, StoreError> {
        let mut symbols = Zeroizing::new([0; ALL]);
        random(symbols.as_mut_slice())?;
        symbols.iter_mut().for_each(|symbol| *symbol %= 32);
        symbols[RANDOM] = check(&symbols[..RANDOM]);
        Ok(Self(symbols))
    }

    /// The code that was typed, in whatever groups and case; O is taken for 0, and I and L for 1.
    ///
    /// # Errors
    /// [`OpenError::WrongCode`] where it cannot be a code, such as with a slip in one of its symbols.
    pub fn read(typed: &str) -> Result<Self, OpenError> {
        let mistyped = || OpenError::WrongCode { is_mistyped: true };
        let mut symbols = Zeroizing::new([0; ALL]);
        let mut count = 0;
        let between = |letter: &char| letter.is_whitespace() || is_dash(*letter);
        for letter in typed.chars().filter(|letter| !between(letter)) {
            let place = symbols.get_mut(count).ok_or_else(mistyped)?;
            *place = value(letter).ok_or_else(mistyped)?;
            count += 1;
        }
        let is_one = count == ALL && check(&symbols[..RANDOM]) == symbols[RANDOM];
        if is_one { Ok(Self(symbols)) } else { Err(mistyped()) }
    }

    /// Whether a code was meant, also where one slip or a few are in it: about as many of its symbols as
    /// it has, in one case, and with figures, of which a passphrase in words has none.
    pub fn is_meant(typed: &str) -> bool {
        let between = |letter: &char| letter.is_whitespace() || is_dash(*letter);
        let letters = || typed.chars().filter(|letter| !between(letter));
        let any = |is: fn(&char) -> bool| letters().any(|letter| is(&letter));
        let is_one_case = !(any(char::is_ascii_lowercase) && any(char::is_ascii_uppercase));
        let figures = letters().filter(char::is_ascii_digit).count();
        (ALL - GROUP..=ALL + GROUP).contains(&letters().count())
            && letters().all(|letter| letter.is_ascii_alphanumeric())
            && is_one_case
            && figures >= FEWEST_FIGURES
    }

    /// The code as it is shown and printed: `7K2M-…`.
    pub fn shown(&self) -> Zeroizing<String> {
        let mut shown = Zeroizing::new(String::with_capacity(ALL + ALL / GROUP));
        for (at, symbol) in self.0.iter().enumerate() {
            if at > 0 && at % GROUP == 0 {
                shown.push('-');
            }
            shown.push(char::from(SYMBOLS[usize::from(*symbol)]));
        }
        shown
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0[..RANDOM]
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{00AD}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | '_')
}

fn value(letter: char) -> Option<u8> {
    let alike = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let found = SYMBOLS.iter().position(|symbol| char::from(*symbol) == alike)?;
    u8::try_from(found).ok()
}

/// The symbol that checks the others: the rest of a division in the field of 32 elements, as of a
/// Reed-Solomon code. It shows every slip in one symbol, and any two that changed places.
fn check(symbols: &[u8]) -> u8 {
    symbols.iter().fold(0, |rest, symbol| doubled(rest ^ symbol))
}

/// Twice an element of the field that x⁵ + x² + 1 makes.
fn doubled(element: u8) -> u8 {
    let twice = element << 1;
    if twice & 0b10_0000 == 0 { twice } else { twice ^ 0b10_0101 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(of: &RecoveryCode) -> String {
        of.shown().to_string()
    }

    #[test]
    fn a_code_with_slips_is_known_from_a_passphrase() {
        let code = "7K2M-Q4XB-9TRC-HV8D-3WNP-6JFG-5ZAE";
        let short = &code[..code.len() - 5];
        for meant in [code, &code.to_lowercase(), &code.replace('-', " "), short] {
            assert!(RecoveryCode::is_meant(meant), "{meant}");
        }
        let words = "correct horse battery staple";
        let mixed = "7k2MQ4xB9tRcHv8D3WnP6jFg5ZaE";
        for other in [words, mixed, "1234 5678", "", &format!("{code}-{code}")] {
            assert!(!RecoveryCode::is_meant(other), "{other}");
        }
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = RecoveryCode::new().expect("made");
        let text = shown(&code);
        assert_eq!(text.len(), 34, "seven groups of four: {text}");
        let bare = text.replace('-', "");
        let cases = [
            text.clone(),
            text.to_lowercase(),
            bare.clone(),
            format!("  {}\n", text.replace('-', " ")),
            text.replace('-', " – "),
            bare.replace('0', "o").replace('1', "l"),
            bare.replace('0', "O").replace('1', "I"),
        ];
        for typed in cases {
            let read = RecoveryCode::read(&typed).unwrap_or_else(|_| panic!("{typed}"));
            assert_eq!(shown(&read), text, "{typed}");
        }
    }

    #[test]
    fn every_slip_in_one_symbol_and_every_exchange_of_two_shows() {
        let code = RecoveryCode::new().expect("made");
        let bare: Vec<char> = shown(&code).replace('-', "").chars().collect();
        for at in 0..ALL {
            for symbol in SYMBOLS.iter().map(|symbol| char::from(*symbol)) {
                let mut slipped = bare.clone();
                slipped[at] = symbol;
                let typed: String = slipped.iter().collect();
                assert_eq!(RecoveryCode::read(&typed).is_ok(), slipped == bare, "{typed}");
            }
            for other in 0..at {
                let mut changed = bare.clone();
                changed.swap(at, other);
                let typed: String = changed.iter().collect();
                assert_eq!(RecoveryCode::read(&typed).is_ok(), changed == bare, "{typed}");
            }
        }
        let long: String = bare.iter().chain(&['0']).collect();
        for typed in ["", "7K2M", "Ulla", &long, &long[1..27]] {
            assert!(RecoveryCode::read(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn no_two_codes_are_the_same_and_none_is_shown_by_accident() {
        let (one, other) = (RecoveryCode::new().expect("made"), RecoveryCode::new().expect("made"));
        assert_ne!(shown(&one), shown(&other));
        assert_eq!(format!("{one:?}"), "RecoveryCode(…)");
    }
}
