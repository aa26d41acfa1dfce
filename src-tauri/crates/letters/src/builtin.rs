//! The templates that Holdfast brings, one for each kind of letter.

use holdfast_domain::LetterKind;

/// The template that Holdfast brings for the kind, as a household may read it before it writes one
/// of its own, and to which it goes back by a reset.
pub fn builtin_template(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Complaint => include_str!("../templates/complaint.j2"),
        LetterKind::FollowUp => include_str!("../templates/follow_up.j2"),
        LetterKind::Confirmation => include_str!("../templates/confirmation.j2"),
        LetterKind::Escalation => include_str!("../templates/escalation.j2"),
        LetterKind::ThankYou => include_str!("../templates/thank_you.j2"),
        LetterKind::Commendation => include_str!("../templates/commendation.j2"),
        LetterKind::FinalNotice => include_str!("../templates/final_notice.j2"),
        LetterKind::BillingError => include_str!("../templates/billing_error.j2"),
        LetterKind::BeforeClaim => include_str!("../templates/before_claim.j2"),
        LetterKind::RefusalRequest => include_str!("../templates/refusal_request.j2"),
    }
}
