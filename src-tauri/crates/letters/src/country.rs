//! Which country an address lies in, and how letters are laid out there.

use holdfast_domain::document::LetterForm;
use holdfast_domain::{Member, Vendor};

/// How letters to a country are laid out.
struct Country {
    form: LetterForm,
    /// The ISO 3166 codes and the names by which people write it, in small letters.
    names: &'static [&'static str],
}

/// The countries whose letters are not on A4 with the address at the left, and those that are
/// written to most, so that an address in one of them is not taken for one at home.
const COUNTRIES: &[Country] = &[
    us(&["us", "usa", "united states", "united states of america", "america"]),
    us(&["ca", "can", "canada"]),
    us(&["mx", "mex", "mexico", "méxico"]),
    us(&["ph", "phl", "philippines", "the philippines", "pilipinas"]),
    us(&["cl", "chl", "chile"]),
    us(&["co", "col", "colombia"]),
    din(&["de", "deu", "germany", "deutschland"]),
    din(&["at", "aut", "austria", "österreich"]),
    a4(&["gb", "gbr", "uk", "united kingdom", "great britain", "england", "scotland", "wales"]),
    a4(&["northern ireland"]),
    a4(&["ie", "irl", "ireland", "éire"]),
    a4(&["ch", "che", "switzerland", "schweiz", "suisse", "svizzera"]),
    a4(&["fr", "fra", "france"]),
    a4(&["es", "esp", "spain", "españa"]),
    a4(&["pt", "prt", "portugal"]),
    a4(&["it", "ita", "italy", "italia"]),
    a4(&["nl", "nld", "netherlands", "the netherlands", "nederland"]),
    a4(&["be", "bel", "belgium", "belgique", "belgië"]),
    a4(&["lu", "lux", "luxembourg"]),
    a4(&["dk", "dnk", "denmark", "danmark"]),
    a4(&["se", "swe", "sweden", "sverige"]),
    a4(&["no", "nor", "norway", "norge"]),
    a4(&["fi", "fin", "finland", "suomi"]),
    a4(&["is", "isl", "iceland"]),
    a4(&["pl", "pol", "poland", "polska"]),
    a4(&["cz", "cze", "czechia", "czech republic"]),
    a4(&["hu", "hun", "hungary"]),
    a4(&["ro", "rou", "romania"]),
    a4(&["gr", "grc", "greece"]),
    a4(&["tr", "tur", "turkey", "türkiye"]),
    a4(&["ua", "ukr", "ukraine"]),
    a4(&["il", "isr", "israel"]),
    a4(&["jo", "jor", "jordan", "الأردن"]),
    a4(&["lb", "lbn", "lebanon", "لبنان"]),
    a4(&["eg", "egy", "egypt", "مصر"]),
    a4(&["ma", "mar", "morocco", "المغرب"]),
    a4(&["ae", "are", "uae", "united arab emirates", "الإمارات"]),
    a4(&["sa", "sau", "saudi arabia", "السعودية"]),
    a4(&["qa", "qat", "qatar"]),
    a4(&["kw", "kwt", "kuwait", "الكويت"]),
    a4(&["za", "zaf", "south africa"]),
    a4(&["ng", "nga", "nigeria"]),
    a4(&["ke", "ken", "kenya"]),
    a4(&["in", "ind", "india"]),
    a4(&["pk", "pak", "pakistan"]),
    a4(&["cn", "chn", "china"]),
    a4(&["hk", "hkg", "hong kong"]),
    a4(&["tw", "twn", "taiwan"]),
    a4(&["jp", "jpn", "japan"]),
    a4(&["kr", "kor", "korea", "south korea"]),
    a4(&["sg", "sgp", "singapore"]),
    a4(&["my", "mys", "malaysia"]),
    a4(&["th", "tha", "thailand"]),
    a4(&["au", "aus", "australia"]),
    a4(&["nz", "nzl", "new zealand"]),
    a4(&["br", "bra", "brazil", "brasil"]),
    a4(&["ar", "arg", "argentina"]),
];

const fn us(names: &'static [&'static str]) -> Country {
    Country { form: LetterForm::UsLetter, names }
}

const fn din(names: &'static [&'static str]) -> Country {
    Country { form: LetterForm::Din5008, names }
}

const fn a4(names: &'static [&'static str]) -> Country {
    Country { form: LetterForm::A4, names }
}

/// How a letter to the vendor is laid out: by its country, else by the last line of its address,
/// else by where the writer lives; on A4 where none of them says.
pub(crate) fn form(to: &Vendor, from: &Member) -> LetterForm {
    if let Some(country) = &to.country {
        return known(country).map_or(LetterForm::A4, |country| country.form);
    }
    let of_address = |lines: &[String]| lines.last().and_then(|line| of_line(line));
    of_address(&to.address).or_else(|| of_address(&from.address)).unwrap_or(LetterForm::A4)
}

/// Whether both name one country.
pub(crate) fn same(one: &str, other: &str) -> bool {
    match (known(one), known(other)) {
        (Some(one), Some(other)) => std::ptr::eq(one, other),
        (Some(_), None) | (None, Some(_)) | (None, None) => plain(one) == plain(other),
    }
}

/// Whether the country is that of England and Wales, whose courts know a letter before claim.
pub(crate) fn is_united_kingdom(to: &Vendor) -> bool {
    let line = to.country.as_ref().or(to.address.last());
    line.is_some_and(|line| same(line, "gb"))
}

/// The country as the last line of an address: a code by its name, in capitals as the post wants it.
pub(crate) fn printed(country: &str) -> String {
    let is_code = plain(country).chars().count() <= 3;
    let name = known(country).filter(|_| is_code).and_then(|it| it.names.get(2));
    name.map_or_else(|| country.to_owned(), |name| name.to_uppercase())
}

fn plain(name: &str) -> String {
    name.trim().trim_end_matches('.').replace('.', "").to_lowercase()
}

fn known(name: &str) -> Option<&'static Country> {
    let name = plain(name);
    COUNTRIES.iter().find(|country| country.names.contains(&name.as_str()))
}

/// The last line of an address: a country, or a place with a postcode of North America. A bare code
/// of two letters is none, for it may be a state or a canton.
fn of_line(line: &str) -> Option<LetterForm> {
    let code = plain(line).chars().count() == 2 && !matches!(plain(line).as_str(), "us" | "uk");
    match known(line) {
        Some(country) if !code => Some(country.form),
        _ if has_north_american_postcode(line) => Some(LetterForm::UsLetter),
        _ => None,
    }
}

/// `Charlotte, NC 28202`, `Boston, MA 02110-1234` or `Toronto ON M5V 2T6`.
fn has_north_american_postcode(line: &str) -> bool {
    let words: Vec<&str> = line.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let state = |word: &str| word.len() == 2 && word.bytes().all(|b| b.is_ascii_uppercase());
    let zip = |word: &str| {
        let digits = word.split('-').next().unwrap_or_default();
        digits.len() == 5 && word.bytes().all(|b| b.is_ascii_digit() || b == b'-')
    };
    let of_canada = |one: &str, two: &str| {
        let shape =
            |word: &str| -> Vec<bool> { word.bytes().map(|b| b.is_ascii_digit()).collect() };
        shape(one) == [false, true, false] && shape(two) == [true, false, true]
    };
    match words.as_slice() {
        [.., province, one, two] if state(province) && of_canada(one, two) => true,
        [.., two, code] => state(two) && zip(code),
        _ => false,
    }
}
