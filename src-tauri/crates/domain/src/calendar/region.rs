//! Where a household or a vendor is, as far as business days are concerned.

use std::fmt;

use super::table::{Country, Part, countries};
use crate::typed;

/// A country of the table of holidays, or a part of it that keeps holidays of its own.
///
/// Written as in ISO 3166: `US`, `GB-SCT`.
#[derive(Debug, Clone, Copy)]
pub struct Region {
    country: &'static Country,
    part: Option<&'static Part>,
}

impl PartialEq for Region {
    fn eq(&self, other: &Self) -> bool {
        self.codes() == other.codes()
    }
}

impl Eq for Region {}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.country.code)?;
        self.part.map_or(Ok(()), |part| write!(f, "-{}", part.code))
    }
}

impl Region {
    /// Every region of the table: each country followed by its parts.
    pub fn all() -> impl Iterator<Item = Self> {
        countries().iter().flat_map(|country| {
            let parts = country.parts.iter().map(move |part| Self { country, part: Some(part) });
            std::iter::once(Self { country, part: None }).chain(parts)
        })
    }

    /// The region that people and files mean by this text: an ISO code (`us`, `GB-SCT`, `USA`), an
    /// English name, a country's own name, or a part's name (`Scotland`; `Bayern, Germany`).
    /// Nothing where the table has no such region or the name belongs to several.
    pub fn parse(text: &str) -> Option<Self> {
        let wanted = plain(text);
        if wanted.is_empty() {
            return None;
        }
        coded(&wanted).or_else(|| {
            let country =
                |name: &str| Self::all().find(|it| it.part.is_none() && it.is_called(name));
            country(&wanted).or_else(|| part_in(&wanted, country)).or_else(|| part_named(&wanted))
        })
    }

    /// The country that a locale such as `en-US` or `de_CH.UTF-8` names.
    pub fn of_locale(locale: &str) -> Option<Self> {
        coded(&plain(&typed::region(locale)))
    }

    /// The English name of the country, and of the part behind it.
    pub fn name(self) -> String {
        match self.part {
            None => self.country.name.to_owned(),
            Some(part) => format!("{}: {}", self.country.name, part.name),
        }
    }

    /// The name of the part alone, where it is one.
    pub fn part_name(self) -> Option<&'static str> {
        self.part.map(|part| part.name)
    }

    /// The country's code, such as `GB` for Scotland.
    pub fn country_code(self) -> &'static str {
        self.country.code
    }

    pub(super) fn country(self) -> &'static Country {
        self.country
    }

    pub(super) fn part(self) -> Option<&'static Part> {
        self.part
    }

    fn codes(self) -> (&'static str, Option<&'static str>) {
        (self.country.code, self.part.map(|part| part.code))
    }

    fn is_called(self, name: &str) -> bool {
        match self.part {
            Some(part) => plain(part.name) == name,
            None => {
                let names = self.country.called.iter().chain(std::iter::once(&self.country.name));
                names.into_iter().any(|called| plain(called) == name)
            }
        }
    }
}

/// `gb`, `gb-sct` or `gb_sct`.
fn coded(wanted: &str) -> Option<Region> {
    let (country, part) = match wanted.split_once(['-', '_']) {
        Some((country, part)) => (country, Some(part.trim())),
        None => (wanted, None),
    };
    let country = countries().iter().find(|it| it.code.eq_ignore_ascii_case(country.trim()))?;
    match part {
        None => Some(Region { country, part: None }),
        Some(code) => {
            let part = country.parts.iter().find(|part| part.code.eq_ignore_ascii_case(code))?;
            Some(Region { country, part: Some(part) })
        }
    }
}

/// `bayern, germany`: a place, and behind it the country.
fn part_in(wanted: &str, country: impl Fn(&str) -> Option<Region>) -> Option<Region> {
    let (place, land) = wanted.rsplit_once(',')?;
    let land = coded(land.trim()).or_else(|| country(land.trim()))?.country;
    let place = place.trim();
    let named = |part: &&Part| plain(part.name) == place || part.code.eq_ignore_ascii_case(place);
    let part = land.parts.iter().find(named);
    Some(Region { country: land, part })
}

/// A part's name, where only one country has such a part.
fn part_named(wanted: &str) -> Option<Region> {
    let mut found = Region::all().filter(|it| it.part.is_some() && it.is_called(wanted));
    found.next().filter(|_| found.next().is_none())
}

/// The text as it is compared: small letters, no dots, one blank between words, no article.
fn plain(text: &str) -> String {
    let text = text.to_lowercase().replace(['.', '’', '\''], "");
    let words: Vec<&str> = text.split_whitespace().collect();
    let words = words.join(" ");
    words.strip_prefix("the ").unwrap_or(&words).to_owned()
}
