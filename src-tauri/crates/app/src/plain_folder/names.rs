//! Names of files that people gave, as every file system takes them.

/// What no file may be called where drives have letters, whatever its ending.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// How many characters a name has at the most, so that paths stay within what systems take.
const LONGEST: usize = 120;

/// A name that every file system takes, that leads nowhere else and reads as what it is: it was given
/// by people. Marks that turn the direction of letters would show `fdp.exe` as `exe.pdf`.
pub fn safe_name(name: &str) -> String {
    let turns = |letter: &char| matches!(letter, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let unsafe_letter = |letter: char| {
        letter.is_control()
            || matches!(letter, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
    };
    let name: String = name
        .chars()
        .filter(|letter| !turns(letter))
        .map(|letter| if unsafe_letter(letter) { '_' } else { letter })
        .collect();
    let name = shortened(name.trim_start_matches('.').trim());
    let name = name.trim_end_matches(['.', ' ']);
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    if name.is_empty() {
        "file".to_owned()
    } else if DEVICES.iter().any(|device| stem.eq_ignore_ascii_case(device)) {
        format!("_{name}")
    } else {
        name.to_owned()
    }
}

/// The name with its ending, which says what it is.
fn shortened(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    let (stem, ending) = parted(name);
    let kept = LONGEST.saturating_sub(ending.chars().count());
    format!("{}{ending}", stem.chars().take(kept).collect::<String>())
}

/// The name before its ending, and the ending with its point.
pub(super) fn parted(name: &str) -> (&str, &str) {
    match name.rfind('.') {
        Some(at) if at > 0 && name.len() - at <= 12 => name.split_at(at),
        Some(_) | None => (name, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::safe_name;

    #[test]
    fn a_name_stays_in_its_folder_and_is_taken_everywhere() {
        let long = format!("{}.pdf", "a".repeat(300));
        let cases = [
            ("Receipt.pdf", "Receipt.pdf"),
            ("../../etc/passwd", "_.._etc_passwd"),
            ("C:\\boot.ini", "C__boot.ini"),
            ("..", "file"),
            ("invoice\u{202E}fdp.exe", "invoicefdp.exe"),
            ("\u{2067}\u{202A}a\u{2066}b\u{2069}.\u{200F}txt\u{202C}", "ab.txt"),
            ("\u{202E}", "file"),
            ("שלום.pdf", "שלום.pdf"),
            ("", "file"),
            ("Rechnung für März.pdf", "Rechnung für März.pdf"),
            ("CON", "_CON"),
            ("nul.txt", "_nul.txt"),
            ("bill. ", "bill"),
        ];
        for (given, wanted) in cases {
            assert_eq!(safe_name(given), wanted, "{given:?}");
        }
        let short = safe_name(&long);
        assert!(short.ends_with("a.pdf") && short.chars().count() == 120, "{short}");
    }
}
