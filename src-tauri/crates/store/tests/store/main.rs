//! The store on real files, through its public interface alone.

mod aside;
mod attachments;
mod backups;
mod bin;
mod dossiers;
mod erase;
mod erase_original;
mod evidence;
mod history;
mod issues;
mod journal;
mod letters;
mod lists;
mod opening;
#[cfg(unix)]
mod private;
mod protection;
mod redo;
mod refusals;
mod repair;
mod round_trip;
mod search;
mod snoozes;
mod statements;
mod support;
mod touches;
mod undo;
mod verify;
mod whereabouts;
mod writing;
