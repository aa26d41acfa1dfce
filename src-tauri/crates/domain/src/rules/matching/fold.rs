//! Texts as banks and people write the same name: without case, accents and punctuation.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in small letters without accents. Apostrophes go, so that “Annie's” is “annies”.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.chars().filter(|c| *c != '\'').map(|c| c.to_ascii_lowercase()).collect();
    }
    let mut folded = String::with_capacity(text.len());
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c) && !matches!(c, '\'' | '’' | '`'));
    for letter in plain.flat_map(char::to_lowercase) {
        match letter {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'þ' => folded.push_str("th"),
            'ı' => folded.push('i'),
            other => folded.push(other),
        }
    }
    folded
}

/// The same with umlauts written out, as banks that know no umlauts write them: “mueller”. Nothing
/// where there are none.
pub(super) fn written_out(text: &str) -> Option<String> {
    const UMLAUTS: [(char, &str); 5] =
        [('ä', "ae"), ('ö', "oe"), ('ü', "ue"), ('ø', "oe"), ('å', "aa")];
    let small: String = text.nfc().flat_map(char::to_lowercase).collect();
    let mut written = String::with_capacity(small.len());
    for letter in small.chars() {
        match UMLAUTS.iter().find(|(umlaut, _)| *umlaut == letter) {
            Some((_, letters)) => written.push_str(letters),
            None => written.push(letter),
        }
    }
    (written != small).then(|| fold(&written))
}

/// The words of a folded text: runs of letters and figures.
pub(super) fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Letters and figures alone, in one piece.
pub(super) fn squeezed(folded: &str) -> String {
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}
