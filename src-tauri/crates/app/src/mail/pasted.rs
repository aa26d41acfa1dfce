//! What was confirmed of a pasted text: its events, and the text itself as what they rest on.

use holdfast_domain::{Cited, DisputeId, Event, EventTime, validity};

use super::entering::{Happened, put_events};
use super::thread::fits;
use crate::error::{not_found, refused, sorted_out, with};
use crate::evidence::adding::{Said, put_once};
use crate::wire::Deed;
use crate::wire::{AppError, Done, ErrorCode, ThreadAdding, ThreadEvent};
use crate::{App, Incoming, from_wire};

impl App {
    /// Takes over what was confirmed of a pasted text, as one action: the events, and the text
    /// itself as evidence, on whose lines they rest. The same text is kept once.
    ///
    /// # Errors
    /// `NotFound`; `FileEmpty`, `FileTooLarge`; `Refused` with what stands in the way. Nothing is
    /// added then.
    pub fn add_thread(&self, adding: &ThreadAdding) -> Result<Done, AppError> {
        let dispute: DisputeId = from_wire::id("dispute", &adding.dispute)?;
        fits(&adding.text)?;
        if adding.text.trim().is_empty() {
            return Err(with(ErrorCode::FileEmpty, [("name", adding.name.clone())]));
        }
        if adding.events.is_empty() {
            return Err(refused("events", "missing", []));
        }
        let (name, bytes) = (adding.name.clone(), adding.text.clone().into_bytes());
        let kept = self.keep_original(Incoming::Pasted { name, bytes })?;
        let (today, now) = (self.today_day(), self.now());
        self.change(Deed::AddThread, &kept.name, |writer| {
            let mut dispute = writer.dispute(dispute)?.ok_or_else(not_found)?;
            let happened = adding.events.iter().map(happened).collect::<Result<Vec<_>, _>>()?;
            let (events, warnings) = put_events(writer, &mut dispute, &happened, today)?;
            let said = said(dispute.id, &events, &adding.events);
            sorted_out(&validity::attachment_problems(&said.attachment(&kept, now), today))?;
            put_once(writer, &said, &kept, now)?;
            Ok((events.first().map(|event| event.id.to_string()), warnings))
        })
    }
}

fn happened(of: &ThreadEvent) -> Result<Happened<'_>, AppError> {
    Ok(Happened {
        time: EventTime { at: from_wire::occurred("at", &of.at)?, precision: of.precision.into() },
        channel: of.channel.into(),
        direction: of.direction.into(),
        vendor: of.vendor.as_ref(),
        people: &of.people,
        words: &of.words,
    })
}

/// What is said of the pasted text: each event rests on the line on which it begins.
fn said(dispute: DisputeId, events: &[Event], forms: &[ThreadEvent]) -> Said {
    let lines = events.iter().zip(forms);
    Said {
        dispute,
        cited: lines
            .map(|(event, form)| (Cited::Event(event.id), Some(format!("line {}", form.line))))
            .collect(),
        caption: None,
        dated: None,
        obtained: Some("copied by us".to_owned()),
        vendor: None,
        author: None,
    }
}
