//! Claims and what happened to them.

use crate::table::stored;

stored!(Claim {
    owner: "dispute" Dispute,
    label: "t.reason",
    vendor: ["vendor" Vendor],
    amount: ["amount_minor", "amount_currency"],
    reason: ["reason"],
    arose_on: ["arose_on"],
    due_on: ["due_on"],
    because_of: ["because_of" Event],
    ; movements
});

stored!(Movement {
    owner: "claim" Claim,
    label: "t.kind || ' ' || t.moved_on",
    kind: ["kind"],
    amount: ["amount_minor", "amount_currency"],
    on: ["moved_on"],
    reference: ["reference"],
    remedy: ["remedy" Remedy],
});
