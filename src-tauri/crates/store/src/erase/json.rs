//! Words within the strings of JSON, such as a form that is being typed. Everything else of the text
//! stays as it is, byte for byte.

use super::words::ErasedWords;

/// Replaces the words in the strings that are values, and are no words of the program. Gives the text,
/// where it had any, with each string that had them as it was.
///
/// Whether a string is the program's is asked with the name that it stands under.
///
/// Nothing where the text is no JSON: then it is just a text.
pub(super) fn erased(
    text: &str,
    words: &ErasedWords,
    is_the_programs: impl Fn(&str, &str) -> bool,
) -> Option<(String, Vec<String>)> {
    serde_json::from_str::<serde::de::IgnoredAny>(text).ok()?;
    let (mut out, mut had) = (String::with_capacity(text.len()), Vec::new());
    let (mut rest, mut name) = (text, String::new());
    while let Some(begin) = rest.find('"') {
        let end = begin + literal(&rest[begin..]);
        let (before, string, behind) = (&rest[..begin], &rest[begin..end], &rest[end..]);
        out.push_str(before);
        let is_a_name = behind.trim_start().starts_with(':');
        let said = serde_json::from_str::<String>(string).ok();
        if is_a_name {
            name = said.clone().unwrap_or_default();
        }
        let said = said.filter(|said| !is_a_name && !is_the_programs(&name, said));
        let new = said.as_deref().and_then(|said| words.erased_from(said));
        match new.and_then(|new| serde_json::to_string(&new).ok()) {
            Some(new) => {
                out.push_str(&new);
                had.extend(said);
            }
            None => out.push_str(string),
        }
        rest = behind;
    }
    out.push_str(rest);
    Some((out, had))
}

/// How many bytes a string has that begins here, its quotation marks included.
fn literal(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            b'"' if !is_escaped => return at + 1,
            b'\\' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_values_that_somebody_typed_are_touched() {
        let words = ErasedWords::new("phone").expect("words");
        let text = r#"{ "phone": "phone", "note":"The \"phone\" \\", "n": [1.50, "my Phone\n"] }"#;
        let (new, had) = erased(text, &words, |_, it| it == "phone").expect("JSON");
        assert_eq!(
            new,
            r#"{ "phone": "phone", "note":"The \"[erased]\" \\", "n": [1.50, "my [erased]\n"] }"#
        );
        assert_eq!(had, ["The \"phone\" \\", "my Phone\n"]);
        assert_eq!(erased("half a {\"", &words, |_, _| false), None, "what is no JSON is a text");
    }
}
