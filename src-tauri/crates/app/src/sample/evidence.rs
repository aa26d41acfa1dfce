//! The sample's evidence: a bill and an e-mail, whose days move along with those of the disputes.

use chrono::TimeDelta;
use holdfast_domain::NaiveDate;

use super::{FULLEST, moved};
use crate::evidence::answers::EvidenceAsk;
use crate::wire::AppError;
use crate::{App, Incoming};

/// A file as it is kept with the program, and what the household says of it.
struct Kept {
    name: &'static str,
    content: &'static [u8],
    caption: &'static str,
    /// The day that it bears, `YYYY-MM-DD`.
    day: &'static str,
    /// The day of the event that rests on it.
    event: &'static str,
    how: &'static str,
    author: &'static str,
}

const KEPT: [Kept; 2] = [
    Kept {
        name: "hotel-bill.pdf",
        content: include_bytes!("../../sample/hotel-bill.pdf"),
        caption: "The hotel’s bill for that night",
        day: "2026-04-12",
        event: "2026-04-11",
        how: "Given to us at the desk when we left",
        author: "Hotel Farol de Papel",
    },
    Kept {
        name: "petrel-answer.eml",
        content: include_bytes!("../../sample/petrel-answer.eml"),
        caption: "Petrel Airways says that the compensation is due",
        day: "2026-05-12",
        event: "2026-05-12",
        how: "Saved from Jonas’s mail",
        author: "Tomás Reis",
    },
];

impl App {
    /// Adds the evidence of one dispute, moved by so many days.
    pub(super) fn add_sample_evidence(&self, days: i64) -> Result<(), AppError> {
        for kept in &KEPT {
            let day =
                |day: &str| day.parse::<NaiveDate>().ok().map(|it| it + TimeDelta::days(days));
            let event = day(kept.event).map(|day| day.to_string());
            let adding = self.evidence_adding(&EvidenceAsk {
                dispute: FULLEST,
                caption: Some(kept.caption),
                date: day(kept.day),
                about: false,
                how: Some(kept.how),
                author: Some(kept.author),
                cite_events: event.as_slice(),
                place: None,
            })?;
            let file =
                Incoming::Pasted { name: kept.name.to_owned(), bytes: moved(kept.content, days) };
            self.add_evidence(&adding, vec![file], &mut |_| true)?;
        }
        Ok(())
    }
}
