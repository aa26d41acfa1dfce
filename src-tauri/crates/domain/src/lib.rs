//! The nouns and rules of a household's disputes with vendors.
//!
//! Facts go in; everything else is derived here: balances, statuses, what is due and whom to thank.
//! Nothing in this crate reads a file, asks for the time or makes up an id, so every rule can be
//! tested on any date in microseconds. The rules are those of the household file's reference.

mod area;
mod ids;
mod money;
mod vocabulary;

pub mod calendar;
pub mod cover;
pub mod document;
pub mod fold;
pub mod mask;
pub mod rules;
pub mod text;
pub mod typed;
pub mod validity;
pub mod words;
pub mod wronged;

mod clock;
mod dispute;
mod dossier;
mod event;
mod evidence;
mod household;
mod issue;
mod letter;
mod refund_list;
mod remedy;
mod snooze;
mod statement;
mod vendor;

pub use area::Area;
pub use clock::{Clock, ClockRule, Limit, Pause, Way};
pub use dispute::{
    Advocacy, Claim, Dispute, Movement, NextStep, Offer, Party, Promise, Roles, Rung, Subject,
};
pub use dossier::{
    DossierChoice, NotNumbered, NumberedExhibit, SentDossier, dossier_recipient, numbers_kept,
};
pub use event::{Event, EventTime, Fact, Occurred};
pub use evidence::{Attachment, Citation, Cited, CoveredArea, NotASha256, Sha256};
pub use household::{Household, Member};
pub use ids::*;
pub use issue::Issue;
pub use letter::{Letter, LetterEdit, LetterTemplate, SentLetter};
pub use money::{Currency, Money, MoneyError};
pub use refund_list::RefundLayout;
pub use remedy::{Check, Remedy};
pub use snooze::Snooze;
pub use statement::{
    Account, CsvLayout, LineRef, Statement, StatementEntry, StatementLine, StatementMatch,
};
pub use vendor::{Contact, Vendor, VendorChannel};
pub use vocabulary::*;

pub use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Utc};
