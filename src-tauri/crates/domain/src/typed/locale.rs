//! What a locale's habits are, as far as numbers and days are concerned (after Unicode CLDR).

/// The language and region of a tag such as `en-US`, `de_CH.UTF-8` or `zh-Hant-TW`.
fn parts(locale: &str) -> (String, String) {
    let tag = locale.split(['.', '@']).next().unwrap_or_default();
    let mut subtags = tag.split(['-', '_']);
    let language = subtags.next().unwrap_or_default().to_ascii_lowercase();
    let region = subtags.find(|subtag| subtag.len() == 2).unwrap_or_default();
    (language, region.to_ascii_uppercase())
}

/// The language of the locale, such as `nb`.
pub(super) fn language(locale: &str) -> String {
    parts(locale).0
}

/// The region of the locale, such as `CH`; empty where it names none.
pub(crate) fn region(locale: &str) -> String {
    parts(locale).1
}

/// Whether fractions stand behind a comma.
pub(super) fn has_decimal_comma(locale: &str) -> bool {
    let (language, region) = parts(locale);
    match language.as_str() {
        "en" => region == "ZA",
        "de" | "it" => !matches!(region.as_str(), "CH" | "LI"),
        "es" => !matches!(
            region.as_str(),
            "CU" | "DO" | "GT" | "HN" | "MX" | "NI" | "PA" | "PE" | "PR" | "SV" | "US"
        ),
        "af" | "az" | "be" | "bg" | "bs" | "ca" | "cs" | "da" | "el" | "et" | "eu" | "fi"
        | "fr" | "gl" | "hr" | "hu" | "hy" | "id" | "is" | "ka" | "kk" | "ky" | "lt" | "lv"
        | "mk" | "nb" | "nl" | "nn" | "no" | "pl" | "pt" | "ro" | "ru" | "sk" | "sl" | "sq"
        | "sr" | "sv" | "tr" | "uk" | "uz" | "vi" => true,
        _ => false,
    }
}

/// Whether the month stands before the day where only the two are written: in the United States
/// and the places that took their habit over, and where years come first anyway. `locale` is a tag
/// such as `en-US`.
pub fn has_month_first(locale: &str) -> bool {
    let (language, region) = parts(locale);
    match language.as_str() {
        "en" => matches!(
            region.as_str(),
            "" | "US"
                | "AS"
                | "CA"
                | "FM"
                | "GU"
                | "MH"
                | "MP"
                | "PH"
                | "PR"
                | "PW"
                | "UM"
                | "VI"
                | "ZA"
        ),
        "es" => matches!(region.as_str(), "PA" | "PR" | "US"),
        "fr" => region == "CA",
        "eu" | "fil" | "hu" | "ja" | "ko" | "lt" | "mn" | "zh" => true,
        _ => false,
    }
}
