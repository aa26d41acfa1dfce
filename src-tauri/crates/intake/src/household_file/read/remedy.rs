//! What was agreed, and the looks at whether it holds.

use holdfast_domain::{Check, Remedy, RemedyId};

use super::Ids;
use super::dispute::Scope;
use super::object::Object;

pub(super) fn remedy(
    object: &Object<'_>,
    id: RemedyId,
    scope: &Scope<'_>,
    ids: &mut Ids<'_>,
) -> Option<Remedy> {
    object.only(&[
        "key",
        "kind",
        "by",
        "vendor",
        "agreed_on",
        "what",
        "scope",
        "caveat",
        "before_use",
        "claim",
        "expected_by",
        "delivered_on",
        "ends_on",
        "satisfied_on",
        "checks",
    ]);
    object.raw("key");
    let kind = object.word("kind");
    let by = object.maybe_reference("by", "contact", &scope.keys.contacts);
    let vendor = object.maybe_reference("vendor", "vendor", &scope.keys.vendors);
    let agreed_on = object.day("agreed_on");
    let what = object.prose("what");
    let covers = object.maybe_prose("scope");
    let caveat = object.maybe_prose("caveat");
    let before_use = object.maybe_prose("before_use");
    let claim = object.maybe_reference("claim", "claim of this dispute", &scope.claims);
    let expected_by = object.maybe_day("expected_by");
    let delivered_on = object.maybe_day("delivered_on");
    let ends_on = object.maybe_day("ends_on");
    let satisfied_on = object.maybe_day("satisfied_on");
    let checks = object.maybe_objects("checks");
    let checks = checks.iter().filter_map(|one| check(one, ids)).collect();
    Some(Remedy {
        id,
        kind: kind?,
        by,
        vendor,
        agreed_on: agreed_on?,
        what: what?,
        scope: covers,
        caveat,
        before_use,
        claim,
        expected_by,
        delivered_on,
        ends_on,
        satisfied_on,
        checks,
    })
}

fn check(object: &Object<'_>, ids: &mut Ids<'_>) -> Option<Check> {
    object.only(&["due_on", "done_on", "result", "note"]);
    let due_on = object.day("due_on");
    let done_on = object.maybe_day("done_on");
    let result = object.maybe_word("result");
    let note = object.maybe_prose("note");
    Some(Check { id: ids.of(object), due_on: due_on?, done_on, result, note })
}
