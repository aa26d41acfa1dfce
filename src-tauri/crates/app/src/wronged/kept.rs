//! The answers as they are kept: a draft for each dispute, outside the record and its dossier.

use std::collections::BTreeMap;

use holdfast_domain::rules::wronged::Answers;
use holdfast_domain::wronged::Answer;
use holdfast_domain::{Currency, DisputeId, Money};
use serde::{Deserialize, Serialize};

use crate::wire::{AppError, WrongedAnswer};
use crate::{App, from_wire, to_wire};

/// What was answered in one dispute, problem by problem.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Kept {
    /// The problem that was looked at last.
    pub(super) problem: Option<String>,
    /// By the key of the problem.
    #[serde(default)]
    pub(super) of: BTreeMap<String, OfProblem>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct OfProblem {
    /// By the key of the question.
    #[serde(default)]
    pub(super) answers: BTreeMap<String, WrongedAnswer>,
    /// The claims that were made of findings, by the key of the finding.
    #[serde(default)]
    pub(super) claims: BTreeMap<String, String>,
    /// The issues that were made of findings, by the key of the finding.
    #[serde(default)]
    pub(super) issues: BTreeMap<String, String>,
}

impl Kept {
    /// The answers to a problem's questions, as the rules see them.
    pub(super) fn answers(&self, problem: &str) -> Answers {
        let of = self.of.get(problem);
        let answers = of.iter().flat_map(|of| &of.answers);
        answers.filter_map(|(key, answer)| Some((key.clone(), read(answer)?))).collect()
    }
}

fn read(answer: &WrongedAnswer) -> Option<Answer> {
    Some(match answer {
        WrongedAnswer::Yes => Answer::Yes,
        WrongedAnswer::No => Answer::No,
        WrongedAnswer::Unsure => Answer::Unsure,
        WrongedAnswer::Day { day } => Answer::Day(day.parse().ok()?),
        WrongedAnswer::Sum { sum } => {
            Answer::Sum(Money::parse(&sum.amount, Currency::from_code(&sum.currency).ok()?).ok()?)
        }
        WrongedAnswer::Chosen { option } => Answer::Chosen(option.clone()),
    })
}

/// An answer that came from the window.
pub(super) fn answer(from: &WrongedAnswer) -> Result<Answer, AppError> {
    Ok(match from {
        WrongedAnswer::Yes => Answer::Yes,
        WrongedAnswer::No => Answer::No,
        WrongedAnswer::Unsure => Answer::Unsure,
        WrongedAnswer::Day { day } => Answer::Day(from_wire::day("answer", day)?),
        WrongedAnswer::Sum { sum } => Answer::Sum(from_wire::money("answer", sum)?),
        WrongedAnswer::Chosen { option } => Answer::Chosen(option.clone()),
    })
}

/// An answer as it is kept and shown.
pub(super) fn written(answer: &Answer) -> WrongedAnswer {
    match answer {
        Answer::Yes => WrongedAnswer::Yes,
        Answer::No => WrongedAnswer::No,
        Answer::Unsure => WrongedAnswer::Unsure,
        Answer::Day(day) => WrongedAnswer::Day { day: to_wire::day(*day) },
        Answer::Sum(sum) => WrongedAnswer::Sum { sum: to_wire::money(*sum) },
        Answer::Chosen(option) => WrongedAnswer::Chosen { option: option.clone() },
    }
}

fn key(dispute: DisputeId) -> String {
    format!("wronged:{dispute}")
}

impl App {
    /// The answers of a dispute. What cannot be read, because another version wrote it, counts as
    /// none.
    pub(super) fn kept_answers(&self, dispute: DisputeId) -> Result<Kept, AppError> {
        let text = self.draft(&key(dispute))?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    pub(super) fn keep_answers(&self, dispute: DisputeId, kept: &Kept) -> Result<(), AppError> {
        let text = serde_json::to_string(kept).map_err(|error| {
            let detail = [("detail", error.to_string())];
            crate::error::with(crate::wire::ErrorCode::Internal, detail)
        })?;
        self.save_draft(&key(dispute), &text)
    }
}
