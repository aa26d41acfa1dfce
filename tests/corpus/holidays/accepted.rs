//! The holidays on which the two tables differ, and which side is right.
//!
//! The region, the side that has the holiday alone, the day (or its year, or `*` for all), and why.
//! Where theirs is right, or may be, a source is still wanted for `corrections.txt` of the table.

use super::Side::{self, Ours, Theirs};

const EMIRATES: &str = "theirs may be right: announced days before by the moon; ours is computed";
const COMMON: &str = "ours is right: every state and territory observes the Monday instead";
const NOT_YET: &str = "neither can know: the State Council announces 2027 by the end of 2026; ours \
     says that the year lies beyond its table";
const DECREED: &str =
    "ours is right: the Prime Minister's decree for the feast of 2025 had this day";
const MOVED: &str =
    "theirs may be right: a decree moves it to Thursday; none of 2026 and 2027 was read";
const LUNAR: &str = "theirs may be right: computed by another calendar of the moon";
const DECREE: &str = "theirs may be right: the Community's decree for 2027 was not read";
const INDIA: &str = "theirs may be right: the list of 2027 was not read; ours says that the year \
     lies beyond its table";
const TERMS: &str = "ours is right for time limits: Algemene termijnenwet art. 3 names 5 May of every \
     year, theirs the day off of every fifth";
const NEPAL: &str =
    "theirs is right: no holiday of Nepal is in our table, which says so of every sum";
const REST: &str = "neither: the Implementing Regulations of the Labour Law (art. 24) make up for a \
     feast on days of rest, and leave the day to the employer";
const FEDERAL: &str = "ours is right for banks and federal rules: a federal holiday, 5 U.S.C. 6103";
const STAFFED: &str = "ours is right: a partial staffing or optional holiday (Texas Government Code \
     662.003), on which offices stay open";
const ELECTION: &str =
    "theirs may be right: a day of election is proclaimed; the proclamation was not read";

pub(super) const ACCEPTED: &[(&str, Side, &str, &str)] = &[
    ("AE", Theirs, "2026-03-19", EMIRATES),
    ("AE", Theirs, "2026-06-15", EMIRATES),
    ("AE", Ours, "2026-06-16", EMIRATES),
    ("AE", Ours, "2026-08-25", EMIRATES),
    ("AE", Theirs, "2026-08-28", EMIRATES),
    ("AU", Ours, "2025-01-27", COMMON),
    ("AU", Ours, "2026-12-28", COMMON),
    ("CN", Theirs, "2027", NOT_YET),
    ("EG", Ours, "2025-04-01", DECREED),
    ("EG", Ours, "2025-06-09", DECREED),
    ("EG", Ours, "2026-01-25", MOVED),
    ("EG", Theirs, "2026-01-29", MOVED),
    ("EG", Ours, "2026-03-22", LUNAR),
    ("EG", Ours, "2026-06-16", MOVED),
    ("EG", Theirs, "2026-06-18", MOVED),
    ("EG", Ours, "2026-06-30", MOVED),
    ("EG", Theirs, "2026-07-02", MOVED),
    ("EG", Ours, "2026-10-06", MOVED),
    ("EG", Theirs, "2026-10-08", MOVED),
    ("EG", Ours, "2027-01-25", MOVED),
    ("EG", Theirs, "2027-01-28", MOVED),
    ("EG", Ours, "2027-03-11", LUNAR),
    ("ES-MD", Theirs, "2027-03-19", DECREE),
    ("IN", Theirs, "2027", INDIA),
    ("NL", Ours, "2026-05-05", TERMS),
    ("NP", Theirs, "*", NEPAL),
    ("SA", Theirs, "2025", REST),
    ("SA", Theirs, "2026", REST),
    ("SA", Theirs, "2027", REST),
    ("US-MA", Ours, "2026-07-03", FEDERAL),
    ("US-TX", Ours, "2025-10-13", FEDERAL),
    ("US-TX", Ours, "2026-10-12", FEDERAL),
    ("US-TX", Theirs, "2025", STAFFED),
    ("US-TX", Theirs, "2026", STAFFED),
    ("US-TX", Theirs, "2027", STAFFED),
    ("ZA", Theirs, "2026-11-04", ELECTION),
];
