//! A dispute: what it is about, the vendors' parts in it, and what is owed.

use holdfast_domain::{
    Claim, ClaimId, Currency, Dispute, DisputeId, Event, EventId, Movement, Party, RemedyId, Role,
    Roles, Subject,
};

use super::object::Object;
use super::{Ids, Keyed, Keys, each, event, remedy, steps};

/// What may be referred to within one dispute.
pub(super) struct Scope<'a> {
    pub(super) keys: &'a Keys<'a>,
    pub(super) claims: Keyed<'a, ClaimId>,
    pub(super) events: Keyed<'a, EventId>,
    pub(super) remedies: Keyed<'a, RemedyId>,
}

const NAMES: &[&str] = &[
    "key",
    "title",
    "goal",
    "opened_on",
    "lead",
    "closed_on",
    "closed_as",
    "subject",
    "effect",
    "parties",
    "claims",
    "events",
    "promises",
    "offers",
    "rungs",
    "advocates",
    "remedies",
    "next_steps",
];

pub(super) fn dispute<'a>(
    object: &Object<'a>,
    id: DisputeId,
    keys: &'a Keys<'a>,
    ids: &mut Ids<'_>,
    events: &mut Vec<Event>,
) -> Option<Dispute> {
    object.only(NAMES);
    object.required_raw("key");
    let title = object.line("title");
    let goal = object.prose("goal");
    let opened_on = object.day("opened_on");
    let lead = object.reference("lead", "member", &keys.members);
    let closed_on = object.maybe_day("closed_on");
    let closed_as = object.maybe_word("closed_as");
    let subject = object.maybe_object("subject").map(|one| subject(&one)).unwrap_or_default();
    let effect = object.maybe_prose("effect");

    let claims = object.maybe_objects("claims");
    let happened = object.maybe_objects("events");
    let remedies = object.maybe_objects("remedies");
    let scope = Scope {
        keys,
        claims: Keyed::of(&claims, ids),
        events: Keyed::of(&happened, ids),
        remedies: Keyed::of(&remedies, ids),
    };
    let parties = object.maybe_objects("parties");
    let parties = parties.iter().filter_map(|one| party(one, keys, ids)).collect();
    let claims = each(&claims, &scope.claims, |one, claim| self::claim(one, claim, &scope, ids));
    events.extend(each(&happened, &scope.events, |one, event| {
        event::event(one, event, id, keys, ids)
    }));
    let all = |name: &str| object.maybe_objects(name);
    let promises = all("promises").iter().filter_map(|o| steps::promise(o, keys, ids)).collect();
    let offers = all("offers").iter().filter_map(|o| steps::offer(o, keys, ids)).collect();
    let rungs = all("rungs").iter().filter_map(|o| steps::rung(o, keys, ids)).collect();
    let advocates = all("advocates").iter().filter_map(|o| steps::advocacy(o, keys, ids)).collect();
    let remedies =
        each(&remedies, &scope.remedies, |one, remedy| remedy::remedy(one, remedy, &scope, ids));
    let next_steps =
        all("next_steps").iter().filter_map(|o| steps::next_step(o, keys, ids)).collect();
    Some(Dispute {
        id,
        title: title?,
        goal: goal?,
        opened_on: opened_on?,
        lead: lead?,
        closed_on,
        closed_as,
        subject,
        effect,
        parties,
        claims,
        // The household file has no place for issues.
        issues: Vec::new(),
        promises,
        offers,
        rungs,
        advocates,
        remedies,
        next_steps,
    })
}

fn subject(object: &Object<'_>) -> Subject {
    object.only(&[
        "what",
        "bought_on",
        "where",
        "price",
        "currency",
        "paid_by",
        "order",
        "account",
        "model",
        "serial",
    ]);
    Subject {
        what: object.maybe_prose("what"),
        bought_on: object.maybe_day("bought_on"),
        place: object.maybe_line("where"),
        price: object.maybe_price(),
        paid_by: object.maybe_line("paid_by"),
        order: object.maybe_line("order"),
        account: object.maybe_line("account"),
        model: object.maybe_line("model"),
        serial: object.maybe_line("serial"),
    }
}

fn party(object: &Object<'_>, keys: &Keys<'_>, ids: &mut Ids<'_>) -> Option<Party> {
    object.only(&["vendor", "roles", "reference", "policy", "rationale"]);
    let vendor = object.reference("vendor", "vendor", &keys.vendors);
    let roles = object.words::<Role>("roles").map(Roles::from_iter);
    let reference = object.maybe_line("reference");
    let policy = object.maybe_prose("policy");
    let rationale = object.maybe_prose("rationale");
    let (vendor, roles) = (vendor?, roles?);
    Some(Party { id: ids.of(object), vendor, roles, reference, policy, rationale })
}

fn claim(object: &Object<'_>, id: ClaimId, scope: &Scope<'_>, ids: &mut Ids<'_>) -> Option<Claim> {
    object.only(&[
        "key",
        "vendor",
        "amount",
        "currency",
        "for",
        "arose_on",
        "due_on",
        "because_of",
        "movements",
    ]);
    object.raw("key");
    let vendor = object.reference("vendor", "vendor", &scope.keys.vendors);
    // The amount may be wrong while the currency is right; the movements need only that.
    let currency = object.currency();
    let amount = object.amount_in(currency);
    let reason = object.prose("for");
    let arose_on = object.day("arose_on");
    let due_on = object.maybe_day("due_on");
    let because_of = object.maybe_reference("because_of", "event of this dispute", &scope.events);
    let movements = object.maybe_objects("movements");
    let movements =
        movements.iter().filter_map(|one| movement(one, currency, scope, ids)).collect();
    Some(Claim {
        id,
        vendor: vendor?,
        amount: amount?,
        reason: reason?,
        arose_on: arose_on?,
        due_on,
        because_of,
        movements,
    })
}

fn movement(
    object: &Object<'_>,
    currency: Option<Currency>,
    scope: &Scope<'_>,
    ids: &mut Ids<'_>,
) -> Option<Movement> {
    object.only(&["kind", "amount", "on", "reference", "remedy"]);
    let kind = object.word("kind");
    let amount = object.amount_in(currency);
    let on = object.day("on");
    let reference = object.maybe_line("reference");
    let remedy = object.maybe_reference("remedy", "remedy of this dispute", &scope.remedies);
    Some(Movement { id: ids.of(object), kind: kind?, amount: amount?, on: on?, reference, remedy })
}
