//! Evidence without a window: files added, listed, given back and checked.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use holdfast_app::evidence::answers::{EvidenceAnswer, EvidenceAsk, EvidenceRow, FileStanding};
use holdfast_app::wire::{BackAgain, EvidenceAdded, LostFile};
use holdfast_app::{App, Clock, files};
use serde::Serialize;

use crate::place::Place;
use crate::{Failure, erase, out, tables, values, words};

/// What can be done with evidence.
#[derive(Debug, Subcommand)]
pub(crate) enum EvidenceCommand {
    /// Add files, or all that lies in folders, to a dispute; the same original is added once
    Add(EvidenceAdd),
    /// What there is, of one dispute or of all
    List {
        /// Its title, short reference or id
        dispute: Option<String>,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Give an original back, byte for byte
    Save {
        /// The evidence, by the id that `list` gives, or its beginning where it fits only one
        id: String,
        /// Where to write it; an existing file is replaced
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
    /// Read every original again, and name each that is no longer what it was
    Verify,
    /// Where the file that holds the originals is damaged or gone, or single originals are: go on with all
    /// that can be read of it and of its copy among the backups elsewhere. What is damaged is kept
    Repair {
        /// A folder with a copy of the record, such as one made with `backup --to`
        #[arg(long, value_name = "FOLDER")]
        from: Option<PathBuf>,
    },
}

/// Files to add.
#[derive(Debug, Args)]
pub(crate) struct EvidenceAdd {
    /// The dispute's title, short reference or id
    dispute: String,
    /// The files and folders
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What they show
    #[arg(long, value_name = "WORDS")]
    caption: Option<String>,
    /// The day that they bear
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    date: Option<NaiveDate>,
    /// That day is only about right
    #[arg(long, requires = "date")]
    about: bool,
    /// How the household came by them, in your words: “handed over at the counter”
    #[arg(long, value_name = "WORDS")]
    how: Option<String>,
    /// Who made them: “Copper & Pine”, “ourselves”
    #[arg(long, value_name = "WORDS")]
    author: Option<String>,
    /// An event that rests on them: its id, or its day where nothing else happened on it
    #[arg(long, value_name = "EVENT")]
    cite_event: Vec<String>,
    /// Where in them: “p. 2, second paragraph”
    #[arg(long, value_name = "WORDS", requires = "cite_event")]
    place: Option<String>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// What became of the files, for scripts.
#[derive(Serialize)]
struct Added {
    added: Vec<New>,
    known: Vec<Known>,
    whole_again: Vec<String>,
    left_out: Vec<LeftOut>,
}

#[derive(Serialize)]
struct New {
    id: String,
    name: String,
}

#[derive(Serialize)]
struct Known {
    name: String,
    id: String,
    known_as: String,
}

#[derive(Serialize)]
struct LeftOut {
    name: String,
    reason: String,
}

/// Does one of the commands of `evidence`.
pub(crate) fn run(app: &App, command: &EvidenceCommand) -> Result<(), Failure> {
    match command {
        EvidenceCommand::Add(wanted) => add(app, wanted),
        EvidenceCommand::List { dispute, json } => {
            let answer = app.evidence_answer(dispute.as_deref())?;
            if *json {
                return out::json(&answer);
            }
            out::answer(table(&answer))?;
            Ok(())
        }
        EvidenceCommand::Save { id, to } => {
            files::write(to, |out| app.evidence_copy(id, out))?;
            out::answer(to.display())?;
            Ok(())
        }
        EvidenceCommand::Verify => {
            crate::note_unnamed(app)?;
            crate::findings(app, &app.verify_evidence()?, "every original is")
        }
        // It was done before a record was opened.
        EvidenceCommand::Repair { .. } => Ok(()),
    }
}

/// Goes on with the originals that can be had, where their file is damaged or gone or lacks some, and
/// names those that are lost all the same.
pub(crate) fn repair(place: &Place, from: Option<&Path>) -> Result<(), Failure> {
    place.require()?;
    let key = place.key()?;
    let done = App::repair_originals(&place.path, key.as_ref(), Clock::System, from)?;
    let Some(done) = done else {
        return out::answer("the file that holds the originals is sound; nothing was changed");
    };
    let saved = match done.saved {
        0 => "no original could be had again".to_owned(),
        saved => format!("{} there again", out::counted(saved, "original is", "originals are")),
    };
    let kept = done.kept.map(|kept| format!("; the damaged file is kept as {kept}"));
    out::answer(format!("{saved}{}", kept.unwrap_or_default()))?;
    if done.missing == 0 {
        return Ok(());
    }
    note_lost(&App::open_with(&place.path, key.as_ref(), Clock::System)?.read_files_again()?);
    Err(Failure::InPart)
}

/// How lost files can be had again.
pub(crate) const HAD_AGAIN: &str = "Where a copy of the record was made, `evidence repair --from FOLDER` has \
    them again; a file that you still have is whole again when it is added again.";

/// Names files that are lost, and says how they can be had again.
pub(crate) fn note_lost(lost: &[LostFile]) {
    if lost.is_empty() {
        return;
    }
    out::note("These files are not there as they were:");
    for one in lost {
        let how = if one.is_changed { "no longer what it was" } else { "not there" };
        out::note(format!("    {}: {how}", erase::named(&one.naming)));
    }
    out::note(HAD_AGAIN);
}

fn add(app: &App, wanted: &EvidenceAdd) -> Result<(), Failure> {
    let adding = app.evidence_adding(&EvidenceAsk {
        dispute: &wanted.dispute,
        caption: wanted.caption.as_deref(),
        date: wanted.date,
        about: wanted.about,
        how: wanted.how.as_deref(),
        author: wanted.author.as_deref(),
        cite_events: &wanted.cite_event,
        place: wanted.place.as_deref(),
    })?;
    let incoming = files::gathered(&wanted.files)?;
    let many = incoming.len() > 1;
    let mut done = app.add_evidence(&adding, incoming, &mut |how_far| {
        if many && !wanted.json {
            out::note(format!("{} of {}: {}", how_far.done + 1, how_far.total, how_far.name));
        }
        true
    })?;
    let back = std::mem::take(&mut done.back);
    let is_any_back = !(back.is_empty() && done.whole_again.is_empty());
    let answer = told(done);
    if wanted.json {
        out::json(&answer)?;
    } else {
        for one in &answer.added {
            out::answer(format!("added {} as {}", one.name, one.id))?;
        }
        for one in &answer.known {
            out::answer(format!("already here as {}: {}", one.known_as, one.name))?;
        }
        for name in &answer.whole_again {
            out::answer(format!("{name} was lost, and is whole again wherever it is named"))?;
        }
    }
    for BackAgain { name, erased_on } in back {
        out::note(format!("note: {name} was erased for good on {erased_on}, and is there again"));
    }
    for one in &answer.left_out {
        out::note(format!("holdfast-cli: {} was not added: {}", one.name, one.reason));
    }
    let is_any_there = is_any_back || !(answer.added.is_empty() && answer.known.is_empty());
    Failure::of_parts(is_any_there, !answer.left_out.is_empty())
}

fn told(of: EvidenceAdded) -> Added {
    let known = of.known.into_iter();
    let left_out = of.left_out.into_iter();
    Added {
        added: of.added.into_iter().map(|one| New { id: one.id, name: one.name }).collect(),
        known: known
            .map(|one| Known {
                name: one.name,
                id: one.attachment.id,
                known_as: one.attachment.name,
            })
            .collect(),
        whole_again: of.whole_again,
        left_out: left_out
            .map(|one| LeftOut { reason: words::sentence(&one.error), name: one.name })
            .collect(),
    }
}

/// What a file is called, and what is known of it where it is not kept.
fn file(row: &EvidenceRow) -> String {
    let on = row.erased_on.as_deref().unwrap_or_default();
    match row.file {
        FileStanding::Kept => row.name.clone(),
        FileStanding::Erased => format!("{} (erased for good on {on})", row.name),
        FileStanding::Missing => format!("{} (not there)", row.name),
        FileStanding::Changed => format!("{} (no longer what it was)", row.name),
    }
}

fn table(answer: &EvidenceAnswer) -> String {
    let rows: Vec<_> = answer
        .evidence
        .iter()
        .map(|row| {
            let cited: Vec<&str> = row.cited_by.iter().map(|it| it.words.as_str()).collect();
            vec![
                row.id.clone(),
                row.dispute.clone(),
                row.date.clone().unwrap_or_default(),
                file(row),
                row.caption.clone().unwrap_or_default(),
                cited.join("; "),
            ]
        })
        .collect();
    tables::or_else(&rows, "There is no evidence yet.")
}
