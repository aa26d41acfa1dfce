//! What the program was started with.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::Parser;

/// The command line of the window.
#[derive(Debug, Default, Parser)]
#[command(version, about = "Opens Holdfast's window.")]
pub(crate) struct Arguments {
    /// Where the household's record is kept (otherwise HOLDFAST_STORE, otherwise the data folder)
    #[arg(long, value_name = "FILE")]
    store: Option<PathBuf>,

    /// Begin in a sample household; your own record is not touched
    #[arg(long)]
    sample: bool,
}

/// Which records this run of the program works on.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Launch {
    /// The file of one's own record. It need not exist yet.
    pub(crate) store: PathBuf,
    /// Whether somebody named that place, so that it is not the usual one.
    pub(crate) is_named: bool,
    /// Whether to begin in the sample household.
    pub(crate) sample: bool,
}

impl Launch {
    /// Decides where one's own record lies: where `--store` says, then where a `HOLDFAST_STORE`
    /// that is not empty says, then in `home.db` in the data folder.
    pub(crate) fn new(arguments: Arguments, environment: Option<OsString>, data: &Path) -> Self {
        let named = environment.filter(|value| !value.is_empty()).map(PathBuf::from);
        let named = arguments.store.or(named);
        let is_named = named.is_some();
        let store = named.unwrap_or_else(|| data.join("home.db"));
        Self { store, is_named, sample: arguments.sample }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn launched(line: &[&str], environment: &str) -> Launch {
        let arguments = Arguments::try_parse_from(line).expect("the case is a valid command line");
        Launch::new(arguments, Some(environment.into()), Path::new("/data"))
    }

    #[test]
    fn the_nearest_choice_of_a_store_wins_and_the_sample_changes_nothing_about_it() {
        let cases: [(&[&str], &str, &str, bool, bool); 5] = [
            (&["holdfast"], "", "/data/home.db", false, false),
            (&["holdfast"], "/env.db", "/env.db", true, false),
            (&["holdfast", "--store", "/line.db"], "/env.db", "/line.db", true, false),
            (&["holdfast", "--sample"], "", "/data/home.db", false, true),
            (&["holdfast", "--sample", "--store", "/line.db"], "/env.db", "/line.db", true, true),
        ];
        for (line, environment, store, is_named, sample) in cases {
            assert_eq!(
                launched(line, environment),
                Launch { store: store.into(), is_named, sample },
                "{line:?} with HOLDFAST_STORE={environment:?}"
            );
        }
    }
}
