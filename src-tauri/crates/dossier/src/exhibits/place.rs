//! Which page a person means.

/// The page that a place names: 2 of “p. 2, second paragraph”; nothing where it names none.
pub(super) fn page(place: &str) -> Option<u32> {
    let mut words = place.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    while let Some(word) = words.next() {
        let word = word.to_lowercase();
        if let Some(number) = NAMES.iter().find_map(|name| word.strip_prefix(name)) {
            // “p2” in one word, or “p. 2” in two.
            let number = if number.is_empty() { words.next().unwrap_or_default() } else { number };
            let digits = number.find(|it: char| !it.is_ascii_digit()).unwrap_or(number.len());
            if let Ok(page) = number[..digits].parse::<u32>() {
                return (page > 0).then_some(page);
            }
        }
    }
    None
}

/// What pages are called, the longer before what they begin with.
const NAMES: [&str; 4] = ["pages", "page", "pp", "p"];

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn a_place_names_a_page_or_none() {
        let cases = [
            ("p. 2", Some(2)),
            ("p. 2, second paragraph", Some(2)),
            ("second paragraph on page 12", Some(12)),
            ("P.3", Some(3)),
            ("p3", Some(3)),
            ("pp. 4–6", Some(4)),
            ("Pages 4 and 5", Some(4)),
            ("p.\u{A0}7", Some(7)),
            ("paragraph 2", None),
            ("section 3, part 2", None),
            ("p. 0", None),
            ("top right", None),
            ("", None),
            ("p", None),
            ("p. 99999999999", None),
        ];
        for (place, expected) in cases {
            assert_eq!(page(place), expected, "{place}");
        }
    }
}
