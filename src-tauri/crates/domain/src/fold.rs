//! Letters as they are compared: small, without accents, one form of those that have several. What
//! is searched for and what is covered are found by the same rule.

use unicode_normalization::char::{canonical_combining_class, compose, decompose_compatible};

/// Gives the letters that a letter is compared as. It may be none, for what only shows how another
/// is to be drawn, and several, as with “ß”.
pub fn fold_letter(letter: char, mut to: impl FnMut(char)) {
    if letter.is_ascii() {
        return to(letter.to_ascii_lowercase());
    }
    // A Korean syllable stays whole: its parts are no letters that anybody looks for.
    if is_hangul(letter) {
        return to(letter);
    }
    decompose_compatible(letter, |part| {
        if !is_silent(part) {
            // Going through capitals makes “ß” and “ss” the same, and the two small sigmas.
            let small = part.to_lowercase().flat_map(char::to_uppercase);
            small.flat_map(char::to_lowercase).for_each(|part| one_form(part, &mut to));
        }
    });
}

/// A text as it is compared, whole.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|letter| fold_letter(letter, |part| folded.push(part)));
    folded
}

/// Accents, the points of Hebrew and the vowel marks of Arabic, and what is not seen at all. Marks of
/// scripts in which they are letters, such as Thai and Hindi, stay.
fn is_silent(part: char) -> bool {
    matches!(canonical_combining_class(part), 10..=36 | 202..=240)
        || matches!(part, '\u{640}' | '\u{AD}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
        || matches!(part, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}')
}

/// Letters that are written in several ways, and figures of all scripts as those of ours.
fn one_form(part: char, to: &mut impl FnMut(char)) {
    let letters = match part {
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        // Alef with wasla, the maqsura, the marbuta; the kaf and the yeh of Persian.
        '\u{671}' => "\u{627}",
        '\u{649}' | '\u{6CC}' => "\u{64A}",
        '\u{629}' => "\u{647}",
        '\u{6A9}' => "\u{643}",
        // The five letters that Hebrew writes otherwise at a word's end.
        'ך' => "כ",
        'ם' => "מ",
        'ן' => "נ",
        'ף' => "פ",
        'ץ' => "צ",
        other => return to(figure(other).unwrap_or(other)),
    };
    letters.chars().for_each(to);
}

/// The figure that a figure of another script stands for.
fn figure(of: char) -> Option<char> {
    const NOUGHTS: [u32; 6] = [0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xED0];
    let code = u32::from(of);
    let nought = NOUGHTS.iter().find(|nought| (**nought..**nought + 10).contains(&code))?;
    char::from_digit(code - nought, 10)
}

/// Whether a script is written without spaces between words, so that any two neighbours may be one.
pub fn is_unspaced(letter: char) -> bool {
    is_hangul(letter)
        || matches!(u32::from(letter),
            0x0E00..=0x0EFF // Thai and Lao
            | 0x1000..=0x109F // Burmese
            | 0x1780..=0x17FF // Khmer
            | 0x3005..=0x3007 | 0x3040..=0x312F | 0x31A0..=0x31BF | 0x31F0..=0x31FF
            | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF
            | 0x20000..=0x323AF)
}

fn is_hangul(letter: char) -> bool {
    matches!(u32::from(letter), 0x1100..=0x11FF | 0xAC00..=0xD7A3)
}

/// One letter of two, where a file's name has come with its syllables taken apart.
pub fn joined(one: char, other: char) -> Option<char> {
    if is_hangul(one) || matches!(other, '\u{3099}' | '\u{309A}') {
        compose(one, other)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn what_people_take_for_the_same_letters_folds_to_the_same() {
        for (one, other, why) in [
            ("REFUND", "refund", "plain letters"),
            ("GROẞE WÄSCHE", "grosse wasche", "the capital ß, and letters with dots"),
            ("O\u{FB03}ce", "OFFICE", "a ligature"),
            ("ΟΔΟΣ", "οδός", "the sigma at a word's end, and an accent"),
            ("ЗАЯВКА", "заявка", "Cyrillic"),
            ("e\u{301}cole", "école", "an accent that stands by itself"),
            ("Łódź Ærø", "lodz aero", "letters that nothing takes apart"),
            ("İstanbul", "istanbul", "the capital i with a point"),
            ("شُكْرًا", "شكرا", "Arabic with its vowels"),
            ("أحمد إلى", "احمد الي", "forms of alef, and the maqsura"),
            ("رســـالة", "رساله", "a stretched word, and the marbuta"),
            ("שָׁלוֹם", "שלומ", "Hebrew with its points, and a final letter"),
            ("١٨٤٠ ۱۸۴۰", "1840 1840", "figures of Arabic and Persian"),
            ("ｈｏｌｄ１", "hold1", "wide letters"),
        ] {
            assert_eq!(fold(one), fold(other), "{why}");
        }
        assert_ne!(fold("が"), fold("か"), "a voiced kana is another letter");
        assert_ne!(fold("ม้า"), fold("มี"), "a Thai vowel is a letter");
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for letter in char::MIN..=char::MAX {
            let once = fold(&letter.to_string());
            assert_eq!(fold(&once), once, "{letter:?} (U+{:04X})", u32::from(letter));
        }
    }
}
