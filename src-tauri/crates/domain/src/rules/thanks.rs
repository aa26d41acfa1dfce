//! Whom to thank.

use chrono::NaiveDate;

use super::has_come;
use crate::{Advocacy, ContactId, Dispute};

/// Whether the help had been thanked for by then.
pub fn is_thanked(help: &Advocacy, on: NaiveDate) -> bool {
    has_come(help.thanked_on, on)
}

/// Who helped and has not been thanked for it, each person once, in the order in which the help
/// was entered. Closed disputes count too: thanks are owed even when the matter is over.
pub fn to_thank(dispute: &Dispute, on: NaiveDate) -> Vec<ContactId> {
    let mut people = Vec::new();
    let unthanked = dispute.advocates.iter().filter(|help| help.on <= on && !is_thanked(help, on));
    for help in unthanked {
        if !people.contains(&help.contact) {
            people.push(help.contact);
        }
    }
    people
}
