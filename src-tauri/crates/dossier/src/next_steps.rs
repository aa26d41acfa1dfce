//! What the household has done and will do, and where it would turn next.

use holdfast_domain::document::{Block, Row, Table};
use holdfast_domain::{NextStep, Rung};

use crate::record::Record;
use crate::tables::{fit, heading, row, share};
use crate::words::{self, date, own_words, sentence};

pub(crate) fn compose(record: &Record<'_>) -> Vec<Block> {
    let dispute = &record.dispute;
    let mut steps: Vec<&NextStep> = dispute.next_steps.iter().collect();
    steps.sort_by_key(|step| (step.on, step.at));
    let planned = dispute.rungs.iter().filter(|rung| rung.reached_on.is_none());
    let rows: Vec<Row> = steps
        .into_iter()
        .map(|step| step_row(record, step))
        .chain(planned.map(|rung| rung_row(record, rung)))
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let table = Table {
        summary: "Steps of the household, planned and done".to_owned(),
        columns: vec![fit("Planned for"), share("Step", 6), share("How", 3), fit("Done")],
        rows,
    };
    vec![heading(1, "Steps of the household"), Block::Table(table)]
}

fn step_row(record: &Record<'_>, step: &NextStep) -> Row {
    let at = step.at.map(|at| format!(", {}", at.format("%H:%M"))).unwrap_or_default();
    let channel = step.channel.map(|channel| words::channel(channel).to_owned());
    let discreet = discloses_a_favour(record, step);
    let who = step.contact.filter(|_| !discreet).map(|contact| record.person(contact));
    let how: Vec<String> = channel.into_iter().chain(who).collect();
    let what =
        if discreet { "A step of the household’s own.".to_owned() } else { sentence(&step.what) };
    let done = step.done_on.map_or("not yet".to_owned(), date);
    row([format!("{}{at}", date(step.on)), what, how.join(", "), done])
}

fn rung_row(record: &Record<'_>, rung: &Rung) -> Row {
    let reason = own_words(&rung.reason);
    let what = match record.who(rung.contact, rung.vendor) {
        Some(who) => format!("Put the matter to {who}. Reason: {reason}"),
        None => format!("Take the matter a step further. Reason: {reason}"),
    };
    let result = rung.result.as_deref().map(|result| format!(" Result: {}", own_words(result)));
    let what = format!("{what}{}", result.unwrap_or_default());
    row(["if needed".to_owned(), what, String::new(), "not yet".to_owned()])
}

/// Whether the step would give away that someone helped who is not to be named, as “Thank Dana
/// Ruiz” would. It is the word “thank” beside such a person that does; a call to them does not.
fn discloses_a_favour(record: &Record<'_>, step: &NextStep) -> bool {
    let what = step.what.to_lowercase();
    if !what.contains("thank") {
        return false;
    }
    let dispute = &record.case.dispute;
    let mut unquoted = dispute.advocates.iter().filter(|help| !record.may_be_named(help));
    unquoted.any(|help| {
        let named = record.contact(help.contact).is_some_and(|person| {
            person.name.to_lowercase().split_whitespace().any(|part| what.contains(part))
        });
        named || step.contact == Some(help.contact)
    })
}
