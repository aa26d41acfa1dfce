//! What a record was at each moment, read from its journal.

use std::collections::BTreeMap;

use holdfast_store::{Change, FieldValue, Record};

use super::fields::{Form, columns};
use crate::wire::FieldName;

/// What stood in each field of a record and of what belongs to it.
pub(super) type State<'a> = BTreeMap<(Record, &'a str), &'a FieldValue>;

/// A field that two states differ in.
pub(super) struct Differing {
    pub(super) record: Record,
    pub(super) column: &'static str,
    pub(super) field: FieldName,
    /// How it is read; nothing for whether it lies in the bin.
    pub(super) form: Option<Form>,
    /// Whether the record was there, or is.
    pub(super) there: (bool, bool),
}

/// The states around each action, oldest first: the state before the first, then each action's changes
/// with the state after it.
pub(super) fn replayed(changes: &[Change]) -> (State<'_>, Vec<(&[Change], State<'_>)>) {
    let mut state = State::new();
    for change in changes {
        // What was first written later was what its first change found.
        state.entry((change.record, change.field.as_str())).or_insert(&change.before);
    }
    let first = state.clone();
    let moments = changes.chunk_by(|one, next| one.action.id == next.action.id).map(|done| {
        for change in done {
            state.insert((change.record, change.field.as_str()), &change.after);
        }
        (done, state.clone())
    });
    let moments = moments.collect();
    (first, moments)
}

/// What stands in a field.
pub(super) fn value<'a>(state: &State<'a>, record: Record, column: &str) -> &'a FieldValue {
    state.get(&(record, column)).copied().unwrap_or(&FieldValue::None)
}

/// Whether a record was entered.
pub(super) fn is_entered(state: &State<'_>, record: Record) -> bool {
    *value(state, record, "id") != FieldValue::None
}

/// Whether a record lies in the bin.
pub(super) fn is_binned(state: &State<'_>, record: Record) -> bool {
    *value(state, record, "deleted_at") != FieldValue::None
}

/// What differs between two states of a record. What belongs to another comes and goes with its
/// fields; the record itself goes to the bin.
pub(super) fn between(
    from: &State<'_>,
    to: &State<'_>,
    record: Record,
    is_own: bool,
) -> Vec<Differing> {
    let there = |state| is_entered(state, record) && !(is_own && is_binned(state, record));
    let there = (there(from), there(to));
    let mut all = Vec::new();
    let bin = (is_binned(from, record), is_binned(to, record));
    if !is_own && there.0 && there.1 && bin.0 != bin.1 {
        let (column, field) = ("deleted_at", FieldName::InBin);
        all.push(Differing { record, column, field, form: None, there });
    }
    for (column, shown) in columns(record.noun()) {
        let Some((field, form)) = *shown else { continue };
        let differs = |column| {
            shown_in(from, there.0, record, column) != shown_in(to, there.1, record, column)
        };
        let other = if let Form::Sum(currency) = form { differs(currency) } else { false };
        if differs(column) || other {
            all.push(Differing { record, column, field, form: Some(form), there });
        }
    }
    all
}

fn shown_in<'a>(state: &State<'a>, there: bool, record: Record, column: &str) -> &'a FieldValue {
    if there { value(state, record, column) } else { &FieldValue::None }
}
