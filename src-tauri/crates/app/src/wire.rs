//! The types that cross the window's boundary, and nothing else.
//!
//! They are plain: ids, days and instants are text, money is a decimal string with its currency, so
//! that JavaScript never holds an amount as a float. One struct a noun serves both directions: a
//! screen shows it, a form sends it back. What is derived stands beside it, in a `…View`.
//! TypeScript for all of them is generated and committed (`cargo xtask bindings`).

mod agenda;
mod archives;
mod backups;
mod boards;
mod calendar;
mod call_sheet;
mod case;
mod clocks;
mod deeds;
mod dossier;
mod elsewhere;
mod erase;
mod error;
mod evidence;
mod history;
mod inputs;
mod issues;
mod ladder;
mod letters;
mod mail;
mod nouns;
mod protection;
mod refund_lists;
mod remedies;
mod search;
mod statements;
mod thread;
mod timeline;
mod vendors;
mod vocabulary;
mod wronged;

pub use agenda::*;
pub use archives::*;
pub use backups::*;
pub use boards::*;
pub use calendar::*;
pub use call_sheet::*;
pub use case::*;
pub use clocks::*;
pub use deeds::*;
pub use dossier::*;
pub use elsewhere::*;
pub use erase::*;
pub use error::*;
pub use evidence::*;
pub use history::*;
pub use inputs::*;
pub use issues::*;
pub use ladder::*;
pub use letters::*;
pub use mail::*;
pub use nouns::*;
pub use protection::*;
pub use refund_lists::*;
pub use remedies::*;
pub use search::*;
pub use statements::*;
pub use thread::*;
pub use timeline::*;
pub use vendors::*;
pub use vocabulary::*;
pub use wronged::*;

/// Derives what every wire type needs.
macro_rules! wire {
    ($($item:item)*) => {$(
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, specta::Type)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        $item
    )*};
}
pub(crate) use wire;
