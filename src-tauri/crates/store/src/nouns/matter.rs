//! What a dispute is made of beside its claims and remedies: parties, promises, offers, rungs,
//! advocates and next steps.

use crate::table::stored;

stored!(Party {
    owner: "dispute" Dispute,
    label: "(SELECT v.name FROM vendor v WHERE v.id = t.vendor)",
    vendor: ["vendor" Vendor],
    roles: ["caused_it", "holds_the_money", "must_remedy", "can_compel"],
    reference: ["reference"],
    policy: ["policy"],
    rationale: ["rationale"],
});

stored!(Promise {
    owner: "dispute" Dispute,
    label: "t.what",
    by: ["given_by" Contact],
    vendor: ["vendor" Vendor],
    made_on: ["made_on"],
    what: ["what"],
    due_on: ["due_on"],
    outcome: ["outcome"],
    outcome_on: ["outcome_on"],
});

stored!(Offer {
    owner: "dispute" Dispute,
    label: "t.terms",
    by: ["made_by" Contact],
    vendor: ["vendor" Vendor],
    on: ["made_on"],
    terms: ["terms"],
    amount: ["amount_minor", "amount_currency"],
    open_until: ["open_until"],
    answer: ["answer"],
    answered_on: ["answered_on"],
});

stored!(Rung {
    owner: "dispute" Dispute,
    label: "t.reason",
    contact: ["contact" Contact],
    vendor: ["vendor" Vendor],
    reached_on: ["reached_on"],
    reason: ["reason"],
    result: ["result"],
});

stored!(Advocacy {
    owner: "dispute" Dispute,
    label: "t.did",
    contact: ["contact" Contact],
    on: ["helped_on"],
    did: ["did"],
    thanked_on: ["thanked_on"],
    may_quote: ["may_quote"],
});

stored!(NextStep {
    owner: "dispute" Dispute,
    label: "t.what",
    on: ["planned_on"],
    at: ["planned_at"],
    what: ["what"],
    channel: ["channel"],
    contact: ["contact" Contact],
    done_on: ["done_on"],
});
