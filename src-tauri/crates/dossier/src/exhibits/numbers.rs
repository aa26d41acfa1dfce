//! The numbers by which both sides speak of exhibits: once sent, they stay.

use std::collections::HashMap;

use holdfast_domain::{NumberedExhibit, Sha256};

use super::Exhibit;

/// Gives the exhibits, which come in the order of their dates, their numbers, and puts them in the
/// order of those: what was sent keeps its number, what is new gets the next ones. Gives the numbers
/// that were sent and that no exhibit has.
pub(super) fn give(exhibits: &mut [Exhibit<'_>], sent: &[NumberedExhibit]) -> Vec<u32> {
    let known: HashMap<Sha256, u32> = sent.iter().map(|one| (one.sha256, one.number)).collect();
    let mut next = sent.iter().map(|one| one.number).max().unwrap_or(0);
    for exhibit in exhibits.iter_mut() {
        exhibit.number = known.get(&exhibit.file.sha256).copied().unwrap_or_else(|| {
            next = next.saturating_add(1);
            next
        });
    }
    exhibits.sort_by_key(|exhibit| exhibit.number);
    let has = |number: u32| exhibits.iter().any(|exhibit| exhibit.number == number);
    let mut missing: Vec<u32> =
        sent.iter().map(|one| one.number).filter(|number| !has(*number)).collect();
    missing.sort_unstable();
    missing
}
