//! Where the household lives, as far as business days are concerned.

use super::wire;

wire! {
    /// Where the household lives, and where it could.
    pub struct RegionBoard {
        /// What the household said, such as `US` or `GB-SCT`.
        pub region: Option<String>,
        /// What the computer's locale proposes where nothing was said.
        pub proposed: Option<String>,
        /// Every country whose holidays are known, by name.
        pub countries: Vec<RegionCountry>,
    }

    /// A country with a table of holidays.
    pub struct RegionCountry {
        /// Its code, such as `GB`.
        pub code: String,
        /// Its English name.
        pub name: String,
        /// The first and the last year whose holidays are known; nothing where only the days of the
        /// week are.
        pub years: Option<(i32, i32)>,
        /// Its parts with holidays of their own.
        pub parts: Vec<RegionPart>,
    }

    /// A part of a country.
    pub struct RegionPart {
        /// Its code, such as `GB-SCT`.
        pub code: String,
        /// Its name.
        pub name: String,
    }
}
