//! A household file without a window: taken in whole, or not at all.

use holdfast_app::App;
use holdfast_app::wire::Imported;

use crate::out::counted_all;
use crate::place::Place;
use crate::{Failure, out};

/// Takes a household file in and says line by line what is wrong with it.
pub(crate) fn import(place: &Place, file: &[u8]) -> Result<(), Failure> {
    let take_in = |app: &App| {
        app.back_up()?;
        app.import_household(file)
    };
    let imported = place.begin(take_in, |imported| imported.imported)?;
    for problem in &imported.problems {
        let grave = if problem.is_error { "error" } else { "warning" };
        let place = if problem.place.is_empty() { "the file" } else { &problem.place };
        out::note(format!("{grave}: {place}: {}", problem.message));
    }
    if !imported.imported {
        out::note("holdfast-cli: nothing was imported; the record is as it was");
        return Err(Failure::Said);
    }
    out::answer(told(&imported))
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
