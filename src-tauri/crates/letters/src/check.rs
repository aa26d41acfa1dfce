//! What a letter still lacks, and where it is filled in.

mod body;
mod kinds;
mod point;

pub use point::{Choice, Place, Point, PointCode, Weight};

use crate::Case;
use crate::context::Context;
use crate::draft::Draft;
use crate::record::Record;
use holdfast_domain::{Letter, LetterKind};

/// What is looked at: the record, the letter's choices, and what was composed from them.
struct Looked<'a> {
    record: &'a Record<'a>,
    draft: &'a Draft,
    context: Context,
    points: Vec<Point>,
}

/// What the letter lacks, in the order in which a reader would miss it: first what has to be there
/// before it is marked as ready, then what would make it better.
///
/// It answers for the day that the draft bears. A draft that does not belong to the case gives no
/// points, for [`compose`](crate::compose()) has refused it before.
pub fn check(case: &Case<'_>, letter: &Letter, draft: &Draft) -> Vec<Point> {
    let Ok(record) = Record::new(case, letter, draft.date) else { return Vec::new() };
    let context = Context::new(&record, draft.enclosures.clone());
    let mut looked = Looked { record: &record, draft, context, points: Vec::new() };
    body::heads(&mut looked);
    match letter.kind {
        LetterKind::Complaint => body::complaint(&mut looked),
        LetterKind::FollowUp => kinds::follow_up(&mut looked),
        LetterKind::Confirmation => kinds::confirmation(&mut looked),
        LetterKind::Escalation => {
            body::complaint(&mut looked);
            kinds::escalation(&mut looked);
        }
        LetterKind::ThankYou | LetterKind::Commendation => kinds::thanks(&mut looked),
        LetterKind::FinalNotice => {
            body::complaint(&mut looked);
            kinds::final_notice(&mut looked);
        }
        LetterKind::BillingError => kinds::billing_error(&mut looked),
        LetterKind::BeforeClaim => kinds::before_claim(&mut looked),
        LetterKind::RefusalRequest => kinds::refusal_request(&mut looked),
    }
    body::texts(&mut looked);
    let mut points = looked.points;
    points.sort_by_key(|point| point.weight);
    points
}

impl Looked<'_> {
    /// Notes the point where what it asks for is not there.
    fn need(&mut self, there: bool, weight: Weight, code: PointCode, place: Place) {
        if !there {
            self.points.push(Point { code, weight, place });
        }
    }

    fn refuse(&mut self, there: bool, code: PointCode, place: Place) {
        self.need(there, Weight::Refuse, code, place);
    }

    fn warn(&mut self, there: bool, code: PointCode, place: Place) {
        self.need(there, Weight::Warn, code, place);
    }
}
