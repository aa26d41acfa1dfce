//! A household file without a window: taken in whole, or not at all.

use std::path::PathBuf;

use clap::Args;
use holdfast_app::wire::Imported;
use holdfast_app::{App, files};

use crate::out::counted_all;
use crate::place::Place;
use crate::{Failure, out, words};

/// A household file to take in.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The household file (JSON)
    file: PathBuf,
    /// Do it also where disputes of the file are there already: these are added a second time
    #[arg(long)]
    yes: bool,
}

/// What came of a file: it was taken in or could not be, or these disputes were there already.
enum Outcome {
    Done(Imported),
    There(Vec<String>),
}

/// Takes a household file in and says line by line what is wrong with it. Where disputes of it are
/// there already it is not done without a yes, as adding them twice is hardly ever meant.
pub(crate) fn import(place: &Place, wanted: &Import) -> Result<(), Failure> {
    let file = files::read(&wanted.file)?;
    let take_in = |app: &App| {
        let there = if wanted.yes { Vec::new() } else { app.household_doubles(&file)? };
        if !there.is_empty() {
            return Ok(Outcome::There(there));
        }
        app.back_up()?;
        app.import_household(&file).map(Outcome::Done)
    };
    let brings = |of: &Outcome| matches!(of, Outcome::Done(Imported { imported: true, .. }));
    let imported = match place.begin(take_in, brings)? {
        Outcome::Done(imported) => imported,
        Outcome::There(titles) => {
            titles.iter().for_each(|title| out::note(format!("there already: “{title}”")));
            return Err(Failure::File(
                "nothing was imported; the record is as it was. To import what else is in the file, \
                 take these disputes out of it. To add them a second time, say so with --yes."
                    .to_owned(),
            ));
        }
    };
    if let Some(kept) = kept(&imported) {
        out::note(kept);
    }
    for problem in &imported.problems {
        let grave = if problem.is_error { "error" } else { "warning" };
        out::note(format!("{grave}: {}: {}", words::place(&problem.place), problem.message));
    }
    if !imported.imported {
        out::note("holdfast-cli: nothing was imported; the record is as it was");
        return Err(Failure::Said);
    }
    out::answer(told(&imported))
}

/// Whether anything of the file was lost, said before what is worth a look in it: a warning must not
/// read as a loss.
fn kept(of: &Imported) -> Option<&'static str> {
    let left_out = of.problems.iter().any(|problem| problem.left_out);
    match (of.imported && !of.problems.is_empty(), left_out) {
        (false, _) => None,
        (true, false) => Some(
            "note: everything in the file was taken in. This is left open in it, or looks like a slip:",
        ),
        (true, true) => Some(
            "note: the file was taken in, but for what is said here to be left out. The rest is left \
             open in it, or looks like a slip:",
        ),
    }
}

fn told(of: &Imported) -> String {
    let new = counted_all([
        (of.disputes, "dispute", "disputes"),
        (of.members, "member of the household", "members of the household"),
        (of.vendors, "vendor", "vendors"),
        (of.people, "person at a vendor", "people at vendors"),
    ]);
    if new.is_empty() {
        return "nothing in it is new; the record is as it was".to_owned();
    }
    format!("imported {new}")
}
