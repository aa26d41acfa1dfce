//! Reading the text of attached files beside everything else, so that their words are found.

use std::thread;
use std::time::Duration;

use holdfast_app::App;
use tauri::{AppHandle, Manager as _};

use crate::desk::Desk;

/// The window stands first.
const BEGIN: Duration = Duration::from_secs(5);
/// How often is looked whether something was attached.
const EVERY: Duration = Duration::from_secs(2);

/// Reads what has not been read, one file at a time, so that another record can be opened between two
/// of them. What cannot be read now is tried again; its words are missing only in the search.
pub(crate) fn watch(handle: AppHandle) {
    thread::spawn(move || {
        thread::sleep(BEGIN);
        loop {
            while handle.state::<Desk>().with(App::read_next_document).unwrap_or_default() {}
            thread::sleep(EVERY);
        }
    });
}
