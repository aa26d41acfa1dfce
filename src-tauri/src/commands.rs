//! What the window may call. A command parses, calls one use case and converts.

use serde::Serialize;
use specta::Type;
use tauri::State;

use crate::arguments::Launch;

/// What the window says about itself.
#[derive(Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct About {
    /// The version of the program, as in `0.1.0`.
    version: String,
    /// Whether the record on the screen is a copy of the sample household.
    sample: bool,
}

/// Which program this is, and whether it shows the sample household.
#[tauri::command(async)]
#[specta::specta]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands state over by value")]
pub(crate) fn about(launch: State<'_, Launch>) -> About {
    About { version: env!("CARGO_PKG_VERSION").into(), sample: launch.sample }
}
