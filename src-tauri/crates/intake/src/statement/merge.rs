//! One draft an account, where a file says several things of one.

use std::collections::HashMap;

use super::StatementDraft;

/// Puts what a file says of the same account together, in the order of the file: banks write a
/// statement for each day into one file. Two transactions that are equal stay two. Accounts that
/// have neither number nor name stay apart, for nothing shows that they are one.
pub(super) fn one_an_account(drafts: Vec<StatementDraft>) -> Vec<StatementDraft> {
    let mut whole: Vec<StatementDraft> = Vec::new();
    let mut places = HashMap::new();
    for draft in drafts {
        let key = (draft.bank.clone(), draft.number.clone(), draft.name.clone(), draft.currency);
        let known = draft.number.is_some() || draft.name.is_some();
        match places.get(&key).filter(|_| known) {
            Some(place) => add(&mut whole[*place], draft),
            None => {
                places.insert(key, whole.len());
                whole.push(draft);
            }
        }
    }
    whole
}

/// Adds what is said later. The days that both cover are known only where both say them.
fn add(to: &mut StatementDraft, later: StatementDraft) {
    to.from = to.from.zip(later.from).map(|(one, other)| one.min(other));
    to.until = to.until.zip(later.until).map(|(one, other)| one.max(other));
    to.entries.extend(later.entries);
}
