//! Remedies and the looks at whether they hold.

use crate::table::stored;

stored!(Remedy {
    owner: "dispute" Dispute,
    label: "t.what",
    kind: ["kind"],
    by: ["agreed_by" Contact],
    vendor: ["vendor" Vendor],
    agreed_on: ["agreed_on"],
    what: ["what"],
    scope: ["scope"],
    caveat: ["caveat"],
    before_use: ["before_use"],
    claim: ["claim" Claim],
    expected_by: ["expected_by"],
    delivered_on: ["delivered_on"],
    ends_on: ["ends_on"],
    satisfied_on: ["satisfied_on"],
    ; checks
});

stored!(Check {
    owner: "remedy" Remedy,
    label: "coalesce(t.note, t.due_on)",
    due_on: ["due_on"],
    done_on: ["done_on"],
    result: ["result"],
    note: ["note"],
});
